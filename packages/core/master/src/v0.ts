/** Libprocess schedulers: `mesos.scheduler.Call`, and the older messages that say one call each. */
import type { internal, Message, scheduler, schedulerV0 } from "@mesos-ts/protos";
import type { Pid } from "./contract.ts";
import type { Core } from "./core.ts";
import { handleFrameworkCall } from "./framework-calls.ts";
import { deactivateFramework, teardown } from "./frameworks.ts";
import { type Framework, frameworkText, isConnected, pidOf } from "./model.ts";
import { subscribePid } from "./subscribe.ts";
import { validateSchedulerCall } from "./validation/scheduler-call.ts";

/** `mesos.scheduler.Call` from a driver. */
export function receiveDriverCall(core: Core, from: Pid, call: schedulerV0.Call): void {
  if (call.type === "SUBSCRIBE" && call.subscribe !== undefined) {
    const { framework_info: info, suppressed_roles, offer_constraints, force } = call.subscribe;
    const subscription = {
      info,
      suppressedRoles: suppressed_roles ?? [],
      constraints: offer_constraints,
      force: force === true,
    };
    if ((call.framework_id?.value ?? "") !== (info.id?.value ?? "")) {
      drop(core, from, call, "'framework_id' differs from 'subscribe.framework_info.id'");
      return;
    }
    subscribePid(core, from, subscription);
    return;
  }
  const { subscribe: _, ...same } = call;
  const invalid = validateSchedulerCall(same, undefined) ?? unsupported(call);
  if (invalid !== undefined) {
    drop(core, from, call, invalid);
    return;
  }
  const framework = core.frameworks.registered.get(call.framework_id?.value ?? "");
  if (framework === undefined) {
    drop(core, from, call, "Framework cannot be found");
    return;
  }
  callAs(core, from, framework, same);
}

/** Feedback on operations came after the driver API. */
function unsupported({ type }: schedulerV0.Call): string | undefined {
  return type === "ACKNOWLEDGE_OPERATION_STATUS" || type === "RECONCILE_OPERATIONS"
    ? `'${type}' is not supported by the v0 API`
    : undefined;
}

function callAs(core: Core, from: Pid, framework: Framework, call: scheduler.Call): void {
  if (pidOf(framework) !== from) {
    drop(core, from, call, "Call is not from registered framework");
    return;
  }
  framework.counters.call(call.type ?? "UNKNOWN");
  if (!isConnected(framework)) {
    core.log(
      "INFO",
      `Refusing ${call.type} call from framework ${frameworkText(framework)}: Framework disconnected`,
    );
    core.send(from, "FrameworkErrorMessage", { message: "Framework disconnected" });
    return;
  }
  const reply = handleFrameworkCall(core, framework, call);
  if (reply.type === "refused" && call.type === "UPDATE_FRAMEWORK") {
    core.send(from, "FrameworkErrorMessage", { message: reply.text });
  }
}

function drop(core: Core, from: Pid, call: { type?: string | undefined }, why: string): void {
  core.counters.count("dropped_messages");
  core.log("WARNING", `Dropping ${call.type} call from ${from}: ${why}`);
}

/** One of the older messages; false when `name` is none of them. */
export function receiveDriverMessage(
  core: Core,
  from: Pid,
  name: string,
  message: Message,
): boolean {
  switch (name) {
    case "mesos.internal.RegisterFrameworkMessage":
      subscribePid(core, from, unforced((message as internal.RegisterFrameworkMessage).framework));
      return true;
    case "mesos.internal.ReregisterFrameworkMessage":
      reregister(core, from, message as internal.ReregisterFrameworkMessage);
      return true;
    case "mesos.internal.UnregisterFrameworkMessage":
      withFramework(core, from, name, message as internal.UnregisterFrameworkMessage, (framework) =>
        teardown(core, framework),
      );
      return true;
    case "mesos.internal.DeactivateFrameworkMessage":
      core.counters.count("messages_deactivate_framework");
      withFramework(
        core,
        from,
        name,
        message as internal.DeactivateFrameworkMessage,
        (framework) => {
          if (isConnected(framework)) deactivateFramework(core, framework);
        },
      );
      return true;
    default: {
      const call = toCall(name, message);
      if (call === undefined) return false;
      withFramework(core, from, name, { framework_id: call.framework_id }, (framework) =>
        handleFrameworkCall(core, framework, call),
      );
      return true;
    }
  }
}

