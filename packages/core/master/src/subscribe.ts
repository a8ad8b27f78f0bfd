/** SUBSCRIBE, over an event stream (v1) or from a libprocess process (v0). */
import { err, type Result } from "@mesos-ts/base";
import type { FrameworkInfo } from "@mesos-ts/protos";
import type { Pid, RequestId, StreamId } from "./contract.ts";
import type { Core } from "./core.ts";
import { HEARTBEAT_SECONDS, heartbeat, refuseStream, tell } from "./deliver.ts";
import { type FrameworkOptions, frameworkOptions, type Wishes } from "./framework-options.ts";
import {
  activateFramework,
  addFramework,
  bindConnection,
  recoverFramework,
  spreadFramework,
  takeOffersBack,
  updateFrameworkInfo,
} from "./frameworks.ts";
import { type Framework, frameworkText, isConnected, pidOf } from "./model.ts";
import { announceFrameworkAdded } from "./operator-events.ts";
import {
  preserveImmutable,
  validateFramework,
  validateFrameworkUpdate,
} from "./validation/framework.ts";

/** A subscription in words common to v0 and v1. */
export interface Subscription extends Wishes {
  /** v0: takes the framework over from another driver. v1 always does. */
  readonly force: boolean;
}

/** Whether a framework's id is still to be given. */
function isNew(info: FrameworkInfo): boolean {
  return (info.id?.value ?? "") === "";
}

function countSubscription(core: Core, info: FrameworkInfo): void {
  core.counters.count(
    isNew(info) ? "messages_register_framework" : "messages_reregister_framework",
  );
}

/** What an acceptable subscription asks for. */
function readOptions(core: Core, subscription: Subscription): Result<FrameworkOptions> {
  const error = validateFramework(core, subscription.info);
  return error === undefined ? frameworkOptions(core, subscription) : err(error);
}

/** A v1 subscription is always answered by a stream; a refusal is its only event. */
export function subscribeStream(
  core: Core,
  requestId: RequestId,
  subscription: Subscription,
): void {
  const { info } = subscription;
  countSubscription(core, info);
  core.log("INFO", `Received subscription request for HTTP framework '${info.name}'`);
  const streamId = core.newStreamId();
  core.emit({ type: "open-stream", requestId, streamId });
  const options = readOptions(core, subscription);
  if (options.type === "error") {
    core.log("INFO", `Refusing subscription of framework '${info.name}': ${options.error}`);
    refuseStream(core, streamId, options.error);
  } else if (isNew(info)) {
    beginStream(core, streamId, info, options.value);
  } else {
    takeOverByStream(core, streamId, info, options.value);
  }
}

function beginStream(
  core: Core,
  streamId: StreamId,
  asked: FrameworkInfo,
  options: FrameworkOptions,
): void {
  const info = { ...asked, id: { value: core.newFrameworkId() } };
  const connection = { type: "stream", streamId } as const;
  const framework = addFramework(core, info, options, connection);
  framework.counters.call("SUBSCRIBE");
  tell(core, framework, { type: "registered" });
  beat(core, framework, streamId);
  announceFrameworkAdded(core, framework);
}

function takeOverByStream(
  core: Core,
  streamId: StreamId,
  asked: FrameworkInfo,
  options: FrameworkOptions,
): void {
  const framework = known(core, asked);
  const info = preserveImmutable(core, framework.info, asked);
  const error = validateFrameworkUpdate(framework.info, info);
  if (error !== undefined) {
    refuseStream(core, streamId, error);
    return;
  }
  framework.counters.call("SUBSCRIBE");
  updateFrameworkInfo(core, framework, info, options);
  dismiss(core, framework);
  markReturned(core, framework);
  bindConnection(core, framework, { type: "stream", streamId });
  takeOffersBack(core, framework, "silently");
  activateFramework(core, framework);
  tell(core, framework, { type: "registered" });
  beat(core, framework, streamId);
  spreadFramework(core, framework);
}

/** The framework with that id; one that is not known here comes from an earlier master. */
function known(core: Core, info: FrameworkInfo): Framework {
  return core.frameworks.registered.get(info.id?.value ?? "") ?? recoverFramework(core, info);
}

/** Tells the scheduler that was there before, if it is, that it has been replaced. */
function dismiss(core: Core, framework: Framework): void {
  if (!isConnected(framework)) return;
  core.log("INFO", `Framework ${frameworkText(framework)} failed over`);
  tell(core, framework, { type: "error", message: "Framework failed over" });
  if (framework.connection.type === "stream") {
    core.emit({ type: "close-stream", streamId: framework.connection.streamId });
  }
}

