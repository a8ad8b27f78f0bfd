import { readFileSync } from "node:fs";
import {
  type Duration,
  formatDuration,
  fromNanoseconds,
  parseDuration,
  toNanoseconds,
} from "@mesos-ts/base";
import { DecodeError, fromJson, type MachineID, maintenance, master } from "@mesos-ts/protos";
import { agentsOf } from "../cluster/agents.ts";
import type { Cluster } from "../cluster/cluster.ts";
import type { Command, Context, Group } from "../command.ts";
import { misused } from "../failure.ts";
import { showMessage, showTable, timeText } from "../present.ts";
import type { Input } from "../shell/parse.ts";

const NANOSECONDS_PER_MS = 1e6;

const status: Command = {
  name: "status",
  summary: "Show which machines drain and which are down",
  json: true,
  async run(context) {
    const cluster = await context.cluster();
    const { get_maintenance_status: reply = { status: {} } } = await cluster.ask({
      type: "GET_MAINTENANCE_STATUS",
    });
    if (context.json) {
      await showMessage(context, master.Response_GetMaintenanceStatus, reply);
      return undefined;
    }
    const { draining_machines: draining = [], down_machines: down = [] } = reply.status;
    const rows = [
      ...draining.map(({ id, statuses = [] }) => [
        machineText(id),
        { text: "draining", colour: "yellow" } as const,
        answersText(statuses),
      ]),
      ...down.map((id) => [machineText(id), { text: "down", colour: "red" } as const, ""]),
    ];
    await showTable(
      context,
      ["Machine", "Mode", "Inverse Offers"],
      rows,
      "All machines are up, and none has maintenance before it.",
    );
    return undefined;
  },
};

function answersText(statuses: readonly { readonly status: string }[]): string {
  const counts = new Map<string, number>();
  for (const { status } of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([name, count]) => `${count} ${name.toLowerCase()}`).join(", ");
}

const schedule: Command = {
  name: "schedule",
  summary: "Show the schedule",
  json: true,
  async run(context) {
    const current = await scheduleOf(await context.cluster());
    if (context.json) {
      await showMessage(context, maintenance.Schedule, current);
      return undefined;
    }
    const rows = (current.windows ?? []).flatMap(({ machine_ids = [], unavailability }) =>
      machine_ids.map((id) => [
        machineText(id),
        timeText(unavailability.start),
        unavailability.duration === undefined
          ? "unlimited"
          : formatDuration(fromNanoseconds(unavailability.duration.nanoseconds)),
      ]),
    );
    await showTable(context, ["Machine", "From", "For"], rows, "No maintenance is scheduled.");
    return undefined;
  },
};

async function scheduleOf(cluster: Cluster): Promise<maintenance.Schedule> {
  const reply = await cluster.ask({ type: "GET_MAINTENANCE_SCHEDULE" });
  return reply.get_maintenance_schedule?.schedule ?? {};
}

const set: Command = {
  name: "set",
  summary: "Replace the whole schedule",
  details: [
    'With --file the schedule is what the file says, as JSON of the operator API ({"windows": …});',
    "with machines it is one window of them; with --clear it is empty.",
    "A machine is an agent (its id, a part of it, its hostname) or <hostname>/<ip>.",
  ].join("\n"),
  words: ["[machine…]"],
  options: {
    file: { short: "f", value: "<file>", help: "read the schedule from a file, - for stdin" },
    clear: { help: "no maintenance at all" },
    start: { value: "<time>", help: "such as 2027-01-31T22:00:00Z [now]" },
    duration: { value: "<duration>", help: "such as 2hrs [unlimited]" },
  },
  async run(context, input) {
    const wanted = await wantedSchedule(context, input);
    const cluster = await context.cluster();
    await cluster.tell({
      type: "UPDATE_MAINTENANCE_SCHEDULE",
      update_maintenance_schedule: { schedule: wanted },
    });
    const windows = wanted.windows ?? [];
    const machines = windows.flatMap(({ machine_ids = [] }) => machine_ids).length;
    await context.world.out(
      `The schedule has ${windows.length} windows, for ${machines} machines.\n`,
    );
    return undefined;
  },
};

async function wantedSchedule(context: Context, input: Input): Promise<maintenance.Schedule> {
  const file = input.text("file");
  const ways = [file !== undefined, input.flag("clear"), input.words.length > 0];
  if (ways.filter((way) => way).length !== 1) {
    throw misused("Give machines, or --file=<file>, or --clear");
  }
  if (input.flag("clear")) return {};
  if (file !== undefined) return readSchedule(context, file);
  return { windows: [await windowOf(context, input)] };
}

