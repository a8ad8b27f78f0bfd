/** Where the files of a task are on its agent. Pure. */

/**
 * What is read of an agent's `/state`.
 * @typedef {{readonly id?: string, readonly container?: string, readonly directory?: string,
 *   readonly tasks?: readonly {readonly id?: string}[],
 *   readonly queued_tasks?: readonly {readonly id?: string}[],
 *   readonly completed_tasks?: readonly {readonly id?: string}[]}} Executor
 * @typedef {{readonly id?: string, readonly executors?: readonly Executor[],
 *   readonly completed_executors?: readonly Executor[]}} AgentFramework
 * @typedef {{readonly frameworks?: readonly AgentFramework[],
 *   readonly completed_frameworks?: readonly AgentFramework[]}} AgentState
 *
 * An entry of `/files/browse`.
 * @typedef {{readonly path?: string, readonly size?: number, readonly mtime?: number,
 *   readonly mode?: string}} Listed
 * @typedef {{readonly name: string, readonly size: number, readonly modifiedAt: number,
 *   readonly isFolder: boolean}} Entry
 */

/**
 * The folder of the task's executor: undefined when the agent knows no such executor. An executor
 * that was started again has a folder for each container; then it is that of the task's container,
 * or else the one that the agent names first, which is the latest.
 *
 * @param {AgentState} state
 * @param {import("./model.js").Task} task
 * @returns {string | undefined}
 */
export function executorDirectory(state, task) {
  const frameworks = [...(state.frameworks ?? []), ...(state.completed_frameworks ?? [])];
  const executors = frameworks
    .filter(({ id }) => id === task.frameworkId)
    .flatMap((framework) => [
      ...(framework.executors ?? []),
      ...(framework.completed_executors ?? []),
    ])
    .filter(({ id }) => id === (task.executorId === "" ? task.id : task.executorId));
  const own = executors.find(({ container }) => container === task.containerIds[0]);
  const holding = executors.find((executor) => holds(executor, task.id));
  return (own ?? holding ?? executors[0])?.directory;
}

/**
 * @param {Executor} executor
 * @param {string} taskId
 */
function holds({ tasks = [], queued_tasks = [], completed_tasks = [] }, taskId) {
  return [...tasks, ...queued_tasks, ...completed_tasks].some(({ id }) => id === taskId);
}

/**
 * The folders where a task's sandbox may be; the first that exists is it. A task of a group has
 * one of its own inside of its executor's.
 *
 * @param {string} directory the executor's
 * @param {import("./model.js").Task} task
 * @returns {string[]}
 */
export function sandboxCandidates(directory, task) {
  return task.executorId === "" ? [directory] : [`${directory}/tasks/${task.id}`, directory];
}

/**
 * A listing for showing: folders first, then by name.
 *
 * @param {readonly Listed[]} listing
 * @returns {Entry[]}
 */
export function readListing(listing) {
  return listing
    .map(({ path = "", size = 0, mtime = 0, mode = "" }) => ({
      name: path.slice(path.lastIndexOf("/") + 1),
      size,
      modifiedAt: mtime,
      isFolder: mode.startsWith("d"),
    }))
    .sort((a, b) => Number(b.isFolder) - Number(a.isFolder) || (a.name < b.name ? -1 : 1));
}

/**
 * A path inside of a sandbox without what would lead out of it.
 *
 * @param {string} path
 */
export function innerPath(path) {
  return path
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}
