/**
 * The v1 operator API's JSON. It differs from the plain mapping in one thing: lists of the state's
 * parts are there even when they are empty.
 */
import { AgentInfo, type Message, type MessageType, master, Task, toJson } from "@mesos-ts/protos";
import { array, object } from "./json.ts";

/** A reply to a call of `/api/v1`. */
export function responseJson(response: master.Response): string {
  const { get_state, get_agents, get_frameworks, get_executors, get_tasks, ...rest } = response;
  return extended(toJson(master.Response, rest), {
    get_state: get_state && stateJson(get_state),
    get_agents: get_agents && agentsJson(get_agents),
    get_frameworks: get_frameworks && frameworksJson(get_frameworks),
    get_executors: get_executors && executorsJson(get_executors),
    get_tasks: get_tasks && tasksJson(get_tasks),
  });
}

/** An event of an operator's stream. */
export function operatorEventJson(event: master.Event): string {
  const { subscribed, ...rest } = event;
  if (subscribed === undefined) return toJson(master.Event, event);
  const { get_state, ...more } = subscribed;
  return extended(toJson(master.Event, rest), {
    subscribed: extended(toJson(master.Event_Subscribed, more), {
      get_state: get_state && stateJson(get_state),
    }),
  });
}

function stateJson(state: master.Response_GetState): string {
  return object({
    get_tasks: tasksJson(state.get_tasks ?? {}),
    get_executors: executorsJson(state.get_executors ?? {}),
    get_frameworks: frameworksJson(state.get_frameworks ?? {}),
    get_agents: agentsJson(state.get_agents ?? {}),
  });
}

function agentsJson({ agents, recovered_agents }: master.Response_GetAgents): string {
  return object({
    agents: list(master.Response_GetAgents_Agent, agents),
    recovered_agents: list(AgentInfo, recovered_agents),
  });
}

function frameworksJson(reply: master.Response_GetFrameworks): string {
  return object({
    frameworks: list(master.Response_GetFrameworks_Framework, reply.frameworks),
    completed_frameworks: list(master.Response_GetFrameworks_Framework, reply.completed_frameworks),
  });
}

function executorsJson({ executors }: master.Response_GetExecutors): string {
  return object({ executors: list(master.Response_GetExecutors_Executor, executors) });
}

function tasksJson(reply: master.Response_GetTasks): string {
  return object({
    tasks: list(Task, reply.tasks),
    unreachable_tasks: list(Task, reply.unreachable_tasks),
    completed_tasks: list(Task, reply.completed_tasks),
  });
}

function list<T extends Message>(type: MessageType<T>, items: readonly T[] | undefined): string {
  return array((items ?? []).map((item) => toJson(type, item)));
}

/** An object's JSON with more fields at its end. */
function extended(json: string, fields: Readonly<Record<string, string | undefined>>): string {
  const more = object(fields);
  if (more === "{}") return json;
  return json === "{}" ? more : `${json.slice(0, -1)},${more.slice(1)}`;
}
