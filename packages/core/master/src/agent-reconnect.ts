/** A registered agent that registers again: what it says is compared with what is known. */
import type { internal, TaskStatus } from "@mesos-ts/protos";
import { applyCheckpointed, needsCheckpointing } from "@mesos-ts/resources";
import { capabilitiesOf, connectionInfo } from "./agent-admission.ts";
import { updateAgentFrameworks } from "./agent-frameworks.ts";
import { occupantsOf } from "./agent-return.ts";
import type { Pid } from "./contract.ts";
import type { Core } from "./core.ts";
import { remindDraining } from "./draining.ts";
import { type Agent, agentText } from "./model.ts";
import { rescindOffer } from "./offers.ts";
import { sendCheckpointed } from "./operations.ts";
import { addExecutor, removeExecutor } from "./placements.ts";
import { isTerminal } from "./task-states.ts";
import { addTask, killKey } from "./tasks.ts";

export function reconnectAgent(
  core: Core,
  pid: Pid,
  message: internal.ReregisterSlaveMessage,
  agent: Agent,
): void {
  moveTo(core, agent, pid);
  const error = update(core, agent, message);
  if (error !== undefined) {
    core.log("WARNING", `Refusing re-registration of agent ${agentText(agent)}: ${error}`);
    core.send(pid, "ShutdownMessage", { message: error });
    return;
  }
  core.send(pid, "SlaveReregisteredMessage", {
    agent_id: { value: agent.id },
    ...reconciliations(core, agent, message),
    connection: connectionInfo(core),
  });
  dropUnknownExecutors(core, agent, message);
  endLost(core, agent, message);
  killAgain(core, agent, message);
  reactivate(core, agent);
  remindDraining(core, agent);
  updateAgentFrameworks(core, agent, message.frameworks ?? []);
  if (!agent.capabilities.has("RESOURCE_PROVIDER")) sendCheckpointed(core, agent);
}

function moveTo(core: Core, agent: Agent, pid: Pid): void {
  if (agent.pid !== pid) {
    if (core.agents.byPid.get(agent.pid) === agent) core.agents.byPid.delete(agent.pid);
    core.emit({ type: "unlink", pid: agent.pid });
  }
  agent.pid = pid;
  core.agents.byPid.set(pid, agent);
  core.emit({ type: "link", pid });
}

function update(
  core: Core,
  agent: Agent,
  message: internal.ReregisterSlaveMessage,
): string | undefined {
  // Only agents that apply operations themselves know better than we do what is checkpointed.
  const checkpointed = agent.capabilities.has("RESOURCE_PROVIDER")
    ? message.checkpointed_resources
    : agent.checkpointed.items;
  const total = applyCheckpointed(message.agent.resources, checkpointed);
  if (total.type === "error") return total.error;
  if (!total.value.equals(agent.total)) {
    // Offers may hold what is there no more, such as a reservation that never reached the agent.
    for (const offer of [...agent.offers]) rescindOffer(core, offer);
  }
  agent.info = message.agent;
  agent.version = message.version ?? "";
  agent.capabilities = capabilitiesOf(message);
  agent.total = total.value;
  agent.checkpointed = total.value.filter(needsCheckpointing);
  agent.resourceVersion = message.resource_version_uuid?.value;
  agent.reregisteredMs = core.nowMs;
  agent.mustTell = false;
  for (const operation of agent.operations.values()) operation.isUnsure = true;
  core.allocator.updateAgentFacts(agent.id, agent.info, agent.capabilities, core.steadyMs);
  core.allocator.updateAgentTotal(agent.id, agent.total, core.steadyMs);
  return undefined;
}

