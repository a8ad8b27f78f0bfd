/**
 * @param {import("../main.js").Context} context
 * @returns {import("../dom.js").View}
 */
export declare function overviewView(context: import("../main.js").Context): import("../dom.js").View;
export type NumberShown = {
    label: string;
    value: number;
    tone: string;
};
