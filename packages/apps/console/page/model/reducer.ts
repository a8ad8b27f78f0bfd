/** How messages change the model. */
import {
  type Agent,
  agentState,
  containersOf,
  type Framework,
  frameworkState,
  groupOf,
  MAX_STATUSES,
  readAgent,
  readFramework,
  readStatus,
  readTask,
  type Status,
  type Task,
  timesOf,
} from "./entities.ts";
import { evictOldest, MAX_COMPLETED, Model } from "./model.ts";
import { areEqual, summaryAmounts } from "./resources.ts";
import type {
  GetState,
  OperatorEvent,
  StateSummary,
  SummaryAgent,
  SummaryFramework,
  WireTask,
} from "./wire.ts";

/** Part of a snapshot, small enough to be taken between two frames. */
export interface Slice {
  readonly agents?: readonly Agent[];
  readonly frameworks?: readonly Framework[];
  readonly tasks?: readonly Task[];
}

/** Things in one slice. */
export const SLICE = 2000;

/** The first event of a stream, read piece by piece. The oldest tasks come first. */
export function* slicesOf({ get_tasks, get_frameworks, get_agents }: GetState): Generator<Slice> {
  const recovering = (get_agents?.recovered_agents ?? []).map(
    (info): Agent => ({ ...readAgent({ agent_info: info }), state: "recovering" }),
  );
  yield { agents: recovering };
  for (const agents of parts(get_agents?.agents)) yield { agents: agents.map(readAgent) };
  for (const list of parts(get_frameworks?.completed_frameworks)) {
    yield { frameworks: list.map((each) => readFramework(each, true)) };
  }
  for (const list of parts(get_frameworks?.frameworks)) {
    yield { frameworks: list.map((each) => readFramework(each, false)) };
  }
  const { completed_tasks, unreachable_tasks, tasks } = get_tasks ?? {};
  for (const group of [completed_tasks, unreachable_tasks, tasks]) {
    for (const part of parts(inOrder(group))) yield { tasks: part.map(readTask) };
  }
}

function* parts<T>(list: readonly T[] = []): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += SLICE) yield list.slice(at, at + SLICE);
}

/** By the time of their first status; those without one come last, being the newest. */
function inOrder(tasks: readonly WireTask[] = []): WireTask[] {
  const at = (task: WireTask): number => task.statuses?.[0]?.timestamp ?? Number.MAX_VALUE;
  return tasks.toSorted((a, b) => at(a) - at(b));
}

export function applySlice(model: Model, { agents, frameworks, tasks }: Slice): void {
  for (const agent of agents ?? []) model.agents.set(agent.id, agent);
  for (const framework of frameworks ?? []) {
    const { frameworks: live, completedFrameworks } = model;
    (framework.state === "completed" ? completedFrameworks : live).set(framework.id, framework);
  }
  for (const task of tasks ?? []) model.addTask(task);
}

/** A model for the next snapshot, with what outlives a connection. */
export function successorOf(before: Model): Model {
  const next = new Model();
  next.formerHosts = new Map(before.formerHosts);
  for (const { id, hostname } of before.agents.values()) next.formerHosts.set(id, hostname);
  return next;
}

/** Until the next summary says otherwise, what was allocated and offered still is. */
export function keepUsage(model: Model, before: Model): void {
  for (const [id, { allocated, offered }] of before.agents) {
    const known = model.agents.get(id);
    if (known !== undefined) model.agents.set(id, { ...known, allocated, offered });
  }
  for (const [id, { allocated, offered }] of before.frameworks) {
    const known = model.frameworks.get(id);
    if (known !== undefined) model.frameworks.set(id, { ...known, allocated, offered });
  }
  for (const id of model.agents.keys()) model.formerHosts.delete(id);
}

/** Applies one event after the first. Events of unknown types change nothing: false. */
export function applyEvent(model: Model, event: OperatorEvent): boolean {
  switch (event.type) {
    case "TASK_ADDED":
      model.addTask(readTask(event.task_added?.task ?? {}));
      return true;
    case "TASK_UPDATED":
      updateTask(model, event.task_updated ?? {});
      return true;
    case "AGENT_ADDED":
      addAgent(model, readAgent(event.agent_added?.agent ?? {}));
      return true;
    case "AGENT_REMOVED":
      model.forgetAgent(event.agent_removed?.agent_id?.value ?? "");
      return true;
    case "FRAMEWORK_ADDED":
      addFramework(model, readFramework(event.framework_added?.framework ?? {}, false));
      return true;
    case "FRAMEWORK_UPDATED":
      addFramework(model, readFramework(event.framework_updated?.framework ?? {}, false));
      return true;
    case "FRAMEWORK_REMOVED":
      removeFramework(model, event.framework_removed?.framework_info?.id?.value ?? "");
      return true;
    default:
      return false;
  }
}

