/** A returning agent that is not registered: taken in with all that runs on it. */
import type {
  ExecutorInfo,
  FrameworkInfo,
  internal,
  Resource,
  Task as TaskMessage,
} from "@mesos-ts/protos";
import { Resources, upgrade } from "@mesos-ts/resources";
import { agentOf, connectionInfo, enrolAgent } from "./agent-admission.ts";
import { updateAgentFrameworks } from "./agent-frameworks.ts";
import { deactivateAgent } from "./agent-loss.ts";
import type { Pid } from "./contract.ts";
import type { Core } from "./core.ts";
import { remindDraining } from "./draining.ts";
import { recoverFramework } from "./frameworks.ts";
import { announceUnavailability } from "./maintenance.ts";
import { type Agent, agentText, type Framework } from "./model.ts";
import { announceAgentAdded } from "./operator-events.ts";
import { addExecutor } from "./placements.ts";
import { rolesOf } from "./roles.ts";
import { forwardOwn, updateOfTask } from "./status-updates.ts";
import { addTask } from "./tasks.ts";

export function readmitAgent(core: Core, pid: Pid, message: internal.ReregisterSlaveMessage): void {
  const result = agentOf(core, pid, message, core.nowMs);
  if (result.type === "error") {
    core.log("WARNING", `Refusing re-registration of agent at ${pid}: ${result.error}`);
    core.send(pid, "ShutdownMessage", { message: result.error });
    return;
  }
  const agent = result.value;
  const wasRecovered = core.agents.recovered.delete(agent.id);
  const wasUnreachable = core.agents.unreachable.delete(agent.id);
  const occupants = occupantsOf(core, message);
  forgetLostTasks(core, agent.id, occupants.tasks);
  core.agents.removed.delete(agent.id);
  core.counters.count("slave_reregistrations");

  enrolAgent(core, agent);
  settle(core, agent, occupants);
  core.allocator.addAgent(
    agent.id,
    {
      total: agent.total,
      used: new Map([...agent.placements].map(([id, { used }]) => [id, used])),
      facts: agent.info,
      capabilities: agent.capabilities,
    },
    core.steadyMs,
  );
  announceUnavailability(core, agent);
  if (core.agents.deactivated.has(agent.id)) deactivateAgent(core, agent);
  announceAgentAdded(core, agent);
  remindDraining(core, agent);
  if (!wasRecovered) reportReturn(core, agent, wasUnreachable);
  core.send(pid, "SlaveReregisteredMessage", {
    agent_id: { value: agent.id },
    connection: connectionInfo(core),
  });
  core.log("INFO", `Re-registered agent ${agentText(agent)} with ${agent.total}`);
  updateAgentFrameworks(core, agent, message.frameworks ?? []);
}

/** A task with what it holds. */
interface Occupying {
  readonly message: TaskMessage;
  readonly resources: Resources;
}

interface Occupants {
  readonly tasks: readonly Occupying[];
  readonly executors: readonly ExecutorInfo[];
  readonly completed: readonly internal.Archive_Framework[];
}

/**
 * Tasks and executors of frameworks that may still have some. Unknown frameworks are recovered
 * first, so that everything on an agent belongs to a framework.
 */
export function occupantsOf(core: Core, message: internal.ReregisterSlaveMessage): Occupants {
  const infos = new Map<string, FrameworkInfo>();
  for (const info of message.frameworks ?? []) {
    const id = info.id?.value ?? "";
    if (core.frameworks.completed.has(id)) continue;
    infos.set(id, info);
    if (!core.frameworks.registered.has(id)) recoverFramework(core, info);
  }
  const allocate = (frameworkId: string, list: readonly Resource[] | undefined) => {
    const info = infos.get(frameworkId);
    const [role = "*"] = info === undefined ? [] : rolesOf(info);
    return core.sharedResources.of(list ?? [], role, allocatedList);
  };
  return {
    tasks: (message.tasks ?? [])
      .filter(({ framework_id }) => infos.has(framework_id.value))
      .map((task) => {
        const { list, resources } = allocate(task.framework_id.value, task.resources);
        return { message: { ...task, resources: list }, resources };
      }),
    executors: (message.executor_infos ?? [])
      .filter(({ framework_id }) => infos.has(framework_id?.value ?? ""))
      .map((info) => ({
        ...info,
        resources: allocate(info.framework_id?.value ?? "", info.resources).list,
      })),
    completed: message.completed_frameworks ?? [],
  };
}

