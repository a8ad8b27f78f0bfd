import type { agent as api } from "@mesos-ts/protos";
import { beforeEach, describe, expect, it } from "vitest";
import type { AgentEffect, RecoveredContainer, Reply } from "../contract.ts";
import { containerIdOf } from "../state.ts";
import { AGENT_ID, AgentBench, config, FRAMEWORK_ID, only, recovered } from "../testing.ts";
import { containerViews, operatorRead, pendingJson } from "../views/index.ts";
import { findLive } from "./directory.ts";

let bench: AgentBench;
let requests: number;
/** A command task's container. */
let task: string;

beforeEach(() => {
  bench = new AgentBench().registered();
  requests = 0;
  task = only(
    bench.runTask({ id: "t", command: { value: "sleep 100", user: "ann" } }),
    "start-container",
  )[0]?.spec.containerId as string;
  bench.deliver(bench.step({ type: "container-started", containerId: task, pid: 100 }));
});

function ask(type: string, id: string, more: object = {}): AgentEffect[] {
  requests += 1;
  const payload = { container_id: containerIdOf(id), ...more };
  const call = { type, [type.toLowerCase()]: payload } as api.Call;
  return bench.step({ type: "operator-call", requestId: requests, call });
}

const launch = (id: string, more: object = {}): AgentEffect[] =>
  ask("LAUNCH_CONTAINER", id, { command: { value: "true" }, ...more });

const session = (id: string, more: object = {}): AgentEffect[] =>
  ask("LAUNCH_NESTED_CONTAINER_SESSION", id, { command: { value: "sh" }, ...more });

const started = (containerId: string): AgentEffect[] =>
  bench.step({ type: "container-started", containerId, pid: 7 });

const exited = (containerId: string, code = 0): AgentEffect[] =>
  bench.step({ type: "container-exited", containerId, status: { type: "exited", code } });

/** Answers in the effects, by request. */
const replies = (effects: readonly AgentEffect[]): Record<number, Reply> =>
  Object.fromEntries(only(effects, "reply").map(({ requestId, reply }) => [requestId, reply]));

const ids = (effects: readonly AgentEffect[], type: "destroy-container" | "forget-container") =>
  only(effects, type).map(({ containerId }) => containerId);

const OK = { type: "ok" };
const end = (exit_status: number): Reply => ({
  type: "ok",
  response: { type: "WAIT_CONTAINER", wait_container: { exit_status } },
});

