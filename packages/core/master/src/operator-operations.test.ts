import type { internal, master, Resource } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { AGENT_CAPABILITIES, Bench, capabilities, scalar, task } from "./test-harness.ts";

const DEV = [{ type: "DYNAMIC", role: "dev", principal: "ops" }] as const;
const reserved = (name: string, value: number): Resource =>
  scalar(name, value, { reservations: [...DEV] });
const volume = (value: number, id = "v"): Resource => ({
  ...reserved("disk", value),
  disk: { persistence: { id }, volume: { container_path: "data", mode: "RW" } },
});

const ACCEPTED = { type: "accepted" };

/** An operator before a master with one agent. */
function operator(bench = new Bench()) {
  const agentId = bench.registerAgent();
  const ask = (type: master.Call_Type, payload: object, principal?: string) => {
    const body = { agent_id: { value: agentId }, ...payload };
    return bench.operator({ type, [type.toLowerCase()]: body } as master.Call, principal);
  };
  return {
    bench,
    agentId,
    ask,
    reserve: (...resources: Resource[]) => ask("RESERVE_RESOURCES", { resources }),
    unreserve: (...resources: Resource[]) => ask("UNRESERVE_RESOURCES", { resources }),
    create: (...volumes: Resource[]) => ask("CREATE_VOLUMES", { volumes }),
    destroy: (...volumes: Resource[]) => ask("DESTROY_VOLUMES", { volumes }),
    total: () => String(bench.master.core.agents.registered.get(agentId)?.total),
    agent: () => bench.master.core.agents.registered.get(agentId),
  };
}

