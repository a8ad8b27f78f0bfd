import type { AgentInfo, master } from "@mesos-ts/protos";
import type { Cluster } from "./cluster.ts";
import { pick } from "./match.ts";

export type Agent = master.Response_GetAgents_Agent;

export interface Agents {
  readonly registered: readonly Agent[];
  /** Known from the registry, not back since the master leads. */
  readonly recovered: readonly AgentInfo[];
}

export async function agentsOf(cluster: Cluster): Promise<Agents> {
  const { get_agents: reply } = await cluster.ask({ type: "GET_AGENTS" });
  return { registered: reply?.agents ?? [], recovered: reply?.recovered_agents ?? [] };
}

export function idOf(info: AgentInfo): string {
  return info.id?.value ?? "";
}

/** A registered agent, by its id, a part of it, or its host's name. */
export function pickAgent({ registered }: Agents, given: string): Agent {
  return pick(registered, given, "agent", ({ agent_info }) => [
    idOf(agent_info),
    agent_info.hostname,
  ]);
}

/** The id of an agent that may be recovered only; an unreachable one is named by its whole id. */
export function pickAgentId({ registered, recovered }: Agents, given: string): string {
  const infos = [...registered.map(({ agent_info }) => agent_info), ...recovered];
  // The master knows unreachable agents too, but does not list them.
  if (/^[0-9a-f]{8}-.*-S\d+$/.test(given)) return given;
  return idOf(pick(infos, given, "agent", (info) => [idOf(info), info.hostname]));
}
