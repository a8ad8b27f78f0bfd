/** Whatever others send: no message and no call ends a step with an exception. */
import type { Message, master, TaskState } from "@mesos-ts/protos";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Bench, registration } from "./test-harness.ts";

const STATES: readonly TaskState[] = ["TASK_RUNNING", "TASK_FINISHED", "TASK_DROPPED", "TASK_GONE"];
const RESERVED = [{ type: "DYNAMIC" as const, role: "dev", principal: "p" }];

describe("messages of odd contents", () => {
  const NAMES = [
    "RegisterSlaveMessage",
    "ReregisterSlaveMessage",
    "UnregisterSlaveMessage",
    "UpdateSlaveMessage",
    "StatusUpdateMessage",
    "UpdateOperationStatusMessage",
    "ExitedExecutorMessage",
    "ExecutorToFrameworkMessage",
    "PongSlaveMessage",
    "RegisterFrameworkMessage",
    "LaunchTasksMessage",
    "KillTaskMessage",
    "ReconcileTasksMessage",
    "NobodyKnowsThisMessage",
  ];

  it("never end a step with an exception", () => {
    const id = fc.record({ value: fc.constantFrom("", "m-S0", "m-0000", "t", "a/b", "..", "é") });
    const amount = fc.constantFrom(-1, 0, 1, Number.NaN, Number.POSITIVE_INFINITY, 1e300);
    const resource = fc.record({
      name: fc.constantFrom("cpus", "", "ports", "disk"),
      type: fc.constantFrom("SCALAR", "RANGES", "SET", "TEXT"),
      scalar: fc.option(fc.record({ value: amount }), { nil: undefined }),
      role: fc.option(fc.constantFrom("*", "x", "a b"), { nil: undefined }),
    });
    const status = fc.record({
      task_id: id,
      state: fc.constantFrom(...STATES),
      uuid: fc.uint8Array({ maxLength: 17 }),
      timestamp: amount,
    });
    const info = fc.record({ user: fc.string(), name: fc.string(), id, failover_timeout: amount });
    const message = fc.record({
      agent: fc.record({ hostname: fc.string(), id, resources: fc.array(resource) }),
      agent_id: id,
      framework_id: id,
      executor_id: id,
      task_id: id,
      status,
      framework: info,
      frameworks: fc.array(info),
      resources: fc.array(resource),
      oversubscribed_resources: fc.array(resource),
      operation_uuid: fc.option(fc.record({ value: fc.uint8Array() }), { nil: undefined }),
      update: fc.record({ framework_id: id, agent_id: id, status, timestamp: amount }),
      version: fc.constantFrom("1.12.0", "x", undefined),
      data: fc.uint8Array(),
      filters: fc.record({ refuse_seconds: amount }),
      offer_ids: fc.array(id),
      statuses: fc.array(status),
    });
    const bench = new Bench();
    bench.registerAgent();
    bench.subscribe();
    fc.assert(
      fc.property(fc.constantFrom(...NAMES), message, (name, body) => {
        bench.message(name, body as Message);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it("never do when a scheduler calls", () => {
    const id = fc.record({ value: fc.constantFrom("", "m-S0", "m-O0", "t", "a/b") });
    const amount = fc.constantFrom(-1, 0, 1, Number.NaN, 1e300);
    const resource = fc.record({
      name: fc.constantFrom("cpus", "", "disk", "ports"),
      type: fc.constantFrom("SCALAR", "RANGES"),
      scalar: fc.option(fc.record({ value: amount }), { nil: undefined }),
      reservations: fc.option(fc.constant(RESERVED), { nil: undefined }),
    });
    const some = fc.record({ resources: fc.array(resource) });
    const info = fc.record({
      name: fc.string(),
      task_id: id,
      agent_id: id,
      resources: fc.array(resource),
      command: fc.option(fc.record({ value: fc.string() }), { nil: undefined }),
      executor: fc.option(fc.record({ executor_id: id, resources: fc.array(resource) }), {
        nil: undefined,
      }),
    });
    const operation = fc.record({
      type: fc.constantFrom("LAUNCH", "LAUNCH_GROUP", "RESERVE", "CREATE", "UNKNOWN", undefined),
      id: fc.option(id, { nil: undefined }),
      launch: fc.option(fc.record({ task_infos: fc.array(info) }), { nil: undefined }),
      reserve: fc.option(some, { nil: undefined }),
      create: fc.option(fc.record({ volumes: fc.array(resource) }), { nil: undefined }),
    });
    const payload = fc.record({
      offer_ids: fc.array(id, { maxLength: 2 }),
      inverse_offer_ids: fc.array(id, { maxLength: 2 }),
      operations: fc.array(operation, { maxLength: 3 }),
      filters: fc.record({ refuse_seconds: amount }),
      roles: fc.array(fc.string(), { maxLength: 1 }),
      task_id: id,
      agent_id: id,
      executor_id: id,
      operation_id: id,
      uuid: fc.uint8Array({ minLength: 15, maxLength: 17 }),
      data: fc.uint8Array(),
      tasks: fc.array(fc.record({ task_id: id }), { maxLength: 2 }),
    });
    const TYPES = [
      "ACCEPT",
      "ACCEPT",
      "DECLINE",
      "REVIVE",
      "SUPPRESS",
      "KILL",
      "SHUTDOWN",
      "ACKNOWLEDGE",
      "ACKNOWLEDGE_OPERATION_STATUS",
      "RECONCILE",
      "MESSAGE",
      "REQUEST",
      "ACCEPT_INVERSE_OFFERS",
      "DECLINE_INVERSE_OFFERS",
    ] as const;
    const bench = new Bench();
    bench.registerAgent();
    const scheduler = bench.subscribe();
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), payload, (type, body) => {
        expect(scheduler.call(type, body)?.type).toMatch(/accepted|refused/);
        bench.advance(1000);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it("never do when an operator takes things out of service", () => {
    const agent_id = fc.record({ value: fc.constantFrom("", "m-S0", "m-S1", "é") });
    const whole = fc.constantFrom(-1, 0, 1, 2 ** 53, -(2 ** 63));
    const time = fc.record({ nanoseconds: whole });
    const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
    const machine = fc.record({
      hostname: some(fc.constantFrom("", "host1", "HOST1")),
      ip: some(fc.constantFrom("", "10.0.0.1", "1.2.3", "::1")),
    });
    const machines = some(fc.array(machine, { maxLength: 2 }));
    const window = fc.record({
      machine_ids: machines,
      unavailability: fc.record({ start: time, duration: some(time) }),
    });
    const schedule = fc.record({ windows: some(fc.array(window, { maxLength: 2 })) });
    const payload = fc.record({
      update_maintenance_schedule: fc.record({ schedule }),
      start_maintenance: fc.record({ machines }),
      stop_maintenance: fc.record({ machines }),
      drain_agent: fc.record({
        agent_id,
        max_grace_period: some(fc.record({ seconds: some(whole), nanos: some(whole) })),
        mark_gone: some(fc.boolean()),
      }),
      deactivate_agent: fc.record({ agent_id }),
      reactivate_agent: fc.record({ agent_id }),
    });
    const TYPES = [
      "UPDATE_MAINTENANCE_SCHEDULE",
      "START_MAINTENANCE",
      "STOP_MAINTENANCE",
      "DRAIN_AGENT",
      "DEACTIVATE_AGENT",
      "REACTIVATE_AGENT",
    ] as const;
    const bench = new Bench();
    bench.subscribe();
    fc.assert(
      fc.property(fc.constantFrom(...TYPES), payload, (type, body) => {
        bench.message("RegisterSlaveMessage", registration());
        expect(bench.operator({ type, ...body } as master.Call)?.type).toMatch(/ok|refused/);
        bench.advance(1000);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
