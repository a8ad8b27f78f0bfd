import type { Role, Task } from "@mesos-ts/protos";
import type { Cluster } from "../cluster/cluster.ts";
import { tasksOf } from "../cluster/tasks.ts";

/** With more tasks than that only their numbers are shown: nobody reads them, all would be sent. */
const MOST_TASKS = 5_000;

export interface Quantities {
  readonly cpus: number;
  readonly gpus: number;
  readonly mem: number;
  readonly disk: number;
}

/** Numbers of tasks by state, as `/state-summary` counts them. */
type Counts = Readonly<Record<`TASK_${string}`, number>>;

export interface SummaryAgent {
  readonly id: string;
  readonly hostname: string;
  readonly active: boolean;
  readonly resources: Quantities;
  readonly used_resources: Quantities;
  readonly offered_resources: Quantities;
}

export interface SummaryFramework {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  readonly used_resources: Quantities;
}

interface Summary {
  readonly hostname: string;
  readonly cluster?: string;
  readonly slaves: readonly (SummaryAgent & Counts)[];
  readonly frameworks: readonly (SummaryFramework & Counts)[];
}

/** What one look at the cluster saw. */
export interface Snapshot {
  readonly cluster: string;
  readonly leader: string;
  readonly version: string;
  readonly electedMs: number | undefined;
  readonly agents: Summary["slaves"];
  readonly frameworks: Summary["frameworks"];
  readonly roles: readonly Role[];
  /** Undefined when there are too many to show. */
  readonly tasks: readonly Task[] | undefined;
}

export async function lookAt(cluster: Cluster): Promise<Snapshot> {
  const [summary, { get_roles: roles }, { get_master: leader }] = await Promise.all([
    cluster.getJson<Summary>(cluster.master, "/state-summary"),
    cluster.ask({ type: "GET_ROLES" }),
    cluster.ask({ type: "GET_MASTER" }),
  ]);
  const running = summary.frameworks.reduce((sum, each) => sum + countOf(each, "TASK_RUNNING"), 0);
  const info = leader?.master_info;
  return {
    cluster: summary.cluster ?? "(Unnamed)",
    leader: (info?.pid ?? cluster.master.address).replace(/^master@/, ""),
    version: info?.version ?? "",
    electedMs: leader?.elected_time === undefined ? undefined : leader.elected_time * 1_000,
    agents: summary.slaves,
    frameworks: summary.frameworks,
    roles: roles?.roles ?? [],
    tasks: running > MOST_TASKS ? undefined : (await tasksOf(cluster)).running,
  };
}

export function countOf(counts: Counts, state: `TASK_${string}`): number {
  return counts[state] ?? 0;
}
