/**
 * Draining: the master wants this agent empty. Every task is killed, none is started any more; it
 * is over when the last one is acknowledged. A restart of the agent goes on with it.
 */
import {
  DrainConfig,
  encode,
  type FrameworkInfo,
  type internal,
  type KillPolicy,
  type TaskInfo,
} from "@mesos-ts/protos";
import type { AgentContext } from "./context.ts";
import type { TimeMs } from "./contract.ts";
import type { GarbageCollector } from "./gc.ts";
import { findRecord, killTask } from "./kills.ts";
import { drainConfigPath } from "./paths.ts";
import { droppedState } from "./state.ts";

/** DrainSlaveMessage. The master repeats it; a later one counts in place of the one before. */
export function drain(
  context: AgentContext,
  gc: GarbageCollector,
  { config }: internal.DrainSlaveMessage,
  nowMs: TimeMs,
): void {
  if (context.frameworks.size === 0 && context.operations.size === 0) {
    context.outbox.info("Asked to drain; nothing runs here, so draining is already complete");
    return;
  }
  context.outbox.info(
    `Initiating drain with ${context.frameworks.size} frameworks${config.mark_gone === true ? "; the agent will be gone then" : ""}`,
  );
  if (context.agentId !== undefined) {
    context.outbox.checkpoint({
      type: "message",
      path: drainConfigPath(context.agentId),
      bytes: encode(DrainConfig, config),
    });
  }
  context.draining = { config, startedMs: nowMs };
  // What is still being recovered is killed when that is done.
  if (context.phase !== "recovering") killAll(context, gc, config, nowMs);
}

/** A drain that a restart interrupted; called when the executors are back or given up. */
export function resumeDraining(context: AgentContext, gc: GarbageCollector, nowMs: TimeMs): void {
  if (context.draining === undefined) return;
  context.outbox.info("Replaying in-process agent draining");
  context.draining = { ...context.draining, startedMs: nowMs };
  killAll(context, gc, context.draining.config, nowMs);
}

function killAll(
  context: AgentContext,
  gc: GarbageCollector,
  config: DrainConfig,
  nowMs: TimeMs,
): void {
  for (const framework of [...context.frameworks.values()]) {
    for (const { queued, launched } of [...framework.executors.values()]) {
      for (const { id, info } of [...launched.values(), ...queued.values()]) {
        const policy = shortened(info.kill_policy, config);
        const kill: internal.KillTaskMessage = {
          framework_id: { value: framework.id },
          task_id: { value: id },
          ...(policy === undefined ? {} : { kill_policy: policy }),
        };
        killTask(context, gc, kill, nowMs);
      }
    }
  }
}

/** The policy in place of the task's own; undefined: its own grace period is short enough. */
function shortened(own: KillPolicy | undefined, config: DrainConfig): KillPolicy | undefined {
  const longest = config.max_grace_period;
  if (longest === undefined) return undefined;
  const grace = own?.grace_period;
  return grace === undefined || longest.nanoseconds < grace.nanoseconds
    ? { grace_period: longest }
    : undefined;
}

/** Nothing is left: the agent may be used again. */
export function endDrainingIfDone(context: AgentContext): void {
  if (context.draining === undefined) return;
  if (context.frameworks.size > 0 || context.operations.size > 0) return;
  if (context.phase === "recovering") return;
  context.outbox.info("Agent finished draining");
  context.draining = undefined;
  if (context.agentId === undefined) return;
  context.outbox.checkpoint({ type: "remove", path: drainConfigPath(context.agentId) });
}

/** What a launch is about, for both kinds of it. */
export interface Launch {
  readonly framework: FrameworkInfo;
  readonly executorId: string;
  readonly tasks: readonly TaskInfo[];
  readonly launchExecutor: boolean;
}

/** A launch that came too late. True: its tasks are dropped, and their scheduler is told. */
export function dropIfDraining(context: AgentContext, launch: Launch, nowMs: TimeMs): boolean {
  if (context.draining === undefined) return false;
  const frameworkId = launch.framework.id?.value ?? "";
  const known = context.frameworks.get(frameworkId);
  for (const { task_id } of launch.tasks) {
    const taskId = task_id.value;
    context.outbox.warn(
      `Ignoring running task '${taskId}' of framework ${frameworkId} because the agent is draining`,
    );
    // A launch that came twice must not contradict what the first one is told.
    if (known !== undefined && findRecord(known, taskId) !== undefined) continue;
    if (context.updates.hasPending(frameworkId, taskId)) continue;
    context.updates.update(droppedUpdate(context, launch, taskId, nowMs), undefined, nowMs);
  }
  if (launch.launchExecutor && known?.executors.get(launch.executorId) === undefined) {
    sayExecutorExited(context, frameworkId, launch.executorId);
  }
  return true;
}

function droppedUpdate(
  context: AgentContext,
  { framework, executorId }: Launch,
  taskId: string,
  nowMs: TimeMs,
): internal.StatusUpdate {
  const agentId = { value: context.agentId ?? "" };
  const uuid = context.random.uuidBytes();
  const timestamp = nowMs / 1000;
  return {
    framework_id: { value: framework.id?.value ?? "" },
    executor_id: { value: executorId },
    agent_id: agentId,
    status: {
      task_id: { value: taskId },
      state: droppedState(framework),
      message: "Task was received while agent was already draining",
      source: "SOURCE_AGENT",
      reason: "REASON_AGENT_DRAINING",
      agent_id: agentId,
      executor_id: { value: executorId },
      timestamp,
      uuid,
    },
    timestamp,
    uuid,
  };
}

/** The master counts on the executor that this launch would have started. */
function sayExecutorExited(context: AgentContext, frameworkId: string, executorId: string): void {
  if (context.master === undefined) return;
  context.outbox.send(context.master, "ExitedExecutorMessage", {
    agent_id: { value: context.agentId ?? "" },
    framework_id: { value: frameworkId },
    executor_id: { value: executorId },
    status: -1,
  });
}
