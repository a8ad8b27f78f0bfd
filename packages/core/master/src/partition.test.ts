/** An agent that becomes unreachable, returns and is marked gone, as two frameworks saw it. */
import { describe, expect, it } from "vitest";
import { recording } from "./test-fixtures.ts";
import { AGENT_PID, Bench, capabilities, type Scheduler, task } from "./test-harness.ts";

interface Status {
  readonly task_id: { readonly value: string };
  readonly state: string;
  readonly reason?: string;
  readonly message?: string;
  readonly source: string;
  readonly agent_id?: object;
  readonly unreachable_time?: object;
}
interface Event {
  readonly update?: { readonly status: Status };
}
interface Side {
  readonly events: readonly { readonly event: Event }[];
}

const seen = recording<{ aware: Side; old: Side }>("ops/ops_partition.json");

/** The master's own words of an update. */
function words({ task_id, state, reason, message, ...status }: Status) {
  const { agent_id, unreachable_time } = status;
  return {
    task: task_id.value,
    state,
    reason,
    message,
    hasAgent: agent_id !== undefined,
    hasTime: unreachable_time !== undefined,
  };
}

function recordedWords(side: Side) {
  return side.events.flatMap(({ event }) => {
    const status = event.update?.status;
    return status?.source === "SOURCE_MASTER" ? [words(status)] : [];
  });
}

class Watcher {
  readonly scheduler: Scheduler;
  readonly #said: ReturnType<typeof words>[] = [];

  constructor(scheduler: Scheduler) {
    this.scheduler = scheduler;
  }

  listen(): void {
    for (const { update } of this.scheduler.events()) {
      if (update?.status.source === "SOURCE_MASTER") {
        this.#said.push(words(update.status as unknown as Status));
      }
    }
  }

  reconcile(tasks: object[]): void {
    this.scheduler.call("RECONCILE", { tasks });
    this.listen();
  }

  said() {
    return this.#said;
  }
}

describe("a partition, as recorded", () => {
  const bench = new Bench({ agentPingTimeoutMs: 1000, maxAgentPingTimeouts: 3 });
  const agentId = bench.registerAgent();
  const modern = capabilities("MULTI_ROLE", "PARTITION_AWARE", "RESERVATION_REFINEMENT");
  const aware = new Watcher(
    bench.subscribe({ name: "aware", checkpoint: true, roles: ["dev"], capabilities: modern }),
  );
  aware.scheduler.launch([task("pa", agentId)]);
  const old = new Watcher(
    bench.subscribe({
      name: "old",
      checkpoint: true,
      roles: ["old"],
      capabilities: capabilities("MULTI_ROLE", "RESERVATION_REFINEMENT"),
    }),
  );
  bench.advance(1000);
  bench.message("PongSlaveMessage", {}, AGENT_PID, "slave-observer(1)");
  old.scheduler.launch([task("po", agentId)]);
  const watchers = [aware, old] as const;
  bench.update(agentId, aware.scheduler.id, "pa", "TASK_RUNNING");
  bench.update(agentId, old.scheduler.id, "po", "TASK_RUNNING");
  const frameworks = watchers.map(
    ({ scheduler }) => bench.master.core.frameworks.registered.get(scheduler.id)?.info ?? never(),
  );
  const tasks = watchers.flatMap(({ scheduler }) =>
    [...(bench.master.core.frameworks.registered.get(scheduler.id)?.tasks.values() ?? [])].map(
      ({ message }) => structuredClone(message),
    ),
  );

  bench.advance(4500);
  for (const watcher of watchers) watcher.listen();
  aware.reconcile([]);
  old.reconcile([]);
  aware.reconcile([{ task_id: { value: "pa" } }]);
  old.reconcile([{ task_id: { value: "po" } }]);
  bench.reregisterAgent(agentId, { tasks, frameworks });
  for (const watcher of watchers) watcher.listen();
  bench.operator({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: agentId } } });
  for (const watcher of watchers) watcher.listen();
  aware.reconcile([{ task_id: { value: "pa" }, agent_id: { value: agentId } }]);
  old.reconcile([{ task_id: { value: "po" }, agent_id: { value: agentId } }]);

  it("is told to a partition-aware framework in all its states", () =>
    expect(aware.said()).toEqual(recordedWords(seen.aware)));

  it("is TASK_LOST to an older framework", () =>
    expect(old.said()).toEqual(recordedWords(seen.old)));
});

function never(): never {
  throw new Error("not there");
}
