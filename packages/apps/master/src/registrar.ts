import {
  type Maintenance,
  maintained,
  maintenanceInRegistry,
  NO_MAINTENANCE,
  type RegistryOperation,
  updatedQuotas,
  updatedWeights,
  withQuotas,
  withWeights,
} from "@mesos-ts/master";
import { encode, type MasterInfo, type quota, registry, type WeightInfo } from "@mesos-ts/protos";

/** Where the registry of agents is kept: what must outlive a master. */
export interface Registrar {
  /** Notes who the master is, and gives what the registry held before. */
  recover(master: MasterInfo): registry.Registry;
  /** Carries an operation out; `done` hears whether it was stored. */
  apply(operation: RegistryOperation, done: (ok: boolean) => void): void;
  /** What it holds now. */
  content(): registry.Registry;
  /** Bytes of what it holds. */
  sizeBytes(): number;
  /** Operations that wait to be stored. */
  readonly queued: number;
}

type AgentInfo = registry.Registry_Slave["info"];

/** What operators decided about an agent; it stays with the agent when that becomes unreachable. */
type Standing = Pick<registry.Registry_Slave, "drain_info" | "deactivated">;

interface AgentEntry {
  readonly info: AgentInfo;
  standing: Standing;
}

interface UnreachableEntry {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  standing: Standing;
}

const IN_SERVICE: Standing = { deactivated: false };

const NS_PER_MS = 1e6;

/** The registry of `--registry=in_memory`: it is gone with the process. */
export class MemoryRegistrar implements Registrar {
  readonly queued = 0;
  readonly #agents = new Map<string, AgentEntry>();
  readonly #unreachable = new Map<string, UnreachableEntry>();
  /** Times in milliseconds since the epoch. */
  readonly #gone = new Map<string, number>();
  #quotas: readonly quota.QuotaConfig[] = [];
  #weights: readonly WeightInfo[] = [];
  #maintenance: Maintenance = NO_MAINTENANCE;
  #master: MasterInfo | undefined;
  /** Undefined since the last change. */
  #sizeBytes: number | undefined;

  recover(master: MasterInfo): registry.Registry {
    const before = this.content();
    this.#master = master;
    this.#sizeBytes = undefined;
    return before;
  }

  apply(operation: RegistryOperation, done: (ok: boolean) => void): void {
    this.#sizeBytes = undefined;
    done(this.#perform(operation));
  }

  content(): registry.Registry {
    const agents = [...this.#agents.values()].map(({ info, standing }) => ({ info, ...standing }));
    const unreachable = [...this.#unreachable].map(([value, { atMs, standing }]) => ({
      id: { value },
      timestamp: timeInfo(atMs),
      ...standing,
    }));
    const isSomeoneOff = [...agents, ...unreachable].some(({ deactivated }) => deactivated);
    const content: registry.Registry = {
      ...(this.#master === undefined ? {} : { master: { info: this.#master } }),
      agents: agents.length === 0 ? {} : { agents },
      ...(unreachable.length === 0 ? {} : { unreachable: { agents: unreachable } }),
      ...(this.#gone.size === 0 ? {} : { gone: { agents: timed(this.#gone) } }),
      ...maintenanceInRegistry(this.#maintenance),
      // A master that does not know of draining must not take over while somebody is drained.
      ...(isSomeoneOff ? { minimum_capabilities: [{ capability: "AGENT_DRAINING" }] } : {}),
    };
    return withWeights(withQuotas(content, this.#quotas), this.#weights);
  }

  sizeBytes(): number {
    this.#sizeBytes ??= encode(registry.Registry, this.content()).length;
    return this.#sizeBytes;
  }

  /** False: the operation does not fit what the registry holds. */
  #perform(operation: RegistryOperation): boolean {
    switch (operation.type) {
      case "admit-agent":
        return this.#admit(operation.info);
      case "update-agent":
        return this.#update(operation.info);
      case "remove-agent":
        return this.#agents.delete(operation.agentId);
      case "mark-unreachable": {
        const id = idOf(operation.info);
        const standing = this.#agents.get(id)?.standing ?? IN_SERVICE;
        this.#agents.delete(id);
        this.#unreachable.set(id, { atMs: operation.atMs, standing });
        return true;
      }
      case "mark-reachable": {
        const id = idOf(operation.info);
        const standing = (this.#unreachable.get(id) ?? this.#agents.get(id))?.standing;
        this.#unreachable.delete(id);
        this.#agents.set(id, { info: operation.info, standing: standing ?? IN_SERVICE });
        return true;
      }
      case "mark-gone":
        this.#agents.delete(operation.agentId);
        this.#unreachable.delete(operation.agentId);
        this.#gone.set(operation.agentId, operation.atMs);
        return true;
      case "prune":
        for (const id of operation.unreachable) this.#unreachable.delete(id);
        for (const id of operation.gone) this.#gone.delete(id);
        return true;
      case "update-quota":
        this.#quotas = updatedQuotas(this.#quotas, operation.configs);
        return true;
      case "update-weights":
        this.#weights = updatedWeights(this.#weights, operation.weights);
        return true;
      case "drain-agent": {
        const { config } = operation;
        return this.#decide(operation.agentId, () => ({
          drain_info: { state: "DRAINING", config },
          deactivated: true,
        }));
      }
      case "mark-drained":
        return this.#decide(operation.agentId, ({ drain_info, deactivated }) =>
          drain_info?.state === "DRAINING"
            ? { drain_info: { ...drain_info, state: "DRAINED" }, deactivated }
            : undefined,
        );
      case "deactivate-agent":
        return this.#decide(operation.agentId, (before) => ({ ...before, deactivated: true }));
      case "reactivate-agent":
        return this.#decide(operation.agentId, () => IN_SERVICE);
      case "update-schedule":
      case "start-maintenance":
      case "stop-maintenance":
        this.#maintenance = maintained(this.#maintenance, operation);
        return true;
      default:
        return operation satisfies never;
    }
  }

  #admit(info: AgentInfo): boolean {
    const id = idOf(info);
    if (this.#agents.has(id)) return false;
    this.#agents.set(id, { info, standing: IN_SERVICE });
    return true;
  }

  #update(info: AgentInfo): boolean {
    const id = idOf(info);
    const known = this.#agents.get(id);
    if (known === undefined) return false;
    this.#agents.set(id, { ...known, info });
    return true;
  }

  /** Changes the standing of an admitted or unreachable agent. */
  #decide(agentId: string, change: (before: Standing) => Standing | undefined): boolean {
    const entry = this.#agents.get(agentId) ?? this.#unreachable.get(agentId);
    const standing = entry && change(entry.standing);
    if (entry === undefined || standing === undefined) return false;
    entry.standing = standing;
    return true;
  }
}

function idOf(info: AgentInfo): string {
  return info.id?.value ?? "";
}

function timed(agents: ReadonlyMap<string, number>) {
  return [...agents].map(([value, atMs]) => ({
    id: { value },
    timestamp: timeInfo(atMs),
  }));
}

function timeInfo(atMs: number) {
  return { nanoseconds: Math.round(atMs * NS_PER_MS) };
}
