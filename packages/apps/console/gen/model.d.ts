export type Amounts = import("./resources.js").Amounts;
export type Status = {
    readonly state: string;
    readonly message: string;
    readonly reason: string;
    readonly healthy: boolean | undefined;
    readonly at: number | undefined;
};
export type TaskGroup = "active" | "unreachable" | "completed";
export type Task = {
    readonly key: string;
    readonly id: string;
    readonly name: string;
    readonly frameworkId: string;
    readonly agentId: string;
    readonly executorId: string;
    readonly role: string;
    readonly resources: Amounts;
    readonly ports: string;
    state: string;
    group: TaskGroup;
    statuses: readonly Status[];
    containerIds: readonly string[];
    startedAt: number | undefined;
    endedAt: number | undefined;
};
export type Agent = {
    readonly id: string;
    readonly hostname: string;
    readonly port: number;
    readonly version: string;
    readonly registeredAt: number | undefined;
    readonly total: Amounts;
    readonly ports: string;
    readonly attributes: readonly {
        readonly name: string;
        readonly text: string;
    }[];
    state: "active" | "inactive" | "deactivated" | "draining" | "drained" | "recovering";
    allocated: Amounts | undefined;
    offered: Amounts;
};
export type Framework = {
    readonly id: string;
    readonly name: string;
    readonly user: string;
    readonly principal: string;
    readonly roles: readonly string[];
    readonly hostname: string;
    readonly webuiUrl: string;
    readonly registeredAt: number | undefined;
    state: "active" | "inactive" | "disconnected" | "recovered" | "completed";
    allocated: Amounts | undefined;
    offered: Amounts;
};
export type MasterFacts = {
    cluster: string;
    leader: string;
    version: string;
    startedAt: number | undefined;
    electedAt: number | undefined;
};
/** @typedef {import("./resources.js").Amounts} Amounts */
/**
 * Times are in seconds since 1970; undefined when they are not known.
 * @typedef {{readonly state: string, readonly message: string, readonly reason: string,
 *   readonly healthy: boolean | undefined, readonly at: number | undefined}} Status
 *
 * @typedef {"active" | "unreachable" | "completed"} TaskGroup
 *
 * `executorId` is empty for a command's task. `containerIds` go from the outermost to the task's
 * own one. `key` tells a task from every other, also from earlier ones with the same id.
 * @typedef {{readonly key: string, readonly id: string, readonly name: string,
 *   readonly frameworkId: string, readonly agentId: string, readonly executorId: string,
 *   readonly role: string, readonly resources: Amounts, readonly ports: string,
 *   state: string, group: TaskGroup, statuses: readonly Status[],
 *   containerIds: readonly string[], startedAt: number | undefined,
 *   endedAt: number | undefined}} Task
 *
 * @typedef {{readonly id: string, readonly hostname: string, readonly port: number,
 *   readonly version: string, readonly registeredAt: number | undefined, readonly total: Amounts,
 *   readonly ports: string,
 *   readonly attributes: readonly {readonly name: string, readonly text: string}[],
 *   state: "active" | "inactive" | "deactivated" | "draining" | "drained" | "recovering",
 *   allocated: Amounts | undefined, offered: Amounts}} Agent
 *
 * @typedef {{readonly id: string, readonly name: string, readonly user: string,
 *   readonly principal: string, readonly roles: readonly string[], readonly hostname: string,
 *   readonly webuiUrl: string, readonly registeredAt: number | undefined,
 *   state: "active" | "inactive" | "disconnected" | "recovered" | "completed",
 *   allocated: Amounts | undefined, offered: Amounts}} Framework
 *
 * @typedef {{cluster: string, leader: string, version: string, startedAt: number | undefined,
 *   electedAt: number | undefined}} MasterFacts
 */
/** Completed tasks and frameworks that are kept; masters keep 1000 tasks of each framework. */
export declare const MAX_COMPLETED = 2000;
/** Status updates kept for a task. */
export declare const MAX_STATUSES = 50;
/** States of which a person should take notice. */
export declare const TROUBLED_STATES: Set<string>;
/** Everything that the page shows. `isLoaded` once the master has told its state. */
export declare class Model {
    isLoaded: boolean;
    /** Grows with every change. */
    revision: number;
    /** Tasks ever seen; the newest of them has this number. */
    taskNumber: number;
    /** @type {MasterFacts} */
    master: MasterFacts;
    /** @type {Map<string, Agent>} */
    agents: Map<string, Agent>;
    /** Hosts of agents that are gone. @type {Map<string, string>} */
    formerHosts: Map<string, string>;
    /** @type {Map<string, Framework>} */
    frameworks: Map<string, Framework>;
    /** @type {Map<string, Framework>} */
    completedFrameworks: Map<string, Framework>;
    /** Active and unreachable ones, by framework and id. @type {Map<string, Task>} */
    tasks: Map<string, Task>;
    /** The oldest first. @type {Task[]} */
    completedTasks: Task[];
    /** @param {string} agentId */
    hostOf(agentId: string): string;
    /** @param {string} frameworkId */
    frameworkName(frameworkId: string): string;
    /**
     * The task with this id that is active, or else the latest that was.
     *
     * @param {string} frameworkId
     * @param {string} taskId
     */
    findTask(frameworkId: string, taskId: string): Task | undefined;
}
/**
 * Ids hold no line feed: the master refuses such ones.
 *
 * @param {string} frameworkId
 * @param {string} taskId
 */
export declare function taskKey(frameworkId: string, taskId: string): string;
/**
 * @param {string} state
 * @returns {TaskGroup}
 */
export declare function groupOf(state: string): TaskGroup;
/**
 * @param {import("./wire.js").WireTask} task
 * @param {number} number of this task among all that were seen
 * @returns {Task}
 */
export declare function readTask(task: import("./wire.js").WireTask, number: number): Task;
/** @param {Task} task */
export declare function setTimes(task: Task): void;
/**
 * @param {import("./wire.js").TaskStatus} status
 * @returns {Status}
 */
export declare function readStatus({ state, message, reason, healthy, timestamp }: import("./wire.js").TaskStatus): Status;
/**
 * @param {import("./wire.js").TaskStatus | undefined} status
 * @returns {string[]} the outermost first
 */
export declare function containersOf(status: import("./wire.js").TaskStatus | undefined): string[];
/**
 * @param {import("./wire.js").WireAgent} agent
 * @returns {Agent}
 */
export declare function readAgent(agent: import("./wire.js").WireAgent): Agent;
/** @param {import("./wire.js").AgentStanding} standing */
export declare function agentState({ active, deactivated, drain_info }: import("./wire.js").AgentStanding): "active" | "deactivated" | "drained" | "draining" | "inactive";
/**
 * @param {import("./wire.js").WireFramework} framework
 * @param {boolean} isCompleted
 * @returns {Framework}
 */
export declare function readFramework(framework: import("./wire.js").WireFramework, isCompleted: boolean): Framework;
/**
 * @param {{readonly active?: boolean, readonly connected?: boolean,
 *   readonly recovered?: boolean}} framework
 */
export declare function frameworkState({ active, connected, recovered }: {
    readonly active?: boolean;
    readonly connected?: boolean;
    readonly recovered?: boolean;
}): "active" | "disconnected" | "inactive" | "recovered";