async function readSchedule({ world }: Context, file: string): Promise<maintenance.Schedule> {
  try {
    const text = file === "-" ? await world.readAll() : readFileSync(file);
    return fromJson(maintenance.Schedule, JSON.parse(text.toString()));
  } catch (error) {
    const known = error instanceof SyntaxError || error instanceof DecodeError;
    if (!known && (error as NodeJS.ErrnoException).code === undefined) throw error;
    throw misused(`--file: cannot read a schedule: ${(error as Error).message}`);
  }
}

async function windowOf(context: Context, input: Input): Promise<maintenance.Window> {
  const start = startOf(context, input.text("start"));
  const length = lengthOf(input.text("duration"));
  return {
    machine_ids: await machinesOf(await context.cluster(), input.words),
    unavailability: {
      start: { nanoseconds: start * NANOSECONDS_PER_MS },
      ...(length === undefined ? {} : { duration: { nanoseconds: Number(toNanoseconds(length)) } }),
    },
  };
}

function startOf({ world }: Context, text: string | undefined): number {
  if (text === undefined || text === "now") return world.now();
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw misused(`--start: '${text}' is no time such as 2027-01-31T22:00:00Z`);
  }
  return time;
}

function lengthOf(text: string | undefined): Duration | undefined {
  if (text === undefined) return undefined;
  const parsed = parseDuration(text);
  if (parsed.type === "error") throw misused(`--duration: ${parsed.error}`);
  return parsed.value;
}

const down: Command = {
  name: "down",
  summary: "Take scheduled machines out of service, now",
  details: "Their agents are ended, and their tasks with them. The machines must be scheduled.",
  words: ["<machine…>"],
  async run(context, { words }) {
    const cluster = await context.cluster();
    const machines = await machinesOf(cluster, words);
    await cluster.tell({ type: "START_MAINTENANCE", start_maintenance: { machines } });
    await context.world.out(`Down: ${machines.map(machineText).join(", ")}.\n`);
    return undefined;
  },
};

const up: Command = {
  name: "up",
  summary: "Bring machines back, and take them from the schedule",
  words: ["<machine…>"],
  async run(context, { words }) {
    const cluster = await context.cluster();
    const machines = await machinesOf(cluster, words);
    await cluster.tell({ type: "STOP_MAINTENANCE", stop_maintenance: { machines } });
    await context.world.out(`Up: ${machines.map(machineText).join(", ")}.\n`);
    return undefined;
  },
};

/** A machine is known by its hostname and its address together, so both must be right. */
async function machinesOf(cluster: Cluster, words: readonly string[]): Promise<MachineID[]> {
  const whole = words.filter((word) => word.includes("/"));
  if (whole.length === words.length) return words.map(machineOf);
  const { registered } = await agentsOf(cluster);
  const scheduled = await scheduleOf(cluster);
  const known = [
    ...registered.map(({ agent_info: info, pid = "" }) => ({
      names: [info.id?.value ?? "", info.hostname],
      machine: { hostname: info.hostname, ip: pid.replace(/^.*@/, "").replace(/:\d+$/, "") },
    })),
    ...(scheduled.windows ?? []).flatMap(({ machine_ids = [] }) =>
      machine_ids.map((machine) => ({ names: [machine.hostname ?? ""], machine })),
    ),
  ];
  return words.map((word) => {
    if (word.includes("/")) return machineOf(word);
    const named = known.filter(({ names }) =>
      names.some((name) => name === word || name.endsWith(`-${word}`)),
    );
    const different = new Map(named.map(({ machine }) => [machineText(machine), machine]));
    const [only] = different.values();
    if (only !== undefined && different.size === 1) return only;
    const many = [...different.keys()].join(", ");
    throw misused(
      different.size === 0
        ? `'${word}' is no agent and no scheduled machine; write <hostname>/<ip>`
        : `'${word}' could be ${many}; write one of them`,
    );
  });
}

function machineOf(word: string): MachineID {
  const [hostname = "", ip = ""] = word.split("/");
  return { ...(hostname === "" ? {} : { hostname }), ...(ip === "" ? {} : { ip }) };
}

function machineText({ hostname = "", ip = "" }: MachineID): string {
  return `${hostname}/${ip}`;
}

export const maintenanceGroup: Group = {
  name: "maintenance",
  summary: "Plans maintenance and carries it out",
  commands: [status, schedule, set, down, up],
};
