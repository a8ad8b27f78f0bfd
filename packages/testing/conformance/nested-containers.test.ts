import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { agent as api, type MessageType } from "@mesos-ts/protos";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type CallReply,
  callAgent,
  callAgentInProtobuf,
  containerId,
  InputStream,
  lacksTerminals,
  OutputStream,
} from "./agent-client.ts";
import { LiveScheduler } from "./live-scheduler.ts";
import { messageJson } from "./message-arbitrary.ts";
import { type Program, Programs, RECORDED_AGENT, RECORDED_MASTER, until } from "./programs.ts";
import { type Exchange, type Json, recording, renamed, timeless } from "./recordings.ts";
import { shapeDifferences } from "./shapes.ts";

/** An operator's recorded session with nested and standalone containers, and what goes beyond it. */

const recorded = recording<{
  readonly requests: readonly (Exchange | { readonly session: Session })[];
  readonly framework: { readonly calls: readonly Exchange[] };
}>("ops/ops_nested.json");

interface Session {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly events: readonly { readonly raw_length: number; readonly event: Json }[];
}

const exchanges = recorded.requests.filter((each): each is Exchange => "request" in each);
const RECORDED_IDS = "ca6a68c7-0884-453c-8829-52765ac961f4";
const RECORDED_CONTAINER = "64038952-3b17-4a0f-8ccc-4a96cedfd380";

const programs = new Programs();
const replies: CallReply[] = [];
let agent: Program;
let scheduler: LiveScheduler;
let masterId: string;
/** The task's container, in which the others are nested. */
let parent: string;

beforeAll(async () => {
  const master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, RECORDED_AGENT);
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "capture",
    checkpoint: true,
    failover_timeout: 30,
    roles: ["dev"],
    capabilities: [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }],
  });
  masterId = scheduler.frameworkId.slice(0, -"-0000".length);
  const [accept] = recorded.framework.calls;
  const body = JSON.parse(accept?.request.body ?? "") as Json;
  const { accept: recordedAccept } = renamed(body, [[RECORDED_IDS, masterId]]) as Json;
  const tasks = recordedAccept?.["operations"]?.[0]?.["launch"]?.["task_infos"] as Json;
  await scheduler.launch(await scheduler.offer(), tasks as unknown as object[]);
  const status = await scheduler.update("n1", "TASK_RUNNING");
  parent = status["container_status"]?.["container_id"]?.["value"] ?? "";
  for (const exchange of exchanges) replies.push(await replay(exchange));
});

afterAll(async () => {
  scheduler.close();
  await programs.close();
});

