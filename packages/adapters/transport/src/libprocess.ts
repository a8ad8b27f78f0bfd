import type { Buffer } from "node:buffer";

/** A libprocess message as a process receives it. */
export type LibprocessMessage = {
  /** Sender, `id@ip:port`. */
  readonly from: string;
  /** Receiving process id, decoded: `slave(1)`. */
  readonly to: string;
  /** `mesos.internal.PingSlaveMessage`. */
  readonly name: string;
  /** Serialised message. It may be a view of a network buffer: copy the parts that are kept. */
  readonly body: Buffer;
};

/**
 * A process that lives at an id under this address. Neither function may throw; what they throw is
 * logged and dropped.
 */
export type LibprocessProcess = {
  message(message: LibprocessMessage): void;
  /**
   * A link to `pid` is gone: its connection broke, could not be made, or the local process left.
   * Raised once per link; the link must be made again to hear of the next loss.
   */
  exited(pid: string): void;
};

export type LinkOptions = {
  /**
   * Replace a connection that already exists, for a peer that may have restarted behind a dead one.
   * Links over the old connection move to the new one without an exited event, and so do messages
   * that wait in the queue. Default false.
   */
  readonly reconnect?: boolean;
};

/**
 * One address on a libprocess network. The same interface is served by sockets
 * (`TransportServer`) and by memory (`MemoryNetwork`), and one compliance suite holds both.
 *
 * Semantics are libprocess's. Messages from here to one address arrive in the order sent, and a
 * prefix of them arrives if the connection breaks. Nothing is delivered inside the call that sends.
 * An exited event concerns the connection that *we* opened to the peer's address: all links to
 * processes at that address go together; a peer that closes its own connection to us raises
 * nothing. A remote process that is not there is not noticed, only a missing address is.
 */
export type LibprocessNetwork = {
  /** Address that others reach this one at, `ip:port`. */
  readonly address: string;
  /** Makes messages to `id@address` reach `process`. Throws if the id is taken or not an id. */
  register(id: string, process: LibprocessProcess): void;
  /** Removes a process with its links; local processes linked to it hear `exited`. */
  unregister(id: string): void;
  /** Ids registered here, in order of registration. */
  processIds(): string[];
  /**
   * Sends a message from a process here (`fromId`, may be empty) to `toPid`, `id@ip:port`.
   * One-way: there is no answer and no error; a broken connection shows through links. The body
   * must not be changed afterwards. False when this is closed, and (logged) when the
   * ids or the name cannot stand in a request line.
   */
  send(fromId: string, toPid: string, name: string, body: Uint8Array): boolean;
  /** Watches `toPid` on behalf of the process `fromId`; linking twice is the same as once. */
  link(fromId: string, toPid: string, options?: LinkOptions): void;
  /** Stops watching; no exited event follows. */
  unlink(fromId: string, toPid: string): void;
  /**
   * Sends what is queued (for a second at most) and closes all connections, without events.
   * Resolves when nothing is left open.
   */
  close(): Promise<void>;
};

/** `id@address`. */
export function pidAt(id: string, address: string): string {
  return `${id}@${address}`;
}
