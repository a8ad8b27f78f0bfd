import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import { decode, encode, type Offer, scheduler, type TaskStatus } from "@mesos-ts/protos";
import { parseResources, type Resources } from "@mesos-ts/resources";
import { executeFlags, loadFlags } from "@mesos-ts/runtime";
import { describe, expect, it } from "vitest";
import { type Action, CommandScheduler } from "./command-scheduler.ts";
import { type Plan, readPlan } from "./plan.ts";
import { takeResources } from "./take-resources.ts";

interface Recorded {
  readonly body_hex?: string;
}

const fixture = (name: string) =>
  readFileSync(new URL(`../../../testing/fixtures/${name}`, import.meta.url), "utf8");
const wire = JSON.parse(fixture("wire/one-master.json")) as readonly Recorded[];
const recordedCall = (index: number) => Buffer.from(wire[index]?.body_hex ?? "", "hex");

/** Where mesos-execute's own calls are in the recording. */
const SUBSCRIBE = 5;
const ACCEPT = 7;
const ACKNOWLEDGE = 14;

function flags(args: readonly string[]) {
  const loaded = loadFlags(executeFlags, {
    args: ["--master=127.0.0.1:5050", ...args],
    environment: {},
    prefix: undefined,
    readFile: () => ({ type: "error", error: "none" }),
  });
  if (loaded.type === "error") throw new Error(loaded.error);
  return loaded.value.values;
}

function plan(...args: readonly string[]): Plan {
  const read = readPlan(flags(args), "root");
  if (read.type === "error") throw new Error(read.error.text);
  return read.value;
}

function resources(text: string): Resources {
  const parsed = parseResources(text, "*");
  if (parsed.type === "error") throw new Error(parsed.error);
  return parsed.value;
}

function offer(text: string, id = "O0"): Offer {
  return {
    id: { value: id },
    framework_id: { value: "F" },
    agent_id: { value: "S0" },
    hostname: "h",
    resources: [...resources(text).allocated("*").items],
  };
}

const subscribed: scheduler.Event = {
  type: "SUBSCRIBED",
  subscribed: { framework_id: { value: "F" } },
};
const offers = (...all: Offer[]): scheduler.Event => ({ type: "OFFERS", offers: { offers: all } });
const update = (status: Partial<TaskStatus>): scheduler.Event => ({
  type: "UPDATE",
  update: { status: { task_id: { value: "t" }, state: "TASK_RUNNING", ...status } },
});
const prints = (actions: readonly Action[]) =>
  actions.flatMap((action) => (action.type === "print" ? [action.text] : []));
const calls = (actions: readonly Action[]) =>
  actions.flatMap((action) => (action.type === "call" ? [action.call] : []));

const ECHO = ["--name=echo-test", '--command=echo "Hello, World"'];