/** Agents before MULTI_ROLE do not say which role resources are allocated to. */
function allocatedList(list: readonly Resource[], role: string): Resource[] {
  return list.map((resource) => ({
    ...upgrade(resource),
    allocation_info: resource.allocation_info ?? { role },
  }));
}

function settle(core: Core, agent: Agent, { tasks, executors, completed }: Occupants): void {
  for (const info of executors) {
    const framework = core.frameworks.registered.get(info.framework_id?.value ?? "");
    if (framework !== undefined) addExecutor(framework, agent, info);
  }
  for (const { message, resources } of tasks) {
    const framework = core.frameworks.registered.get(message.framework_id.value);
    if (framework !== undefined) addTask(core, framework, agent, message, resources);
  }
  for (const { framework_info, tasks: ended } of completed) {
    const framework = core.frameworks.registered.get(framework_info.id?.value ?? "");
    if (framework !== undefined) addCompleted(framework, agent, ended ?? []);
  }
}

function addCompleted(framework: Framework, agent: Agent, ended: readonly TaskMessage[]): void {
  for (const message of ended) {
    framework.completedTasks.add({
      id: message.task_id.value,
      frameworkId: framework.id,
      agentId: agent.id,
      message,
      resources: Resources.of(message.resources),
      role: message.resources?.[0]?.allocation_info?.role ?? "*",
      shown: undefined,
    });
  }
}

/** What was believed lost with the agent is found again, or was ended by the agent meanwhile. */
function forgetLostTasks(core: Core, agentId: string, found: readonly Occupying[]): void {
  const lost = core.agents.unreachableTasks.get(agentId);
  core.agents.unreachableTasks.delete(agentId);
  for (const [frameworkId, taskIds] of lost ?? []) {
    const framework = core.frameworks.registered.get(frameworkId);
    for (const taskId of taskIds) framework?.unreachableTasks.delete(taskId);
  }
  const foundOf = new Map<string, Set<string>>();
  for (const { message } of found) {
    const { framework_id, task_id } = message;
    const framework = core.frameworks.registered.get(framework_id.value);
    if (framework === undefined || !hasLost(framework)) continue;
    const ids = foundOf.get(framework_id.value) ?? new Set();
    foundOf.set(framework_id.value, ids.add(task_id.value));
  }
  for (const [frameworkId, ids] of foundOf) {
    const framework = core.frameworks.registered.get(frameworkId);
    framework?.completedTasks.forget(({ id }) => ids.has(id));
    for (const id of ids) framework?.unreachableTasks.delete(id);
  }
}

function hasLost({ completedTasks, unreachableTasks }: Framework): boolean {
  return completedTasks.size > 0 || unreachableTasks.size > 0;
}

/** Schedulers that were told of a loss are told that it was none. */
function reportReturn(core: Core, agent: Agent, wasUnreachable: boolean): void {
  const message = wasUnreachable
    ? "Unreachable agent re-reregistered"
    : "Unknown agent reregistered";
  for (const [frameworkId, placement] of agent.placements) {
    const framework = core.frameworks.registered.get(frameworkId);
    if (framework === undefined) continue;
    for (const task of placement.tasks.values()) {
      forwardOwn(
        core,
        framework,
        updateOfTask(core, task, task.message.state, message, "REASON_AGENT_REREGISTERED"),
      );
    }
  }
}
