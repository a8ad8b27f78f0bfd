/** Operations to check against the rules, and a cluster to check them in. */
import type { Offer_Operation, Resource } from "@mesos-ts/protos";
import type { Agent } from "../model.ts";
import { AGENT_CAPABILITIES, type AgentOptions, Bench, scalar } from "../test-harness.ts";
import { type Requester, validateOperation } from "./operations.ts";

export const allocation_info = { role: "dev" };
export const DEV = [{ type: "DYNAMIC", role: "dev", principal: "p" }] as const;
export const reserved = (value: number, more: Partial<Resource> = {}): Resource =>
  scalar("disk", value, { allocation_info, reservations: [...DEV], ...more });
export const persistent = {
  persistence: { id: "v", principal: "p" },
  volume: { container_path: "data", mode: "RW" },
} as const;
export const volume = (value: number, more: Partial<Resource> = {}): Resource =>
  reserved(value, { disk: persistent, ...more });

export const reserve = (...resources: Resource[]): Offer_Operation => ({
  type: "RESERVE",
  reserve: { resources },
});
export const unreserve = (...resources: Resource[]): Offer_Operation => ({
  type: "UNRESERVE",
  unreserve: { resources },
});
export const create = (...volumes: Resource[]): Offer_Operation => ({
  type: "CREATE",
  create: { volumes },
});
export const destroy = (...volumes: Resource[]): Offer_Operation => ({
  type: "DESTROY",
  destroy: { volumes },
});
export const grow = (of: Resource, addition: Resource): Offer_Operation => ({
  type: "GROW_VOLUME",
  grow_volume: { volume: of, addition },
});
export const shrink = (of: Resource, value: number): Offer_Operation => ({
  type: "SHRINK_VOLUME",
  shrink_volume: { volume: of, subtract: { value } },
});
export const provided = (source: object, more: object = {}): Resource =>
  scalar("disk", 1, {
    provider_id: { value: "rp" },
    disk: { source: { type: "RAW", ...source }, ...more },
  });

export const without = (...missing: readonly string[]): AgentOptions => ({
  capabilities: AGENT_CAPABILITIES.filter((each) => !missing.includes(each)),
});

/** What a framework with the principal `p`, in the role `dev`, is told; `OPERATOR`: an operator. */
export function verdict(
  operation: Offer_Operation,
  options: AgentOptions = {},
  by?: Partial<Requester>,
): string | undefined {
  const { agent, requester } = cluster(options);
  return validateOperation(operation, agent, { ...requester, ...by });
}

function cluster(options: AgentOptions = {}): { agent: Agent; requester: Requester; bench: Bench } {
  const bench = new Bench();
  const id = bench.registerAgent(options);
  const scheduler = bench.subscribe({ principal: "p" });
  const agent = bench.master.core.agents.registered.get(id);
  const framework = bench.master.core.frameworks.registered.get(scheduler.id);
  if (agent === undefined || framework === undefined) throw new Error("they did not come");
  return { bench, agent, requester: { principal: "p", framework } };
}

export const OPERATOR: Partial<Requester> = { framework: undefined, principal: undefined };

export type Row = [string, Offer_Operation, AgentOptions?, Partial<Requester>?];