describe("a command", () => {
  it("is subscribed for, launched and acknowledged with the recorded bytes", () => {
    const commands = new CommandScheduler(plan(...ECHO));
    expect(encode(scheduler.Call, commands.subscribe())).toEqual(recordedCall(SUBSCRIBE));

    const accept = decode(scheduler.Call, recordedCall(ACCEPT));
    const frameworkId = accept.framework_id?.value ?? "";
    const offerId = accept.accept?.offer_ids?.[0]?.value ?? "";
    const agentId = frameworkId.replace("-0000", "-S0");
    commands.receive({
      type: "SUBSCRIBED",
      subscribed: { framework_id: { value: frameworkId } },
    });
    const launched = commands.receive(
      offers({
        ...offer("cpus:4;mem:4096;disk:10240;ports:[31000-32000]", offerId),
        agent_id: { value: agentId },
      }),
    );
    const [call = {}] = calls(launched);
    expect(encode(scheduler.Call, call)).toEqual(recordedCall(ACCEPT));

    const recorded = decode(scheduler.Call, recordedCall(ACKNOWLEDGE)).acknowledge;
    const acknowledged = commands.receive(
      update({
        task_id: { value: "echo-test" },
        agent_id: { value: agentId },
        uuid: recorded?.uuid,
      }),
    );
    const [acknowledge = {}] = calls(acknowledged);
    expect(encode(scheduler.Call, acknowledge)).toEqual(recordedCall(ACKNOWLEDGE));
  });

  it("prints the recorded lines and ends", () => {
    const lines = fixture("cli/execute.out").trimEnd().split("\n");
    const id = "c5c849c2-a945-48d2-a33b-6c146f84f4c4";
    const commands = new CommandScheduler(plan(...ECHO));
    const task_id = { value: "echo-test" };
    const source = "SOURCE_EXECUTOR";
    const actions = [
      { type: "SUBSCRIBED", subscribed: { framework_id: { value: `${id}-0000` } } } as const,
      offers({ ...offer("cpus:4;mem:4096"), agent_id: { value: `${id}-S0` } }),
      update({ task_id, source, state: "TASK_STARTING" }),
      update({ task_id, source, state: "TASK_RUNNING" }),
      update({
        task_id,
        source,
        state: "TASK_FINISHED",
        message: "Command exited with status 0",
      }),
    ].flatMap((event) => commands.receive(event));
    expect(prints(actions)).toEqual(lines);
    expect(actions.at(-1)).toEqual({ type: "exit", code: 0 });
  });

  it("declines what is too little, and everything once it is launched", () => {
    const commands = new CommandScheduler(plan(...ECHO));
    commands.receive(subscribed);
    const types = (event: scheduler.Event) => calls(commands.receive(event)).map((c) => c.type);
    expect(types(offers(offer("cpus:0.5;mem:4096")))).toEqual(["DECLINE", "SUPPRESS"]);
    expect(types(offers(offer("cpus:1;mem:128", "a"), offer("cpus:9;mem:9999", "b")))).toEqual([
      "ACCEPT",
      "DECLINE",
      "SUPPRESS",
    ]);
  });

  it("subscribes again under its id", () => {
    const commands = new CommandScheduler(plan(...ECHO));
    commands.receive(subscribed);
    expect(commands.subscribe().framework_id?.value).toBe("F");
    expect(commands.subscribe().subscribe?.framework_info.id?.value).toBe("F");
  });

  it("is killed after a while", () => {
    const commands = new CommandScheduler(plan(...ECHO, "--kill_after=2secs"));
    commands.receive(subscribed);
    const actions = commands.receive(update({ agent_id: { value: "S0" } }));
    expect(actions.at(-1)).toEqual({
      type: "call-later",
      delayMs: 2000,
      text: "Asked to kill task 't' on agent 'S0'",
      call: {
        framework_id: { value: "F" },
        type: "KILL",
        kill: { task_id: { value: "t" }, agent_id: { value: "S0" } },
      },
    });
  });

  it("shows all that a status says", () => {
    const commands = new CommandScheduler(plan(...ECHO));
    const shown = prints(
      commands.receive(
        update({
          state: "TASK_FAILED",
          reason: "REASON_COMMAND_EXECUTOR_FAILED",
          healthy: false,
          check_status: { type: "COMMAND", command: { exit_code: 2 } },
          limitation: { resources: [...resources("mem:32").items] },
        }),
      ),
    );
    expect(shown).toEqual([
      "Received status update TASK_FAILED for task 't'",
      "  reason: REASON_COMMAND_EXECUTOR_FAILED",
      "  healthy?: 0",
      "  check status: COMMAND exit code 2",
      "  resource limit violation: mem:32",
    ]);
  });

  it("gives up on an ERROR event", () => {
    const commands = new CommandScheduler(plan(...ECHO));
    expect(commands.receive({ type: "ERROR", error: { message: "no" } })).toEqual([
      { type: "exit", code: 1, error: "Received an ERROR event: no" },
    ]);
  });
});

