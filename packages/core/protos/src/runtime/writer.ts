import { Buffer } from "node:buffer";

const INITIAL_CAPACITY = 256;
/** Below this length a loop over char codes beats the native UTF-8 writer. */
const SHORT_STRING = 48;
/** UTF-8 needs at most so many bytes for a unit of a string. */
const MAX_BYTES_PER_UNIT = 3;

/**
 * Writes the protobuf binary format into one growing buffer.
 *
 * A nested message is written in place: `open` leaves one byte for its length, `close` fills it in
 * and moves the content only when the length needs more than one byte.
 */
export class Writer {
  private buf: Buffer;
  private pos = 0;

  constructor(capacity: number = INITIAL_CAPACITY) {
    this.buf = Buffer.allocUnsafe(capacity);
  }

  /** The bytes written so far; the writer must not be used afterwards. */
  finish(): Buffer {
    return this.buf.subarray(0, this.pos);
  }

  /** How many bytes were written so far. */
  get length(): number {
    return this.pos;
  }

  /** A copy of the bytes written so far, of its own size: the writer may be used again. */
  copy(): Buffer {
    const bytes = Buffer.allocUnsafeSlow(this.pos);
    this.buf.copy(bytes, 0, 0, this.pos);
    return bytes;
  }

  /** Forgets what was written. */
  restart(): void {
    this.pos = 0;
  }

  /** An unsigned value below 2^32: tags, lengths, uint32. */
  uint32(value: number): void {
    this.reserve(5);
    let v = value >>> 0;
    while (v > 127) {
      this.buf[this.pos++] = (v & 127) | 128;
      v >>>= 7;
    }
    this.buf[this.pos++] = v;
  }

  /** A signed 32-bit value; negative ones take ten bytes, as the format demands. */
  int32(value: number): void {
    if (value >= 0) this.uint32(value);
    else this.bigVarint(BigInt.asUintN(64, BigInt(Math.trunc(value))));
  }

  /** A 64-bit value, signed or not, given as a number. */
  int64(value: number): void {
    if (value >= 0 && value <= 0xffffffff) {
      this.uint32(value);
    } else if (value > 0 && value <= Number.MAX_SAFE_INTEGER) {
      this.reserve(8);
      let v = value;
      while (v > 127) {
        this.buf[this.pos++] = (v % 128) | 128;
        v = Math.floor(v / 128);
      }
      this.buf[this.pos++] = v;
    } else {
      this.bigVarint(BigInt.asUintN(64, BigInt(Math.trunc(value))));
    }
  }

  bool(value: boolean): void {
    this.reserve(1);
    this.buf[this.pos++] = value ? 1 : 0;
  }

  double(value: number): void {
    this.reserve(8);
    this.pos = this.buf.writeDoubleLE(value, this.pos);
  }

  float(value: number): void {
    this.reserve(4);
    this.pos = this.buf.writeFloatLE(value, this.pos);
  }

  bytes(value: Uint8Array): void {
    this.uint32(value.length);
    this.raw(value);
  }

  string(value: string): void {
    const length = value.length;
    if (length <= SHORT_STRING) {
      this.reserve(length + 5);
      const start = this.pos;
      this.buf[this.pos++] = length;
      for (let i = 0; i < length; i++) {
        const code = value.charCodeAt(i);
        if (code > 127) {
          this.pos = start;
          this.longString(value);
          return;
        }
        this.buf[this.pos++] = code;
      }
    } else {
      this.longString(value);
    }
  }

  /** Bytes that are already in the format: unknown fields, messages kept encoded. */
  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.buf.set(value, this.pos);
    this.pos += value.length;
  }

  /** Text as UTF-8, without its length: what is not in the format, such as JSON. */
  text(value: string): void {
    this.reserve(value.length * MAX_BYTES_PER_UNIT);
    this.pos += this.buf.write(value, this.pos, "utf8");
  }

  /** Starts a length-delimited value; give the result to {@link close}. */
  open(): number {
    this.reserve(1);
    return ++this.pos;
  }

  close(start: number): void {
    const length = this.pos - start;
    if (length < 128) {
      this.buf[start - 1] = length;
      return;
    }
    const extra = varintSize(length) - 1;
    this.reserve(extra);
    this.buf.copyWithin(start + extra, start, this.pos);
    const end = this.pos + extra;
    this.pos = start - 1;
    this.uint32(length);
    this.pos = end;
  }

  private longString(value: string): void {
    const length = Buffer.byteLength(value, "utf8");
    this.uint32(length);
    this.reserve(length);
    this.pos += this.buf.write(value, this.pos, length, "utf8");
  }

  private bigVarint(value: bigint): void {
    this.reserve(10);
    let v = value;
    while (v > 127n) {
      this.buf[this.pos++] = Number(v & 127n) | 128;
      v >>= 7n;
    }
    this.buf[this.pos++] = Number(v);
  }

  private reserve(bytes: number): void {
    if (this.pos + bytes <= this.buf.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.buf.length * 2, this.pos + bytes));
    this.buf.copy(grown, 0, 0, this.pos);
    this.buf = grown;
  }
}

function varintSize(value: number): number {
  let size = 1;
  let v = value;
  while (v > 127) {
    v = Math.floor(v / 128);
    size++;
  }
  return size;
}
