import { formatDuration, milliseconds } from "@mesos-ts/base";
import { amount, megabytesText, numberText } from "../present.ts";
import { type Colour, paint } from "../shell/colour.ts";
import { printable } from "../shell/printable.ts";
import { renderTable } from "../shell/table.ts";
import { countOf, type Quantities, type Snapshot } from "./snapshot.ts";

export interface FrameStyle {
  /** Without a size everything is shown. */
  readonly size: { readonly columns: number; readonly rows: number } | undefined;
  readonly colours: boolean;
}

const BAR_WIDTH = 24;
const SECTIONS = 4;
/** Lines of a section that are not rows: its title, the table's head, a blank. */
const SECTION_LINES = 3;
const HEAD_LINES = 6;
const FEWEST_ROWS = 2;

/** One picture of the cluster. */
export function frame(snapshot: Snapshot, nowMs: number, style: FrameStyle): string {
  const room =
    style.size === undefined
      ? Number.POSITIVE_INFINITY
      : Math.max(
          FEWEST_ROWS,
          Math.floor((style.size.rows - HEAD_LINES) / SECTIONS) - SECTION_LINES,
        );
  const sections = [
    section("Agents", AGENT_HEAD, agentRows(snapshot), room, style),
    section("Roles", ROLE_HEAD, roleRows(snapshot), room, style),
    section("Frameworks", FRAMEWORK_HEAD, frameworkRows(snapshot), room, style),
    tasksSection(snapshot, room, style),
  ];
  return `${head(snapshot, nowMs, style)}\n${sections.join("\n")}`;
}

function head(snapshot: Snapshot, nowMs: number, style: FrameStyle): string {
  const { agents, frameworks } = snapshot;
  const sum = (pick: (agent: (typeof agents)[number]) => number): number =>
    agents.reduce((total, agent) => total + pick(agent), 0);
  const bars = (["cpus", "mem", "disk"] as const).map((kind) =>
    bar(
      kind,
      sum(({ used_resources: used }) => used[kind]),
      sum(({ resources }) => resources[kind]),
      style,
    ),
  );
  const name = printable(snapshot.cluster);
  const active = agents.filter((agent) => agent.active).length;
  return [
    `${style.colours ? paint(name, "bold") : name}  ${leaderText(snapshot, nowMs)}`,
    `${active} of ${agents.length} agents active, ${frameworks.length} frameworks, tasks: ${taskCounts(snapshot)}`,
    ...bars,
    "",
  ].join("\n");
}

function leaderText({ leader, version, electedMs }: Snapshot, nowMs: number): string {
  if (electedMs === undefined) return `leader ${leader}, version ${version}`;
  const seconds = Math.max(0, Math.round((nowMs - electedMs) / 1_000));
  const ago = formatDuration(milliseconds(seconds * 1_000));
  return `leader ${leader}, version ${version}, elected ${ago} ago`;
}

function taskCounts({ frameworks }: Snapshot): string {
  return (["TASK_RUNNING", "TASK_STAGING", "TASK_FAILED"] as const)
    .map((state) => {
      const count = frameworks.reduce((all, framework) => all + countOf(framework, state), 0);
      return `${count} ${state.slice("TASK_".length).toLowerCase()}`;
    })
    .join(", ");
}

function bar(kind: keyof Quantities, used: number, total: number, style: FrameStyle): string {
  const share = total === 0 ? 0 : Math.min(1, used / total);
  const full = Math.round(share * BAR_WIDTH);
  const colour: Colour = share > 0.9 ? "red" : share > 0.7 ? "yellow" : "green";
  const filled = "#".repeat(full);
  const drawn = `${style.colours ? paint(filled, colour) : filled}${".".repeat(BAR_WIDTH - full)}`;
  const text = kind === "cpus" ? numberText : megabytesText;
  return `${kind.padEnd(5)}[${drawn}] ${percent(share)}  ${text(used)} of ${text(total)}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`.padStart(4);
}

function section(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  room: number,
  { size, colours }: FrameStyle,
): string {
  const shown = rows.slice(0, room);
  const counts = rows.length > shown.length ? `${shown.length} of ${rows.length}` : rows.length;
  const heading = `${title} (${counts})`;
  const table = renderTable(columns, shown, { columns: size?.columns, colours });
  return `${colours ? paint(heading, "cyan") : heading}\n${rows.length === 0 ? "" : table}`;
}

const AGENT_HEAD = ["Agent ID", "Hostname", "CPUs", "Memory", "Disk", "Running"];

/** The fullest first. */
function agentRows({ agents }: Snapshot): string[][] {
  const share = ({ used_resources: used, resources }: (typeof agents)[number]): number =>
    Math.max(ratio(used.cpus, resources.cpus), ratio(used.mem, resources.mem));
  return agents
    .toSorted((a, b) => share(b) - share(a))
    .map((agent) => [
      ...[agent.id, agent.hostname],
      ...useTexts(agent.used_resources, agent.resources),
      String(countOf(agent, "TASK_RUNNING")),
    ]);
}

function ratio(used: number, total: number): number {
  return total === 0 ? 0 : used / total;
}

function useTexts(used: Quantities, total: Quantities): string[] {
  return [
    `${numberText(used.cpus)}/${numberText(total.cpus)}`,
    `${megabytesText(used.mem)}/${megabytesText(total.mem)}`,
    `${megabytesText(used.disk)}/${megabytesText(total.disk)}`,
  ];
}

const ROLE_HEAD = ["Role", "Weight", "Frameworks", "CPUs", "Memory"];

function roleRows({ roles }: Snapshot): string[][] {
  return roles
    .toSorted((a, b) => amount(b.resources, "cpus") - amount(a.resources, "cpus"))
    .map(({ name, weight, frameworks = [], resources }) => [
      ...[name, numberText(weight), String(frameworks.length)],
      ...[numberText(amount(resources, "cpus")), megabytesText(amount(resources, "mem"))],
    ]);
}

const FRAMEWORK_HEAD = ["ID", "Name", "Active", "CPUs", "Memory", "Running"];

function frameworkRows({ frameworks }: Snapshot): string[][] {
  return frameworks
    .toSorted((a, b) => b.used_resources.cpus - a.used_resources.cpus)
    .map((framework) => [
      ...[framework.id, framework.name, framework.active ? "True" : "False"],
      numberText(framework.used_resources.cpus),
      megabytesText(framework.used_resources.mem),
      String(countOf(framework, "TASK_RUNNING")),
    ]);
}

const TASK_HEAD = ["ID", "State", "Name", "Agent ID", "CPUs", "Memory"];

/** The newest first. */
function tasksSection({ tasks }: Snapshot, room: number, style: FrameStyle): string {
  if (tasks === undefined) return "Tasks: too many to list; see `mesos task list`\n";
  const startOf = (task: (typeof tasks)[number]): number => task.statuses?.[0]?.timestamp ?? 0;
  const rows = tasks
    .toSorted((a, b) => startOf(b) - startOf(a))
    .map((task) => [
      ...[task.task_id.value, task.state, task.name, task.agent_id.value],
      ...[numberText(amount(task.resources, "cpus")), megabytesText(amount(task.resources, "mem"))],
    ]);
  return section("Tasks", TASK_HEAD, rows, room, style);
}
