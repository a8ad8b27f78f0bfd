import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { agent as api, decode, encode, type executor, type Message } from "@mesos-ts/protos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AgentHost } from "./agent-process.test-support.ts";
import { FakeMaster, FRAMEWORK_ID, taskInfo } from "./fake-master.test-support.ts";

interface Recording {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly body: string | null;
  };
  readonly status: number;
  readonly text?: string;
  readonly json?: unknown;
}

function recorded(name: string): Recording {
  const url = new URL(`../../../testing/fixtures/http/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as Recording;
}

const JSON_TYPE = "application/json";
const PROTOBUF_TYPE = "application/x-protobuf";

let master: FakeMaster;
const host = new AgentHost();

beforeAll(async () => {
  master = await FakeMaster.start();
  await host.join(master, `--log_dir=${join(host.root, "log")}`);
});
afterAll(async () => {
  await host.close();
  await master.close();
});

async function post(
  path: string,
  body: string | Uint8Array,
  headers: Record<string, string> = { "Content-Type": JSON_TYPE, Accept: JSON_TYPE },
): Promise<{ status: number; text: string; type: string | undefined; body: Buffer }> {
  const reply = await host.http.request({ url: host.url(path), method: "POST", headers, body });
  return {
    status: reply.status,
    text: reply.body.toString(),
    type: reply.headers["content-type"],
    body: reply.body,
  };
}

describe("bad requests", () => {
  it.each(["agent_bad_notype", "agent_bad_exec_notype", "agent_bad_exec_sub"])(
    "%s is answered as recorded",
    async (name) => {
      const { request, status, text } = recorded(name);
      expect(await post(request.path, request.body ?? "")).toMatchObject({ status, text });
    },
  );

  it.each<[string, string, Record<string, string>, number, string]>([
    ["no type", "{}", {}, 400, "Expecting 'Content-Type' to be present"],
    [
      "another type",
      "<a/>",
      { "Content-Type": "application/xml" },
      415,
      "Expecting 'Content-Type' of application/json or application/x-protobuf or application/recordio",
    ],
    [
      "half a text",
      "{",
      { "Content-Type": JSON_TYPE },
      400,
      "Failed to parse body into JSON: syntax error at line 1 near: ",
    ],
    [
      "no protobuf",
      "\xff",
      { "Content-Type": PROTOBUF_TYPE },
      400,
      "Failed to parse body into Call protobuf",
    ],
    [
      "a call without its payload",
      '{"type":"READ_FILE"}',
      { "Content-Type": JSON_TYPE },
      400,
      "Failed to validate agent::Call: Expecting 'read_file' to be present",
    ],
    [
      "an unwanted reply",
      '{"type":"GET_HEALTH"}',
      { "Content-Type": JSON_TYPE, Accept: "text/html" },
      406,
      "Expecting 'Accept' to allow application/json or application/x-protobuf or application/recordio",
    ],
    [
      "a stream without its type",
      "",
      { "Content-Type": "application/recordio" },
      400,
      "Expecting 'Message-Content-Type' to be set for streaming requests",
    ],
    [
      "a call that is not built",
      '{"type":"PRUNE_IMAGES","prune_images":{}}',
      { "Content-Type": JSON_TYPE },
      501,
      "PRUNE_IMAGES is not supported by this release: there is no store of images",
    ],
  ])("%s", async (_, body, headers, status, text) => {
    expect(await post("/api/v1", body, headers)).toMatchObject({ status, text });
  });

  it("other methods are named", async () => {
    const reply = await host.http.request({ url: host.url("/api/v1") });
    expect(reply.status).toBe(405);
    expect(reply.headers["allow"]).toBe("POST");
    expect(reply.body.toString()).toBe(
      "405 Method Not Allowed. Expecting one of { 'POST' }, but received 'GET'.",
    );
  });

  it("unknown paths are 404, and `/containers` knows its parameters", async () => {
    for (const path of ["/", "/redirect", "/nosuch"]) {
      const reply = await host.http.request({ url: host.url(path) });
      expect([path, reply.status, reply.body.toString()]).toEqual([path, 404, "404 Not Found."]);
    }
    expect(await host.get("/containers?executor_id=e")).toBe(
      "Supported query parameters are container_id only, framework_id only, or executor_id and framework_id only",
    );
  });
});

describe("endpoints", () => {
  it("are those that were recorded, and two of our own", async () => {
    const golden = recorded("agent_get_help").json as Help;
    const ours = await host.json<Help>("/help?format=json");
    const paths = ({ processes }: Help) =>
      processes.flatMap(({ id, endpoints }) => endpoints.map(({ name }) => `/${id}${name}`));
    expect(paths(ours)).toEqual([...paths(golden), "/metrics/", "/openapi.json/"].sort());
  });

  it("answer under the process and without it", async () => {
    for (const path of ["/state", "/slave(1)/state", "/slave%281%29/state"]) {
      expect(await host.json(path)).toMatchObject({ pid: master.agent });
    }
    expect(await host.json("/flags")).toMatchObject({ flags: { work_dir: host.workDir } });
    expect(await host.json("/monitor/statistics")).toEqual([]);
    expect(await host.get("/health")).toBe("");
  });

  it("show the agent's log", async () => {
    const { "/slave/log": path } = await host.json<Record<string, string>>("/files/debug");
    expect(path).toContain(join(host.root, "log"));
    const { data } = await host.json<{ data: string }>("/files/read?path=/slave/log&offset=0");
    expect(data).toContain("New master detected at master@127.0.0.1:");
  });

  it("have the metrics that were recorded", async () => {
    const golden = Object.keys(recorded("agent_get_metrics").json as object);
    expect(Object.keys(await host.json<object>("/metrics/snapshot"))).toEqual(golden);
  });
});

interface Help {
  readonly processes: readonly {
    readonly id: string;
    readonly endpoints: readonly { readonly name: string }[];
  }[];
}

describe("the operator API", () => {
  it("speaks JSON and protobuf", async () => {
    const call = encode(api.Call, { type: "GET_AGENT" });
    const headers = { "Content-Type": PROTOBUF_TYPE, Accept: PROTOBUF_TYPE };
    const binary = await post("/api/v1", call, headers);
    expect(binary).toMatchObject({ status: 200, type: PROTOBUF_TYPE });
    const { get_agent } = decode(api.Response, binary.body);
    expect(get_agent?.agent_info?.hostname).toBe("localhost");
    const text = await post("/api/v1", '{"type":"GET_AGENT"}');
    expect(JSON.parse(text.text)).toMatchObject({
      type: "GET_AGENT",
      get_agent: { agent_info: { hostname: "localhost" } },
    });
  });

  it("gives flags, metrics and the logging level", async () => {
    const ask = async (call: object) =>
      JSON.parse((await post("/api/v1", JSON.stringify(call))).text) as api.Response;
    const { get_flags } = await ask({ type: "GET_FLAGS" });
    expect(get_flags?.flags).toContainEqual({ name: "work_dir", value: host.workDir });
    const { get_metrics } = await ask({ type: "GET_METRICS", get_metrics: {} });
    expect(get_metrics?.metrics).toContainEqual({ name: "slave/registered", value: 1 });
    const level = { level: 1, duration: { nanoseconds: 60e9 } };
    const set = JSON.stringify({ type: "SET_LOGGING_LEVEL", set_logging_level: level });
    expect((await post("/api/v1", set)).status).toBe(200);
    expect((await ask({ type: "GET_LOGGING_LEVEL" })).get_logging_level).toEqual({ level: 1 });
    expect(await host.get("/logging/toggle")).toBe("1\n");
  });

  it("lists and reads a sandbox", async () => {
    master.runTask({ id: "files", command: { value: "printf data >file" } });
    await master.status("files", "TASK_FINISHED");
    const path = `/frameworks/${FRAMEWORK_ID}/executors/files/runs/latest`;
    const ask = async (call: object) =>
      JSON.parse((await post("/api/v1", JSON.stringify(call))).text);
    const { list_files } = (await ask({
      type: "LIST_FILES",
      list_files: { path },
    })) as api.Response;
    expect(list_files?.file_infos?.map((each) => each.path)).toEqual([
      `${path}/file`,
      `${path}/stderr`,
      `${path}/stdout`,
    ]);
    const read = { path: `${path}/file`, offset: 1, length: 2 };
    expect(await ask({ type: "READ_FILE", read_file: read })).toEqual({
      type: "READ_FILE",
      read_file: { size: 4, data: Buffer.from("at").toString("base64") },
    });
    const missing = { type: "READ_FILE", read_file: { path: "/nosuch", offset: 0 } };
    expect(await post("/api/v1", JSON.stringify(missing))).toMatchObject({ status: 404, text: "" });
  });
});

describe("an executor of its own, over HTTP", () => {
  it("subscribes, is given its task, and is acknowledged", async () => {
    const ids = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "custom" } };
    const { command: _, ...task } = taskInfo({ id: "own" });
    const info = { executor_id: ids.executor_id, command: { value: "exec sleep 1000" } };
    master.runTask({ ...task, id: "own", command: undefined, executor: info });
    const url = host.url("/api/v1/executor");
    const headers = { "Content-Type": JSON_TYPE, Accept: JSON_TYPE };
    const subscribe = JSON.stringify({ type: "SUBSCRIBE", ...ids, subscribe: {} });
    let stream = await host.http.stream({ url, headers, body: subscribe, method: "POST" });
    while (stream.status !== 200) {
      // The agent may not have been given the task yet.
      stream = await host.http.stream({ url, headers, body: subscribe, method: "POST" });
    }
    const events = stream.records[Symbol.asyncIterator]();
    const next = async () =>
      JSON.parse(String((await events.next()).value)) as executor.Event & Message;
    expect(await next()).toMatchObject({
      type: "SUBSCRIBED",
      subscribed: { executor_info: { executor_id: { value: "custom" } } },
    });
    expect(await next()).toMatchObject({
      type: "LAUNCH",
      launch: { task: { task_id: { value: "own" } } },
    });
    const uuid = Buffer.alloc(16, 7).toString("base64");
    const status = {
      task_id: { value: "own" },
      state: "TASK_FINISHED",
      source: "SOURCE_EXECUTOR",
      uuid,
      timestamp: 1,
    };
    const update = JSON.stringify({ type: "UPDATE", ...ids, update: { status } });
    expect((await post("/api/v1/executor", update)).status).toBe(202);
    expect(await next()).toMatchObject({
      type: "ACKNOWLEDGED",
      acknowledged: { task_id: { value: "own" }, uuid },
    });
    await master.status("own", "TASK_FINISHED");
    const state = await host.get("/state");
    expect(state).toContain('"id":"custom"');
    master.send("ShutdownExecutorMessage", ids as Message);
    expect(await next()).toMatchObject({ type: "SHUTDOWN" });
    stream.close();
    master.send("ShutdownFrameworkMessage", { framework_id: ids.framework_id } as Message);
  });
});

describe("signals and refusals", () => {
  it("SIGUSR1 unregisters the agent, ends its tasks and the program", async () => {
    const other = new AgentHost();
    try {
      await other.join(master);
      const pids = join(other.root, "pid");
      master.runTask(
        { id: "last", command: { value: `echo $$ >${pids}; exec sleep 1000` } },
        { id: { value: "another-framework" } },
      );
      await master.status("last", "TASK_RUNNING");
      other.agent.kill("SIGUSR1");
      await master.message("UnregisterSlaveMessage");
      await new Promise((resolve) => other.agent.once("exit", resolve));
      expect(other.agent.exitCode).toBe(0);
      expect(other.output).toContain("Received SIGUSR1 signal; unregistering and shutting down");
    } finally {
      await other.close();
    }
  });

  it.each<[string, (other: AgentHost) => string[], string]>([
    [
      "a work_dir that is a file",
      (other) => {
        const file = join(other.root, "file");
        writeFileSync(file, "");
        return [`--work_dir=${file}`];
      },
      "Cannot use --work_dir=",
    ],
    [
      "resources that make no sense",
      () => ["--resources=cpus"],
      "Failed to determine agent resources",
    ],
    [
      "attributes that make no sense",
      () => ["--attributes=rack"],
      "Invalid attribute key:value pair",
    ],
    ["an unknown flag", () => ["--no-such-flag"], "Failed to load unknown flag 'such-flag'"],
    [
      "a ZooKeeper without a path",
      () => ["--master=zk://h:2181"],
      "Expecting a (chroot) path for ZooKeeper ('/' is not supported)",
    ],
  ])("%s is refused with its name", async (_, flags, text) => {
    const other = new AgentHost();
    try {
      const given = flags(other);
      const names = given.map((flag) => flag.slice(0, flag.indexOf("=")));
      const agent = other.startWith(master, given, names);
      await new Promise((resolve) => agent.once("close", resolve));
      expect(agent.exitCode).toBe(1);
      expect(other.output).toContain(text);
      expect(existsSync(join(other.workDir, "meta", "slaves"))).toBe(false);
    } finally {
      await other.close();
    }
  });
});
