import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  callAgent,
  containerId,
  InputStream,
  lacksTerminals,
  OutputStream,
} from "./agent-client.ts";
import { LiveScheduler } from "./live-scheduler.ts";
import { end, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER, until } from "./programs.ts";
import type { Json } from "./recordings.ts";

/** Containers that operators launched, while the agent is killed and started again. */

const withoutTerminals = lacksTerminals();
const programs = new Programs();
const runtime = join(programs.folder, "run/containers");
const HEARTBEAT_MS = 50;
const FLAGS = [...RECORDED_AGENT, `--http_heartbeat_interval=${HEARTBEAT_MS}ms`];
let master: Program;
let agent: Program;
let scheduler: LiveScheduler;
let task: string;

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, FLAGS);
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({ user: "root", name: "f", checkpoint: true, failover_timeout: 600 });
  const offer = await scheduler.offer();
  const resource = (name: string, value: number): object => ({
    ...{ name, type: "SCALAR", scalar: { value } },
    allocation_info: { role: "*" },
  });
  const tty_info = { window_size: { rows: 20, columns: 60 } };
  await scheduler.launch(offer, [
    {
      ...{ name: "shell", task_id: { value: "shell" }, agent_id: offer["agent_id"] },
      resources: [resource("cpus", 1), resource("mem", 64)],
      command: { value: "while read line; do echo said $line; done; sleep 1000" },
      ...(withoutTerminals ? {} : { container: { type: "MESOS", tty_info } }),
    },
  ]);
  const status = await scheduler.update("shell", "TASK_RUNNING");
  task = status["container_status"]?.["container_id"]?.["value"] ?? "";
});

afterAll(async () => {
  scheduler.close();
  await programs.close();
});

async function launch(id: string, command: string, more: object = {}): Promise<number> {
  const payload = { container_id: containerId(id), command: { value: command }, ...more };
  return (await callAgent(agent, { type: "LAUNCH_CONTAINER", launch_container: payload })).status;
}

function session(name: string, command: string): OutputStream {
  const container_id = containerId(`${task}.${name}`);
  const payload = { container_id, command: { value: command } };
  return new OutputStream(agent, {
    type: "LAUNCH_NESTED_CONTAINER_SESSION",
    launch_nested_container_session: payload,
  });
}

async function call(type: string, id: string, more: object = {}) {
  const payload = { container_id: containerId(id), ...more };
  return callAgent(agent, { type, [type.toLowerCase()]: payload });
}

function attached(id: string): Promise<OutputStream> {
  const payload = { container_id: containerId(id) };
  const attach = { type: "ATTACH_CONTAINER_OUTPUT", attach_container_output: payload };
  return new OutputStream(agent, attach).open();
}

async function shown(): Promise<readonly Json[]> {
  const get_containers = { show_nested: true, show_standalone: true };
  const reply = await callAgent(agent, { type: "GET_CONTAINERS", get_containers });
  return reply.json["get_containers"]?.["containers"] ?? [];
}

async function shownIds(): Promise<string[]> {
  const text = (id: Json | undefined): string =>
    id?.["parent"] === undefined
      ? String(id?.["value"])
      : `${text(id["parent"])}.${String(id["value"])}`;
  return (await shown()).map((each) => text(each["container_status"]?.["container_id"])).sort();
}

async function restart(): Promise<void> {
  await end(agent.process, "SIGKILL");
  agent = await programs.lone(master.address, FLAGS, agent.port);
  await until(async () => (await call("WAIT_CONTAINER", "nobody")).status === 404);
}

/** Processes that work below a folder. */
function processesIn(folder: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false; // It has just ended.
    }
  });
}

describe.skipIf(withoutTerminals)("a task with a terminal", () => {
  it("is attached to, with signs of life, before and after the agent's death", async () => {
    const output = await attached(task);
    const input = InputStream.to(agent, task);
    input.write("one\n");
    await output.shows("said one");
    const beats = (): Json[] => output.records.filter((record) => record["type"] === "CONTROL");
    await until(() => beats().length > 1);
    const interval = { nanoseconds: HEARTBEAT_MS * 1e6 };
    expect(beats()[0]?.["control"]).toEqual({ type: "HEARTBEAT", heartbeat: { interval } });
    await restart();
    expect(output.ended).toBe(false);
    await until(() => output.broken);
    const again = await attached(task);
    const more = InputStream.to(agent, task);
    more.write("two\n");
    await again.shows("said two");
    // What was said before is in the sandbox, not in this stream.
    expect(again.text()).not.toContain("one");
    more.close();
    again.close();
  });
});

