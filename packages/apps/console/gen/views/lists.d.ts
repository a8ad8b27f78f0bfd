export type Agent = import("../model.js").Agent;
export type Framework = import("../model.js").Framework;
export type Context = import("../main.js").Context;
/**
 * @param {Context} context
 * @param {{rows: number, level?: "h1" | "h2"}} options
 * @returns {import("../dom.js").View}
 */
export declare function agentSection(context: Context, { rows, level }: {
    rows: number;
    level?: "h1" | "h2";
}): import("../dom.js").View;
/**
 * @param {Context} context
 * @param {{rows: number, level?: "h1" | "h2"}} options
 * @returns {import("../dom.js").View}
 */
export declare function frameworkSection(context: Context, { rows, level }: {
    rows: number;
    level?: "h1" | "h2";
}): import("../dom.js").View;
