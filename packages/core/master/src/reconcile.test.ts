/** What explicit and implicit reconciliation answer, for each way an agent can be. */
import { describe, expect, it } from "vitest";
import {
  AGENT_PID,
  Bench,
  capabilities,
  registration,
  type Scheduler,
  task,
} from "./test-harness.ts";

/** An agent of an earlier master, not back yet. */
const RECOVERED = "old-S0";
const CONTENT = {
  agents: { agents: [{ info: { ...registration().agent, id: { value: RECOVERED } } }] },
};
const AWARE = capabilities("MULTI_ROLE", "RESERVATION_REFINEMENT", "PARTITION_AWARE");
const OLDER = capabilities("MULTI_ROLE", "RESERVATION_REFINEMENT");
const PINGS = { agentPingTimeoutMs: 1000, maxAgentPingTimeouts: 3 };

/** How the asked-for agent came to be as it is; its id. */
type Situation = (bench: Bench) => string;

const registered: Situation = (bench) => bench.registerAgent();
const unreachable: Situation = (bench) => {
  const id = bench.registerAgent();
  bench.advance(4500);
  return id;
};
const gone: Situation = (bench) => {
  const id = bench.registerAgent();
  bench.operator({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: id } } });
  return id;
};
const disconnected: Situation = (bench) => {
  const id = bench.registerAgent();
  bench.step({ type: "exited", pid: AGENT_PID });
  return id;
};

function explicit(scheduler: Scheduler, taskId: string, agentId?: string) {
  const agent_id = agentId === undefined ? {} : { agent_id: { value: agentId } };
  scheduler.call("RECONCILE", { tasks: [{ task_id: { value: taskId }, ...agent_id }] });
  return scheduler.updates().map(([, state, reason, message]) => [state, reason, message]);
}

describe("a task that the master does not know", () => {
  const why = (what: string) => `Reconciliation: Task is ${what}`;

  it.each<[string, Situation, string, string]>([
    ["a registered agent", registered, "TASK_GONE", why("unknown to the agent")],
    ["a disconnected agent", disconnected, "TASK_GONE", why("unknown to the agent")],
    ["an unreachable agent", unreachable, "TASK_UNREACHABLE", why("unreachable")],
    ["an agent marked gone", gone, "TASK_GONE_BY_OPERATOR", why("gone")],
    ["an unknown agent", () => "nobody-S9", "TASK_UNKNOWN", why("unknown")],
  ])("of %s", (_, situation, state, message) => {
    const bench = new Bench(PINGS);
    const agentId = situation(bench);
    const aware = bench.subscribe({ name: "aware", capabilities: AWARE });
    const older = bench.subscribe({ name: "older", capabilities: OLDER });
    expect(explicit(aware, "x", agentId)).toEqual([[state, "REASON_RECONCILIATION", message]]);
    expect(explicit(older, "x", agentId)).toEqual([
      ["TASK_LOST", "REASON_RECONCILIATION", message],
    ]);
  });

  it("of an unreachable agent comes with the time since when it is", () => {
    const bench = new Bench(PINGS);
    const agentId = unreachable(bench);
    const scheduler = bench.subscribe({ capabilities: AWARE });
    explicit(scheduler, "x", agentId);
    const [event] = scheduler.events();
    expect(event?.update?.status.unreachable_time?.nanoseconds).toBe(1_004_000 * 1e6);
  });

  it.each([
    ["TASK_UNKNOWN", AWARE],
    ["TASK_LOST", OLDER],
  ])("of no agent in particular is %s", (state, types) => {
    const bench = new Bench();
    const scheduler = bench.subscribe({ capabilities: types });
    expect(explicit(scheduler, "x")).toEqual([[state, "REASON_RECONCILIATION", why("unknown")]]);
  });

  it("is not answered while its agent may still bring it", () => {
    const bench = new Bench({}, CONTENT);
    const scheduler = bench.subscribe({ capabilities: AWARE });
    expect(explicit(scheduler, "x", RECOVERED)).toEqual([]);
    expect(bench.logs()).toContainEqual(
      expect.stringContaining(`because agent ${RECOVERED} has not yet reregistered`),
    );
    expect(explicit(scheduler, "x")).toEqual([]);
    expect(bench.logs()).toContainEqual(
      expect.stringContaining("because some agents have not yet reregistered"),
    );
    // Others are not concerned.
    expect(explicit(scheduler, "x", "nobody-S9")).toHaveLength(1);
    bench.reregisterAgent(RECOVERED);
    expect(explicit(scheduler, "x", RECOVERED).map(([state]) => state)).toEqual(["TASK_GONE"]);
    expect(explicit(scheduler, "x").map(([state]) => state)).toEqual(["TASK_UNKNOWN"]);
  });

  it("is answered from the old state while an agent becomes another", () => {
    const bench = new Bench(PINGS);
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ capabilities: AWARE });
    bench.registry = "waits";
    bench.operator({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: agentId } } });
    expect(explicit(scheduler, "x", agentId).map(([state]) => state)).toEqual(["TASK_GONE"]);
    bench.step({ type: "persisted", persistId: 2, ok: true });
    expect(explicit(scheduler, "x", agentId).map(([state]) => state)).toEqual([
      "TASK_GONE_BY_OPERATOR",
    ]);
  });
});

describe("a task that the master knows", () => {
  function running(): readonly [bench: Bench, scheduler: Scheduler, agentId: string] {
    const bench = new Bench(PINGS);
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({ roles: ["dev"], capabilities: AWARE });
    scheduler.launch([task("t", agentId)]);
    bench.update(agentId, scheduler.id, "t", "TASK_RUNNING");
    return [bench, scheduler, agentId];
  }
  const latest = (state: string) => [
    [state, "REASON_RECONCILIATION", "Reconciliation: Latest task state"],
  ];

  it("is told in its latest state, whatever agent is named", () => {
    const [, scheduler, agentId] = running();
    expect(explicit(scheduler, "t", agentId)).toEqual(latest("TASK_RUNNING"));
    expect(explicit(scheduler, "t")).toEqual(latest("TASK_RUNNING"));
    expect(explicit(scheduler, "t", "nobody-S9")).toEqual(latest("TASK_RUNNING"));
  });

  it("is told in the state of the update under way, not of one after it", () => {
    const [bench, scheduler, agentId] = running();
    bench.update(agentId, scheduler.id, "t", "TASK_RUNNING", { latest: "TASK_FINISHED", uuid: 8 });
    expect(explicit(scheduler, "t", agentId)).toEqual(latest("TASK_RUNNING"));
  });

  it("is among the answers when none is named, until its agent is unreachable", () => {
    const [bench, scheduler] = running();
    scheduler.call("RECONCILE", { tasks: [] });
    expect(scheduler.updates().map(([id, state]) => [id, state])).toEqual([["t", "TASK_RUNNING"]]);
    bench.advance(4500);
    scheduler.call("RECONCILE", { tasks: [] });
    expect(scheduler.updates()).toEqual([]);
  });
});
