import { Buffer } from "node:buffer";
import type { Action } from "@mesos-ts/log";
import { encode, replicatedLog } from "@mesos-ts/protos";
import { Violation } from "./history.ts";
import { LogNode } from "./log-node.ts";
import type { Network } from "./network.ts";
import type { Saboteur } from "./sabotage.ts";
import type { World } from "./world.ts";

/** The replicas of all masters, and what they must never disagree on. */
export class LogGroup {
  readonly faults: Saboteur;
  readonly world: World;
  readonly quorum: number;
  readonly #network: Network;
  readonly #nodes: readonly LogNode[];
  /** What was decided, by position: the first that anybody learned. */
  readonly #decided = new Map<number, string>();

  constructor(faults: Saboteur, world: World, network: Network, hosts: readonly string[]) {
    this.faults = faults;
    this.world = world;
    this.#network = network;
    this.quorum = (hosts.length + 1) / 2;
    this.#nodes = hosts.map((host) => new LogNode(this, host));
  }

  get pids(): string[] {
    return this.#nodes.map(({ pid }) => pid);
  }

  at(host: string): LogNode {
    const node = this.#nodes.find(({ name }) => name === host);
    if (node === undefined) throw new Error(`no replica at ${host}`);
    return node;
  }

  send(from: LogNode, process: string, to: string, name: string, body: Uint8Array): void {
    const target = this.#nodes.find((node) => to.endsWith(`@${node.name}`));
    if (target === undefined) return;
    const deliver = (): void => target.receive(`${process}@${from.name}`, to, name, body);
    if (target === from) this.world.after(0, deliver);
    else this.#network.send(from.name, target.name, deliver);
  }

  /** A decided position never changes. */
  learned(host: string, action: Action): void {
    const { position, nop, append, truncate, type } = action;
    const value = Buffer.from(
      encode(replicatedLog.Action, {
        position,
        promised: 0,
        type,
        // A tombstone stands for whatever was truncated.
        ...(nop?.tombstone === true ? {} : { nop, append, truncate }),
      }),
    ).toString("hex");
    if (nop?.tombstone === true) return;
    const before = this.#decided.get(position);
    if (before !== undefined && before !== value) {
      throw new Violation(`log: position ${position} was decided, and ${host} learned otherwise`);
    }
    this.#decided.set(position, value);
  }
}
