import type { allocation, MachineID, maintenance, master } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { AGENT_PID, Bench, registration, type Scheduler, task } from "./test-harness.ts";

const MACHINE = { hostname: "host1", ip: "10.0.0.1" };
const WINDOW = { start: { nanoseconds: 5e18 }, duration: { nanoseconds: 3.6e12 } };
const START: master.Call = {
  type: "START_MAINTENANCE",
  start_maintenance: { machines: [MACHINE] },
};
const STOP: master.Call = { type: "STOP_MAINTENANCE", stop_maintenance: { machines: [MACHINE] } };

function schedule(
  unavailability: maintenance.Window["unavailability"] | undefined,
  ...machines: MachineID[]
): master.Call {
  const machine_ids = machines.length === 0 ? [MACHINE] : machines;
  const windows = unavailability === undefined ? [] : [{ machine_ids, unavailability }];
  return {
    type: "UPDATE_MAINTENANCE_SCHEDULE",
    update_maintenance_schedule: { schedule: { windows } },
  };
}

/** A framework with a task on the only agent. */
function cluster(config = {}): { bench: Bench; agentId: string; scheduler: Scheduler } {
  const bench = new Bench(config);
  const agentId = bench.registerAgent();
  const scheduler = bench.subscribe({ failover_timeout: 100 });
  scheduler.launch([task("t", agentId)]);
  bench.update(agentId, scheduler.id, "t", "TASK_RUNNING");
  return { bench, agentId, scheduler };
}

function status(bench: Bench): maintenance.ClusterStatus {
  const reply = bench.operator({ type: "GET_MAINTENANCE_STATUS" });
  if (reply?.type !== "ok") throw new Error("no status");
  return reply.response?.get_maintenance_status?.status ?? {};
}

function answers(bench: Bench): allocation.InverseOfferStatus_Status[] {
  return (status(bench).draining_machines ?? []).flatMap(({ statuses = [] }) =>
    statuses.map((one) => one.status),
  );
}

function inverseOffers(scheduler: Scheduler) {
  return scheduler.events().flatMap(({ inverse_offers }) => inverse_offers?.inverse_offers ?? []);
}

/** The inverse offers that the framework holds. */
function heldInverse({ bench, id }: Scheduler) {
  return [...(bench.master.core.frameworks.registered.get(id)?.inverseOffers ?? [])];
}

describe("a maintenance schedule", () => {
  it("is refused with the reason", () => {
    const bench = new Bench();
    expect(bench.operator(schedule(WINDOW, {}))).toEqual({
      type: "refused",
      status: 400,
      text: "Both 'hostname' and 'ip' for a machine are empty",
    });
  });

  it("is in the registry before it has effect", () => {
    const { bench } = cluster();
    bench.registry = "waits";
    expect(bench.operator(schedule(WINDOW))).toBeUndefined();
    expect(status(bench)).toEqual({});
    bench.step({ type: "persisted", persistId: 2, ok: false });
    expect(bench.effects).toContainEqual({
      type: "reply",
      requestId: 3,
      reply: {
        type: "refused",
        status: 500,
        text: "Failed to update the maintenance schedule in the registry",
      },
    });
    expect(status(bench)).toEqual({});
  });

  it("is read back, and survives in the registry", () => {
    const { bench } = cluster();
    expect(bench.operator(schedule(WINDOW))).toEqual({ type: "ok" });
    expect(bench.operator({ type: "GET_MAINTENANCE_SCHEDULE" })).toMatchObject({
      response: {
        get_maintenance_schedule: {
          schedule: { windows: [{ machine_ids: [MACHINE], unavailability: WINDOW }] },
        },
      },
    });
    const content = bench.book.content();
    const next = new Bench({}, content);
    expect(status(next)).toEqual({ draining_machines: [{ id: MACHINE }] });
    next.operator(START);
    expect(status(next)).toEqual({ down_machines: [MACHINE] });
  });

  it("takes back what is offered of the agent, and offers it with the time", () => {
    const { bench, scheduler } = cluster();
    bench.advance(1000);
    const [offer] = scheduler.held();
    bench.operator(schedule(WINDOW));
    expect(scheduler.events()).toContainEqual({
      type: "RESCIND",
      rescind: { offer_id: offer?.id },
    });
    bench.advance(1000);
    expect(scheduler.held().map(({ unavailability }) => unavailability)).toEqual([WINDOW]);
  });

  it("matches agents by hostname without case and by address, both", () => {
    const { bench, scheduler } = cluster();
    bench.operator(schedule(WINDOW, { hostname: "HOST1", ip: "10.0.0.1" }));
    bench.advance(1000);
    expect(heldInverse(scheduler)).toHaveLength(1);
    bench.operator(schedule(WINDOW, { hostname: "host1" }));
    bench.advance(1000);
    expect(heldInverse(scheduler)).toHaveLength(0);
  });

  it("is known to agents that join later", () => {
    const bench = new Bench();
    bench.operator(schedule(WINDOW));
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    expect(scheduler.held()[0]?.unavailability).toEqual(WINDOW);
    scheduler.launch([task("t", agentId)]);
    bench.advance(1000);
    expect(heldInverse(scheduler)).toHaveLength(1);
  });
});

