import type { Buffer } from "node:buffer";
import type { LogRecord } from "./transactions.ts";

/** The number of a connection, given by whoever accepts it and never used twice. */
export type ConnectionId = number;

/** What time it is: by the calendar for nodes, and on a clock that never jumps for sessions. */
export type Moment = { readonly wallMs: number; readonly monotonicMs: number };

export type Event =
  | { readonly type: "connected"; readonly connection: ConnectionId; readonly address: string }
  /** A whole frame, without its length. */
  | { readonly type: "frame"; readonly connection: ConnectionId; readonly frame: Buffer }
  | { readonly type: "disconnected"; readonly connection: ConnectionId }
  /** Comes every `tickMs`: sessions expire, containers go. */
  | { readonly type: "tick" };

/** The request that a frame answers, for statistics. */
export type Answer = { readonly operation: string; readonly xid: number; readonly zxid: bigint };

/**
 * In order, and none before what precedes it is done: nothing is sent while a transaction that
 * was persisted before it is not durable.
 */
export type Effect =
  | { readonly type: "persist"; readonly record: LogRecord }
  | {
      readonly type: "send";
      readonly connection: ConnectionId;
      readonly bytes: Buffer;
      readonly answer: Answer | undefined;
    }
  | { readonly type: "close"; readonly connection: ConnectionId }
  | { readonly type: "log"; readonly level: "info" | "warning"; readonly text: string };

export type CoordinatorConfig = {
  readonly tickMs: number;
  readonly minSessionTimeoutMs: number;
  readonly maxSessionTimeoutMs: number;
  /** How often containers and nodes with a time to live are looked through. */
  readonly containerCheckMs: number;
  /** Do hard quotas refuse? */
  readonly enforceQuota: boolean;
  /** Most sessions at one time. */
  readonly maxSessions: number;
  /** Who may do everything: `user:hash`, as in ACLs of the scheme "digest". */
  readonly superDigest: string | undefined;
  /** SHA-1 in base 64. */
  readonly sha1: (bytes: Buffer) => string;
  /** The secret of a session, 16 bytes. The same after a restart, and nothing that can be guessed. */
  readonly passwordOf: (session: bigint) => Buffer;
};
