import { formatDuration, fromNanoseconds, parseDuration, toNanoseconds } from "@mesos-ts/base";
import { type Attribute, master } from "@mesos-ts/protos";
import {
  type Agent,
  type Agents,
  agentsOf,
  idOf,
  pickAgent,
  pickAgentId,
} from "../cluster/agents.ts";
import type { Command, Context, Group } from "../command.ts";
import { misused } from "../failure.ts";
import { showFacts, showMessage, showTable, timeText, useText } from "../present.ts";
import type { Input } from "../shell/parse.ts";
import type { Cell } from "../shell/table.ts";
import { confirm, YES } from "./confirm.ts";

const NANOSECONDS_PER_SECOND = 1e9;

const list: Command = {
  name: "list",
  summary: "List the agents",
  json: true,
  async run(context) {
    const cluster = await context.cluster();
    const { get_agents: reply = {} } = await cluster.ask({ type: "GET_AGENTS" });
    if (context.json) {
      await showMessage(context, master.Response_GetAgents, reply);
      return undefined;
    }
    const rows = [
      ...(reply.agents ?? []).map(agentRow),
      ...(reply.recovered_agents ?? []).map((info) => [
        ...[idOf(info), info.hostname, "False"],
        { text: "recovered", colour: "yellow" } as const,
      ]),
    ];
    await showTable(
      context,
      ["Agent ID", "Hostname", "Active", "State", "CPUs", "Memory", "Disk", "Address"],
      rows,
      "The cluster does not have any agents.",
    );
    return undefined;
  },
};

function agentRow(agent: Agent): (string | Cell)[] {
  const { agent_info: info, allocated_resources: used, total_resources: total } = agent;
  return [
    ...[idOf(info), info.hostname, agent.active ? "True" : "False", stateOf(agent)],
    ...["cpus", "mem", "disk"].map((name) => useText(used, total, name)),
    (agent.pid ?? "").replace(/^.*@/, ""),
  ];
}

function stateOf({ active, deactivated, drain_info: drain }: Agent): Cell {
  if (drain !== undefined) return { text: drain.state.toLowerCase(), colour: "yellow" };
  if (deactivated) return { text: "deactivated", colour: "yellow" };
  return active ? { text: "active", colour: "green" } : { text: "inactive", colour: "red" };
}

const info: Command = {
  name: "info",
  summary: "Show one agent",
  json: true,
  words: ["<agent>"],
  async run(context, { words: [given = ""] }) {
    const agents = await agentsOf(await context.cluster());
    const agent = pickAgent(agents, given);
    if (context.json) {
      await showMessage(context, master.Response_GetAgents_Agent, agent);
      return undefined;
    }
    await showFacts(context, factsOf(agent));
    return undefined;
  },
};

function factsOf(agent: Agent): [string, string | undefined][] {
  const { agent_info: info, allocated_resources: used, total_resources: total } = agent;
  const fault = info.domain?.fault_domain;
  const grace = agent.drain_info?.config.max_grace_period;
  return [
    ["Agent ID", idOf(info)],
    ["Hostname", info.hostname],
    ["Address", (agent.pid ?? "").replace(/^.*@/, "")],
    ["Version", agent.version],
    ["State", stateOf(agent).text],
    ["Max grace period", grace && formatDuration(fromNanoseconds(grace.nanoseconds))],
    ["Registered", timeText(agent.registered_time)],
    ["Reregistered", timeText(agent.reregistered_time)],
    ["Fault domain", fault && `${fault.region.name}/${fault.zone.name}`],
    ...["cpus", "gpus", "mem", "disk"].map((name): [string, string] => [
      name,
      useText(used, total, name),
    ]),
    ["Attributes", info.attributes?.map(attributeText).join("; ")],
  ];
}

function attributeText(attribute: Attribute): string {
  const { name, text, scalar, ranges } = attribute;
  const value =
    text?.value ??
    scalar?.value ??
    `[${(ranges?.range ?? []).map(({ begin, end }) => `${begin}-${end}`).join(", ")}]`;
  return `${name}:${value}`;
}

const drain: Command = {
  name: "drain",
  summary: "End an agent's tasks and keep new ones away",
  details:
    "The agent stays DRAINED, also over restarts, until `mesos agent reactivate`, or is marked gone.",
  words: ["<agent>"],
  options: {
    "max-grace-period": { value: "<duration>", help: "the most that a task may take to end" },
    "mark-gone": { help: "forget the agent when it is drained" },
    ...YES,
  },
  async run(context, input) {
    const id = await agentIdOf(context, input);
    const grace = input.text("max-grace-period");
    if (input.flag("mark-gone")) {
      await confirm(context, input, `Agent ${id} will be gone for ever when it is drained.`);
    }
    const cluster = await context.cluster();
    await cluster.tell({
      type: "DRAIN_AGENT",
      drain_agent: {
        agent_id: { value: id },
        ...(grace === undefined ? {} : { max_grace_period: durationOf(grace) }),
        ...(input.flag("mark-gone") ? { mark_gone: true } : {}),
      },
    });
    await context.world.out(`Agent ${id} is draining.\n`);
    return undefined;
  },
};

function durationOf(text: string): { seconds: number; nanos: number } {
  const parsed = parseDuration(text);
  if (parsed.type === "error") throw misused(`--max-grace-period: ${parsed.error}`);
  const all = Number(toNanoseconds(parsed.value));
  const seconds = Math.floor(all / NANOSECONDS_PER_SECOND);
  return { seconds, nanos: all - seconds * NANOSECONDS_PER_SECOND };
}

const deactivate: Command = {
  name: "deactivate",
  summary: "Make no more offers of an agent; its tasks run on",
  words: ["<agent>"],
  async run(context, input) {
    const id = await agentIdOf(context, input);
    const cluster = await context.cluster();
    await cluster.tell({ type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id: { value: id } } });
    await context.world.out(`Agent ${id} is deactivated.\n`);
    return undefined;
  },
};

const reactivate: Command = {
  name: "reactivate",
  summary: "Offer a drained or deactivated agent again",
  words: ["<agent>"],
  async run(context, input) {
    const id = await agentIdOf(context, input);
    const cluster = await context.cluster();
    await cluster.tell({ type: "REACTIVATE_AGENT", reactivate_agent: { agent_id: { value: id } } });
    await context.world.out(`Agent ${id} is active.\n`);
    return undefined;
  },
};

const gone: Command = {
  name: "gone",
  summary: "Declare that an agent will never come back",
  details: "Its tasks are lost at once, and it may not register again, even if it still runs.",
  words: ["<agent>"],
  options: YES,
  async run(context, input) {
    const id = await agentIdOf(context, input);
    await confirm(context, input, `Agent ${id} and its tasks will be gone for ever.`);
    const cluster = await context.cluster();
    await cluster.tell({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id: { value: id } } });
    await context.world.out(`Agent ${id} is gone.\n`);
    return undefined;
  },
};

async function agentIdOf(context: Context, { words: [given = ""] }: Input): Promise<string> {
  const agents: Agents = await agentsOf(await context.cluster());
  return pickAgentId(agents, given);
}

export const agentGroup: Group = {
  name: "agent",
  summary: "Interacts with the Mesos agents",
  commands: [list, info, drain, deactivate, reactivate, gone],
};
