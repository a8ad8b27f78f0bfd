export type Task = import("../model.js").Task;
export type Entry = import("../sandbox.js").Entry;
/**
 * @param {import("../main.js").Context} context
 * @param {{frameworkId: string, taskId: string, path: string}} wanted
 */
export declare function sandboxPanel({ model }: import("../main.js").Context, { frameworkId, taskId, path }: {
    frameworkId: string;
    taskId: string;
    path: string;
}): {
    element: HTMLElement;
    /** @param {Task} next */
    update(next: Task): void;
    /** @param {string} next */
    setPath(next: string): void;
    close(): void;
};
