/**
 * `npm run bench -- launches|throughput [--core=0] …`: black-box figures of the real programs.
 * Each prints one line of JSON. Pin the programs to a core and run this on another:
 * `taskset -c 1 npm run bench -- throughput --core=0`.
 *
 * `npm run bench -- state [--agents=1000]`: the whole state, and what waits while it is read.
 *
 * `npm run bench -- log [--folder=/var/tmp] [--seconds=5]`: appends per second to the replicated log.
 *
 * `npm run bench -- failover [--registered=50000]`: how long a cluster is without a leader.
 *
 * `npm run bench -- zookeeper [--seconds=2]`: the coordinator beside Apache ZooKeeper.
 *
 * `npm run bench -- console [--agents=10000] [--tasks=100000]`: the console over a large cluster.
 *
 * `npm run bench -- allocator [--plot=FILE.svg]`: the allocator alone, in this process.
 */
import { parseArgs } from "node:util";
import { allocatorReport } from "./allocator-report.ts";
import { consoleFigures } from "./console.ts";
import { failover } from "./failover.ts";
import { launches } from "./launches.ts";
import { logRates } from "./log.ts";
import { state } from "./state.ts";
import { throughput } from "./throughput.ts";
import { zookeeper } from "./zookeeper.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    core: { type: "string" },
    tasks: { type: "string", default: "300" },
    window: { type: "string", default: "64" },
    idle: { type: "string", default: "50" },
    operators: { type: "string", default: "0" },
    agents: { type: "string", default: "1000" },
    schedulers: { type: "string", default: "10" },
    seconds: { type: "string", default: "10" },
    registered: { type: "string", default: "50000" },
    plot: { type: "string" },
    folder: { type: "string", default: "/var/tmp" },
  },
});

const [workload] = positionals;
switch (workload) {
  case "launches": {
    const { core, tasks, window, idle, operators } = values;
    const numbers = [tasks, window, idle, operators].map(Number);
    const [count = 0, atOnce = 0, sleeping = 0, listening = 0] = numbers;
    console.log(JSON.stringify(await launches(core, count, atOnce, sleeping, listening)));
    break;
  }
  case "throughput": {
    const { core, agents, schedulers, seconds } = values;
    const result = await throughput(core, Number(agents), Number(schedulers), Number(seconds));
    console.log(JSON.stringify(result));
    break;
  }
  case "state": {
    const { core, agents, seconds } = values;
    console.log(JSON.stringify(await state(core, Number(agents), Number(seconds)), null, 2));
    break;
  }
  case "log":
    console.log(JSON.stringify(await logRates(values.folder, Number(values.seconds))));
    break;
  case "console":
    console.log(JSON.stringify(await consoleFigures(Number(values.agents), Number(values.tasks))));
    break;
  case "failover":
    console.log(JSON.stringify(await failover(Number(values.registered)), null, 2));
    break;
  case "allocator":
    allocatorReport(values.plot);
    break;
  case "zookeeper":
    console.log(JSON.stringify(await zookeeper(Number(values.seconds)), null, 2));
    break;
  default:
    console.error(
      "which one? npm run bench -- allocator | failover | launches | log | state | throughput | zookeeper",
    );
    process.exitCode = 1;
}
process.exit();
