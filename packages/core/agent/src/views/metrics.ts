import { Resources } from "@mesos-ts/resources";
import type { Agent } from "../agent.ts";
import type { TimeMs } from "../contract.ts";
import type { Executor } from "../state.ts";
import { allocatedResources } from "./state.ts";

const SCALARS = ["cpus", "disk", "gpus", "mem"] as const;
const LIVE_STATES = ["staging", "starting", "running", "killing"] as const;
const ENDED_STATES = ["finished", "failed", "killed", "lost", "gone"] as const;
const EXECUTOR_STATES = ["registering", "running", "terminating", "terminated"] as const;

/** The agent's numbers by key, as `/metrics/snapshot` shows them. */
export function agentMetrics(
  agent: Agent,
  nowMs: TimeMs,
  into: (key: string, value: number) => void,
): void {
  const { context, gc } = agent;
  const count = (name: string): number => context.counters[name] ?? 0;
  const executors = [...context.frameworks.values()].flatMap((each) => [
    ...each.executors.values(),
  ]);
  into("slave/registered", context.phase === "running" ? 1 : 0);
  into("slave/uptime_secs", Math.max(0, nowMs - context.startedMs) / 1000);
  into("slave/frameworks_active", context.frameworks.size);
  taskMetrics(executors, count, into);
  for (const state of EXECUTOR_STATES) {
    into(`slave/executors_${state}`, executors.filter((each) => each.state === state).length);
  }
  into("slave/executors_preempted", count("executors_preempted"));
  for (const name of ["status_updates", "framework_messages"]) {
    into(`slave/valid_${name}`, count(`valid_${name}`));
    into(`slave/invalid_${name}`, count(`invalid_${name}`));
  }
  into("slave/container_launch_errors", count("container_launch_errors"));
  into("slave/executor_directory_max_allowed_age_secs", gc.maxAgeMs / 1000);
  const lent = context.oversubscribed ?? Resources.none;
  resourceMetrics(context.total.plus(lent), allocatedResources(context), into);
  into("gc/path_removals_pending", gc.pending);
  into("gc/path_removals_succeeded", gc.succeeded);
  into("gc/path_removals_failed", gc.failed);
}

function taskMetrics(
  executors: readonly Executor[],
  count: (name: string) => number,
  into: (key: string, value: number) => void,
): void {
  const live: Record<string, number> = {};
  for (const { queued, launched } of executors) {
    for (const { task } of [...queued.values(), ...launched.values()]) {
      live[task.state] = (live[task.state] ?? 0) + 1;
    }
  }
  for (const state of LIVE_STATES) {
    into(`slave/tasks_${state}`, live[`TASK_${state.toUpperCase()}`] ?? 0);
  }
  for (const state of ENDED_STATES) into(`slave/tasks_${state}`, count(`tasks_${state}`));
}

function resourceMetrics(
  total: Resources,
  used: Resources,
  into: (key: string, value: number) => void,
): void {
  const kinds = [
    ["", total.nonRevocable(), used.nonRevocable()],
    ["_revocable", total.revocable(), used.revocable()],
  ] as const;
  for (const [suffix, all, taken] of kinds) {
    for (const name of SCALARS) {
      const whole = all.scalar(name);
      into(`slave/${name}${suffix}_total`, whole);
      into(`slave/${name}${suffix}_used`, taken.scalar(name));
      into(`slave/${name}${suffix}_percent`, whole === 0 ? 0 : taken.scalar(name) / whole);
    }
  }
}
