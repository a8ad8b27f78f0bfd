import { Buffer } from "node:buffer";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Chunks } from "./chunks.ts";
import {
  checksumOf,
  deflatePieces,
  EMPTY_CHECKSUM,
  GZIP_HEADER,
  gzipPieces,
  gzipTrailer,
  storedPieces,
} from "./compression.ts";

/** Bytes that compress, of sizes around the limits of blocks and of what is fed at once. */
const pieces = fc.array(
  fc
    .tuple(fc.constantFrom(0, 1, 11_000, 65_535, 65_536, 262_144, 300_000), fc.nat(255))
    .map(([size, byte]) => Buffer.alloc(size, Buffer.from([byte, 7, byte ^ 85]))),
  { maxLength: 6 },
);

describe("compression in pieces", () => {
  it("makes a file that holds the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, async (list) => {
        const file = Buffer.concat(await gzipPieces(list));
        expect(gunzipSync(file).equals(Buffer.concat(list))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("makes a file of a compressed part, and of parts as they are", async () => {
    await fc.assert(
      fc.asyncProperty(pieces, pieces, pieces, async (first, second, third) => {
        const checksum = [second, third].reduce(
          (before, part) => checksumOf(part, before),
          checksumOf(first, EMPTY_CHECKSUM),
        );
        const file = Buffer.concat([
          GZIP_HEADER,
          ...(await deflatePieces(first)),
          ...storedPieces(second),
          ...storedPieces(third),
          gzipTrailer(checksum),
        ]);
        const content = Buffer.concat([...first, ...second, ...third]);
        expect(gunzipSync(file).equals(content)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it("is done once for all who want it", async () => {
    const chunks = new Chunks([Buffer.from("a".repeat(1000)), Buffer.from("b")]);
    expect(chunks.length).toBe(1001);
    const [one, two] = await Promise.all([chunks.gzipped(), chunks.gzipped()]);
    expect(two).toBe(one);
    expect(gunzipSync(Buffer.concat(one.pieces))).toHaveLength(1001);
    expect(one.length).toBeLessThan(100);
  });
});