/** Tasks that the agent does not know: it is asked what became of them. */
function reconciliations(
  core: Core,
  agent: Agent,
  message: internal.ReregisterSlaveMessage,
): { reconciliations?: internal.ReconcileTasksMessage[] } {
  const known = new Set(
    message.tasks?.map(({ framework_id, task_id }) => killKey(framework_id.value, task_id.value)),
  );
  const list: internal.ReconcileTasksMessage[] = [];
  for (const [frameworkId, placement] of agent.placements) {
    const framework = core.frameworks.registered.get(frameworkId);
    const statuses: TaskStatus[] = [];
    for (const task of placement.tasks.values()) {
      if (known.has(killKey(frameworkId, task.id))) continue;
      core.log(
        "WARNING",
        `Task ${task.id} of framework ${frameworkId} unknown to the agent ${agentText(agent)} during re-registration: reconciling with the agent`,
      );
      statuses.push({
        task_id: { value: task.id },
        state: task.message.status_update_state ?? task.message.state,
        message: "Reconciliation request",
        source: "SOURCE_MASTER",
        reason: "REASON_RECONCILIATION",
        agent_id: { value: agent.id },
        timestamp: core.nowMs / 1000,
      });
    }
    if (statuses.length === 0) continue;
    list.push({
      framework_id: { value: frameworkId },
      statuses,
      ...(framework === undefined ? {} : { framework: framework.info }),
    });
  }
  return list.length === 0 ? {} : { reconciliations: list };
}

function dropUnknownExecutors(
  core: Core,
  agent: Agent,
  message: internal.ReregisterSlaveMessage,
): void {
  const known = new Set(
    message.executor_infos?.map(
      ({ framework_id, executor_id }) => `${framework_id?.value}/${executor_id.value}`,
    ),
  );
  for (const [frameworkId, placement] of [...agent.placements]) {
    for (const executorId of [...placement.executors.keys()]) {
      if (known.has(`${frameworkId}/${executorId}`)) continue;
      core.log(
        "WARNING",
        `Executor '${executorId}' of framework ${frameworkId} possibly unknown to the agent ${agentText(agent)}`,
      );
      removeExecutor(core, agent, frameworkId, executorId);
    }
  }
}

/**
 * What was declared lost when the connection broke, because its framework does not checkpoint, and
 * runs nevertheless: it counts until the agent has ended it. (The agent has been offered to nobody
 * in between.)
 */
function endLost(core: Core, agent: Agent, message: internal.ReregisterSlaveMessage): void {
  if (agent.connected) return;
  const { tasks, executors } = occupantsOf(core, message);
  for (const info of executors) {
    const framework = core.frameworks.registered.get(info.framework_id?.value ?? "");
    const { executor_id } = info;
    if (framework === undefined) continue;
    if (agent.placements.get(framework.id)?.executors.has(executor_id.value)) continue;
    const { resources } = addExecutor(framework, agent, info);
    core.allocator.addAllocation(framework.id, agent.id, resources);
    const framework_id = { value: framework.id };
    core.send(agent.pid, "ShutdownExecutorMessage", { executor_id, framework_id });
  }
  for (const { message: lost, resources } of tasks) {
    const { framework_id, task_id } = lost;
    const framework = core.frameworks.registered.get(framework_id.value);
    if (framework === undefined || isTerminal(lost.state)) continue;
    if (agent.placements.get(framework.id)?.tasks.has(task_id.value)) continue;
    core.log(
      "WARNING",
      `Agent ${agentText(agent)} has task ${task_id.value} of framework ${framework.id}, which was declared lost. Killing it now!`,
    );
    framework.completedTasks.forget(({ id }) => id === task_id.value);
    addTask(core, framework, agent, lost, resources);
    core.allocator.addAllocation(framework.id, agent.id, resources);
    core.send(agent.pid, "KillTaskMessage", { framework_id, task_id });
  }
}

/** Kills that may have been lost with the connection. */
function killAgain(core: Core, agent: Agent, message: internal.ReregisterSlaveMessage): void {
  for (const { framework_id, task_id, state } of message.tasks ?? []) {
    if (isTerminal(state) || !agent.killedTasks.has(killKey(framework_id.value, task_id.value))) {
      continue;
    }
    core.log(
      "WARNING",
      `Agent ${agentText(agent)} has non-terminal task ${task_id.value} that is supposed to be killed. Killing it now!`,
    );
    core.send(agent.pid, "KillTaskMessage", { framework_id, task_id });
  }
}

function reactivate(core: Core, agent: Agent): void {
  if (agent.connected) return;
  core.timers.cancel(agent.reregistrationTimer);
  agent.reregistrationTimer = undefined;
  agent.connected = true;
  if (core.agents.deactivated.has(agent.id)) return;
  agent.active = true;
  core.log("INFO", `Reactivating re-registered agent ${agentText(agent)}`);
  core.allocator.activateAgent(agent.id, core.steadyMs);
}
