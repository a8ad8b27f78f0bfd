import { Buffer } from "node:buffer";
import { ByteAccumulator } from "./byte-accumulator.ts";

/** Largest record that a decoder accepts unless told otherwise, in bytes. */
export const MAX_RECORD_BYTES = 128 * 1024 * 1024;

/** Most digits in a record's length; more can only come from a peer that does not speak RecordIO. */
export const MAX_LENGTH_DIGITS = 10;

const NEWLINE = 0x0a;
const DIGIT_ZERO = 0x30;
const DIGIT_NINE = 0x39;

/** Why a RecordIO stream cannot be read further. `text` names the culprit. */
export type RecordIoError = {
  readonly type: "record-io-error";
  readonly code: "bad-length" | "length-too-long" | "record-too-large" | "truncated";
  readonly text: string;
};

export type RecordDecoderOptions = {
  /**
   * Called once per record, in order. The buffer may be a view of the chunk given to `push`:
   * copy it to keep a small record from holding a large chunk.
   */
  readonly onRecord: (record: Buffer) => void;
  /** Limit on one record, in bytes. Default `MAX_RECORD_BYTES`. */
  readonly maxRecordBytes?: number;
};

/** The frame header of a record of `length` bytes: decimal digits and a newline. */
export function recordHeader(length: number): Buffer {
  return Buffer.from(`${length}\n`, "latin1");
}

/** One RecordIO frame, `<decimal length>\n<bytes>`. Strings are UTF-8. */
export function encodeRecord(record: Uint8Array | string): Buffer {
  const length = typeof record === "string" ? Buffer.byteLength(record) : record.length;
  const header = `${length}\n`;
  const frame = Buffer.allocUnsafe(header.length + length);
  frame.write(header, 0, "latin1");
  if (typeof record === "string") {
    frame.write(record, header.length, "utf8");
  } else {
    frame.set(record, header.length);
  }
  return frame;
}

/**
 * Incremental RecordIO decoder. Chunks may split anywhere. After the first error the stream is
 * lost: further pushes return the same error and deliver nothing.
 */
export class RecordDecoder {
  readonly #onRecord: (record: Buffer) => void;
  readonly #maxRecordBytes: number;
  readonly #partial = new ByteAccumulator();
  #digits = 0;
  #length = 0;
  #inBody = false;
  #error: RecordIoError | undefined;

  constructor(options: RecordDecoderOptions) {
    this.#onRecord = options.onRecord;
    this.#maxRecordBytes = options.maxRecordBytes ?? MAX_RECORD_BYTES;
  }

  /** Takes the next bytes; calls `onRecord` for each record that they complete. */
  push(chunk: Buffer): RecordIoError | undefined {
    let position = 0;
    while (this.#error === undefined) {
      if (this.#inBody) {
        const next = this.#body(chunk, position);
        if (next < 0) break;
        position = next;
      } else {
        if (position >= chunk.length) break;
        position = this.#lengthDigits(chunk, position);
      }
    }
    return this.#error;
  }

  /** To be called at the end of the stream: an error if it ended inside a record. */
  end(): RecordIoError | undefined {
    if (this.#error === undefined && (this.#inBody || this.#digits > 0)) {
      this.#fail(
        "truncated",
        this.#inBody
          ? `stream ended after ${this.#partial.length} of ${this.#length} record bytes`
          : "stream ended inside a record length",
      );
    }
    return this.#error;
  }

  #lengthDigits(chunk: Buffer, from: number): number {
    for (let position = from; position < chunk.length; position += 1) {
      const byte = chunk[position] ?? 0;
      if (byte === NEWLINE) {
        return this.#beginBody(position);
      }
      if (byte < DIGIT_ZERO || byte > DIGIT_NINE) {
        this.#fail("bad-length", `byte 0x${byte.toString(16)} in a record length`);
        return position;
      }
      this.#digits += 1;
      if (this.#digits > MAX_LENGTH_DIGITS) {
        this.#fail("length-too-long", `record length has more than ${MAX_LENGTH_DIGITS} digits`);
        return position;
      }
      this.#length = this.#length * 10 + (byte - DIGIT_ZERO);
    }
    return chunk.length;
  }

  #beginBody(newlineAt: number): number {
    if (this.#digits === 0) {
      this.#fail("bad-length", "record length has no digits");
    } else if (this.#length > this.#maxRecordBytes) {
      this.#fail(
        "record-too-large",
        `record of ${this.#length} bytes is above the limit of ${this.#maxRecordBytes}`,
      );
    } else {
      this.#inBody = true;
    }
    return newlineAt + 1;
  }

  /** Returns the position after the record, or -1 when more bytes are needed. */
  #body(chunk: Buffer, from: number): number {
    const missing = this.#length - this.#partial.length;
    const available = chunk.length - from;
    if (available < missing) {
      if (available > 0) this.#partial.append(chunk, from, chunk.length);
      return -1;
    }
    const end = from + missing;
    let record: Buffer;
    if (this.#partial.length === 0) {
      record = chunk.subarray(from, end);
    } else {
      this.#partial.append(chunk, from, end);
      record = this.#partial.take();
    }
    this.#inBody = false;
    this.#digits = 0;
    this.#length = 0;
    this.#onRecord(record);
    return end;
  }

  #fail(code: RecordIoError["code"], text: string): void {
    this.#error = { type: "record-io-error", code, text: `RecordIO: ${text}` };
  }
}

/** Decodes a complete byte string: all its records, or the error that stops it. */
export function decodeRecords(
  bytes: Buffer,
  maxRecordBytes: number = MAX_RECORD_BYTES,
): Buffer[] | RecordIoError {
  const records: Buffer[] = [];
  const decoder = new RecordDecoder({ onRecord: (record) => records.push(record), maxRecordBytes });
  return decoder.push(bytes) ?? decoder.end() ?? records;
}