describe("a nested container", () => {
  it("runs below its parent's sandbox, as its parent's user, and is answered when it runs", () => {
    const id = `${task}.n`;
    const effects = launch(id, {
      command: {
        value: "x",
        uris: [{ value: "/u" }],
        environment: { variables: [{ name: "A", value: "1" }] },
      },
    });
    const [start] = only(effects, "start-container");
    const sandbox = start?.spec.sandbox ?? "";
    expect(sandbox).toMatch(new RegExp(`/runs/${task}/containers/n$`));
    expect(start?.spec).toMatchObject({
      containerId: id,
      user: "ann",
      workingFolder: sandbox,
      environment: { MESOS_SANDBOX: sandbox, A: "1" },
      uris: [{ value: "/u" }],
      command: { shell: true, value: "x" },
    });
    expect(Object.keys(start?.spec.environment ?? {})).toHaveLength(2);
    expect(start?.spec.interaction).toBeUndefined();
    expect(Object.keys(start?.spec.notes ?? {})).toEqual(["config"]);
    expect(only(effects, "make-sandbox")).toMatchObject([{ path: sandbox, user: "ann" }]);
    expect(replies(effects)).toEqual({});
    expect(pendingJson(bench.agent.context)).toBe(
      `{"pending":[{"operation":"launch","args":{"containerId":"${id}"}}]}`,
    );
    expect(replies(started(id))).toEqual({ 1: OK });
    expect(pendingJson(bench.agent.context)).toBe('{"pending":[]}');
    expect(replies(launch(id))).toEqual({ 2: { type: "accepted" } });
  });

  it("keeps its own user, and shares folders with its parent", () => {
    const source = (type: string) => ({ type: "SANDBOX_PATH", sandbox_path: { type, path: "s" } });
    const volumes = [
      { container_path: "a", source: source("PARENT") },
      { container_path: "b", source: source("SELF") },
      { container_path: "c", host_path: "rel" },
      { container_path: "d", source: { type: "HOST_PATH", host_path: { path: "/abs" } } },
    ];
    const command = { value: "/bin/x", shell: false, arguments: ["x", "y"], user: "bob" };
    const effects = launch(`${task}.n`, { command, container: { type: "MESOS", volumes } });
    const [start] = only(effects, "start-container");
    const own = start?.spec.sandbox ?? "";
    const above = own.slice(0, -"/containers/n".length);
    expect(start?.spec.user).toBe("bob");
    expect(start?.spec.command).toEqual({ shell: false, file: "/bin/x", args: ["x", "y"] });
    expect(start?.spec.links).toEqual([
      { path: `${own}/a`, target: `${above}/s`, createTarget: true },
      { path: `${own}/b`, target: `${own}/s`, createTarget: true },
      { path: `${own}/c`, target: `${own}/rel`, createTarget: true },
      { path: `${own}/d`, target: "/abs", createTarget: false },
    ]);
  });

  it("tells its end to all who wait, then and later, until it is removed", () => {
    const id = `${task}.n`;
    launch(id);
    started(id);
    expect(replies(ask("WAIT_CONTAINER", id))).toEqual({});
    expect(replies(ask("WAIT_NESTED_CONTAINER", id))).toEqual({});
    const effects = exited(id, 4);
    expect(replies(effects)).toEqual({
      2: end(1024),
      3: {
        type: "ok",
        response: { type: "WAIT_NESTED_CONTAINER", wait_nested_container: { exit_status: 1024 } },
      },
    });
    // What it left behind goes.
    expect(ids(effects, "destroy-container")).toEqual([id]);
    expect(replies(ask("WAIT_CONTAINER", id))).toEqual({ 4: end(1024) });
    expect(replies(launch(id))).toMatchObject({ 5: { status: 400 } });
    expect(replies(ask("KILL_CONTAINER", id))).toEqual({
      6: {
        type: "refused",
        status: 404,
        text: `Container '${id}' cannot be found (or is already killed)`,
      },
    });
    const removal = ask("REMOVE_CONTAINER", id);
    expect(ids(removal, "forget-container")).toEqual([id]);
    const [{ path = "" } = {}] = only(removal, "remove-path");
    expect(path).toMatch(/containers\/n$/);
    expect(replies(removal)).toEqual({});
    expect(replies(bench.step({ type: "path-removed", path, error: undefined }))).toEqual({
      7: OK,
    });
    expect(replies(ask("WAIT_CONTAINER", id))).toMatchObject({ 8: { status: 404 } });
    expect(replies(ask("REMOVE_CONTAINER", id))).toEqual({ 9: OK });
  });

  it("says when its sandbox cannot be removed", () => {
    const id = `${task}.n`;
    launch(id);
    started(id);
    exited(id);
    const [{ path = "" } = {}] = only(ask("REMOVE_CONTAINER", id), "remove-path");
    expect(replies(bench.step({ type: "path-removed", path, error: "no" }))).toEqual({
      2: { type: "refused", status: 500, text: "Failed to remove the sandbox directory: no" },
    });
  });

  it("answers nobody who has left", () => {
    const id = `${task}.n`;
    launch(id);
    started(id);
    ask("WAIT_CONTAINER", id);
    bench.step({ type: "request-closed", requestId: 2 });
    expect(replies(exited(id))).toEqual({});
  });

  it("gets a signal alone, by default SIGKILL", () => {
    const id = `${task}.n`;
    launch(id);
    started(id);
    expect(only(ask("KILL_CONTAINER", id, { signal: 10 }), "signal-container")).toEqual([
      { type: "signal-container", containerId: id, signal: 10, scope: "init" },
    ]);
    expect(only(ask("KILL_NESTED_CONTAINER", id), "signal-container")).toMatchObject([
      { signal: 9 },
    ]);
    expect(replies(ask("KILL_CONTAINER", id, { signal: 99 }))).toEqual({
      4: {
        type: "refused",
        status: 500,
        text: "Unable to send signal to container: Invalid argument",
      },
    });
  });

  it("is destroyed instead while it has no process, and cannot be a parent then", () => {
    const id = `${task}.n`;
    launch(id);
    const kill = ask("KILL_CONTAINER", id);
    expect(ids(kill, "destroy-container")).toEqual([id]);
    expect(replies(kill)).toEqual({ 2: OK });
    expect(replies(launch(`${id}.m`))).toEqual({
      3: {
        type: "refused",
        status: 400,
        text: `Parent container ${id} is in 'DESTROYING' state`,
      },
    });
    ask("WAIT_CONTAINER", id);
    const reason = "fetch was aborted";
    expect(replies(bench.step({ type: "container-failed", containerId: id, reason }))).toEqual({
      1: { type: "refused", status: 400, text: reason },
      4: { type: "refused", status: 404, text: `Container ${id} cannot be found` },
    });
  });

  it("ends with its parent, at any depth, and is forgotten before it", () => {
    const [one, two] = [`${task}.one`, `${task}.one.two`];
    for (const id of [one, two]) {
      launch(id);
      started(id);
    }
    ask("WAIT_CONTAINER", two);
    const effects = exited(task);
    expect(ids(effects, "destroy-container").sort()).toEqual([one, two].sort());
    bench.deliver(effects);
    expect(replies(exited(two, 1))).toEqual({ 3: end(256) });
    // The task is acknowledged, but the runtime forgets its container after those in it.
    expect(ids(exited(one, 1), "forget-container")).toEqual([two, one, task]);
  });

  it("has limits that are shown", () => {
    const id = `${task}.n`;
    launch(id, {
      resources: [
        { name: "cpus", type: "SCALAR", scalar: { value: 0.5 } },
        { name: "mem", type: "SCALAR", scalar: { value: 32 } },
      ],
      limits: { cpus: { value: 2 }, mem: { value: 64 } },
    });
    started(id);
    const usage = { timestamp: 1, mem_rss_bytes: 5 };
    const views = containerViews(bench.agent.context, () => usage, { showNested: true });
    expect(views.at(-1)).toEqual({
      containerId: id,
      executor: undefined,
      status: { container_id: containerIdOf(id), executor_pid: 7 },
      statistics: {
        ...usage,
        cpus_soft_limit: 0.5,
        cpus_limit: 2,
        mem_soft_limit_bytes: 33_554_432,
        mem_limit_bytes: 67_108_864,
      },
    });
    const call = { type: "GET_CONTAINERS", get_containers: { show_standalone: true } } as const;
    const extras = { version: { version: "x" }, usageOf: () => undefined };
    const read = operatorRead(bench.agent.context, call, extras);
    expect(read?.get_containers?.containers).toHaveLength(1);
  });
});

