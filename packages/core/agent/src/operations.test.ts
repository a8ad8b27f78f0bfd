import {
  agentState,
  decode,
  type internal,
  type Offer_Operation,
  type Operation,
  type Resource,
} from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { AgentEffect, RecoveredAgent } from "./contract.ts";
import { AGENT_ID, AgentBench, config, FRAMEWORK_ID, MASTER, only, recovered } from "./testing.ts";

const DEV = [{ type: "DYNAMIC", role: "dev/web", principal: "p" }] as const;
const disk = (value: number, more: Partial<Resource> = {}): Resource => ({
  name: "disk",
  type: "SCALAR",
  scalar: { value },
  ...more,
});
const reserved = (value: number): Resource => disk(value, { reservations: [...DEV] });
const volume = (value: number): Resource => ({
  ...reserved(value),
  disk: { persistence: { id: "v" }, volume: { container_path: "data", mode: "RW" } },
});

const RESERVE: Offer_Operation = { type: "RESERVE", reserve: { resources: [reserved(64)] } };
const CREATE: Offer_Operation = { type: "CREATE", create: { volumes: [volume(64)] } };
const DESTROY: Offer_Operation = { type: "DESTROY", destroy: { volumes: [volume(64)] } };

const uuid = (byte: number) => ({ value: new Uint8Array(16).fill(byte) });
const KEY = "01010101-0101-0101-0101-010101010101";
const UPDATES = `slaves/${AGENT_ID}/operations/${KEY}/operation.updates`;
const FOLDER = "/w/volumes/roles/dev web/v";

function apply(bench: AgentBench, info: Offer_Operation, byte = 1, framework = true) {
  return bench.message("ApplyOperationMessage", {
    ...(framework ? { framework_id: { value: FRAMEWORK_ID } } : {}),
    operation_info: info,
    operation_uuid: uuid(byte),
    resource_version_uuid: { uuid: { value: bench.agent.context.resourceVersion } },
  });
}

function updates(effects: readonly AgentEffect[]): internal.UpdateOperationStatusMessage[] {
  return only(effects, "send")
    .filter(({ name, to }) => name === "UpdateOperationStatusMessage" && to === MASTER)
    .map(({ message }) => message as internal.UpdateOperationStatusMessage);
}

function acknowledge(bench: AgentBench, update: internal.UpdateOperationStatusMessage) {
  return bench.message("AcknowledgeOperationStatusMessage", {
    status_uuid: update.status.uuid,
    operation_uuid: update.operation_uuid,
  });
}

/** What reaches the disk or the master, in order. */
function order(effects: readonly AgentEffect[]): string[] {
  return effects.flatMap((effect) => {
    if (effect.type === "checkpoint") return `${effect.change.type} ${effect.change.path}`;
    if (effect.type === "make-volume") return `make ${effect.path}`;
    if (effect.type === "remove-volume") {
      return `remove ${effect.path}${effect.keepFolder ? ", not its folder" : ""}`;
    }
    return effect.type === "send" ? effect.name : [];
  });
}

/** The last state that was written. */
function state(effects: readonly AgentEffect[]): agentState.ResourceState {
  const bytes = only(effects, "checkpoint")
    .map(({ change }) => change)
    .findLast(({ type }) => type === "message");
  if (bytes?.type !== "message") throw new Error("nothing was written");
  return decode(agentState.ResourceState, bytes.bytes);
}

const TARGET = "resources/resources_and_operations.target";
const STATE = "resources/resources_and_operations.state";

