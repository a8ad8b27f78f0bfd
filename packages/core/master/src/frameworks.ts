/** Frameworks: known, connected, disconnected, removed. */
import type { AllocatorFramework } from "@mesos-ts/allocator";
import type { FrameworkInfo } from "@mesos-ts/protos";
import { BoundedMap, Recent } from "./bounded.ts";
import type { Core } from "./core.ts";
import { settleDraining } from "./draining.ts";
import { FrameworkCounters } from "./framework-counters.ts";
import { sendFramework } from "./framework-notice.ts";
import { type FrameworkOptions, NO_OPTIONS } from "./framework-options.ts";
import { withdrawInverseOffers } from "./inverse-offers.ts";
import { minAllocatableOf } from "./min-allocatable.ts";
import {
  type Connection,
  type Framework,
  frameworkText,
  isConnected,
  type OfferRecord,
  type Task,
} from "./model.ts";
import { discardOffer, rescindOffer } from "./offers.ts";
import { claimOperations } from "./operations.ts";
import {
  announceFrameworkAdded,
  announceFrameworkRemoved,
  announceFrameworkUpdated,
} from "./operator-events.ts";
import { removeExecutor } from "./placements.ts";
import { rolesOf } from "./roles.ts";
import { ownUpdate } from "./status-updates.ts";
import { removeTask, updateTask } from "./tasks.ts";

function capabilitiesOf(info: FrameworkInfo): Framework["capabilities"] {
  return new Set((info.capabilities ?? []).map(({ type }) => type ?? "UNKNOWN"));
}

/** Makes a framework known; `connection` absent: recovered, its scheduler is yet to come. */
export function addFramework(
  core: Core,
  info: FrameworkInfo,
  options: FrameworkOptions,
  connection?: Connection,
): Framework {
  const { config, nowMs } = core;
  const isRecovered = connection === undefined;
  const framework: Framework = {
    id: info.id?.value ?? "",
    info,
    roles: new Set(rolesOf(info)),
    capabilities: capabilitiesOf(info),
    suppressedRoles: new Set(options.suppressedRoles),
    constraints: options.constraints,
    phase: isRecovered ? "recovered" : "connected",
    active: !isRecovered,
    connection: connection ?? { type: "none" },
    heartbeat: undefined,
    registeredMs: isRecovered ? 0 : nowMs,
    reregisteredMs: isRecovered ? 0 : nowMs,
    unregisteredMs: 0,
    tasks: new Map(),
    unreachableTasks: new BoundedMap<string, Task>(config.maxUnreachableTasksPerFramework),
    completedTasks: new Recent<Task>(config.maxCompletedTasksPerFramework),
    offers: new Set<OfferRecord>(),
    inverseOffers: new Set(),
    placements: new Map(),
    operations: new Map(),
    operationsById: new Map(),
    shown: undefined,
    counters: new FrameworkCounters(),
  };
  core.log("INFO", `Adding framework ${frameworkText(framework)}`);
  core.frameworks.registered.set(framework.id, framework);
  indexConnection(core, framework);
  core.allocator.addFramework(
    framework.id,
    allocatorView(framework),
    framework.active,
    core.steadyMs,
  );
  claimOperations(core, framework);
  return framework;
}

/**
 * A framework learned from a returning agent. It has as long as the agents to find this master, or
 * longer if its `failover_timeout` says so; Apache Mesos would wait for ever (MESOS-4659).
 */
export function recoverFramework(core: Core, info: FrameworkInfo): Framework {
  const framework = addFramework(core, info, NO_OPTIONS);
  core.log("INFO", `Recovered framework ${frameworkText(framework)}`);
  announceFrameworkAdded(core, framework);
  giveTime(core, framework, Math.max(failoverMs(framework), core.config.agentReregisterTimeoutMs));
  return framework;
}

function allocatorView(framework: Framework): AllocatorFramework {
  return {
    roles: [...framework.roles],
    suppressedRoles: [...framework.suppressedRoles],
    capabilities: framework.capabilities,
    minAllocatable: minAllocatableOf(framework.info),
    constraints: framework.constraints.filter,
  };
}

