/** Inverse offers: frameworks are asked to leave agents that will be unavailable. */
import type { InverseAllocation } from "@mesos-ts/allocator";
import type { allocation, InverseOffer, OfferID, scheduler } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { tell } from "./deliver.ts";
import { refuseMs } from "./filters.ts";
import { type Framework, frameworkText, type InverseOfferRecord, isConnected } from "./model.ts";
import { agentUrl, MAX_OFFERS_PER_MESSAGE } from "./offers.ts";
import { timeInfo } from "./times.ts";
import { validateInverseOffers } from "./validation/offers.ts";

/** Turns what the allocator decided into inverse offers; what cannot be asked may be asked later. */
export function makeInverseOffers(core: Core, allocations: readonly InverseAllocation[]): void {
  const byFramework = new Map<Framework, InverseOfferRecord[]>();
  for (const one of allocations) {
    const offer = makeInverseOffer(core, one);
    if (offer === undefined) {
      core.allocator.answeredInverse(one.frameworkId, one.agentId, undefined, core.steadyMs);
      continue;
    }
    const offers = byFramework.get(offer.framework);
    if (offers === undefined) byFramework.set(offer.framework, [offer]);
    else offers.push(offer);
  }
  for (const [framework, offers] of byFramework) sendInverseOffers(core, framework, offers);
}

function makeInverseOffer(
  core: Core,
  { frameworkId, agentId }: InverseAllocation,
): InverseOfferRecord | undefined {
  const framework = core.frameworks.registered.get(frameworkId);
  const agent = core.agents.registered.get(agentId);
  if (framework === undefined || !isConnected(framework) || !framework.active) return undefined;
  if (agent?.active !== true) return undefined;
  const unavailability = core.maintenance.machines.get(agent.machine)?.unavailability;
  if (unavailability === undefined) return undefined;

  const id = core.newOfferId();
  const message: InverseOffer = {
    id: { value: id },
    url: agentUrl(agent),
    framework_id: { value: framework.id },
    agent_id: { value: agent.id },
    unavailability,
  };
  const offer: InverseOfferRecord = { id, framework, agent, message, timer: undefined };
  const { offerTimeoutMs } = core.config;
  if (offerTimeoutMs !== undefined) {
    offer.timer = core.timers.set(core.steadyMs + offerTimeoutMs, {
      type: "inverse-offer",
      inverseOfferId: id,
    });
  }
  core.inverseOffers.set(id, offer);
  framework.inverseOffers.add(offer);
  agent.inverseOffers.add(offer);
  return offer;
}

function sendInverseOffers(
  core: Core,
  framework: Framework,
  offers: readonly InverseOfferRecord[],
): void {
  for (let start = 0; start < offers.length; start += MAX_OFFERS_PER_MESSAGE) {
    const some = offers.slice(start, start + MAX_OFFERS_PER_MESSAGE);
    core.log(
      "INFO",
      `Sending inverse offers [ ${some.map(({ id }) => id).join(", ")} ] to framework ${frameworkText(framework)}`,
    );
    tell(core, framework, {
      type: "inverse-offers",
      inverseOffers: some.map(({ message }) => message),
      pids: some.map(({ agent }) => agent.pid),
    });
  }
}

/** ACCEPT_INVERSE_OFFERS. Those that are valid are accepted even when others are not. */
export function acceptInverseOffers(
  core: Core,
  framework: Framework,
  { inverse_offer_ids = [], filters }: scheduler.Call_AcceptInverseOffers,
): void {
  const ids = inverse_offer_ids.map(({ value }) => value);
  const error = validateInverseOffers(core, framework, ids);
  answer(core, framework, inverse_offer_ids, "ACCEPT", refuseMs(core, filters));
  if (error === undefined) return;
  core.log(
    "WARNING",
    `ACCEPT_INVERSE_OFFERS call of framework ${frameworkText(framework)} used invalid offers '${ids.join(", ")}': ${error}`,
  );
}

/** DECLINE_INVERSE_OFFERS: unknown ones are skipped. */
export function declineInverseOffers(
  core: Core,
  framework: Framework,
  { inverse_offer_ids = [], filters }: scheduler.Call_DeclineInverseOffers,
): void {
  answer(core, framework, inverse_offer_ids, "DECLINE", refuseMs(core, filters));
}

function answer(
  core: Core,
  framework: Framework,
  ids: readonly OfferID[],
  status: allocation.InverseOfferStatus_Status,
  refusedMs: number,
): void {
  for (const { value: id } of ids) {
    const offer = core.inverseOffers.get(id);
    if (offer === undefined || offer.framework !== framework) {
      core.log(
        "WARNING",
        `Ignoring ${status.toLowerCase()} of inverse offer ${id} since it is no longer valid`,
      );
      continue;
    }
    offer.agent.inverseStatuses.set(framework.id, {
      status,
      framework_id: { value: framework.id },
      timestamp: timeInfo(core.nowMs),
    });
    forget(core, offer, refusedMs);
  }
}

/** Takes inverse offers back; their frameworks are `told`, unless nobody would hear it. */
export function withdrawInverseOffers(
  core: Core,
  offers: Iterable<InverseOfferRecord>,
  how: "told" | "silently",
): void {
  for (const offer of [...offers]) {
    if (how === "told") {
      tell(core, offer.framework, { type: "rescind-inverse", inverseOfferId: offer.id });
    }
    forget(core, offer, undefined);
  }
}

function forget(core: Core, offer: InverseOfferRecord, refusedMs: number | undefined): void {
  const { id, framework, agent } = offer;
  core.timers.cancel(offer.timer);
  core.inverseOffers.delete(id);
  framework.inverseOffers.delete(offer);
  agent.inverseOffers.delete(offer);
  core.allocator.answeredInverse(framework.id, agent.id, refusedMs, core.steadyMs);
}
