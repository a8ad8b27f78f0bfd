import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, it } from "vitest";
import { Chunks } from "./chunks.ts";
import { httpChunks } from "./http-reply.ts";
import type { HttpRequest, ResponseWriter } from "./http-types.ts";
import { closeAfterEach, type Harness, start as startServer } from "./server.test-support.ts";
import type { TransportOptions } from "./transport-server.ts";

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

let harness: Harness;
let router: Harness["router"];
let logged: Harness["logged"];
closeAfterEach();

async function start(options: Partial<TransportOptions> = {}): Promise<void> {
  harness = await startServer(options);
  ({ router, logged } = harness);
}
const get: Harness["get"] = (path, headers) => harness.get(path, headers);
const client: Harness["client"] = () => harness.client();

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
    router.route("master", "/chunks", () => ({ status: 200, chunks: new Chunks(pieces) }));
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
  it.each([
    ["1.1", "1\r\na\r\n2\r\nbb\r\n3\r\nccc\r\n1\r\nd\r\n0\r\n\r\n"],
    ["1.0", "abbcccd"],
  ])("take pieces for many clients as chunks of their own, in HTTP/%s", async (version, body) => {
    await start();
    router.route("master", "/events", () => ({
      status: 200,
      stream: (writer) => {
        writer.write("a");
        writer.writeChunks(httpChunks(["bb", "ccc"].map((text) => [Buffer.from(text)])));
        writer.write("d");
        writer.end();
      },
    }));
    const one = await client();
    one.write(`GET /events HTTP/${version}\r\nHost: x\r\n\r\n`);
    while (!one.unread.endsWith(body)) await new Promise((resolve) => setImmediate(resolve));
    expect(one.unread).toContain(`\r\n\r\n${body}`);
  });

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
