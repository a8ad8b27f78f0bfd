/** How agents go: disconnected, removed, unreachable, gone. */
import type { AgentInfo, TaskState, TaskStatus_Reason } from "@mesos-ts/protos";
import type { TimeMs } from "./contract.ts";
import type { Core } from "./core.ts";
import type { Counter } from "./counters.ts";
import { tell } from "./deliver.ts";
import { withdrawInverseOffers } from "./inverse-offers.ts";
import { type Agent, agentText, type Framework, has, isConnected } from "./model.ts";
import { rescindOffer } from "./offers.ts";
import { removeOperation, reportLostOperations } from "./operations.ts";
import { announceAgentRemoved } from "./operator-events.ts";
import { removeExecutor } from "./placements.ts";
import { forwardOwn, ownUpdate } from "./status-updates.ts";
import { removeTask, updateTask } from "./tasks.ts";

const GONE_MESSAGE = "Agent has been marked gone";

/**
 * The agent's connection broke. It may come back within the re-registration timeout; what
 * frameworks without checkpointing had on it is lost.
 */
export function agentExited(core: Core, agent: Agent): void {
  if (!agent.connected) {
    core.log("WARNING", `Ignoring duplicate exited() notification for agent ${agentText(agent)}`);
    return;
  }
  core.log("INFO", `Agent ${agentText(agent)} disconnected`);
  agent.connected = false;
  deactivateAgent(core, agent);
  for (const frameworkId of [...agent.placements.keys()]) {
    const framework = core.frameworks.registered.get(frameworkId);
    if (framework !== undefined && framework.info.checkpoint !== true) {
      removeFrameworkFromAgent(core, agent, framework);
    }
  }
  agent.reregistrationTimer = core.timers.set(
    core.steadyMs + core.config.agentReregisterTimeoutMs,
    {
      type: "agent-reregister",
      agentId: agent.id,
    },
  );
}

/** No more offers of the agent; those that are out are rescinded. */
export function deactivateAgent(core: Core, agent: Agent): void {
  core.log("INFO", `Deactivating agent ${agentText(agent)}`);
  agent.active = false;
  core.allocator.deactivateAgent(agent.id);
  for (const offer of [...agent.offers]) rescindOffer(core, offer);
  withdrawInverseOffers(core, agent.inverseOffers, "told");
}

function removeFrameworkFromAgent(core: Core, agent: Agent, framework: Framework): void {
  core.log(
    "INFO",
    `Removing framework ${framework.id} from disconnected agent ${agentText(agent)} because the framework is not checkpointing`,
  );
  loseTasks(core, agent, framework, {
    state: "TASK_LOST",
    reason: "REASON_AGENT_DISCONNECTED",
    message: `Agent ${agent.info.hostname} disconnected`,
  });
  loseExecutors(core, agent, framework.id);
}

/** Whether a registry operation on the agent is under way, in which case nothing may be done. */
function isInTransition(core: Core, agentId: string): boolean {
  const { reregistering, markingUnreachable, markingGone, removing, gone } = core.agents;
  return (
    reregistering.has(agentId) ||
    markingUnreachable.has(agentId) ||
    markingGone.has(agentId) ||
    removing.has(agentId) ||
    gone.has(agentId)
  );
}

/** Marks a registered or recovered agent unreachable, in the registry first. */
export function markUnreachable(core: Core, info: AgentInfo, message: string): void {
  const agentId = info.id?.value ?? "";
  if (isInTransition(core, agentId)) {
    core.log(
      "INFO",
      `Skipping transition of agent ${agentId} to unreachable because another transition is already in progress`,
    );
    return;
  }
  core.log("INFO", `Marking agent ${agentId} (${info.hostname}) unreachable: ${message}`);
  const { markingUnreachable } = core.agents;
  const atMs = core.nowMs;
  markingUnreachable.add(agentId);
  core.persist({ type: "mark-unreachable", info, atMs }, (ok) => {
    markingUnreachable.delete(agentId);
    if (ok) markedUnreachable(core, agentId, message, atMs);
    else logFailure(core, `mark agent ${agentId} as unreachable in`);
  });
}

