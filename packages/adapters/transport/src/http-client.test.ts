import { Buffer } from "node:buffer";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { beforeEach, describe, expect, it } from "vitest";
import { EventStream } from "./event-stream.ts";
import { HttpClient, HttpClientError } from "./http-client.ts";
import type { ResponseWriter } from "./http-types.ts";
import { closeAfterEach, type Harness, start } from "./server.test-support.ts";

closeAfterEach();
let harness: Harness;
let base: string;
const client = new HttpClient();

beforeEach(async () => {
  harness = await start();
  base = `http://127.0.0.1:${harness.server.port}`;
  harness.router.route("master", "/echo", (request) => ({
    status: 200,
    headers: { "X-Method": request.method, "X-Type": request.header("content-type") ?? "" },
    body: request.body,
  }));
});

describe("HttpClient.request", () => {
  it("sends bytes and text, and collects the reply", async () => {
    const body = Buffer.from([0, 1, 255]);
    const headers = { "Content-Type": "application/x-protobuf" };
    const reply = await client.request({ url: `${base}/echo`, body, headers });
    expect(reply).toMatchObject({ status: 200, url: `${base}/echo` });
    expect(reply.body).toEqual(body);
    expect(reply.headers).toMatchObject({ "x-method": "POST", "x-type": "application/x-protobuf" });
    expect((await client.request({ url: `${base}/echo`, body: "é" })).body.toString()).toBe("é");
    expect((await client.request({ url: `${base}/echo` })).headers["x-method"]).toBe("GET");
  });

  it("sends a stream as it comes", async () => {
    async function* pieces() {
      yield Buffer.from("one ");
      yield Buffer.from("two");
    }
    const reply = await client.request({ url: `${base}/echo`, body: pieces() });
    expect(reply.body.toString()).toBe("one two");
  });

  it("uses one connection for requests that follow each other", async () => {
    let connections = 0;
    const server = createServer((_, res) => res.end()).on("connection", () => {
      connections += 1;
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    for (let i = 0; i < 3; i += 1) await client.request({ url: `http://127.0.0.1:${port}/` });
    expect(connections).toBe(1);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it("follows protocol-relative redirects with method and body", async () => {
    const port = harness.server.port;
    harness.router.route("master", "/away", () => ({
      status: 307,
      headers: { Location: `//127.0.0.1:${port}/echo?x=1` },
    }));
    const reply = await client.request({ url: `${base}/away`, body: "kept" });
    expect(reply).toMatchObject({ status: 200, url: `${base}/echo?x=1` });
    expect([reply.headers["x-method"], reply.body.toString()]).toEqual(["POST", "kept"]);
    const stayed = await client.request({ url: `${base}/away`, followRedirects: false });
    expect(stayed.status).toBe(307);
  });

  it.each([
    ["a redirect without end", "/loop", "EREDIRECT", {}],
    ["a reply that does not come", "/silent", "ETIMEDOUT", { timeoutMs: 50 }],
    ["a reply that is too large", "/large", "ETOOLARGE", { maxReplyBytes: 10 }],
    ["a reply that breaks off", "/broken", "ECONNRESET", {}],
  ])("rejects %s", async (_, path, code, options) => {
    harness.router.route("master", "/loop", () => ({
      status: 307,
      headers: { Location: "/loop" },
    }));
    harness.router.route("master", "/silent", () => new Promise(() => {}));
    harness.router.route("master", "/large", () => ({ status: 200, body: "x".repeat(100) }));
    harness.router.route("master", "/broken", () => ({
      status: 200,
      headers: { "Content-Length": "100" },
      stream: (writer) => {
        writer.write("some");
        setImmediate(() => writer.destroy());
      },
    }));
    const failure = client.request({ url: base + path, ...options });
    await expect(failure).rejects.toBeInstanceOf(HttpClientError);
    await expect(failure).rejects.toMatchObject({ code, message: expect.stringContaining(base) });
  });

  it("rejects when nobody listens, and when aborted", async () => {
    const { port } = harness.server;
    const controller = new AbortController();
    harness.router.route("master", "/silent", () => new Promise(() => {}));
    const aborted = client.request({ url: `${base}/silent`, signal: controller.signal });
    controller.abort();
    await expect(aborted).rejects.toMatchObject({ code: "ABORT_ERR" });
    await harness.close();
    await expect(client.request({ url: `http://127.0.0.1:${port}/` })).rejects.toMatchObject({
      code: "ECONNREFUSED",
    });
  });
});

describe("event streams", () => {
  let writers: ResponseWriter[];
  let subscribed: () => void;

  beforeEach(() => {
    writers = [];
    harness.router.route("master", "/events", () => ({
      status: 200,
      headers: { "Content-Type": "application/json" },
      stream: (writer) => {
        writers.push(writer);
        subscribed();
      },
    }));
  });

  async function subscribe() {
    const ready = new Promise<void>((resolve) => {
      subscribed = resolve;
    });
    const stream = await client.stream({ url: `${base}/events`, method: "POST", body: "{}" });
    await ready;
    const [writer] = writers;
    if (writer === undefined) throw new Error("no subscriber");
    return { stream, writer };
  }
  const log = () => harness.logged;
  const options = () => ({
    subscriber: "framework-1",
    log: { info() {}, error() {}, warn: (text: string) => log().push(text) },
  });

  it("carry records to the reader until they end", async () => {
    const { stream, writer } = await subscribe();
    const events = new EventStream(writer, options());
    expect(events.send('{"type":"HEARTBEAT"}')).toBe(true);
    events.send(Buffer.alloc(100_000, 1));
    events.send("");
    events.end();
    const seen: number[] = [];
    for await (const record of stream.records) seen.push(record.length);
    expect(seen).toEqual([20, 100_000, 0]);
    expect([stream.status, stream.headers["content-type"]]).toEqual([200, "application/json"]);
    expect(events.open).toBe(false);
    expect(events.send("late")).toBe(false);
  });

  it("close the connection when the reader leaves the loop, or closes", async () => {
    for (const leave of ["break", "close"]) {
      writers = [];
      const { stream, writer } = await subscribe();
      const events = new EventStream(writer, options());
      const gone = new Promise<void>((resolve) => events.onClose(resolve));
      events.send("one");
      for await (const record of stream.records) {
        expect(record.toString()).toBe("one");
        if (leave === "break") break;
        stream.close();
      }
      await gone;
      expect(events.open).toBe(false);
    }
  });

  it("throw to the reader when the connection breaks or the framing is wrong", async () => {
    const broken = await subscribe();
    broken.writer.write("3\nabc5\nde");
    setImmediate(() => broken.writer.destroy());
    const seen: string[] = [];
    const read = async (stream: { records: AsyncIterable<Buffer> }) => {
      for await (const record of stream.records) seen.push(record.toString());
    };
    await expect(read(broken.stream)).rejects.toThrow(/event stream broke/);
    writers = [];
    const garbled = await subscribe();
    garbled.writer.write("1\nxgarbage");
    await expect(read(garbled.stream)).rejects.toThrow(/RecordIO: byte 0x67/);
    expect(seen).toEqual(["abc", "x"]);
  });

  it("disconnect a subscriber that does not read, with a log line", async () => {
    const one = await harness.client();
    one.socket.pause();
    const ready = new Promise<void>((resolve) => {
      subscribed = resolve;
    });
    one.write("GET /events HTTP/1.1\r\nHost: x\r\n\r\n");
    await ready;
    const [writer] = writers;
    if (writer === undefined) throw new Error("no subscriber");
    const limit = 1 << 20;
    const events = new EventStream(writer, { ...options(), maxBacklogBytes: limit });
    const gone = new Promise<void>((resolve) => events.onClose(resolve));
    const event = Buffer.alloc(64 * 1024);
    let sent = 0;
    while (events.send(event)) {
      sent += 1;
      expect(sent).toBeLessThan(1000);
      expect(events.backlog).toBeLessThanOrEqual(limit + 2 * event.length);
    }
    await gone;
    expect(log().join()).toMatch(/Disconnecting subscriber framework-1: .*limit 1048576/);
    expect((await harness.get("/echo")).status).toBe(200);
  });

  it("give refusals as replies", async () => {
    const refused = await client.stream({ url: `${base}/nosuch` });
    expect([refused.status, refused.body.toString()]).toEqual([404, "404 Not Found."]);
    for await (const record of refused.records) expect(record).toBeUndefined();
  });
});
