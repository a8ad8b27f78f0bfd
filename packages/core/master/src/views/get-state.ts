/** The parts of GET_STATE, each also a reply of its own. */
import type { master } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import type { Framework } from "../model.ts";
import { agentMessage } from "./agent-message.ts";
import { frameworkMessage } from "./framework-message.ts";

export function getState(core: Core): master.Response_GetState {
  return {
    get_tasks: getTasks(core),
    get_executors: getExecutors(core),
    get_frameworks: getFrameworks(core),
    get_agents: getAgents(core),
  };
}

export function getAgents(core: Core): master.Response_GetAgents {
  return {
    agents: [...core.agents.registered.values()].map((agent) => agentMessage(core, agent)),
    recovered_agents: [...core.agents.recovered.values()],
  };
}

export function getFrameworks(core: Core): master.Response_GetFrameworks {
  return {
    frameworks: [...core.frameworks.registered.values()].map(frameworkMessage),
    completed_frameworks: [...core.frameworks.completed.values()].map(frameworkMessage),
  };
}

export function getTasks(core: Core): master.Response_GetTasks {
  const all = allFrameworks(core);
  return {
    tasks: all.flatMap(({ tasks }) => [...tasks.values()].map(({ message }) => message)),
    unreachable_tasks: all.flatMap(({ unreachableTasks }) =>
      [...unreachableTasks.values()].map(({ message }) => message),
    ),
    completed_tasks: all.flatMap(({ completedTasks }) =>
      [...completedTasks].map(({ message }) => message),
    ),
  };
}

export function getExecutors(core: Core): master.Response_GetExecutors {
  const executors = allFrameworks(core).flatMap(({ placements }) =>
    [...placements.values()].flatMap(({ agentId, executors: there }) =>
      [...there.values()].map(({ info }) => ({
        executor_info: info,
        agent_id: { value: agentId },
      })),
    ),
  );
  return { executors };
}

/** Unlike the others, this list is left out when it is empty. */
export function getOperations(core: Core): master.Response_GetOperations {
  const operations = [...core.agents.registered.values()].flatMap((agent) =>
    [...agent.operations.values()].map(({ message }) => message),
  );
  return operations.length === 0 ? {} : { operations };
}

function allFrameworks(core: Core): Framework[] {
  return [...core.frameworks.registered.values(), ...core.frameworks.completed.values()];
}