/** Takes over a new FrameworkInfo; offers in roles that it left are rescinded. */
export function updateFrameworkInfo(
  core: Core,
  framework: Framework,
  info: FrameworkInfo,
  options: FrameworkOptions,
): void {
  core.log("INFO", `Updating framework ${frameworkText(framework)}`);
  framework.info = info;
  framework.roles = new Set(rolesOf(info));
  framework.capabilities = capabilitiesOf(info);
  framework.suppressedRoles = new Set(options.suppressedRoles);
  framework.constraints = options.constraints;
  core.allocator.updateFramework(framework.id, allocatorView(framework), core.steadyMs);
  for (const offer of [...framework.offers]) {
    if (!framework.roles.has(offer.role)) rescindOffer(core, offer);
  }
}

/** Operators and all agents learn of a framework's new info or address. */
export function spreadFramework(core: Core, framework: Framework): void {
  announceFrameworkUpdated(core, framework);
  for (const agent of core.agents.registered.values()) sendFramework(core, agent, framework);
}

/** Binds the framework to a connection, in place of the one it had. */
export function bindConnection(core: Core, framework: Framework, connection: Connection): void {
  unindexConnection(core, framework);
  core.timers.cancel(framework.heartbeat);
  framework.heartbeat = undefined;
  framework.connection = connection;
  framework.phase = "connected";
  indexConnection(core, framework);
}

function indexConnection(core: Core, framework: Framework): void {
  const { connection } = framework;
  switch (connection.type) {
    case "none":
      return;
    case "pid":
      core.frameworks.byPid.set(connection.pid, framework);
      core.emit({ type: "link", pid: connection.pid });
      return;
    case "stream":
      core.frameworks.byStream.set(connection.streamId, framework);
      return;
    default:
      connection satisfies never;
  }
}

function unindexConnection(core: Core, { connection }: Framework): void {
  if (connection.type === "pid") core.frameworks.byPid.delete(connection.pid);
  if (connection.type === "stream") core.frameworks.byStream.delete(connection.streamId);
}

export function activateFramework(core: Core, framework: Framework): void {
  if (framework.active) return;
  framework.active = true;
  core.allocator.activateFramework(framework.id, core.steadyMs);
}

/** No more offers to the framework; those it has are taken back. */
export function deactivateFramework(
  core: Core,
  framework: Framework,
  how: "told" | "silently" = "told",
): void {
  if (!framework.active) return;
  core.log("INFO", `Deactivating framework ${frameworkText(framework)}`);
  framework.active = false;
  core.allocator.deactivateFramework(framework.id);
  takeOffersBack(core, framework, how);
}

/** Every offer and inverse offer that the framework has; `silently`: there is nobody to tell. */
export function takeOffersBack(core: Core, framework: Framework, how: "told" | "silently"): void {
  const takeBack = how === "told" ? rescindOffer : discardOffer;
  for (const offer of [...framework.offers]) takeBack(core, offer);
  withdrawInverseOffers(core, framework.inverseOffers, how);
}

/**
 * The framework's connection is gone. It has `failover_timeout` to come back.
 * Offers are taken back silently: there is nobody to tell.
 */
export function frameworkExited(core: Core, framework: Framework): void {
  core.log("INFO", `Framework ${frameworkText(framework)} disconnected`);
  if (isConnected(framework)) disconnect(core, framework);
  giveTime(core, framework, failoverMs(framework));
}

function failoverMs(framework: Framework): number {
  return (framework.info.failover_timeout ?? 0) * 1000;
}

function giveTime(core: Core, framework: Framework, ms: number): void {
  core.log("INFO", `Giving framework ${frameworkText(framework)} ${ms / 1000}secs to failover`);
  core.timers.set(core.steadyMs + ms, {
    type: "framework-failover",
    frameworkId: framework.id,
    reregisteredMs: framework.reregisteredMs,
  });
}

