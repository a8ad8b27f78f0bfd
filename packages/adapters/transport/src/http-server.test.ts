import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { HttpRequest, ResponseWriter } from "./http-types.ts";
import type { LibprocessMessage } from "./libprocess.ts";
import { RawClient, type RawReply } from "./raw-client.test-support.ts";
import { Router } from "./router.ts";
import { startTransport, type TransportOptions, type TransportServer } from "./transport-server.ts";

type Golden = {
  request: { method: string; path: string; body: string | null };
  status: number;
  reason: string;
  headers: Record<string, string>;
  text?: string;
  json?: unknown;
};

function golden(name: string): Golden {
  return JSON.parse(
    readFileSync(new URL(`../fixtures/http/${name}.json`, import.meta.url), "utf8"),
  ) as Golden;
}

let server: TransportServer;
let router: Router;
let seen: LibprocessMessage[];
let logged: string[];
const clients: RawClient[] = [];

async function start(options: Partial<TransportOptions> = {}): Promise<void> {
  router = new Router("master");
  seen = [];
  logged = [];
  const log = (text: string) => logged.push(text);
  server = await startTransport({
    host: "127.0.0.1",
    router,
    log: { info: log, warn: log, error: log },
    ...options,
  });
  server.register("master", {
    message: (m) => seen.push({ ...m, body: Buffer.from(m.body) }),
    exited: () => {},
  });
}

async function client(): Promise<RawClient> {
  const opened = await RawClient.open(server.port);
  clients.push(opened);
  return opened;
}

