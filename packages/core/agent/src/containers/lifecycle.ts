import type { AgentContext } from "../context.ts";
import type { ExitStatus, RequestId, TimeMs } from "../contract.ts";
import type { GarbageCollector } from "../gc.ts";
import { waitStatus } from "../state.ts";
import { deepestFirst, type OwnContainer, rootOf, type Waiter } from "./own-containers.ts";

/** The process of a container that an operator launched exists. False: it is no such container. */
export function ownStarted(context: AgentContext, id: string, pid: number): boolean {
  const container = context.own.live.get(id);
  if (container === undefined) return false;
  container.pid = pid;
  if (container.state === "ending") destroy(context, container);
  else container.state = "running";
  answerLaunch(context, container, undefined);
  return true;
}

/** It will never exist. */
export function ownFailed(
  context: AgentContext,
  gc: GarbageCollector,
  id: string,
  reason: string,
  nowMs: TimeMs,
): boolean {
  const container = context.own.live.get(id);
  if (container === undefined) return false;
  context.outbox.warn(`Failed to launch container ${id}: ${reason}`);
  context.own.live.delete(id);
  answerLaunch(context, container, reason);
  notFound(context, id, context.own.takeWaiters(id));
  endNested(context, id);
  if (id.includes(".")) forgetIfPossible(context, rootOf(id));
  else {
    gc.schedule(container.sandbox, nowMs, container.sandbox);
    forgetWithNested(context, id, []);
  }
  return true;
}

export function ownExited(
  context: AgentContext,
  gc: GarbageCollector,
  id: string,
  status: ExitStatus,
  nowMs: TimeMs,
): boolean {
  const container = context.own.live.get(id);
  if (container === undefined) return false;
  const { own, outbox } = context;
  own.live.delete(id);
  answerLaunch(context, container, "Container destroyed during preparing");
  outbox.info(`Container ${id} has exited`);
  // What it left running goes with it.
  outbox.push({ type: "destroy-container", containerId: id });
  containerEnded(context, id, status);
  const isNested = id.includes(".");
  if (isNested) own.ended.set(id, { sandbox: container.sandbox, status });
  for (const containerId of own.takeSurplus()) {
    outbox.push({ type: "forget-container", containerId });
  }
  if (!isNested || context.config.gcNonExecutorContainerSandboxes === true) {
    gc.schedule(container.sandbox, nowMs, container.sandbox);
  }
  if (!isNested) forgetWithNested(context, id, [id]);
  else forgetIfPossible(context, rootOf(id));
  return true;
}

/** A container is over, whoever launched it: who waits for that hears of it, what is nested ends. */
export function containerEnded(context: AgentContext, id: string, status: ExitStatus): void {
  tellWaiters(context, id, status);
  endNested(context, id);
}

function tellWaiters(context: AgentContext, id: string, status: ExitStatus): void {
  for (const { requestId, call } of context.own.takeWaiters(id)) {
    context.outbox.push({ type: "reply", requestId, reply: waited(call, status) });
  }
}

/** The answer to a wait. An end that nobody saw has no status. */
export function waited(call: Waiter["call"], status: ExitStatus) {
  const end = status.type === "unknown" ? {} : { exit_status: waitStatus(status) };
  const response =
    call === "WAIT_CONTAINER"
      ? { type: call, wait_container: end }
      : { type: call, wait_nested_container: end };
  return { type: "ok" as const, response };
}

function notFound(context: AgentContext, id: string, waiters: readonly Waiter[]): void {
  for (const { requestId } of waiters) {
    const text = `Container ${id} cannot be found`;
    context.outbox.push({
      type: "reply",
      requestId,
      reply: { type: "refused", status: 404, text },
    });
  }
}

/** What is nested in a container that ends, ends. */
function endNested(context: AgentContext, id: string): void {
  for (const container of context.own.liveBelow(id)) {
    if (container.state !== "ending") destroy(context, container);
  }
}

export function destroy({ outbox }: AgentContext, container: OwnContainer): void {
  container.state = "ending";
  outbox.push({ type: "destroy-container", containerId: container.id });
}

/**
 * A root is over: the runtime forgets `ids`, its own containers, once nothing of what operators
 * nested in it lives, and that before.
 */
export function forgetWithNested(
  context: AgentContext,
  root: string,
  ids: readonly string[],
): void {
  context.own.forgettable.set(root, ids);
  endNested(context, root);
  forgetIfPossible(context, root);
}

function forgetIfPossible(context: AgentContext, root: string): void {
  const { own, outbox } = context;
  const ids = own.forgettable.get(root);
  if (ids === undefined || own.liveBelow(root).length > 0) return;
  own.forgettable.delete(root);
  const nested = own.endedBelow(root);
  for (const id of nested) own.ended.delete(id);
  for (const containerId of [...nested, ...deepestFirst(ids)]) {
    outbox.push({ type: "forget-container", containerId });
  }
}

/** A client has left: it waits for nothing any more, and its session is not wanted. */
export function requestClosed(context: AgentContext, requestId: RequestId): void {
  context.own.abandon(requestId);
  for (const container of context.own.live.values()) {
    if (container.launcher === requestId && container.isDebug) destroy(context, container);
  }
}

/** The connection of a session is over. */
export function sessionClosed(context: AgentContext, id: string): void {
  const container = context.own.live.get(id);
  if (container?.isDebug === true && container.state !== "ending") destroy(context, container);
}

function answerLaunch(
  { outbox }: AgentContext,
  container: OwnContainer,
  problem: string | undefined,
): void {
  const { launcher: requestId } = container;
  container.launcher = undefined;
  if (requestId === undefined) return;
  outbox.push({
    type: "reply",
    requestId,
    reply: problem === undefined ? { type: "ok" } : { type: "refused", status: 400, text: problem },
  });
}
