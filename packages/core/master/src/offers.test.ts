import { describe, expect, it } from "vitest";
import { operationKey } from "./operations.ts";
import { AGENT_PID, Bench, scalar, task } from "./test-harness.ts";

function bench(config = {}) {
  const made = new Bench(config);
  const agentId = made.registerAgent();
  const scheduler = made.subscribe();
  return { bench: made, agentId, scheduler };
}

describe("offers", () => {
  it("say where the agent is, what it has, and whose executors it runs", () => {
    const { bench: it, agentId, scheduler } = bench();
    expect(scheduler.offers()[0]).toMatchObject({
      id: { value: "m-O0" },
      framework_id: { value: scheduler.id },
      agent_id: { value: agentId },
      hostname: "host1",
      url: {
        scheme: "http",
        address: { hostname: "host1", ip: "10.0.0.1", port: 5051 },
        path: "/slave(1)",
      },
      allocation_info: { role: "dev" },
    });
    expect(scheduler.offers()[0]).not.toHaveProperty("executor_ids");
    const executor = { executor_id: { value: "e" }, command: { value: "x" } };
    const { command: _, ...plain } = task("t", agentId);
    scheduler.launch([{ ...plain, executor: { ...executor, resources: [scalar("cpus", 0.1)] } }]);
    it.advance(1000);
    expect(scheduler.offers()[0]?.executor_ids).toEqual([{ value: "e" }]);
  });

  it("are made only of what the framework's offer_filters deem enough", () => {
    const it = new Bench();
    it.registerAgent();
    const worth = (cpus: number) => ({
      dev: {
        min_allocatable_resources: { quantities: [{ quantities: { cpus: { value: cpus } } }] },
      },
    });
    expect(it.subscribe({ offer_filters: worth(1000) }).offers()).toEqual([]);
    expect(it.subscribe({ offer_filters: worth(1) }).offers()).toHaveLength(1);
  });

  it("travel fifty in a message", () => {
    const it = new Bench();
    for (let index = 0; index < 60; index++) {
      it.registerAgent({ pid: `slave(1)@10.0.1.${index}:5051`, hostname: `h${index}` });
    }
    const scheduler = it.subscribe();
    const sizes = scheduler.events().flatMap(({ offers }) => offers?.offers?.length ?? []);
    expect(sizes).toEqual([50, 10]);
  });

  it("are rescinded after the offer timeout", () => {
    const { bench: it, scheduler } = bench({ offerTimeoutMs: 5000 });
    it.advance(4999);
    expect(scheduler.events().filter(({ type }) => type === "RESCIND")).toEqual([]);
    it.advance(1);
    expect(scheduler.events()[0]).toEqual({
      type: "RESCIND",
      rescind: { offer_id: { value: "m-O0" } },
    });
    it.advance(1000);
    expect(scheduler.held()).toHaveLength(1);
  });

  it("are rescinded when the agent is lost, before the scheduler hears of the loss", () => {
    const { bench: it, scheduler } = bench();
    it.step({ type: "exited", pid: AGENT_PID });
    expect(scheduler.events().map(({ type }) => type)).toEqual(["RESCIND"]);
  });

  it.each([
    [undefined, 5000],
    [0, 1000],
    [-1, 5000],
    [30, 30_000],
    [Number.NaN, 365 * 24 * 3_600_000],
    [1e300, 365 * 24 * 3_600_000],
  ])("declined for %j seconds come back after %j ms", (refuse_seconds, ms) => {
    const it = new Bench();
    it.registerAgent();
    const scheduler = it.subscribe({ failover_timeout: 0 });
    it.nowMs = Math.ceil(it.nowMs / 1000) * 1000;
    const filters = refuse_seconds === undefined ? undefined : { refuse_seconds };
    scheduler.call("DECLINE", { offer_ids: scheduler.held().map(({ id }) => id), filters });
    const framework = it.master.core.frameworks.registered.get(scheduler.id);
    expect(framework?.offers.size).toBe(0);
    if (ms > 60_000) {
      it.advance(60_000);
      expect(scheduler.held()).toEqual([]);
      return;
    }
    it.advance(ms - 1);
    expect(scheduler.held()).toEqual([]);
    it.advance(2000);
    expect(scheduler.held()).toHaveLength(1);
  });

  it("declined come back at once after REVIVE", () => {
    const { scheduler } = bench();
    scheduler.call("DECLINE", {
      offer_ids: scheduler.held().map(({ id }) => id),
      filters: { refuse_seconds: 3600 },
    });
    scheduler.call("REVIVE", { roles: ["dev"] });
    expect(scheduler.offers()).toHaveLength(1);
  });

  it("in roles that the framework does not have are neither revived nor suppressed", () => {
    const { bench: it, scheduler } = bench();
    scheduler.call("REVIVE", { roles: ["other"] });
    expect(it.logs().join()).toContain("role 'other' is not one of the frameworks's subscribed");
    scheduler.call("SUPPRESS", { roles: ["a b"] });
    expect(it.logs().join()).toContain("role 'a b' is invalid");
  });
});