function disconnect(core: Core, framework: Framework): void {
  core.timers.cancel(framework.heartbeat);
  framework.heartbeat = undefined;
  framework.phase = "disconnected";
  deactivateFramework(core, framework, "silently");
  if (framework.connection.type !== "stream") return;
  // A driver may come back at its pid; a stream never does.
  core.frameworks.byStream.delete(framework.connection.streamId);
  framework.connection = { type: "none" };
}

/** The time to fail over is up; a framework that came back meanwhile stays. */
export function failoverTimeout(core: Core, frameworkId: string, reregisteredMs: number): void {
  const framework = core.frameworks.registered.get(frameworkId);
  if (framework === undefined || isConnected(framework)) return;
  if (framework.reregisteredMs !== reregisteredMs) return;
  core.log("INFO", `Framework failover timeout, removing framework ${frameworkText(framework)}`);
  removeFramework(core, framework);
}

/** TEARDOWN by its scheduler or an operator: all its tasks end, its id never comes back. */
export function teardown(core: Core, framework: Framework): void {
  core.log("INFO", `Processing TEARDOWN call for framework ${frameworkText(framework)}`);
  core.counters.count("messages_unregister_framework");
  removeFramework(core, framework);
}

export function removeFramework(core: Core, framework: Framework): void {
  core.log("INFO", `Removing framework ${frameworkText(framework)}`);
  deactivateFramework(core, framework, "silently");
  takeOffersBack(core, framework, "silently");
  const framework_id = { value: framework.id };
  for (const agent of core.agents.registered.values()) {
    core.send(agent.pid, "ShutdownFrameworkMessage", { framework_id });
  }
  const agentIds = [...framework.placements.keys()];
  endTasks(core, framework);
  for (const { agentId, executors } of [...framework.placements.values()]) {
    const agent = core.agents.registered.get(agentId);
    if (agent === undefined) continue;
    for (const executorId of [...executors.keys()]) {
      removeExecutor(core, agent, framework.id, executorId);
    }
  }
  orphanOperations(framework);
  for (const agentId of agentIds) {
    const agent = core.agents.registered.get(agentId);
    if (agent !== undefined) settleDraining(core, agent);
  }
  closeConnection(core, framework);
  framework.unregisteredMs = core.nowMs;
  core.frameworks.registered.delete(framework.id);
  core.allocator.removeFramework(framework.id);
  core.frameworks.completed.set(framework.id, framework);
  announceFrameworkRemoved(core, framework);
}

function endTasks(core: Core, framework: Framework): void {
  const update = (task: Task) =>
    ownUpdate(core, {
      frameworkId: framework.id,
      agentId: task.agentId,
      taskId: task.id,
      executorId: task.message.executor_id?.value,
      state: "TASK_KILLED",
      message: `Framework ${framework.id} removed`,
      reason: "REASON_FRAMEWORK_REMOVED",
    });
  for (const task of [...framework.tasks.values()]) {
    updateTask(core, task, update(task));
    const agent = core.agents.registered.get(task.agentId);
    if (agent !== undefined) removeTask(core, agent, task);
  }
  for (const task of [...framework.unreachableTasks.values()]) {
    updateTask(core, task, update(task));
    framework.unreachableTasks.delete(task.id);
    framework.completedTasks.add(task);
  }
}

/** Its operations go on at the agents; nobody is told of their end. */
function orphanOperations(framework: Framework): void {
  for (const record of framework.operations.values()) {
    record.agent.operations.set(record.key, { ...record, framework: undefined });
  }
  framework.operations.clear();
  framework.operationsById.clear();
}

function closeConnection(core: Core, framework: Framework): void {
  const { connection } = framework;
  core.timers.cancel(framework.heartbeat);
  framework.heartbeat = undefined;
  unindexConnection(core, framework);
  if (connection.type === "stream" && isConnected(framework)) {
    core.emit({ type: "close-stream", streamId: connection.streamId });
  }
  if (connection.type === "pid") core.emit({ type: "unlink", pid: connection.pid });
  framework.phase = "disconnected";
}
