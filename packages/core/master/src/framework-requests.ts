/** Calls that become messages to agents: KILL, SHUTDOWN, ACKNOWLEDGE, MESSAGE. */
import { Buffer } from "node:buffer";
import { formatUuid } from "@mesos-ts/base";
import type { scheduler } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { settleDraining } from "./draining.ts";
import { type Agent, agentText, type Framework, frameworkText } from "./model.ts";
import { reconcileTasks } from "./reconcile.ts";
import { isTerminal } from "./task-states.ts";
import { killKey, removeTask } from "./tasks.ts";

/** An unknown task is reconciled, so that the scheduler learns that there is nothing to kill. */
export function kill(core: Core, framework: Framework, call: scheduler.Call_Kill): void {
  core.counters.count("messages_kill_task");
  const taskId = call.task_id.value;
  const what = `task ${taskId} of framework ${frameworkText(framework)}`;
  const task = framework.tasks.get(taskId);
  if (task === undefined) {
    core.log("WARNING", `Cannot kill ${what} because it is unknown; performing reconciliation`);
    reconcileTasks(core, framework, {
      tasks: [{ task_id: call.task_id, agent_id: call.agent_id }],
    });
    return;
  }
  if (call.agent_id !== undefined && call.agent_id.value !== task.agentId) {
    core.log(
      "WARNING",
      `Cannot kill ${what} on agent ${call.agent_id.value} because it belongs to different agent ${task.agentId}`,
    );
    return;
  }
  const agent = core.agents.registered.get(task.agentId);
  if (agent === undefined) return;
  agent.killedTasks.add(killKey(framework.id, taskId));
  if (!agent.connected) {
    core.log(
      "WARNING",
      `Cannot kill ${what} because the agent ${agentText(agent)} is disconnected. Kill will be retried if the agent reregisters`,
    );
    return;
  }
  core.log("INFO", `Telling agent ${agentText(agent)} to kill ${what}`);
  core.send(agent.pid, "KillTaskMessage", {
    framework_id: { value: framework.id },
    task_id: call.task_id,
    ...(call.kill_policy === undefined ? {} : { kill_policy: call.kill_policy }),
  });
}

export function shutdownExecutor(
  core: Core,
  framework: Framework,
  { executor_id, agent_id }: scheduler.Call_Shutdown,
): void {
  const what = `executor '${executor_id.value}' of framework ${framework.id}`;
  const agent = core.agents.registered.get(agent_id.value);
  if (agent === undefined) {
    core.log("WARNING", `Unable to shutdown ${what} of unknown agent ${agent_id.value}`);
    return;
  }
  core.log("INFO", `Processing SHUTDOWN call for ${what} on agent ${agent.id}`);
  core.send(agent.pid, "ShutdownExecutorMessage", {
    executor_id,
    framework_id: { value: framework.id },
  });
}

/** The agent an acknowledgement or message goes to, or why it cannot. */
function reachable(core: Core, agentId: string): Agent | string {
  const agent = core.agents.registered.get(agentId);
  if (agent === undefined) return "agent is not registered";
  return agent.connected ? agent : "agent is disconnected";
}

/** Passes the acknowledgement on to the agent; the end of a task is the end of its record. */
export function acknowledge(
  core: Core,
  framework: Framework,
  { agent_id, task_id, uuid }: scheduler.Call_Acknowledge,
): void {
  core.counters.count("messages_status_update_acknowledgement");
  const agent = reachable(core, agent_id.value);
  if (typeof agent === "string") {
    ignoreAcknowledgement(core, framework, task_id.value, uuid, agent);
    return;
  }
  const task = agent.placements.get(framework.id)?.tasks.get(task_id.value);
  if (task !== undefined) {
    const { status_update_state: state, status_update_uuid: known } = task.message;
    if (state === undefined) {
      ignoreAcknowledgement(
        core,
        framework,
        task_id.value,
        uuid,
        "the update was not sent by this master",
      );
      return;
    }
    if (isTerminal(state) && known !== undefined && Buffer.compare(known, uuid) === 0) {
      removeTask(core, agent, task);
      settleDraining(core, agent);
    }
  }
  core.send(agent.pid, "StatusUpdateAcknowledgementMessage", {
    agent_id,
    framework_id: { value: framework.id },
    task_id,
    uuid,
  });
  core.counters.count("valid_status_update_acknowledgements");
}

function ignoreAcknowledgement(
  core: Core,
  framework: Framework,
  taskId: string,
  uuid: Uint8Array,
  why: string,
): void {
  core.counters.count("invalid_status_update_acknowledgements");
  core.log(
    "WARNING",
    `Ignoring status update acknowledgement for status ${formatUuid(uuid)} of task ${taskId} of framework ${frameworkText(framework)} because ${why}`,
  );
}

/** Best effort: a message that cannot be delivered is dropped. */
export function sendToExecutor(
  core: Core,
  framework: Framework,
  { agent_id, executor_id, data }: scheduler.Call_Message,
): void {
  core.counters.count("messages_framework_to_executor");
  const agent = reachable(core, agent_id.value);
  if (typeof agent === "string") {
    core.counters.count("invalid_framework_to_executor_messages");
    core.log(
      "WARNING",
      `Cannot send framework message for framework ${frameworkText(framework)} to agent ${agent_id.value} because ${agent}`,
    );
    return;
  }
  core.send(agent.pid, "FrameworkToExecutorMessage", {
    agent_id,
    framework_id: { value: framework.id },
    executor_id,
    data,
  });
  core.counters.count("valid_framework_to_executor_messages");
}