describe("an ACCEPT", () => {
  it("launches, and what is left goes back", () => {
    const { bench: it, agentId, scheduler } = bench();
    scheduler.launch([task("t", agentId)]);
    expect(it.sent("RunTaskMessage")).toEqual([
      {
        framework: it.master.core.frameworks.registered.get(scheduler.id)?.info,
        task: {
          ...task("t", agentId),
          resources: task("t", agentId).resources?.map((one) => ({
            ...one,
            allocation_info: { role: "dev" },
          })),
        },
        resource_version_uuids: [{ uuid: { value: new Uint8Array(16).fill(1) } }],
        pid: "@0.0.0.0:0",
        launch_executor: true,
      },
    ]);
    it.advance(1000);
    expect(scheduler.held()[0]?.resources?.map((one) => one.scalar?.value)).toEqual([
      3.9, 4064, 100,
    ]);
  });

  it("of several offers of one agent uses all of them", () => {
    const { bench: it, agentId, scheduler } = bench();
    scheduler.launch([task("t1", agentId, { resources: [scalar("cpus", 3)] })]);
    it.advance(1000);
    it.update(agentId, scheduler.id, "t1", "TASK_FINISHED");
    it.advance(1000);
    expect(scheduler.held().length).toBe(2);
    scheduler.launch([task("t2", agentId, { resources: [scalar("cpus", 4)] })]);
    expect(it.sent("RunTaskMessage")).toHaveLength(1);
  });

  it.each([
    ["no offers", [], "No offers specified"],
    ["an unknown offer", ["x"], "Offer x is no longer valid"],
    ["an offer twice", ["m-O0", "m-O0"], "Duplicate offer m-O0 in offer list"],
  ])("of %s drops its tasks", (_what, ids, why) => {
    const { agentId, scheduler } = bench();
    scheduler.call("ACCEPT", {
      offer_ids: ids.map((value) => ({ value })),
      operations: [{ type: "LAUNCH", launch: { task_infos: [task("t", agentId)] } }],
    });
    expect(scheduler.updates()).toEqual([
      ["t", "TASK_DROPPED", "REASON_INVALID_OFFERS", `Task launched with invalid offers: ${why}`],
    ]);
  });

  it("of another framework's offer takes nothing from it", () => {
    const { bench: it, agentId, scheduler } = bench();
    const other = it.subscribe({ name: "other" });
    other.launch([task("t", agentId)], scheduler.held());
    expect(other.updates()[0]?.[3]).toBe(
      `Task launched with invalid offers: Offer m-O0 has invalid framework ${scheduler.id} while framework ${other.id} is expected`,
    );
    expect(scheduler.held()).toHaveLength(1);
  });

  it("launches a group under one executor", () => {
    const { bench: it, agentId, scheduler } = bench();
    const executor = {
      type: "DEFAULT",
      executor_id: { value: "pod" },
      framework_id: { value: scheduler.id },
      resources: [scalar("cpus", 0.1), scalar("mem", 32), scalar("disk", 10)],
    };
    const launch_group = {
      executor,
      task_group: { tasks: [task("a", agentId), task("b", agentId)] },
    };
    scheduler.accept(scheduler.held(), [{ type: "LAUNCH_GROUP", launch_group }]);
    const [message] = it.sent<{ launch_executor: boolean; task_group: { tasks: object[] } }>(
      "RunTaskGroupMessage",
    );
    expect(message).toMatchObject({ launch_executor: true, executor: { type: "DEFAULT" } });
    expect(message?.task_group.tasks).toMatchObject([
      { name: "a", executor: { executor_id: { value: "pod" } } },
      { name: "b" },
    ]);
    const placement = it.master.core.agents.registered.get(agentId)?.placements.get(scheduler.id);
    expect(placement?.used.toString()).toBe(
      "cpus(allocated: dev):0.3; mem(allocated: dev):96; disk(allocated: dev):10",
    );
  });

  it("of a wrong group launches none of it", () => {
    const { agentId, scheduler } = bench();
    const executor = { executor_id: { value: "pod" }, framework_id: { value: scheduler.id } };
    const launch_group = {
      executor,
      task_group: { tasks: [task("a", agentId), task("b", agentId)] },
    };
    scheduler.accept(scheduler.held(), [{ type: "LAUNCH_GROUP", launch_group }]);
    const why = "'ExecutorInfo.type' must be set";
    expect(scheduler.updates()).toEqual([
      ["a", "TASK_ERROR", "REASON_TASK_GROUP_INVALID", why],
      ["b", "TASK_ERROR", "REASON_TASK_GROUP_INVALID", why],
    ]);
  });
});