describe("operators", () => {
  it("reserve, create, grow, shrink, destroy and unreserve", () => {
    const it = operator();
    const steps = [
      it.reserve(reserved("disk", 30), reserved("cpus", 1)),
      it.create(volume(10)),
      it.ask("GROW_VOLUME", { volume: volume(10), addition: reserved("disk", 20) }),
      it.ask("SHRINK_VOLUME", { volume: volume(30), subtract: { value: 5 } }),
    ];
    expect(steps).toEqual(steps.map(() => ACCEPTED));
    expect(it.total()).toBe(
      "cpus:3; mem:4096; disk:70; cpus(reservations: [(DYNAMIC,dev,ops)]):1; disk(reservations: [(DYNAMIC,dev,ops)])[v:data]:25; disk(reservations: [(DYNAMIC,dev,ops)]):5",
    );
    expect(it.destroy(volume(25))).toEqual(ACCEPTED);
    expect(it.unreserve(reserved("disk", 30), reserved("cpus", 1))).toEqual(ACCEPTED);
    expect(it.total()).toBe("cpus:4; mem:4096; disk:100");
  });

  it("move a reservation to another role at once", () => {
    const it = operator();
    it.reserve(reserved("disk", 30));
    const resources = [scalar("disk", 30, { reservations: [{ type: "DYNAMIC", role: "qa" }] })];
    const source = [reserved("disk", 30)];
    expect(it.ask("RESERVE_RESOURCES", { source, resources })).toEqual(ACCEPTED);
    expect(it.total()).toBe("cpus:4; mem:4096; disk:70; disk(reservations: [(DYNAMIC,qa)]):30");
  });

  it("destroy a shared volume, and take it out of all offers", () => {
    const it = operator();
    const shared = { ...volume(10), shared: {} };
    it.reserve(reserved("disk", 10));
    expect(it.create(shared)).toEqual(ACCEPTED);
    const known = ["MULTI_ROLE", "RESERVATION_REFINEMENT", "SHARED_RESOURCES"] as const;
    const scheduler = it.bench.subscribe({
      roles: ["dev"],
      capabilities: capabilities(...known),
    });
    it.bench.advance(3_000);
    expect(JSON.stringify(scheduler.held())).toContain('"shared"');
    expect(it.destroy(shared)).toEqual(ACCEPTED);
    it.bench.advance(3_000);
    expect(JSON.stringify(scheduler.held())).not.toContain('"shared"');
    expect(it.total()).toContain("disk(reservations: [(DYNAMIC,dev,ops)]):10");
  });

  it("have their operation sent to the agent, and acknowledged for them", () => {
    const it = operator();
    it.reserve(reserved("disk", 30));
    const [message] = it.bench.sent<internal.ApplyOperationMessage>("ApplyOperationMessage");
    expect(message?.framework_id).toBeUndefined();
    expect(message?.operation_info.type).toBe("RESERVE");
    expect(it.agent()?.operations.size).toBe(1);
    const uuid = { value: new Uint8Array(16).fill(3) };
    it.bench.message("UpdateOperationStatusMessage", {
      agent_id: { value: it.agentId },
      status: { state: "OPERATION_FINISHED", uuid },
      operation_uuid: message?.operation_uuid,
    });
    expect(it.bench.sent("AcknowledgeOperationStatusMessage")).toEqual([
      { status_uuid: uuid, operation_uuid: message?.operation_uuid },
    ]);
    expect(it.agent()?.operations.size).toBe(0);
  });

  it("tell agents without operations all that they must remember", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent({ capabilities: ["MULTI_ROLE", "HIERARCHICAL_ROLE"] });
    bench.operator({
      type: "RESERVE_RESOURCES",
      reserve_resources: { agent_id: { value: agentId }, resources: [reserved("disk", 1)] },
    });
    expect(bench.sent("CheckpointResourcesMessage")).toEqual([
      { resources: [scalar("disk", 1, { role: "dev", reservation: { principal: "ops" } })] },
    ]);
  });

  it("reserve in their own name only, when they have one", () => {
    const it = operator();
    const payload = { resources: [reserved("disk", 1)] };
    expect(it.ask("RESERVE_RESOURCES", payload, "ops")).toEqual(ACCEPTED);
    expect(it.ask("RESERVE_RESOURCES", payload, "eve")).toMatchObject({
      status: 400,
      text: "Invalid RESERVE operation on agent m-S0 at slave(1)@10.0.0.1:5051 (host1): A reserve operation was attempted by authenticated principal 'eve', which does not match a reserved resource in the request with principal 'ops'",
    });
  });

  it.each<[string, (it: ReturnType<typeof operator>) => unknown, number, string]>([
    [
      "an agent that is not there",
      (it) => it.ask("RESERVE_RESOURCES", { agent_id: { value: "x" } }),
      400,
      "No agent found with specified ID",
    ],
    [
      "no agent for a volume to grow",
      (it) =>
        it.ask("GROW_VOLUME", {
          agent_id: undefined,
          volume: volume(1),
          addition: reserved("disk", 1),
        }),
      400,
      "Failed to validate master::Call: Expecting 'agent_id' to be present; only agent default resources are supported right now",
    ],
    [
      "what is no resource",
      (it) => it.reserve(scalar("cpus", -1)),
      400,
      "Resource 'cpus:-1' is invalid: Invalid scalar resource: value <= 0",
    ],
    [
      "a resize of what is no resource",
      (it) => it.ask("SHRINK_VOLUME", { volume: scalar("disk", -1), subtract: { value: 1 } }),
      400,
      "Invalid scalar resource: value <= 0",
    ],
    [
      "nothing to reserve",
      (it) => it.reserve(),
      400,
      "Invalid RESERVE operation on agent m-S0 at slave(1)@10.0.0.1:5051 (host1): Invalid resources: The resources have multiple resource providers: ",
    ],
    [
      "an unreserved resource to reserve",
      (it) => it.reserve(scalar("cpus", 1)),
      400,
      "Invalid RESERVE operation on agent m-S0 at slave(1)@10.0.0.1:5051 (host1): Resource cpus:1 is not dynamically reserved",
    ],
    [
      "a role that could leave its folder",
      (it) => it.create({ ...volume(1), reservations: [{ type: "DYNAMIC", role: "../.." }] }),
      400,
      "Resource 'disk(reservations: [(DYNAMIC,../..)])[v:data]:1' is invalid: Role '../..' cannot include '..' as a component",
    ],
    [
      "a volume that was never created",
      (it) => it.destroy(volume(1)),
      400,
      "Invalid DESTROY operation on agent m-S0 at slave(1)@10.0.0.1:5051 (host1): Persistent volumes not found",
    ],
    [
      "more than there is",
      (it) => it.reserve(reserved("cpus", 9)),
      409,
      "cpus:4; mem:4096; disk:100 does not contain cpus:9",
    ],
    [
      "a reservation that is not there",
      (it) => it.unreserve(reserved("cpus", 1)),
      409,
      "cpus:4; mem:4096; disk:100 does not contain cpus(reservations: [(DYNAMIC,dev,ops)]):1",
    ],
  ])("are refused %s", (_, ask, status, text) => {
    const it = operator();
    const before = it.total();
    expect(ask(it)).toEqual({ type: "refused", status, text });
    expect(it.bench.sent("ApplyOperationMessage")).toEqual([]);
    expect(it.total()).toBe(before);
  });
});

