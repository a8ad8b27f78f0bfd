export type Task = import("../model.js").Task;
export type Context = import("../main.js").Context;
/**
 * @typedef {import("../model.js").Task} Task
 * @typedef {import("../main.js").Context} Context
 */
/**
 * @param {Context} context
 * @param {{frameworkId: string, taskId: string, path: string}} wanted
 * @returns {import("../dom.js").View & {setPath: (path: string) => void}}
 */
export declare function taskView(context: Context, { frameworkId, taskId, path }: {
    frameworkId: string;
    taskId: string;
    path: string;
}): import("../dom.js").View & {
    setPath: (path: string) => void;
};
