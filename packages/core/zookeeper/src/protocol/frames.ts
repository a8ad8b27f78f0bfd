import { Buffer } from "node:buffer";
import { err, ok, type Result } from "@mesos-ts/base";
import { MAX_BUFFER_BYTES } from "./jute.ts";

const LENGTH_BYTES = 4;

/**
 * Cuts a stream into frames: four bytes of length, then that many bytes. Chunks may split anywhere.
 * After an error the stream is lost.
 */
export class FrameDecoder {
  readonly #maxBytes: number;
  #chunks: Buffer[] = [];
  #buffered = 0;
  /** Bytes that must be there before the next frame can be complete. */
  #needed = LENGTH_BYTES;

  constructor(maxBytes = MAX_BUFFER_BYTES) {
    this.#maxBytes = maxBytes;
  }

  /** The frames that `chunk` completes, without their lengths. They may be views of it. */
  push(chunk: Buffer): Result<readonly Buffer[]> {
    this.#chunks.push(chunk);
    this.#buffered += chunk.length;
    if (this.#buffered < this.#needed) return ok([]);
    const bytes = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#buffered);
    const frames: Buffer[] = [];
    let position = 0;
    this.#needed = LENGTH_BYTES;
    while (bytes.length - position >= LENGTH_BYTES) {
      const length = bytes.readInt32BE(position);
      if (length < 0 || length > this.#maxBytes) return err(`Len error ${length}`);
      const end = position + LENGTH_BYTES + length;
      if (end > bytes.length) {
        this.#needed = LENGTH_BYTES + length;
        break;
      }
      frames.push(bytes.subarray(position + LENGTH_BYTES, end));
      position = end;
    }
    this.#buffered = bytes.length - position;
    this.#chunks = this.#buffered === 0 ? [] : [bytes.subarray(position)];
    return ok(frames);
  }
}
