/** The master's metrics: its counters, and gauges computed when asked for. */
import type { TaskState } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import type { TimeMs } from "./contract.ts";
import type { Core } from "./core.ts";
import { type Framework, isConnected } from "./model.ts";
import { roleGauges } from "./role-metrics.ts";

const RESOURCES = ["cpus", "gpus", "mem", "disk"] as const;

const ACTIVE_TASKS: readonly TaskState[] = [
  "TASK_STAGING",
  "TASK_STARTING",
  "TASK_RUNNING",
  "TASK_KILLING",
];

export function masterMetrics(core: Core, nowMs: TimeMs): Record<string, number> {
  return Object.fromEntries([
    ...core.counters.entries(),
    ["master/elected", core.electedMs === undefined ? 0 : 1],
    ["master/uptime_secs", (nowMs - (core.startMs ?? nowMs)) / 1000],
    ["master/outstanding_offers", core.offers.size],
    ["master/operator_event_stream_subscribers", core.subscribers.size],
    ...agentGauges(core),
    ...frameworkGauges(core),
    ...taskGauges(core),
    ...resourceGauges(core),
    ...roleGauges(core),
    ...perFramework(core),
  ]);
}

type Gauges = [string, number][];

function agentGauges(core: Core): Gauges {
  const agents = [...core.agents.registered.values()];
  const connected = agents.filter((agent) => agent.connected).length;
  const active = agents.filter((agent) => agent.active).length;
  return [
    ["master/slaves_connected", connected],
    ["master/slaves_disconnected", agents.length - connected],
    ["master/slaves_active", active],
    ["master/slaves_inactive", agents.length - active],
    ["master/slaves_unreachable", core.agents.unreachable.size],
  ];
}

function frameworkGauges(core: Core): Gauges {
  const frameworks = [...core.frameworks.registered.values()];
  const connected = frameworks.filter(isConnected).length;
  const active = frameworks.filter((framework) => framework.active).length;
  return [
    ["master/frameworks_connected", connected],
    ["master/frameworks_disconnected", frameworks.length - connected],
    ["master/frameworks_active", active],
    ["master/frameworks_inactive", frameworks.length - active],
  ];
}

function taskGauges(core: Core): Gauges {
  const counts = new Map<TaskState, number>(ACTIVE_TASKS.map((state) => [state, 0]));
  let unreachable = 0;
  for (const framework of core.frameworks.registered.values()) {
    for (const { message } of framework.tasks.values()) {
      const count = counts.get(message.state);
      if (count !== undefined) counts.set(message.state, count + 1);
    }
    for (const { message } of framework.unreachableTasks.values()) {
      if (message.state === "TASK_UNREACHABLE") unreachable++;
    }
  }
  const active: Gauges = [...counts].map(([state, count]) => [
    `master/tasks_${state.slice("TASK_".length).toLowerCase()}`,
    count,
  ]);
  return [...active, ["master/tasks_unreachable", unreachable]];
}

function resourceGauges(core: Core): Gauges {
  const sums = new Map<string, number>();
  const add = (key: string, resources: Resources) => {
    for (const name of RESOURCES) {
      const full = `${name}_${key}`;
      sums.set(full, (sums.get(full) ?? 0) + resources.milli(name));
    }
  };
  for (const { total, placements } of core.agents.registered.values()) {
    const used = Resources.sum([...placements.values()].map((placement) => placement.used));
    add("total", total.nonRevocable());
    add("used", used.nonRevocable());
    add("revocable_total", total.revocable());
    add("revocable_used", used.revocable());
  }
  return RESOURCES.flatMap((name) => [
    ...amounts(sums, name, "", ""),
    ...amounts(sums, name, "revocable_", "revocable_"),
  ]);
}

function amounts(
  sums: ReadonlyMap<string, number>,
  name: string,
  prefix: string,
  key: string,
): Gauges {
  const total = sums.get(`${name}_${key}total`) ?? 0;
  const used = sums.get(`${name}_${key}used`) ?? 0;
  return [
    [`master/${name}_${prefix}total`, total / 1000],
    [`master/${name}_${prefix}used`, used / 1000],
    [`master/${name}_${prefix}percent`, total === 0 ? 0 : used / total],
  ];
}

function perFramework(core: Core): Gauges {
  if (!core.config.publishPerFrameworkMetrics) return [];
  const all = [...core.frameworks.registered.values(), ...core.frameworks.completed.values()];
  return all.flatMap(frameworkMetrics);
}

function frameworkMetrics(framework: Framework): Gauges {
  const prefix = `master/frameworks/${encodeURIComponent(framework.info.name)}/${framework.id}`;
  const counted: Gauges = framework.counters
    .entries()
    .map(([key, value]) => [`${prefix}/${key}`, value]);
  const suppressed: Gauges = [...framework.roles].map((role) => [
    `${prefix}/roles/${role}/suppressed`,
    framework.suppressedRoles.has(role) ? 1 : 0,
  ]);
  return [...counted, ...suppressed, [`${prefix}/subscribed`, isConnected(framework) ? 1 : 0]];
}
