import { Buffer } from "node:buffer";
import { DeferredTasks } from "./deferred-tasks.ts";
import type { LibprocessNetwork } from "./libprocess.ts";
import { silentLog, type TransportLog } from "./log.ts";
import { NetworkNode, type Peer } from "./network-node.ts";

export type MemoryNetworkOptions = {
  /**
   * Runs `task` later: the passage of something from one address to another. Tasks of one
   * (from, to) pair must run in the order given; a simulator chooses delays and interleaving.
   * `from` and `to` are equal for work inside one node. Default: next turn of the event loop.
   */
  readonly schedule?: (task: () => void, from: string, to: string) => void;
  readonly log?: TransportLog;
};

/**
 * A libprocess network in memory, for tests and the simulator. It has no clock and no randomness of
 * its own: with a deterministic `schedule` a run is repeatable.
 */
export class MemoryNetwork {
  readonly #schedule: (task: () => void, from: string, to: string) => void;
  readonly #log: TransportLog;
  readonly #nodes = new Map<string, NetworkNode>();
  readonly #peers = new Set<MemoryPeer>();
  readonly #cuts = new Set<string>();

  constructor(options: MemoryNetworkOptions = {}) {
    const tasks = new DeferredTasks();
    this.#schedule = options.schedule ?? tasks.add;
    this.#log = options.log ?? silentLog;
  }

  /** Adds a node at `address`, `ip:port`. Throws if the address is in use. */
  createNode(address: string): LibprocessNetwork {
    if (this.#nodes.has(address)) throw new Error(`address ${address} is already in use`);
    const node = new NetworkNode({
      address,
      log: this.#log,
      defer: (task) => this.#schedule(task, address, address),
      openPeer: (to, onLost) => this.#openPeer(node, to, onLost),
    });
    this.#nodes.set(address, node);
    return new MemoryNode(node, () => this.#remove(node));
  }

  /** Breaks the connections between two addresses and lets none be made until `heal`. */
  cut(a: string, b: string): void {
    this.#cuts.add(`${a} ${b}`).add(`${b} ${a}`);
    this.#breakPeers((peer) => peer.joins(a, b));
  }

  /** Ends a cut. */
  heal(a: string, b: string): void {
    this.#cuts.delete(`${a} ${b}`);
    this.#cuts.delete(`${b} ${a}`);
  }

  /** Breaks the connections between two addresses once; new ones can be made. */
  disconnect(a: string, b: string): void {
    this.#breakPeers((peer) => peer.joins(a, b));
  }

  #remove(node: NetworkNode): void {
    if (this.#nodes.get(node.address) === node) this.#nodes.delete(node.address);
    this.#breakPeers((peer) => peer.to === node.address);
  }

  #breakPeers(test: (peer: MemoryPeer) => boolean): void {
    for (const peer of [...this.#peers]) if (test(peer)) peer.break();
  }

  #openPeer(source: NetworkNode, to: string, onLost: () => void): Peer {
    const from = source.address;
    const peer: MemoryPeer = new MemoryPeer({
      from,
      to,
      target: () => (this.#cuts.has(`${from} ${to}`) ? undefined : this.#nodes.get(to)),
      pass: (task) => this.#schedule(task, from, to),
      lost: () => this.#schedule(onLost, from, from),
      gone: () => this.#peers.delete(peer),
    });
    this.#peers.add(peer);
    return peer;
  }
}

/** A node whose closing also takes it off the network. */
class MemoryNode implements LibprocessNetwork {
  readonly #node: NetworkNode;
  readonly #remove: () => void;

  constructor(node: NetworkNode, remove: () => void) {
    this.#node = node;
    this.#remove = remove;
  }

  get address(): string {
    return this.#node.address;
  }
  register: LibprocessNetwork["register"] = (id, process) => this.#node.register(id, process);
  unregister: LibprocessNetwork["unregister"] = (id) => this.#node.unregister(id);
  processIds: LibprocessNetwork["processIds"] = () => this.#node.processIds();
  send: LibprocessNetwork["send"] = (from, to, name, body) => this.#node.send(from, to, name, body);
  link: LibprocessNetwork["link"] = (from, to, options) => this.#node.link(from, to, options);
  unlink: LibprocessNetwork["unlink"] = (from, to) => this.#node.unlink(from, to);

  async close(): Promise<void> {
    await this.#node.close();
    this.#remove();
  }
}

type MemoryPeerOptions = {
  readonly from: string;
  readonly to: string;
  /** The node that a connection would reach now. */
  readonly target: () => NetworkNode | undefined;
  readonly pass: (task: () => void) => void;
  readonly lost: () => void;
  readonly gone: () => void;
};

class MemoryPeer implements Peer {
  readonly to: string;
  readonly #options: MemoryPeerOptions;
  #node: NetworkNode | undefined;
  /** Replaced when the connection breaks: what travels on the old one is dropped. */
  #connection = { alive: true };

  constructor(options: MemoryPeerOptions) {
    this.to = options.to;
    this.#options = options;
    this.#connect();
  }

  joins(a: string, b: string): boolean {
    const { from, to } = this.#options;
    return (from === a && to === b) || (from === b && to === a);
  }

  send(from: string, toId: string, name: string, body: Uint8Array): void {
    const connection = this.#connection;
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    this.#options.pass(() => {
      if (connection.alive) this.#node?.deliver({ from, to: toId, name, body: bytes });
    });
  }

  setLinked(): void {
    // Memory costs nothing to keep: a peer without links stays.
  }

  reconnect(): void {
    this.#connect();
  }

  async close(): Promise<void> {
    this.#options.gone();
  }

  /** The connection is gone: what is under way is dropped and the owner hears of it. */
  break(): void {
    if (!this.#connection.alive) return;
    this.#connection.alive = false;
    this.#options.gone();
    this.#options.lost();
  }

  #connect(): void {
    const connection = this.#connection;
    this.#options.pass(() => {
      if (!connection.alive) return;
      this.#node = this.#options.target();
      if (this.#node === undefined) this.break();
    });
  }
}
