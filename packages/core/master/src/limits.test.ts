/** What the flags --max_completed_… and their like bound. */
import { expect, it } from "vitest";
import { Bench, task } from "./test-harness.ts";

it.each([
  [0, []],
  [2, ["two", "three"]],
])("remembers %i completed frameworks", (maxCompletedFrameworks, names) => {
  const bench = new Bench({ maxCompletedFrameworks });
  for (const name of ["one", "two", "three"]) bench.subscribe({ name }).call("TEARDOWN");
  const { completed } = bench.master.core.frameworks;
  expect([...completed.values()].map(({ info }) => info.name)).toEqual(names);
});

it.each([
  [0, []],
  [2, ["t2", "t3"]],
])("remembers %i completed tasks of a framework", (maxCompletedTasksPerFramework, ids) => {
  const bench = new Bench({ maxCompletedTasksPerFramework });
  const agentId = bench.registerAgent();
  const scheduler = bench.subscribe();
  scheduler.launch(["t1", "t2", "t3"].map((id) => task(id, agentId)));
  ["t1", "t2", "t3"].forEach((id, index) => {
    const uuid = index + 1;
    bench.update(agentId, scheduler.id, id, "TASK_FINISHED", { uuid });
    scheduler.call("ACKNOWLEDGE", {
      agent_id: { value: agentId },
      task_id: { value: id },
      uuid: new Uint8Array(16).fill(uuid),
    });
  });
  const framework = bench.master.core.frameworks.registered.get(scheduler.id);
  expect([...(framework?.completedTasks ?? [])].map(({ id }) => id)).toEqual(ids);
});

it.each([
  [0, []],
  [2, ["t2", "t3"]],
])("remembers %i unreachable tasks of a framework", (maxUnreachableTasksPerFramework, ids) => {
  const bench = new Bench({
    maxUnreachableTasksPerFramework,
    agentPingTimeoutMs: 1000,
    maxAgentPingTimeouts: 2,
  });
  const agentId = bench.registerAgent();
  const scheduler = bench.subscribe();
  scheduler.launch(["t1", "t2", "t3"].map((id) => task(id, agentId)));
  bench.advance(10_000);
  const framework = bench.master.core.frameworks.registered.get(scheduler.id);
  expect([...(framework?.unreachableTasks.values() ?? [])].map(({ id }) => id)).toEqual(ids);
});

it.each([
  [[{ cpus: 4 }], 1],
  [[{ cpus: 4.5 }], 0],
  [[{ cpus: 4, mem: 5000 }], 0],
  [[{ cpus: 5 }, { mem: 4096 }], 1],
  [[], 1],
])("makes offers that have one of %j", (minAllocatable, count) => {
  const bench = new Bench({ minAllocatable });
  bench.registerAgent();
  expect(bench.subscribe().offers()).toHaveLength(count);
});
