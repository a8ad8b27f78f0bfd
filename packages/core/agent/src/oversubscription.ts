/**
 * Oversubscription: what the agent lends beyond its own resources, and what it takes back when the
 * machine has too much to do. Lent resources are revocable; so is what runs on them.
 */
import type { Resource } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { type AgentContext, count, executorsOf } from "./context.ts";
import type { LoadAverages, TimeMs } from "./contract.ts";
import { destroyExecutor } from "./executors.ts";
import type { Executor } from "./state.ts";
import { allocatedResources, executorResources } from "./views/state.ts";

/** `noop`: nothing is ever estimated. `fixed`: so much may be lent, whatever the machine does. */
export type ResourceEstimator =
  | { readonly type: "noop" }
  | { readonly type: "fixed"; readonly resources: readonly Resource[] };

/** `load`: corrects when the load average of some minutes exceeds its threshold. */
export type QosController =
  | { readonly type: "noop" }
  | {
      readonly type: "load";
      readonly threshold5Min: number | undefined;
      readonly threshold15Min: number | undefined;
    };

export interface OversubscriptionConfig {
  readonly estimator: ResourceEstimator;
  readonly estimateIntervalMs: number;
  readonly controller: QosController;
  readonly correctionIntervalMs: number;
}

/** An interval of 0 would be a loop without a pause. */
const MIN_ESTIMATE_INTERVAL_MS = 100;
/** Linux renews its load averages every five seconds. */
const MIN_CORRECTION_INTERVAL_MS = 1000;

/** Begins to estimate and to correct, when the agent has recovered. */
export function startOversubscription(context: AgentContext, nowMs: TimeMs): void {
  const { estimator, controller } = context.config.oversubscription;
  if (estimator.type !== "noop") estimateAgain(context, nowMs);
  if (controller.type !== "noop") measureAgain(context, nowMs);
}

function estimateAgain(context: AgentContext, nowMs: TimeMs): void {
  const { estimateIntervalMs } = context.config.oversubscription;
  forwardEstimate(context);
  const intervalMs = Math.max(estimateIntervalMs, MIN_ESTIMATE_INTERVAL_MS);
  context.timers.set("estimate", nowMs + intervalMs, (atMs) => estimateAgain(context, atMs));
}

/** The master hears of an estimate that differs from the last one. */
function forwardEstimate(context: AgentContext): void {
  const { outbox, master, agentId, phase } = context;
  const lent = allocatedResources(context).revocable().unallocated();
  const spare = estimate(context.config.oversubscription.estimator, lent);
  if (spare === undefined) return;
  const total = lent.plus(spare);
  const isNews = context.oversubscribed?.equals(total) !== true;
  context.oversubscribed = total;
  // An agent that is not registered tells it as soon as it is.
  if (!isNews || phase !== "running" || master === undefined || agentId === undefined) return;
  outbox.info(`Forwarding total oversubscribed resources ${total}`);
  outbox.send(master, "UpdateSlaveMessage", {
    agent_id: { value: agentId },
    update_oversubscribed_resources: true,
    oversubscribed_resources: [...total.items],
  });
}

/** What may be lent on top of what is lent now; undefined: no estimate. */
export function estimate(estimator: ResourceEstimator, lent: Resources): Resources | undefined {
  switch (estimator.type) {
    case "noop":
      return undefined;
    case "fixed":
      return Resources.of(
        estimator.resources.map((resource) => ({ ...resource, revocable: {} })),
      ).minus(lent);
    default:
      return estimator satisfies never;
  }
}

function measureAgain(context: AgentContext, nowMs: TimeMs): void {
  const { correctionIntervalMs } = context.config.oversubscription;
  context.outbox.push({ type: "measure-load" });
  const intervalMs = Math.max(correctionIntervalMs, MIN_CORRECTION_INTERVAL_MS);
  context.timers.set("qos correction", nowMs + intervalMs, (atMs) => measureAgain(context, atMs));
}

/** The load was measured: what is too much for the machine ends. */
export function correctQos(context: AgentContext, load: LoadAverages | undefined): void {
  if (load === undefined) {
    context.outbox.error("Failed to fetch system load");
    return;
  }
  if (context.phase === "recovering" || context.phase === "terminating") return;
  const excesses = excessesOf(context.config.oversubscription.controller, load);
  for (const excess of excesses) context.outbox.info(excess);
  if (excesses.length === 0) return;
  for (const executor of executorsOf(context)) {
    if (!executorResources(executor).revocable().isEmpty) preempt(context, executor);
  }
}

/** Which thresholds the load exceeds, in words. */
export function excessesOf(controller: QosController, load: LoadAverages): string[] {
  if (controller.type === "noop") return [];
  const averages = [
    [5, load.fiveMinutes, controller.threshold5Min],
    [15, load.fifteenMinutes, controller.threshold15Min],
  ] as const;
  return averages.flatMap(([minutes, average, threshold]) =>
    threshold === undefined || average <= threshold
      ? []
      : [`System ${minutes} minutes load average ${average} exceeds threshold ${threshold}`],
  );
}

function preempt(context: AgentContext, executor: Executor): void {
  if (executor.state === "terminating" || executor.state === "terminated") return;
  const { framework } = executor;
  context.outbox.info(
    `Killing container '${executor.containerId}' for executor '${executor.id}' of framework ${framework.id} as QoS correction`,
  );
  const isAware = framework.info.capabilities?.some(({ type }) => type === "PARTITION_AWARE");
  executor.state = "terminating";
  executor.ending = {
    state: isAware === true ? "TASK_GONE" : "TASK_LOST",
    reason: "REASON_CONTAINER_PREEMPTED",
    message: "Container preempted by QoS correction",
  };
  count(context, "executors_preempted");
  destroyExecutor(context, executor);
}
