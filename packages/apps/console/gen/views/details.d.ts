export type Context = import("../main.js").Context;
/**
 * @param {Context} context
 * @param {string} id
 * @returns {import("../dom.js").View}
 */
export declare function agentView(context: Context, id: string): import("../dom.js").View;
/**
 * @param {Context} context
 * @param {string} id
 * @returns {import("../dom.js").View}
 */
export declare function frameworkView(context: Context, id: string): import("../dom.js").View;
