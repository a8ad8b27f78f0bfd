/**
 * How many tasks a second go through the core: launched, run, finished and acknowledged.
 * Run with `node packages/core/master/src/throughput-bench.ts [agents] [tasks]`.
 */
import { Bench, registration, task } from "./test-harness.ts";

const [agents = 1000, tasks = 30_000] = process.argv.slice(2).map(Number);

const bench = new Bench();
for (let index = 0; index < agents; index++) {
  const pid = `slave(1)@10.${index >> 16}.${(index >> 8) & 255}.${index & 255}:5051`;
  bench.message("RegisterSlaveMessage", registration({ pid, hostname: `host${index}` }), pid);
  bench.step({
    type: "message",
    from: pid,
    to: `slave-observer(${index + 1})`,
    name: "mesos.internal.PongSlaveMessage",
    message: {},
  });
}
const scheduler = bench.subscribe();
const begun = performance.now();
let launched = 0;
while (launched < tasks) {
  const offers = scheduler.held();
  for (const offer of offers) {
    if (launched >= tasks) break;
    const ids = Array.from({ length: 10 }, () => `t${launched++}`);
    const agentId = offer.agent_id.value;
    scheduler.launch(
      ids.map((id) => task(id, agentId)),
      [offer],
    );
    for (const id of ids) {
      for (const [index, state] of (
        ["TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED"] as const
      ).entries()) {
        const uuid = index + 1;
        bench.update(agentId, scheduler.id, id, state, { uuid });
        scheduler.call("ACKNOWLEDGE", {
          agent_id: { value: agentId },
          task_id: { value: id },
          uuid: new Uint8Array(16).fill(uuid),
        });
      }
    }
  }
  bench.advance(1000);
}
const elapsed = (performance.now() - begun) / 1000;
process.stdout.write(
  `${agents} agents, ${launched} tasks in ${elapsed.toFixed(2)} s: ${Math.round(launched / elapsed)} tasks/s\n`,
);