describe("an inverse offer", () => {
  it("asks who uses the agent, with an id of the offers' counter", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.effects = [...bench.effects, ...bench.advance(1000)];
    const [offer, ...more] = inverseOffers(scheduler);
    expect(more).toEqual([]);
    expect(offer).toEqual({
      id: { value: expect.stringMatching(/^m-O\d+$/) },
      url: {
        scheme: "http",
        address: { hostname: "host1", ip: "10.0.0.1", port: 5051 },
        path: "/slave(1)",
      },
      framework_id: { value: scheduler.id },
      agent_id: { value: agentId },
      unavailability: WINDOW,
    });
    expect(bench.master.core.offers.has(offer?.id.value ?? "")).toBe(false);
  });

  it.each([
    ["ACCEPT_INVERSE_OFFERS", "ACCEPT"],
    ["DECLINE_INVERSE_OFFERS", "DECLINE"],
  ] as const)("answered with %s is shown as %s", (call, expected) => {
    const { bench, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.advance(1000);
    const [offer] = heldInverse(scheduler);
    expect(answers(bench)).toEqual([]);
    expect(
      scheduler.call(call, {
        inverse_offer_ids: [offer?.message.id],
        filters: { refuse_seconds: 60 },
      }),
    ).toEqual({ type: "accepted" });
    expect(status(bench).draining_machines).toEqual([
      {
        id: MACHINE,
        statuses: [
          {
            status: expected,
            framework_id: { value: scheduler.id },
            timestamp: { nanoseconds: bench.nowMs * 1e6 },
          },
        ],
      },
    ]);
  });

  it("that is answered is made again when its filter is over", () => {
    const { bench, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.advance(1000);
    const inverse_offer_ids = heldInverse(scheduler).map(({ message }) => message.id);
    const filters = { refuse_seconds: 60 };
    scheduler.call("DECLINE_INVERSE_OFFERS", { inverse_offer_ids, filters });
    bench.advance(59_000);
    expect(heldInverse(scheduler)).toEqual([]);
    bench.advance(3000);
    expect(heldInverse(scheduler)).toHaveLength(1);
    expect(answers(bench)).toEqual(["DECLINE"]);
  });

  it.each([
    [[], "No inverse offers specified"],
    [["x"], "Inverse offer x is no longer valid"],
    [["x", "x"], "Duplicate offer x in offer list"],
  ])("that is not there: %j", (ids, why) => {
    const { bench, scheduler } = cluster();
    const inverse_offer_ids = ids.map((value) => ({ value }));
    scheduler.call("ACCEPT_INVERSE_OFFERS", { inverse_offer_ids });
    expect(bench.logs().join("\n")).toContain(`used invalid offers '${ids.join(", ")}': ${why}`);
  });

  it("of another framework is not its to answer", () => {
    const { bench, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.advance(1000);
    const [offer] = heldInverse(scheduler);
    const thief = bench.subscribe({ name: "thief" });
    thief.call("ACCEPT_INVERSE_OFFERS", { inverse_offer_ids: [offer?.message.id] });
    expect(bench.logs().join("\n")).toContain(
      `Offer ${offer?.id} has invalid framework ${scheduler.id} while framework ${thief.id} is expected`,
    );
    expect(answers(bench)).toEqual([]);
    expect(heldInverse(scheduler)).toEqual([offer]);
  });

  it("times out as offers do", () => {
    const { bench, scheduler } = cluster({ offerTimeoutMs: 10_000 });
    bench.operator(schedule(WINDOW));
    bench.advance(1000);
    const [offer] = heldInverse(scheduler);
    bench.advance(10_000);
    expect(scheduler.events()).toContainEqual({
      type: "RESCIND_INVERSE_OFFER",
      rescind_inverse_offer: { inverse_offer_id: { value: offer?.id } },
    });
    expect(answers(bench)).toEqual([]);
  });

  it("is replaced, and its answer forgotten, when the schedule changes", () => {
    const { bench, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.advance(1000);
    const accepted = heldInverse(scheduler)[0];
    scheduler.call("ACCEPT_INVERSE_OFFERS", { inverse_offer_ids: [accepted?.message.id] });
    bench.advance(60_000);
    const [held] = heldInverse(scheduler);
    const later = { start: { nanoseconds: 6e18 } };
    bench.operator(schedule(later));
    expect(scheduler.events()).toContainEqual({
      type: "RESCIND_INVERSE_OFFER",
      rescind_inverse_offer: { inverse_offer_id: { value: held?.id } },
    });
    expect(answers(bench)).toEqual([]);
    bench.advance(1000);
    expect(heldInverse(scheduler).map(({ message }) => message.unavailability)).toEqual([later]);
  });

  it("is taken back when maintenance is called off", () => {
    const { bench, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.advance(1000);
    const [offer] = heldInverse(scheduler);
    bench.operator(schedule(undefined));
    expect(scheduler.events()).toContainEqual({
      type: "RESCIND_INVERSE_OFFER",
      rescind_inverse_offer: { inverse_offer_id: { value: offer?.id } },
    });
    bench.advance(10_000);
    expect(inverseOffers(scheduler)).toEqual([]);
    expect(status(bench)).toEqual({});
  });

  it("goes with the framework's connection, silently, and comes with the next", () => {
    const { bench, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.advance(1000);
    bench.step({ type: "stream-closed", streamId: scheduler.streamId });
    expect(bench.transcript().filter((line) => line.includes("INVERSE"))).toEqual([]);
    expect(bench.master.core.inverseOffers.size).toBe(0);
    const back = bench.subscribe({ id: { value: scheduler.id } });
    bench.advance(1000);
    expect(heldInverse(back)).toHaveLength(1);
  });

  it("is for drivers a message", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const pid = "scheduler-1@10.0.0.9:9000";
    bench.message(
      "mesos.internal.RegisterFrameworkMessage",
      { framework: { user: "root", name: "old" } },
      pid,
    );
    const [id = ""] = bench.master.core.frameworks.registered.keys();
    const offers = [...bench.master.core.offers.keys()].map((value) => ({ value }));
    bench.message(
      "LaunchTasksMessage",
      {
        framework_id: { value: id },
        tasks: [task("t", agentId)],
        filters: {},
        offer_ids: offers,
      },
      pid,
    );
    bench.operator(schedule(WINDOW));
    bench.effects = [...bench.effects, ...bench.advance(1000)];
    expect(bench.sent("InverseOffersMessage")).toMatchObject([
      { inverse_offers: [{ framework_id: { value: id } }], pids: [AGENT_PID] },
    ]);
    bench.operator(schedule(undefined));
    expect(bench.sent("RescindInverseOfferMessage")).toHaveLength(1);
  });
});

describe("a machine that goes down", () => {
  it("has its agents shut down and removed", () => {
    const { bench, agentId, scheduler } = cluster();
    bench.operator(schedule(WINDOW));
    bench.operator(START);
    expect(bench.sent("ShutdownMessage")).toEqual([
      { message: "Operator initiated 'Machine DOWN'" },
    ]);
    expect(bench.master.core.agents.registered.size).toBe(0);
    expect(scheduler.updates()).toEqual([
      [
        "t",
        "TASK_LOST",
        "REASON_AGENT_REMOVED",
        "Agent host1 removed: Operator initiated 'Machine DOWN'",
      ],
    ]);
    expect(scheduler.events().at(-1)).toEqual({
      type: "FAILURE",
      failure: { agent_id: { value: agentId } },
    });
    expect(status(bench)).toEqual({ down_machines: [MACHINE] });
  });

  it("takes no agents, neither new nor returning ones, until it comes up", () => {
    const { bench, agentId } = cluster();
    bench.operator(schedule(WINDOW));
    bench.operator(START);
    bench.message("RegisterSlaveMessage", registration());
    expect(bench.sent("ShutdownMessage")).toEqual([{ message: "Machine is `DOWN`" }]);
    bench.reregisterAgent(agentId);
    expect(bench.sent("ShutdownMessage")).toEqual([{ message: "Machine is `DOWN`" }]);
    expect(bench.master.core.agents.registered.size).toBe(0);

    expect(bench.operator(STOP)).toEqual({ type: "ok" });
    expect(status(bench)).toEqual({});
    bench.reregisterAgent(agentId);
    expect(bench.master.core.agents.registered.has(agentId)).toBe(true);
  });

  it("is refused when it is not draining", () => {
    const { bench } = cluster();
    expect(bench.operator(START)).toMatchObject({
      status: 400,
      text: `Machine '${JSON.stringify(MACHINE)}' is not in DRAINING mode and cannot be brought down`,
    });
    expect(bench.operator(STOP)).toMatchObject({
      status: 400,
      text: `Machine '${JSON.stringify(MACHINE)}' is not in DOWN mode and cannot be brought up`,
    });
  });
});
