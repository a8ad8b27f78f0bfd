/** Offers: made from allocations, and taken back. */
import type { Allocation } from "@mesos-ts/allocator";
import type { Offer, Resource, scheduler } from "@mesos-ts/protos";
import { downgrade, isReserved, Resources, withoutAllocation } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import { tell } from "./deliver.ts";
import { refuseMs } from "./filters.ts";
import {
  type Agent,
  type Framework,
  frameworkText,
  has,
  isConnected,
  type OfferRecord,
} from "./model.ts";
import { parsePid } from "./pids.ts";

/** An OFFERS event or message carries at most this many. */
export const MAX_OFFERS_PER_MESSAGE = 50;

/** Turns what the allocator decided into offers; what cannot be offered goes back. */
export function makeOffers(core: Core, allocations: readonly Allocation[]): void {
  const byFramework = new Map<Framework, OfferRecord[]>();
  for (const allocation of allocations) {
    const offer = makeOffer(core, allocation);
    if (offer === undefined) {
      const { frameworkId, agentId, resources } = allocation;
      core.allocator.answered(agentId, core.steadyMs);
      core.allocator.recover(frameworkId, agentId, resources, "unused", undefined, core.steadyMs);
      continue;
    }
    const offers = byFramework.get(offer.framework);
    if (offers === undefined) byFramework.set(offer.framework, [offer]);
    else offers.push(offer);
  }
  for (const [framework, offers] of byFramework) sendOffers(core, framework, offers);
}

function makeOffer(core: Core, allocation: Allocation): OfferRecord | undefined {
  const framework = core.frameworks.registered.get(allocation.frameworkId);
  const agent = core.agents.registered.get(allocation.agentId);
  if (framework === undefined || !isConnected(framework) || !framework.active) return undefined;
  if (agent?.active !== true) return undefined;

  const id = core.newOfferId();
  const { role } = allocation;
  const resources = inOfferOrder(allocation.resources, agent);
  const unavailability = core.maintenance.machines.get(agent.machine)?.unavailability;
  const plain = offerMessage(id, framework, agent, resources, role);
  const message = unavailability === undefined ? plain : { ...plain, unavailability };
  const offer: OfferRecord = { id, framework, agent, role, resources, message, timer: undefined };
  const { offerTimeoutMs } = core.config;
  if (offerTimeoutMs !== undefined) {
    offer.timer = core.timers.set(core.steadyMs + offerTimeoutMs, { type: "offer", offerId: id });
  }
  core.offers.set(id, offer);
  framework.offers.add(offer);
  agent.offers.add(offer);
  return offer;
}

/**
 * Ranges and sets first, then what is reserved, then the rest, each in the order of the agent's
 * own resources: the order of Mesos's offers, and the same whatever was used before.
 */
function inOfferOrder(resources: Resources, agent: Agent): Resources {
  const names = new Map<string, number>();
  for (const { meta } of agent.total) {
    if (!names.has(meta.name)) names.set(meta.name, names.size);
  }
  const rank = (resource: Resource): number => {
    const group = resource.type !== "SCALAR" ? 0 : isReserved(resource) ? 1 : 2;
    return group * (names.size + 1) + (names.get(resource.name) ?? names.size);
  };
  const ranks = resources.items.map(rank);
  if (ranks.every((one, index) => one >= (ranks[index - 1] ?? 0))) return resources;
  return Resources.of([...resources.items].sort((a, b) => rank(a) - rank(b)));
}

function offerMessage(
  id: string,
  framework: Framework,
  agent: Agent,
  resources: Resources,
  role: string,
): Offer {
  const { info } = agent;
  const executors = agent.placements.get(framework.id)?.executors;
  return {
    id: { value: id },
    framework_id: { value: framework.id },
    agent_id: { value: agent.id },
    hostname: info.hostname,
    url: agentUrl(agent),
    ...(info.domain === undefined ? {} : { domain: info.domain }),
    resources: [...resources.items],
    ...(info.attributes === undefined ? {} : { attributes: info.attributes }),
    ...(executors === undefined || executors.size === 0
      ? {}
      : { executor_ids: [...executors.keys()].map((value) => ({ value })) }),
    allocation_info: { role },
  };
}

