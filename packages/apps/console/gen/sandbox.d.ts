/** Where the files of a task are on its agent. Pure. */
export type Executor = {
    readonly id?: string;
    readonly container?: string;
    readonly directory?: string;
    readonly tasks?: readonly {
        readonly id?: string;
    }[];
    readonly queued_tasks?: readonly {
        readonly id?: string;
    }[];
    readonly completed_tasks?: readonly {
        readonly id?: string;
    }[];
};
export type AgentFramework = {
    readonly id?: string;
    readonly executors?: readonly Executor[];
    readonly completed_executors?: readonly Executor[];
};
export type AgentState = {
    readonly frameworks?: readonly AgentFramework[];
    readonly completed_frameworks?: readonly AgentFramework[];
};
export type Listed = {
    readonly path?: string;
    readonly size?: number;
    readonly mtime?: number;
    readonly mode?: string;
};
export type Entry = {
    readonly name: string;
    readonly size: number;
    readonly modifiedAt: number;
    readonly isFolder: boolean;
};
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
export declare function executorDirectory(state: AgentState, task: import("./model.js").Task): string | undefined;
/**
 * The folders where a task's sandbox may be; the first that exists is it. A task of a group has
 * one of its own inside of its executor's.
 *
 * @param {string} directory the executor's
 * @param {import("./model.js").Task} task
 * @returns {string[]}
 */
export declare function sandboxCandidates(directory: string, task: import("./model.js").Task): string[];
/**
 * A listing for showing: folders first, then by name.
 *
 * @param {readonly Listed[]} listing
 * @returns {Entry[]}
 */
export declare function readListing(listing: readonly Listed[]): Entry[];
/**
 * A path inside of a sandbox without what would lead out of it.
 *
 * @param {string} path
 */
export declare function innerPath(path: string): string;
