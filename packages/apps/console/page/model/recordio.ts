/**
 * RecordIO, as Mesos streams events: the length of a record in decimal digits, a line feed, and
 * then that many bytes.
 */

/** Longest record that is taken; the state of a large cluster comes as one. */
export const MAX_RECORD_BYTES = 512 * 1024 * 1024;

/** Digits of a length; more than the longest record could need. */
const MAX_LENGTH_DIGITS = 10;

const LINE_FEED = 0x0a;
const ZERO = 0x30;
const NINE = 0x39;

/** Takes bytes as they come and gives whole records. */
export class RecordReader {
  #pieces: Uint8Array[] = [];
  /** Bytes that the record still lacks; -1 while its length is read. */
  #missing = -1;
  #length = 0;
  #digits = 0;
  #decoder = new TextDecoder();

  /**
   * The records that these bytes complete, as texts.
   *
   * @throws {Error} when the bytes are not RecordIO
   */
  push(bytes: Uint8Array): string[] {
    const records: string[] = [];
    for (let at = 0; at < bytes.length; ) {
      at = this.#missing < 0 ? this.#readLength(bytes, at) : this.#readBody(bytes, at);
      if (this.#missing === 0) records.push(this.#finish());
    }
    return records;
  }

  #readLength(bytes: Uint8Array, at: number): number {
    const byte = bytes[at] ?? 0;
    if (byte === LINE_FEED && this.#digits > 0) {
      this.#missing = this.#length;
    } else if (byte >= ZERO && byte <= NINE && this.#digits < MAX_LENGTH_DIGITS) {
      this.#length = this.#length * 10 + byte - ZERO;
      this.#digits += 1;
      if (this.#length > MAX_RECORD_BYTES) {
        throw new Error(`A record of more than ${MAX_RECORD_BYTES} bytes is not read`);
      }
    } else {
      throw new Error("The stream is not RecordIO: a record does not begin with its length");
    }
    return at + 1;
  }

  #readBody(bytes: Uint8Array, at: number): number {
    const piece = bytes.subarray(at, at + this.#missing);
    this.#pieces.push(piece);
    this.#missing -= piece.length;
    return at + piece.length;
  }

  #finish(): string {
    const text = this.#pieces
      .map((piece) => this.#decoder.decode(piece, { stream: true }))
      .concat(this.#decoder.decode())
      .join("");
    this.#pieces = [];
    this.#missing = -1;
    this.#length = 0;
    this.#digits = 0;
    return text;
  }
}
