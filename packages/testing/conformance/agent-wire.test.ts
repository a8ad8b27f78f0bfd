import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join as path } from "node:path";
import { AgentInfo, decode, encode } from "@mesos-ts/protos";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { end, freePort, getJson, type Program, Programs, until } from "./programs.ts";
import { type Json, renamed, timeless } from "./recordings.ts";
import { recordedMessages, type WireMessage, WirePeer } from "./wire-peer.ts";

/** Our agent between a recorded master and recorded executors: what it says, and in what order. */

const recorded = recordedMessages("wire/one-master.json");
const AGENT_ID = "c5c849c2-a945-48d2-a33b-6c146f84f4c4-S0";
const AGENT_PORT = 26051;
const FLAGS = [
  "--resources=cpus:4;mem:4096;disk:10240;ports:[31000-32000]",
  "--attributes=rack:r1",
  "--registration_backoff_factor=10ms",
];

/** The recorded message at a place of the recording. */
function at(place: number): WireMessage {
  const message = recorded[place];
  if (message === undefined) throw new Error(`no message at ${place}`);
  return message;
}

/** Recorded messages of one kind between two places. */
function between(first: number, last: number, name: string, to: string): WireMessage[] {
  return recorded
    .slice(first, last + 1)
    .filter((each): each is WireMessage => each?.name === name && each.to === to);
}

let programs: Programs;
let master: WirePeer;
let agent: Program;

beforeEach(async () => {
  programs = new Programs();
  master = await WirePeer.start(["master", "slave-observer(1)"]);
  master.answer = answer;
});

afterEach(async () => {
  await programs.close();
  await master.close();
});

/** What the recorded master answers at once; a scheduler acknowledges what it is told. */
function answer({ name, from, body }: WireMessage): void {
  const connection = { total_ping_timeout_seconds: 75 };
  if (name === "RegisterSlaveMessage") {
    const slave_id = { value: AGENT_ID };
    master.send("master", from, "SlaveRegisteredMessage", { slave_id, connection });
  } else if (name === "ReregisterSlaveMessage") {
    master.send("master", from, "SlaveReregisteredMessage", at(261).body as object);
  } else if (name === "StatusUpdateMessage") {
    const { slave_id, framework_id, status, uuid } = body["update"] as Record<string, Json>;
    master.send("master", from, "StatusUpdateAcknowledgementMessage", {
      slave_id,
      framework_id,
      task_id: status?.["task_id"],
      uuid,
    });
  }
}

async function join(flags: readonly string[] = []): Promise<void> {
  agent = await programs.lone(`127.0.0.1:${master.port}`, [...FLAGS, ...flags]);
  await master.message("UpdateSlaveMessage");
}

const agentPid = (): string => `slave(1)@127.0.0.1:${agent.port}`;

/** Ours with the recording's port and agent; random things of both are gone. */
function ours<T>(value: T): T {
  return timeless(
    renamed(value, [
      [new RegExp(`\\b${agent.port}\\b`, "g"), String(AGENT_PORT)],
      [/"value":"[\w+/]{22}=="/g, '"value":"UUID"'],
    ]),
  );
}

function theirs<T>(value: T): T {
  return timeless(renamed(value, [[/"value":"[\w+/]{22}=="/g, '"value":"UUID"']]));
}

const bodies = (messages: readonly WireMessage[]): Json[] => messages.map(({ body }) => body);

describe("registration", () => {
  it("registers, tells its resources, and answers pings, as recorded", async () => {
    await join();
    master.send("slave-observer(1)", agentPid(), "PingSlaveMessage", { connected: true });
    const pong = await master.message("PongSlaveMessage");
    const [first] = await master.messages("RegisterSlaveMessage");
    expect(ours(first?.body)).toEqual(theirs(at(0).body));
    expect(first?.to).toBe("master");
    expect(first?.from).toBe(agentPid());
    expect(ours(bodies(await master.messages("UpdateSlaveMessage")))).toEqual([theirs(at(4).body)]);
    expect([pong.to, pong.body]).toEqual([at(3).to, at(3).body]);
  });

  it("registers again until a master answers, with the same message", async () => {
    master.answer = () => undefined;
    agent = await programs.lone(`127.0.0.1:${master.port}`, FLAGS);
    const [one, ...more] = await master.messages("RegisterSlaveMessage", 3);
    for (const each of more) expect(each).toEqual(one);
  });

  it("says goodbye on SIGUSR1", async () => {
    await join();
    await end(agent.process, "SIGUSR1");
    expect((await master.message("UnregisterSlaveMessage")).body).toEqual(at(296).body);
  });
});

