/** Following a file as it grows: what to read next, and what to keep of it. Pure. */

/** Bytes that one request asks for; agents give 16 pages at most. */
export const PIECE_BYTES = 64 * 1024;

/** Bytes before the end of a file where following begins. */
export const TAIL_BYTES = 128 * 1024;

/** Characters that are kept; older ones go. */
export const MAX_TEXT = 512 * 1024;

/** A chunk shorter than this grows before another one begins. */
const CHUNK_TEXT = 8 * 1024;

const REPLACEMENT = "\uFFFD";

/** A character is at most four bytes, so that at most three of them can be there without it. */
const MAX_PARTIAL_BYTES = 3;

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
export function planRead(offset, size) {
  const isKnown = offset !== undefined && offset <= size && size - offset <= MAX_TEXT;
  if (!isKnown) {
    const start = Math.max(0, size - TAIL_BYTES);
    return { type: "restart", offset: start, length: Math.min(PIECE_BYTES, size - start) };
  }
  if (offset === size) return { type: "nothing" };
  return { type: "read", offset, length: Math.min(PIECE_BYTES, size - offset) };
}

/**
 * A piece of `length` bytes may end inside a character. That part is left for the next piece.
 *
 * @param {string} text the piece as the agent showed it
 * @param {number} length its bytes in the file
 * @returns {{text: string, bytes: number}} what to show, and how many bytes that is
 */
export function wholeCharacters(text, length) {
  if (!text.endsWith(REPLACEMENT)) return { text, bytes: length };
  const head = text.slice(0, -1);
  const bytes = new TextEncoder().encode(head).length;
  // Binary data cannot be counted this way, and must not be waited for.
  const isPartial = bytes > 0 && bytes < length && length - bytes <= MAX_PARTIAL_BYTES;
  return isPartial && !head.includes(REPLACEMENT) ? { text: head, bytes } : { text, bytes: length };
}

/**
 * A piece from the middle of a file without its first, broken line.
 *
 * @param {string} text
 */
export function fromLineStart(text) {
  const end = text.indexOf("\n");
  return end < 0 ? text : text.slice(end + 1);
}

/** The end of a text, in chunks so that a page can follow it without laying out all of it. */
export class TailBuffer {
  #max;
  /** @type {string[]} */
  #chunks = [];
  #length = 0;

  /** @param {number} [max] characters */
  constructor(max = MAX_TEXT) {
    this.#max = max;
  }

  get text() {
    return this.#chunks.join("");
  }

  get length() {
    return this.#length;
  }

  /**
   * Adds text at the end and drops what is too old. To do the same to a list of chunks: remove
   * `dropped` from its front; then, if `grown` is given, replace its last one; then add `added`.
   *
   * @param {string} text
   * @returns {{dropped: number, grown: string | undefined, added: readonly string[]}}
   */
  append(text) {
    const last = this.#chunks.at(-1);
    const grows = last !== undefined && last.length + text.length <= CHUNK_TEXT;
    const added = grows ? [] : split(text);
    const grown = grows ? last + text : undefined;
    if (grown !== undefined) this.#chunks[this.#chunks.length - 1] = grown;
    const kept = this.#chunks.length;
    this.#chunks.push(...added);
    this.#length += text.length;
    const excess = this.#drop();
    // A text longer than the bound drops some of its own chunks at once.
    return {
      dropped: Math.min(excess, kept),
      grown,
      added: added.slice(Math.max(0, excess - kept)),
    };
  }

  clear() {
    this.#chunks = [];
    this.#length = 0;
  }

  #drop() {
    let count = 0;
    while (this.#length > this.#max && count < this.#chunks.length - 1) {
      this.#length -= this.#chunks[count]?.length ?? 0;
      count += 1;
    }
    this.#chunks.splice(0, count);
    return count;
  }
}

/** @param {string} text */
function split(text) {
  /** @type {string[]} */
  const chunks = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(text.length, at + CHUNK_TEXT);
    const code = text.charCodeAt(end - 1);
    // A character outside the basic plane is two units, which stay together.
    if (end < text.length && code >= 0xd800 && code <= 0xdbff) end += 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks;
}
