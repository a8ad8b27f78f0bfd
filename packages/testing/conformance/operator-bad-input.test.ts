import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { agent as agentApi, type MessageType, master as masterApi } from "@mesos-ts/protos";
import { HttpClient } from "@mesos-ts/transport";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { messageJson } from "./message-arbitrary.ts";
import { OperatorClient } from "./operator-client.ts";
import { getJson, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { exchange, statuses } from "./raw-socket.ts";

/** What operators may get wrong, or attackers right: nothing is read that is not shown. */

const SEED = 20_261_123;
const SECRET = "the-secret-outside-of-every-sandbox";
const MAX_SAFE = Number.MAX_SAFE_INTEGER;

const programs = new Programs();
const client = new HttpClient();
const operator = new OperatorClient("json");
let master: Program;
let agent: Program;
let agentId: string;
let scheduler: LiveScheduler;
let sandbox: string;

beforeAll(async () => {
  const secrets = join(programs.folder, "secrets");
  mkdirSync(secrets);
  writeFileSync(join(secrets, "secret"), SECRET);
  master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, RECORDED_AGENT);
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({ user: "root", name: "box" });
  const offer = await scheduler.offer();
  agentId = String(offer["agent_id"]?.["value"]);
  const links = [
    `ln -s ${secrets}/secret link`,
    `ln -s ${secrets} folder`,
    "ln -s / root",
    "ln -s /proc/self/cwd cwd",
    "ln -s loop loop",
    "mkfifo pipe",
    "mkdir deep",
    "echo shown > deep/shown",
  ];
  await scheduler.launch(offer, [
    {
      name: "t",
      task_id: { value: "t" },
      agent_id: offer["agent_id"],
      command: { value: links.join(" && ") },
      resources: [{ name: "cpus", type: "SCALAR", scalar: { value: 0.1 } }],
    },
  ]);
  await scheduler.update("t", "TASK_FINISHED");
  const shown = await getJson<Record<string, string>>(agent, "/files/debug");
  sandbox = Object.keys(shown).find((path) => path.endsWith("/latest")) ?? "";
});

afterAll(async () => {
  scheduler.close();
  operator.close();
  client.close();
  await programs.close();
});

async function get(program: Program, path: string) {
  const { status, body, headers } = await client.request({
    url: `http://${program.address}${path}`,
    followRedirects: false,
  });
  return { status, headers, text: body.toString() };
}

const BENEATH = [
  "link",
  "folder",
  "folder/secret",
  "root",
  "cwd/../secrets/secret",
  "loop",
  "pipe",
  "../../../../../../../../secrets/secret",
  "deep/../../../../../../../../../secrets/secret",
  "deep/../link",
  "./link",
  "//link",
  "link/",
  "link\0",
  "\0",
  "deep/shown/../../link",
  "%2e%2e/%2e%2e/secrets/secret",
  "..\\..\\secrets\\secret",
  "x".repeat(5000),
  "d/".repeat(3000),
];

