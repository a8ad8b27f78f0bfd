import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RequestHead } from "./http-head.ts";
import { type ParseOutcome, type ParserLimits, RequestParser } from "./request-parser.ts";

type Seen = { target: string; body: string };

const LIMITS: Partial<ParserLimits> = { maxHeadBytes: 400, maxHeaders: 8, maxBodyBytes: 1000 };

function run(bytes: Buffer, cuts: readonly number[] = [], onlyMethod?: string) {
  const seen: Seen[] = [];
  const parser = new RequestParser<RequestHead>({
    accept: (head) => (head.target.startsWith("/foreign") ? undefined : head),
    onRequest: (head, body) => seen.push({ target: head.target, body: body.toString("latin1") }),
    ...(onlyMethod === undefined ? {} : { onlyMethod }),
    limits: LIMITS,
  });
  let outcome: ParseOutcome = { type: "ok" };
  let rest = "";
  let from = 0;
  for (const cut of [...[...cuts].sort((a, b) => a - b), bytes.length]) {
    const to = Math.max(from, Math.min(cut, bytes.length));
    const chunk = Buffer.from(bytes.subarray(from, to));
    from = to;
    if (outcome.type !== "ok") {
      if (outcome.type === "foreign") rest += chunk.toString("latin1");
      continue;
    }
    outcome = parser.push(chunk);
    if (outcome.type !== "ok") rest = outcome.rest.toString("latin1");
  }
  const error = outcome.type === "error" ? outcome.error : undefined;
  return {
    seen,
    type: outcome.type,
    error,
    rest: error === undefined ? rest : "",
    idle: parser.idle,
  };
}

const text = (value: string) => Buffer.from(value, "latin1");

