/** What there is of each kind: replies of their own, and together the parts of GET_STATE. */
import type { master } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import type { Framework } from "../model.ts";
import { agentFacts } from "./agent-facts.ts";
import { agentMessage } from "./agent-message.ts";
import { executorMessage, shownExecutor } from "./executor-facts.ts";
import { frameworkFacts } from "./framework-facts.ts";
import { frameworkMessage } from "./framework-message.ts";

export function getAgents(core: Core): master.Response_GetAgents {
  return {
    agents: [...core.agents.registered.values()].map((agent) =>
      agentMessage(agentFacts(core, agent)),
    ),
    recovered_agents: [...core.agents.recovered.values()],
  };
}

export function getFrameworks(core: Core): master.Response_GetFrameworks {
  return {
    frameworks: [...core.frameworks.registered.values()].map((framework) =>
      frameworkMessage(frameworkFacts(framework)),
    ),
    completed_frameworks: [...core.frameworks.completed.values()].map((framework) =>
      frameworkMessage(frameworkFacts(framework)),
    ),
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
      [...there.values()].map((executor) => executorMessage(shownExecutor(executor, agentId).it)),
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