describe("of files, only what is attached is shown", () => {
  it("and that is", async () => {
    const path = encodeURIComponent(`${sandbox}/deep/shown`);
    expect(await get(agent, `/files/read?offset=0&path=${path}`)).toMatchObject({
      status: 200,
      text: '{"data":"shown\\n","offset":0}',
    });
    const proxied = await get(master, `/agent/${agentId}/files/read?offset=0&path=${path}`);
    expect(proxied).toMatchObject({ status: 200, text: '{"data":"shown\\n","offset":0}' });
  });

  it.each(BENEATH.map((path) => [path.length > 60 ? `${path.slice(0, 20)}…` : path, path]))(
    "not %j",
    async (_, beneath) => {
      const path = `${sandbox}/${beneath}`;
      const query = `offset=0&path=${encodeURIComponent(path)}`;
      const twice = `offset=0&path=${encodeURIComponent(encodeURIComponent(path))}`;
      for (const endpoint of ["browse", "read", "download"]) {
        for (const prefix of ["/files", `/agent/${agentId}/files`]) {
          for (const each of [query, twice]) {
            const program = prefix === "/files" ? agent : master;
            const reply = await get(program, `${prefix}/${endpoint}?${each}`);
            expect([400, 404], reply.text).toContain(reply.status);
            expect(reply.text).not.toContain(SECRET);
          }
        }
      }
      for (const call of [
        { type: "LIST_FILES", list_files: { path } },
        { type: "READ_FILE", read_file: { path, offset: 0 } },
      ]) {
        const { status, text } = await operator.agent(agent, call);
        expect([400, 404], text).toContain(status);
        expect(text).not.toContain(SECRET);
      }
    },
  );

  it.each([
    ["/etc/passwd", 404, ""],
    [".", 404, ""],
    ["/", 404, ""],
    ["/slave/log/../../etc/passwd", 404, ""],
  ])("not %s, which is nowhere", async (path, status, text) => {
    for (const program of [master, agent]) {
      const reply = await get(program, `/files/read?offset=0&path=${encodeURIComponent(path)}`);
      expect([reply.status, reply.text]).toEqual([status, text]);
    }
  });

  it("whatever is asked for", async () => {
    const part = fc.constantFrom(
      "..",
      ".",
      "",
      "link",
      "folder",
      "root",
      "deep",
      "shown",
      "secret",
    );
    const odd = fc.string({ maxLength: 12 });
    const paths = fc.array(fc.oneof(part, odd), { maxLength: 8 }).map((parts) => parts.join("/"));
    await fc.assert(
      fc.asyncProperty(paths, fc.constantFrom("read", "browse", "download"), async (path, how) => {
        const query = `offset=0&path=${encodeURIComponent(`${sandbox}/${path}`)}`;
        const { status, text } = await get(agent, `/files/${how}?${query}`);
        expect([200, 400, 404]).toContain(status);
        expect(text).not.toContain(SECRET);
        expect(text).not.toContain("root:x:0");
      }),
      { numRuns: 200, seed: SEED },
    );
  });
});

describe("numbers that are none, or too many", () => {
  it.each([
    ["offset=-2", 400, "Negative offset provided: -2.\n"],
    ["offset=x", 400, "Failed to parse offset: Failed to convert 'x' to number.\n"],
    ["offset=1e30", 400, /^Failed to parse offset: /],
    ["offset=99999999999999999999", 400, /^Failed to parse offset: /],
    [`offset=${MAX_SAFE}`, 200, `{"data":"","offset":${MAX_SAFE}}`],
    [`offset=0&length=${MAX_SAFE}`, 200, '{"data":"shown\\n","offset":0}'],
    ["offset=0&length=-2", 400, "Negative length provided: -2.\n"],
    ["offset=0&length=0", 200, '{"data":"","offset":0}'],
    ["offset=-1", 200, '{"data":"","offset":6}'],
  ])("/files/read?%s", async (query, status, text) => {
    const path = encodeURIComponent(`${sandbox}/deep/shown`);
    const reply = await get(agent, `/files/read?${query}&path=${path}`);
    expect(reply.status).toBe(status);
    if (typeof text === "string") expect(reply.text).toBe(text);
    else expect(reply.text).toMatch(text);
  });

  it.each([0, 5, MAX_SAFE, 2 ** 62])("READ_FILE from %d on", async (offset) => {
    const path = `${sandbox}/deep/shown`;
    const reply = await operator.agent(agent, { type: "READ_FILE", read_file: { path, offset } });
    expect(reply).toMatchObject({ status: 200, json: { read_file: { size: 6 } } });
  });

  it.each([
    "/tasks?limit=-1&offset=x&order=sideways&task_id=%00",
    "/tasks?limit=99999999999999999999",
    "/tasks?offset=999999999999",
    "/slaves?slave_id=%ff%00",
    "/frameworks?framework_id=__proto__",
    `/state?${"a=b&".repeat(5000)}`,
    "/state?&&&===&%&%zz&a[]=1&jsonp",
    "/state-summary?%e0%a4%a=1",
  ])("%s is answered with what there is", async (path) => {
    expect((await get(master, path)).status).toBe(200);
  });

  it.each([
    ["master", "/metrics/snapshot?timeout=soon", 400, /^Invalid timeout 'soon': /],
    ["master", "/logging/toggle?level=9", 400, "Expecting 'duration=value' in query.\n"],
    ["agent", "/logging/toggle?level=-1&duration=1secs", 400, "Invalid level '-1'.\n"],
    ["agent", "/logging/toggle?level=1&duration=never", 400, /\.\n$/],
    [
      "agent",
      "/containers?executor_id=x",
      400,
      /^Supported query parameters are container_id only/,
    ],
    ["master", "/redirect/elsewhere", 404, "404 Not Found."],
    ["master", "/reserve/more", 405, /^405 Method Not Allowed/],
  ] as const)("%s %s is refused", async (name, path, status, text) => {
    const reply = await get(name === "master" ? master : agent, path);
    expect(reply.status).toBe(status);
    if (typeof text === "string") expect(reply.text).toBe(text);
    else expect(reply.text).toMatch(text);
  });
});

