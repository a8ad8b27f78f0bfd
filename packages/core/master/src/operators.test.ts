import type { master } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { recording } from "./test-fixtures.ts";
import { Bench, task } from "./test-harness.ts";

describe("the operators' stream", () => {
  it("begins with a snapshot and a heartbeat, and goes on with what happens", () => {
    const bench = new Bench();
    bench.operator({ type: "SUBSCRIBE" });
    expect(bench.transcript()).toEqual([
      "open-stream",
      "operators: SUBSCRIBED",
      "operators: HEARTBEAT",
    ]);
    const agentId = bench.registerAgent();
    bench.advance(15_000);
    expect(bench.transcript()).toContain("operators: HEARTBEAT");
    const scheduler = bench.subscribe();
    expect(bench.transcript()).toContain("operators: FRAMEWORK_ADDED");
    scheduler.launch([task("t", agentId)]);
    expect(bench.transcript()).toContain("operators: TASK_ADDED");
    bench.message("UnregisterSlaveMessage", { agent_id: { value: agentId } });
    expect(bench.transcript()).toEqual(
      expect.arrayContaining(["operators: TASK_UPDATED", "operators: AGENT_REMOVED"]),
    );
    scheduler.call("TEARDOWN");
    expect(bench.transcript()).toContain("operators: FRAMEWORK_REMOVED");
  });

  it("is closed for the oldest listener when there are too many", () => {
    const bench = new Bench({ maxOperatorEventStreamSubscribers: 1 });
    bench.operator({ type: "SUBSCRIBE" });
    const [first] = bench.master.core.subscribers.keys();
    bench.operator({ type: "SUBSCRIBE" });
    expect(bench.effects).toContainEqual({ type: "close-stream", streamId: first });
    expect(bench.master.core.subscribers.size).toBe(1);
  });

  it("ends when the operator goes", () => {
    const bench = new Bench();
    bench.operator({ type: "SUBSCRIBE" });
    const [streamId = ""] = bench.master.core.subscribers.keys();
    bench.step({ type: "stream-closed", streamId });
    bench.advance(60_000);
    expect(bench.transcript()).toEqual([]);
  });
});

describe("MARK_AGENT_GONE", () => {
  const gone = (id: string): master.Call => ({
    type: "MARK_AGENT_GONE",
    mark_agent_gone: { agent_id: { value: id } },
  });

  it("of an unknown agent is refused as recorded", () => {
    const { requests } = recording<{ requests: { status: number; text: string }[] }>(
      "ops/ops_partition.json",
    );
    const { status, text } = requests.at(-1) ?? {};
    expect(new Bench().operator(gone("nope"))).toEqual({ type: "refused", status, text });
  });

  it("waits for the registry, and meanwhile refuses another try", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    bench.registry = "waits";
    expect(bench.operator(gone(agentId))).toBeUndefined();
    expect(bench.operator(gone(agentId))).toEqual({
      type: "refused",
      status: 503,
      text: `Agent '${agentId}' is already being transitioned to gone`,
    });
    bench.step({ type: "persisted", persistId: 2, ok: true });
    expect(bench.effects).toContainEqual({ type: "reply", requestId: 1, reply: { type: "ok" } });
  });

  it("that the registry does not take changes nothing", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    bench.registry = "waits";
    bench.operator(gone(agentId));
    bench.step({ type: "persisted", persistId: 2, ok: false });
    expect(bench.effects).toContainEqual({
      type: "reply",
      requestId: 1,
      reply: { type: "refused", status: 500, text: `Failed to mark agent '${agentId}' as gone` },
    });
    expect(bench.master.core.agents.registered.has(agentId)).toBe(true);
  });

  it("of an unreachable agent ends its tasks", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    scheduler.launch([task("t", agentId)]);
    bench.advance(90_000);
    bench.operator(gone(agentId));
    expect(scheduler.updates()[0]?.slice(0, 3)).toEqual([
      "t",
      "TASK_GONE_BY_OPERATOR",
      "REASON_AGENT_REMOVED_BY_OPERATOR",
    ]);
  });
});

describe("calls that this release does not have", () => {
  it.each<master.Call>([{ type: "GET_FLAGS" }])("$type", (call) => {
    expect(new Bench().operator(call)).toEqual({
      type: "refused",
      status: 501,
      text: `The ${call.type} call is not supported by this release`,
    });
  });

  it("are checked for their payload first", () => {
    expect(new Bench().operator({ type: "UPDATE_QUOTA" })).toMatchObject({
      status: 400,
      text: "Failed to validate master::Call: Expecting 'update_quota' to be present",
    });
    expect(new Bench().operator({})).toMatchObject({
      status: 400,
      text: "Failed to validate master::Call: Expecting 'type' to be present",
    });
  });
});

describe("the registry", () => {
  it("is tidied: old and surplus agents are forgotten", () => {
    const at = (ms: number) => ({ nanoseconds: ms * 1e6 });
    const bench = new Bench(
      { registryMaxAgentAgeMs: 1_000_000, registryMaxAgentCount: 2 },
      {
        unreachable: {
          agents: [
            { id: { value: "first" }, timestamp: at(999_000) },
            { id: { value: "second" }, timestamp: at(1_000_000) },
            { id: { value: "third" }, timestamp: at(1_000_000) },
          ],
        },
        gone: { agents: [{ id: { value: "old" }, timestamp: at(1000) }] },
      },
    );
    bench.advance(900_000);
    expect([...bench.master.core.agents.unreachable.keys()]).toEqual(["second", "third"]);
    expect(bench.master.core.agents.gone.size).toBe(0);
  });
});
