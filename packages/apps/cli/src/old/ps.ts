import type { master, Task } from "@mesos-ts/protos";
import { type Agent, agentsOf, idOf } from "../cluster/agents.ts";
import type { Cluster } from "../cluster/cluster.ts";
import { tasksOf } from "../cluster/tasks.ts";
import { Failure } from "../failure.ts";
import { printable } from "../shell/printable.ts";
import { systemWorld } from "../shell/system-world.ts";
import type { World } from "../shell/world.ts";
import { type Column, clockTime, dataSize, fitted, floatText } from "./columns.ts";
import { type OldInput, type OldProgram, runOld } from "./program.ts";

const COLUMNS: readonly Column[] = [
  { title: "USER", padding: 4 },
  { title: "FRAMEWORK", padding: 4 },
  { title: "TASK", padding: 6 },
  { title: "SLAVE", padding: 14 },
  { title: "MEM", padding: 16 },
  { title: "TIME", padding: 14 },
  { title: "CPU (allocated)", padding: 0 },
];

/** What an agent's `/monitor/statistics` says of one executor. */
interface Usage {
  readonly framework_id: string;
  readonly executor_id: string;
  readonly statistics: Readonly<Record<string, number | undefined>>;
}

export const psProgram: OldProgram = {
  name: "mesos-ps",
  usage: "--master=VALUE [options]",
  options: {
    master: { type: "string" },
    timeout: { type: "string" },
    verbose: { type: "string" },
  },
  help: [
    "  --master=VALUE   host:port, zk://… or file://…",
    "  --timeout=VALUE  seconds to wait for the agents [5]",
    "  --verbose=VALUE  with True: say which agents did not answer",
    "",
  ].join("\n"),
  run: listTasks,
};

/** The program `mesos-ps`: active tasks, with what they use. */
export function main(args: readonly string[]): Promise<number> {
  return runOld(psProgram, args, systemWorld());
}

async function listTasks(cluster: Cluster, input: OldInput, world: World): Promise<number> {
  const [{ get_frameworks: reply }, tasks, agents] = await Promise.all([
    cluster.ask({ type: "GET_FRAMEWORKS" }),
    tasksOf(cluster),
    agentsOf(cluster),
  ]);
  const frameworks = new Map(
    (reply?.frameworks ?? []).map((each) => [each.framework_info.id?.value, each]),
  );
  await world.out(COLUMNS.map(({ title, padding }) => title + " ".repeat(padding)).join(""));
  const busy = agents.registered.filter(({ agent_info }) =>
    tasks.running.some(({ agent_id }) => agent_id.value === idOf(agent_info)),
  );
  const verbose = /^(true|1|yes)$/i.test(input.text("verbose") ?? "");
  await Promise.all(
    busy.map(async (agent) => {
      const usage = await usageOf(cluster, agent, verbose ? world : undefined);
      const own = tasks.running.filter(({ agent_id }) => agent_id.value === idOf(agent.agent_info));
      await world.out(
        own
          .map((task) => `\n${row(task, agent, frameworks.get(task.framework_id.value), usage)}`)
          .join(""),
      );
    }),
  );
  await world.out("\n");
  return 0;
}

/** Undefined of an agent that does not answer: its tasks are listed without numbers. */
async function usageOf(
  cluster: Cluster,
  agent: Agent,
  complaints: World | undefined,
): Promise<readonly Usage[] | undefined> {
  try {
    return await cluster.getJson<Usage[]>(cluster.agentAt(agent.pid ?? ""), "/monitor/statistics");
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await complaints?.err(`${error.message}\n`);
    return undefined;
  }
}

function row(
  task: Task,
  agent: Agent,
  framework: master.Response_GetFrameworks_Framework | undefined,
  usage: readonly Usage[] | undefined,
): string {
  // A task without an executor of its own has one that is named as the task.
  const executor = task.executor_id?.value || task.task_id.value;
  const numbers = usage?.find(
    (each) => each.framework_id === task.framework_id.value && each.executor_id === executor,
  )?.statistics;
  const texts = [
    ...[framework?.framework_info.user, framework?.framework_info.name],
    ...[task.name, agent.agent_info.hostname],
    ...[memory(numbers), time(numbers), processors(numbers)],
  ];
  return COLUMNS.map((column, index) => {
    const text = texts[index];
    return fitted(column, text === undefined ? undefined : printable(text));
  }).join("");
}

type Numbers = Usage["statistics"] | undefined;

function memory(numbers: Numbers): string | undefined {
  const used = numbers?.["mem_rss_bytes"];
  const limit = numbers?.["mem_limit_bytes"];
  return used === undefined || limit === undefined
    ? undefined
    : `${dataSize(used)}/${dataSize(limit)}`;
}

function time(numbers: Numbers): string | undefined {
  const system = numbers?.["cpus_system_time_secs"];
  const user = numbers?.["cpus_user_time_secs"];
  return system === undefined || user === undefined ? undefined : clockTime(system + user);
}

function processors(numbers: Numbers): string | undefined {
  const limit = numbers?.["cpus_limit"] ?? numbers?.["cpus_soft_limit"];
  return limit === undefined ? undefined : floatText(limit);
}
