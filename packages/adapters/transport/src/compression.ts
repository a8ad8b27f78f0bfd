import { Buffer } from "node:buffer";
import type { Transform } from "node:stream";
import { finished } from "node:stream/promises";
import { constants, crc32, createDeflateRaw, createGzip } from "node:zlib";

export const GZIP_OPTIONS = { level: constants.Z_BEST_SPEED } as const;
/** So much is given to the compressor at once, which has a thread of its own. */
const FEED_BYTES = 256 * 1024;

type Pieces = readonly Buffer[];

/** A whole gzip file. */
export function gzipPieces(pieces: Pieces): Promise<Pieces> {
  return compress(createGzip(GZIP_OPTIONS), pieces);
}

/** Part of a deflate stream that anything may follow, on a whole byte. */
export function deflatePieces(pieces: Pieces): Promise<Pieces> {
  const options = { ...GZIP_OPTIONS, finishFlush: constants.Z_FULL_FLUSH };
  return compress(createDeflateRaw(options), pieces);
}

async function compress(compressor: Transform, pieces: Pieces): Promise<Pieces> {
  const compressed: Buffer[] = [];
  compressor.on("data", (piece: Buffer) => compressed.push(piece));
  await Promise.all([feed(compressor, pieces), finished(compressor)]);
  return compressed;
}

async function feed(compressor: Transform, pieces: Pieces): Promise<void> {
  for (const run of runs(pieces)) {
    await new Promise<void>((resume) => compressor.write(run, () => resume()));
  }
  compressor.end();
}

/** The same bytes in larger pieces. Each is to be used before the next one is asked for. */
function* runs(pieces: Pieces): Generator<Buffer, void, void> {
  const scratch = Buffer.allocUnsafeSlow(FEED_BYTES);
  let end = 0;
  for (const piece of pieces) {
    for (let start = 0; start < piece.length; ) {
      const copied = piece.copy(scratch, end, start);
      start += copied;
      end += copied;
      if (end < FEED_BYTES) continue;
      yield scratch;
      end = 0;
    }
  }
  yield scratch.subarray(0, end);
}

const GZIP = [0x1f, 0x8b];
const DEFLATE = 8;
const UNKNOWN_SYSTEM = 0xff;

/** What a gzip file begins with: no name, no time. Source: RFC 1952. */
export const GZIP_HEADER = Buffer.from([...GZIP, DEFLATE, 0, 0, 0, 0, 0, 0, UNKNOWN_SYSTEM]);

const MAX_STORED_BYTES = 0xffff;
const STORED_HEADER_BYTES = 5;

/** Part of a deflate stream that holds the bytes as they are. Source: RFC 1951, 3.2.4. */
export function storedPieces(pieces: Pieces): Pieces {
  const stored: Buffer[] = [];
  for (const piece of pieces) {
    for (let start = 0; start < piece.length; start += MAX_STORED_BYTES) {
      const content = piece.subarray(start, start + MAX_STORED_BYTES);
      stored.push(storedHeader(content.length, false), content);
    }
  }
  return stored;
}

function storedHeader(length: number, isLast: boolean): Buffer {
  const header = Buffer.alloc(STORED_HEADER_BYTES);
  header.writeUInt8(isLast ? 1 : 0, 0);
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(~length & MAX_STORED_BYTES, 3);
  return header;
}

/** What a gzip file says of its content at its end. */
export interface Checksum {
  readonly crc32: number;
  readonly length: number;
}

export const EMPTY_CHECKSUM: Checksum = { crc32: 0, length: 0 };

export function checksumOf(pieces: Pieces, before: Checksum = EMPTY_CHECKSUM): Checksum {
  let { crc32: sum, length } = before;
  for (const piece of pieces) {
    sum = crc32(piece, sum);
    length += piece.length;
  }
  return { crc32: sum, length };
}

/** What ends a deflate stream and its gzip file. */
export function gzipTrailer({ crc32: sum, length }: Checksum): Buffer {
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(sum, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  return Buffer.concat([storedHeader(0, true), trailer]);
}
