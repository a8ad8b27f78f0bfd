import type { Buffer } from "node:buffer";

/** Strings longer than this, in bytes, are seldom seen twice. */
const MAX_LENGTH = 64;
/** A power of two. */
const SLOTS = 8_192;
/** Bytes at the end of a string by which its slot is chosen: ids differ there. */
const HASHED = 12;

/**
 * Strings that come again and again in messages (names, ids, keys of labels), kept once: a message
 * that is read with a pool makes no second copy of them. One string per slot, the latest.
 */
export class StringPool {
  readonly #strings: (string | undefined)[] = new Array(SLOTS).fill(undefined);

  /** The UTF-8 string in `buf` from `start` to `end`. */
  read(buf: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length > MAX_LENGTH) return buf.toString("utf8", start, end);
    let hash = length;
    for (let i = Math.max(start, end - HASHED); i < end; i++) {
      hash = Math.imul(hash ^ (buf[i] ?? 0), 0x01000193);
    }
    const slot = (hash ^ (hash >>> 13)) & (SLOTS - 1);
    const known = this.#strings[slot];
    if (known !== undefined && isSame(known, buf, start, length)) return known;
    const read = buf.toString("utf8", start, end);
    this.#strings[slot] = read;
    return read;
  }
}

/** Holds for ASCII only: other characters have codes that no byte of theirs has. */
function isSame(text: string, buf: Buffer, start: number, length: number): boolean {
  if (text.length !== length) return false;
  for (let i = 0; i < length; i++) {
    const byte = buf[start + i] ?? 0;
    if (byte > 127 || text.charCodeAt(i) !== byte) return false;
  }
  return true;
}
