import { type AgentInfo, decode, registry } from "@mesos-ts/protos";
import { expect, it } from "vitest";
import type { RegistryOperation } from "../contract.ts";
import { RegistryBook } from "./registry-book.ts";

const info = (value: string): AgentInfo => ({ id: { value }, hostname: value });

function registrar() {
  const made = new RegistryBook();
  made.setMaster({ id: "m", ip: 1, port: 5050 });
  const ids = () => {
    const { agents, unreachable, gone } = made.content();
    return {
      admitted: (agents?.agents ?? []).map(({ info: one }) => one.id?.value),
      unreachable: (unreachable?.agents ?? []).map(({ id }) => id.value),
      gone: (gone?.agents ?? []).map(({ id }) => id.value),
    };
  };
  /** After each operation the bytes say what the content says, and a new book reads both alike. */
  const apply = (operation: RegistryOperation): boolean => {
    const fits = made.perform(operation);
    const bytes = made.encoded();
    const read = new RegistryBook(decode(registry.Registry, bytes));
    expect(read.content()).toEqual(made.content());
    expect(read.encoded()).toEqual(bytes);
    expect(made.sizeBytes).toBe(bytes.length);
    return fits;
  };
  return { made, apply, ids };
}

it("follows an agent through its states", () => {
  const { apply, ids } = registrar();
  expect(apply({ type: "admit-agent", info: info("a") })).toBe(true);
  expect(apply({ type: "admit-agent", info: info("a") })).toBe(false);
  expect(apply({ type: "update-agent", info: info("b") })).toBe(false);
  expect(apply({ type: "mark-unreachable", info: info("a"), atMs: 5 })).toBe(true);
  expect(ids()).toEqual({ admitted: [], unreachable: ["a"], gone: [] });
  expect(apply({ type: "mark-reachable", info: info("a") })).toBe(true);
  expect(ids()).toEqual({ admitted: ["a"], unreachable: [], gone: [] });
  expect(apply({ type: "mark-gone", agentId: "a", atMs: 6 })).toBe(true);
  expect(ids()).toEqual({ admitted: [], unreachable: [], gone: ["a"] });
  expect(apply({ type: "prune", unreachable: [], gone: ["a"] })).toBe(true);
  expect(ids()).toEqual({ admitted: [], unreachable: [], gone: [] });
  expect(apply({ type: "remove-agent", agentId: "a" })).toBe(false);
});

it("keeps quotas and weights", () => {
  const { made, apply } = registrar();
  const config = { role: "a", limits: { cpus: { value: 1 } } };
  expect(apply({ type: "update-quota", configs: [config] })).toBe(true);
  expect(apply({ type: "update-weights", weights: [{ role: "a", weight: 2 }] })).toBe(true);
  expect(apply({ type: "update-weights", weights: [{ role: "a", weight: 3 }] })).toBe(true);
  expect(made.content()).toMatchObject({
    quota_configs: [config],
    minimum_capabilities: [{ capability: "QUOTA_V2" }],
    weights: [{ info: { role: "a", weight: 3 } }],
  });
  apply({ type: "update-quota", configs: [{ role: "a" }] });
  expect(made.content()).not.toHaveProperty("quota_configs");
  expect(made.content()).not.toHaveProperty("minimum_capabilities");
});