describe("a session", () => {
  it("works where its parent does, with its environment, and can be attached to", () => {
    const id = `${task}.s`;
    const [start] = only(session(id), "start-container");
    const sandbox = start?.spec.sandbox ?? "";
    const above = sandbox.slice(0, -"/containers/s".length);
    expect(start?.spec.workingFolder).toBe(above);
    expect(start?.spec.environment).toMatchObject({ MESOS_SANDBOX: above, MESOS_EXECUTOR_ID: "t" });
    expect(start?.spec.interaction).toEqual({});
    expect(Object.keys(start?.spec.notes ?? {})).toEqual(["config", "force_destroy_on_recovery"]);
  });

  it("gets a terminal when it asks for one", () => {
    const container = { type: "MESOS", tty_info: { window_size: { rows: 2, columns: 3 } } };
    const [start] = only(session(`${task}.s`, { container }), "start-container");
    expect(start?.spec.interaction).toEqual({ terminal: { rows: 2, columns: 3 } });
    const [plain] = only(
      launch(`${task}.n`, { container: { type: "MESOS", tty_info: {} } }),
      "start-container",
    );
    expect(plain?.spec.interaction).toEqual({ terminal: { rows: 0, columns: 0 } });
  });

  it("ends with its connection, once", () => {
    const id = `${task}.s`;
    session(id);
    started(id);
    const closed = { type: "session-closed", containerId: id } as const;
    expect(ids(bench.step(closed), "destroy-container")).toEqual([id]);
    expect(bench.step(closed)).toEqual([]);
    exited(id);
    expect(bench.step(closed)).toEqual([]);
  });

  it("ends when its client leaves before it runs", () => {
    const id = `${task}.s`;
    session(id);
    const effects = bench.step({ type: "request-closed", requestId: 1 });
    expect(ids(effects, "destroy-container")).toEqual([id]);
    expect(ids(started(id), "destroy-container")).toEqual([id]);
  });
});