it("launches a task group with the default executor and waits for all of it", () => {
  const task = (name: string) => ({
    name,
    task_id: { value: name },
    resources: [{ name: "cpus", type: "SCALAR", scalar: { value: 1 } }],
  });
  const group = JSON.stringify({ tasks: [task("a"), task("b")] });
  const commands = new CommandScheduler(plan(`--task_group=${group}`));
  commands.receive(subscribed);
  expect(calls(commands.receive(offers(offer("cpus:1.5")))).map((c) => c.type)).toEqual([
    "DECLINE",
    "SUPPRESS",
  ]);
  const launched = commands.receive(offers(offer("cpus:4;mem:99;disk:99")));
  expect(prints(launched)).toEqual(["Submitted task group with tasks [ a, b ] to agent 'S0'"]);
  const operation = calls(launched)[0]?.accept?.operations?.[0];
  expect(operation?.type).toBe("LAUNCH_GROUP");
  expect(operation?.launch_group?.executor).toMatchObject({
    type: "DEFAULT",
    executor_id: { value: "default-executor" },
    framework_id: { value: "F" },
  });
  const ends = (id: string) =>
    commands.receive(update({ task_id: { value: id }, state: "TASK_FINISHED" })).at(-1)?.type;
  expect(ends("a")).toBe("print");
  expect(ends("b")).toBe("exit");
});

describe("the flags", () => {
  it.each([
    [[], "Missing required option --name"],
    [["--name=x"], "Missing required option --command"],
    [["--name=x", "--task={}"], "can only be set when both '--task' and '--task_group'"],
    [["--task={}", "--task_group={}"], "Either task or task group should be set but not both"],
    [["--task={}"], "Failed to read --task: Missing required fields: name, task_id"],
    [["--task_group={}"], "it has no tasks"],
    [[...ECHO, "--resources=cpus"], "Failed to parse resources 'cpus'"],
    [[...ECHO, "--framework_capabilities=NOPE"], "unknown capability 'NOPE'"],
    [[...ECHO, "--framework_capabilities=MULTI_ROLE"], "unsupported capability 'MULTI_ROLE'"],
  ])("%j are refused", (args, text) => {
    const read = readPlan(flags(args), "root");
    if (read.type === "ok") throw new Error("taken");
    expect(read.error.text).toContain(text);
  });

  it("make the command, its environment and its framework", () => {
    const made = plan(
      "--name=x",
      "--no-shell",
      '--env={"A": "1"}',
      "--role=dev",
      "--checkpoint",
      "--no-partition_aware",
      "--framework_capabilities=GPU_RESOURCES",
    );
    expect(made.framework).toMatchObject({ role: "dev", checkpoint: true, user: "root" });
    expect(made.framework.capabilities?.map(({ type }) => type)).toEqual([
      "RESERVATION_REFINEMENT",
      "TASK_KILLING_STATE",
      "REVOCABLE_RESOURCES",
      "GPU_RESOURCES",
    ]);
    const command = made.work.type === "task" ? made.work.task.command : undefined;
    expect(command).toEqual({
      shell: false,
      environment: { variables: [{ name: "A", value: "1" }] },
    });
  });
});

describe("taking resources", () => {
  it("takes a role's own first, then what is free", () => {
    const taken = takeResources(
      resources("cpus(dev):1;cpus:4;mem:100"),
      resources("cpus:3;mem:64"),
      "dev",
    );
    expect(taken?.reserved("dev").scalar("cpus")).toBe(1);
    expect(taken?.unreserved().scalar("cpus")).toBe(2);
    expect(taken?.unreserved().scalar("mem")).toBe(64);
  });

  it("leaves what is reserved for others", () => {
    expect(takeResources(resources("cpus(x):4"), resources("cpus:1"), "dev")).toBeUndefined();
    expect(takeResources(resources("cpus(x):4"), resources("cpus:1"), "*")).toBeUndefined();
  });

  it("takes ranges as they are wanted", () => {
    const offered = resources("ports:[31000-32000]");
    const taken = takeResources(offered, resources("ports:[31005-31006]"), "*");
    expect(taken?.toString()).toBe("ports:[31005-31006]");
    expect(takeResources(offered, resources("ports:[1-2]"), "*")).toBeUndefined();
  });
});