it("keeps what operators decided about an agent, wherever it is", () => {
  const { made, apply } = registrar();
  const config = { mark_gone: false };
  const standing = () => {
    const { agents, unreachable, minimum_capabilities } = made.content();
    const [agent] = [...(agents?.agents ?? []), ...(unreachable?.agents ?? [])];
    const capabilities = (minimum_capabilities ?? []).map(({ capability }) => capability);
    return [agent?.drain_info?.state, agent?.deactivated, ...capabilities];
  };
  for (const type of ["mark-drained", "deactivate-agent", "reactivate-agent"] as const) {
    expect(apply({ type, agentId: "a" })).toBe(false);
  }
  expect(apply({ type: "drain-agent", agentId: "a", config })).toBe(false);
  apply({ type: "admit-agent", info: info("a") });
  expect(standing()).toEqual([undefined, false]);
  expect(apply({ type: "mark-drained", agentId: "a" })).toBe(false);
  expect(apply({ type: "deactivate-agent", agentId: "a" })).toBe(true);
  expect(standing()).toEqual([undefined, true, "AGENT_DRAINING"]);
  expect(apply({ type: "drain-agent", agentId: "a", config })).toBe(true);
  apply({ type: "mark-unreachable", info: info("a"), atMs: 5 });
  expect(standing()).toEqual(["DRAINING", true, "AGENT_DRAINING"]);
  expect(apply({ type: "mark-drained", agentId: "a" })).toBe(true);
  apply({ type: "mark-reachable", info: info("a") });
  apply({ type: "update-agent", info: { ...info("a"), port: 1 } });
  expect(standing()).toEqual(["DRAINED", true, "AGENT_DRAINING"]);
  expect(apply({ type: "reactivate-agent", agentId: "a" })).toBe(true);
  expect(standing()).toEqual([undefined, false]);
});

it("keeps the maintenance schedule and the modes of machines", () => {
  const { made, apply } = registrar();
  const machine = { hostname: "a" };
  const window = { machine_ids: [machine], unavailability: { start: { nanoseconds: 1 } } };
  const { unavailability } = window;
  expect(apply({ type: "update-schedule", schedule: { windows: [window] } })).toBe(true);
  expect(apply({ type: "start-maintenance", machines: [machine] })).toBe(true);
  expect(made.content()).toMatchObject({
    machines: { machines: [{ info: { id: machine, mode: "DOWN", unavailability } }] },
    schedules: [{ windows: [window] }],
  });
  expect(apply({ type: "stop-maintenance", machines: [machine] })).toBe(true);
  expect(made.content()).not.toHaveProperty("machines");
  expect(made.content()).not.toHaveProperty("schedules");
});

it("knows its size", () => {
  const { made, apply } = registrar();
  const empty = made.sizeBytes;
  apply({ type: "admit-agent", info: info("a") });
  expect(made.sizeBytes).toBeGreaterThan(empty);
  apply({ type: "remove-agent", agentId: "a" });
  expect(made.sizeBytes).toBe(empty);
});

it("keeps what it does not know, and the resource providers", () => {
  const later = Buffer.from([(100 << 3) | 2 | 0x80, 6, 1, 7]);
  const before: registry.Registry = {
    resource_provider_registry: {
      resource_providers: [{ id: { value: "p" }, name: "n", type: "t" }],
    },
    agents: { agents: [{ info: info("a") }] },
    $unknown: later,
  };
  const book = new RegistryBook(before);
  book.perform({ type: "admit-agent", info: info("b") });
  const after = decode(registry.Registry, book.encoded());
  expect(after.resource_provider_registry).toEqual(before.resource_provider_registry);
  expect(after.$unknown).toEqual(later);
});

it("stores reservations in the older form where that can say them", () => {
  const book = new RegistryBook();
  const plain = { name: "cpus", type: "SCALAR" as const, scalar: { value: 1 } };
  const one = { type: "STATIC" as const, role: "a" };
  const stack = [one, { type: "DYNAMIC" as const, role: "a/b" }];
  const admit = (id: string, reservations: AgentInfo["resources"]) =>
    book.perform({ type: "admit-agent", info: { ...info(id), resources: reservations } });
  admit("a", [plain, { ...plain, reservations: [one] }]);
  admit("b", [plain, { ...plain, reservations: stack }]);
  const [a, b] = book.content().agents?.agents ?? [];
  expect(a?.info.resources?.map(({ role }) => role)).toEqual(["*", "a"]);
  expect(b?.info.resources?.[1]?.reservations).toEqual(stack);
});
