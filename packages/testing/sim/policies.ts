import type { Random } from "@mesos-ts/base";
import type { maintenance, master, quota } from "@mesos-ts/protos";
import type { Cluster } from "./cluster.ts";

/** In half of the clusters nobody sets anything. */
const IDLE = 0.5;
/** Orders per look at most. */
const MAX_ZEAL = 0.2;
const TOP_ROLES = ["a", "c"] as const;
const MINUTE_NS = 60_000_000_000;

/**
 * An operator who sets quota, weights, the whitelist and maintenance windows, and in the end lifts
 * all of them but the weights. Draws from a source of its own, as every operator.
 */
export class Policies {
  readonly #cluster: Cluster;
  readonly #random: Random;
  readonly #zeal: number;
  /** Agents of these hosts may be offered. */
  whitelist: ReadonlySet<string>;

  constructor(cluster: Cluster, random: Random) {
    this.#cluster = cluster;
    this.#random = random;
    this.#zeal = random.next() < IDLE ? 0 : MAX_ZEAL * random.next();
    this.whitelist = new Set(this.#hosts());
  }

  act(): void {
    if (this.#random.next() >= this.#zeal) return;
    const roll = this.#random.next();
    if (roll < 0.5) this.#say(this.#quota());
    else if (roll < 0.7) this.#say(this.#weights());
    else if (roll < 0.85) this.#setWhitelist(this.#hosts().filter(() => this.#random.next() < 0.7));
    else this.#say(this.#maintenance(this.#hosts().filter(() => this.#random.next() < 0.5)));
  }

  settle(): void {
    if (this.#zeal === 0) return;
    this.#say(quotaCall(TOP_ROLES.map((role) => ({ role }))));
    this.#say(this.#maintenance([]));
    this.#setWhitelist(this.#hosts());
  }

  #hosts(): string[] {
    return this.#cluster.agents.map(({ hostname }) => hostname);
  }

  #quota(): master.Call {
    const guaranteed = this.#random.pick([0, 1, 4]);
    const limit = this.#random.pick([0, 2, 6, Number.POSITIVE_INFINITY]);
    const most = Math.max(limit, guaranteed);
    const config: quota.QuotaConfig = {
      role: this.#random.pick(TOP_ROLES),
      guarantees: guaranteed === 0 ? {} : { cpus: { value: guaranteed } },
      limits: Number.isFinite(most) ? { cpus: { value: most } } : {},
    };
    return quotaCall([config]);
  }

  #weights(): master.Call {
    const role = this.#random.pick(["a", "a/b", "c"]);
    const weight = this.#random.pick([0.5, 1, 3]);
    return { type: "UPDATE_WEIGHTS", update_weights: { weight_infos: [{ role, weight }] } };
  }

  #maintenance(hosts: readonly string[]): master.Call {
    const windows: maintenance.Window[] = hosts.map((hostname) => ({
      machine_ids: [{ hostname, ip: this.#ipOf(hostname) }],
      unavailability: { start: { nanoseconds: MINUTE_NS } },
    }));
    return {
      type: "UPDATE_MAINTENANCE_SCHEDULE",
      update_maintenance_schedule: { schedule: { windows } },
    };
  }

  #ipOf(hostname: string): string {
    return this.#cluster.agents.find((agent) => agent.hostname === hostname)?.ip ?? "";
  }

  #setWhitelist(hostnames: readonly string[]): void {
    this.#cluster.world.note(() => `operator: whitelist ${hostnames}`);
    this.whitelist = new Set(hostnames);
    for (const master of this.#cluster.masters) master.setWhitelist(hostnames);
  }

  #say(call: master.Call): void {
    this.#cluster.world.note(() => `operator: ${JSON.stringify(call)}`);
    this.#cluster.leader?.operatorCall(call);
  }
}

function quotaCall(quota_configs: quota.QuotaConfig[]): master.Call {
  return { type: "UPDATE_QUOTA", update_quota: { force: true, quota_configs } };
}