describe("an operation", () => {
  it("for an earlier run of the agent is not for this one", () => {
    const bench = new AgentBench().registered();
    const effects = bench.message("ApplyOperationMessage", {
      operation_info: RESERVE,
      operation_uuid: uuid(1),
      resource_version_uuid: { uuid: uuid(9) },
    });
    expect(updates(effects)).toEqual([]);
    expect(bench.agent.context.operations.size).toBe(0);
  });

  it("is on disk, and its volume made, before the master is told", () => {
    const bench = new AgentBench().registered();
    apply(bench, RESERVE, 2);
    expect(order(apply(bench, CREATE))).toEqual([
      `message ${TARGET}`,
      `make ${FOLDER}`,
      `rename ${TARGET}`,
      "records resources/resources.info",
      `append ${UPDATES}`,
      "UpdateOperationStatusMessage",
    ]);
    expect(order(apply(bench, DESTROY, 3))).toContain(`remove ${FOLDER}`);
  });

  it("finishes with a status that the framework can acknowledge", () => {
    const bench = new AgentBench().registered();
    const effects = apply(bench, { ...RESERVE, id: { value: "op" } });
    expect(updates(effects)).toMatchObject([
      {
        framework_id: { value: FRAMEWORK_ID },
        agent_id: { value: AGENT_ID },
        status: { operation_id: { value: "op" }, state: "OPERATION_FINISHED" },
        operation_uuid: uuid(1),
      },
    ]);
    expect(state(effects)).toMatchObject({
      resources: [{ name: "disk", scalar: { value: 64 } }],
      operations: [{ latest_status: { state: "OPERATION_FINISHED" } }],
    });
  });

  it("keeps to the resources of operators, too", () => {
    const bench = new AgentBench().registered();
    const allocation_info = { role: "dev/web" };
    const resources = [{ ...reserved(64), allocation_info }];
    const [update] = updates(apply(bench, { type: "RESERVE", reserve: { resources } }, 1, false));
    expect(update?.framework_id).toBeUndefined();
    expect(String(bench.agent.context.total)).toBe(
      "cpus:4; mem:4096; disk:10176; disk(reservations: [(DYNAMIC,dev/web,p)]):64",
    );
  });

  it("is told again, ever more seldom, until it is acknowledged; then it is forgotten", () => {
    const bench = new AgentBench().registered();
    const [update] = updates(apply(bench, RESERVE));
    if (update === undefined) throw new Error("no update");
    expect(updates(bench.pass(9_999))).toHaveLength(0);
    expect(updates(bench.pass(1))).toEqual([update]);
    expect(updates(bench.pass(20_000))).toHaveLength(1);
    expect(updates(bench.pass(3_600_000)).length).toBeLessThan(15);
    const effects = acknowledge(bench, update);
    expect(order(effects)).toEqual([
      `append ${UPDATES}`,
      `message ${STATE}`,
      `remove slaves/${AGENT_ID}/operations/${KEY}`,
    ]);
    expect(state(effects).operations ?? []).toEqual([]);
    expect(updates(bench.pass(3_600_000))).toEqual([]);
    expect(order(acknowledge(bench, update))).toEqual([]);
  });

  it("fails when the agent has not what it needs, and the agent lives on", () => {
    const bench = new AgentBench().registered();
    const [update] = updates(apply(bench, CREATE));
    expect(update?.status).toMatchObject({
      state: "OPERATION_FAILED",
      message:
        "cpus:4; mem:4096; disk:10240 does not contain disk(reservations: [(DYNAMIC,dev/web,p)]):64",
    });
    const unknown = new AgentBench().registered();
    expect(updates(apply(unknown, { type: "UNKNOWN" }, 2))).toMatchObject([
      { status: { state: "OPERATION_FAILED", message: "Unknown operation" } },
    ]);
  });

  it("that fails makes the agent tell the master again what it has", () => {
    const bench = new AgentBench().registered();
    apply(bench, CREATE);
    const [message] = only(bench.pass(10_000), "send");
    expect([message?.name, message?.message]).toMatchObject([
      "ReregisterSlaveMessage",
      { checkpointed_resources: [] },
    ]);
    const again = bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(updates(again)).toHaveLength(1);
  });

  it("is left alone while the agent is on its way to a master", () => {
    const bench = new AgentBench().registered();
    bench.step({ type: "master-detected", master: MASTER });
    expect(order(apply(bench, RESERVE))).toEqual([]);
    bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(order(apply(bench, RESERVE))).toContain("UpdateOperationStatusMessage");
  });

  it("is applied once", () => {
    const bench = new AgentBench().registered();
    apply(bench, RESERVE);
    expect(order(apply(bench, RESERVE))).toEqual([]);
  });

  it("that resizes a volume leaves its folder alone", () => {
    const bench = new AgentBench().registered();
    apply(bench, { type: "RESERVE", reserve: { resources: [reserved(80)] } }, 2);
    apply(bench, CREATE, 3);
    const grow_volume = { volume: volume(64), addition: reserved(16) };
    const effects = apply(bench, { type: "GROW_VOLUME", grow_volume }, 4);
    expect(order(effects).filter((line) => /^(make|remove)/.test(line))).toEqual([]);
    expect(state(effects).resources).toMatchObject([{ scalar: { value: 80 } }]);
  });
});