const RESERVED = [{ type: "DYNAMIC" as const, role: "dev", principal: "p" }];

describe("operations on resources", () => {
  const volume = scalar("disk", 10, {
    reservations: RESERVED,
    disk: {
      persistence: { id: "v1", principal: "p" },
      volume: { mode: "RW", container_path: "data" },
    },
  });
  const disk = scalar("disk", 10, { reservations: RESERVED });

  it("go before a launch that uses them", () => {
    const it = new Bench();
    const agentId = it.registerAgent();
    const scheduler = it.subscribe({ principal: "p" });
    scheduler.accept(scheduler.held(), [
      { type: "RESERVE", reserve: { resources: [disk] } },
      { type: "CREATE", create: { volumes: [volume] } },
      {
        type: "LAUNCH",
        launch: { task_infos: [task("t", agentId, { resources: [volume, scalar("cpus", 1)] })] },
      },
    ]);
    expect(it.transcript()).toEqual([
      `master -> ${AGENT_PID}: ApplyOperationMessage`,
      `master -> ${AGENT_PID}: ApplyOperationMessage`,
      `master -> ${AGENT_PID}: RunTaskMessage`,
      "reply accepted",
    ]);
    const agent = it.master.core.agents.registered.get(agentId);
    expect(agent?.checkpointed.toString()).toBe(
      "disk(reservations: [(DYNAMIC,dev,p)])[v1:data]:10",
    );
    expect(agent?.total.scalar("disk")).toBe(100);

    it.advance(1000);
    scheduler.accept(scheduler.held(), [{ type: "DESTROY", destroy: { volumes: [volume] } }]);
    expect(it.logs().join()).toContain("Persistent volumes in use");
    it.update(agentId, scheduler.id, "t", "TASK_FINISHED");
    it.advance(1000);
    scheduler.accept(scheduler.held(), [
      { type: "DESTROY", destroy: { volumes: [volume] } },
      { type: "UNRESERVE", unreserve: { resources: [disk] } },
    ]);
    expect(agent?.checkpointed.isEmpty).toBe(true);
  });

  it("that the master does not know make the agent tell all it has", () => {
    const { bench: it, agentId } = bench();
    const status = { state: "OPERATION_FINISHED", agent_id: { value: agentId } };
    const update = { agent_id: { value: agentId }, operation_uuid: { value: new Uint8Array(16) } };
    it.message("UpdateOperationStatusMessage", { ...update, status });
    expect(it.sent("PingSlaveMessage")).toEqual([]);
    const uuid = { value: new Uint8Array(16).fill(9) };
    it.message("UpdateOperationStatusMessage", { ...update, status: { ...status, uuid } });
    expect(it.sent("PingSlaveMessage")).toEqual([{ connected: false }]);
  });

  it("that cross the agent's registration make it tell all it has once more", () => {
    const { bench: it, agentId, scheduler } = bench();
    scheduler.accept(scheduler.held(), [{ type: "RESERVE", reserve: { resources: [disk] } }]);
    const [sent] = it.sent<{ operation_uuid: { value: Uint8Array } }>("ApplyOperationMessage");
    it.reregisterAgent(agentId);
    const agent = it.master.core.agents.registered.get(agentId);
    expect(agent?.checkpointed.isEmpty).toBe(true);
    const uuid = { value: new Uint8Array(16).fill(9) };
    it.message("UpdateOperationStatusMessage", {
      framework_id: { value: scheduler.id },
      agent_id: { value: agentId },
      status: { state: "OPERATION_FINISHED", uuid, agent_id: { value: agentId } },
      operation_uuid: sent?.operation_uuid,
    });
    expect(it.sent("PingSlaveMessage")).toEqual([{ connected: false }]);
  });

  it("are confirmed to the framework that gave an id, and acknowledged by it", () => {
    const { bench: it, agentId, scheduler } = bench();
    const reserve = { resources: [disk] };
    scheduler.accept(scheduler.held(), [{ type: "RESERVE", id: { value: "op" }, reserve }]);
    const [message] = it.sent<{ operation_uuid: { value: Uint8Array } }>("ApplyOperationMessage");
    const operation_uuid = message?.operation_uuid ?? { value: new Uint8Array() };
    const uuid = { value: new Uint8Array(16).fill(9) };
    const status = { state: "OPERATION_FINISHED", uuid, agent_id: { value: agentId } };
    it.message("UpdateOperationStatusMessage", {
      framework_id: { value: scheduler.id },
      agent_id: { value: agentId },
      status,
      latest_status: status,
      operation_uuid,
    });
    expect(scheduler.events()).toEqual([
      {
        type: "UPDATE_OPERATION_STATUS",
        update_operation_status: { status: { ...status, operation_id: { value: "op" } } },
      },
    ]);
    scheduler.call("ACKNOWLEDGE_OPERATION_STATUS", {
      agent_id: { value: agentId },
      uuid: uuid.value,
      operation_id: { value: "op" },
    });
    expect(it.sent("AcknowledgeOperationStatusMessage")).toEqual([
      { status_uuid: uuid, operation_uuid },
    ]);
    expect(it.master.core.agents.registered.get(agentId)?.operations.size).toBe(0);
  });

  it("are told to agents without operations as all that they must remember", () => {
    const it = new Bench();
    it.registerAgent({ capabilities: ["MULTI_ROLE", "HIERARCHICAL_ROLE"] });
    const scheduler = it.subscribe();
    scheduler.accept(scheduler.held(), [{ type: "RESERVE", reserve: { resources: [disk] } }]);
    expect(it.sent("CheckpointResourcesMessage")).toEqual([
      { resources: [scalar("disk", 10, { role: "dev", reservation: { principal: "p" } })] },
    ]);
  });

  it.each([
    [
      "a reservation for another role",
      {
        type: "RESERVE",
        reserve: {
          resources: [scalar("disk", 1, { reservations: [{ type: "DYNAMIC", role: "x" }] })],
        },
      },
      "A reserve operation was attempted for a resource with role 'x', but the resource was allocated to role 'dev'",
    ],
    [
      "more than was offered",
      {
        type: "RESERVE",
        reserve: { resources: [scalar("disk", 1e4, { reservations: RESERVED })] },
      },
      "does not contain disk(allocated: dev):10000",
    ],
    [
      "an unreserved resource to unreserve",
      { type: "UNRESERVE", unreserve: { resources: [scalar("disk", 1)] } },
      "Resource disk(allocated: dev):1 is not dynamically reserved",
    ],
    [
      "a volume that is none",
      { type: "CREATE", create: { volumes: [disk] } },
      "Not a persistent volume",
    ],
    [
      "a volume to grow that was not offered",
      { type: "GROW_VOLUME", grow_volume: { volume, addition: disk } },
      "Invalid GROW_VOLUME operation: cpus(allocated: dev):4; mem(allocated: dev):4096; disk(allocated: dev):100 does not contain ",
    ],
    [
      "a disk to create",
      { type: "CREATE_DISK", create_disk: { source: disk, target_type: "MOUNT" } },
      "'source' is not managed by a resource provider",
    ],
    [
      "the source of a reservation",
      { type: "RESERVE", reserve: { source: [disk], resources: [disk] } },
      "Reservation updates are not yet implemented for the scheduler API.",
    ],
  ])("for %s are refused", (_what, operation, why) => {
    const { scheduler } = bench();
    scheduler.accept(scheduler.held(), [{ ...operation, id: { value: "op" } }]);
    const [event] = scheduler.events();
    expect(event?.update_operation_status?.status).toMatchObject({
      operation_id: { value: "op" },
      state: "OPERATION_ERROR",
    });
    expect(event?.update_operation_status?.status.message).toContain(why);
  });

  it("cannot have an id when they launch", () => {
    const { agentId, scheduler } = bench();
    const launch = { task_infos: [task("t", agentId)] };
    scheduler.accept(scheduler.held(), [{ type: "LAUNCH", id: { value: "x" }, launch }]);
    expect(scheduler.updates()[0]?.[3]).toBe("The `id` field cannot be set on LAUNCH operations");
  });

  it("are reconciled", () => {
    const { bench: it, agentId, scheduler } = bench();
    const reserve = { resources: [disk] };
    scheduler.accept(scheduler.held(), [{ type: "RESERVE", id: { value: "op" }, reserve }]);
    const ask = (operations: object[]) => {
      scheduler.call("RECONCILE_OPERATIONS", { operations });
      return scheduler
        .events()
        .map(({ update_operation_status: update }) => [
          update?.status.operation_id?.value,
          update?.status.state,
          update?.status.message,
        ]);
    };
    const agent_id = { value: agentId };
    expect(ask([])).toEqual([["op", "OPERATION_PENDING", undefined]]);
    expect(
      ask([
        { operation_id: { value: "op" } },
        { operation_id: { value: "a" }, agent_id },
        { operation_id: { value: "b" }, agent_id: { value: "x" } },
        { operation_id: { value: "c" } },
      ]),
    ).toEqual([
      ["op", "OPERATION_PENDING", undefined],
      ["a", "OPERATION_UNKNOWN", "Reconciliation: Operation is unknown"],
      ["b", "OPERATION_UNKNOWN", "Reconciliation: Both operation and agent are unknown"],
      [
        "c",
        "OPERATION_UNKNOWN",
        "Reconciliation: Operation is unknown and no 'agent_id' was provided",
      ],
    ]);
    expect(operationKey(new Uint8Array([1, 255]))).toBe("01ff");
    const asked = { operation_id: { value: "d" }, resource_provider_id: { value: "rp" } };
    expect(ask([{ ...asked, agent_id }])).toEqual([]);
    expect(it.sent("ReconcileOperationsMessage")).toEqual([
      { framework_id: { value: scheduler.id }, operations: [asked] },
    ]);
    it.message("UpdateSlaveMessage", { agent_id, update_oversubscribed_resources: false });
    expect(it.sent("ReconcileOperationsMessage")).toHaveLength(1);
  });
});