describe("wrong methods", () => {
  it.each([
    ["master", "/api/v1", "GET", "POST"],
    ["master", "/api/v1/scheduler", "PUT", "POST"],
    ["master", "/flags", "POST", "GET"],
    ["master", "/teardown", "GET", "POST"],
    ["master", "/reserve", "GET", "POST"],
    ["master", "/unreserve", "DELETE", "POST"],
    ["master", "/create-volumes", "GET", "POST"],
    ["master", "/destroy-volumes", "PATCH", "POST"],
    ["master", "/machine/up", "GET", "POST"],
    ["master", "/machine/down", "GET", "POST"],
    ["master", "/maintenance/status", "POST", "GET"],
    ["master", "/maintenance/schedule", "DELETE", "GET, POST"],
    ["master", "/quota", "PUT", "GET, POST, DELETE"],
    ["master", "/weights", "POST", "GET, PUT"],
    ["agent", "/api/v1", "GET", "POST"],
    ["agent", "/api/v1/executor", "GET", "POST"],
    ["agent", "/flags", "PUT", "GET"],
    ["agent", "/containers", "POST", "GET"],
    ["agent", "/monitor/statistics", "POST", "GET"],
    ["agent", "/containerizer/debug", "POST", "GET"],
  ] as const)("%s %s %s is refused with what is allowed", async (name, path, method, allowed) => {
    const { address } = name === "master" ? master : agent;
    const reply = await client.request({ url: `http://${address}${path}`, method });
    const expected = `{ '${allowed.split(", ").join("', '")}' }`;
    expect([reply.status, reply.headers["allow"], reply.body.toString()]).toEqual([
      405,
      allowed,
      `405 Method Not Allowed. Expecting one of ${expected}, but received '${method}'.`,
    ]);
  });
});