describe("a command task", () => {
  /** The recorded task as the master sends it. */
  async function run(): Promise<void> {
    const { framework, task } = at(10).body as Record<string, Json>;
    await join();
    master.send("master", agentPid(), "RunTaskMessage", {
      framework,
      framework_id: framework?.["id"],
      pid: "@0.0.0.0:0",
      task,
      launch_executor: true,
    });
  }

  it("reaches the master with the recorded updates", async () => {
    await run();
    const updates = await master.messages("StatusUpdateMessage", 3);
    const expected = [at(12), at(17), at(20)];
    // A task this short may have ended before its earlier updates leave.
    const unhurried = (messages: readonly Json[]): unknown =>
      renamed(messages, [[/"latest_state":"\w+"/g, '"latest_state":"TASK_ANY"']]);
    expect(unhurried(ours(bodies(updates)))).toEqual(unhurried(theirs(bodies(expected))));
    // Masters do not know the executors of command tasks, so none is told to have ended.
    expect(master.received.map(({ name }) => name)).not.toContain("ExitedExecutorMessage");
  });
});

describe("an operation", () => {
  it("is applied, and its status told", async () => {
    await join();
    const update = await master.message("UpdateSlaveMessage");
    const call = at(149).body;
    const { framework_id, operation_uuid } = at(150).body as Record<string, Json>;
    master.send("master", agentPid(), "ApplyOperationMessage", {
      framework_id,
      operation_info: call["accept"]?.["operations"]?.[0],
      operation_uuid,
      resource_version_uuid: { resource_provider_id: undefined, ...resourceVersion(update) },
    });
    const told = await master.message("UpdateOperationStatusMessage");
    expect(ours(told.body)).toEqual(theirs(at(150).body));
    expect(told.body["operation_uuid"]).toEqual(operation_uuid);
  });

  function resourceVersion(update: WireMessage): object {
    return { uuid: update.body["resource_version_uuid"] };
  }
});

describe("a libprocess executor", () => {
  const EXECUTOR_COMMAND = "/usr/libexec/mesos/examples/test-executor";
  let executor: WirePeer;

  beforeEach(async () => {
    executor = await WirePeer.start(["executor(1)"]);
  });

  afterEach(() => executor.close());

  const executorPid = (): string => `executor(1)@127.0.0.1:${executor.port}`;

  /** The recorded task; in place of the recorded program, one that waits. */
  function runTask(place: number, framework: WireMessage): void {
    const body = renamed(at(place).body, [[EXECUTOR_COMMAND, "exec sleep 1000"]]);
    master.send("master", agentPid(), "RunTaskMessage", {
      ...(body as object),
      framework_id: framework.body["framework"]?.["id"],
      launch_executor: place === 29,
    });
  }

  it("hears and tells what was recorded, in the recorded order", async () => {
    await join(["--executor_shutdown_grace_period=200ms"]);
    for (const place of [29, 30, 31, 32]) runTask(place, at(29));
    await untilStarted();
    executor.send("executor(1)", agentPid(), "RegisterExecutorMessage", at(27).body as object);
    await executor.messages("RunTaskMessage", 4);
    const heard = renamed(ours(executor.received), [["exec sleep 1000", EXECUTOR_COMMAND]]);
    expect(heard.map(({ name }) => name)).toEqual([28, 29, 30, 31, 32].map((one) => at(one).name));
    expect(bodies(heard)).toEqual(theirs([28, 29, 30, 31, 32].map((one) => at(one).body)));

    executor.received.length = 0;
    for (let place = 33; place <= 40; place += 1) sendUpdate(place);
    const acknowledged = await executor.messages("StatusUpdateAcknowledgementMessage", 8);
    const order = between(33, 59, "StatusUpdateAcknowledgementMessage", "executor(1)");
    expect(sorted(bodies(acknowledged))).toEqual(sorted(bodies(order)));
    const told = await master.messages("StatusUpdateMessage", 8);
    const recordedUpdates = between(33, 66, "StatusUpdateMessage", "master");
    expect(perTask(bodies(told))).toEqual(perTask(bodies(recordedUpdates)));

    const framework_id = at(29).body["framework"]?.["id"];
    master.send("master", agentPid(), "ShutdownFrameworkMessage", { framework_id });
    expect((await executor.message("ShutdownExecutorMessage")).body).toEqual(at(86).body);
    // It does not go by itself, so it is killed when its time is over.
    expect((await master.message("ExitedExecutorMessage")).body).toEqual(at(208).body);
  });

  /** Updates by task, without what a fresh container makes different. */
  function perTask(messages: readonly Json[]): Record<string, Json[]> {
    const tasks: Record<string, Json[]> = {};
    for (const message of messages) {
      const id = message["update"]?.["status"]?.["task_id"]?.["value"] ?? "";
      tasks[id] ??= [];
      tasks[id].push(
        renamed(ours(message), [[/"latest_state":"\w+"/g, '"latest_state":"TASK_ANY"']]),
      );
    }
    return tasks;
  }

  const sorted = (messages: readonly Json[]): string[] =>
    messages.map((message) => JSON.stringify(message)).sort();

  function sendUpdate(place: number): void {
    const body = at(place).body as object;
    executor.send("executor(1)", agentPid(), "StatusUpdateMessage", {
      ...body,
      pid: executorPid(),
    });
  }

  /** Registration is refused before the container runs: the agent's own view tells. */
  async function untilStarted(): Promise<void> {
    await until(async () => {
      const containers = await getJson<Json[]>(agent, "/containers");
      return containers.some((each) => each["status"]?.["executor_pid"] !== undefined);
    });
  }
});