function unforced(info: internal.RegisterFrameworkMessage["framework"]) {
  return { info, suppressedRoles: [], constraints: undefined, force: false };
}

function reregister(core: Core, from: Pid, message: internal.ReregisterFrameworkMessage): void {
  const { framework: info, failover } = message;
  if ((info.id?.value ?? "") === "") {
    core.log("ERROR", `Framework '${info.name}' at ${from} cannot reregister without an id`);
    core.send(from, "FrameworkErrorMessage", {
      message: "Framework reregistering without an id",
    });
    return;
  }
  subscribePid(core, from, { ...unforced(info), force: failover });
}

/** The older messages are believed only from the framework's own process. */
function withFramework(
  core: Core,
  from: Pid,
  name: string,
  { framework_id }: { framework_id?: { value: string } | undefined },
  then: (framework: Framework) => void,
): void {
  const id = framework_id?.value ?? "";
  const framework = core.frameworks.registered.get(id);
  if (framework === undefined || pidOf(framework) !== from) {
    const why =
      framework === undefined ? "the framework cannot be found" : `it is not expected from ${from}`;
    core.log("WARNING", `Ignoring ${name} for framework ${id} because ${why}`);
    return;
  }
  then(framework);
}

const UUID_BYTES = 16;

/** The call that an older message stands for. */
function toCall(name: string, message: Message): scheduler.Call | undefined {
  switch (name) {
    case "mesos.internal.ResourceRequestMessage": {
      const { framework_id, requests } = message as internal.ResourceRequestMessage;
      return { framework_id, type: "REQUEST", request: { requests } };
    }
    case "mesos.internal.LaunchTasksMessage":
      return launchCall(message as internal.LaunchTasksMessage);
    case "mesos.internal.ReviveOffersMessage": {
      const { framework_id, roles } = message as internal.ReviveOffersMessage;
      return { framework_id, type: "REVIVE", revive: { roles } };
    }
    case "mesos.internal.KillTaskMessage": {
      const { framework_id, task_id } = message as internal.KillTaskMessage;
      return { framework_id, type: "KILL", kill: { task_id } };
    }
    case "mesos.internal.StatusUpdateAcknowledgementMessage": {
      const acknowledgement = message as internal.StatusUpdateAcknowledgementMessage;
      const { framework_id, agent_id, task_id, uuid } = acknowledgement;
      if (uuid.length !== UUID_BYTES) return undefined;
      return { framework_id, type: "ACKNOWLEDGE", acknowledge: { agent_id, task_id, uuid } };
    }
    case "mesos.internal.FrameworkToExecutorMessage": {
      const toExecutor = message as internal.FrameworkToExecutorMessage;
      const { framework_id, agent_id, executor_id, data } = toExecutor;
      return { framework_id, type: "MESSAGE", message: { agent_id, executor_id, data } };
    }
    case "mesos.internal.ReconcileTasksMessage": {
      const { framework_id, statuses } = message as internal.ReconcileTasksMessage;
      const tasks = statuses?.map(({ task_id, agent_id }) => ({ task_id, agent_id }));
      return { framework_id, type: "RECONCILE", reconcile: { tasks } };
    }
    default:
      return undefined;
  }
}

/** A launch of nothing is how old drivers decline. */
function launchCall(message: internal.LaunchTasksMessage): scheduler.Call {
  const { framework_id, tasks = [], filters, offer_ids } = message;
  if (tasks.length === 0) return { framework_id, type: "DECLINE", decline: { offer_ids, filters } };
  return {
    framework_id,
    type: "ACCEPT",
    accept: { offer_ids, filters, operations: [{ type: "LAUNCH", launch: { task_infos: tasks } }] },
  };
}
