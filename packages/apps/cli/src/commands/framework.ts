import { master } from "@mesos-ts/protos";
import { pick } from "../cluster/match.ts";
import type { Command, Group } from "../command.ts";
import { showJson, showMessage, showTable, useText } from "../present.ts";
import type { Cell } from "../shell/table.ts";
import { confirm, YES } from "./confirm.ts";

type Framework = master.Response_GetFrameworks_Framework;

/** What the Python command line indents JSON by. */
const INSPECT_INDENT = 4;

const list: Command = {
  name: "list",
  summary: "List the frameworks",
  json: true,
  options: { all: { short: "a", help: "include inactive and completed frameworks" } },
  async run(context, input) {
    const cluster = await context.cluster();
    const { get_frameworks: reply = {} } = await cluster.ask({ type: "GET_FRAMEWORKS" });
    if (context.json) {
      await showMessage(context, master.Response_GetFrameworks, reply);
      return undefined;
    }
    const all = input.flag("all");
    const rows = [
      ...(reply.frameworks ?? []).filter(({ active }) => all || active).map(frameworkRow),
      ...(all ? (reply.completed_frameworks ?? []).map(completedRow) : []),
    ];
    await showTable(
      context,
      ["ID", "Active", "Hostname", "Name", "State", "User", "Roles", "CPUs", "Memory"],
      rows,
      all
        ? "The cluster does not know any frameworks."
        : "The cluster does not have any active frameworks.",
    );
    return undefined;
  },
};

function frameworkRow(framework: Framework): (string | Cell)[] {
  return rowOf(framework, framework.active ? "True" : "False", stateOf(framework));
}

function completedRow(framework: Framework): (string | Cell)[] {
  return rowOf(framework, "False", { text: "completed", colour: "dim" });
}

function rowOf(framework: Framework, active: string, state: Cell): (string | Cell)[] {
  const { framework_info: info, allocated_resources: used } = framework;
  const roles = info.roles ?? (info.role === undefined ? [] : [info.role]);
  const own = (name: string): string => useText(used, [], name).replace(/\/.*/, "");
  return [
    ...[info.id?.value ?? "", active, info.hostname ?? "", info.name, state, info.user],
    ...[roles.join(","), own("cpus"), own("mem")],
  ];
}

function stateOf({ active, connected, recovered }: Framework): Cell {
  if (active) return { text: "active", colour: "green" };
  if (recovered) return { text: "recovered", colour: "yellow" };
  return connected
    ? { text: "inactive", colour: "yellow" }
    : { text: "disconnected", colour: "red" };
}

const inspect: Command = {
  name: "inspect",
  summary: "Return low-level information on the framework",
  details: "As the master's /frameworks shows it, without the tasks.",
  words: ["<framework>"],
  async run(context, { words: [given = ""] }) {
    const cluster = await context.cluster();
    const state = await cluster.getJson<{
      frameworks?: V0Framework[];
      completed_frameworks?: V0Framework[];
    }>(cluster.master, "/frameworks");
    const known = [...(state.frameworks ?? []), ...(state.completed_frameworks ?? [])];
    const found = pick(known, given, "framework", ({ id, name }) => [id, name]);
    const { tasks, unreachable_tasks, completed_tasks, ...rest } = found;
    await showJson(context.world, rest, INSPECT_INDENT);
    return undefined;
  },
};

type V0Framework = { readonly id: string; readonly name: string } & Record<string, unknown>;

const teardown: Command = {
  name: "teardown",
  summary: "End a framework, its executors and its tasks",
  words: ["<framework>"],
  options: YES,
  async run(context, input) {
    const cluster = await context.cluster();
    const { get_frameworks: reply } = await cluster.ask({ type: "GET_FRAMEWORKS" });
    const { framework_info: info } = pick(
      reply?.frameworks ?? [],
      input.words[0] ?? "",
      "framework",
      ({ framework_info: { id, name } }) => [id?.value ?? "", name],
    );
    const id = info.id?.value ?? "";
    await confirm(context, input, `Framework ${id} and all its tasks will be ended.`);
    await cluster.tell({ type: "TEARDOWN", teardown: { framework_id: { value: id } } });
    await context.world.out(`Framework ${id} is torn down.\n`);
    return undefined;
  },
};

export const frameworkGroup: Group = {
  name: "framework",
  summary: "Interacts with the Mesos Frameworks",
  commands: [list, inspect, teardown],
};
