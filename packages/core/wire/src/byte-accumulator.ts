import { Buffer } from "node:buffer";

/** Smallest block that an accumulator allocates, in bytes. */
const INITIAL_CAPACITY_BYTES = 256;

/**
 * A byte buffer that doubles as it grows, so that n bytes arriving one at a time cost O(n).
 * It allocates for what has arrived, never for what a peer says will arrive.
 */
export class ByteAccumulator {
  #bytes: Buffer | undefined;
  #length = 0;

  /** Bytes held. */
  get length(): number {
    return this.#length;
  }

  /** Appends `source[start, end)`. */
  append(source: Uint8Array, start: number, end: number): void {
    const needed = this.#length + (end - start);
    let bytes = this.#bytes;
    if (bytes === undefined || bytes.length < needed) {
      const grown = Buffer.allocUnsafeSlow(
        Math.max(INITIAL_CAPACITY_BYTES, needed, (bytes?.length ?? 0) * 2),
      );
      bytes?.copy(grown, 0, 0, this.#length);
      bytes = grown;
      this.#bytes = grown;
    }
    bytes.set(source.subarray(start, end), this.#length);
    this.#length = needed;
  }

  /** A view of the bytes held; it is valid until the next `append` or `take`. */
  view(): Buffer {
    return this.#bytes === undefined ? Buffer.alloc(0) : this.#bytes.subarray(0, this.#length);
  }

  /** Hands the bytes over to the caller and starts empty again. */
  take(): Buffer {
    const bytes = this.view();
    this.#bytes = undefined;
    this.#length = 0;
    return bytes;
  }

  /** Forgets the bytes. A large block is released, a small one is kept for reuse. */
  clear(): void {
    if (this.#bytes !== undefined && this.#bytes.length > MAX_KEPT_BYTES) {
      this.#bytes = undefined;
    }
    this.#length = 0;
  }
}

/** Largest block that `clear` keeps for reuse, in bytes. */
const MAX_KEPT_BYTES = 16 * 1024;