describe("the checkpoints of an Apache Mesos agent", () => {
  const SURVIVOR = "executor(1)@127.0.0.1:36601";

  it("bring back its task and its executor", async () => {
    const executor = await WirePeer.start(["executor(1)"]);
    // Stands for the recorded executor's process.
    const process = spawn("sleep", ["1000"], { stdio: "ignore", detached: true });
    try {
      await once(process, "spawn");
      const port = await freePort();
      unpack(port, `executor(1)@127.0.0.1:${executor.port}`, process.pid ?? 0);
      agent = await programs.lone(`127.0.0.1:${master.port}`, FLAGS, port);
      const reconnect = await executor.message("ReconnectExecutorMessage");
      expect(reconnect.body["slave_id"]).toEqual({ value: AGENT_ID });
      executor.send("executor(1)", agentPid(), "ReregisterExecutorMessage", {
        ...(at(259).body as object),
      });
      const message = await master.message("ReregisterSlaveMessage");
      expect(ours(message.body)).toEqual(theirs(at(260).body));
      expect(ours(bodies(await master.messages("UpdateSlaveMessage")))).toEqual([
        theirs(at(263).body),
      ]);
      master.send("master", agentPid(), "UpdateFrameworkMessage", at(285).body as object);
      executor.send("executor(1)", agentPid(), "StatusUpdateMessage", {
        ...(at(292).body as object),
        pid: `executor(1)@127.0.0.1:${executor.port}`,
      });
      const told = await master.message("StatusUpdateMessage");
      expect(ours(told.body)).toEqual(theirs(at(293).body));
    } finally {
      process.kill("SIGKILL");
      await executor.close();
    }
  });

  /** The archive as the agent of this folder would have written it, with a live executor. */
  function unpack(port: number, executorPid: string, forkedPid: number): void {
    const workDir = path(programs.folder, "agent");
    mkdirSync(workDir, { recursive: true });
    const archive = path(import.meta.dirname, "../fixtures/disk/agent-meta.tar");
    execFileSync("tar", ["xf", archive, "-C", workDir]);
    for (const file of filesBelow(workDir)) {
      if (lstatSync(file).isSymbolicLink()) {
        const target = readlinkSync(file);
        rmSync(file);
        symlinkSync(target.replace("/var/lib/mesos/agent", workDir), file);
      } else if (file.endsWith("/slave.info")) {
        writeFileSync(file, withPort(readFileSync(file), port));
      } else if (file.endsWith("/libprocess.pid")) {
        expect(readFileSync(file, "utf8")).toBe(SURVIVOR);
        writeFileSync(file, executorPid);
      } else if (file.endsWith("/forked.pid")) {
        writeFileSync(file, String(forkedPid));
      } else if (file.endsWith("/boot_id")) {
        writeFileSync(file, readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
      }
    }
  }

  /** A checkpointed message has its length before it. */
  function withPort(record: Buffer, port: number): Buffer {
    const info = decode(AgentInfo, record.subarray(4, 4 + record.readUInt32LE(0)));
    const bytes = encode(AgentInfo, { ...info, port });
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    return Buffer.concat([length, bytes]);
  }

  function filesBelow(folder: string): string[] {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => path(entry.parentPath, entry.name));
  }
});
