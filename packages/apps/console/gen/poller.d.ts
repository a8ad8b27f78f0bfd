/** Asks again and again, without ever being a burden: one request at a time, and rests between. */
export type Surroundings = {
    ask: () => Promise<void>;
    setTimer: (run: () => void, ms: number) => unknown;
    clearTimer: (timer: any) => void;
    now: () => number;
};
/**
 * @typedef {{
 *   ask: () => Promise<void>,
 *   setTimer: (run: () => void, ms: number) => unknown,
 *   clearTimer: (timer: any) => void,
 *   now: () => number,
 * }} Surroundings `now` in ms
 */
export declare const INTERVAL_MS = 4000;
/** Soonest after the last reply, when something happened. */
export declare const SOON_MS = 400;
export declare class Poller {
    #private;
    /** @param {Surroundings} around */
    constructor(around: Surroundings);
    start(): void;
    stop(): void;
    /** Something happened: asks soon. */
    nudge(): void;
}
