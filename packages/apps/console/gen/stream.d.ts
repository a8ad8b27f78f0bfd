export type OperatorEvent = import("./wire.js").OperatorEvent;
export type Connection = {
    type: "connecting";
} | {
    type: "live";
} | {
    type: "waiting";
    reason: string;
    isElsewhere: boolean;
};
export type Surroundings = {
    fetch: (url: string, init: RequestInit) => Promise<Response>;
    onEvents: (events: readonly OperatorEvent[]) => void;
    onConnection: (connection: Connection) => void;
    setTimer: (run: () => void, ms: number) => unknown;
    clearTimer: (timer: any) => void;
    random: () => number;
};
/**
 * @typedef {import("./wire.js").OperatorEvent} OperatorEvent
 *
 * @typedef {{type: "connecting"} | {type: "live"}
 *   | {type: "waiting", reason: string, isElsewhere: boolean}} Connection `isElsewhere`: another
 *   master leads
 *
 * @typedef {{
 *   fetch: (url: string, init: RequestInit) => Promise<Response>,
 *   onEvents: (events: readonly OperatorEvent[]) => void,
 *   onConnection: (connection: Connection) => void,
 *   setTimer: (run: () => void, ms: number) => unknown,
 *   clearTimer: (timer: any) => void,
 *   random: () => number,
 * }} Surroundings
 */
/** A stream that says nothing for this long is taken for dead; heartbeats come every 15 s. */
export declare const SILENCE_MS = 30000;
export declare const FIRST_BACKOFF_MS = 500;
export declare const MAX_BACKOFF_MS = 15000;
/**
 * Doubles with each failure, and differs between pages so that they do not all come at once.
 *
 * @param {number} failures in a row, 1 or more
 * @param {number} random from 0 to 1
 */
export declare function backoffMs(failures: number, random: number): number;
export declare class EventStream {
    #private;
    /** @param {Surroundings} around */
    constructor(around: Surroundings);
    /** Begins; also at once when it waits for its next try. */
    start(): void;
    stop(): void;
}
