import type { Random } from "@mesos-ts/base";
import type { agent as agentApi, FrameworkInfo, internal } from "@mesos-ts/protos";
import { containerCall, sandboxRemoved } from "./containers/calls.ts";
import * as own from "./containers/lifecycle.ts";
import { type AgentContext, count, executorsOf, newContext } from "./context.ts";
import type { AgentConfig, AgentEffect, AgentEvent, ExitStatus, TimeMs } from "./contract.ts";
import { drain, endDrainingIfDone, resumeDraining } from "./draining.ts";
import { EarlyMessages } from "./early-messages.ts";
import {
  executorCall,
  executorDisconnected,
  executorUpdate,
  registerExecutor,
  reregisterExecutor,
  toExecutor,
  toFramework,
} from "./executor-protocol.ts";
import {
  checkpointPid,
  endGroupIfIdle,
  executorTerminated,
  shutdownExecutor,
  taskAcknowledged,
} from "./executors.ts";
import { GarbageCollector } from "./gc.ts";
import {
  endIfNothingRuns,
  endSiblings,
  findRecord,
  killTask,
  removeFrameworkIfDone,
  shutdownFramework,
} from "./kills.ts";
import { runTask, runTaskGroup } from "./launches.ts";
import { ONLY_FROM_MASTER } from "./obedience.ts";
import {
  acknowledgeOperation,
  applyOffered,
  reconcileOperations,
  replaceCheckpointed,
} from "./operations.ts";
import { correctQos, startOversubscription } from "./oversubscription.ts";
import { recover } from "./recovery.ts";
import { Registration } from "./registration.ts";
import { droppedState, type Executor, type TaskRecord } from "./state.ts";
import { reportFromAgent } from "./task-updates.ts";

/**
 * The agent's decisions: one event in, the effects of it out.
 *
 * Source: the agent of Mesos (registration, executors, status updates, recovery); command tasks
 * and task groups are supervised here, where Mesos starts an executor process for each.
 */
export class Agent {
  readonly context: AgentContext;
  readonly gc: GarbageCollector;
  readonly #registration: Registration;
  #streams = 0;
  #wakeAtMs: TimeMs | undefined;
  /** It cannot go on from its checkpoints: it ends, and does nothing meanwhile. */
  #refused = false;
  /** What the master asked before its word that the agent is registered arrived. */
  readonly #early = new EarlyMessages();

  constructor(config: AgentConfig, random: Random) {
    this.context = newContext(config, random);
    this.gc = new GarbageCollector(this.context);
    this.#registration = new Registration(this.context);
  }

  step(event: AgentEvent): AgentEffect[] {
    if (event.steadyMs !== undefined) this.context.timers.follow(event.nowMs, event.steadyMs);
    this.#handle(event);
    if (event.type === "wake") this.#wakeAtMs = undefined;
    this.context.timers.run(event.nowMs);
    this.#finishRecovery(event.nowMs);
    this.#finishFrameworks();
    endDrainingIfDone(this.context);
    this.#wake();
    return this.context.outbox.take();
  }

