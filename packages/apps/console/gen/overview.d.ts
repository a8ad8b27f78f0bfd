/** What the views show, computed from the model. Pure. */
export type Model = import("./model.js").Model;
export type Task = import("./model.js").Task;
export type Amounts = import("./resources.js").Amounts;
export type Usage = {
    total: Amounts;
    allocated: Amounts;
    offered: Amounts;
};
/**
 * How many tasks there are in each state; those of a completed framework included.
 *
 * @param {Model} model
 * @returns {{state: string, count: number}[]}
 */
export declare function countStates(model: Model): {
    state: string;
    count: number;
}[];
/** @param {Model} model */
export declare function countAgents(model: Model): {
    active: number;
    inactive: number;
};
/**
 * Active tasks of each agent and of each framework.
 *
 * @param {Model} model
 */
export declare function countActive(model: Model): {
    byAgent: Map<string, number>;
    byFramework: Map<string, number>;
};
/**
 * What agents, frameworks and the cluster have and use. What the last summary does not know yet is
 * what the active tasks use.
 *
 * @param {Model} model
 * @returns {{agents: Map<string, Usage>, frameworks: Map<string, Amounts>, cluster: Usage}}
 */
export declare function usageOf(model: Model): {
    agents: Map<string, Usage>;
    frameworks: Map<string, Amounts>;
    cluster: Usage;
};
/**
 * Those of a group that hold every word of the filter in their name, id, state, host or
 * framework; the newest first.
 *
 * @param {Model} model
 * @param {{group: import("./model.js").TaskGroup, filter: string, agentId?: string,
 *   frameworkId?: string}} wanted
 * @returns {Task[]}
 */
export declare function selectTasks(model: Model, { group, filter, agentId, frameworkId }: {
    group: import("./model.js").TaskGroup;
    filter: string;
    agentId?: string;
    frameworkId?: string;
}): Task[];
/** @param {Task} task */
export declare function taskRoute({ frameworkId, id }: Task): string;