describe("when the agent is killed", () => {
  it("standalone and nested containers go on, and sessions end", async () => {
    const resources = [{ name: "cpus", type: "SCALAR", scalar: { value: 0.5 } }];
    expect(await launch("alone", "sleep 1000", { resources })).toBe(200);
    expect(await launch("alone.in", "sleep 1000")).toBe(200);
    expect(await launch("short", "while [ ! -e go ]; do sleep 0.02; done")).toBe(200);
    expect(await launch(`${task}.nested`, "sleep 1000")).toBe(200);
    expect(await launch(`${task}.over`, "exit 5")).toBe(200);
    await call("WAIT_CONTAINER", `${task}.over`);
    const debug = session("debug", "echo ready; trap '' PIPE TERM HUP; while :; do sleep 1; done");
    await debug.shows("ready");
    const all = ["alone", "alone.in", "short", task, `${task}.debug`, `${task}.nested`].sort();
    expect(await shownIds()).toEqual(all);
    expect(existsSync(join(runtime, "alone/standalone.marker"))).toBe(true);
    expect(existsSync(join(runtime, "alone/config"))).toBe(true);
    const nested = join(runtime, task, "containers");
    expect(existsSync(join(nested, "debug/force_destroy_on_recovery"))).toBe(true);

    const debugPid = readFileSync(join(nested, "debug/pid"), "utf8");
    await restart();
    await until(() => !existsSync(`/proc/${debugPid}`));
    const left = ["alone", "alone.in", "short", task, `${task}.nested`].sort();
    await until(async () => JSON.stringify(await shownIds()) === JSON.stringify(left));
    const over = await call("WAIT_CONTAINER", `${task}.over`);
    expect(over.json["wait_container"]).toEqual({ exit_status: 1280 });
    const killed = await call("WAIT_CONTAINER", `${task}.debug`);
    expect(killed.json["wait_container"]).toEqual({ exit_status: 9 });
    const alone = (await shown()).find((each) => each["container_id"]?.["value"] === "alone");
    expect(alone?.["resource_statistics"]?.["cpus_soft_limit"]).toBe(0.5);
    expect(Number(alone?.["resource_statistics"]?.["mem_rss_bytes"])).toBeGreaterThan(0);
  });

  it("and a container ends meanwhile, its end is found", async () => {
    const sandbox = join(programs.folder, "agent/containers/short");
    await end(agent.process, "SIGKILL");
    const pid = readFileSync(join(runtime, "short/pid"), "utf8");
    process.kill(-Number(pid), "SIGTERM");
    await until(() => existsSync(join(runtime, "short/status")));
    await restart();
    expect((await call("WAIT_CONTAINER", "short")).status).toBe(404);
    await until(() => !existsSync(join(runtime, "short")));
    expect(existsSync(sandbox)).toBe(true);
    expect((await call("REMOVE_CONTAINER", "short")).status).toBe(200);
    expect(existsSync(sandbox)).toBe(false);
  });

  it("nothing is left behind when all has ended", async () => {
    await call("KILL_CONTAINER", "alone");
    await until(async () => (await call("WAIT_CONTAINER", "alone")).status === 404);
    await until(() => !existsSync(join(runtime, "alone")));
    expect((await call("REMOVE_CONTAINER", "alone")).status).toBe(200);
    const say = { kill: { task_id: { value: "shell" } } };
    await scheduler.say("KILL", say);
    await scheduler.update("shell", "TASK_KILLED");
    await until(() => readdirSync(runtime).length === 0);
    await until(() => processesIn(join(programs.folder, "agent")).length === 0);
    expect(readdirSync(join(programs.folder, "agent/containers"))).toEqual([]);
    expect(agent.output()).not.toMatch(/ (ERROR|FATAL)|^E\d{4}/m);
  });
});
