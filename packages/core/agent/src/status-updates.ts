import { Buffer } from "node:buffer";
import { encode, internal } from "@mesos-ts/protos";
import type { Pid, TimeMs } from "./contract.ts";
import type { Outbox } from "./outbox.ts";
import { isTerminal } from "./state.ts";
import type { Timers } from "./timers.ts";

/** An update that is not acknowledged is sent again, first after this, then twice as late … */
const RETRY_MIN_MS = 10_000;
/** … but never later than this. */
const RETRY_MAX_MS = 600_000;

interface Stream {
  /** Below `meta`; undefined when the framework does not checkpoint. */
  readonly path: string | undefined;
  readonly pending: internal.StatusUpdate[];
  readonly received: Set<string>;
  readonly acknowledged: Set<string>;
}

export type Acknowledged =
  | { readonly type: "refused"; readonly why: string }
  | { readonly type: "acknowledged"; readonly terminal: boolean };

/** An update as it leaves now: with the latest state of its task, which may be a later one. */
export type Forwarding = (update: internal.StatusUpdate) => internal.StatusUpdate;

/**
 * Delivers the status updates of each task in order, at least once: one at a time is under way,
 * checkpointed before it leaves, and repeated until the scheduler acknowledged it.
 */
export class StatusUpdates {
  readonly #outbox: Outbox;
  readonly #timers: Timers;
  readonly #self: Pid;
  readonly #forwarding: Forwarding;
  readonly #streams = new Map<string, Stream>();
  #master: Pid | undefined;

  constructor(outbox: Outbox, timers: Timers, self: Pid, forwarding: Forwarding) {
    this.#outbox = outbox;
    this.#timers = timers;
    this.#self = self;
    this.#forwarding = forwarding;
  }

  /** Without a master nothing is sent. */
  pause(): void {
    this.#master = undefined;
  }

  /** The agent is registered: what waits is sent, at once and from the start of its patience. */
  resume(master: Pid, nowMs: TimeMs): void {
    this.#master = master;
    for (const [key, stream] of this.#streams) this.#forward(key, stream, RETRY_MIN_MS, nowMs);
  }

  /** A new update of a task. Repeated ones are dropped; true when it was new. */
  update(update: internal.StatusUpdate, path: string | undefined, nowMs: TimeMs): boolean {
    const key = keyOf(update.framework_id.value, update.status.task_id.value);
    const stream = this.#streams.get(key) ?? newStream(path);
    this.#streams.set(key, stream);
    const uuid = uuidText(update.uuid);
    if (stream.received.has(uuid) || stream.acknowledged.has(uuid)) return false;
    this.#record(stream, { type: "UPDATE", update });
    stream.received.add(uuid);
    stream.pending.push(update);
    if (stream.pending.length === 1) this.#forward(key, stream, RETRY_MIN_MS, nowMs);
    return true;
  }

  acknowledge(frameworkId: string, taskId: string, uuid: Uint8Array, nowMs: TimeMs): Acknowledged {
    const key = keyOf(frameworkId, taskId);
    const stream = this.#streams.get(key);
    const [head] = stream?.pending ?? [];
    if (stream === undefined) return { type: "refused", why: "there is no such stream" };
    if (stream.acknowledged.has(uuidText(uuid))) {
      return { type: "refused", why: "it was acknowledged before" };
    }
    if (head === undefined || uuidText(head.uuid) !== uuidText(uuid)) {
      return { type: "refused", why: "it is not the update under way" };
    }
    this.#record(stream, { type: "ACK", uuid });
    stream.acknowledged.add(uuidText(uuid));
    stream.pending.shift();
    this.#timers.cancel(timerOf(key));
    const terminal = isTerminal(head.status.state);
    if (terminal) this.#streams.delete(key);
    else this.#forward(key, stream, RETRY_MIN_MS, nowMs);
    return { type: "acknowledged", terminal };
  }

  /** What the checkpoints say of a task's updates; true when its terminal update is acknowledged. */
  recover(
    frameworkId: string,
    taskId: string,
    path: string | undefined,
    records: readonly internal.StatusUpdateRecord[],
  ): boolean {
    const stream = newStream(path);
    let done = false;
    for (const record of records) {
      if (record.type === "UPDATE" && record.update !== undefined) {
        stream.received.add(uuidText(record.update.uuid));
        stream.pending.push(record.update);
      } else if (record.type === "ACK") {
        const head = stream.pending.shift();
        stream.acknowledged.add(uuidText(record.uuid));
        done ||= head !== undefined && isTerminal(head.status.state);
      }
    }
    if (!done) this.#streams.set(keyOf(frameworkId, taskId), stream);
    return done;
  }

  /** The last update of a task that is still to be acknowledged in full. */
  hasPending(frameworkId: string, taskId: string): boolean {
    return (this.#streams.get(keyOf(frameworkId, taskId))?.pending.length ?? 0) > 0;
  }

  forget(frameworkId: string): void {
    for (const key of [...this.#streams.keys()]) {
      if (!key.startsWith(`${frameworkId} `)) continue;
      this.#streams.delete(key);
      this.#timers.cancel(timerOf(key));
    }
  }

  #forward(key: string, stream: Stream, retryMs: number, nowMs: TimeMs): void {
    const [head] = stream.pending;
    if (head === undefined || this.#master === undefined) return;
    this.#outbox.send(this.#master, "StatusUpdateMessage", {
      update: this.#forwarding(head),
      pid: this.#self,
    });
    this.#timers.set(timerOf(key), nowMs + retryMs, (atMs) =>
      this.#forward(key, stream, Math.min(retryMs * 2, RETRY_MAX_MS), atMs),
    );
  }

  #record(stream: Stream, record: internal.StatusUpdateRecord): void {
    if (stream.path === undefined) return;
    this.#outbox.checkpoint({
      type: "append",
      path: stream.path,
      bytes: encode(internal.StatusUpdateRecord, record),
    });
  }
}

function newStream(path: string | undefined): Stream {
  return {
    path,
    pending: [],
    received: new Set(),
    acknowledged: new Set(),
  };
}

function keyOf(frameworkId: string, taskId: string): string {
  return `${frameworkId} ${taskId}`;
}

function timerOf(key: string): string {
  return `update ${key}`;
}

function uuidText(uuid: Uint8Array | undefined): string {
  return uuid === undefined
    ? ""
    : Buffer.from(uuid.buffer, uuid.byteOffset, uuid.byteLength).toString("latin1");
}
