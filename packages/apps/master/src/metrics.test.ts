import { MetricsRegistry } from "@mesos-ts/transport";
import { describe, expect, it } from "vitest";
import { MASTER_FAMILIES } from "./metric-families.ts";
import { queuedByKind } from "./metrics.ts";
import type { NewEvent } from "./port.ts";

describe("what waits for the master", () => {
  it("is counted as messages, requests, and everything else", () => {
    const events: NewEvent[] = [
      { type: "message", from: "a@1", to: "master", name: "Ping", message: {} },
      { type: "teardown", requestId: 1, frameworkId: "f" },
      { type: "operator-call", requestId: 2, call: { type: "GET_STATE" }, principal: undefined },
      { type: "wake" },
      { type: "exited", pid: "slave(1)@1" },
    ];
    expect(queuedByKind(events)).toEqual({ messages: 1, http_requests: 2, dispatches: 2 });
  });
});

describe("the families for Prometheus", () => {
  const registry = new MetricsRegistry();
  registry.catalogue.add(MASTER_FAMILIES);

  it.each([
    ["master/slaves_active", "mesos_master_agents_active", {}],
    [
      "master/slave_removals/reason_unhealthy",
      "mesos_master_agent_removals_by_reason_total",
      { reason: "unhealthy" },
    ],
    ["master/slave_unreachable_canceled", "mesos_master_agent_unreachable_canceled_total", {}],
    ["master/tasks_lost", "mesos_master_tasks_lost_total", {}],
    ["master/tasks_killing", "mesos_master_tasks_killing", {}],
    [
      "master/task_lost/source_master/reason_slave_removed",
      "mesos_master_task_reasons_total",
      { state: "lost", source: "master", reason: "slave_removed" },
    ],
    [
      "master/operations/grow_volume/pending",
      "mesos_master_operations_active",
      { type: "grow_volume", state: "pending" },
    ],
    [
      "master/operations/reserve/gone_by_operator",
      "mesos_master_operations_ended_total",
      { type: "reserve", state: "gone_by_operator" },
    ],
    [
      "master/frameworks/my%20own/f-0000/roles/a/b/suppressed",
      "mesos_master_framework_role_suppressed",
      { framework: "my own", framework_id: "f-0000", role: "a/b" },
    ],
    [
      "allocator/mesos/quota/roles//resources/cpus/consumed",
      "mesos_allocator_quota_consumed",
      { role: "", resource: "cpus" },
    ],
  ])("show %s as %s", (key, name, labels) => {
    const found = registry.catalogue.find(key);
    expect(found).toMatchObject({ name, labels: Object.entries(labels) });
  });

  it.each([
    "master/operations/total",
    "master/frameworks/n/f-0000/calls",
    "allocator/mesos/allocation_run_ms/p9999",
    "allocator/event_queue_dispatches",
  ])("leave %s out: another one says it", (key) => {
    expect(registry.catalogue.find(key)).toBe("omitted");
  });
});