describe("volumes on other disks", () => {
  const source = (type: "PATH" | "MOUNT" | "BLOCK", root?: string) => ({
    source: {
      type,
      ...(type === "PATH" && root !== undefined ? { path: { root } } : {}),
      ...(type === "MOUNT" && root !== undefined ? { mount: { root } } : {}),
    },
  });

  function life(more: NonNullable<Resource["disk"]>): string[] {
    const own = { ...disk(64, { disk: more }), role: "dev" };
    const bench = new AgentBench({ info: { ...config.info, resources: [own] } }).registered();
    const made = { ...own, disk: { ...more, ...volume(1).disk } };
    const effects = [
      ...apply(bench, { type: "CREATE", create: { volumes: [made] } }, 1),
      ...apply(bench, { type: "DESTROY", destroy: { volumes: [made] } }, 2),
    ];
    const failures = updates(effects).flatMap(({ status }) =>
      status.state === "OPERATION_FAILED" ? [status.message ?? ""] : [],
    );
    return [...order(effects).filter((line) => /^(make|remove)/.test(line)), ...failures];
  }

  it.each([
    [source("PATH", "/p"), ["make /p/volumes/roles/dev/v", "remove /p/volumes/roles/dev/v"]],
    [source("PATH", "p"), ["make /w/p/volumes/roles/dev/v", "remove /w/p/volumes/roles/dev/v"]],
    [source("MOUNT", "/m"), ["make /m", "remove /m, not its folder"]],
    [source("MOUNT", "m"), ["make /w/m", "remove /w/m, not its folder"]],
  ])("%j", (more, lines) => expect(life(more)).toEqual(lines));

  it.each([source("PATH"), source("MOUNT"), source("BLOCK")])(
    "%j has no place for a folder",
    (more) => {
      expect(life(more)[0]).toMatch(
        /^No folder can be made for disk\(reservations: .*\[v:data]|,v:data/,
      );
    },
  );
});

describe("a volume in a sandbox", () => {
  const task = (id: string, own: Resource, more: object = {}) => ({
    id,
    resources: [own],
    ...more,
  });
  const links = (effects: readonly AgentEffect[]) =>
    only(effects, "start-container").flatMap(({ spec }) =>
      spec.links.map(({ path, ...rest }) => ({ ...rest, path: path.replace(spec.sandbox, "") })),
    );

  it("appears before its task starts, and belongs to the task's user", () => {
    const bench = new AgentBench().registered();
    expect(links(bench.runTask(task("t", volume(64))))).toEqual([
      { path: "/data", target: FOLDER, createTarget: true, giveTarget: true },
    ]);
  });

  it("keeps its owner while somebody else uses it", () => {
    const bench = new AgentBench().registered();
    const shared = { ...volume(64), shared: {} };
    expect(links(bench.runTask(task("one", shared)))).toMatchObject([{ giveTarget: true }]);
    expect(links(bench.runTask(task("two", shared)))).toMatchObject([{ giveTarget: false }]);
  });

  it("appears in that of a custom executor with each task, under a plain name only", () => {
    const bench = new AgentBench().registered();
    const executor = { executor_id: { value: "e" }, command: { value: "./run" } };
    const start = bench.runTask(task("t", volume(64), { command: undefined, executor }));
    const spec = only(start, "start-container")[0]?.spec;
    expect(spec?.links).toEqual([]);
    bench.step({ type: "container-started", containerId: spec?.containerId ?? "", pid: 42 });
    const register = { framework_id: { value: FRAMEWORK_ID }, executor_id: { value: "e" } };
    const from = "executor(1)@127.0.0.1:4000";
    const registered = bench.message("RegisterExecutorMessage", register, from);
    expect(only(registered, "link-path")).toEqual([
      { type: "link-path", path: `${spec?.sandbox}/data`, target: FOLDER, giveTo: "root" },
    ]);
    const nested = {
      ...volume(64),
      disk: { ...volume(64).disk, volume: { mode: "RW", container_path: "../x" } },
    };
    const again = bench.runTask(task("u", nested as Resource, { command: undefined, executor }));
    expect(only(again, "link-path")).toEqual([]);
  });
});

describe("the master asks for operations", () => {
  const reconcile = (bench: AgentBench, message: object) =>
    updates(bench.message("ReconcileOperationsMessage", message));

  it("of its own: those that never arrived were dropped", () => {
    const bench = new AgentBench().registered();
    apply(bench, RESERVE);
    const operations = [{ operation_uuid: uuid(1) }, { operation_uuid: uuid(9) }];
    expect(reconcile(bench, { operations })).toEqual([
      {
        agent_id: { value: AGENT_ID },
        status: { state: "OPERATION_DROPPED", agent_id: { value: AGENT_ID } },
        operation_uuid: uuid(9),
      },
    ]);
  });

  it("for a framework: what is known of them, without a claim to be acknowledged", () => {
    const bench = new AgentBench().registered();
    apply(bench, { ...RESERVE, id: { value: "op" } });
    const framework_id = { value: FRAMEWORK_ID };
    const operations = [
      { operation_id: { value: "op" } },
      { operation_id: { value: "other" }, resource_provider_id: { value: "rp" } },
    ];
    const told = reconcile(bench, { framework_id, operations });
    expect(told.map(({ status }) => [status.operation_id?.value, status.state])).toEqual([
      ["op", "OPERATION_FINISHED"],
      ["other", "OPERATION_UNKNOWN"],
    ]);
    expect(told.every(({ status }) => status.uuid === undefined)).toBe(true);
  });
});

describe("CheckpointResourcesMessage of an older master", () => {
  it("makes and removes volumes, and keeps nothing that the agent has not", () => {
    const bench = new AgentBench().registered();
    const keep = (...resources: Resource[]) =>
      order(bench.message("CheckpointResourcesMessage", { resources }));
    expect(keep(volume(64))).toContain(`make ${FOLDER}`);
    expect(keep(reserved(64))).toContain(`remove ${FOLDER}`);
    expect(keep(reserved(1e6))).toEqual([]);
    expect(String(bench.agent.context.total)).toContain("disk:10176");
  });
});

describe("an agent that starts again", () => {
  const status = { state: "OPERATION_FINISHED", uuid: uuid(7) } as const;
  const operation: Operation = {
    framework_id: { value: FRAMEWORK_ID },
    info: CREATE,
    latest_status: status,
    statuses: [status],
    uuid: uuid(1),
  };
  const update = {
    status,
    agent_id: { value: AGENT_ID },
    operation_uuid: uuid(1),
  };
  const written: internal.UpdateOperationStatusRecord = { type: "UPDATE", update };

  function restarted(found: Partial<RecoveredAgent>) {
    const bench = new AgentBench();
    const start = bench.step({ type: "start", recovered: recovered(found) });
    const detected = bench.step({ type: "master-detected", master: MASTER });
    const connected = bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    return { bench, start, detected, connected };
  }

  it("finds its resources, and tells the master", () => {
    const { bench, start, detected } = restarted({ resources: [volume(64)] });
    expect(order(start)).toEqual([]);
    const [message] = only([...detected, ...bench.pass(1_000)], "send").filter(
      ({ name }) => name === "ReregisterSlaveMessage",
    );
    expect(message?.message).toMatchObject({
      checkpointed_resources: [{ disk: { persistence: { id: "v" } } }],
    });
  });

  it("tells its operations first, and then what became of them", () => {
    const { connected } = restarted({
      resources: [volume(64)],
      operations: [operation],
      operationUpdates: { [KEY]: [written] },
    });
    const sent = only(connected, "send").map(({ name }) => name);
    expect(sent).toEqual(["UpdateSlaveMessage", "UpdateOperationStatusMessage"]);
    const [first] = only(connected, "send");
    expect(first?.message).toMatchObject({ operations: { operations: [{ info: CREATE }] } });
    expect(updates(connected)).toEqual([update]);
  });

  it("writes the status of an operation that it had not written yet", () => {
    const { start, connected } = restarted({ resources: [volume(64)], operations: [operation] });
    expect(order(start)).toEqual([`append ${UPDATES}`]);
    expect(updates(connected)).toMatchObject([{ status: { uuid: uuid(7) } }]);
  });

  it("does what Apache Mesos wrote down and did not do", () => {
    const pending: Operation = { ...operation, latest_status: { state: "OPERATION_PENDING" } };
    const { bench, start, connected } = restarted({
      resources: [reserved(64)],
      operations: [pending],
    });
    expect(order(start)).toContain(`make ${FOLDER}`);
    expect(updates(connected)).toMatchObject([{ status: { state: "OPERATION_FINISHED" } }]);
    expect(String(bench.agent.context.total)).toContain("[v:data]:64");
  });

  it("makes the volumes of resources that were about to be the agent's", () => {
    const { start, connected } = restarted({
      resources: [reserved(64)],
      targetResources: [volume(64)],
      operations: [operation],
    });
    expect(order(start).slice(0, 3)).toEqual([
      `message ${TARGET}`,
      `make ${FOLDER}`,
      `rename ${TARGET}`,
    ]);
    expect(state(start).operations).toHaveLength(1);
    expect(updates(connected)).toHaveLength(1);
  });

  it("forgets what was acknowledged", () => {
    const { start, connected } = restarted({
      resources: [volume(64)],
      operations: [operation],
      operationUpdates: {
        [KEY]: [written, { type: "ACK", uuid: uuid(7) }],
        "02020202-0202-0202-0202-020202020202": [written],
      },
    });
    expect(order(start)).toEqual([
      `message ${STATE}`,
      `remove slaves/${AGENT_ID}/operations/${KEY}`,
      `remove slaves/${AGENT_ID}/operations/02020202-0202-0202-0202-020202020202`,
    ]);
    expect(updates(connected)).toEqual([]);
  });

  it("refuses to when its disk is too small for its volumes", () => {
    const { start } = restarted({ resources: [volume(1e6)] });
    expect(only(start, "exit")).toMatchObject([
      {
        code: 1,
        text: expect.stringContaining(
          "Failed to perform recovery: Checkpointed resources disk(reservations: [(DYNAMIC,dev/web,p)])[v:data]:1000000 are incompatible with agent resources cpus:4; mem:4096; disk:10240: Incompatible agent resources: cpus:4; mem:4096; disk:10240 does not contain disk:1000000",
        ),
      },
    ]);
  });
});