describe("requests of any kind", () => {
  const target = (): fc.Arbitrary<string> => {
    const known = fc.constantFrom(
      ...["/state", "/tasks", "/files/read", "/files/browse", "/help", "/openapi.json", "/roles"],
      ...["/version", "/logging/toggle", "/agent", "/slave(1)/state", "/master/slaves"],
      ...["/reserve", "/unreserve", "/create-volumes", "/destroy-volumes", "/teardown", "/weights"],
      ...["/quota", "/quota/dev", "/machine/down", "/machine/up", "/maintenance/schedule"],
      ...["/api/v1", "/api/v1/scheduler", "/api/v1/executor", "/registrar(1)/registry"],
    );
    const path = fc.oneof(known, fc.webPath());
    const query = fc.webQueryParameters();
    return fc.tuple(path, query).map(([a, b]) => `${a === "" ? "/" : a}?${b}`);
  };

  const bodies = (): fc.Arbitrary<string> => {
    const name = fc.constantFrom("slaveId", "resources", "volumes", "source", "frameworkId", "x");
    const value = fc.oneof(fc.json(), fc.string(), fc.constantFrom(agentId, "%zz", "[]", "[{}]"));
    const form = fc.array(fc.tuple(name, value), { maxLength: 4 });
    return fc.oneof(
      fc.string(),
      fc.json(),
      form.map((fields) => fields.map(([key, text]) => `${key}=${text}`).join("&")),
    );
  };
  const TYPES = ["application/json", "application/x-protobuf", "application/recordio", "text/html"];

  it.each(["master", "agent"] as const)("never break the %s", async (name) => {
    const program = name === "master" ? master : agent;
    const method = fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    const media = fc.constantFrom(...TYPES);
    await fc.assert(
      fc.asyncProperty(target(), method, bodies(), media, async (path, how, body, type) => {
        const { status } = await client.request({
          url: `http://${program.address}${path}`,
          method: how,
          followRedirects: false,
          ...(how === "GET" ? {} : { body, headers: { "Content-Type": type } }),
        });
        expect(status === 501 || status < 500, `${how} ${path} ${body}: ${status}`).toBe(true);
      }),
      { numRuns: 250, seed: SEED },
    );
    expect(program.process.exitCode).toBe(null);
  });

  it.each(["master", "agent"] as const)("of the %s have limits", async (name) => {
    const program = name === "master" ? master : agent;
    const header = (bytes: number): string =>
      `GET /health HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(bytes)}\r\n\r\n`;
    expect(statuses(await exchange(program, header(60_000)))).toEqual([200]);
    expect(statuses(await exchange(program, header(70_000)))).toEqual([431]);
    const url = (bytes: number): string =>
      `GET /health?${"x".repeat(bytes)} HTTP/1.1\r\nHost: x\r\n\r\n`;
    expect(statuses(await exchange(program, url(60_000)))).toEqual([200]);
    expect(statuses(await exchange(program, url(70_000)))).toEqual([431]);
  });
});

describe("calls of the right shape that make no sense", () => {
  /** What may run a command is not for chance to call. */
  const RUNS = /^LAUNCH|^SUBSCRIBE$|^ATTACH/;
  const FAILURES = /^(Unknown root container|Unable to send signal to container: .*)$/;

  const calls = (api: MessageType, agentIds: readonly string[]): fc.Arbitrary<object> =>
    fc.oneof(
      ...api.fields().flatMap((field) => {
        const type = field.name.toUpperCase();
        if (typeof field.type !== "object" || field.type.kind !== "message") return [];
        if (RUNS.test(type)) return [];
        const payload = messageJson(field.type);
        const ids = fc.constantFrom(...agentIds);
        return fc.tuple(payload, ids).map(([content, id]) => {
          const about = "agent_id" in content ? { ...content, agent_id: { value: id } } : content;
          return { type, [field.name]: about };
        });
      }),
    );

  // The agent first: the master may be told that it is gone, and then it ends.
  it.each(["agent", "master"] as const)("are refused by the %s, or harm nobody", async (name) => {
    const program = name === "master" ? master : agent;
    const api = name === "master" ? masterApi.Call : agentApi.Call;
    const arbitrary = calls(api as unknown as MessageType, [agentId, "nobody"]);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(arbitrary, async (call) => {
        const { status, text } =
          name === "master"
            ? await operator.master(program, call)
            : await operator.agent(program, call);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        // Mesos calls it a failure of its own when a container cannot be removed or signalled.
        if (status === 500 && FAILURES.test(text)) return;
        expect([200, 202, 400, 403, 404, 409, 501], `${JSON.stringify(call)} ${text}`).toContain(
          status,
        );
      }),
      { numRuns: 400, seed: SEED },
    );
    expect(program.process.exitCode).toBe(null);
    expect((await get(program, "/health")).status).toBe(200);
    expect((await get(program, "/state")).status).toBe(200);
    // Not all is refused, or nothing would have been tried.
    expect(statuses.get(200)).toBeGreaterThan(0);
    expect(statuses.size).toBeGreaterThan(1);
  });
});
