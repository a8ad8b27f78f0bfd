import { Buffer } from "node:buffer";
import type { Pieces } from "@mesos-ts/master";
import { Chunks } from "@mesos-ts/transport";

/** How long others wait at most while a reply is rendered. */
const SLICE_MS = 4;
/** The clock is looked at after so many pieces. */
const PIECES_PER_LOOK = 4;
/** What is at least as large stays the buffer that it is. */
const LARGE_BYTES = 4 * 1024;
/** Where smaller pieces are joined. */
const SCRATCH_BYTES = 64 * 1024;
/** UTF-8 needs at most so many bytes for a unit of a string. */
const MAX_BYTES_PER_UNIT = 3;

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
  #scratch = Buffer.alloc(0);
  /** What of it is no chunk yet. */
  #start = 0;
  #end = 0;

  add(piece: string | Buffer): void {
    if (typeof piece === "string") this.#addText(piece);
    else if (piece.length >= LARGE_BYTES) this.#pass(piece);
    else {
      this.#reserve(piece.length);
      this.#end += piece.copy(this.#scratch, this.#end);
    }
  }

  finish(): Chunks {
    this.#close();
    return new Chunks(this.#chunks);
  }

  #addText(piece: string): void {
    const most = piece.length * MAX_BYTES_PER_UNIT;
    if (most > SCRATCH_BYTES) return this.#pass(Buffer.from(piece));
    this.#reserve(most);
    this.#end += this.#scratch.write(piece, this.#end);
  }

  #pass(chunk: Buffer): void {
    this.#close();
    this.#chunks.push(chunk);
  }

  #reserve(length: number): void {
    if (this.#end + length <= this.#scratch.length) return;
    this.#close();
    this.#scratch = Buffer.allocUnsafeSlow(SCRATCH_BYTES);
    this.#start = 0;
    this.#end = 0;
  }

  #close(): void {
    if (this.#end === this.#start) return;
    this.#chunks.push(this.#scratch.subarray(this.#start, this.#end));
    this.#start = this.#end;
  }
}
