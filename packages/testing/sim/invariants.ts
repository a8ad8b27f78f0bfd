import { isTerminal } from "@mesos-ts/agent";
import type { Holdings } from "@mesos-ts/allocator";
import type { Core } from "@mesos-ts/master";
import { Resources } from "@mesos-ts/resources";
import type { AgentNode } from "./agent-node.ts";
import { Violation } from "./history.ts";
import type { MasterNode } from "./master-node.ts";

const SCALARS = ["cpus", "mem", "disk"] as const;

/** The books are looked at after every so many steps: a mistake in them stays there. */
const STEPS_BETWEEN_AUDITS = 8;

/**
 * What holds after every step: no offer that may not be, no task that runs twice; and after some, and
 * when something is offered, that the books are right.
 */
export function checkMaster(node: MasterNode, agents: readonly AgentNode[]): void {
  const { leading } = node;
  if (!node.changed || leading === undefined) return;
  node.changed = false;
  const isOffering = leading.offers.check();
  leading.steps++;
  if (isOffering || leading.steps % STEPS_BETWEEN_AUDITS === 0) audit(leading);
  for (const { processes, name } of agents) {
    if (processes.doubles.length > 0) {
      throw new Violation(`twice: task ${processes.doubles[0]} ran twice at once on ${name}`);
    }
  }
}

/**
 * Per agent, offered + used + free = total, and the allocator's books say the same of every
 * framework; nothing terminal holds resources.
 */
function audit({ master, allocator, overcommitted }: LeadingLife): void {
  for (const agent of master.core.agents.registered.values()) {
    const books = allocator.holdings(agent.id);
    if (books === undefined) throw new Violation(`books: the allocator forgot agent ${agent.id}`);
    for (const name of SCALARS) checkConservation(agent, books, name, overcommitted);
    const ids = new Set([...books.held.keys(), ...agent.placements.keys()]);
    for (const { framework } of agent.offers) ids.add(framework.id);
    for (const id of ids) checkHeld(agent, books, id);
    checkUsed(agent);
  }
}

/** What a framework holds of an agent is what it uses there and what it is offered. */
function checkHeld(agent: RegisteredAgent, { held }: Holdings, id: string): void {
  const used = agent.placements.get(id)?.used;
  for (const name of SCALARS) {
    let rest = amountOf(held.get(id), name) - amountOf(used, name);
    for (const { framework, resources } of agent.offers) {
      if (framework.id === id) rest -= amountOf(resources, name);
    }
    if (rest === 0) continue;
    throw new Violation(
      `${rest < 0 ? "given twice" : "lost"}: ${Math.abs(rest)} ${name} of agent ${agent.id} for framework ${id}`,
    );
  }
}

const KINDS = ["", "lent "] as const;
type Scalar = (typeof SCALARS)[number];
type Tally = Readonly<Record<(typeof KINDS)[number], Readonly<Record<Scalar, number>>>>;

/** Resources do not change, so that each is counted once however often the books are looked at. */
const tallies = new WeakMap<Resources, Tally>();

/** What there is of each scalar, in thousandths: of its own, and lent. */
function tally(resources: Resources): Tally {
  let counted = tallies.get(resources);
  if (counted === undefined) {
    counted = { "": count(resources.nonRevocable()), "lent ": count(resources.revocable()) };
    tallies.set(resources, counted);
  }
  return counted;
}

function count(resources: Resources): Tally[""] {
  const [cpus, mem, disk] = SCALARS.map((name) => resources.milli(name));
  return { cpus: cpus ?? 0, mem: mem ?? 0, disk: disk ?? 0 };
}

/** All there is of a scalar, in thousandths. */
function amountOf(resources: Resources | undefined, name: Scalar): number {
  if (resources === undefined) return 0;
  const counted = tally(resources);
  return counted[""][name] + counted["lent "][name];
}

type LeadingLife = NonNullable<MasterNode["leading"]>;

/**
 * By how much, in thousandths, agents are given more than they have, by agent, resource and time of
 * registration. An agent that comes back may still be ending what was given away anew, by an
 * earlier master or because it was believed lost, or have missed an operation that freed what others
 * use by now; from then on it can only get less.
 */
export type Overcommitted = Map<string, number>;

/** Nothing is lost, nothing is there twice; what is lent may be taken back while it is held. */
function checkConservation(
  { id: agentId, reregisteredMs }: RegisteredAgent,
  books: Holdings,
  name: Scalar,
  overcommitted: Overcommitted,
): void {
  for (const kind of KINDS) {
    const total = tally(books.total)[kind][name];
    const free = tally(books.available)[kind][name];
    let given = 0;
    for (const held of books.held.values()) given += tally(held)[kind][name];
    const over = free === total - given ? 0 : excess(books, kind).milli(name);
    const key = `${agentId} ${name} ${reregisteredMs}`;
    const allowed = kind === "" ? (overcommitted.get(key) ?? over) : over;
    if (kind === "") overcommitted.set(key, over);
    if (free === total - given + over && over <= allowed) continue;
    throw new Violation(
      `conservation: agent ${agentId} has ${total} ${kind}${name}, of which ${given} are held and ${free} free`,
    );
  }
}

/** What is held beyond what there is of its kind: unreserved, reserved for a role, a volume. */
function excess(books: Holdings, kind: (typeof KINDS)[number]): Resources {
  const held = Resources.sum([...books.held.values()].map((each) => each.unallocated()));
  const isLent = kind !== "";
  return (isLent ? held.revocable() : held.nonRevocable()).minus(books.total);
}

/**
 * What holds when all is quiet: the master and each agent agree on what the agent has, no operation
 * is open, and there is a folder for each volume and no other.
 */
export function checkOperationsAtRest(core: Core, agents: readonly AgentNode[]): void {
  for (const { name, agentId, total, openOperations, volumes } of agents) {
    const known = core.agents.registered.get(agentId ?? "");
    if (known === undefined || total === undefined) continue;
    // What an agent lends it tells of apart.
    if (!known.total.nonRevocable().equals(total.nonRevocable())) {
      throw new Violation(`at rest: ${name} has ${total}, the master believes ${known.total}`);
    }
    const open = openOperations + known.operations.size;
    if (open > 0) throw new Violation(`at rest: ${open} operations on ${name} are open for ever`);
    const made = total.persistentVolumes().items.map(({ disk }) => disk?.persistence?.id);
    const there = [...volumes].map((path) => path.slice(path.lastIndexOf("/") + 1));
    if (made.sort().join() !== there.sort().join()) {
      throw new Violation(`at rest: ${name} has the volumes ${made}, and folders for ${there}`);
    }
  }
}

type RegisteredAgent = Core["agents"]["registered"] extends Map<string, infer A> ? A : never;

/** What a framework uses is what its executors and its unfinished tasks use. */
function checkUsed(agent: RegisteredAgent): void {
  for (const placement of agent.placements.values()) {
    let used = 0;
    for (const task of placement.tasks.values()) {
      if (!isTerminal(task.message.state)) used += task.resources.milli("cpus");
    }
    for (const executor of placement.executors.values()) used += executor.resources.milli("cpus");
    if (used !== placement.used.milli("cpus")) {
      throw new Violation(
        `terminal: framework ${placement.frameworkId} uses ${placement.used.milli("cpus")} cpus on agent ${agent.id}, its tasks and executors ${used}`,
      );
    }
  }
}
