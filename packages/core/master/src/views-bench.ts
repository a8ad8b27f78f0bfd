/**
 * How long the views of a large cluster take: 10,000 agents and 100,000 tasks.
 * Run with `node packages/core/master/src/views-bench.ts [agents]`.
 */
import { Bench, registration, scalar, task } from "./test-harness.ts";
import { rolesView } from "./views/endpoints.ts";
import type { Pieces } from "./views/pieces.ts";
import { snapshotOf } from "./views/snapshot.ts";
import { getStateBytes } from "./views/state-bytes.ts";
import { slavesDocument, stateDocument, stateHead } from "./views/state-document.ts";
import { getStateJson } from "./views/state-json.ts";
import { stateSummaryDocument } from "./views/state-summary.ts";
import { tasksDocument } from "./views/tasks-document.ts";

/** Stands for the length of the reply. */
function all(pieces: Pieces): { readonly length: number } {
  let length = 0;
  for (const piece of pieces) length += piece.length;
  return { length };
}

const [agents = 10_000] = process.argv.slice(2).map(Number);
const TASKS_PER_AGENT = 10;

const bench = new Bench();
for (let index = 0; index < agents; index++) {
  const pid = `slave(1)@10.${index >> 16}.${(index >> 8) & 255}.${index & 255}:5051`;
  bench.message("RegisterSlaveMessage", registration({ pid, hostname: `host${index}` }), pid);
}
const scheduler = bench.subscribe();
let number = 0;
while (number < agents * TASKS_PER_AGENT) {
  bench.advance(1000);
  for (const offer of scheduler.held()) {
    const tasks = Array.from({ length: TASKS_PER_AGENT }, () =>
      task(`t${number++}`, offer.agent_id.value, { resources: [scalar("cpus", 0.1)] }),
    );
    scheduler.launch(tasks, [offer]);
  }
}

const { core } = bench.master;

/** One task in a hundred begins to run. */
function change(): void {
  const tasks = [...(core.frameworks.registered.get(scheduler.id)?.tasks.values() ?? [])];
  for (const each of tasks.filter((_, index) => index % 100 === 0)) {
    bench.update(each.agentId, scheduler.id, each.id, "TASK_RUNNING");
  }
}
const around = {
  build: { date: "", timeSeconds: 0, user: "" },
  startMs: 0,
  electedMs: 0,
  cluster: undefined,
  logDir: undefined,
  externalLogFile: undefined,
  flags: {},
};
const GET_STATE = { type: "response", call: "GET_STATE" } as const;
const views: Readonly<Record<string, () => { readonly length: number }>> = {
  snapshot: () => String(snapshotOf(core).agents.length),
  "snapshot again": () => String(snapshotOf(core).agents.length),
  "/state": () => all(stateDocument(stateHead(core, around), snapshotOf(core))),
  "/state again": () => all(stateDocument(stateHead(core, around), snapshotOf(core))),
  "/state after 1 % of the tasks changed": () => {
    change();
    return all(stateDocument(stateHead(core, around), snapshotOf(core)));
  },
  "GET_STATE, JSON": () => all(getStateJson(snapshotOf(core), GET_STATE)),
  "GET_STATE, JSON, again": () => all(getStateJson(snapshotOf(core), GET_STATE)),
  "GET_STATE, protobuf": () => all(getStateBytes(snapshotOf(core), GET_STATE)),
  "GET_STATE, protobuf, again": () => all(getStateBytes(snapshotOf(core), GET_STATE)),
  "/state-summary": () =>
    all(stateSummaryDocument({ hostname: "", cluster: undefined }, snapshotOf(core))),
  "/slaves": () => all(slavesDocument(core)),
  "/tasks": () => all(tasksDocument(core)),
  "/roles": () => rolesView(core),
  metrics: () => JSON.stringify(bench.master.metrics(bench.nowMs)),
  "allocation batch": () => String(bench.advance(1000).length),
};
process.stdout.write(`${agents} agents, ${number} tasks\n`);
for (const [name, view] of Object.entries(views)) {
  const begun = performance.now();
  const { length } = view();
  const ms = (performance.now() - begun).toFixed(0);
  process.stdout.write(`${name}: ${ms} ms, ${length} characters\n`);
}