/** Where the agent's process is. */
export function agentUrl({ info: { hostname }, pid }: Agent): NonNullable<Offer["url"]> {
  const { id, ip, port } = parsePid(pid);
  return { scheme: "http", address: { hostname, ip, port }, path: `/${id}` };
}

function sendOffers(core: Core, framework: Framework, offers: readonly OfferRecord[]): void {
  for (let start = 0; start < offers.length; start += MAX_OFFERS_PER_MESSAGE) {
    const some = offers.slice(start, start + MAX_OFFERS_PER_MESSAGE);
    core.log(
      "INFO",
      `Sending offers [ ${some.map(({ id }) => id).join(", ")} ] to framework ${frameworkText(framework)}`,
    );
    framework.counters.offers("sent", some.length);
    tell(core, framework, {
      type: "offers",
      offers: some.map(({ message }) => asFrameworkSees(framework, message)),
      pids: some.map(({ agent }) => agent.pid),
    });
  }
}

/** Older frameworks know neither allocation_info nor stacks of reservations. */
function asFrameworkSees(framework: Framework, offer: Offer): Offer {
  const isMultiRole = has(framework, "MULTI_ROLE");
  const isRefined = has(framework, "RESERVATION_REFINEMENT");
  if (isMultiRole && isRefined) return offer;
  const resources = (offer.resources ?? [])
    .map((resource) => (isMultiRole ? resource : withoutAllocation(resource)))
    .map((resource) => (isRefined ? resource : downgrade(resource)))
    .filter((resource): resource is Resource => resource !== undefined);
  if (isMultiRole) return { ...offer, resources };
  const { allocation_info: _, ...rest } = offer;
  return { ...rest, resources };
}

/**
 * Takes the offer back from the framework and tells it so; `refusedMs`: how long the framework
 * does not get these resources again.
 */
export function rescindOffer(core: Core, offer: OfferRecord, refusedMs?: number): void {
  offer.framework.counters.offers("rescinded", 1);
  tell(core, offer.framework, { type: "rescind", offerId: offer.id });
  discardOffer(core, offer, refusedMs);
}

/** Gives the offer's resources back; `refusedMs`: how long the framework does not want them. */
export function discardOffer(core: Core, offer: OfferRecord, refusedMs?: number): void {
  forgetOffer(core, offer);
  core.allocator.recover(
    offer.framework.id,
    offer.agent.id,
    offer.resources,
    "unused",
    refusedMs,
    core.steadyMs,
  );
}

/** The offer is no more; its resources are the caller's business. */
export function forgetOffer(core: Core, offer: OfferRecord): void {
  core.timers.cancel(offer.timer);
  core.offers.delete(offer.id);
  offer.framework.offers.delete(offer);
  offer.agent.offers.delete(offer);
  core.allocator.answered(offer.agent.id, core.steadyMs);
}

/** DECLINE: unknown offers are skipped. */
export function declineOffers(
  core: Core,
  framework: Framework,
  decline: scheduler.Call_Decline,
): void {
  core.counters.count("messages_decline_offers");
  const ms = refuseMs(core, decline.filters);
  let declined = 0;
  for (const { value: id } of decline.offer_ids ?? []) {
    const offer = core.offers.get(id);
    if (offer === undefined || offer.framework !== framework) {
      core.log("WARNING", `Ignoring decline of offer ${id} since it is no longer valid`);
      continue;
    }
    discardOffer(core, offer, ms);
    declined++;
  }
  framework.counters.offers("declined", declined);
}

/** The sum of what is offered. */
export function offeredResources(offers: Iterable<OfferRecord>): Resources {
  return Resources.sum([...offers].map(({ resources }) => resources));
}