describe("RequestParser", () => {
  it("reads pipelined requests with every kind of body", () => {
    const stream =
      "POST /none HTTP/1.1\r\nHost: x\r\n\r\n" +
      "POST /fixed HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello" +
      "POST /chunked HTTP/1.1\r\ntransfer-encoding: Chunked\r\n\r\n" +
      "3\r\nabc\r\n2;ext=1\r\nde\r\n0\r\nTrailer: x\r\n\r\n" +
      "POST /empty HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    const expected = [
      { target: "/none", body: "" },
      { target: "/fixed", body: "hello" },
      { target: "/chunked", body: "abcde" },
      { target: "/empty", body: "" },
    ];
    for (let cut = 0; cut <= stream.length; cut += 1) {
      const { seen, type, idle } = run(text(stream), [cut]);
      expect({ seen, type, idle }).toEqual({ seen: expected, type: "ok", idle: true });
    }
  });

  it("gives a foreign request back whole, with all that follows", () => {
    const first = "POST /a HTTP/1.1\r\nContent-Length: 1\r\n\r\nx";
    const foreign = "POST /foreign HTTP/1.1\r\nContent-Length: 1\r\n\r\ny and more";
    for (let cut = 0; cut <= first.length + foreign.length; cut += 1) {
      const result = run(text(first + foreign), [cut]);
      expect(result).toMatchObject({ type: "foreign", rest: foreign, seen: [{ target: "/a" }] });
    }
  });

  it("sees another method before the head is complete", () => {
    expect(run(text("GET /"), [1, 2, 3], "POST")).toMatchObject({ type: "foreign", rest: "GET /" });
    expect(run(text("PO"), [1], "POST").type).toBe("ok");
    expect(run(text("POX"), [1, 2], "POST")).toMatchObject({ type: "foreign", rest: "POX" });
  });

  const head = (line: string, ...headers: string[]) => `${[line, ...headers].join("\r\n")}\r\n\r\n`;
  const chunked = head("POST /a HTTP/1.1", "Transfer-Encoding: chunked");

  it.each<[string, number, RegExp, string]>([
    ["no version", 400, /malformed request line/, head("POST /a")],
    ["blank in target", 400, /malformed request line/, head("POST /a b HTTP/1.1")],
    ["HTTP/1.0", 505, /1\.0/, head("POST /a HTTP/1.0")],
    ["HTTP/2.0", 505, /2\.0/, head("POST /a HTTP/2.0")],
    ["bare line feed", 400, /malformed/, head("POST /a HTTP/1.1\nHost: x")],
    ["folded header", 400, /malformed header/, head("POST /a HTTP/1.1", "A: b", " c")],
    ["blank before colon", 400, /malformed header/, head("POST /a HTTP/1.1", "A : b")],
    ["no colon", 400, /malformed header/, head("POST /a HTTP/1.1", "A")],
    ["NUL in value", 400, /control character/, head("POST /a HTTP/1.1", "A: b\0c")],
    [
      "length and chunked",
      400,
      /both/,
      head("POST /a HTTP/1.1", "Content-Length: 1", "Transfer-Encoding: chunked"),
    ],
    [
      "two lengths",
      400,
      /Content-Length/,
      head("POST /a HTTP/1.1", "Content-Length: 1", "Content-Length: 1"),
    ],
    ["signed length", 400, /Content-Length/, head("POST /a HTTP/1.1", "Content-Length: +1")],
    ["hexadecimal length", 400, /Content-Length/, head("POST /a HTTP/1.1", "Content-Length: 0x1")],
    [
      "huge length",
      400,
      /Content-Length/,
      head("POST /a HTTP/1.1", "Content-Length: 99999999999999999999"),
    ],
    ["other encoding", 501, /gzip/, head("POST /a HTTP/1.1", "Transfer-Encoding: gzip, chunked")],
    [
      "too many headers",
      431,
      /more than 8/,
      head("POST /a HTTP/1.1", ..."123456789".split("").map((n) => `A${n}: b`)),
    ],
    ["head too long", 431, /limit of 400/, head("POST /a HTTP/1.1", `A: ${"x".repeat(500)}`)],
    ["endless head", 431, /limit of 400/, `POST /${"a".repeat(500)}`],
    ["body too large", 413, /limit of 1000/, head("POST /a HTTP/1.1", "Content-Length: 1001")],
    ["chunks too large", 413, /limit of 1000/, `${chunked}258\r\n${"x".repeat(600)}\r\n258\r\n`],
    ["no chunk size", 400, /chunk size/, `${chunked}\r\n`],
    ["bad chunk size", 400, /chunk size/, `${chunked}0x1\r\na\r\n`],
    ["huge chunk size", 400, /chunk size/, `${chunked}000000001\r\na\r\n`],
    ["endless extension", 400, /limit of 256/, `${chunked}1;${"x".repeat(300)}`],
    ["chunk too long", 400, /longer than its size/, `${chunked}1\r\nab\r\n`],
    ["chunk line feed", 400, /bare line feed|longer/, `${chunked}1\na`],
    ["endless trailers", 400, /limit/, `${chunked}0\r\n${"A: b\r\n".repeat(100)}`],
    ["bad trailer", 400, /malformed trailer/, `${chunked}0\r\nabc\r\n\r\n`],
  ])("refuses %s", (_, status, why, stream) => {
    const whole = run(text(stream));
    expect(whole.error).toMatchObject({ status, text: expect.stringMatching(why) });
    for (const cut of [1, 20, stream.length - 1]) {
      expect(run(text(stream), [cut]).error?.status).toBe(status);
    }
    expect(
      run(
        text(stream),
        [...stream].map((_, i) => i),
      ).error?.status,
    ).toBe(status);
  });

  it("decides alike on hostile bytes wherever they are cut, and never throws", () => {
    const piece = fc.constantFrom(
      "POST /a HTTP/1.1\r\n",
      "POST /foreign HTTP/1.1\r\n",
      "Transfer-Encoding: chunked\r\n",
      "Content-Length: 3\r\n",
      "Host: x\r\n",
      "\r\n",
      "\r",
      "\n",
      "3\r\nabc\r\n",
      "0\r\n\r\n",
      "0\r\nT: x\r\n",
      "abc",
      "ffffffff\r\n",
      ";x",
      "\0",
      "é",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 25 }),
        fc.array(fc.nat(400), { maxLength: 12 }),
        (pieces, cuts) => {
          const stream = text(pieces.join(""));
          expect(run(stream, cuts)).toEqual(run(stream));
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("round-trips random bodies in random chunks", () => {
    const bodies = fc.array(
      fc.array(fc.uint8Array({ minLength: 1, maxLength: 60 }), { maxLength: 6 }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(bodies, fc.array(fc.nat(2000), { maxLength: 20 }), (list, cuts) => {
        const stream = Buffer.concat(
          list.flatMap((parts) => [
            text(chunked),
            ...parts.flatMap((part) => [
              text(`${part.length.toString(16)}\r\n`),
              part,
              text("\r\n"),
            ]),
            text("0\r\n\r\n"),
          ]),
        );
        const { seen, type } = run(stream, cuts);
        expect(type).toBe("ok");
        expect(seen.map(({ body }) => body)).toEqual(
          list.map((parts) => Buffer.concat(parts).toString("latin1")),
        );
      }),
    );
  });

  it("does not read one body as another's head when heads repeat", () => {
    const stream = `${chunked}1\r\na\r\n0\r\n\r\n`.repeat(3);
    expect(run(text(stream)).seen.map(({ body }) => body)).toEqual(["a", "a", "a"]);
  });

  it("reads a large body byte by byte in linear time", () => {
    let length = 0;
    const parser = new RequestParser<string>({
      accept: (h) => h.target,
      onRequest: (_, body) => (length = body.length),
    });
    const size = 500_000;
    parser.push(text(head("POST /a HTTP/1.1", `Content-Length: ${size}`)));
    const byte = text("x");
    for (let i = 0; i < size; i += 1) parser.push(byte);
    expect(length).toBe(size);
  });

  it("does not allocate what a length only claims", () => {
    const parser = new RequestParser<string>({ accept: (h) => h.target, onRequest: () => {} });
    const before = process.memoryUsage().arrayBuffers;
    parser.push(text(`${head("POST /a HTTP/1.1", "Content-Length: 134217728")}x`));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(1 << 20);
  });
});
