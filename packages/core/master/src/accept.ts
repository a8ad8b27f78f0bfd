/** ACCEPT: what a framework does with offers, operation by operation. */
import type { Filters, Offer_Operation, scheduler } from "@mesos-ts/protos";
import { isShared, Resources } from "@mesos-ts/resources";
import type { Core } from "./core.ts";
import { refuseMs } from "./filters.ts";
import { launchGroup, launchTask } from "./launch.ts";
import {
  type Agent,
  agentText,
  type Framework,
  frameworkText,
  has,
  type OfferRecord,
} from "./model.ts";
import { changeDisk, changeResources, resizeVolume } from "./offer-operations.ts";
import { discardOffer, forgetOffer, offeredResources } from "./offers.ts";
import { dropOperation, tasksOf } from "./operations.ts";
import { prepareOperation } from "./prepare-operation.ts";
import { reportUnlaunched } from "./status-updates.ts";
import { validateOffers } from "./validation/offers.ts";

/** An ACCEPT in the works: what is left of the offers while operations are applied in order. */
export interface Acceptance {
  readonly framework: Framework;
  readonly agent: Agent;
  readonly role: string;
  remaining: Resources;
  /** Shared resources may be used by any number of tasks. */
  shared: Resources;
  /** Volumes that were resized: no other operation of the same ACCEPT can have them. */
  resized: Resources;
}

export function acceptOffers(
  core: Core,
  framework: Framework,
  accept: scheduler.Call_Accept,
): void {
  const operations = accept.operations ?? [];
  countLaunches(core, operations);
  const ids = (accept.offer_ids ?? []).map(({ value }) => value);
  const error = validateOffers(core, framework, ids);
  if (error !== undefined) {
    rejectAccept(core, framework, ids, operations, error);
    return;
  }
  const offers = ids
    .map((id) => core.offers.get(id))
    .filter((offer): offer is OfferRecord => offer !== undefined);
  const [first] = offers;
  if (first === undefined) return;
  const { agent, role } = first;
  core.log(
    "INFO",
    `Processing ACCEPT call for offers: [ ${ids.join(", ")} ] on agent ${agentText(agent)} for framework ${frameworkText(framework)}`,
  );
  const prepared = operations
    .map((operation) => prepareOperation(core, framework, agent, role, operation))
    .filter((operation): operation is Offer_Operation => operation !== undefined);

  const offered = offeredResources(offers);
  for (const offer of offers) forgetOffer(core, offer);
  framework.counters.offers("accepted", offers.length);
  const acceptance: Acceptance = {
    framework,
    agent,
    role,
    remaining: offered,
    shared: offered.filter(isShared),
    resized: Resources.none,
  };
  for (const operation of prepared) carryOut(core, acceptance, operation);
  recoverRest(core, acceptance, offered, accept.filters);
}

function countLaunches(core: Core, operations: readonly Offer_Operation[]): void {
  for (const { type, launch } of operations) {
    if (type !== "LAUNCH") continue;
    const isEmpty = (launch?.task_infos?.length ?? 0) === 0;
    core.counters.count(isEmpty ? "messages_decline_offers" : "messages_launch_tasks");
  }
}

/** One offer is not valid: nothing is done, and what is valid goes back without a filter. */
function rejectAccept(
  core: Core,
  framework: Framework,
  ids: readonly string[],
  operations: readonly Offer_Operation[],
  error: string,
): void {
  core.log("WARNING", `ACCEPT call used invalid offers '[ ${ids.join(", ")} ]': ${error}`);
  for (const id of ids) {
    const offer = core.offers.get(id);
    if (offer?.framework === framework) discardOffer(core, offer);
  }
  for (const operation of operations) {
    if (operation.type !== "LAUNCH" && operation.type !== "LAUNCH_GROUP") {
      dropOperation(
        core,
        framework,
        operation,
        `Operation attempted with invalid offers: ${error}`,
      );
      continue;
    }
    for (const task of tasksOf(operation)) {
      reportUnlaunched(core, framework, {
        frameworkId: framework.id,
        agentId: task.agent_id.value,
        taskId: task.task_id.value,
        state: has(framework, "PARTITION_AWARE") ? "TASK_DROPPED" : "TASK_LOST",
        message: `Task launched with invalid offers: ${error}`,
        reason: "REASON_INVALID_OFFERS",
      });
    }
  }
}

function carryOut(core: Core, acceptance: Acceptance, operation: Offer_Operation): void {
  switch (operation.type) {
    case "LAUNCH":
      for (const task of operation.launch?.task_infos ?? []) launchTask(core, acceptance, task);
      return;
    case "LAUNCH_GROUP":
      if (operation.launch_group !== undefined) {
        launchGroup(core, acceptance, operation.launch_group);
      }
      return;
    case "RESERVE":
    case "UNRESERVE":
    case "CREATE":
    case "DESTROY":
      changeResources(core, acceptance, operation);
      return;
    case "GROW_VOLUME":
    case "SHRINK_VOLUME":
      resizeVolume(core, acceptance, operation);
      return;
    case "CREATE_DISK":
    case "DESTROY_DISK":
      changeDisk(core, acceptance, operation);
      return;
    case "UNKNOWN":
    case undefined:
      core.log("WARNING", "Ignoring unknown operation");
      return;
    default:
      operation.type satisfies never;
  }
}

/** What is left goes back: what was converted at once, the rest as declined with the filters. */
function recoverRest(
  core: Core,
  { framework, agent, remaining, resized }: Acceptance,
  offered: Resources,
  filters: Filters | undefined,
): void {
  const rest = remaining.plus(resized);
  const converted = rest.minus(offered);
  const declined = rest.minus(converted);
  const recover = (resources: Resources, ms: number | undefined) => {
    if (resources.isEmpty) return;
    core.allocator.recover(framework.id, agent.id, resources, "unused", ms, core.steadyMs);
  };
  recover(converted, undefined);
  if (!declined.isEmpty) recover(declined, refuseMs(core, filters));
}
