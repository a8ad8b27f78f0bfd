export type FilePart = {
    readonly data?: string;
    readonly offset?: number;
};
export type FollowEvent = {
    type: "text";
    text: string;
    isFirst: boolean;
    skipped: number;
} | {
    type: "size";
    size: number;
    behind: number;
} | {
    type: "failed";
    cause: unknown;
};
export type Surroundings = {
    read: (offset: number, length: number | undefined) => Promise<FilePart>;
    onEvent: (event: FollowEvent) => void;
    setTimer: (run: () => void, ms: number) => unknown;
    clearTimer: (timer: any) => void;
};
/**
 * What `/files/read` gives.
 * @typedef {{readonly data?: string, readonly offset?: number}} FilePart
 *
 * `skipped`: bytes of the file before the shown text. `behind`: bytes that came while paused.
 * @typedef {{type: "text", text: string, isFirst: boolean, skipped: number}
 *   | {type: "size", size: number, behind: number}
 *   | {type: "failed", cause: unknown}} FollowEvent
 *
 * @typedef {{
 *   read: (offset: number, length: number | undefined) => Promise<FilePart>,
 *   onEvent: (event: FollowEvent) => void,
 *   setTimer: (run: () => void, ms: number) => unknown,
 *   clearTimer: (timer: any) => void,
 * }} Surroundings
 */
/** Between looks at a file that grows. */
export declare const BUSY_MS = 500;
/** A file that does not grow is looked at less and less often, up to this. */
export declare const IDLE_MS = 4000;
/** After a failure. */
export declare const RETRY_MS = 5000;
export declare class Follower {
    #private;
    /** @param {Surroundings} around */
    constructor(around: Surroundings);
    get isPaused(): boolean;
    start(): void;
    /** Nothing is shown until it is resumed; the size is. */
    pause(): void;
    resume(): void;
    stop(): void;
}
