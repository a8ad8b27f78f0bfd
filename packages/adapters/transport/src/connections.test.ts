import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { closeAfterEach, type Harness, start as startServer } from "./server.test-support.ts";
import type { TransportOptions } from "./transport-server.ts";

let harness: Harness;
let router: Harness["router"];
let seen: Harness["seen"];
closeAfterEach();

async function start(options: Partial<TransportOptions> = {}): Promise<void> {
  harness = await startServer(options);
  ({ router, seen } = harness);
}
const get: Harness["get"] = (path, headers) => harness.get(path, headers);
const client: Harness["client"] = () => harness.client();

const MESSAGE_HEAD =
  "POST /master/pkg.M HTTP/1.1\r\nUser-Agent: libprocess/a@127.0.0.1:9\r\n" +
  "Libprocess-From: a@127.0.0.1:9\r\nConnection: Keep-Alive\r\nHost: 127.0.0.1:5050\r\n";
const message = (body: string) =>
  body === ""
    ? `${MESSAGE_HEAD}\r\n`
    : `${MESSAGE_HEAD}Transfer-Encoding: chunked\r\n\r\n` +
      `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

describe("messages and HTTP on one connection", () => {
  beforeEach(async () => {
    await start();
    router.route("master", "/echo", (request) => ({ status: 200, body: `echo ${request.body}` }));
  });

  const accepted = /^HTTP\/1.1 202 Accepted\r\nDate: [^\r]+\r\nContent-Length: 0\r\n\r\n$/;

  it("delivers messages and accepts each, in one write for a batch", async () => {
    const one = await client();
    one.write(message("hello") + message("") + message("again"));
    const replies = await one.replies(3);
    expect(replies.map((r) => [r.status, r.headers["Content-Length"]])).toEqual(
      Array(3).fill([202, "0"]),
    );
    expect(seen.map((m) => m.body.toString())).toEqual(["hello", "", "again"]);
    expect(seen[0]).toMatchObject({ from: "a@127.0.0.1:9", to: "master", name: "pkg.M" });
    one.write(message("x"));
    while (one.unread === "") await new Promise((resolve) => setImmediate(resolve));
    expect(one.unread).toMatch(accepted);
  });

  it("replies 404 for unknown processes and 400 for nonsense", async () => {
    const one = await client();
    one.write(message("a").replace("/master/", "/nobody/") + message("b"));
    expect((await one.replies(2)).map((r) => r.status)).toEqual([404, 202]);
    one.write("POST /master/x HTTP/1.1\r\nLibprocess-From: nonsense\r\n\r\n");
    const refused = await one.reply();
    expect([refused.status, refused.body.toString()]).toEqual([
      400,
      "'nonsense' is not a libprocess sender",
    ]);
  });

  it("changes from messages to HTTP and back", async () => {
    const one = await client();
    const post = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi";
    one.write(message("1") + post + message("2") + post);
    one.write(message("3"));
    const replies = await one.replies(5);
    expect(replies.map((r) => r.status)).toEqual([202, 200, 202, 200, 202]);
    expect(replies[1]?.body.toString()).toBe("echo hi");
    expect(seen.map((m) => m.body.toString())).toEqual(["1", "2", "3"]);
  });

  it("hands over a request that is split anywhere", async () => {
    const text = `${message("1")}POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nhi`;
    for (let cut = 0; cut <= text.length; cut += 23) {
      const one = await client();
      one.write(text.slice(0, cut));
      await new Promise((resolve) => setImmediate(resolve));
      one.write(text.slice(cut));
      expect((await one.replies(2)).map((r) => r.status)).toEqual([202, 200]);
      one.close();
    }
  });

  it("accepts the messages of a sender that closes its side at once", async () => {
    const one = await client();
    one.socket.end(message("1") + message("2"));
    expect((await one.replies(2)).map((r) => r.status)).toEqual([202, 202]);
    expect(await one.closed()).toBe("");
  });

  it("notices a subscriber that closes its side", async () => {
    let closed: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    router.route("master", "/events", () => ({
      status: 200,
      stream: (writer) => {
        writer.onClose(closed);
        writer.write("x");
      },
    }));
    const one = await client();
    one.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    while (!one.unread.includes("x\r\n")) await new Promise((resolve) => setImmediate(resolve));
    one.socket.end();
    await gone;
  });

  it("stays silent to libprocess senders, if so configured, but not to others", async () => {
    await start({ messageReplies: "clients" });
    const one = await client();
    one.write(message("1"));
    one.write(message("2").replace(/User-Agent: [^\r]*/, "User-Agent: curl"));
    expect((await one.reply()).status).toBe(202);
    expect(seen.length).toBe(2);
    expect(one.unread).toBe("");
  });

  it("can insist on the sender's address", async () => {
    await start({ requirePeerAddressIpMatch: true });
    const one = await client();
    one.write(message("1") + message("2").replaceAll("a@127.0.0.1:9", "a@10.1.2.3:9"));
    const [first, second] = await one.replies(2);
    expect([first?.status, second?.status]).toEqual([202, 400]);
    expect(second?.body.toString()).toMatch(
      /^UPID IP address validation failed: Message from a@10.1.2.3:9 was sent from IP 127.0.0.1:\d+$/,
    );
    expect(seen.length).toBe(1);
  });
});

describe("hostile clients", () => {
  /** The server still serves others. */
  const alive = async () => {
    expect((await get("/ok")).status).toBe(200);
    const one = await client();
    one.write(message("alive"));
    expect((await one.reply()).status).toBe(202);
  };
  beforeEach(async () => {
    await start({
      tuning: { headersTimeoutMs: 300, stallScanIntervalMs: 50, bodyStallTimeoutMs: 150 },
    });
    router.route("master", "/ok", () => ({ status: 200 }));
    router.route("master", "/post", (request) => ({ status: 200, body: request.body }));
  });

  it.each([
    ["garbage", "\x00\x01\x02\xff\r\n\r\n"],
    ["bad request line", "POST /a b HTTP/1.1\r\n\r\n"],
    ["bad header", "POST /ok HTTP/1.1\r\nbad header\r\n\r\n"],
    ["header bomb", `GET /ok HTTP/1.1\r\n${"a: b\r\n".repeat(20_000)}\r\n`],
    ["long header", `POST /ok HTTP/1.1\r\na: ${"b".repeat(100_000)}\r\n\r\n`],
    [
      "two lengths",
      "POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    ],
    [
      "length and chunked",
      "POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
    ["negative length", "POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n"],
    ["bad chunk", "POST /post HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"],
    ["message with bad chunk", `${MESSAGE_HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n`],
    [
      "message with chunk too long",
      `${MESSAGE_HEAD}Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n`,
    ],
    ["message too large", `${MESSAGE_HEAD}Content-Length: 999999999999\r\n\r\n`],
    ["message with huge chunk", `${MESSAGE_HEAD}Transfer-Encoding: chunked\r\n\r\nffffffff\r\n`],
    [
      "message with length and chunked",
      `${MESSAGE_HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    ],
  ])("%s: the connection is closed and the server stays up", async (_, bytes) => {
    const one = await client();
    one.write(Buffer.from(bytes, "latin1"));
    await one.closed();
    await alive();
  });

  it.each([
    ["headers", "GET /ok HTTP/1.1\r\nHost"],
    ["a body", "POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"],
    ["a message head", "POST /master/x HTTP/1.1\r\nUser-A"],
    ["a message body", `${MESSAGE_HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\nab`],
  ])("ends a connection that stalls in %s", async (_, bytes) => {
    const one = await client();
    one.write(bytes);
    await one.closed();
    await alive();
  });

  it("lets a connection be silent between messages", async () => {
    const silent = await client();
    const talked = await client();
    talked.write(message("1"));
    await talked.reply();
    const stalls = await client();
    stalls.write("POST /master/x HTTP/1.1\r\nUser-A");
    await stalls.closed();
    silent.write(message("2"));
    talked.write(message("3"));
    expect((await silent.reply()).status).toBe(202);
    expect((await talked.reply()).status).toBe(202);
  });

  it("survives anything that bytes can say, cut anywhere", async () => {
    const piece = fc.constantFrom(
      MESSAGE_HEAD,
      message("abc"),
      "POST /post HTTP/1.1\r\nHost: x\r\n",
      "GET /ok HTTP/1.1\r\nHost: x\r\n",
      "Content-Length: 5\r\n",
      "Transfer-Encoding: chunked\r\n",
      "Connection: close\r\n",
      "Expect: 100-continue\r\n",
      "Upgrade: websocket\r\nConnection: upgrade\r\n",
      "\r\n",
      "5\r\nhello\r\n",
      "0\r\n\r\n",
      "\0\xff",
      "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
      "CONNECT x:1 HTTP/1.1\r\n\r\n",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), fc.nat(300), async (pieces, cut) => {
        const one = await client();
        const bytes = Buffer.from(pieces.join(""), "latin1");
        one.write(bytes.subarray(0, cut));
        await new Promise((resolve) => setImmediate(resolve));
        one.write(bytes.subarray(cut));
        one.socket.end();
        await one.closed();
      }),
      { numRuns: 150 },
    );
    await alive();
  });

  it("survives resets in every phase", async () => {
    const texts = [
      "",
      "POST",
      message("abc").slice(0, -3),
      "POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc",
      "GET /ok HTTP/1.1\r\nHost: x\r\n\r\n",
    ];
    for (const text of texts) {
      const one = await client();
      one.write(text);
      await new Promise((resolve) => setImmediate(resolve));
      one.socket.resetAndDestroy();
      await one.closed();
    }
    await alive();
  });
});
