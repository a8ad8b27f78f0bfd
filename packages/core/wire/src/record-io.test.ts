import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRecords, encodeRecord, RecordDecoder, type RecordIoError } from "./record-io.ts";

function feed(bytes: Buffer, cuts: readonly number[], maxRecordBytes = 1 << 20) {
  const records: string[] = [];
  const decoder = new RecordDecoder({
    onRecord: (record) => records.push(record.toString("latin1")),
    maxRecordBytes,
  });
  let error: RecordIoError | undefined;
  let from = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const to = Math.min(cut, bytes.length);
    error = decoder.push(Buffer.from(bytes.subarray(from, to)));
    from = Math.max(from, to);
  }
  error = decoder.push(Buffer.from(bytes.subarray(from)));
  return { records, error: error ?? decoder.end() };
}

describe("RecordIO", () => {
  it("frames text as UTF-8 bytes", () => {
    expect(encodeRecord('{"a":"é"}').toString()).toBe('10\n{"a":"é"}');
    expect(encodeRecord(Buffer.alloc(0)).toString()).toBe("0\n");
  });

  it("gives back what was framed, wherever the stream is cut", () => {
    const records = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 });
    fc.assert(
      fc.property(records, fc.array(fc.nat(5000), { maxLength: 30 }), (list, cuts) => {
        const { records: seen, error } = feed(Buffer.concat(list.map(encodeRecord)), cuts);
        expect(error).toBeUndefined();
        expect(seen).toEqual(list.map((record) => Buffer.from(record).toString("latin1")));
      }),
    );
  });

  it("finds the same in hostile bytes, wherever they are cut", () => {
    const bytes = fc.array(fc.constantFrom(..."0123456789\n{}x-".split("")), { maxLength: 200 });
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(200), { maxLength: 20 }), (characters, cuts) => {
        const stream = Buffer.from(characters.join(""));
        expect(feed(stream, cuts, 50)).toEqual(feed(stream, [], 50));
      }),
    );
  });

  it.each<[string, RecordIoError["code"], RegExp]>([
    ["x", "bad-length", /byte 0x78 in a record length/],
    ["\n", "bad-length", /no digits/],
    ["-1\nx", "bad-length", /0x2d/],
    ["5 \nhello", "bad-length", /0x20/],
    ["101\n", "record-too-large", /101 bytes is above the limit of 100/],
    ["00000000001\nx", "length-too-long", /more than 10 digits/],
    ["5\nhell", "truncated", /after 4 of 5/],
    ["12", "truncated", /inside a record length/],
  ])("refuses %j as %s", (text, code, why) => {
    const result = decodeRecords(Buffer.from(text), 100);
    expect(result).toMatchObject({ code, text: expect.stringMatching(why) });
  });

  it("stays refused, and delivered what came before", () => {
    const seen: string[] = [];
    const decoder = new RecordDecoder({ onRecord: (record) => seen.push(record.toString()) });
    expect(decoder.push(Buffer.from("2\nok?"))?.code).toBe("bad-length");
    expect(decoder.push(Buffer.from("2\nok"))?.code).toBe("bad-length");
    expect(seen).toEqual(["ok"]);
  });

  it("takes a large record byte by byte in linear time", () => {
    const size = 1_000_000;
    let seen = 0;
    const decoder = new RecordDecoder({ onRecord: (record) => (seen = record.length) });
    decoder.push(Buffer.from(`${size}\n`));
    const byte = Buffer.from("x");
    for (let i = 0; i < size; i += 1) decoder.push(byte);
    expect(seen).toBe(size);
  });

  it("does not allocate what a length only claims", () => {
    const decoder = new RecordDecoder({ onRecord: () => {} });
    const before = process.memoryUsage().arrayBuffers;
    expect(decoder.push(Buffer.from("134217728\nx"))).toBeUndefined();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20);
  });
});
