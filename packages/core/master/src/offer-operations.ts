/** What frameworks do to offered resources other than launch on them. */
import type { Offer_Operation } from "@mesos-ts/protos";
import {
  type Conversion,
  conversionsOf,
  convert,
  isShared,
  operationResources,
  Resources,
  resourceText,
} from "@mesos-ts/resources";
import type { Acceptance } from "./accept.ts";
import type { Core } from "./core.ts";
import { type Agent, agentText, frameworkText } from "./model.ts";
import { rescindOffer } from "./offers.ts";
import { applyOperationToAgent, dropOperation } from "./operations.ts";
import { validateOperation } from "./validation/operations.ts";

/** RESERVE, UNRESERVE, CREATE, DESTROY: later operations of the same ACCEPT see the outcome. */
export function changeResources(
  core: Core,
  acceptance: Acceptance,
  operation: Offer_Operation,
): void {
  const { framework, agent } = acceptance;
  const conversions = validConversions(core, acceptance, operation);
  if (conversions === undefined) return;
  if (operation.type === "DESTROY") rescindVolumes(core, agent, operation);
  const outcome = convert(acceptance.remaining, conversions);
  if (outcome.type === "error") {
    dropOperation(core, framework, operation, outcome.error);
    return;
  }
  acceptance.remaining = outcome.value;
  acceptance.shared = outcome.value.filter(isShared);
  const what =
    operation.type === "CREATE" || operation.type === "DESTROY" ? "volumes" : "resources";
  core.log(
    "INFO",
    `Applying ${operation.type} operation for ${what} ${Resources.of(operationResources(operation))} from framework ${frameworkText(framework)} to agent ${agentText(agent)}`,
  );
  apply(core, acceptance, operation, conversions);
}

/** GROW_VOLUME, SHRINK_VOLUME: what comes of them is offered again before it can be used. */
export function resizeVolume(core: Core, acceptance: Acceptance, operation: Offer_Operation): void {
  const { framework, agent } = acceptance;
  const conversions = validConversions(core, acceptance, operation);
  if (conversions === undefined) return;
  for (const { consumed, converted } of conversions) {
    if (!acceptance.remaining.contains(consumed)) {
      const lack = `${acceptance.remaining} does not contain ${consumed}`;
      dropOperation(core, framework, operation, `Invalid ${operation.type} operation: ${lack}`);
      return;
    }
    acceptance.remaining = acceptance.remaining.minus(consumed);
    acceptance.resized = acceptance.resized.plus(converted);
  }
  core.log(
    "INFO",
    `Processing ${operation.type} operation for volume ${resizeText(operation)} from framework ${frameworkText(framework)} on agent ${agentText(agent)}`,
  );
  apply(core, acceptance, operation, conversions);
}

function resizeText({ grow_volume, shrink_volume }: Offer_Operation): string {
  if (grow_volume !== undefined) {
    const { volume, addition } = grow_volume;
    return `${resourceText(volume)} with additional resource ${resourceText(addition)}`;
  }
  if (shrink_volume === undefined) return "";
  const { volume, subtract } = shrink_volume;
  return `${resourceText(volume)} subtracting scalar value ${subtract.value}`;
}

/**
 * CREATE_DISK, DESTROY_DISK: for the disks of resource providers, which are not part of this
 * release; no offer holds one.
 */
export function changeDisk(core: Core, acceptance: Acceptance, operation: Offer_Operation): void {
  const { framework, agent, remaining } = acceptance;
  if (!agent.capabilities.has("RESOURCE_PROVIDER")) {
    const text = `Not supported on agent ${agentText(agent)} because it does not have RESOURCE_PROVIDER capability`;
    dropOperation(core, framework, operation, text);
    return;
  }
  if (validConversions(core, acceptance, operation) === undefined) return;
  const source = Resources.of(operationResources(operation));
  const why = remaining.contains(source)
    ? "resource providers are not supported by this release"
    : `${remaining} does not contain ${source}`;
  dropOperation(core, framework, operation, `Invalid ${operation.type} Operation: ${why}`);
}

/** Undefined: the operation breaks a rule, and its framework has been told. */
function validConversions(
  core: Core,
  { framework, agent }: Acceptance,
  operation: Offer_Operation,
): readonly Conversion[] | undefined {
  const by = { principal: framework.info.principal, framework };
  const error = validateOperation(operation, agent, by);
  if (error !== undefined) {
    dropOperation(core, framework, operation, `${error}; on agent ${agentText(agent)}`);
    return undefined;
  }
  const conversions = conversionsOf(operation);
  if (conversions.type === "ok") return conversions.value;
  dropOperation(core, framework, operation, conversions.error);
  return undefined;
}

function apply(
  core: Core,
  { framework, agent }: Acceptance,
  operation: Offer_Operation,
  conversions: readonly Conversion[],
): void {
  for (const { consumed, converted } of conversions) {
    core.allocator.convert(framework.id, agent.id, consumed, converted);
  }
  applyOperationToAgent(core, agent, framework, operation, conversions);
}

/** A shared volume may also be in other offers; they end with it. */
function rescindVolumes(core: Core, agent: Agent, operation: Offer_Operation): void {
  const volumes = Resources.of(operationResources(operation)).unallocated().items;
  for (const offer of [...agent.offers]) {
    const offered = offer.resources.unallocated();
    if (volumes.some((volume) => offered.contains(Resources.of([volume])))) {
      rescindOffer(core, offer);
    }
  }
}
