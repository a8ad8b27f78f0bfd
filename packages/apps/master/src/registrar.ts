import {
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

type AgentEntry = registry.Registry_Slave["info"];

const NS_PER_MS = 1e6;

/** The registry of `--registry=in_memory`: it is gone with the process. */
export class MemoryRegistrar implements Registrar {
  readonly queued = 0;
  readonly #agents = new Map<string, AgentEntry>();
  /** Times in milliseconds since the epoch. */
  readonly #unreachable = new Map<string, number>();
  readonly #gone = new Map<string, number>();
  #quotas: readonly quota.QuotaConfig[] = [];
  #weights: readonly WeightInfo[] = [];
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
    const agents = [...this.#agents.values()].map((info) => ({ info, deactivated: false }));
    const content: registry.Registry = {
      ...(this.#master === undefined ? {} : { master: { info: this.#master } }),
      agents: agents.length === 0 ? {} : { agents },
      ...(this.#unreachable.size === 0
        ? {}
        : { unreachable: { agents: timed(this.#unreachable) } }),
      ...(this.#gone.size === 0 ? {} : { gone: { agents: timed(this.#gone) } }),
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
        this.#agents.delete(id);
        this.#unreachable.set(id, operation.atMs);
        return true;
      }
      case "mark-reachable": {
        const id = idOf(operation.info);
        this.#unreachable.delete(id);
        this.#agents.set(id, operation.info);
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
      default:
        return operation satisfies never;
    }
  }

  #admit(info: AgentEntry): boolean {
    const id = idOf(info);
    if (this.#agents.has(id)) return false;
    this.#agents.set(id, info);
    return true;
  }

  #update(info: AgentEntry): boolean {
    const id = idOf(info);
    if (!this.#agents.has(id)) return false;
    this.#agents.set(id, info);
    return true;
  }
}

function idOf(info: AgentEntry): string {
  return info.id?.value ?? "";
}

function timed(agents: ReadonlyMap<string, number>) {
  return [...agents].map(([value, atMs]) => ({
    id: { value },
    timestamp: { nanoseconds: Math.round(atMs * NS_PER_MS) },
  }));
}
