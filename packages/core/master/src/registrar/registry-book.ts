/** What the registry holds, kept so that one change costs little however many agents there are. */
import {
  type AgentInfo,
  encode,
  type MasterInfo,
  type Message,
  registry,
  Writer,
} from "@mesos-ts/protos";
import { downgrade } from "@mesos-ts/resources";
import type { MaintenanceOperation, RegistryOperation } from "../contract.ts";
import { maintained, maintenanceInRegistry, maintenanceOf } from "../machines.ts";
import { withQuotas, withWeights } from "../registry-roles.ts";
import { timeInfo } from "../times.ts";
import { RegistryList } from "./registry-list.ts";

const AGENT_DRAINING = "AGENT_DRAINING";

/** What operators decided about an agent; it stays with the agent when that becomes unreachable. */
type Standing = Pick<registry.Registry_Slave, "drain_info" | "deactivated">;

const IN_SERVICE: Standing = { deactivated: false };

/** Numbers of the fields of `Registry` that hold the lists of agents. */
const AGENTS_FIELD = 2;
const UNREACHABLE_FIELD = 7;
const GONE_FIELD = 8;

/**
 * The content of the registry and its changes.
 *
 * Agents are encoded once, when they change: the bytes of the whole are put together from theirs.
 * Resources are stored in the form of before reservation refinement wherever that can express
 * them, as Apache Mesos does, so that an older master can read them.
 */
export class RegistryBook {
  readonly #admitted = new RegistryList(registry.Registry_Slave);
  readonly #unreachable = new RegistryList(registry.Registry_UnreachableSlave);
  readonly #gone = new RegistryList(registry.Registry_GoneSlave);
  /** Everything else, and what a later release may have put there. */
  #rest: registry.Registry;
  /** Undefined since the last change. */
  #sizeBytes: number | undefined;

  constructor(content: registry.Registry = {}) {
    const { agents, unreachable, gone, ...rest } = content;
    for (const agent of agents?.agents ?? []) this.#admitted.set(idOf(agent.info), agent);
    for (const agent of unreachable?.agents ?? []) this.#unreachable.set(agent.id.value, agent);
    for (const agent of gone?.agents ?? []) this.#gone.set(agent.id.value, agent);
    this.#rest = rest;
  }

  /** Bytes of the content as protobuf. */
  get sizeBytes(): number {
    this.#sizeBytes ??= this.encoded().length;
    return this.#sizeBytes;
  }

  /** The master that writes from now on. */
  setMaster(info: MasterInfo): void {
    this.#sizeBytes = undefined;
    this.#rest = { ...this.#rest, master: { info } };
  }

  content(): registry.Registry {
    const unreachable = this.#unreachable.values();
    const gone = this.#gone.values();
    return {
      ...this.#withoutAgents(),
      agents: this.#admitted.size === 0 ? {} : { agents: this.#admitted.values() },
      ...(unreachable.length === 0 ? {} : { unreachable: { agents: unreachable } }),
      ...(gone.length === 0 ? {} : { gone: { agents: gone } }),
    };
  }

