import type { Buffer } from "node:buffer";
import type { Pieces } from "@mesos-ts/master";
import { Writer } from "@mesos-ts/protos";
import { Chunks } from "@mesos-ts/transport";

/** How long others wait at most while a reply is rendered. */
const SLICE_MS = 4;
/** The clock is looked at after so many pieces. */
const PIECES_PER_LOOK = 4;
/** What is at least as large stays the buffer that it is. */
const LARGE_BYTES = 4 * 1024;
/** Smaller ones are joined to about this. */
const JOINED_BYTES = 64 * 1024;

/** Makes buffers of a large reply's pieces, and lets others have their turn in between. */
export async function pour(pieces: Pieces): Promise<Chunks> {
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

/** Large pieces pass through as they are, small ones in between are joined. */
class Vessel {
  readonly #chunks: Buffer[] = [];
  readonly #small = new Writer(JOINED_BYTES);

  add(piece: string | Buffer): void {
    if (typeof piece === "string") this.#small.text(piece);
    else if (piece.length < LARGE_BYTES) this.#small.raw(piece);
    else {
      this.#close();
      this.#chunks.push(piece);
    }
    if (this.#small.length >= JOINED_BYTES) this.#close();
  }

  finish(): Chunks {
    this.#close();
    return new Chunks(this.#chunks);
  }

  #close(): void {
    if (this.#small.length === 0) return;
    this.#chunks.push(this.#small.copy());
    this.#small.restart();
  }
}
