import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  AgentInfo,
  ExecutorInfo,
  encode,
  FrameworkInfo,
  internal,
  type Message,
  Task,
  type TaskStatus,
} from "@mesos-ts/protos";
import { PosixCheckpointStore } from "@mesos-ts/storage";
import { afterEach, beforeEach, expect, it } from "vitest";
import { AgentHost } from "./agent-process.test-support.ts";
import { AGENT_ID, FakeMaster, FRAMEWORK_ID, taskInfo } from "./fake-master.test-support.ts";

const CONTAINER = "2c21fe35-c28e-4490-822a-bb1a0d3c9d2e";
const AGENT_PATH = `slaves/${AGENT_ID}`;
const FRAMEWORK_PATH = `${AGENT_PATH}/frameworks/${FRAMEWORK_ID}`;
const EXECUTOR_PATH = `${FRAMEWORK_PATH}/executors/survivor`;
const RUN_PATH = `${EXECUTOR_PATH}/runs/${CONTAINER}`;
const IDS = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "survivor" } };

let master: FakeMaster;
/** Stands for the executor: it receives what the agent sends to it. */
let executor: FakeMaster;
let host: AgentHost;
let program: ChildProcess;
let store: PosixCheckpointStore;

function message(path: string, bytes: Uint8Array): void {
  store.apply({ type: "message", path, bytes });
}

function text(path: string, content: string): void {
  store.apply({ type: "text", path, text: content });
}

function link(path: string, to: string): void {
  store.apply({ type: "symlink", path, target: `${host.workDir}/meta/${to}` });
}

/** Writes what an Apache Mesos agent's `meta` holds while it runs a command task. */
function checkpoint(port: number, pid: number): void {
  const scalar = (name: string, value: number) =>
    ({ name, type: "SCALAR", scalar: { value }, role: "*" }) as const;
  const range = [{ begin: 31000, end: 32000 }];
  const info: AgentInfo = {
    hostname: "localhost",
    port,
    checkpoint: true,
    id: { value: AGENT_ID },
    resources: [
      ...[scalar("cpus", 4), scalar("mem", 4096), scalar("disk", 10240)],
      { name: "ports", type: "RANGES", ranges: { range }, role: "*" },
    ],
  };
  const framework = { user: "root", name: "f", id: IDS.framework_id, checkpoint: true };
  message(`${AGENT_PATH}/slave.info`, encode(AgentInfo, info));
  link("slaves/latest", AGENT_PATH);
  message(`${FRAMEWORK_PATH}/framework.info`, encode(FrameworkInfo, framework));
  text(`${FRAMEWORK_PATH}/framework.pid`, "@0.0.0.0:0");
  message(`${EXECUTOR_PATH}/executor.info`, encode(ExecutorInfo, IDS));
  text(`${EXECUTOR_PATH}/executor_generated_for_command_task`, "1");
  store.apply({ type: "mkdir", path: RUN_PATH });
  link(`${EXECUTOR_PATH}/runs/latest`, RUN_PATH);
  text(`${RUN_PATH}/pids/forked.pid`, String(pid));
  text(`${RUN_PATH}/pids/libprocess.pid`, executor.pid);
  checkpointTask();
}

function checkpointTask(): void {
  const task: Task = {
    name: "survivor",
    task_id: { value: "survivor" },
    framework_id: IDS.framework_id,
    agent_id: { value: AGENT_ID },
    state: "TASK_STAGING",
    resources: taskInfo({ id: "survivor" }).resources,
  };
  message(`${RUN_PATH}/tasks/survivor/task.info`, encode(Task, task));
  for (const [index, state] of (["TASK_STARTING", "TASK_RUNNING"] as const).entries()) {
    const uuid = new Uint8Array(16).fill(index + 1);
    const status: TaskStatus = { task_id: task.task_id, state, uuid, timestamp: 1 };
    const update = { ...IDS, agent_id: task.agent_id, status, timestamp: 1, uuid };
    const records: internal.StatusUpdateRecord[] = [
      { type: "UPDATE", update },
      { type: "ACK", uuid },
    ];
    for (const record of records) {
      const bytes = encode(internal.StatusUpdateRecord, record);
      store.apply({ type: "append", path: `${RUN_PATH}/tasks/survivor/task.updates`, bytes });
    }
  }
}

beforeEach(async () => {
  master = await FakeMaster.start();
  executor = await FakeMaster.start(0, "executor(1)");
  host = new AgentHost();
  program = spawn("sleep", ["1000"], { detached: true, stdio: "ignore" });
  store = new PosixCheckpointStore(`${host.workDir}/meta`);
  const port = await host.reservePort();
  checkpoint(port, program.pid ?? 0);
  store.close();
  const joined = host.join(master);
  await executor.message("ReconnectExecutorMessage");
  executor.agent = `slave(1)@127.0.0.1:${port}`;
  executor.send("ReregisterExecutorMessage", IDS as Message);
  await executor.message("ExecutorReregisteredMessage");
  await joined;
});
afterEach(async () => {
  program.kill("SIGKILL");
  await host.close();
  await executor.close();
  await master.close();
});

it("a task of an Apache Mesos agent is taken over with its executor", async () => {
  const { tasks } = await master.message<internal.ReregisterSlaveMessage>("ReregisterSlaveMessage");
  expect(tasks).toMatchObject([{ task_id: { value: "survivor" }, state: "TASK_RUNNING" }]);
  master.killTask("survivor");
  await executor.message("KillTaskMessage");
  const uuid = new Uint8Array(16).fill(9);
  const status = { task_id: { value: "survivor" }, state: "TASK_KILLED", uuid, message: "as told" };
  const update = { ...IDS, agent_id: { value: AGENT_ID }, status, timestamp: 2, uuid };
  executor.send("StatusUpdateMessage", { update } as Message);
  expect(await master.status("survivor", "TASK_KILLED")).toMatchObject({ message: "as told" });
  await executor.message("StatusUpdateAcknowledgementMessage");
});

it("the end of its executor's process is noticed", async () => {
  program.kill("SIGKILL");
  await once(program, "exit");
  expect(await master.status("survivor", "TASK_FAILED")).toMatchObject({
    source: "SOURCE_AGENT",
    reason: "REASON_EXECUTOR_TERMINATED",
  });
});

it("its executor is ended with its framework", async () => {
  const exited = once(program, "exit");
  master.send("ShutdownFrameworkMessage", { framework_id: IDS.framework_id } as Message);
  await executor.message("ShutdownExecutorMessage");
  await exited;
});
