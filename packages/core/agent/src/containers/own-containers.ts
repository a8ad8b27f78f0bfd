import type { Resource, Value_Scalar } from "@mesos-ts/protos";
import type { ContainerSpec, ExitStatus, RequestId } from "../contract.ts";

/** Containers of their own that operators may have on one agent; as many that have ended are kept. */
const MAX_CONTAINERS = 10_000;
/** Requests that wait for the end of containers. */
const MAX_WAITERS = 10_000;

/** What an operator, not a framework, launched: nested in another container, or standalone. */
export interface OwnContainer {
  /** `root.child.grandchild`. */
  readonly id: string;
  readonly sandbox: string;
  readonly workingFolder: string;
  readonly user: string | undefined;
  readonly environment: Readonly<Record<string, string>>;
  /** Of a session: it ends with the connection, and with the agent. */
  readonly isDebug: boolean;
  readonly interaction: ContainerSpec["interaction"];
  readonly resources: readonly Resource[];
  readonly limits: Readonly<Record<string, Value_Scalar>>;
  state: "starting" | "running" | "ending";
  pid: number | undefined;
  /** Who waits for its start. */
  launcher: RequestId | undefined;
}

/** How a wait is answered: under the name of the call that asked. */
export type WaitCall = "WAIT_CONTAINER" | "WAIT_NESTED_CONTAINER";

export interface Waiter {
  readonly requestId: RequestId;
  readonly call: WaitCall;
}

export interface EndedContainer {
  readonly sandbox: string;
  readonly status: ExitStatus;
}

/** Whether `id` is nested in `ancestor`, at any depth. */
export function isBelow(id: string, ancestor: string): boolean {
  return id.startsWith(`${ancestor}.`);
}

export function rootOf(id: string): string {
  return id.split(".", 1)[0] ?? id;
}

export function parentOf(id: string): string | undefined {
  const dot = id.lastIndexOf(".");
  return dot < 0 ? undefined : id.slice(0, dot);
}

/** Those of one agent, with all who wait for them. */
export class OwnContainers {
  readonly live = new Map<string, OwnContainer>();
  /** Nested ones that have ended: their status is told until they are removed, or their root ends. */
  readonly ended = new Map<string, EndedContainer>();
  /** Roots that can be forgotten when nothing in them lives any more, with what goes then. */
  readonly forgettable = new Map<string, readonly string[]>();
  /** Requests that wait until a sandbox is removed, by its path. */
  readonly removals = new Map<string, RequestId[]>();
  readonly #waiters = new Map<string, Waiter[]>();
  #waiting = 0;
  readonly #limit: number;

  /** `limit` is for those that run and again for those that have ended. */
  constructor(limit = MAX_CONTAINERS) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.live.size >= this.#limit;
  }

  /** What must be forgotten when one more has ended: the oldest, after those nested in it. */
  takeSurplus(): string[] {
    if (this.ended.size <= this.#limit) return [];
    const oldest = [...this.ended.keys()].find((id) => this.liveBelow(id).length === 0);
    if (oldest === undefined) return [];
    const ids = [...this.endedBelow(oldest), oldest];
    for (const id of ids) this.ended.delete(id);
    return ids;
  }

  /** False: too many wait already. */
  wait(id: string, waiter: Waiter): boolean {
    if (this.#waiting >= MAX_WAITERS) return false;
    this.#waiting += 1;
    const waiters = this.#waiters.get(id);
    if (waiters === undefined) this.#waiters.set(id, [waiter]);
    else waiters.push(waiter);
    return true;
  }

  /** Those who waited for a container; they do not any more. */
  takeWaiters(id: string): readonly Waiter[] {
    const waiters = this.#waiters.get(id) ?? [];
    this.#waiting -= waiters.length;
    this.#waiters.delete(id);
    return waiters;
  }

  /** A client went away. */
  abandon(requestId: RequestId): void {
    for (const [id, waiters] of this.#waiters) {
      const left = waiters.filter((waiter) => waiter.requestId !== requestId);
      if (left.length === waiters.length) continue;
      this.#waiting -= waiters.length - left.length;
      if (left.length === 0) this.#waiters.delete(id);
      else this.#waiters.set(id, left);
      return;
    }
  }

  liveBelow(id: string): OwnContainer[] {
    return [...this.live.values()].filter((container) => isBelow(container.id, id));
  }

  /** Ids of those that have ended below a container, the deepest first. */
  endedBelow(id: string): string[] {
    return deepestFirst([...this.ended.keys()].filter((each) => isBelow(each, id)));
  }
}

export function deepestFirst(ids: readonly string[]): string[] {
  const depth = (id: string): number => id.split(".").length;
  return [...ids].sort((a, b) => depth(b) - depth(a));
}