  /** The content as protobuf. */
  encoded(): Uint8Array {
    const writer = new Writer(this.#admitted.byteLength + this.#unreachable.byteLength + 4096);
    writer.raw(encode(registry.Registry, this.#withoutAgents()));
    this.#admitted.writeTo(writer, AGENTS_FIELD);
    if (this.#unreachable.size > 0) this.#unreachable.writeTo(writer, UNREACHABLE_FIELD);
    if (this.#gone.size > 0) this.#gone.writeTo(writer, GONE_FIELD);
    const bytes = writer.finish();
    this.#sizeBytes = bytes.length;
    return bytes;
  }

  /** False: the operation does not fit what the registry holds; nothing has changed then. */
  perform(operation: RegistryOperation): boolean {
    this.#sizeBytes = undefined;
    switch (operation.type) {
      case "admit-agent":
        return !this.#admitted.has(idOf(operation.info)) && this.#admit(operation.info, IN_SERVICE);
      case "update-agent": {
        const known = this.#admitted.get(idOf(operation.info));
        return known !== undefined && this.#admit(operation.info, standingOf(known));
      }
      case "remove-agent":
        return this.#admitted.delete(operation.agentId);
      case "mark-unreachable":
        return this.#markUnreachable(operation.info, operation.atMs);
      case "mark-reachable": {
        const id = idOf(operation.info);
        const known = this.#unreachable.get(id) ?? this.#admitted.get(id);
        this.#unreachable.delete(id);
        return this.#admit(operation.info, known === undefined ? IN_SERVICE : standingOf(known));
      }
      case "mark-gone":
        this.#admitted.delete(operation.agentId);
        this.#unreachable.delete(operation.agentId);
        this.#gone.set(operation.agentId, {
          id: { value: operation.agentId },
          timestamp: timeInfo(operation.atMs),
        });
        return true;
      case "prune":
        for (const id of operation.unreachable) this.#unreachable.delete(id);
        for (const id of operation.gone) this.#gone.delete(id);
        return true;
      case "update-quota":
        this.#rest = withQuotas(this.#rest, operation.configs);
        return true;
      case "update-weights":
        this.#rest = withWeights(this.#rest, operation.weights);
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
        return this.#maintain(operation);
      default:
        return operation satisfies never;
    }
  }

  #admit(info: AgentInfo, standing: Standing): boolean {
    this.#admitted.set(idOf(info), { info: stored(info), ...standing });
    return true;
  }

  #markUnreachable(info: AgentInfo, atMs: number): boolean {
    const id = idOf(info);
    const known = this.#admitted.get(id);
    this.#admitted.delete(id);
    this.#unreachable.set(id, {
      id: { value: id },
      timestamp: timeInfo(atMs),
      ...(known === undefined ? IN_SERVICE : standingOf(known)),
    });
    return true;
  }

  /** Changes the standing of an admitted or unreachable agent. */
  #decide(agentId: string, change: (before: Standing) => Standing | undefined): boolean {
    return (
      decideIn(this.#admitted, agentId, change) || decideIn(this.#unreachable, agentId, change)
    );
  }

  #maintain(operation: MaintenanceOperation): boolean {
    const { machines: _, schedules: __, ...rest } = this.#rest;
    const after = maintained(maintenanceOf(this.#rest), operation);
    this.#rest = { ...rest, ...maintenanceInRegistry(after) };
    return true;
  }

  /** A master that does not know of draining must not take over while somebody is drained. */
  #withoutAgents(): registry.Registry {
    const isOff = ({ deactivated, drain_info }: Standing) =>
      deactivated === true || drain_info !== undefined;
    const needed = this.#admitted.some(isOff) || this.#unreachable.some(isOff);
    const { minimum_capabilities = [], ...rest } = this.#rest;
    const others = minimum_capabilities.filter(({ capability }) => capability !== AGENT_DRAINING);
    const capabilities = needed ? [...others, { capability: AGENT_DRAINING }] : others;
    return capabilities.length === 0 ? rest : { ...rest, minimum_capabilities: capabilities };
  }
}

function decideIn<A extends Standing & Message>(
  list: RegistryList<A>,
  agentId: string,
  change: (before: Standing) => Standing | undefined,
): boolean {
  const known = list.get(agentId);
  const standing = known && change(standingOf(known));
  if (known === undefined || standing === undefined) return false;
  const { drain_info: _, deactivated: __, ...agent } = known;
  list.set(agentId, { ...agent, ...standing } as A);
  return true;
}

function standingOf({ drain_info, deactivated }: Standing): Standing {
  return { ...(drain_info === undefined ? {} : { drain_info }), deactivated: deactivated ?? false };
}

function idOf(info: AgentInfo): string {
  return info.id?.value ?? "";
}

/** In the older form of reservations, unless one of them is refined. */
function stored(info: AgentInfo): AgentInfo {
  const resources = (info.resources ?? []).map(downgrade);
  const all = resources.filter((resource) => resource !== undefined);
  return all.length === resources.length && all.length > 0 ? { ...info, resources: all } : info;
}