describe("a standalone container", () => {
  it("has a sandbox of its own that is shown, collected, and needed again", () => {
    const effects = launch("alone");
    expect(only(effects, "start-container")[0]?.spec).toMatchObject({
      sandbox: "/w/containers/alone",
      user: undefined,
    });
    expect(only(effects, "attach-path")).toMatchObject([{ path: "/w/containers/alone" }]);
    started("alone");
    expect(ids(exited("alone"), "forget-container")).toEqual(["alone"]);
    expect(replies(ask("WAIT_CONTAINER", "alone"))).toEqual({
      2: { type: "refused", status: 404, text: "Container alone cannot be found" },
    });
    expect(only(bench.pass(config.gcDelayMs * 2), "remove-path")).toEqual([
      { type: "remove-path", path: "/w/containers/alone" },
    ]);
    launch("again");
    started("again");
    exited("again");
    launch("again");
    expect(only(bench.pass(config.gcDelayMs * 2), "remove-path")).toEqual([]);
  });

  it("is removed when it has ended, not before", () => {
    launch("alone");
    expect(replies(ask("REMOVE_CONTAINER", "alone"))).toEqual({
      2: { type: "refused", status: 500, text: "Container has not terminated yet" },
    });
    started("alone");
    exited("alone");
    expect(only(ask("REMOVE_CONTAINER", "alone"), "remove-path")).toEqual([
      { type: "remove-path", path: "/w/containers/alone" },
    ]);
  });

  it("takes what is nested in it along", () => {
    launch("alone");
    started("alone");
    launch("alone.in");
    started("alone.in");
    expect(ids(exited("alone"), "destroy-container")).toEqual(["alone", "alone.in"]);
    expect(ids(exited("alone.in"), "forget-container")).toEqual(["alone.in", "alone"]);
    expect(replies(ask("REMOVE_CONTAINER", "alone.in"))).toEqual({
      3: { type: "refused", status: 500, text: "Unknown root container" },
    });
  });
});

describe("a container of the agent's own making", () => {
  it("is waited for and signalled, too", () => {
    expect(replies(ask("WAIT_CONTAINER", task))).toEqual({});
    expect(only(ask("KILL_CONTAINER", task, { signal: 15 }), "signal-container")).toEqual([
      { type: "signal-container", containerId: task, signal: 15, scope: "init" },
    ]);
    expect(replies(exited(task, 2))).toEqual({ 1: end(512) });
    expect(findLive(bench.agent.context, task)).toBeUndefined();
  });

  it.each([
    ["nope.n", "Parent container nope does not exist"],
    ["t.n", "Parent container t does not exist"],
  ])("is needed as a parent: %s", (id, text) => {
    expect(replies(launch(id))).toEqual({ 1: { type: "refused", status: 400, text } });
  });

  it("needs a command, and no image", () => {
    const refused = (text: string): object => ({ type: "refused", status: 400, text });
    expect(replies(launch("a", { command: {} }))).toEqual({
      1: refused(
        "Expecting 'launch_container.command.value' to be present: without an image there is nothing else to run",
      ),
    });
    const docker = { type: "DOCKER", docker: { image: "x" } };
    expect(replies(launch("a", { container: docker }))).toEqual({
      2: refused("The provided ContainerInfo is not supported"),
    });
  });

  it("leaves other calls alone", () => {
    const call = { type: "PRUNE_IMAGES" } as const;
    expect(replies(bench.step({ type: "operator-call", requestId: 9, call }))).toEqual({
      9: { type: "refused", status: 501, text: "PRUNE_IMAGES is not supported by this release" },
    });
  });
});