  #handle(event: AgentEvent): void {
    const { context } = this;
    const { nowMs } = event;
    switch (event.type) {
      case "start":
        return this.#start(event.recovered, nowMs);
      case "master-detected":
        this.#early.forget();
        return this.#registration.detected(event.master, nowMs, event.capabilities);
      case "message":
        if (this.#early.keep(event, context)) return;
        this.#message(event.from, event.name, event.message, nowMs);
        return this.#replayEarly(nowMs);
      case "exited":
        return this.#exited(event.pid, nowMs);
      case "executor-call":
        return executorCall(context, event.requestId, event.call, () => ++this.#streams, nowMs);
      case "operator-call":
        return this.#operatorCall(event.requestId, event.call);
      case "request-closed":
        return own.requestClosed(context, event.requestId);
      case "session-closed":
        return own.sessionClosed(context, event.containerId);
      case "stream-closed":
        return this.#streamClosed(event.streamId, nowMs);
      case "container-started":
        return this.#containerStarted(event.containerId, event.pid, nowMs);
      case "container-failed":
        return this.#containerFailed(event.containerId, event.reason, nowMs);
      case "container-exited":
        return this.#containerExited(event.containerId, event.status, nowMs);
      case "probe-done":
        context.probes.get(event.probeId)?.(event.outcome, nowMs);
        context.probes.delete(event.probeId);
        return;
      case "disk-usage":
        return this.gc.diskUsage(event.usage, nowMs);
      case "load":
        return correctQos(context, event.load);
      case "path-removed":
        if (sandboxRemoved(context, event.path, event.error)) return;
        return this.gc.removed(event.path, event.error);
      case "unregister-requested":
        return this.#unregister(nowMs);
      case "wake":
        return;
      default:
        return event satisfies never;
    }
  }

  #operatorCall(requestId: number, call: agentApi.Call): void {
    if (containerCall(this.context, this.gc, requestId, call)) return;
    const text = `${call.type ?? "The call"} is not supported by this release`;
    const reply = { type: "refused", status: 501, text } as const;
    this.context.outbox.push({ type: "reply", requestId, reply });
  }

