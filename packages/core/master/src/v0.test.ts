/** Libprocess schedulers: old drivers, with `mesos.scheduler.Call` or one message per call. */
import type { internal, Message } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { AGENT_PID, Bench, capabilities, task } from "./test-harness.ts";

const DRIVER = "scheduler-1@10.0.0.9:4242";
const OTHER = "scheduler-2@10.0.0.8:4242";
const info = { user: "u", name: "old", role: "dev", capabilities: capabilities() };

function call(bench: Bench, body: object, from = DRIVER): void {
  bench.message("mesos.scheduler.Call", body, from);
}

function told<T = Message>(bench: Bench, name: string, pid = DRIVER): T[] {
  return bench.effects.flatMap((effect) =>
    effect.type === "send" && effect.to === pid && effect.name === name
      ? [effect.message as T]
      : [],
  );
}

function subscribed(more: object = {}) {
  const bench = new Bench();
  const agentId = bench.registerAgent();
  call(bench, { type: "SUBSCRIBE", subscribe: { framework_info: { ...info, ...more } } });
  return { bench, agentId, framework_id: { value: "m-0000" } };
}

function held(bench: Bench) {
  return [...bench.master.core.offers.keys()].map((value) => ({ value }));
}

describe("a driver", () => {
  it("is linked, registered and offered resources with the agents' pids", () => {
    const { bench } = subscribed();
    expect(bench.transcript()).toEqual([
      `link ${DRIVER}`,
      `master -> ${DRIVER}: FrameworkRegisteredMessage`,
      `master -> ${DRIVER}: ResourceOffersMessage`,
    ]);
    const [offers] = told<internal.ResourceOffersMessage>(bench, "ResourceOffersMessage");
    expect(offers?.pids).toEqual([AGENT_PID]);
    expect(offers?.offers?.[0]?.allocation_info).toBeUndefined();
  });

  it("that asks twice is answered twice and exists once", () => {
    const { bench } = subscribed();
    call(bench, { type: "SUBSCRIBE", subscribe: { framework_info: info } });
    expect(told(bench, "FrameworkRegisteredMessage")).toHaveLength(1);
    expect(bench.master.core.frameworks.registered.size).toBe(1);
  });

  it("that is refused gets an error message", () => {
    const { bench } = subscribed({ roles: ["x"] });
    expect(told(bench, "FrameworkErrorMessage")).toEqual([
      {
        message:
          "'FrameworkInfo.roles' must not be set when the framework is not MULTI_ROLE capable",
      },
    ]);
  });

  it("launches; its pid goes with the task, and updates name the agent", () => {
    const { bench, agentId, framework_id } = subscribed();
    call(bench, {
      type: "ACCEPT",
      framework_id,
      accept: {
        offer_ids: held(bench),
        operations: [{ type: "LAUNCH", launch: { task_infos: [task("t", agentId)] } }],
      },
    });
    expect(bench.sent("RunTaskMessage")).toMatchObject([{ pid: DRIVER }]);
    bench.update(agentId, framework_id.value, "t", "TASK_RUNNING");
    expect(told(bench, "StatusUpdateMessage")).toMatchObject([
      { update: { status: { state: "TASK_RUNNING" } }, pid: AGENT_PID },
    ]);
    call(bench, { type: "RECONCILE", framework_id, reconcile: {} });
    expect(told(bench, "StatusUpdateMessage")).toMatchObject([{ pid: "@0.0.0.0:0" }]);
  });

  it("sees only TASK_LOST of what is lost", () => {
    const { bench, agentId, framework_id } = subscribed();
    call(bench, {
      type: "RECONCILE",
      framework_id,
      reconcile: { tasks: [{ task_id: { value: "x" }, agent_id: { value: agentId } }] },
    });
    expect(told(bench, "StatusUpdateMessage")).toMatchObject([
      { update: { status: { state: "TASK_LOST" } } },
    ]);
  });

  it("is not believed from another process", () => {
    const { bench, framework_id } = subscribed();
    call(bench, { type: "TEARDOWN", framework_id }, OTHER);
    expect(bench.logs().join()).toContain("Call is not from registered framework");
    expect(bench.master.core.frameworks.registered.size).toBe(1);
  });

  it.each(["ACKNOWLEDGE_OPERATION_STATUS", "RECONCILE_OPERATIONS"])("has no %s", (type) => {
    const { bench, framework_id } = subscribed();
    call(bench, {
      type,
      framework_id,
      reconcile_operations: {},
      acknowledge_operation_status: {
        uuid: new Uint8Array(16),
        operation_id: { value: "x" },
        agent_id: { value: "x" },
      },
    });
    expect(bench.logs().join()).toContain(`'${type}' is not supported by the v0 API`);
  });
});

