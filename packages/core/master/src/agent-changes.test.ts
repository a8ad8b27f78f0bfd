/** Agents that change while they are known, and agents of an earlier master. */
import { describe, expect, it } from "vitest";
import { AGENT_PID, Bench, registration, scalar, task } from "./test-harness.ts";

const INFO = { ...registration().agent, id: { value: "old-S0" } };

function persists(bench: Bench): string[] {
  return bench.effects.flatMap((effect) =>
    effect.type === "persist" ? [effect.operation.type] : [],
  );
}

describe("an agent of an earlier master", () => {
  it("is recovered until it comes back; the registry is asked only if it has changed", () => {
    const content = { agents: { agents: [{ info: INFO }] } };
    const bench = new Bench({}, content);
    expect([...bench.master.core.agents.recovered.keys()]).toEqual(["old-S0"]);
    bench.reregisterAgent("old-S0");
    expect(persists(bench)).toEqual([]);
    expect(bench.transcript()).toEqual([
      `link ${AGENT_PID}`,
      `slave-observer(1) -> ${AGENT_PID}: PingSlaveMessage`,
      `master -> ${AGENT_PID}: SlaveReregisteredMessage`,
    ]);
    expect(bench.master.core.agents.recovered.size).toBe(0);

    const other = new Bench({}, content);
    other.reregisterAgent("old-S0", {}, { resources: [scalar("cpus", 8)] });
    expect(persists(other)).toEqual(["update-agent"]);
    expect(other.master.core.agents.registered.get("old-S0")?.total.toString()).toBe("cpus:8");
  });

  it("is unreachable when it does not come back, and the registry has that first", () => {
    const bench = new Bench({}, { agents: { agents: [{ info: INFO }] } });
    bench.registry = "waits";
    bench.advance(600_000);
    expect(persists(bench)).toEqual(["mark-unreachable"]);
    bench.reregisterAgent("old-S0");
    expect(bench.logs().join()).toContain("a mark unreachable operation is in progress");
    bench.step({ type: "persisted", persistId: 1, ok: true });
    bench.registry = "succeeds";
    bench.reregisterAgent("old-S0");
    expect(persists(bench)).toEqual(["mark-reachable"]);
    expect(bench.master.core.agents.registered.has("old-S0")).toBe(true);
  });

  it("that is unknown to the registry is taken in just so", () => {
    const bench = new Bench();
    bench.reregisterAgent("foreign-S7");
    expect(persists(bench)).toEqual(["mark-reachable"]);
    expect(bench.master.core.agents.registered.has("foreign-S7")).toBe(true);
  });

  it("brings its reservations and volumes along", () => {
    const bench = new Bench();
    const reservations = [{ type: "DYNAMIC" as const, role: "dev" }];
    const disk = {
      persistence: { id: "v" },
      volume: { mode: "RW" as const, container_path: "d" },
    };
    bench.reregisterAgent("foreign-S7", {
      checkpointed_resources: [
        scalar("cpus", 1, { role: "dev", reservation: {} }),
        scalar("disk", 10, { reservations, disk }),
      ],
    });
    expect(bench.master.core.agents.registered.get("foreign-S7")?.total.toString()).toBe(
      "cpus:3; mem:4096; disk:90; cpus(reservations: [(DYNAMIC,dev)]):1; disk(reservations: [(DYNAMIC,dev)])[v:d]:10",
    );
  });

  it("whose resources do not add up is shut down", () => {
    const bench = new Bench();
    const reservations = [{ type: "DYNAMIC" as const, role: "dev" }];
    bench.reregisterAgent("foreign-S7", {
      checkpointed_resources: [scalar("cpus", 99, { reservations })],
    });
    expect(bench.sent("ShutdownMessage")).toEqual([
      {
        message:
          "Incompatible agent resources: cpus:4; mem:4096; disk:100 does not contain cpus:99",
      },
    ]);
  });
});

describe("a registered agent", () => {
  it("that restarts with more resources is updated in the registry and offered anew", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    bench.reregisterAgent(agentId, {}, { resources: [scalar("cpus", 8), scalar("mem", 4096)] });
    expect(persists(bench)).toEqual(["update-agent"]);
    expect(scheduler.events().map(({ type }) => type)).toContain("RESCIND");
    bench.advance(1000);
    expect(scheduler.held()[0]?.resources?.map((one) => one.scalar?.value)).toEqual([8, 4096]);
  });

  it("is told to end frameworks that are over", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ checkpoint: true });
    scheduler.launch([task("t", agentId)]);
    const framework = bench.master.core.frameworks.registered.get(scheduler.id);
    const message = framework?.tasks.get("t")?.message;
    bench.step({ type: "exited", pid: AGENT_PID });
    bench.teardown(scheduler.id);
    bench.reregisterAgent(agentId, {
      frameworks: framework === undefined ? [] : [framework.info],
      tasks: message === undefined ? [] : [message],
    });
    expect(bench.sent("ShutdownFrameworkMessage")).toEqual([
      { framework_id: { value: scheduler.id } },
    ]);
    const agent = bench.master.core.agents.registered.get(agentId);
    expect(agent?.placements.size).toBe(0);
  });

  it("that has more to give for a while has its revocable offers rescinded when that changes", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({
      capabilities: ["MULTI_ROLE", "RESERVATION_REFINEMENT", "REVOCABLE_RESOURCES"].map((type) => ({
        type: type as "MULTI_ROLE",
      })),
      roles: ["dev"],
    });
    const lend = (value: number) =>
      bench.message("UpdateSlaveMessage", {
        agent_id: { value: agentId },
        update_oversubscribed_resources: true,
        oversubscribed_resources: [scalar("cpus", value, { revocable: {} })],
      });
    lend(2);
    bench.advance(1000);
    expect(bench.master.core.agents.registered.get(agentId)?.total.toString()).toContain("{REV}:2");
    expect(scheduler.held().some(({ resources }) => resources?.some((one) => one.revocable))).toBe(
      true,
    );
    lend(1);
    expect(scheduler.events().map(({ type }) => type)).toContain("RESCIND");
    lend(-1);
    expect(bench.logs().join()).toContain("Ignoring oversubscribed resources");
  });
});