function markReturned(core: Core, framework: Framework): void {
  if (framework.phase === "recovered") framework.registeredMs = core.nowMs;
  framework.reregisteredMs = core.nowMs;
}

/** A heartbeat now, and the next one due, as long as the framework keeps this stream. */
export function beat(core: Core, framework: Framework, streamId: StreamId): void {
  const { connection } = framework;
  if (connection.type !== "stream" || connection.streamId !== streamId) return;
  heartbeat(core, framework, streamId);
  framework.heartbeat = core.timers.set(core.steadyMs + HEARTBEAT_SECONDS * 1000, {
    type: "scheduler-heartbeat",
    frameworkId: framework.id,
    streamId,
  });
}

/** A v0 subscription; refusals are FrameworkErrorMessages. */
export function subscribePid(core: Core, pid: Pid, subscription: Subscription): void {
  const { info } = subscription;
  countSubscription(core, info);
  core.log("INFO", `Received SUBSCRIBE call for framework '${info.name}' at ${pid}`);
  const options = readOptions(core, subscription);
  if (options.type === "error") {
    const { error } = options;
    core.log("INFO", `Refusing subscription of framework '${info.name}' at ${pid}: ${error}`);
    core.send(pid, "FrameworkErrorMessage", { message: error });
  } else if (isNew(info)) {
    beginPid(core, pid, info, options.value);
  } else {
    takeOverByPid(core, pid, subscription, options.value);
  }
}

function beginPid(core: Core, pid: Pid, asked: FrameworkInfo, options: FrameworkOptions): void {
  const there = core.frameworks.byPid.get(pid);
  if (there !== undefined) {
    core.log(
      "INFO",
      `Framework ${frameworkText(there)} already subscribed, resending acknowledgement`,
    );
    tell(core, there, { type: "registered" });
    return;
  }
  const info = { ...asked, id: { value: core.newFrameworkId() } };
  const connection = { type: "pid", pid } as const;
  const framework = addFramework(core, info, options, connection);
  framework.counters.call("SUBSCRIBE");
  tell(core, framework, { type: "registered" });
  announceFrameworkAdded(core, framework);
}

function takeOverByPid(
  core: Core,
  pid: Pid,
  subscription: Subscription,
  options: FrameworkOptions,
): void {
  const there = core.frameworks.byPid.get(pid);
  if (there !== undefined && there.id !== subscription.info.id?.value) {
    core.log(
      "ERROR",
      `Dropping SUBSCRIBE call for framework '${subscription.info.name}': ${frameworkText(there)} already connected at ${pid}`,
    );
    return;
  }
  const framework = known(core, subscription.info);
  const info = preserveImmutable(core, framework.info, subscription.info);
  const isRecovered = framework.phase === "recovered";
  const isElsewhere = !isRecovered && pidOf(framework) !== pid && !subscription.force;
  const error =
    validateFrameworkUpdate(framework.info, info) ??
    (isElsewhere ? "Framework failed over" : undefined);
  if (error !== undefined) {
    core.log("INFO", `Refusing subscription of framework ${frameworkText(framework)}: ${error}`);
    core.send(pid, "FrameworkErrorMessage", { message: error });
    return;
  }
  framework.counters.call("SUBSCRIBE");
  updateFrameworkInfo(core, framework, info, options);
  if (isRecovered || subscription.force) moveToPid(core, framework, pid);
  else resumeAtPid(core, framework, pid);
  spreadFramework(core, framework);
}

/** Another driver, or the first one after a master failover. */
function moveToPid(core: Core, framework: Framework, pid: Pid): void {
  if (pidOf(framework) !== pid) dismiss(core, framework);
  markReturned(core, framework);
  bindConnection(core, framework, { type: "pid", pid });
  takeOffersBack(core, framework, "silently");
  activateFramework(core, framework);
  tell(core, framework, { type: "registered" });
}

/** The same driver again: its connection was broken for a while. */
function resumeAtPid(core: Core, framework: Framework, pid: Pid): void {
  core.log(
    "INFO",
    `Allowing framework ${frameworkText(framework)} to subscribe with an already used id`,
  );
  markReturned(core, framework);
  takeOffersBack(core, framework, "told");
  bindConnection(core, framework, { type: "pid", pid });
  activateFramework(core, framework);
  tell(core, framework, { type: "reregistered" });
}