describe("a driver that comes back", () => {
  it("from elsewhere by force: the other one is told", () => {
    const { bench, framework_id } = subscribed({ failover_timeout: 60 });
    const subscribe = {
      framework_info: { ...info, id: framework_id, failover_timeout: 60 },
      force: true,
    };
    call(bench, { type: "SUBSCRIBE", framework_id, subscribe }, OTHER);
    expect(told(bench, "FrameworkErrorMessage")).toEqual([{ message: "Framework failed over" }]);
    expect(told(bench, "FrameworkRegisteredMessage", OTHER)).toHaveLength(1);
    expect(told(bench, "ResourceOffersMessage", OTHER)).toHaveLength(1);
    expect(bench.sent("UpdateFrameworkMessage")).toMatchObject([{ pid: OTHER }]);
  });

  it("from elsewhere without force is refused", () => {
    const { bench, framework_id } = subscribed();
    const subscribe = { framework_info: { ...info, id: framework_id } };
    call(bench, { type: "SUBSCRIBE", framework_id, subscribe }, OTHER);
    expect(told(bench, "FrameworkErrorMessage", OTHER)).toEqual([
      { message: "Framework failed over" },
    ]);
  });

  it("to its own pid is reregistered, its offers rescinded", () => {
    const { bench, framework_id } = subscribed({ failover_timeout: 60 });
    bench.step({ type: "exited", pid: DRIVER });
    expect(told(bench, "FrameworkErrorMessage")).toEqual([{ message: "Framework disconnected" }]);
    bench.advance(30_000);
    const subscribe = { framework_info: { ...info, id: framework_id, failover_timeout: 60 } };
    call(bench, { type: "SUBSCRIBE", framework_id, subscribe });
    expect(told(bench, "FrameworkReregisteredMessage")).toHaveLength(1);
    bench.advance(60_000);
    expect(bench.master.core.frameworks.registered.size).toBe(1);
  });

  it("never does after its failover timeout", () => {
    const { bench, framework_id } = subscribed({ failover_timeout: 10 });
    bench.step({ type: "exited", pid: DRIVER });
    bench.advance(10_000);
    const subscribe = { framework_info: { ...info, id: framework_id }, force: true };
    call(bench, { type: "SUBSCRIBE", framework_id, subscribe });
    expect(told(bench, "FrameworkErrorMessage")).toEqual([
      { message: "Framework has been removed" },
    ]);
  });
});

describe("the older messages", () => {
  function registered() {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    bench.message("RegisterFrameworkMessage", { framework: info }, DRIVER);
    return { bench, agentId, framework_id: { value: "m-0000" } };
  }

  it("register and reregister", () => {
    const { bench, framework_id } = registered();
    expect(told(bench, "FrameworkRegisteredMessage")).toHaveLength(1);
    const framework = { ...info, id: framework_id };
    bench.message("ReregisterFrameworkMessage", { framework, failover: false }, DRIVER);
    expect(told(bench, "FrameworkReregisteredMessage")).toHaveLength(1);
    bench.message("ReregisterFrameworkMessage", { framework, failover: true }, OTHER);
    expect(told(bench, "FrameworkRegisteredMessage", OTHER)).toHaveLength(1);
    bench.message("ReregisterFrameworkMessage", { framework: info, failover: true }, OTHER);
    expect(told(bench, "FrameworkErrorMessage", OTHER)).toEqual([
      { message: "Framework reregistering without an id" },
    ]);
  });

  it("launch, kill, acknowledge, reconcile and message", () => {
    const { bench, agentId, framework_id } = registered();
    const agent_id = { value: agentId };
    const task_id = { value: "t" };
    const filters = { refuse_seconds: 0 };
    const tasks = [task("t", agentId)];
    bench.message(
      "LaunchTasksMessage",
      { framework_id, tasks, filters, offer_ids: held(bench) },
      DRIVER,
    );
    expect(bench.sent("RunTaskMessage")).toHaveLength(1);
    bench.message("KillTaskMessage", { framework_id, task_id }, DRIVER);
    expect(bench.sent("KillTaskMessage")).toEqual([{ framework_id, task_id }]);
    bench.update(agentId, framework_id.value, "t", "TASK_KILLED");
    const uuid = new Uint8Array(16).fill(7);
    bench.message(
      "StatusUpdateAcknowledgementMessage",
      { framework_id, agent_id, task_id, uuid },
      DRIVER,
    );
    expect(bench.sent("StatusUpdateAcknowledgementMessage")).toHaveLength(1);
    bench.message(
      "ReconcileTasksMessage",
      { framework_id, statuses: [{ task_id, state: "TASK_RUNNING" }] },
      DRIVER,
    );
    expect(told(bench, "StatusUpdateMessage")).toHaveLength(1);
    const data = new Uint8Array([1]);
    const executor_id = { value: "e" };
    bench.message(
      "FrameworkToExecutorMessage",
      { framework_id, agent_id, executor_id, data },
      DRIVER,
    );
    expect(bench.sent("FrameworkToExecutorMessage")).toHaveLength(1);
  });

  it("decline by launching nothing, revive, request, deactivate and unregister", () => {
    const { bench, framework_id } = registered();
    const filters = { refuse_seconds: 3600 };
    bench.message("LaunchTasksMessage", { framework_id, filters, offer_ids: held(bench) }, DRIVER);
    bench.advance(5000);
    expect(held(bench)).toEqual([]);
    bench.message("ReviveOffersMessage", { framework_id }, DRIVER);
    expect(told(bench, "ResourceOffersMessage")).toHaveLength(1);
    bench.message("ResourceRequestMessage", { framework_id }, DRIVER);
    bench.message("DeactivateFrameworkMessage", { framework_id }, DRIVER);
    expect(told(bench, "RescindResourceOfferMessage")).toHaveLength(1);
    bench.message("UnregisterFrameworkMessage", { framework_id }, DRIVER);
    expect(bench.sent("ShutdownFrameworkMessage")).toEqual([{ framework_id }]);
    bench.message("UnregisterFrameworkMessage", { framework_id }, DRIVER);
    expect(bench.logs().join()).toContain("the framework cannot be found");
  });
});