async function get(path: string, headers = ""): Promise<RawReply> {
  const one = await client();
  one.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n`);
  return one.reply();
}

afterEach(async () => {
  for (const one of clients.splice(0)) one.close();
  await server.close();
});

const MESSAGE_HEAD =
  "POST /master/pkg.M HTTP/1.1\r\nUser-Agent: libprocess/a@127.0.0.1:9\r\n" +
  "Libprocess-From: a@127.0.0.1:9\r\nConnection: Keep-Alive\r\nHost: 127.0.0.1:5050\r\n";
const message = (body: string) =>
  body === ""
    ? `${MESSAGE_HEAD}\r\n`
    : `${MESSAGE_HEAD}Transfer-Encoding: chunked\r\n\r\n` +
      `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;

describe("recorded replies", () => {
  beforeEach(async () => {
    await start();
    router.route("master", "/health", () => ({ status: 200 }));
    router.route("master", "/state", () => ({ status: 200, json: {} }));
    router.route("master", "/api/v1", () => ({ status: 200 }), { methods: ["POST"] });
    router.route("master", "/api/v1/scheduler", () => ({ status: 200 }), { methods: ["POST"] });
    router.route("master", "/roles", () => ({ status: 200, json: { roles: [] } }));
    const redirect = () => ({ status: 307, headers: { Location: "//localhost:5050" } });
    router.route("master", "/redirect", redirect);
  });

  it.each([
    "master_get_notfound",
    "master_get_master_notfound",
    "master_get_state_json",
    "master_get_health",
    "master_api_get",
    "master_sched_get",
    "master_get_redirect",
    "master_get_roles",
    "agent_get_root",
  ])("%s", async (name) => {
    const recorded = golden(name);
    const reply = await get(recorded.request.path);
    expect([reply.status, reply.reason]).toEqual([recorded.status, recorded.reason]);
    const { Date: date, ...headers } = reply.headers;
    const { Date: recordedDate, ...recordedHeaders } = recorded.headers;
    expect(headers).toEqual(recordedHeaders);
    expect(date).toMatch(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(recordedDate).toHaveLength(date?.length ?? 0);
    expect(Object.keys(reply.headers)[0]).toBe("Date");
    const body = reply.body.toString();
    if (recorded.json !== undefined) expect(JSON.parse(body)).toEqual(recorded.json);
    else expect(body).toBe(recorded.text);
  });
});

describe("routing", () => {
  const echo = (request: HttpRequest) => ({
    status: 200,
    json: { path: request.path, rest: request.rest, query: [...request.query] },
  });
  const at = async (path: string) => {
    const reply = await get(path);
    return reply.status === 200 ? (JSON.parse(reply.body.toString()) as unknown) : reply.status;
  };

  beforeEach(async () => {
    await start();
    router.route("master", "/state", echo);
    router.route("master", "/quota", echo);
    router.route("master", "/quota/deep", echo);
    router.route("master", "/", echo);
    router.route("slave(1)", "/state", echo);
  });

  it.each([
    ["/state", "/master/state", ""],
    ["/master/state", "/master/state", ""],
    ["/master/state/", "/master/state", ""],
    ["/master//state//", "/master/state", ""],
    ["/slave(1)/state", "/slave(1)/state", ""],
    ["/slave%281%29/state", "/slave(1)/state", ""],
    ["/quota/role%201", "/master/quota/role%201", "role%201"],
    ["/quota/deep/er/still", "/master/quota/deep/er/still", "er/still"],
    ["/", "/master", ""],
    ["/master", "/master", ""],
  ])("%s leads to %s with rest '%s'", async (path, normal, rest) => {
    expect(await at(path)).toEqual({ path: normal, rest, query: [] });
  });

  it("decodes the query", async () => {
    expect(await at("/state?a=1&b=x%20y+z&c&a=2&=&%zz=1")).toMatchObject({
      query: [
        ["a", "2"],
        ["b", "x y z"],
        ["c", ""],
        ["", ""],
      ],
    });
  });

  it.each(["/nosuch", "/slave(1)", "/slave(1)/nosuch", "/master/../state", "/state/..", "/%ff%fe"])(
    "%s is not found",
    async (path) => expect(await at(path)).toBe(404),
  );

  it("refuses targets that are no paths", async () => {
    const reply = await get("http://elsewhere/state");
    expect(reply.status).toBe(400);
    expect(reply.body.toString()).toBe("Request URL path must start with '/'");
  });

  it("applies firewall, authenticator, authorizer and methods in that order", async () => {
    await server.close();
    await start({
      firewall: (path) => (path === "/master/closed" ? { status: 403, body: "closed" } : undefined),
      authenticator: async (realm, request) => {
        const value = request.header("authorization");
        return value === undefined
          ? {
              type: "refused",
              response: { status: 401, headers: { "WWW-Authenticate": `Basic realm="${realm}"` } },
            }
          : { type: "authenticated", principal: { value } };
      },
      authorizer: (endpoint, request) =>
        endpoint === "/master/open" && request.principal?.value !== "bad",
    });
    const who = (request: HttpRequest) => ({ status: 200, body: request.principal?.value ?? "" });
    router.route("master", "/closed", who, { realm: "r" });
    router.route("master", "/open", who, { realm: "r", methods: ["GET"] });
    router.route("master", "/free", who);
    const status = async (path: string, headers?: string) => (await get(path, headers)).status;
    expect(await status("/closed")).toBe(403);
    expect(await status("/open", "Authorization: bad\r\n")).toBe(403);
    expect(await status("/free")).toBe(200);
    const refused = await get("/open");
    expect(refused.status).toBe(401);
    expect(refused.headers["WWW-Authenticate"]).toBe('Basic realm="r"');
    expect(refused.body.toString()).toBe("401 Unauthorized.");
    expect((await get("/open", "Authorization: me\r\n")).body.toString()).toBe("me");
  });
});

describe("bodies", () => {
  beforeEach(async () => {
    await start();
    const length = (request: HttpRequest) => ({ status: 200, body: String(request.body.length) });
    router.route("master", "/length", length, { maxBodyBytes: 100_000 });
    router.route("master", "/big", () => ({ status: 200, json: "x".repeat(5000) }));
    router.route("master", "/jsonp", (request) => ({
      status: 200,
      json: { a: 1 },
      jsonp: request.query.get("jsonp"),
    }));
    const pieces = Array.from({ length: 300 }, (_, i) => Buffer.alloc(1000, 65 + (i % 26)));
    router.route("master", "/chunks", () => ({ status: 200, chunks: pieces }));
    router.route("master", "/throws", () => {
      throw new Error("oops");
    });
    router.route("master", "/rejects", () => Promise.reject(new Error("oops")));
    router.route(
      "master",
      "/upload",
      async (request) => {
        let total = 0;
        for await (const chunk of request.stream) total += chunk.length;
        return { status: 200, body: `streamed ${total}` };
      },
      { streamBody: true },
    );
  });

  it("collects fixed and chunked bodies, whatever their pieces", async () => {
    const one = await client();
    one.write("POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n01234");
    one.write("56789");
    expect((await one.reply()).body.toString()).toBe("10");
    one.write("POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (let i = 0; i < 500; i += 1) one.write("1\r\nx\r\n");
    one.write("0\r\n\r\n");
    expect((await one.reply()).body.toString()).toBe("500");
    one.write("POST /length HTTP/1.1\r\nHost: x\r\n\r\n");
    expect((await one.reply()).body.toString()).toBe("0");
  });

  it("answers 413 above the limit, told or found, and stays up", async () => {
    const one = await client();
    one.write("POST /length HTTP/1.1\r\nHost: x\r\nContent-Length: 100001\r\n\r\n");
    expect((await one.reply()).status).toBe(413);
    await one.closed();
    const two = await client();
    two.write("POST /length HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    two.write(`186a1\r\n${"x".repeat(100_001)}\r\n0\r\n\r\n`);
    expect((await two.reply()).status).toBe(413);
    expect((await get("/jsonp")).status).toBe(200);
  });

  it("streams request bodies", async () => {
    const one = await client();
    one.write(
      "POST /upload HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
    );
    one.write("0\r\n\r\n");
    expect((await one.reply()).body.toString()).toBe("streamed 5");
  });

  it("compresses from 1024 bytes on for clients that accept it", async () => {
    const plain = await get("/big");
    expect(plain.headers["Content-Encoding"]).toBeUndefined();
    const zipped = await get("/big", "Accept-Encoding: deflate, gzip\r\n");
    expect(zipped.headers["Content-Encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.body)).toEqual(plain.body);
    const refused = await get("/big", "Accept-Encoding: gzip;q=0, *\r\n");
    expect(refused.headers["Content-Encoding"]).toBeUndefined();
    const small = await get("/jsonp", "Accept-Encoding: gzip\r\n");
    expect(small.headers["Content-Encoding"]).toBeUndefined();
  });

  it("writes a list of pieces, plain and compressed", async () => {
    const plain = await get("/chunks");
    expect(plain.headers["Content-Length"]).toBe("300000");
    const zipped = await get("/chunks", "Accept-Encoding: gzip\r\n");
    expect(gunzipSync(zipped.body)).toEqual(plain.body);
  });

  it("wraps JSON for script tags", async () => {
    const reply = await get("/jsonp?jsonp=cb");
    expect(reply.headers["Content-Type"]).toBe("text/javascript");
    expect(reply.body.toString()).toBe('cb({"a":1});');
    expect((await get("/jsonp")).headers["Content-Type"]).toBe("application/json");
  });

  it.each(["/throws", "/rejects"])("turns the failure of %s into a 500", async (path) => {
    const reply = await get(path);
    expect([reply.status, reply.body.toString()]).toEqual([500, "500 Internal Server Error."]);
    expect(logged.join()).toMatch(/Failed to serve GET .*oops/);
  });

  it("hands pipelined requests to handlers in the order sent", async () => {
    const order: string[] = [];
    router.route("master", "/order", (request) => {
      order.push(request.body.toString() || "get");
      return { status: 200 };
    });
    const one = await client();
    one.write(
      "POST /order HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n1GET /order HTTP/1.1\r\nHost: x\r\n\r\n" +
        "POST /order HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n3",
    );
    await one.replies(3);
    expect(order).toEqual(["1", "get", "3"]);
  });
});

describe("streamed replies", () => {
  it("shows backpressure and the client's leaving", async () => {
    await start();
    const left: string[] = [];
    let writer: ResponseWriter | undefined;
    let closed: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      closed = resolve;
    });
    router.route("master", "/events", (request) => {
      request.onClose(() => left.push("request"));
      return {
        status: 200,
        headers: { "Content-Type": "application/json" },
        stream: (given) => {
          writer = given;
          given.onClose(() => {
            left.push("writer");
            closed();
          });
          given.write("2\n{}");
        },
      };
    });
    const one = await client();
    one.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    while (!one.unread.includes("2\n{}")) await new Promise((resolve) => setImmediate(resolve));
    expect(one.unread).toMatch(/^HTTP\/1.1 200 OK\r\nDate: /);
    expect(one.unread).toMatch(/Transfer-Encoding: chunked\r\n\r\n4\r\n2\n\{\}\r\n$/);
    one.socket.pause();
    let accepted = true;
    for (let i = 0; i < 1000 && accepted; i += 1)
      accepted = writer?.write(Buffer.alloc(65536)) ?? false;
    expect(accepted).toBe(false);
    expect(writer?.buffered).toBeGreaterThan(0);
    one.close();
    await gone;
    expect(left).toEqual(expect.arrayContaining(["request", "writer"]));
    expect(writer?.write("late")).toBe(false);
  });
});

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

  it("stays silent to libprocess senders, if so configured, but not to others", async () => {
    await server.close();
    await start({ messageReplies: "clients" });
    const one = await client();
    one.write(message("1"));
    one.write(message("2").replace(/User-Agent: [^\r]*/, "User-Agent: curl"));
    expect((await one.reply()).status).toBe(202);
    expect(seen.length).toBe(2);
    expect(one.unread).toBe("");
  });

  it("can insist on the sender's address", async () => {
    await server.close();
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
