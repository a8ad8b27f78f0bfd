import type { Buffer } from "node:buffer";
import { type Checksum, checksumOf, deflatePieces, storedPieces } from "./compression.ts";
import { httpChunks } from "./http-reply.ts";
import type { HttpChunks } from "./http-types.ts";

/** How a stream of events is encoded: as it is, or as one gzip file without end. */
export type StreamEncoding = "identity" | "gzip";

/** Events that are ready for all subscribers with the same encoding: each is an HTTP chunk. */
export interface EventFrames {
  readonly chunks: HttpChunks;
  /** Of all that a gzip file holds after these. */
  readonly checksum: (before: Checksum) => Checksum;
}

/** Events as records. In gzip they stand as they are: they are small, and many come each second. */
export function eventFrames(records: readonly Buffer[], encoding: StreamEncoding): EventFrames {
  return {
    chunks: httpChunks(
      records.map((record) => (encoding === "gzip" ? storedPieces([record]) : [record])),
    ),
    checksum: (before) => checksumOf(records, before),
  };
}

/** The first event of a stream, one record in pieces: it may be large, and gzip compresses it. */
export async function firstEventFrames(
  pieces: readonly Buffer[],
  encoding: StreamEncoding,
): Promise<EventFrames> {
  if (encoding === "identity") {
    return { chunks: httpChunks([pieces]), checksum: (before) => checksumOf(pieces, before) };
  }
  const checksum = checksumOf(pieces);
  return { chunks: httpChunks([await deflatePieces(pieces)]), checksum: () => checksum };
}
