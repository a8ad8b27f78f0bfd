import type { Buffer } from "node:buffer";
import { gzipPieces } from "./compression.ts";

/** A large body in pieces, compressed once for all who want that. */
export class Chunks {
  readonly pieces: readonly Buffer[];
  /** In bytes. */
  readonly length: number;
  #gzipped: Promise<Chunks> | undefined;

  constructor(pieces: readonly Buffer[]) {
    this.pieces = pieces;
    this.length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  }

  gzipped(): Promise<Chunks> {
    this.#gzipped ??= gzipPieces(this.pieces).then((pieces) => new Chunks(pieces));
    return this.#gzipped;
  }
}
