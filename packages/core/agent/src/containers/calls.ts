import type { agent } from "@mesos-ts/protos";
import type { AgentContext } from "../context.ts";
import type { Reply, RequestId } from "../contract.ts";
import type { GarbageCollector } from "../gc.ts";
import { standaloneSandbox } from "../paths.ts";
import { containerIdText } from "../state.ts";
import { type Found, findLive, hasRoot } from "./directory.ts";
import { launchContainer, launchOf } from "./launch.ts";
import { destroy, waited } from "./lifecycle.ts";
import type { WaitCall } from "./own-containers.ts";

const SIGKILL = 9;
const MAX_SIGNAL = 64;

/**
 * The calls of `/api/v1` that launch, wait for, signal and remove containers. False for others.
 * Codes and texts are Mesos's.
 */
export function containerCall(
  context: AgentContext,
  gc: GarbageCollector,
  requestId: RequestId,
  call: agent.Call,
): boolean {
  const reply = (answer: Reply): void =>
    context.outbox.push({ type: "reply", requestId, reply: answer });
  const launch = launchOf(call);
  if (launch !== undefined) {
    launchContainer(context, gc, requestId, launch);
    return true;
  }
  switch (call.type) {
    case "WAIT_CONTAINER":
    case "WAIT_NESTED_CONTAINER": {
      const payload = call.wait_container ?? call.wait_nested_container;
      const answer = payload && wait(context, requestId, call.type, textOf(payload));
      if (answer !== undefined) reply(answer);
      return true;
    }
    case "KILL_CONTAINER":
    case "KILL_NESTED_CONTAINER": {
      const payload = call.kill_container ?? call.kill_nested_container;
      if (payload !== undefined) reply(kill(context, textOf(payload), payload.signal ?? SIGKILL));
      return true;
    }
    case "REMOVE_CONTAINER":
    case "REMOVE_NESTED_CONTAINER": {
      const payload = call.remove_container ?? call.remove_nested_container;
      const answer = payload && remove(context, gc, requestId, textOf(payload));
      if (answer !== undefined) reply(answer);
      return true;
    }
    default:
      return false;
  }
}

function textOf({
  container_id,
}: {
  readonly container_id: agent.Call_WaitContainer["container_id"];
}) {
  return containerIdText(container_id);
}

function refused(status: number, text: string): Reply {
  return { type: "refused", status, text };
}

/** The answer, if there is one already. */
function wait(
  context: AgentContext,
  requestId: RequestId,
  call: WaitCall,
  id: string,
): Reply | undefined {
  const ended = context.own.ended.get(id);
  if (ended !== undefined) return waited(call, ended.status);
  if (findLive(context, id) === undefined) return refused(404, `Container ${id} cannot be found`);
  return context.own.wait(id, { requestId, call })
    ? undefined
    : refused(503, "Too many requests wait for containers");
}

function kill(context: AgentContext, id: string, signal: number): Reply {
  const found = findLive(context, id);
  if (found === undefined || (found.type === "own" && found.container.state === "ending")) {
    return refused(404, `Container '${id}' cannot be found (or is already killed)`);
  }
  if (!Number.isInteger(signal) || signal < 0 || signal > MAX_SIGNAL) {
    return refused(500, "Unable to send signal to container: Invalid argument");
  }
  context.outbox.info(`Sending signal ${signal} to container ${id}`);
  // What has no process yet cannot be signalled: it is not started.
  if (found.type === "own" && found.container.state === "starting") {
    destroy(context, found.container);
  } else {
    for (const containerId of processesOf(found)) {
      context.outbox.push({ type: "signal-container", containerId, signal, scope: "init" });
    }
  }
  return { type: "ok" };
}

/** The executor of a task group has no process: its tasks' stand for it. */
function processesOf(found: Found): readonly string[] {
  switch (found.type) {
    case "own":
      return [found.container.id];
    case "task":
      return [found.record.containerId];
    case "executor":
      return found.executor.kind === "group"
        ? [...found.executor.launched.values()].map(({ containerId }) => containerId)
        : [found.executor.containerId];
    default:
      return found satisfies never;
  }
}

/** The answer, unless it is that of the removal which is under way now. */
function remove(
  context: AgentContext,
  gc: GarbageCollector,
  requestId: RequestId,
  id: string,
): Reply | undefined {
  const { own, outbox, config } = context;
  const isNested = id.includes(".");
  if (findLive(context, id) !== undefined || own.liveBelow(id).length > 0) {
    return refused(500, `${isNested ? "Nested container" : "Container"} has not terminated yet`);
  }
  if (isNested && !hasRoot(context, id)) return refused(500, "Unknown root container");
  const sandbox = isNested ? own.ended.get(id)?.sandbox : standaloneSandbox(config.workDir, id);
  if (sandbox === undefined) return { type: "ok" };
  const forgotten = own.ended.has(id) ? [...own.endedBelow(id), id] : [];
  for (const containerId of forgotten) {
    own.ended.delete(containerId);
    outbox.push({ type: "forget-container", containerId });
  }
  gc.unschedule(sandbox);
  own.removals.set(sandbox, [...(own.removals.get(sandbox) ?? []), requestId]);
  outbox.push({ type: "detach-path", virtualPath: sandbox });
  outbox.push({ type: "remove-path", path: sandbox });
  return undefined;
}

/** A sandbox that an operator had removed is gone. False: nobody asked for it. */
export function sandboxRemoved(
  { own, outbox }: AgentContext,
  path: string,
  error: string | undefined,
): boolean {
  const requests = own.removals.get(path);
  own.removals.delete(path);
  for (const requestId of requests ?? []) {
    const text = `Failed to remove the sandbox directory: ${error}`;
    const reply: Reply = error === undefined ? { type: "ok" } : refused(500, text);
    outbox.push({ type: "reply", requestId, reply });
  }
  return requests !== undefined;
}
