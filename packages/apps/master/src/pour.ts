import { Buffer } from "node:buffer";
import type { Pieces } from "@mesos-ts/master";

/** Large enough that a reply of many megabytes is few writes, small enough to be one at a time. */
const CHUNK_BYTES = 256 * 1024;
/** How long others wait at most while a reply is rendered. */
const SLICE_MS = 4;
/** The clock is looked at after so many pieces. */
const PIECES_PER_LOOK = 16;
/** UTF-8 needs at most so many bytes for a unit of a string. */
const MAX_BYTES_PER_UNIT = 3;

/** Joins the pieces of a large reply to chunks, and lets others have their turn in between. */
export async function pour(pieces: Pieces): Promise<readonly Buffer[]> {
  const vessel = new Vessel();
  let begunMs = performance.now();
  let count = 0;
  for (const piece of pieces) {
    vessel.add(piece);
    count++;
    if (count % PIECES_PER_LOOK !== 0 || performance.now() - begunMs < SLICE_MS) continue;
    await new Promise<void>((resume) => setImmediate(resume));
    begunMs = performance.now();
  }
  return vessel.finish();
}

class Vessel {
  readonly #chunks: Buffer[] = [];
  #chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  #used = 0;

  add(piece: string | Uint8Array): void {
    const most = typeof piece === "string" ? piece.length * MAX_BYTES_PER_UNIT : piece.length;
    if (this.#used + most > CHUNK_BYTES) this.#close();
    if (most > CHUNK_BYTES) {
      this.#chunks.push(
        typeof piece === "string"
          ? Buffer.from(piece)
          : Buffer.from(piece.buffer, piece.byteOffset, piece.length),
      );
    } else if (typeof piece === "string") {
      this.#used += this.#chunk.write(piece, this.#used);
    } else {
      this.#chunk.set(piece, this.#used);
      this.#used += piece.length;
    }
  }

  finish(): readonly Buffer[] {
    this.#close();
    return this.#chunks;
  }

  #close(): void {
    if (this.#used === 0) return;
    this.#chunks.push(this.#chunk.subarray(0, this.#used));
    this.#chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    this.#used = 0;
  }
}