function markedUnreachable(core: Core, agentId: string, message: string, atMs: TimeMs): void {
  core.counters.count("slave_removals");
  core.counters.count("slave_removals/reason_unhealthy");
  core.agents.unreachable.set(agentId, atMs);
  if (core.agents.recovered.delete(agentId)) {
    core.counters.count("recovery_slave_removals");
    tellAgentLost(core, agentId);
    return;
  }
  const agent = core.agents.registered.get(agentId);
  if (agent === undefined) return;
  reportLostOperations(core, agent, "OPERATION_UNREACHABLE", "Agent was marked unreachable");
  loseAgent(core, agent, message, atMs);
}

/** MARK_AGENT_GONE once the registry has it: the agent must never come back. */
export function markedGone(core: Core, agentId: string, atMs: TimeMs): void {
  core.agents.gone.set(agentId, atMs);
  forgetStanding(core, agentId);
  core.agents.recovered.delete(agentId);
  const agent = core.agents.registered.get(agentId);
  if (agent === undefined) {
    core.agents.unreachable.delete(agentId);
    endUnreachableTasks(core, agentId);
    return;
  }
  core.send(agent.pid, "ShutdownMessage", { message: GONE_MESSAGE });
  reportLostOperations(core, agent, "OPERATION_GONE_BY_OPERATOR", GONE_MESSAGE);
  loseAgent(core, agent, GONE_MESSAGE, undefined);
}

/** Tasks of an unreachable agent end when it is gone for good. */
function endUnreachableTasks(core: Core, agentId: string): void {
  const byFramework = core.agents.unreachableTasks.get(agentId);
  core.agents.unreachableTasks.delete(agentId);
  for (const [frameworkId, taskIds] of byFramework ?? []) {
    const framework = core.frameworks.registered.get(frameworkId);
    if (framework === undefined) continue;
    const loss = goneLoss(framework, GONE_MESSAGE);
    for (const taskId of taskIds) {
      const task = framework.unreachableTasks.get(taskId);
      if (task === undefined) continue;
      const update = ownUpdate(core, {
        ...loss,
        frameworkId,
        agentId,
        taskId,
        executorId: task.message.executor_id?.value,
      });
      updateTask(core, task, update);
      forwardOwn(core, framework, update);
      framework.unreachableTasks.delete(taskId);
      framework.completedTasks.add(task);
    }
  }
}

interface Loss {
  readonly state: TaskState;
  readonly reason: TaskStatus_Reason;
  readonly message: string;
  readonly unreachableMs?: TimeMs | undefined;
}

function goneLoss(framework: Framework, message: string): Loss {
  return has(framework, "PARTITION_AWARE")
    ? { state: "TASK_GONE_BY_OPERATOR", reason: "REASON_AGENT_REMOVED_BY_OPERATOR", message }
    : { state: "TASK_LOST", reason: "REASON_AGENT_REMOVED", message };
}

function unreachableLoss(framework: Framework, message: string, unreachableMs: TimeMs): Loss {
  const state = has(framework, "PARTITION_AWARE") ? "TASK_UNREACHABLE" : "TASK_LOST";
  return { state, reason: "REASON_AGENT_REMOVED", message, unreachableMs };
}

/** Forgets an agent that is unreachable since `unreachableMs`, or gone when that is undefined. */
function loseAgent(
  core: Core,
  agent: Agent,
  message: string,
  unreachableMs: TimeMs | undefined,
): void {
  core.allocator.removeAgent(agent.id);
  for (const frameworkId of [...agent.placements.keys()]) {
    const framework = core.frameworks.registered.get(frameworkId);
    if (framework === undefined) continue;
    // What an older framework lost with a gone agent is kept as unreachable, as Mesos does.
    const isGone = unreachableMs === undefined;
    const where = isGone && has(framework, "PARTITION_AWARE") ? "completed" : "unreachable";
    const loss = isGone
      ? goneLoss(framework, message)
      : unreachableLoss(framework, message, unreachableMs);
    loseTasks(core, agent, framework, loss, where);
  }
  forgetAgent(core, agent);
}

