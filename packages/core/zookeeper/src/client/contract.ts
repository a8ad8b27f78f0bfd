import type { Buffer } from "node:buffer";
import type { Result } from "@mesos-ts/base";
import type { EventType } from "../protocol/constants.ts";
import type { Request, Response } from "../protocol/operations.ts";

/** The operations that this client offers. */
export type ClientOp =
  | "create"
  | "delete"
  | "exists"
  | "getData"
  | "setData"
  | "getChildren"
  | "sync";
export type ClientRequest = Extract<Request, { readonly op: ClientOp }>;
export type ClientResponse = Extract<Response, { readonly op: ClientOp }>;

/** Why a request failed: a number of `ERROR_CODE`, and what to tell a person. */
export interface ZkError {
  readonly code: number;
  readonly text: string;
}

export type Outcome = Result<ClientResponse, ZkError>;

/** What a one-shot watch tells of the node it was set on. */
export interface WatchEvent {
  readonly type: EventType;
  readonly path: string;
}

/**
 * How the session stands. After `expired` a new session is begun at once: ephemeral nodes and
 * watches of the old one are gone. `auth-failed` and `closed` are the end.
 */
export type SessionState =
  | { readonly type: "connecting" }
  | { readonly type: "connected"; readonly sessionId: bigint }
  /** Without a server; the session may live on. */
  | { readonly type: "suspended"; readonly sessionId: bigint }
  /** `presumed`: no server said so, but none was there for the session's whole timeout. */
  | { readonly type: "expired"; readonly sessionId: bigint; readonly presumed: boolean }
  | { readonly type: "auth-failed"; readonly text: string }
  | { readonly type: "closed" };

/** Where a server listens. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
}

/** `connection` names the attempt: what belongs to an earlier one is ignored. */
export type SessionEvent =
  | { readonly type: "start" }
  /** The addresses behind the names of the servers; none if no name could be resolved. */
  | { readonly type: "resolved"; readonly addresses: readonly ServerAddress[] }
  | { readonly type: "opened"; readonly connection: number }
  | { readonly type: "received"; readonly connection: number; readonly frame: Buffer }
  | { readonly type: "disconnected"; readonly connection: number; readonly reason: string }
  | { readonly type: "request"; readonly id: number; readonly request: ClientRequest }
  | { readonly type: "timer" }
  | { readonly type: "close" };

export type SessionEffect =
  | { readonly type: "resolve" }
  | { readonly type: "connect"; readonly connection: number; readonly address: ServerAddress }
  | { readonly type: "send"; readonly connection: number; readonly frame: Buffer }
  | { readonly type: "disconnect"; readonly connection: number }
  /** Replaces the time asked for before; undefined for none. */
  | { readonly type: "wake-at"; readonly at: number | undefined }
  | { readonly type: "answer"; readonly id: number; readonly outcome: Outcome }
  /** The watch that the request `id` has set. */
  | { readonly type: "watch"; readonly id: number; readonly event: WatchEvent }
  | { readonly type: "state"; readonly state: SessionState }
  | { readonly type: "log"; readonly level: "info" | "warning"; readonly text: string };

export interface SessionConfig {
  /** What the session asks for; the server may grant less or more. */
  readonly sessionTimeoutMs: number;
  /** Of scheme `digest`: `user:password`. */
  readonly credentials: string | undefined;
  /** All paths are below it; "" for none. */
  readonly chroot: string;
}

/** Requests that wait for an answer or a connection. */
export const MAX_REQUESTS = 1_000;

/** Watches of one session that have not fired. */
export const MAX_WATCHES = 10_000;
