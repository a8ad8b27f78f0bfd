import { Buffer } from "node:buffer";
import type {
  ClientRequest,
  ClientResponse,
  Outcome,
  SessionState,
  ZkError,
} from "../client/contract.ts";
import { CREATE_MODE, ERROR_CODE } from "../protocol/constants.ts";
import { parentPath } from "../protocol/path.ts";
import type { Acl } from "../protocol/records.ts";
import { type GroupEffect, type GroupEvent, isRetryable, waitsForConnection } from "./contract.ts";

/** Mesos's interval: doubled with each failure. */
const FIRST_RETRY_MS = 2_000;
const MAX_RETRY_MS = 60_000;

const NO_DATA = Buffer.alloc(0);

type ResponseTo<R extends ClientRequest> = Extract<ClientResponse, { readonly op: R["op"] }>;

export interface Listener {
  /** Connected, perhaps not for the first time, and no question is under way. */
  onConnected(): void;
  /** The session has ended, and another one is being sought. */
  onExpired(): void;
  /** There will be no other session. */
  onEnd(text: string): void;
  /** An error that no second try would mend. */
  onFailure(text: string): void;
}

/** Questions to ZooKeeper and what to do with the answers: what all group cores have in common. */
export class Conversation<O> {
  readonly #listener: Listener;
  readonly #answers = new Map<number, (outcome: Outcome) => void>();
  readonly #watches = new Map<number, () => void>();
  #effects: GroupEffect<O>[] = [];
  #nextId = 1;
  #now = 0;
  #sessionId = 0n;
  #retryMs = FIRST_RETRY_MS;
  #retry: { readonly at: number; readonly action: () => void } | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
  }

  /** Of the session that is connected, or was so last. */
  get sessionId(): bigint {
    return this.#sessionId;
  }

  /** Whether no question is under way, and none will be asked again later. */
  get idle(): boolean {
    return this.#answers.size === 0 && this.#retry === undefined;
  }

  /** Handles everything but `cancel`, for which `onCancel` is called. */
  step(event: GroupEvent, now: number, onCancel: () => void): readonly GroupEffect<O>[] {
    this.#effects = [];
    this.#now = now;
    switch (event.type) {
      case "state":
        this.#stateChanged(event.state);
        break;
      case "answer":
        this.#take(this.#answers, event.id)?.(event.outcome);
        break;
      case "watch":
        this.#take(this.#watches, event.id)?.();
        break;
      case "timer":
        this.#timer();
        break;
      case "cancel":
        onCancel();
        break;
      default:
        return event satisfies never;
    }
    return this.#effects;
  }

  /** Asks; an error worth another try calls `again` when its time has come. */
  ask<R extends ClientRequest>(
    request: R,
    handle: {
      readonly answered: (response: ResponseTo<R>) => void;
      readonly again: () => void;
      /** For errors that are an answer; false if it is none. */
      readonly refused?: (error: ZkError) => boolean;
      /** The watch that the request sets. */
      readonly changed?: () => void;
    },
  ): void {
    const id = this.#nextId;
    this.#nextId += 1;
    this.#answers.set(id, (outcome) => {
      if (outcome.type === "ok") {
        this.#retryMs = FIRST_RETRY_MS;
        if (handle.changed !== undefined) this.#watches.set(id, handle.changed);
        handle.answered(outcome.value as ResponseTo<R>);
      } else if (handle.refused?.(outcome.error) !== true) {
        this.#failed(request, outcome.error, handle.again);
      }
    });
    this.#effects.push({ type: "request", id, request });
  }

  /** Creates a node and those above it, from below: an existing one may forbid to look above. */
  createPath(path: string, acl: readonly Acl[], done: () => void, again: () => void): void {
    const create = (missing: readonly string[]): void => {
      const [lowest, ...others] = missing;
      if (lowest === undefined) return done();
      const flags = CREATE_MODE.persistent.flag;
      this.ask(
        { op: "create", path: lowest, data: NO_DATA, acl, flags },
        {
          answered: () => create(others),
          again,
          refused: ({ code }) => {
            if (code === ERROR_CODE.NODEEXISTS) create(others);
            else if (code === ERROR_CODE.NONODE) create([parentPath(lowest), ...missing]);
            else return false;
            return true;
          },
        },
      );
    };
    this.log("info", `Trying to create path '${path}' in ZooKeeper`);
    create([path]);
  }

  tell(outcome: O): void {
    this.#effects.push({ type: "outcome", outcome });
  }

  log(level: "info" | "warning", text: string): void {
    this.#effects.push({ type: "log", level, text });
  }

  /** Nothing that was asked for is waited for any more. */
  forget(): void {
    this.#answers.clear();
    this.#watches.clear();
    this.#cancelRetry();
  }

  #stateChanged(state: SessionState): void {
    switch (state.type) {
      case "connected":
        this.#sessionId = state.sessionId;
        this.#cancelRetry();
        // What was asked without a connection is under way now, and goes on by itself.
        return this.#answers.size === 0 ? this.#listener.onConnected() : undefined;
      case "expired":
        this.#watches.clear();
        this.#cancelRetry();
        return this.#listener.onExpired();
      case "auth-failed":
        return this.#listener.onEnd(state.text);
      case "closed":
        return this.#listener.onEnd("The ZooKeeper session is closed");
      case "connecting":
      case "suspended":
        return;
      default:
        return state satisfies never;
    }
  }

  #failed(request: ClientRequest, error: ZkError, again: () => void): void {
    if (waitsForConnection(error.code)) return;
    if (!isRetryable(error.code)) {
      return this.#listener.onFailure(`Failed to ${verb(request)} in ZooKeeper: ${error.text}`);
    }
    const at = this.#now + this.#retryMs;
    this.#retryMs = Math.min(this.#retryMs * 2, MAX_RETRY_MS);
    this.#retry = { at, action: again };
    this.#effects.push({ type: "wake-at", at });
  }

  #timer(): void {
    const retry = this.#retry;
    if (retry === undefined) return;
    if (this.#now < retry.at) {
      this.#effects.push({ type: "wake-at", at: retry.at });
      return;
    }
    this.#retry = undefined;
    retry.action();
  }

  #cancelRetry(): void {
    if (this.#retry === undefined) return;
    this.#retry = undefined;
    this.#effects.push({ type: "wake-at", at: undefined });
  }

  #take<T>(map: Map<number, T>, id: number): T | undefined {
    const value = map.get(id);
    map.delete(id);
    return value;
  }
}

function verb(request: ClientRequest): string {
  switch (request.op) {
    case "create":
      return `create '${request.path}'`;
    case "delete":
      return `remove '${request.path}'`;
    case "getChildren":
      return `get children of '${request.path}'`;
    case "getData":
      return `get '${request.path}'`;
    case "setData":
      return `set '${request.path}'`;
    case "exists":
    case "sync":
      return `look at '${request.path}'`;
    default:
      return request satisfies never;
  }
}
