import { Buffer } from "node:buffer";
import type { Message } from "./message.ts";
import type { StringPool } from "./string-pool.ts";

/** As protobuf's own limit: a message nested deeper than this is refused. */
const MAX_DEPTH = 100;

/** Bytes that are not a message of the expected type. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  readonly code: "malformed" | "incomplete";

  constructor(code: "malformed" | "incomplete", message: string) {
    super(message);
    this.code = code;
  }
}

/** Reads the protobuf binary format; every read is checked against the end of the buffer. */
export class Reader {
  readonly buf: Buffer;
  pos = 0;
  depth = 0;
  /** Set when a message lacked one of its required fields. */
  incomplete = false;

  readonly #pool: StringPool | undefined;

  /** `pool`: where strings are kept that may come again. */
  constructor(bytes: Uint8Array, pool?: StringPool) {
    this.#pool = pool;
    this.buf = Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** An unsigned 32-bit value; longer varints keep their low 32 bits, as protobuf does. */
  uint32(): number {
    const buf = this.buf;
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let shift = 7; shift < 35; shift += 7) {
      byte = buf[this.pos++] ?? this.truncated();
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    for (let i = 0; i < 5; i++) {
      if (this.byte() < 128) return value >>> 0;
    }
    throw new DecodeError("malformed", `varint longer than ten bytes at offset ${this.pos}`);
  }

  int32(): number {
    return this.uint32() | 0;
  }

  /** An unsigned 64-bit value; above 2^53 the nearest number. */
  uint64(): number {
    const start = this.pos;
    let value = 0;
    let factor = 1;
    for (let i = 0; i < 7; i++) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
    this.pos = start;
    return Number(this.bigVarint());
  }

  /** A signed 64-bit value; beyond ±2^53 the nearest number. */
  int64(): number {
    const start = this.pos;
    let value = 0;
    let factor = 1;
    for (let i = 0; i < 7; i++) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
      factor *= 128;
    }
    this.pos = start;
    return Number(BigInt.asIntN(64, this.bigVarint()));
  }

  bool(): boolean {
    return this.uint64() !== 0;
  }

  double(): number {
    const at = this.take(8);
    return this.buf.readDoubleLE(at);
  }

  float(): number {
    const at = this.take(4);
    return this.buf.readFloatLE(at);
  }

  string(): string {
    const length = this.uint32();
    const at = this.take(length);
    return this.#pool === undefined
      ? this.buf.toString("utf8", at, at + length)
      : this.#pool.read(this.buf, at, at + length);
  }

  /** A view into the input: copy it before keeping it beyond the life of the input buffer. */
  bytes(): Buffer {
    const length = this.uint32();
    const at = this.take(length);
    return this.buf.subarray(at, at + length);
  }

  /** Enters a nested message and returns where it ends. The message's decoder leaves it again. */
  open(end: number): number {
    const length = this.uint32();
    const inner = this.pos + length;
    if (inner > end) this.truncated();
    if (++this.depth > MAX_DEPTH) {
      throw new DecodeError("malformed", `message nested deeper than ${MAX_DEPTH} levels`);
    }
    return inner;
  }

  /** Called by every decoder at its end. */
  leave(end: number): void {
    if (this.pos !== end) {
      throw new DecodeError("malformed", `field reaches beyond its message at offset ${this.pos}`);
    }
    this.depth--;
  }

  /** Keeps a field that the schema does not know, so that it is written out again unchanged. */
  unknown(message: Message, tag: number, tagStart: number): void {
    this.skip(tag);
    this.keep(message, tagStart);
  }

  /** Keeps the bytes from `start` to here as an unknown field. */
  keep(message: Message, start: number): void {
    const bytes = this.buf.subarray(start, this.pos);
    message.$unknown =
      message.$unknown === undefined
        ? Buffer.from(bytes)
        : Buffer.concat([message.$unknown, bytes]);
  }

  private skip(tag: number): void {
    switch (tag & 7) {
      case 0:
        this.bigVarint();
        return;
      case 1:
        this.take(8);
        return;
      case 2:
        this.take(this.uint32());
        return;
      case 3:
        this.skipGroup(tag >>> 3);
        return;
      case 5:
        this.take(4);
        return;
      default:
        throw new DecodeError("malformed", `wire type ${tag & 7} at offset ${this.pos}`);
    }
  }

  private skipGroup(field: number): void {
    if (++this.depth > MAX_DEPTH) {
      throw new DecodeError("malformed", `group nested deeper than ${MAX_DEPTH} levels`);
    }
    for (;;) {
      const tag = this.uint32();
      if ((tag & 7) === 4) {
        if (tag >>> 3 !== field) {
          throw new DecodeError("malformed", `group ${field} ended as ${tag >>> 3}`);
        }
        break;
      }
      this.skip(tag);
    }
    this.depth--;
  }

  private bigVarint(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
    throw new DecodeError("malformed", `varint longer than ten bytes at offset ${this.pos}`);
  }

  private byte(): number {
    return this.buf[this.pos++] ?? this.truncated();
  }

  private take(length: number): number {
    const at = this.pos;
    if (at + length > this.buf.length) this.truncated();
    this.pos = at + length;
    return at;
  }

  private truncated(): never {
    throw new DecodeError("malformed", `message ends early: ${this.buf.length} bytes`);
  }
}
