/** The calls of a framework that is subscribed, whichever way they came. */
import { Buffer } from "node:buffer";
import { validateRole } from "@mesos-ts/base";
import { encode, FrameworkInfo, type scheduler } from "@mesos-ts/protos";
import { acceptOffers } from "./accept.ts";
import { acknowledgeOperation } from "./acknowledge-operation.ts";
import type { Reply } from "./contract.ts";
import type { Core } from "./core.ts";
import { frameworkOptions } from "./framework-options.ts";
import { acknowledge, kill, sendToExecutor, shutdownExecutor } from "./framework-requests.ts";
import { removeFramework, spreadFramework, teardown, updateFrameworkInfo } from "./frameworks.ts";
import { acceptInverseOffers, declineInverseOffers } from "./inverse-offers.ts";
import { type Framework, frameworkText } from "./model.ts";
import { declineOffers } from "./offers.ts";
import { reconcileOperations, reconcileTasks } from "./reconcile.ts";
import { validateFramework, validateFrameworkUpdate } from "./validation/framework.ts";

const ACCEPTED: Reply = { type: "accepted" };

/** Carries out a validated call. SUBSCRIBE is none of these: it makes the framework. */
export function handleFrameworkCall(core: Core, framework: Framework, call: scheduler.Call): Reply {
  switch (call.type) {
    case "TEARDOWN":
      if (framework.connection.type === "pid") teardown(core, framework);
      else removeFramework(core, framework);
      return ACCEPTED;
    case "ACCEPT":
      acceptOffers(core, framework, call.accept ?? {});
      return ACCEPTED;
    case "DECLINE":
      declineOffers(core, framework, call.decline ?? {});
      return ACCEPTED;
    case "ACCEPT_INVERSE_OFFERS":
      acceptInverseOffers(core, framework, call.accept_inverse_offers ?? {});
      return ACCEPTED;
    case "DECLINE_INVERSE_OFFERS":
      declineInverseOffers(core, framework, call.decline_inverse_offers ?? {});
      return ACCEPTED;
    case "REVIVE":
      revive(core, framework, call.revive?.roles ?? []);
      return ACCEPTED;
    case "SUPPRESS":
      suppress(core, framework, call.suppress?.roles ?? []);
      return ACCEPTED;
    case "RECONCILE":
      reconcileTasks(core, framework, call.reconcile ?? {});
      return ACCEPTED;
    case "RECONCILE_OPERATIONS":
      reconcileOperations(core, framework, call.reconcile_operations ?? {});
      return ACCEPTED;
    case "REQUEST":
      core.counters.count("messages_resource_request");
      core.log("INFO", `Processing REQUEST call for framework ${frameworkText(framework)}`);
      return ACCEPTED;
    case "KILL":
      if (call.kill !== undefined) kill(core, framework, call.kill);
      return ACCEPTED;
    case "SHUTDOWN":
      if (call.shutdown !== undefined) shutdownExecutor(core, framework, call.shutdown);
      return ACCEPTED;
    case "ACKNOWLEDGE":
      if (call.acknowledge !== undefined) acknowledge(core, framework, call.acknowledge);
      return ACCEPTED;
    case "ACKNOWLEDGE_OPERATION_STATUS":
      if (call.acknowledge_operation_status !== undefined) {
        acknowledgeOperation(core, framework, call.acknowledge_operation_status);
      }
      return ACCEPTED;
    case "MESSAGE":
      if (call.message !== undefined) sendToExecutor(core, framework, call.message);
      return ACCEPTED;
    case "UPDATE_FRAMEWORK":
      return updateFramework(core, framework, call.update_framework);
    case "SUBSCRIBE":
    case "UNKNOWN":
    case undefined:
      core.log("WARNING", `Received '${call.type ?? "UNKNOWN"}' call`);
      return { type: "refused", status: 501, text: "" };
    default:
      return call.type satisfies never;
  }
}

/** Empty: all roles. Undefined: one of them is not the framework's, and nothing is done. */
function checkedRoles(
  core: Core,
  framework: Framework,
  verb: string,
  roles: readonly string[],
): string[] | undefined {
  for (const role of roles) {
    const invalid = validateRole(role);
    const error =
      invalid !== undefined
        ? `is invalid: ${invalid}`
        : framework.roles.has(role)
          ? undefined
          : "is not one of the frameworks's subscribed roles";
    if (error === undefined) continue;
    core.log(
      "WARNING",
      `Dropping ${verb} call from framework ${frameworkText(framework)}: role '${role}' ${error}`,
    );
    return undefined;
  }
  return [...new Set(roles)];
}

export function revive(core: Core, framework: Framework, roles: readonly string[]): void {
  core.counters.count("messages_revive_offers");
  const checked = checkedRoles(core, framework, "REVIVE", roles);
  if (checked === undefined) return;
  for (const role of checked.length === 0 ? framework.roles : checked) {
    framework.suppressedRoles.delete(role);
  }
  core.allocator.revive(framework.id, checked, core.steadyMs);
}

function suppress(core: Core, framework: Framework, roles: readonly string[]): void {
  core.counters.count("messages_suppress_offers");
  const checked = checkedRoles(core, framework, "SUPPRESS", roles);
  if (checked === undefined) return;
  for (const role of checked.length === 0 ? framework.roles : checked) {
    framework.suppressedRoles.add(role);
  }
  core.allocator.suppress(framework.id, checked);
}

/** UPDATE_FRAMEWORK: a change of the FrameworkInfo without a new subscription. */
function updateFramework(
  core: Core,
  framework: Framework,
  update: scheduler.Call_UpdateFramework | undefined,
): Reply {
  if (update === undefined) return refused("Expecting 'update_framework' to be present");
  const { framework_info: info } = update;
  const invalid = validateFramework(core, info);
  if (invalid !== undefined) return refused(`Supplied FrameworkInfo is not valid: ${invalid}`);
  const forbidden = validateFrameworkUpdate(framework.info, info);
  if (forbidden !== undefined) {
    return refused(`FrameworkInfo update is not valid: ${forbidden}`);
  }
  const options = frameworkOptions(core, {
    info,
    suppressedRoles: update.suppressed_roles ?? [],
    constraints: update.offer_constraints,
  });
  if (options.type === "error") {
    return refused(`'UpdateFramework' call is not valid: ${options.error}`);
  }
  const isChanged = !sameInfo(framework.info, info);
  updateFrameworkInfo(core, framework, info, options.value);
  if (isChanged) spreadFramework(core, framework);
  return { type: "ok" };
}

function sameInfo(a: FrameworkInfo, b: FrameworkInfo): boolean {
  return Buffer.compare(encode(FrameworkInfo, a), encode(FrameworkInfo, b)) === 0;
}

function refused(text: string): Reply {
  return { type: "refused", status: 400, text };
}
