import type { Core } from "@mesos-ts/master";
import { Cluster } from "./cluster.ts";
import { Violation } from "./history.ts";
import { checkOperationsAtRest } from "./invariants.ts";
import type { Sabotage } from "./sabotage.ts";

export interface SeedResult {
  readonly seed: number;
  readonly violation: string | undefined;
  readonly launched: number;
  readonly log: readonly string[];
}

/** Short troubles make many seeds, long ones deep histories. */
const TROUBLES_MS = [10_000, 20_000, 40_000, 80_000] as const;
const TICK_MS = 500;
const LARGEST_SKEW_MS = 3_600_000;
/** Longer than every retry and time-out put together. */
const HEALING_MS = 1_800_000;
/** How often the operator looks whether an agent can be put back into service. */
const SETTLE_EVERY_MS = 60_000;

/** One seed: minutes of trouble, then peace, then the accounts. */
export function runSeed(seed: number, keepLog = false, sabotage?: Sabotage): SeedResult {
  const cluster = new Cluster({ seed, keepLog, sabotage });
  let violation: string | undefined;
  try {
    trouble(cluster);
    peace(cluster);
  } catch (error) {
    violation =
      error instanceof Violation
        ? error.message
        : `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const launched = cluster.schedulers.reduce((sum, each) => sum + each.launched, 0);
  return { seed, violation, launched, log: cluster.world.log };
}

function trouble(cluster: Cluster): void {
  const { world, network } = cluster;
  const harsh = world.random.next();
  cluster.setFaults({
    maxDelayMs: world.random.pick([1, 20, 500]),
    loss: harsh < 0.6 ? 0 : 0.01 * world.random.next(),
    duplication: harsh < 0.8 ? 0 : 0.01 * world.random.next(),
    reordering: harsh < 0.8 ? 0 : 0.02 * world.random.next(),
    partitions: 0.01 * world.random.next(),
  });
  const crashes = 0.02 * world.random.next();
  const failovers = world.chance(0.5) ? 0 : 0.03 * world.random.next();
  const clocks = world.chance(0.7) ? 0 : 0.02;
  cluster.start();
  const troubleMs = world.random.pick(TROUBLES_MS);
  for (let ms = 0; ms < troubleMs; ms += TICK_MS) {
    world.run(TICK_MS);
    for (const scheduler of cluster.schedulers) if (world.chance(0.1)) scheduler.act();
    cluster.operator.act();
    cluster.policies.act();
    const agent = world.random.pick(cluster.agents);
    if (world.chance(crashes)) agent.crashAfterEffects(world.random.int(6));
    if (world.chance(network.faults.partitions)) {
      const master = world.random.pick(cluster.masters).name;
      const others = cluster.hosts.filter((host) => host !== master);
      network.partition(world.random.pick(others), master);
    }
    if (world.chance(failovers)) troubleMasters(cluster);
    if (world.chance(clocks)) {
      world.setClock(
        world.random.pick(cluster.hosts),
        world.between(-LARGEST_SKEW_MS, LARGEST_SKEW_MS),
      );
    }
  }
}

/** A master dies or ends in order, the coordinator dies, or somebody is cut off from it. */
function troubleMasters({ world, network, masters, leader, coordinator, hosts }: Cluster): void {
  const roll = world.random.next();
  const master = leader ?? world.random.pick(masters);
  if (roll < 0.45) master.crash("silently");
  else if (roll < 0.6) master.crash("in order");
  else if (roll < 0.7) coordinator.crash();
  else if (roll < 0.85) network.partition(master.name, coordinator.name);
  else network.partition(world.random.pick(hosts), coordinator.name);
}

/** Everything heals, schedulers ask for what they missed, and then nothing may be owed. */
function peace(cluster: Cluster): void {
  const { world, network, history } = cluster;
  network.heal();
  cluster.coordinator.start();
  for (const master of cluster.masters) master.start();
  world.after(SETTLE_EVERY_MS, () => cluster.policies.settle());
  for (const scheduler of cluster.schedulers) scheduler.settle();
  for (const agent of cluster.agents) if (!agent.alive) agent.start();
  for (let ms = 0; ms < HEALING_MS; ms += SETTLE_EVERY_MS) {
    world.after(ms, () => cluster.operator.settle());
  }
  for (const scheduler of cluster.schedulers) {
    world.after(60_000, () => scheduler.reconcile(true));
    world.after(HEALING_MS - 120_000, () => scheduler.reconcile(true));
  }
  world.run(HEALING_MS);
  const { core } = cluster;
  const leading = cluster.masters.filter((each) => each.leading !== undefined);
  if (core === undefined || leading.length !== 1) {
    throw new Violation(`at rest: ${leading.length} masters lead`);
  }
  const known = core.frameworks.registered;
  history.checkDelivered((task) =>
    cluster.schedulers.some(
      (each) => each.owns(task) && each.connected && known.has(each.frameworkId ?? ""),
    ),
  );
  checkAtRest(cluster, core);
}

function checkAtRest(cluster: Cluster, core: Core): void {
  checkOperationsAtRest(core, cluster.agents);
  const unsettled = cluster.operator.unsettled();
  if (unsettled !== undefined) throw new Violation(`at rest: ${unsettled} for ever`);
  for (const { processes, name } of cluster.agents) {
    if (processes.running() > 0) {
      throw new Violation(`at rest: ${processes.running()} processes still run on ${name}`);
    }
  }
  for (const framework of core.frameworks.registered.values()) {
    if (framework.tasks.size > 0) {
      const [task] = framework.tasks.values();
      throw new Violation(
        `at rest: task ${task?.id} of framework ${framework.id} is ${task?.message.state} for ever`,
      );
    }
  }
  for (const scheduler of cluster.schedulers) {
    if (scheduler.connected && scheduler.liveTasks > 0) {
      throw new Violation(
        `at rest: ${scheduler.name} still waits for ${scheduler.liveTasks} of its tasks`,
      );
    }
  }
}