  #start(recovered: Extract<AgentEvent, { type: "start" }>["recovered"], nowMs: TimeMs): void {
    this.context.startedMs = nowMs;
    this.gc.start(nowMs);
    if (recovered === undefined) return;
    const outcome = recover(this.context, this.gc, recovered, nowMs);
    if (outcome.type === "refused") {
      this.#refused = true;
      this.context.outbox.push({ type: "exit", code: 1, text: outcome.text });
    }
  }

  /** The agent registers once every executor it waits for is back or given up. */
  #finishRecovery(nowMs: TimeMs): void {
    if (this.#refused || this.context.phase !== "recovering") return;
    if (this.context.startedMs === 0) return;
    for (const executor of executorsOf(this.context)) {
      if (this.context.timers.has(`reconnect ${executor.containerId}`)) return;
    }
    resumeDraining(this.context, this.gc, nowMs);
    this.context.outbox.info("Finished recovery");
    startOversubscription(this.context, nowMs);
    this.#registration.ready(nowMs);
  }

  #finishFrameworks(): void {
    for (const framework of [...this.context.frameworks.values()]) {
      if (framework.executors.size === 0) removeFrameworkIfDone(this.context, framework);
    }
    if (this.context.phase === "terminating" && this.context.frameworks.size === 0) {
      this.context.outbox.push({ type: "exit", code: 0, text: "Agent terminated" });
    }
  }

  #wake(): void {
    const earliest = this.context.timers.earliestMs();
    if (earliest === undefined || earliest === this.#wakeAtMs) return;
    this.#wakeAtMs = earliest;
    this.context.outbox.push({ type: "wake-at", atMs: earliest });
  }

  #replayEarly(nowMs: TimeMs): void {
    if (this.context.agentId === undefined) return;
    for (const { from, name, message } of this.#early.take()) {
      this.#message(from, name, message, nowMs);
    }
  }

  /** Libprocess messages by their full name. Unknown ones are dropped with a line in the log. */
  #message(from: string, name: string, message: unknown, nowMs: TimeMs): void {
    const { context } = this;
    if (from !== context.master && ONLY_FROM_MASTER.has(name)) {
      context.outbox.warn(
        `Ignoring ${name} from ${from} because it is not the expected master: ${context.master ?? "None"}`,
      );
      return;
    }
    switch (name) {
      case "mesos.internal.SlaveRegisteredMessage":
        return this.#registration.registered(
          from,
          message as internal.SlaveRegisteredMessage,
          nowMs,
        );
      case "mesos.internal.SlaveReregisteredMessage":
        return this.#reregistered(from, message as internal.SlaveReregisteredMessage, nowMs);
      case "mesos.internal.PingSlaveMessage":
        return this.#registration.ping(from, message as internal.PingSlaveMessage, nowMs);
      case "mesos.internal.RunTaskMessage":
        return runTask(context, message as internal.RunTaskMessage, nowMs);
      case "mesos.internal.RunTaskGroupMessage":
        return runTaskGroup(context, message as internal.RunTaskGroupMessage, nowMs);
      case "mesos.internal.KillTaskMessage":
        return killTask(context, this.gc, message as internal.KillTaskMessage, nowMs);
      case "mesos.internal.StatusUpdateAcknowledgementMessage":
        return this.#acknowledged(message as internal.StatusUpdateAcknowledgementMessage, nowMs);
      case "mesos.internal.ShutdownFrameworkMessage":
        return shutdownFramework(
          context,
          this.gc,
          (message as internal.ShutdownFrameworkMessage).framework_id.value,
          nowMs,
        );
      case "mesos.internal.ShutdownExecutorMessage":
        return this.#shutdownExecutor(message as internal.ShutdownExecutorMessage, nowMs);
      case "mesos.internal.UpdateFrameworkMessage":
        return this.#updateFramework(message as internal.UpdateFrameworkMessage);
      case "mesos.internal.FrameworkToExecutorMessage":
        return toExecutor(context, message as internal.FrameworkToExecutorMessage);
      case "mesos.internal.CheckpointResourcesMessage":
        return replaceCheckpointed(context, message as internal.CheckpointResourcesMessage);
      case "mesos.internal.ApplyOperationMessage":
        if (applyOffered(context, message as internal.ApplyOperationMessage, nowMs)) return;
        context.outbox.info("Forcing re-registration: the master's view of this agent is wrong");
        return this.#registration.detected(context.master, nowMs);
      case "mesos.internal.AcknowledgeOperationStatusMessage":
        return acknowledgeOperation(context, message as internal.AcknowledgeOperationStatusMessage);
      case "mesos.internal.ReconcileOperationsMessage":
        return reconcileOperations(context, message as internal.ReconcileOperationsMessage);
      case "mesos.internal.DrainSlaveMessage":
        return drain(context, this.gc, message as internal.DrainSlaveMessage, nowMs);
      case "mesos.internal.ShutdownMessage":
        return this.#shutdown(from, message as internal.ShutdownMessage, nowMs);
      case "mesos.internal.RegisterExecutorMessage":
        return registerExecutor(context, from, message as internal.RegisterExecutorMessage);
      case "mesos.internal.ReregisterExecutorMessage":
        return reregisterExecutor(
          context,
          from,
          message as internal.ReregisterExecutorMessage,
          nowMs,
        );
      case "mesos.internal.StatusUpdateMessage":
        return executorUpdate(context, from, message as internal.StatusUpdateMessage, nowMs);
      case "mesos.internal.ExecutorToFrameworkMessage":
        return this.#fromExecutor(message as internal.ExecutorToFrameworkMessage);
      default:
        context.outbox.warn(`Dropping ${name} from ${from}: this agent has no use for it`);
    }
  }

  #reregistered(from: string, message: internal.SlaveReregisteredMessage, nowMs: TimeMs): void {
    this.#registration.reregistered(from, message, nowMs);
    for (const { framework_id, framework, statuses } of message.reconciliations ?? []) {
      for (const { task_id } of statuses ?? []) {
        this.#reconcileUnknown(framework_id.value, framework, task_id.value, nowMs);
      }
    }
  }

  /** The master believes in a task that never arrived here: it is told so until it listens. */
  #reconcileUnknown(
    frameworkId: string,
    framework: FrameworkInfo | undefined,
    taskId: string,
    nowMs: TimeMs,
  ): void {
    const { context } = this;
    const known = context.frameworks.get(frameworkId);
    if (known !== undefined && findRecord(known, taskId) !== undefined) return;
    if (context.agentId === undefined || context.updates.hasPending(frameworkId, taskId)) return;
    const agentId = { value: context.agentId };
    const uuid = context.random.uuidBytes();
    const update: internal.StatusUpdate = {
      framework_id: { value: frameworkId },
      agent_id: agentId,
      status: {
        task_id: { value: taskId },
        state: droppedState(framework),
        message: "Reconciliation: task unknown to the agent",
        source: "SOURCE_AGENT",
        reason: "REASON_RECONCILIATION",
        agent_id: agentId,
        timestamp: nowMs / 1000,
        uuid,
      },
      timestamp: nowMs / 1000,
      uuid,
    };
    context.updates.update(update, undefined, nowMs);
  }

  #acknowledged(message: internal.StatusUpdateAcknowledgementMessage, nowMs: TimeMs): void {
    const { framework_id, task_id, uuid } = message;
    const outcome = this.context.updates.acknowledge(
      framework_id.value,
      task_id.value,
      uuid,
      nowMs,
    );
    if (outcome.type === "refused") {
      this.#refused = true;
      this.context.outbox.warn(
        `Ignoring the acknowledgement for task ${task_id.value} of framework ${framework_id.value}: ${outcome.why}`,
      );
      return;
    }
    if (!outcome.terminal) return;
    const framework = this.context.frameworks.get(framework_id.value);
    for (const executor of framework?.executors.values() ?? []) {
      if (!executor.terminated.has(task_id.value)) continue;
      taskAcknowledged(this.context, this.gc, executor, task_id.value, nowMs);
      return;
    }
  }

  #shutdownExecutor(message: internal.ShutdownExecutorMessage, nowMs: TimeMs): void {
    const framework = this.context.frameworks.get(message.framework_id?.value ?? "");
    const executor = framework?.executors.get(message.executor_id?.value ?? "");
    if (executor === undefined) {
      this.context.outbox.warn("Ignoring the shutdown of an executor that is not known here");
      return;
    }
    shutdownExecutor(this.context, executor, nowMs);
    endIfNothingRuns(this.context, this.gc, executor, nowMs);
  }

  #updateFramework(message: internal.UpdateFrameworkMessage): void {
    const framework = this.context.frameworks.get(message.framework_id.value);
    if (framework === undefined) return;
    if (message.framework_info !== undefined) framework.info = message.framework_info;
    const pid = message.pid;
    framework.pid = pid === undefined || pid === "" || pid === "@0.0.0.0:0" ? undefined : pid;
  }

  #fromExecutor(message: internal.ExecutorToFrameworkMessage): void {
    const executor = this.context.frameworks
      .get(message.framework_id.value)
      ?.executors.get(message.executor_id.value);
    if (executor !== undefined) toFramework(this.context, executor, message.data);
  }

  #shutdown(from: string, message: internal.ShutdownMessage, nowMs: TimeMs): void {
    const { context } = this;
    if (from !== context.master) {
      context.outbox.warn(`Ignoring shutdown message from ${from}: it is not the leading master`);
      return;
    }
    context.outbox.info(`Agent asked to shut down by ${from} because '${message.message ?? ""}'`);
    this.#terminate(nowMs);
  }

  #unregister(nowMs: TimeMs): void {
    const { context } = this;
    context.outbox.info("Received SIGUSR1 signal; unregistering and shutting down");
    if (context.master !== undefined && context.agentId !== undefined) {
      context.outbox.send(context.master, "UnregisterSlaveMessage", {
        agent_id: { value: context.agentId },
      });
    }
    this.#terminate(nowMs);
  }

  #terminate(nowMs: TimeMs): void {
    this.context.phase = "terminating";
    for (const id of [...this.context.frameworks.keys()]) {
      shutdownFramework(this.context, this.gc, id, nowMs);
    }
  }

  #exited(pid: string, nowMs: TimeMs): void {
    if (pid === this.context.master) {
      this.#early.forget();
      this.context.outbox.warn("Master disconnected! Waiting for a new master to be elected");
      return;
    }
    for (const executor of executorsOf(this.context)) {
      if (executor.connection?.type === "pid" && executor.connection.pid === pid) {
        executorDisconnected(this.context, executor, nowMs);
        return;
      }
    }
  }

  #streamClosed(streamId: number, nowMs: TimeMs): void {
    for (const executor of executorsOf(this.context)) {
      if (executor.connection?.type === "stream" && executor.connection.streamId === streamId) {
        executorDisconnected(this.context, executor, nowMs);
        return;
      }
    }
  }

  #containerStarted(containerId: string, pid: number, nowMs: TimeMs): void {
    if (own.ownStarted(this.context, containerId, pid)) return;
    const found = this.#container(containerId);
    if (found === undefined) {
      this.context.outbox.push({ type: "destroy-container", containerId });
      return;
    }
    const { executor, record } = found;
    if (record === undefined || executor.kind === "command") executor.pid = pid;
    checkpointPid(this.context, executor, pid);
    record?.process?.started(pid, nowMs);
    if (executor.framework.terminating || executor.state === "terminating") {
      this.context.outbox.push({ type: "destroy-container", containerId });
    }
  }

  #containerFailed(containerId: string, reason: string, nowMs: TimeMs): void {
    if (own.ownFailed(this.context, this.gc, containerId, reason, nowMs)) return;
    const found = this.#container(containerId);
    if (found === undefined) return;
    count(this.context, "container_launch_errors");
    const { executor, record } = found;
    const ending = executor.ending ?? {
      state: "TASK_FAILED",
      reason: "REASON_CONTAINER_LAUNCH_FAILED",
      message: `Failed to launch container: ${reason}`,
    };
    if (record !== undefined && executor.kind === "group") {
      reportFromAgent(this.context, record, ending, nowMs);
      this.#taskEnded(executor, record, nowMs);
      return;
    }
    executor.ending = ending;
    executor.hasContainer = false;
    executor.exit = { type: "exited", code: 1 };
    executorTerminated(this.context, this.gc, executor, nowMs);
  }

  #containerExited(containerId: string, status: ExitStatus, nowMs: TimeMs): void {
    if (own.ownExited(this.context, this.gc, containerId, status, nowMs)) return;
    own.containerEnded(this.context, containerId, status);
    const found = this.#container(containerId);
    if (found === undefined) {
      this.context.outbox.push({ type: "forget-container", containerId });
      return;
    }
    const { executor, record } = found;
    // What ended for a reason of the agent's own is told by that reason, not by its exit.
    if (record === undefined || status.type === "unknown" || executor.ending !== undefined) {
      executor.exit = status;
      executor.hasContainer = false;
      executorTerminated(this.context, this.gc, executor, nowMs);
      return;
    }
    record.process?.exited(status, nowMs);
    this.#taskEnded(executor, record, nowMs);
  }

  /** A supervised task's process is gone and its update is on its way. */
  #taskEnded(executor: Executor, record: TaskRecord, nowMs: TimeMs): void {
    executor.launched.delete(record.id);
    if (executor.kind === "command" || executor.framework.terminating) {
      if (executor.launched.size > 0) return;
      executor.hasContainer = false;
      executor.exit = { type: "exited", code: 0 };
      executorTerminated(this.context, this.gc, executor, nowMs);
      return;
    }
    endSiblings(executor, record, nowMs);
    if (executor.state === "terminating" && executor.launched.size === 0) {
      executor.exit = { type: "exited", code: 0 };
      executorTerminated(this.context, this.gc, executor, nowMs);
    } else endGroupIfIdle(this.context, this.gc, executor, nowMs);
  }

  #container(
    containerId: string,
  ): { readonly executor: Executor; readonly record: TaskRecord | undefined } | undefined {
    for (const executor of executorsOf(this.context)) {
      if (executor.kind === "custom") {
        if (executor.containerId === containerId) return { executor, record: undefined };
        continue;
      }
      if (!containerId.startsWith(executor.containerId)) continue;
      for (const record of executor.launched.values()) {
        if (record.containerId === containerId) return { executor, record };
      }
      // The process of an executor that an Apache Mesos agent started.
      if (executor.containerId === containerId) return { executor, record: undefined };
    }
    return undefined;
  }
}