async function replay({ request }: Exchange): Promise<CallReply> {
  const body = request.body?.replaceAll(RECORDED_CONTAINER, parent);
  // It was asked when the container had ended.
  if (body?.includes("wait_container") === true) await until(async () => !(await isAlone()));
  const reply = await fetch(`http://${agent.address}${request.path}`, {
    method: request.method,
    headers: request.headers,
    ...(body === undefined ? {} : { body }),
  });
  const text = await reply.text();
  const json = /^[{[]/.test(text) ? (JSON.parse(text) as Json) : ({} as Json);
  return { status: reply.status, headers: Object.fromEntries(reply.headers), text, json };
}

async function containers(more: object = {}): Promise<readonly Json[]> {
  const reply = await callAgent(agent, { type: "GET_CONTAINERS", get_containers: more });
  return reply.json["get_containers"]?.["containers"] ?? [];
}

async function isAlone(): Promise<boolean> {
  return (await containers({ show_standalone: true })).some(
    (each) => each["container_id"]?.["value"] === "standalone-1",
  );
}

describe("the recorded session", () => {
  it.each(exchanges.map(({ request }, index) => [index, request.body ?? request.path]))(
    "%i: %s",
    (index) => {
      const [theirs, ours] = [exchanges[index], replies[index]];
      if (theirs === undefined || ours === undefined) throw new Error("not asked");
      expect(ours.status).toBe(theirs.status);
      for (const name of ["content-type", "content-length"]) {
        const header = Object.entries(theirs.headers).find(([key]) => key.toLowerCase() === name);
        const isFigure = name === "content-length" && index < 2;
        if (!isFigure) expect(ours.headers[name]).toBe(header?.[1]);
      }
      if (theirs.text !== undefined) {
        expect(ours.text.replaceAll(parent, RECORDED_CONTAINER)).toBe(theirs.text);
      }
      if (theirs.json === undefined) return;
      expect(shapeDifferences(theirs.json, ours.json)).toEqual([]);
      if (index > 1) expect(timeless(ours.json)).toEqual(timeless(theirs.json));
    },
  );

  it("has a session that shows both streams", async () => {
    const found = recorded.requests.find((each) => "session" in each) as { session: Session };
    const { status, headers, events } = found.session;
    const stream = new OutputStream(agent, session("s-1", "echo out; echo err >&2"));
    await stream.end();
    expect(stream.status).toBe(status);
    for (const name of ["Content-Type", "Message-Content-Type", "Transfer-Encoding"]) {
      expect(stream.headers[name.toLowerCase()]).toBe(headers[name]);
    }
    const byText = (records: readonly Json[]): string[] =>
      records.map((record) => JSON.stringify(record)).sort();
    expect(byText(stream.records)).toEqual(byText(events.map(({ event }) => event)));
  });
});

function session(name: string, command: string, more: object = {}): object {
  return {
    type: "LAUNCH_NESTED_CONTAINER_SESSION",
    launch_nested_container_session: {
      container_id: containerId(`${parent}.${name}`),
      command: { value: command },
      ...more,
    },
  };
}

function call(type: string, id: string, more: object = {}): object {
  return { type, [type.toLowerCase()]: { container_id: containerId(id), ...more } };
}

describe("nested containers", () => {
  it("nest at any depth, with sandboxes below each other", async () => {
    const command = { value: "pwd; echo $MESOS_SANDBOX; id -un; sleep 100" };
    const [one, two] = [`${parent}.one`, `${parent}.one.two`];
    expect((await callAgent(agent, call("LAUNCH_CONTAINER", one, { command }))).status).toBe(200);
    expect((await callAgent(agent, call("LAUNCH_CONTAINER", two, { command }))).status).toBe(200);
    const again = await callAgent(agent, call("LAUNCH_CONTAINER", two, { command }));
    expect(again).toMatchObject({ status: 202, text: "" });
    const sandbox = join(await taskSandbox(), "containers/one/containers/two");
    const stdout = join(sandbox, "stdout");
    // It is made by the container, which runs when the call is answered.
    await until(() => existsSync(stdout) && readFileSync(stdout, "utf8").endsWith("root\n"));
    expect(readFileSync(stdout, "utf8")).toBe(`${sandbox}\n${sandbox}\nroot\n`);
    const shown = await containers({ show_nested: true });
    const ids = shown.map((each) => each["container_status"]?.["container_id"]);
    expect(ids).toEqual([containerId(parent), containerId(one), containerId(two)]);
    expect(await containers()).toHaveLength(1);
    // The inner one goes with the outer one, which was asked for.
    const waiting = callAgent(agent, call("WAIT_CONTAINER", two));
    const killed = await callAgentInProtobuf(agent, call("KILL_CONTAINER", one, { signal: 15 }));
    expect(killed.status).toBe(200);
    expect((await waiting).json).toEqual({
      type: "WAIT_CONTAINER",
      wait_container: { exit_status: 9 },
    });
    const waited = await callAgentInProtobuf(agent, call("WAIT_CONTAINER", one));
    expect(waited.json).toEqual({ type: "WAIT_CONTAINER", wait_container: { exit_status: 15 } });
    const reused = await callAgent(agent, call("LAUNCH_CONTAINER", one, { command }));
    expect(reused).toMatchObject({
      status: 400,
      text: `Container ${one} has ended: remove it before its id is used again`,
    });
    expect((await callAgent(agent, call("REMOVE_CONTAINER", one))).status).toBe(200);
    expect(existsSync(join(await taskSandbox(), "containers/one"))).toBe(false);
    expect((await callAgent(agent, call("WAIT_CONTAINER", two))).status).toBe(404);
  });

  it("say what is wrong with a launch", async () => {
    const launch = async (id: string, more: object): Promise<string> => {
      const { status, text } = await callAgent(agent, call("LAUNCH_CONTAINER", id, more));
      return `${status} ${text}`;
    };
    const command = { value: "true" };
    const child = `${parent}.child`;
    expect(await launch("nope.child", { command })).toBe(
      "400 Parent container nope does not exist",
    );
    const docker = { type: "DOCKER", docker: { image: "x" } };
    expect(await launch(child, { command, container: docker })).toBe(
      "400 The provided ContainerInfo is not supported",
    );
    const image = { type: "MESOS", mesos: { image: { type: "DOCKER", docker: { name: "x" } } } };
    expect(await launch(child, { command, container: image })).toBe(
      "400 'launch_container.container.mesos.image' is not supported: containers of this agent are plain processes (posix isolation)",
    );
    expect(await launch(child, { command: { ...command, user: "no-such-user" } })).toBe(
      "400 Failed to get the uid of user 'no-such-user': not found",
    );
    expect(
      await launch(child, { command: { ...command, uris: [{ value: "/no/such/file" }] } }),
    ).toMatch(/^400 Failed to fetch all URIs for container/);
    expect(await containers({ show_nested: true })).toHaveLength(1);
    const removed = await callAgent(agent, call("REMOVE_CONTAINER", parent));
    expect(removed).toMatchObject({ status: 500, text: "Container has not terminated yet" });
  });
});

describe("a command", () => {
  it("comes with files, folders, variables, a user and limits, in protobuf as well", async () => {
    const file = join(programs.folder, "greeting");
    writeFileSync(file, "hello");
    const script = 'cat greeting shared/from-parent; echo " $1 $WHO $(id -un) $(ulimit -n)"';
    const launch = call("LAUNCH_CONTAINER", `${parent}.full`, {
      command: {
        value: "/bin/sh",
        shell: false,
        arguments: ["sh", "-c", script, "sh", "argument"],
        user: "root",
        uris: [{ value: file }],
        environment: { variables: [{ name: "WHO", value: "me" }] },
      },
      container: {
        type: "MESOS",
        rlimit_info: { rlimits: [{ type: "RLMT_NOFILE", soft: 50, hard: 50 }] },
        volumes: [
          {
            mode: "RW",
            container_path: "shared",
            source: { type: "SANDBOX_PATH", sandbox_path: { type: "PARENT", path: "given" } },
          },
        ],
      },
      resources: [{ name: "mem", type: "SCALAR", scalar: { value: 32 } }],
      limits: { mem: { value: 64 } },
    });
    const given = join(await taskSandbox(), "given");
    mkdirSync(given);
    writeFileSync(join(given, "from-parent"), ", child");
    expect(await callAgentInProtobuf(agent, launch)).toMatchObject({ status: 200, text: "" });
    const waited = await callAgentInProtobuf(agent, call("WAIT_CONTAINER", `${parent}.full`));
    expect(waited.json["wait_container"]).toEqual({ exit_status: 0 });
    const stdout = readFileSync(join(await taskSandbox(), "containers/full/stdout"), "utf8");
    expect(stdout).toBe("hello, child argument me root 50\n");
  });

  it("is shown with its limits while it runs", async () => {
    const resources = [{ name: "mem", type: "SCALAR", scalar: { value: 32 } }];
    const launch = call("LAUNCH_CONTAINER", "limited", {
      command: { value: "sleep 1000" },
      resources,
      limits: { mem: { value: 64 } },
    });
    expect((await callAgentInProtobuf(agent, launch)).status).toBe(200);
    const get_containers = { show_standalone: true };
    const reply = await callAgentInProtobuf(agent, { type: "GET_CONTAINERS", get_containers });
    const list: readonly Json[] = reply.json["get_containers"]?.["containers"] ?? [];
    const statistics = { mem_soft_limit_bytes: 33_554_432, mem_limit_bytes: 67_108_864 };
    expect(list.at(-1)).toMatchObject({
      container_id: { value: "limited" },
      resource_statistics: statistics,
    });
    expect((await callAgent(agent, call("KILL_CONTAINER", "limited"))).status).toBe(200);
  });

  it("does not run where a link leads out of its parent's sandbox", async () => {
    const first = call("LAUNCH_CONTAINER", `${parent}.host`, { command: { value: "sleep 1000" } });
    expect((await callAgent(agent, first)).status).toBe(200);
    symlinkSync(programs.folder, join(await taskSandbox(), "containers/host/containers"));
    const second = call("LAUNCH_CONTAINER", `${parent}.host.agent`, { command: { value: "true" } });
    const refused = await callAgent(agent, second);
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/^Failed to create nested sandbox '.*': it leads to '/);
    await callAgent(agent, call("KILL_CONTAINER", `${parent}.host`));
    await callAgent(agent, call("WAIT_CONTAINER", `${parent}.host`));
  });
});

describe("launches of the right shape that make no sense", () => {
  const payload = messageJson(api.Call_LaunchContainer as unknown as MessageType);
  /** What runs is harmless; what belongs to it is left to chance. */
  const launches = fc.tuple(payload, fc.boolean()).map(([content, isNested]) => {
    const { command, ...rest } = content as { command?: object };
    return { isNested, more: { ...rest, command: { ...command, value: "true", shell: true } } };
  });

  it("are refused, or harm nobody", async () => {
    const seen = new Set<number>();
    let launched = 0;
    await fc.assert(
      fc.asyncProperty(launches, async ({ isNested, more }) => {
        launched += 1;
        const id = isNested ? `${parent}.odd-${launched}` : `odd-${launched}`;
        const launch = { ...more, container_id: containerId(id) };
        const call = { type: "LAUNCH_CONTAINER", launch_container: launch };
        const { status, text } = await callAgent(agent, call);
        seen.add(status);
        expect([200, 400], `${JSON.stringify(call)} ${text}`).toContain(status);
      }),
      { numRuns: 150, seed: 20261123 },
    );
    expect([...seen].sort()).toEqual([200, 400]);
    expect(agent.process.exitCode).toBe(null);
    await until(async () => {
      const left = await containers({ show_nested: true, show_standalone: true });
      return !JSON.stringify(left).includes("odd-");
    });
  });
});

async function taskSandbox(): Promise<string> {
  const frameworks = join(programs.folder, "agent/slaves", `${masterId}-S0`, "frameworks");
  const [framework = ""] = readdirSync(frameworks);
  return join(frameworks, framework, "executors/n1/runs", parent);
}

describe("a session", () => {
  it("passes a megabyte through, both ways", async () => {
    const output = new OutputStream(agent, session("s-cat", "cat; echo done >&2; exit 3"));
    await output.open();
    const input = InputStream.to(agent, `${parent}.s-cat`);
    const sent = Buffer.alloc(1024 * 1024, "0123456789abcde\n");
    for (let at = 0; at < sent.length; at += 60_000) input.write(sent.subarray(at, at + 60_000));
    input.write("");
    input.end();
    expect(await input.reply).toEqual({ status: 200, body: "" });
    await output.end();
    expect(output.bytes().equals(sent)).toBe(true);
    expect(output.text("STDERR")).toBe("done\n");
    const waited = await callAgent(agent, call("WAIT_CONTAINER", `${parent}.s-cat`));
    expect(waited.json["wait_container"]).toEqual({ exit_status: 768 });
  });

  it.skipIf(lacksTerminals())(
    "has its parent's folder and environment, and a terminal when it asks for one",
    async () => {
      const container = { type: "MESOS", tty_info: { window_size: { rows: 7, columns: 70 } } };
      const command = "pwd; echo $MESOS_EXECUTOR_ID; stty size; read line; stty size; read line";
      const output = new OutputStream(agent, session("s-tty", command, { container }));
      await output.shows("7 70");
      expect(output.text()).toBe(`${await taskSandbox()}\r\nn1\r\n7 70\r\n`);
      const input = InputStream.to(agent, `${parent}.s-tty`, "application/x-protobuf");
      input.control({ type: "HEARTBEAT", heartbeat: { interval: { nanoseconds: 1 } } });
      input.control({ type: "TTY_INFO", tty_info: { window_size: { rows: 8, columns: 88 } } });
      input.write("first\n");
      await output.shows("8 88");
      const second = InputStream.to(agent, `${parent}.s-tty`);
      expect(await second.reply).toEqual({
        status: 409,
        body: "Multiple input connections are not allowed",
      });
      input.write("\u0004");
      // The reply comes with the container's end: the records have none.
      expect(await input.reply).toEqual({ status: 200, body: "" });
      await output.end();
    },
  );

  it("ends when its connection breaks", async () => {
    const output = new OutputStream(agent, session("s-broken", "echo ready; sleep 1000"));
    await output.shows("ready");
    output.close();
    const waited = await callAgent(agent, call("WAIT_CONTAINER", `${parent}.s-broken`));
    expect(waited.json["wait_container"]).toEqual({ exit_status: 9 });
  });

  it("is watched by others, each in the form that it asks for", async () => {
    const output = new OutputStream(agent, session("s-two", "cat"), {});
    await output.open();
    expect(output.headers["content-type"]).toBe("application/json");
    expect(output.headers["message-content-type"]).toBeUndefined();
    const attach = call("ATTACH_CONTAINER_OUTPUT", `${parent}.s-two`);
    const accept = { Accept: "application/recordio", "Message-Accept": "application/x-protobuf" };
    const other = await new OutputStream(agent, attach, accept).open();
    expect(other.headers["message-content-type"]).toBe("application/x-protobuf");
    const input = InputStream.to(agent, `${parent}.s-two`);
    input.write("to both");
    await Promise.all([output.shows("to both"), other.shows("to both")]);
    other.close();
    input.write("");
    input.end();
    await output.end();
    expect(output.text()).toBe("to both");
  });

  it("refuses what it cannot be attached to", async () => {
    const attach = (id: string): Promise<OutputStream> =>
      new OutputStream(agent, call("ATTACH_CONTAINER_OUTPUT", id)).open();
    expect(await attach("nope")).toMatchObject({ status: 404 });
    const unknown = await (await attach(`${parent}.nope`)).end();
    expect(unknown).toMatchObject({ status: 500, body: `Unknown container ${parent}.nope` });
    const closed = await (await attach(parent)).end();
    expect(closed).toMatchObject({
      status: 500,
      body: "I/O switchboard server was disabled for this container",
    });
    expect(await InputStream.to(agent, parent).reply).toMatchObject({ status: 500 });
    const empty = new InputStream(agent);
    empty.end();
    expect(await empty.reply).toEqual({
      status: 400,
      body: "Received EOF while reading request body",
    });
  });
});