/** A registered agent leaves for good: unregistered, or replaced by a new one at its address. */
export function removeAgent(core: Core, agent: Agent, cause: string, reason?: Counter): void {
  if (isInTransition(core, agent.id)) {
    core.log("WARNING", `Ignoring removal of agent ${agentText(agent)} that is in transition`);
    return;
  }
  core.log("INFO", `Removing agent ${agentText(agent)}: ${cause}`);
  core.agents.removing.add(agent.id);
  core.persist({ type: "remove-agent", agentId: agent.id }, (ok) => {
    core.agents.removing.delete(agent.id);
    if (ok) removedAgent(core, agent, cause, reason);
    else logFailure(core, `remove agent ${agent.id} from`);
  });
}

function removedAgent(core: Core, agent: Agent, cause: string, reason?: Counter): void {
  core.log("INFO", `Removed agent ${agentText(agent)}: ${cause}`);
  core.counters.count("slave_removals");
  if (reason !== undefined) core.counters.count(reason);
  forgetStanding(core, agent.id);
  core.allocator.removeAgent(agent.id);
  for (const frameworkId of [...agent.placements.keys()]) {
    const framework = core.frameworks.registered.get(frameworkId);
    if (framework === undefined) continue;
    loseTasks(core, agent, framework, {
      state: "TASK_LOST",
      reason: "REASON_AGENT_REMOVED",
      message: `Agent ${agent.info.hostname} removed: ${cause}`,
    });
  }
  forgetAgent(core, agent);
  announceAgentRemoved(core, agent.id);
}

function loseTasks(
  core: Core,
  agent: Agent,
  framework: Framework,
  loss: Loss,
  where: "completed" | "unreachable" = "completed",
): void {
  const tasks = agent.placements.get(framework.id)?.tasks;
  for (const task of [...(tasks?.values() ?? [])]) {
    const update = ownUpdate(core, {
      ...loss,
      frameworkId: framework.id,
      agentId: agent.id,
      taskId: task.id,
      executorId: task.message.executor_id?.value,
    });
    updateTask(core, task, update);
    removeTask(core, agent, task, where);
    forwardOwn(core, framework, update);
  }
}

function loseExecutors(core: Core, agent: Agent, frameworkId: string): void {
  const executors = agent.placements.get(frameworkId)?.executors;
  for (const executorId of [...(executors?.keys() ?? [])]) {
    removeExecutor(core, agent, frameworkId, executorId);
  }
}

/** The end of every way to lose an agent: executors, offers, operations, the agent itself. */
function forgetAgent(core: Core, agent: Agent): void {
  for (const frameworkId of [...agent.placements.keys()]) loseExecutors(core, agent, frameworkId);
  for (const offer of [...agent.offers]) rescindOffer(core, offer);
  withdrawInverseOffers(core, agent.inverseOffers, "told");
  for (const operation of [...agent.operations.values()]) removeOperation(core, operation);
  core.timers.cancel(agent.observer.timer);
  core.timers.cancel(agent.reregistrationTimer);
  core.agents.registered.delete(agent.id);
  if (core.agents.byPid.get(agent.pid) === agent) core.agents.byPid.delete(agent.pid);
  core.agents.removed.set(agent.id, true);
  core.emit({ type: "unlink", pid: agent.pid });
  tellAgentLost(core, agent.id);
}

function tellAgentLost(core: Core, agentId: string): void {
  for (const framework of core.frameworks.registered.values()) {
    if (isConnected(framework)) tell(core, framework, { type: "agent-lost", agentId });
  }
}

/** What operators decided about an agent that is removed, gone, or back in service. */
export function forgetStanding(core: Core, agentId: string): void {
  core.agents.draining.delete(agentId);
  core.agents.deactivated.delete(agentId);
}

function logFailure(core: Core, what: string): void {
  core.log("ERROR", `Failed to ${what} the registry; the change is not made`);
}
