export type Scalar = import("./resources.js").Scalar;
export type Usage = import("./overview.js").Usage;
/**
 * @typedef {import("./resources.js").Scalar} Scalar
 * @typedef {import("./overview.js").Usage} Usage
 */
/** @type {Readonly<Record<Scalar, string>>} */
export declare const SCALAR_LABELS: Readonly<Record<Scalar, string>>;
/** A state, as a word with a mark. */
export declare function stateChip(): {
    element: HTMLSpanElement;
    /**
     * @param {string} state
     * @param {boolean | undefined} [healthy]
     */
    update(state: string, healthy?: boolean | undefined): void;
};
/**
 * An id, short, that is copied whole by a click.
 *
 * @param {string} id
 * @param {string} what it is the id of
 */
export declare function copyableId(id: string, what: string): HTMLSpanElement;
/**
 * @param {string} text what is copied
 * @param {string} shown
 * @param {string} label
 */
export declare function copyButton(text: string, shown: string, label: string): HTMLSpanElement;
/** A time as seen from now; `refreshTimes` keeps it true. */
export declare function timeAgo(): {
    element: HTMLTimeElement;
    /** @param {number | undefined} at */
    update(at: number | undefined): void;
};
/** Brings all shown times up to date. */
export declare function refreshTimes(): void;
/** The bars of a cluster or of an agent, with all their numbers. */
export declare function resourceBars(): {
    element: HTMLDivElement;
    /** @param {Usage} usage */
    update(usage: Usage): void;
};
/**
 * One bar, small, for a table.
 *
 * @param {Scalar} name
 */
export declare function resourceCell(name: Scalar): {
    element: HTMLDivElement;
    /** @param {Usage} usage */
    update(usage: Usage): void;
};
/**
 * What to say, and to do, where there is nothing to show.
 *
 * @param {string} title
 * @param {string} hint
 * @param {string} [command] that can be copied
 */
export declare function emptyState(title: string, hint: string, command?: string): HTMLDivElement;
/** The command that starts a first task on this cluster. */
export declare function helloCommand(): string;
/** The command that adds an agent on the machine of the master. */
export declare function agentCommand(): string;
/**
 * A list of facts. Each `update` says what is shown; a fact without a value is not.
 */
export declare function factList(): {
    element: HTMLDListElement;
    /** @param {readonly (readonly [string, string, (() => Node)?])[]} facts name, value, look */
    update(facts: readonly (readonly [string, string, (() => Node)?])[]): void;
};
/**
 * Only addresses of the web become links: a framework can call anything its address.
 *
 * @param {string} address
 * @returns {Node}
 */
export declare function webLink(address: string): Node;
