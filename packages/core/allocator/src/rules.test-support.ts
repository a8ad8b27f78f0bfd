/** What every single offer must keep, one rule after the other, and then it is held. */
import type { Milli, Resources } from "@mesos-ts/resources";
import type { Allocation } from "./contract.ts";
import {
  type AgentRecord,
  type FrameworkRecord,
  hold,
  type World,
} from "./records.test-support.ts";
import {
  allowanceOf,
  availableOn,
  isOpen,
  isQuotaed,
  isRefused,
  isWorth,
  lackOf,
  obstacleFor,
  surplusOf,
  topOf,
  wants,
} from "./reference.test-support.ts";

interface Context {
  readonly world: World;
  readonly agent: AgentRecord;
  readonly framework: FrameworkRecord;
  readonly role: string;
  /** Without allocation. */
  readonly resources: Resources;
  readonly nowMs: number;
}

/** The text says what is wrong; undefined: nothing. */
type Rule = (context: Context) => string | undefined;

const RULES: readonly Rule[] = [
  ({ world, agent, resources }) => {
    const available = availableOn(world, agent);
    return available.contains(resources) ? undefined : `only ${available} are available`;
  },
  ({ world, agent }) => (isOpen(world, agent) ? undefined : "the agent is closed"),
  ({ framework, role }) => (wants(framework, role) ? undefined : "nobody asked for it"),
  ({ world, framework, role, resources }) =>
    isWorth(world, framework, role, resources) ? undefined : "it is too little",
  ({ world, agent, framework, role }) => obstacleFor(world, agent, framework, role),
  ({ world, agent, framework, role, resources, nowMs }) =>
    isRefused(world, framework, role, agent, resources, nowMs) ? "it was refused" : undefined,
  onlyOwnReservations,
  onlyUnderstood,
  withinLimits,
  withinHeadroom,
];

/** Throws when the offer breaks a rule; else it is held in the records. */
export function checkOffer(world: World, offer: Allocation, nowMs: number): void {
  const { frameworkId, role, agentId } = offer;
  const framework = world.frameworks.get(frameworkId);
  const agent = world.agents.get(agentId);
  const text = `${frameworkId} in ${role} is offered ${offer.resources} of ${agentId}`;
  if (framework === undefined || agent === undefined) throw new Error(`${text}: who?`);
  const resources = offer.resources.unallocated();
  if (!resources.allocated(role).equals(offer.resources)) throw new Error(`${text}: other role`);
  for (const rule of RULES) {
    const problem = rule({ world, agent, framework, role, resources, nowMs });
    if (problem !== undefined) throw new Error(`${text}: ${problem}`);
  }
  hold(world, { frameworkId, role, agentId, resources }, 1);
}

function onlyOwnReservations({ resources, role }: Context): string | undefined {
  for (const { reservations = [] } of resources.items) {
    const owner = reservations.at(-1)?.role;
    if (owner !== undefined && owner !== role && !role.startsWith(`${owner}/`)) {
      return `it is reserved for ${owner}`;
    }
  }
  return undefined;
}

function onlyUnderstood({ resources, framework }: Context): string | undefined {
  const { capabilities } = framework.info;
  for (const { name, revocable, shared, reservations = [] } of resources.items) {
    if (revocable && !capabilities.has("REVOCABLE_RESOURCES")) return `${name} is revocable`;
    if (shared && !capabilities.has("SHARED_RESOURCES")) return `${name} is shared`;
    if (reservations.length > 1 && !capabilities.has("RESERVATION_REFINEMENT")) {
      return `${name} is refined`;
    }
  }
  return undefined;
}

function withinLimits({ world, role, resources }: Context): string | undefined {
  const allowance = allowanceOf(world, topOf(role));
  for (const [name, milli] of countable(resources)) {
    const allowed = allowance.get(name);
    if (allowed !== undefined && milli > allowed) return `the limit allows ${allowed} ${name}`;
  }
  return undefined;
}

/** Beyond its own guarantee a role is given only what no guarantee needs. */
function withinHeadroom({ world, role, resources }: Context): string | undefined {
  const surplus = surplusOf(world);
  const lack = lackOf(world, topOf(role));
  for (const [name, milli] of countable(resources)) {
    const beyond = milli - (lack.get(name) ?? 0);
    const spare = surplus.get(name);
    if (spare !== undefined && beyond > Math.max(0, spare)) {
      return `guarantees leave ${spare} ${name} to others`;
    }
  }
  return undefined;
}

function countable(resources: Resources): Map<string, Milli> {
  return resources.filter(isQuotaed).quantities();
}
