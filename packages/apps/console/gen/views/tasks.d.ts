export type Task = import("../model.js").Task;
export type TaskGroup = import("../model.js").TaskGroup;
export type Context = import("../main.js").Context;
/**
 * All tasks, or those of an agent or of a framework, with a box to filter them.
 *
 * @param {Context} context
 * @param {{rows: number, agentId?: string, frameworkId?: string, level?: "h1" | "h2"}} options
 * @returns {import("../dom.js").View}
 */
export declare function taskSections(context: Context, { rows, agentId, frameworkId, level }: {
    rows: number;
    agentId?: string;
    frameworkId?: string;
    level?: "h1" | "h2";
}): import("../dom.js").View;
