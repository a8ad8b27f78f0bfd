import { Buffer } from "node:buffer";

/** Bytes of the length before each record: unsigned, little-endian. */
const HEAD_BYTES = 4;

/** A record as Mesos writes messages to files: its length, then its bytes. */
export function frame(bytes: Uint8Array): Buffer {
  const framed = Buffer.allocUnsafe(HEAD_BYTES + bytes.length);
  framed.writeUInt32LE(bytes.length, 0);
  framed.set(bytes, HEAD_BYTES);
  return framed;
}

/** What a file of records holds. */
export interface Records {
  /** Views of the file's bytes. */
  readonly records: readonly Buffer[];
  /** Where each record ends in the file, in bytes. */
  readonly ends: readonly number[];
  /** End of the last whole record; what follows was torn by a crash. */
  readonly end: number;
}

/**
 * Splits a file into its whole records. The tail is torn when a length or its bytes are incomplete,
 * or when nothing but zeros follow (a file system that lost what it had not yet written).
 */
export function unframe(file: Buffer): Records {
  const records: Buffer[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at + HEAD_BYTES <= file.length) {
    const length = file.readUInt32LE(at);
    const end = at + HEAD_BYTES + length;
    if (end > file.length) break;
    if (length === 0 && isZero(file.subarray(at))) break;
    records.push(file.subarray(at + HEAD_BYTES, end));
    ends.push(end);
    at = end;
  }
  return { records, ends, end: at };
}

function isZero(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
