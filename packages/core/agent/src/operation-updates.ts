import { encode, internal } from "@mesos-ts/protos";
import type { Pid, TimeMs } from "./contract.ts";
import type { Outbox } from "./outbox.ts";
import type { Timers } from "./timers.ts";

/** A status that is not acknowledged is sent again, first after this, then twice as late … */
const RETRY_MIN_MS = 10_000;
/** … but never later than this. */
const RETRY_MAX_MS = 600_000;

type Update = internal.UpdateOperationStatusMessage;

interface Pending {
  readonly update: Update;
  /** The file of the operation's updates, below `meta`. */
  readonly path: string;
}

/**
 * Delivers what became of operations, at least once: on disk before it leaves, and repeated until
 * acknowledged. An operation on an agent's own resources has one status: it is over at once.
 */
export class OperationUpdates {
  readonly #outbox: Outbox;
  readonly #timers: Timers;
  /** By the operation's UUID, as text. */
  readonly #pending = new Map<string, Pending>();
  #master: Pid | undefined;

  constructor(outbox: Outbox, timers: Timers) {
    this.#outbox = outbox;
    this.#timers = timers;
  }

  /** Without a master nothing is sent. */
  pause(): void {
    this.#master = undefined;
  }

  /** The agent is registered: what waits is sent, at once and from the start of its patience. */
  resume(master: Pid, nowMs: TimeMs): void {
    this.#master = master;
    for (const key of this.#pending.keys()) this.#send(key, RETRY_MIN_MS, nowMs);
  }

  update(key: string, update: Update, path: string, nowMs: TimeMs): void {
    this.#record(path, { type: "UPDATE", update });
    this.recovered(key, update, path);
    this.#send(key, RETRY_MIN_MS, nowMs);
  }

  /** An update that an earlier run of the agent wrote down, and nobody acknowledged. */
  recovered(key: string, update: Update, path: string): void {
    this.#pending.set(key, { update, path });
  }

  /** Whether the status was under way; the operation is over then. */
  acknowledge(key: string, statusUuid: Uint8Array): boolean {
    const pending = this.#pending.get(key);
    const expected = pending?.update.status.uuid?.value;
    if (pending === undefined || uuidText(expected) !== uuidText(statusUuid)) return false;
    this.#record(pending.path, { type: "ACK", uuid: { value: statusUuid } });
    this.#pending.delete(key);
    this.#timers.cancel(timerOf(key));
    return true;
  }

  #send(key: string, retryMs: number, nowMs: TimeMs): void {
    const pending = this.#pending.get(key);
    if (pending === undefined || this.#master === undefined) return;
    this.#outbox.send(this.#master, "UpdateOperationStatusMessage", pending.update);
    this.#timers.set(timerOf(key), nowMs + retryMs, (atMs) =>
      this.#send(key, Math.min(retryMs * 2, RETRY_MAX_MS), atMs),
    );
  }

  #record(path: string, record: internal.UpdateOperationStatusRecord): void {
    const bytes = encode(internal.UpdateOperationStatusRecord, record);
    this.#outbox.checkpoint({ type: "append", path, bytes });
  }
}

function timerOf(key: string): string {
  return `operation ${key}`;
}

/** A UUID as it is written: `71bd04a2-c6a4-4bed-a36f-0e66a8bd49ae`. */
export function uuidText(bytes: Uint8Array | undefined): string {
  const hex = [...(bytes ?? [])].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
