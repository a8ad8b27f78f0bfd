import { Buffer } from "node:buffer";
import { formatAddress, isSafeToken, parsePid } from "@mesos-ts/wire";
import type {
  LibprocessMessage,
  LibprocessNetwork,
  LibprocessProcess,
  LinkOptions,
} from "./libprocess.ts";
import { MAX_PEERS } from "./limits.ts";
import { type Link, Links } from "./links.ts";
import type { TransportLog } from "./log.ts";

/** A way to one address. It is opened when made, and lost at most once. */
export type Peer = {
  /** Queues a message. `from` is a pid, `toId` the receiving process at the peer. */
  send(from: string, toId: string, name: string, body: Uint8Array): void;
  /** Says whether links keep this peer open. */
  setLinked(linked: boolean): void;
  /** Replaces the connection under this peer; queued messages stay, nothing is lost. */
  reconnect(): void;
  /** Sends what is queued, for a short while at most, and closes; nothing hears of it. */
  close(): Promise<void>;
};

export type NetworkNodeOptions = {
  /** Own address, `ip:port`. */
  readonly address: string;
  /** Opens a peer. `onLost` is called once, later, when its connection broke or was closed as idle. */
  readonly openPeer: (address: string, onLost: () => void) => Peer;
  /** Runs a task later, in order, never inside the call. */
  readonly defer: (task: () => void) => void;
  readonly log: TransportLog;
};

type Destination = { readonly id: string; readonly address: string };

/** Pids whose parts are remembered. */
const MAX_CACHED_PIDS = 65_536;

/**
 * libprocess's rules for messages and links, over any kind of peer: what `LibprocessNetwork`
 * promises is decided here once for sockets and memory.
 */
export class NetworkNode implements LibprocessNetwork {
  readonly address: string;
  readonly #openPeer: NetworkNodeOptions["openPeer"];
  readonly #defer: (task: () => void) => void;
  readonly #log: TransportLog;
  readonly #processes = new Map<string, LibprocessProcess>();
  readonly #peers = new Map<string, Peer>();
  readonly #links = new Links();
  readonly #pids = new Map<string, Destination>();
  readonly #ownPids = new Map<string, string>();
  #closed = false;

  constructor(options: NetworkNodeOptions) {
    this.address = options.address;
    this.#openPeer = options.openPeer;
    this.#defer = options.defer;
    this.#log = options.log;
  }

  register(id: string, process: LibprocessProcess): void {
    if (this.#own(id) === undefined) {
      throw new TypeError(`'${id}' cannot be a process id: it has blanks or control characters`);
    }
    if (this.#processes.has(id)) throw new Error(`process '${id}' is already registered`);
    this.#processes.set(id, process);
  }

  unregister(id: string): void {
    if (!this.#processes.delete(id)) return;
    for (const address of this.#links.removeWatcher(id)) this.#updateLinked(address);
    this.#raise(this.#links.takePid(`${id}@${this.address}`, this.address));
  }

  processIds(): string[] {
    return [...this.#processes.keys()];
  }

  send(fromId: string, toPid: string, name: string, body: Uint8Array): boolean {
    if (this.#closed) return false;
    const to = this.#resolve(toPid);
    const from = this.#own(fromId);
    if (to === undefined || from === undefined || !isSafeToken(name)) {
      this.#log.warn(`Dropped message '${name}' from '${fromId}' to '${toPid}': not addressable`);
      return false;
    }
    if (to.address === this.address) {
      const message = { from, to: to.id, name, body: asBuffer(body) };
      this.#defer(() => this.deliver(message));
      return true;
    }
    const peer = this.#peers.get(to.address) ?? this.#open(to.address);
    if (peer === undefined) return false;
    peer.send(from, to.id, name, body);
    return true;
  }

  link(fromId: string, toPid: string, options: LinkOptions = {}): void {
    if (this.#closed) return;
    const to = this.#resolve(toPid);
    if (to === undefined) {
      this.#log.warn(`Failed to link to '${toPid}': it is not a pid`);
      this.#raise([{ fromId, toPid }]);
      return;
    }
    if (to.address === this.address) {
      if (this.#processes.has(to.id)) this.#links.add(fromId, toPid, to.address);
      else this.#raise([{ fromId, toPid }]);
      return;
    }
    const existing = this.#peers.get(to.address);
    const peer = existing ?? this.#open(to.address);
    if (peer === undefined) {
      this.#raise([{ fromId, toPid }]);
      return;
    }
    this.#links.add(fromId, toPid, to.address);
    peer.setLinked(true);
    if (existing !== undefined && options.reconnect === true) existing.reconnect();
  }

  unlink(fromId: string, toPid: string): void {
    const to = this.#resolve(toPid);
    if (to === undefined) return;
    this.#links.remove(fromId, toPid, to.address);
    this.#updateLinked(to.address);
  }

  /** Hands a message to its process; false when nobody has that id. */
  deliver(message: LibprocessMessage): boolean {
    const process = this.#processes.get(message.to);
    if (process === undefined || this.#closed) return false;
    try {
      process.message(message);
    } catch (error) {
      this.#log.error(`Process '${message.to}' failed on '${message.name}': ${describe(error)}`);
    }
    return true;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const peers = [...this.#peers.values()];
    this.#peers.clear();
    await Promise.all(peers.map((peer) => peer.close()));
  }

  /** The pid of a process here; undefined when the id cannot be one. */
  #own(fromId: string): string | undefined {
    const cached = this.#ownPids.get(fromId);
    if (cached !== undefined) return cached;
    const pid = `${fromId}@${this.address}`;
    if (parsePid(pid) === undefined) return undefined;
    if (this.#ownPids.size >= MAX_CACHED_PIDS) this.#ownPids.clear();
    this.#ownPids.set(fromId, pid);
    return pid;
  }

  #resolve(toPid: string): Destination | undefined {
    const cached = this.#pids.get(toPid);
    if (cached !== undefined) return cached;
    const pid = parsePid(toPid);
    if (pid === undefined) return undefined;
    const destination = { id: pid.id, address: formatAddress(pid) };
    if (this.#pids.size >= MAX_CACHED_PIDS) this.#pids.clear();
    this.#pids.set(toPid, destination);
    return destination;
  }

  #open(address: string): Peer | undefined {
    if (this.#peers.size >= MAX_PEERS) {
      this.#log.warn(`No connection to ${address}: the limit of ${MAX_PEERS} peers is reached`);
      return undefined;
    }
    const peer = this.#openPeer(address, () => this.#lost(address, peer));
    this.#peers.set(address, peer);
    return peer;
  }

  #lost(address: string, peer: Peer): void {
    if (this.#peers.get(address) !== peer) return;
    this.#peers.delete(address);
    this.#raise(this.#links.takeAddress(address));
  }

  #updateLinked(address: string): void {
    this.#peers.get(address)?.setLinked(this.#links.has(address));
  }

  #raise(links: readonly Link[]): void {
    for (const { fromId, toPid } of links) {
      const process = this.#processes.get(fromId);
      if (process === undefined) continue;
      this.#defer(() => {
        // The process may have left, or another may have its id, by the time this runs.
        if (this.#closed || this.#processes.get(fromId) !== process) return;
        try {
          process.exited(toPid);
        } catch (error) {
          this.#log.error(`Process '${fromId}' failed on exit of '${toPid}': ${describe(error)}`);
        }
      });
    }
  }
}

function asBuffer(body: Uint8Array): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

/** An error's stack or text, for logs. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
