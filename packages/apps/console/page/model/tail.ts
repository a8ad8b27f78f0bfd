/** Following a file as it grows: what to read next. */

/** Bytes that one request asks for; agents give 16 pages at most. */
export const PIECE_BYTES = 64 * 1024;

/** Bytes before the end of a file where following begins. */
export const TAIL_BYTES = 128 * 1024;

/** Bytes that one catches up with piece by piece; beyond, reading begins near the end again. */
export const MAX_BEHIND_BYTES = 512 * 1024;

const REPLACEMENT = "\uFFFD";

/** A character is at most four bytes, so that at most three of them can be there without it. */
const MAX_PARTIAL_BYTES = 3;

/**
 * `restart` says that what is known is no longer what the file holds (it was truncated) or is too
 * far behind to catch up with.
 */
export type Plan =
  | { readonly type: "nothing" }
  | { readonly type: "read" | "restart"; readonly offset: number; readonly length: number };

/**
 * What to read of a file of `size` bytes when everything before `offset` is known. An `offset` of
 * undefined: nothing is known yet.
 */
export function planRead(offset: number | undefined, size: number): Plan {
  const isKnown = offset !== undefined && offset <= size && size - offset <= MAX_BEHIND_BYTES;
  if (!isKnown) {
    const start = Math.max(0, size - TAIL_BYTES);
    return { type: "restart", offset: start, length: Math.min(PIECE_BYTES, size - start) };
  }
  if (offset === size) return { type: "nothing" };
  return { type: "read", offset, length: Math.min(PIECE_BYTES, size - offset) };
}

/**
 * A piece of `length` bytes may end inside a character. That part is left for the next piece.
 * Gives what to show, and how many bytes that is.
 */
export function wholeCharacters(
  text: string,
  length: number,
): { readonly text: string; readonly bytes: number } {
  if (!text.endsWith(REPLACEMENT)) return { text, bytes: length };
  const head = text.slice(0, -1);
  const bytes = new TextEncoder().encode(head).length;
  // Binary data cannot be counted this way, and must not be waited for.
  const isPartial = bytes > 0 && bytes < length && length - bytes <= MAX_PARTIAL_BYTES;
  return isPartial && !head.includes(REPLACEMENT) ? { text: head, bytes } : { text, bytes: length };
}

/** A piece from the middle of a file without its first, broken line, and the bytes of that one. */
export function fromLineStart(text: string): { readonly text: string; readonly skipped: number } {
  const end = text.indexOf("\n");
  if (end < 0) return { text, skipped: 0 };
  const skipped = new TextEncoder().encode(text.slice(0, end + 1)).length;
  return { text: text.slice(end + 1), skipped };
}
