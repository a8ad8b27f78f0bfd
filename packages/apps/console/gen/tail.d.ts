/** Following a file as it grows: what to read next, and what to keep of it. Pure. */
/** Bytes that one request asks for; agents give 16 pages at most. */
export declare const PIECE_BYTES: number;
/** Bytes before the end of a file where following begins. */
export declare const TAIL_BYTES: number;
/** Characters that are kept; older ones go. */
export declare const MAX_TEXT: number;
export type Plan = {
    type: "nothing";
} | {
    type: "read" | "restart";
    offset: number;
    length: number;
};
/**
 * What to read of a file of `size` bytes when everything before `offset` is known. An `offset` of
 * undefined: nothing is known yet. `restart` says that what is known is no longer what the file
 * holds (it was truncated) or is too far behind to catch up with.
 *
 * @typedef {{type: "nothing"} | {type: "read" | "restart", offset: number, length: number}} Plan
 *
 * @param {number | undefined} offset
 * @param {number} size
 * @returns {Plan}
 */
export declare function planRead(offset: number | undefined, size: number): Plan;
/**
 * A piece of `length` bytes may end inside a character. That part is left for the next piece.
 *
 * @param {string} text the piece as the agent showed it
 * @param {number} length its bytes in the file
 * @returns {{text: string, bytes: number}} what to show, and how many bytes that is
 */
export declare function wholeCharacters(text: string, length: number): {
    text: string;
    bytes: number;
};
/**
 * A piece from the middle of a file without its first, broken line.
 *
 * @param {string} text
 */
export declare function fromLineStart(text: string): string;
/** The end of a text, in chunks so that a page can follow it without laying out all of it. */
export declare class TailBuffer {
    #private;
    /** @param {number} [max] characters */
    constructor(max?: number);
    get text(): string;
    get length(): number;
    /**
     * Adds text at the end and drops what is too old. To do the same to a list of chunks: remove
     * `dropped` from its front; then, if `grown` is given, replace its last one; then add `added`.
     *
     * @param {string} text
     * @returns {{dropped: number, grown: string | undefined, added: readonly string[]}}
     */
    append(text: string): {
        dropped: number;
        grown: string | undefined;
        added: readonly string[];
    };
    clear(): void;
}