describe("in a task group", () => {
  /** The executor's container, which has no process, and those of its two tasks. */
  function group(): { readonly executor: string; readonly tasks: readonly string[] } {
    const tasks = ["a", "b"].map((id) => ({
      name: id,
      task_id: { value: id },
      agent_id: { value: AGENT_ID },
      command: { value: "sleep 1", environment: { variables: [{ name: "OF", value: id }] } },
    }));
    const effects = bench.message("RunTaskGroupMessage", {
      framework: { user: "root", name: "f", id: { value: FRAMEWORK_ID } },
      executor: { executor_id: { value: "pod" }, type: "DEFAULT" },
      task_group: { tasks },
    });
    const ids = only(effects, "start-container").map(({ spec }) => spec.containerId);
    for (const containerId of ids) {
      bench.deliver(bench.step({ type: "container-started", containerId, pid: 7 }));
    }
    return { executor: ids[0]?.split(".")[0] ?? "", tasks: ids };
  }

  it("a session looks into one task, and ends with it", () => {
    const [one = ""] = group().tasks;
    const id = `${one}.s`;
    const [start] = only(session(id), "start-container");
    const sandbox = start?.spec.workingFolder ?? "";
    expect(sandbox).toMatch(new RegExp(`/containers/${one.split(".")[1]}$`));
    expect(start?.spec.environment).toMatchObject({ OF: "a", MESOS_SANDBOX: sandbox });
    started(id);
    expect(ids(exited(one), "destroy-container")).toEqual([id]);
  });

  it("the executor's container is a parent, too, though it has no process", () => {
    const { executor, tasks } = group();
    const id = `${executor}.beside`;
    const [start] = only(launch(id), "start-container");
    expect(start?.spec.sandbox).toMatch(new RegExp(`/runs/${executor}/containers/beside$`));
    started(id);
    ask("WAIT_CONTAINER", executor);
    const signals = only(ask("KILL_CONTAINER", executor), "signal-container");
    expect(signals.map(({ containerId }) => containerId)).toEqual(tasks);
    for (const containerId of tasks) bench.deliver(exited(containerId));
    const effects = bench.pass(1000);
    expect(replies(effects)).toEqual({ 2: end(0) });
    expect(ids(effects, "destroy-container")).toEqual([id]);
    bench.deliver(effects);
    expect(ids(exited(id), "forget-container")).toEqual([id, ...tasks, executor]);
  });
});

describe("after the agent's restart", () => {
  /** What the runtime kept of a container that was launched by one of these calls. */
  function kept(effects: readonly AgentEffect[]): Required<Pick<RecoveredContainer, "notes">> {
    return { notes: only(effects, "start-container")[0]?.spec.notes ?? {} };
  }

  const before = recovered();

  it("standalone containers go on, with what is nested; what ended is told; sessions end", () => {
    const running = { type: "running", pid: 5 } as const;
    const status = { type: "exited", code: 3 } as const;
    const alone = kept(launch("alone"));
    started("alone");
    const standalone: Record<string, RecoveredContainer> = {
      alone: { ...running, ...alone },
      "alone.on": { ...running, ...kept(launch("alone.on")) },
      "alone.over": { type: "exited", status, ...kept(launch("alone.over")) },
      "alone.s": { ...running, ...kept(session("alone.s")) },
      gone: { type: "exited", status, ...kept(launch("gone")) },
    };
    bench = new AgentBench();
    const effects = bench.step({ type: "start", recovered: { ...before, standalone } });
    expect(ids(effects, "destroy-container")).toEqual(["alone.s"]);
    expect(ids(effects, "forget-container")).toEqual(["gone"]);
    expect(only(effects, "attach-path")).toMatchObject([{ path: "/w/containers/alone" }]);
    expect([...bench.agent.context.own.live.keys()]).toEqual(["alone", "alone.on", "alone.s"]);
    expect(replies(ask("WAIT_CONTAINER", "alone.over"))).toMatchObject({ [requests]: end(768) });
    exited("alone.s");
    expect(ids(exited("alone"), "destroy-container")).toEqual(["alone", "alone.on"]);
    expect(ids(exited("alone.on"), "forget-container")).toEqual([
      ...["alone.over", "alone.s", "alone.on"],
      "alone",
    ]);
  });

  it("orphans are forgotten before those that they are nested in", () => {
    bench = new AgentBench();
    const recovered = { ...before, orphans: ["o", "o.p", "o.p.q"] };
    const effects = bench.step({ type: "start", recovered });
    expect(ids(effects, "forget-container")).toEqual(["o.p.q", "o.p", "o"]);
  });
});
