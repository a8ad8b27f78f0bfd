import type { registry } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { Bench } from "./test-harness.ts";

const RATE = { agents: 2, perMs: 10_000 };
const TIMEOUT_MS = 600_000;

const registryOf = (count: number): registry.Registry => ({
  agents: {
    agents: Array.from({ length: count }, (_, i) => ({
      info: { id: { value: `old-S${i}` }, hostname: `host${i}` },
    })),
  },
});

const unreachable = (bench: Bench) => [...bench.master.core.agents.unreachable.keys()];

describe("--agent_removal_rate_limit", () => {
  it("spreads the removal of agents that are not back after a failover", () => {
    const bench = new Bench({ agentRemovalRate: RATE }, registryOf(4));
    bench.advance(TIMEOUT_MS);
    expect(unreachable(bench)).toEqual(["old-S0"]);
    bench.advance(4_999);
    expect(unreachable(bench)).toHaveLength(1);
    bench.advance(1);
    expect(unreachable(bench)).toEqual(["old-S0", "old-S1"]);
    bench.reregisterAgent("old-S2");
    bench.advance(10_000);
    expect(unreachable(bench)).toEqual(["old-S0", "old-S1", "old-S3"]);
    const metrics = bench.master.metrics(bench.nowMs);
    expect(metrics).toMatchObject({
      "master/slave_unreachable_scheduled": 4,
      "master/slave_unreachable_completed": 3,
      "master/slave_unreachable_canceled": 1,
    });
  });

  it("spares an agent that answers again before its turn", () => {
    const pids = [1, 2].map((i) => `slave(1)@10.0.0.${i + 10}:5051`);
    const bench = new Bench({ agentRemovalRate: { agents: 1, perMs: 60_000 } });
    const [first, second] = pids.map((pid) => bench.registerAgent({ pid }));
    bench.advance(90_000);
    expect(unreachable(bench)).toEqual([first]);
    bench.message("PongSlaveMessage", {}, pids[1], "slave-observer(2)");
    expect(bench.logs().join("\n")).toContain(
      `Canceling transition of agent ${second} to UNREACHABLE because a pong was received!`,
    );
    for (let i = 0; i < 8; i++) {
      bench.advance(15_000);
      bench.message("PongSlaveMessage", {}, pids[1], "slave-observer(2)");
    }
    expect(unreachable(bench)).toEqual([first]);
  });
});

describe("--recovery_agent_removal_limit", () => {
  it("ends the master when too many agents stay away, and leaves the registry alone", () => {
    const bench = new Bench(
      { recoveryAgentRemovalLimit: 0.5, agentPingTimeoutMs: 1e9 },
      registryOf(4),
    );
    bench.reregisterAgent("old-S0");
    const effects = bench.advance(TIMEOUT_MS);
    expect(unreachable(bench)).toEqual([]);
    expect(effects.filter(({ type }) => type === "end")).toEqual([
      {
        type: "end",
        reason:
          "Post-recovery agent removal limit exceeded! After 10mins there were 3 (75%) agents recovered from the registry that did not reregister: old-S1, old-S2, old-S3; the configured removal limit is 50%. Please investigate or increase --recovery_agent_removal_limit to proceed further",
      },
    ]);
  });

  it("lets them go when they are few enough", () => {
    const bench = new Bench(
      { recoveryAgentRemovalLimit: 0.5, agentPingTimeoutMs: 1e9 },
      registryOf(4),
    );
    for (const id of ["old-S0", "old-S1"]) {
      bench.reregisterAgent(id, {}, { pid: `slave(1)@10.0.0.${id.at(-1)}:5051` });
    }
    bench.advance(TIMEOUT_MS);
    expect(unreachable(bench)).toContain("old-S3");
  });
});
