import { err, ok, type Result } from "@mesos-ts/base";

const MAGIC = "SVN";
/** What a window may unpack to; Subversion's are 100 KiB. */
const MAX_WINDOW_BYTES = 64 * 1024 * 1024;

class BadDiff extends Error {}

/**
 * Applies a Subversion delta, version 0, as Mesos writes between snapshots when it is told to
 * (`DIFF` operations of its state storage).
 */
export function patch(source: Uint8Array, diff: Uint8Array): Result<Uint8Array, string> {
  if (Buffer.from(diff.subarray(0, 3)).toString("latin1") !== MAGIC) {
    return err("the diff does not begin with 'SVN'");
  }
  if (diff[3] !== 0) return err(`the diff is of svndiff version ${diff[3]}, only 0 can be read`);
  const windows: Uint8Array[] = [];
  const reader = new Reader(diff, 4);
  try {
    while (reader.more) windows.push(window(source, reader));
  } catch (error) {
    if (error instanceof BadDiff) return err(error.message);
    throw error;
  }
  return ok(Buffer.concat(windows));
}

class Reader {
  #at: number;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get more(): boolean {
    return this.#at < this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw new BadDiff("the diff is cut off");
    return byte;
  }

  /** Seven bits a byte, the highest first. */
  number(): number {
    for (let value = 0; ; ) {
      const byte = this.byte();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  }

  bytes(length: number): Uint8Array {
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    if (part.length < length) throw new BadDiff("the diff is cut off");
    this.#at += length;
    return part;
  }
}

/** One window: a view of the source, instructions, and new data that they use up. */
function window(source: Uint8Array, reader: Reader): Uint8Array {
  const offset = reader.number();
  const view = new Reader(source, offset).bytes(reader.number());
  const targetBytes = reader.number();
  if (targetBytes > MAX_WINDOW_BYTES) throw new BadDiff("a window of the diff is too large");
  const instructionBytes = reader.number();
  const dataBytes = reader.number();
  const instructions = new Reader(reader.bytes(instructionBytes));
  const data = new Reader(reader.bytes(dataBytes));
  const target = new Uint8Array(targetBytes);
  let end = 0;
  while (instructions.more) {
    const head = instructions.byte();
    const length = head & 0x3f || instructions.number();
    if (end + length > targetBytes) throw new BadDiff("the diff writes past its window");
    if (head >> 6 === 0) target.set(new Reader(view, instructions.number()).bytes(length), end);
    else if (head >> 6 === 1) repeat(target, instructions.number(), end, length);
    else if (head >> 6 === 2) target.set(data.bytes(length), end);
    else throw new BadDiff("the diff holds an unknown instruction");
    end += length;
  }
  if (end !== targetBytes) throw new BadDiff("the diff does not fill its window");
  return target;
}

/** Copies byte by byte: what is copied may be what is being written. */
function repeat(target: Uint8Array, from: number, to: number, length: number): void {
  if (from >= to) throw new BadDiff("the diff copies what is not there yet");
  for (let index = 0; index < length; index++) target[to + index] = target[from + index] as number;
}
