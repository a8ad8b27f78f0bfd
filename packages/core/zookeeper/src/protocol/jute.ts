import { Buffer } from "node:buffer";

/** ZooKeeper's default for `jute.maxbuffer`: the largest frame and the largest field, in bytes. */
export const MAX_BUFFER_BYTES = 0xfffff;

const INITIAL_WRITER_BYTES = 128;
const NULL_LENGTH = -1;

/** Bytes that are not what they should be. Caught where a frame is decoded, never seen outside. */
export class JuteError extends Error {
  override readonly name = "JuteError";
}

/** Reads Hadoop's "jute": big-endian numbers, and lengths of four bytes where −1 means null. */
export class JuteReader {
  readonly #bytes: Buffer;
  #position: number;

  constructor(bytes: Buffer, position = 0) {
    this.#bytes = bytes;
    this.#position = position;
  }

  get remaining(): number {
    return this.#bytes.length - this.#position;
  }

  /** What has not been read yet, without reading it. */
  rest(): Buffer {
    return this.#bytes.subarray(this.#position);
  }

  readBool(): boolean {
    return this.#bytes[this.#take(1)] !== 0;
  }

  readInt(): number {
    return this.#bytes.readInt32BE(this.#take(4));
  }

  readLong(): bigint {
    return this.#bytes.readBigInt64BE(this.#take(8));
  }

  /** A 64-bit number that stays below 2^53: a time or a duration. */
  readTime(): number {
    const start = this.#take(8);
    return this.#bytes.readInt32BE(start) * 0x1_0000_0000 + this.#bytes.readUInt32BE(start + 4);
  }

  readText(): string | undefined {
    const length = this.#readLength();
    if (length === NULL_LENGTH) return undefined;
    const start = this.#take(length);
    return this.#bytes.toString("utf8", start, start + length);
  }

  /** A view of the frame, not a copy. */
  readBuffer(): Buffer | null {
    const length = this.#readLength();
    if (length === NULL_LENGTH) return null;
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  /** How many elements follow; null counts as none. An element takes a byte at least. */
  readCount(): number {
    const count = this.readInt();
    if (count === NULL_LENGTH) return 0;
    if (count < 0 || count > this.remaining) throw new JuteError(`Unreasonable length = ${count}`);
    return count;
  }

  #readLength(): number {
    const length = this.readInt();
    if (length < NULL_LENGTH) throw new JuteError(`Unreasonable length = ${length}`);
    return length;
  }

  #take(length: number): number {
    const start = this.#position;
    if (length > this.remaining) {
      throw new JuteError(`Needs ${length} bytes at ${start}, but ${this.remaining} are left`);
    }
    this.#position += length;
    return start;
  }
}

/** Writes jute into one buffer that grows. */
export class JuteWriter {
  #bytes: Buffer;
  #length: number;

  /** Leaves `reserved` bytes free at the start, for the length of a frame. */
  constructor(reserved = 0, capacity = INITIAL_WRITER_BYTES) {
    this.#bytes = Buffer.allocUnsafe(Math.max(capacity, reserved));
    this.#length = reserved;
  }

  writeBool(value: boolean): void {
    const start = this.#grow(1);
    this.#bytes[start] = value ? 1 : 0;
  }

  writeInt(value: number): void {
    const start = this.#grow(4);
    this.#bytes.writeInt32BE(value, start);
  }

  writeLong(value: bigint): void {
    const start = this.#grow(8);
    this.#bytes.writeBigInt64BE(value, start);
  }

  writeTime(value: number): void {
    const start = this.#grow(8);
    this.#bytes.writeInt32BE(Math.floor(value / 0x1_0000_0000), start);
    this.#bytes.writeUInt32BE(value >>> 0, start + 4);
  }

  writeText(value: string): void {
    const length = Buffer.byteLength(value);
    this.writeInt(length);
    const start = this.#grow(length);
    this.#bytes.write(value, start, length, "utf8");
  }

  writeBuffer(value: Uint8Array | null): void {
    if (value === null) {
      this.writeInt(NULL_LENGTH);
      return;
    }
    this.writeInt(value.length);
    const start = this.#grow(value.length);
    this.#bytes.set(value, start);
  }

  /** Bytes as they are, without a length. */
  writeRaw(value: Uint8Array): void {
    const start = this.#grow(value.length);
    this.#bytes.set(value, start);
  }

  /** What was written. The writer must not be used afterwards. */
  finish(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /** As `finish`, with the length of what follows in the four bytes that were reserved. */
  finishFrame(): Buffer {
    this.#bytes.writeInt32BE(this.#length - 4, 0);
    return this.finish();
  }

  #grow(length: number): number {
    const start = this.#length;
    const needed = start + length;
    if (needed > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(needed, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, start));
      this.#bytes = larger;
    }
    this.#length = needed;
    return start;
  }
}
