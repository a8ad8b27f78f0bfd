import type { Random } from "@mesos-ts/base";
import type { master } from "@mesos-ts/protos";
import type { Cluster } from "./cluster.ts";

/** In half of the clusters there is nothing to do for an operator. */
const IDLE = 0.5;
/** Orders per look at most. */
const MAX_ZEAL = 0.1;

/**
 * An operator who takes agents out of service, and in the end puts all of them back. What an
 * operator draws is drawn from a source of its own, so that others' histories do not depend on it.
 */
export class Operator {
  readonly #cluster: Cluster;
  readonly #random: Random;
  readonly #zeal: number;

  constructor(cluster: Cluster, random: Random) {
    this.#cluster = cluster;
    this.#random = random;
    this.#zeal = random.next() < IDLE ? 0 : MAX_ZEAL * random.next();
  }

  /** Now and then something to one agent, whatever became of the last order. */
  act(): void {
    if (this.#random.next() >= this.#zeal) return;
    const agents = this.#agents;
    if (agents === undefined) return;
    const ids = [...agents.registered.keys(), ...agents.unreachable.keys()];
    if (ids.length === 0) return;
    const id = this.#random.pick(ids);
    this.#say(this.#random.pick([this.#drain(id), deactivate(id), reactivate(id)]));
  }

  /** Every agent back into service; a drain whose order may have been lost is ordered again. */
  settle(): void {
    const agents = this.#agents;
    if (agents === undefined) return;
    for (const id of [...agents.deactivated]) {
      const isDraining = agents.draining.get(id)?.state === "DRAINING";
      this.#say(isDraining ? this.#drain(id) : reactivate(id));
    }
  }

  /** What is still out of service. */
  unsettled(): string | undefined {
    const agents = this.#agents;
    if (agents === undefined) return "nobody leads";
    // Those that left for good may stay out of service.
    const id = [...agents.deactivated].find((each) => agents.registered.has(each));
    if (id !== undefined) return `agent ${id} is out of service`;
    const busy = this.#cluster.agents.find((agent) => agent.isDraining);
    return busy && `agent ${busy.agentId} drains`;
  }

  /** Undefined while nobody leads. */
  get #agents() {
    return this.#cluster.core?.agents;
  }

  #drain(id: string): master.Call {
    const max_grace_period = { seconds: this.#random.pick([0, 1, 60]) };
    return { type: "DRAIN_AGENT", drain_agent: { agent_id: { value: id }, max_grace_period } };
  }

  #say(call: master.Call): void {
    this.#cluster.world.note(() => `operator: ${JSON.stringify(call)}`);
    this.#cluster.leader?.operatorCall(call);
  }
}

function deactivate(id: string): master.Call {
  return { type: "DEACTIVATE_AGENT", deactivate_agent: { agent_id: { value: id } } };
}

function reactivate(id: string): master.Call {
  return { type: "REACTIVATE_AGENT", reactivate_agent: { agent_id: { value: id } } };
}