describe("offers in the way of an operator", () => {
  it("are rescinded, and what is left of them is offered again", () => {
    const it = operator();
    const scheduler = it.bench.subscribe();
    const [before] = scheduler.held();
    expect(it.reserve(reserved("disk", 30))).toEqual(ACCEPTED);
    expect(scheduler.events()[0]).toEqual({ type: "RESCIND", rescind: { offer_id: before?.id } });
    it.bench.advance(1_000);
    const [offer] = scheduler.held();
    expect(offer?.resources?.filter(({ name }) => name === "disk")).toHaveLength(2);
  });

  it("are rescinded only as far as they are needed", () => {
    const bench = new Bench();
    const of = (role: string): Resource[] => [
      scalar("cpus", 2, { role }),
      scalar("mem", 512, { role }),
    ];
    const agentId = bench.registerAgent({ resources: [...of("a"), ...of("b")] });
    const [a, b] = ["a", "b"].map((role) => bench.subscribe({ roles: [role], name: role }));
    bench.advance(3_000);
    expect([a?.held().length, b?.held().length]).toEqual([1, 1]);
    const refined = scalar("cpus", 1, {
      reservations: [
        { type: "STATIC", role: "a" },
        { type: "DYNAMIC", role: "a/x" },
      ],
    });
    const reserve_resources = { agent_id: { value: agentId }, resources: [refined] };
    expect(bench.operator({ type: "RESERVE_RESOURCES", reserve_resources })).toEqual(ACCEPTED);
    const types = [a, b].map((each) => each?.events().map(({ type }) => type));
    expect(types[0]).toContain("RESCIND");
    expect(types[1]).toEqual([]);
  });

  it("stay when they have nothing of it", () => {
    const bench = new Bench();
    const other = scalar("cpus", 2, { role: "qa" });
    const agentId = bench.registerAgent({ resources: [other, scalar("disk", 100)] });
    const qa = bench.subscribe({ roles: ["qa"], name: "qa" });
    const held = qa.held().map(({ resources }) => resources?.map(({ name }) => name));
    const reserve_resources = { agent_id: { value: agentId }, resources: [reserved("mem", 1)] };
    expect(bench.operator({ type: "RESERVE_RESOURCES", reserve_resources })).toMatchObject({
      status: 409,
    });
    expect(qa.held().map(({ resources }) => resources?.map(({ name }) => name))).toEqual(held);
  });

  it("do not help when a task has what is asked for", () => {
    const it = operator();
    const scheduler = it.bench.subscribe();
    scheduler.launch([
      task("t", it.agentId, { resources: [scalar("cpus", 3), scalar("mem", 64)] }),
    ]);
    expect(it.reserve(reserved("cpus", 2))).toMatchObject({
      status: 409,
      text: expect.stringContaining("does not contain cpus:2"),
    });
    expect(it.reserve(reserved("cpus", 1))).toEqual(ACCEPTED);
  });
});

describe("an agent that comes back", () => {
  it("decides what is reserved: an operation that never arrived is undone", () => {
    const it = operator();
    it.reserve(reserved("disk", 30));
    it.bench.step({ type: "exited", pid: "slave(1)@10.0.0.1:5051" });
    it.bench.reregisterAgent(it.agentId, { checkpointed_resources: [] });
    expect(it.total()).toBe("cpus:4; mem:4096; disk:100");
    it.bench.message("UpdateSlaveMessage", {
      agent_id: { value: it.agentId },
      update_oversubscribed_resources: false,
      operations: {},
    });
    const [asked] = it.bench.sent<internal.ReconcileOperationsMessage>(
      "ReconcileOperationsMessage",
    );
    it.bench.message("UpdateOperationStatusMessage", {
      agent_id: { value: it.agentId },
      status: { state: "OPERATION_DROPPED" },
      operation_uuid: asked?.operations?.[0]?.operation_uuid,
    });
    expect(it.agent()?.operations.size).toBe(0);
    expect(it.reserve(reserved("disk", 100))).toEqual(ACCEPTED);
  });
});

describe("operations that another master began", () => {
  const uuid = { value: new Uint8Array(16).fill(5) };
  const status = { state: "OPERATION_FINISHED", uuid: { value: new Uint8Array(16).fill(6) } };
  const operation = (frameworkId: string) => ({
    framework_id: { value: frameworkId },
    info: { type: "RESERVE", id: { value: "op" }, reserve: { resources: [reserved("disk", 1)] } },
    latest_status: status,
    uuid,
  });

  function takenOver() {
    const bench = new Bench();
    const agentId = bench.registerAgent({ capabilities: AGENT_CAPABILITIES });
    bench.message("UpdateSlaveMessage", {
      agent_id: { value: agentId },
      update_oversubscribed_resources: false,
      operations: { operations: [operation("old-0001")] },
    });
    const told = () =>
      bench.message("UpdateOperationStatusMessage", {
        framework_id: { value: "old-0001" },
        agent_id: { value: agentId },
        status,
        operation_uuid: uuid,
      });
    return { bench, agentId, told };
  }

  it("wait for their framework, which acknowledges them", () => {
    const { bench, agentId, told } = takenOver();
    told();
    expect(bench.sent("AcknowledgeOperationStatusMessage")).toEqual([]);
    const scheduler = bench.subscribe({ id: { value: "old-0001" } });
    told();
    expect(scheduler.events()[0]?.update_operation_status?.status).toMatchObject({
      operation_id: { value: "op" },
      state: "OPERATION_FINISHED",
    });
    scheduler.call("ACKNOWLEDGE_OPERATION_STATUS", {
      agent_id: { value: agentId },
      uuid: status.uuid.value,
      operation_id: { value: "op" },
    });
    expect(bench.sent("AcknowledgeOperationStatusMessage")).toHaveLength(1);
  });

  it("are acknowledged by the master when the framework does not come for ten minutes", () => {
    const { bench, told } = takenOver();
    const agent = [...bench.master.core.agents.registered.values()][0];
    for (let minute = 0; minute < 10; minute += 1) {
      bench.nowMs += 60_000;
      bench.message("PongSlaveMessage", {}, agent?.pid, agent?.observer.id);
    }
    told();
    expect(bench.sent("AcknowledgeOperationStatusMessage")).toHaveLength(1);
    expect(agent?.operations.size).toBe(0);
  });
});
