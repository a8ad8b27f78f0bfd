import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_RECORD_BYTES, RecordReader } from "../page/model/recordio.ts";

const record = (text: string): Buffer =>
  Buffer.concat([Buffer.from(`${Buffer.byteLength(text)}\n`), Buffer.from(text)]);

describe("RecordReader", () => {
  test("gives the records that were written, however the bytes are cut", () => {
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 60 }), { maxLength: 5 });
    fc.assert(
      fc.property(texts, fc.array(fc.nat(40), { minLength: 1 }), (written, cuts) => {
        const bytes = Buffer.concat(written.map(record));
        const reader = new RecordReader();
        const read: string[] = [];
        for (let at = 0, i = 0; at < bytes.length; i++) {
          const length = 1 + (cuts[i % cuts.length] ?? 0);
          read.push(...reader.push(bytes.subarray(at, at + length)));
          at += length;
        }
        expect(read).toEqual(written.map((text) => Buffer.from(text).toString()));
      }),
    );
  });

  test("an empty record is one", () => {
    expect(new RecordReader().push(Buffer.from("0\n2\nab"))).toEqual(["", "ab"]);
  });

  test.each(["\n", "abc", "-1\n", "3 \nabc", "00000000000\n"])("%j is refused", (text) => {
    expect(() => new RecordReader().push(Buffer.from(text))).toThrow("not RecordIO");
  });

  test("a record that is too long is refused before it comes", () => {
    const reader = new RecordReader();
    expect(() => reader.push(Buffer.from(`${MAX_RECORD_BYTES + 1}\n`))).toThrow("is not read");
  });
});
