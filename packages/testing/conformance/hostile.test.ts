import type { Socket } from "node:net";
import { createRandom } from "@mesos-ts/base";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import {
  getJson,
  type Program,
  Programs,
  RECORDED_AGENT,
  RECORDED_MASTER,
  until,
} from "./programs.ts";
import { exchange, message, open, request, statuses } from "./raw-socket.ts";
import { type Json, recording } from "./recordings.ts";

/** Whatever a client sends, both programs stay, and so does what they have accepted. */

const SEED = 20_261_120;
const programs = new Programs();
let master: Program;
let agent: Program;
let scheduler: LiveScheduler;
let tasks = 0;

const TARGETS = ["master", "agent"] as const;
type Target = (typeof TARGETS)[number];
const program = (target: Target): Program => (target === "master" ? master : agent);
const libprocessName = (target: Target): string => (target === "master" ? "master" : "slave(1)");

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, RECORDED_AGENT);
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "steady",
    failover_timeout: 3600,
    checkpoint: true,
    roles: ["dev"],
    capabilities: [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }],
  });
  await launch("keeper", "exec sleep 1000");
  await scheduler.update("keeper", "TASK_RUNNING");
});

afterAll(async () => {
  scheduler.close();
  await programs.close();
});

/** Both answer, the task of the beginning runs, its framework is there, and new tasks finish. */
afterEach(async () => {
  for (const each of [master, agent]) {
    expect(each.process.exitCode, each.output().slice(-2000)).toBe(null);
    expect((await fetch(`http://${each.address}/health`)).status).toBe(200);
  }
  const { frameworks } = await getJson<{ frameworks: Json[] }>(master, "/master/state");
  const own = frameworks.find((each) => each["id"] === scheduler.frameworkId);
  expect(own?.["active"]).toBe(true);
  expect(own?.["tasks"]?.map(({ id, state }) => `${id} ${state}`)).toContain("keeper TASK_RUNNING");
  tasks += 1;
  await launch(`after-${tasks}`, "true");
  await scheduler.update(`after-${tasks}`, "TASK_FINISHED");
});

async function launch(id: string, value: string): Promise<void> {
  const own = (offer: Json): boolean =>
    offer["agent_id"]?.["value"] === scheduler.frameworkId.replace(/-\d+$/, "-S0") &&
    offer["resources"]?.some(({ name }) => name === "cpus") === true;
  const offer = await scheduler.offer(own);
  const scalar = (name: string, amount: number): object => ({
    name,
    type: "SCALAR",
    scalar: { value: amount },
    allocation_info: { role: "dev" },
  });
  await scheduler.launch(offer, [
    {
      name: id,
      task_id: { value: id },
      agent_id: offer["agent_id"],
      command: { value },
      resources: [scalar("cpus", 0.1), scalar("mem", 32)],
    },
  ]);
}

const nested = (text: string, depth: number): string => text.repeat(depth);
const JSON_TYPE = ["Content-Type: application/json"];
const PROTOBUF_TYPE = ["Content-Type: application/x-protobuf"];