function updateTask(model: Model, update: NonNullable<OperatorEvent["task_updated"]>): void {
  const { framework_id, status = {}, state = status.state ?? "" } = update;
  const task = model.findTask(framework_id?.value ?? "", status.task_id?.value ?? "");
  if (task === undefined) return;
  // What is over stays over, but the master may learn more about how it ended.
  if (task.group === "completed" && groupOf(state) !== "completed") return;
  const group = groupOf(state);
  const statuses = withStatus(task.statuses, readStatus(status));
  const containers = containersOf(status);
  const containerIds = containers.length > 0 ? containers : task.containerIds;
  model.changeTask(task, { state, group, statuses, containerIds, ...timesOf(statuses, group) });
}

/** Updates are repeated until they are acknowledged. */
function withStatus(statuses: readonly Status[], status: Status): readonly Status[] {
  const last = statuses.at(-1);
  const isKnown = last !== undefined && last.state === status.state && last.at === status.at;
  return isKnown ? statuses : [...statuses, status].slice(-MAX_STATUSES);
}

function addAgent(model: Model, agent: Agent): void {
  model.agents.set(agent.id, agent);
  model.formerHosts.delete(agent.id);
}

function addFramework(model: Model, framework: Framework): void {
  const { allocated, offered = framework.offered } = model.frameworks.get(framework.id) ?? {};
  model.frameworks.set(framework.id, { ...framework, allocated, offered });
  model.completedFrameworks.delete(framework.id);
}

/** Its tasks end with it. The master says so for each of those that it could reach. */
function removeFramework(model: Model, id: string): void {
  const framework = model.frameworks.get(id);
  if (framework !== undefined) {
    model.frameworks.delete(id);
    model.completedFrameworks.set(id, { ...framework, state: "completed" });
    evictOldest(model.completedFrameworks, MAX_COMPLETED);
  }
  for (const task of [...model.tasks.values()]) {
    if (task.frameworkId === id) model.changeTask(task, { group: "completed" });
  }
}

/** What the stream does not tell: allocated and offered resources, and who is active. */
export interface Usage {
  readonly cluster: string;
  readonly agents: readonly (Pick<Agent, "id" | "state" | "offered"> & Used)[];
  readonly frameworks: readonly (Pick<Framework, "id" | "state" | "offered"> & Used)[];
}

interface Used {
  readonly allocated: NonNullable<Agent["allocated"]>;
}

/** A usage in pieces, each small enough to be taken between two frames. */
export function* usageSlices({ cluster, agents, frameworks }: Usage): Generator<Usage> {
  yield { cluster, agents: [], frameworks };
  for (const part of parts(agents)) yield { cluster, agents: part, frameworks: [] };
}

/** Reads `/state-summary`. */
export function readSummary({ cluster = "", slaves = [], frameworks = [] }: StateSummary): Usage {
  const amounts = ({ used_resources, offered_resources }: SummaryAgent | SummaryFramework) => ({
    allocated: summaryAmounts(used_resources),
    offered: summaryAmounts(offered_resources),
  });
  return {
    cluster,
    agents: slaves.map((each) => ({
      id: each.id ?? "",
      state: agentState(each),
      ...amounts(each),
    })),
    frameworks: frameworks.map((each) => ({
      id: each.id ?? "",
      state: frameworkState(each),
      ...amounts(each),
    })),
  };
}

export function applyUsage(model: Model, { agents, frameworks }: Usage): void {
  for (const usage of agents) {
    const agent = model.agents.get(usage.id);
    if (agent !== undefined && !isSame(agent, usage)) {
      model.agents.set(agent.id, { ...agent, ...usage });
    }
  }
  for (const usage of frameworks) {
    const framework = model.frameworks.get(usage.id);
    if (framework !== undefined && !isSame(framework, usage)) {
      model.frameworks.set(framework.id, { ...framework, ...usage });
    }
  }
}

type Using = Pick<Agent | Framework, "state" | "allocated" | "offered">;

function isSame(before: Using, after: Using): boolean {
  return (
    before.state === after.state &&
    before.allocated !== undefined &&
    after.allocated !== undefined &&
    areEqual(before.allocated, after.allocated) &&
    areEqual(before.offered, after.offered)
  );
}