describe.each(TARGETS)("the %s", (target) => {
  const paths =
    target === "master" ? ["/api/v1", "/api/v1/scheduler"] : ["/api/v1", "/api/v1/executor"];

  it.each<[string, string | Uint8Array, readonly string[]]>([
    ["JSON that ends early", '{"type":"SUBSCRIBE",', JSON_TYPE],
    ["JSON that is no object", "[1,2,3]", JSON_TYPE],
    ["JSON null", "null", JSON_TYPE],
    ["JSON of wrong types", '{"type":{"a":1},"subscribe":[],"framework_id":7}', JSON_TYPE],
    ["numbers out of range", '{"type":1e999,"framework_id":{"value":-1e999}}', JSON_TYPE],
    ["deep arrays", nested("[", 200_000), JSON_TYPE],
    ["deep objects", nested('{"subscribe":', 50_000), JSON_TYPE],
    [
      "deep messages",
      `${nested('{"type":"ACCEPT","accept":', 5000)}1${nested("}", 5000)}`,
      JSON_TYPE,
    ],
    ["invalid UTF-8", Buffer.from('{"type":"\xff\xfe\xc3\x28"}', "latin1"), JSON_TYPE],
    ["a prototype", '{"__proto__":{"type":"SUBSCRIBE"},"constructor":1}', JSON_TYPE],
    ["protobuf that is none", Buffer.alloc(1000, 0xff), PROTOBUF_TYPE],
    ["a field longer than its message", Buffer.from([0x12, 0xff, 0xff, 0xff, 0x7f]), PROTOBUF_TYPE],
    ["groups without an end", Buffer.alloc(10_000, 0x0b), PROTOBUF_TYPE],
    ["RecordIO", "5\nhello999999999\nx", ["Content-Type: application/recordio"]],
    ["no type at all", "{}", []],
    ["two types", "{}", ["Content-Type: application/json", "Content-Type: text/html"]],
    ["two stream ids", "{}", [...JSON_TYPE, "Mesos-Stream-Id: a", "Mesos-Stream-Id: b"]],
    ["a compressed body that is none", "hello", [...JSON_TYPE, "Content-Encoding: gzip"]],
  ])("refuses %s", async (_, body, headers) => {
    for (const path of paths) {
      const [status = 0] = statuses(await exchange(program(target), request(path, body, headers)));
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
  });

  it.each<[string, string]>([
    ["two lengths", "POST /api/v1 HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}"],
    ["a negative length", "POST /api/v1 HTTP/1.1\r\nContent-Length: -2\r\n\r\n{}"],
    ["length and chunks", request("/api/v1", "", ["Transfer-Encoding: chunked"], 4).toString()],
    ["a chunk of a lie", "POST /api/v1 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"],
    ["huge headers", `GET /health HTTP/1.1\r\nX: ${"x".repeat(1_000_000)}\r\n\r\n`],
    ["many headers", `GET /health HTTP/1.1\r\n${"X: y\r\n".repeat(20_000)}\r\n`],
    ["noise", "\u0000\u0001\u0002 not HTTP at all\r\n\r\n"],
    ["a body of ten gigabytes", request("/api/v1", "{}", JSON_TYPE, 10_000_000_000).toString()],
  ])("refuses or drops %s", async (_, bytes) => {
    const answers = statuses(await exchange(program(target), bytes));
    for (const status of answers) expect(status).toBeGreaterThanOrEqual(400);
  });

  it("stops reading a body that is above the limit", async () => {
    const socket = await open(program(target));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    let text = "";
    socket.on("data", (data) => {
      text += data.toString("latin1");
    });
    socket.write(
      "POST /api/v1 HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" +
        "Transfer-Encoding: chunked\r\n\r\n",
    );
    const chunk = Buffer.concat([Buffer.from("100000\r\n"), Buffer.alloc(0x100000, 0x20)]);
    for (let sent = 0; sent < 100 && !socket.destroyed && text === ""; sent += 1) {
      const flowing = socket.write(Buffer.concat([chunk, Buffer.from("\r\n")]));
      if (!flowing) await Promise.race([once(socket, "drain"), closed]);
    }
    await Promise.race([closed, until(() => text !== "")]);
    socket.destroy();
    if (text !== "") expect(statuses(text)[0]).toBe(413);
  });

  it("answers what came before garbage", async () => {
    const good = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";
    const text = await exchange(program(target), `${good}\u0007\u0008 garbage\r\n\r\n`, {
      replies: 2,
    });
    expect(statuses(text)[0]).toBe(200);
    expect(
      statuses(text)
        .slice(1)
        .every((status) => status >= 400),
    ).toBe(true);
  });

  it("drops messages that it does not know or cannot read", async () => {
    const to = libprocessName(target);
    const bytes = [
      message(to, "mesos.internal.Nonsense", "x"),
      message(to, "mesos.internal.", ""),
      message(to, "%2e%2e/%00", "x"),
      message("nobody", "mesos.internal.RegisterSlaveMessage", "x"),
      message("__proto__", "constructor", "x"),
      message(to, "mesos.internal.RegisterSlaveMessage", Buffer.alloc(500, 0xff)),
      message(to, "mesos.internal.RunTaskMessage", Buffer.alloc(500, 0x0a)),
      message(to, "mesos.internal.StatusUpdateMessage", ""),
      message(to, "mesos.internal.PingSlaveMessage", Buffer.alloc(70_000, 0x08)),
    ];
    for (const each of bytes) await exchange(program(target), each, { halfClose: true });
    await exchange(program(target), Buffer.concat(bytes), { halfClose: true });
  });

  it("survives recorded messages with bytes changed, and cut anywhere", async () => {
    const random = createRandom(SEED);
    const own = recordedRequests(target);
    const below = (limit: number): number => random.int(limit);
    for (let round = 0; round < 150; round += 1) {
      const bytes = Buffer.from(own[below(own.length)] ?? "");
      const body = bytes.indexOf("\r\n\r\n") + 4;
      for (let change = below(4); change > 0 && body < bytes.length; change -= 1)
        bytes[body + below(bytes.length - body)] = below(256);
      const socket = await open(program(target));
      const end = round % 2 === 0 ? bytes.length : below(bytes.length);
      await new Promise<void>((resolve) => socket.write(bytes.subarray(0, end), () => resolve()));
      if (round % 3 === 0) socket.destroy();
      else socket.end(() => socket.destroy());
    }
  });

  it("serves others while clients are slow, silent or half open", async () => {
    const sockets: Socket[] = [];
    for (let count = 0; count < 300; count += 1) sockets.push(await open(program(target)));
    for (const [place, socket] of sockets.entries()) {
      if (place % 3 === 0) socket.write("POST /api/v1 HTTP/1.1\r\nContent-Le");
      if (place % 3 === 1) socket.write(request("/api/v1", "{", JSON_TYPE, 1000));
    }
    const began = Date.now();
    for (let count = 0; count < 20; count += 1)
      expect((await fetch(`http://${program(target).address}/health`)).status).toBe(200);
    expect(Date.now() - began).toBeLessThan(5000);
    for (const socket of sockets) socket.destroy();
  });

  it("survives thousands of connections that come and go", async () => {
    for (let wave = 0; wave < 20; wave += 1) {
      const sockets = await Promise.all(Array.from({ length: 100 }, () => open(program(target))));
      for (const [place, socket] of sockets.entries()) {
        if (place % 2 === 0) socket.write("GET /state HTTP/1.1\r\nHost: x\r\n\r\n");
        socket.destroy();
      }
    }
  });
});

describe("a scheduler", () => {
  const subscribe = (name: string): Buffer => {
    const info = { user: "root", name, roles: ["other"], capabilities: [{ type: "MULTI_ROLE" }] };
    return request(
      "/api/v1/scheduler",
      JSON.stringify({ type: "SUBSCRIBE", subscribe: { framework_info: info } }),
      [...JSON_TYPE, "Accept: application/json"],
    );
  };

  it("that never reads its stream harms nobody, and is gone when it leaves", async () => {
    const socket = await open(master);
    socket.pause();
    socket.write(subscribe("deaf"));
    const names = async (): Promise<string[]> => {
      const { frameworks } = await getJson<{ frameworks: { name: string }[] }>(
        master,
        "/master/state",
      );
      return frameworks.map(({ name }) => name);
    };
    await until(async () => (await names()).includes("deaf"));
    // Others are served beside it; what it holds comes back when it is gone.
    expect((await scheduler.say("RECONCILE", { reconcile: { tasks: [] } })).status).toBe(202);
    socket.destroy();
    await until(async () => !(await names()).includes("deaf"));
  });

  it("that comes and leaves at once, a hundred times, leaves nothing", async () => {
    for (let count = 0; count < 100; count += 1) {
      const socket = await open(master);
      await new Promise<void>((resolve) =>
        socket.write(subscribe(`brief-${count}`), () => resolve()),
      );
      socket.destroy();
    }
    await until(async () => {
      const { frameworks } = await getJson<{ frameworks: unknown[] }>(master, "/master/state");
      return frameworks.length === 1;
    });
  });

  it("cannot speak for another", async () => {
    const other = await scheduler.call(
      { type: "TEARDOWN", framework_id: { value: scheduler.frameworkId } },
      "00000000-0000-4000-8000-000000000000",
    );
    expect(other.status).toBe(400);
  });
});

/** Recorded messages to a master or to an agent, byte for byte. */
function recordedRequests(target: Target): Buffer[] {
  interface Recorded {
    readonly line: string;
    readonly headers: readonly string[];
    readonly body_hex?: string;
  }
  const prefix = `POST /${libprocessName(target)}/`;
  return recording<Recorded[]>("wire/one-master.json")
    .filter(({ line }) => line.startsWith(prefix))
    .map(({ line, headers, body_hex = "" }) => {
      const body = Buffer.from(body_hex, "hex");
      const kept = headers.filter((each) => !/^(Transfer-Encoding|Content-Length|Host)/.test(each));
      return request(line.split(" ")[1] ?? "", body, kept);
    });
}

function once(socket: Socket, event: string): Promise<void> {
  return new Promise((resolve) => socket.once(event, () => resolve()));
}
