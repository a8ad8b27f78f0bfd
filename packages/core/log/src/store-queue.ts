import { assert } from "@mesos-ts/base";
import type { Action, Batch, Status } from "./contract.ts";
import { LEARNED_STORE_DELAY_MS } from "./limits.ts";

type Open = {
  metadata: { status: Status; promised: number } | undefined;
  readonly actions: Map<number, Action>;
  truncateTo: number | undefined;
  /** What may happen once the batch is on disk. */
  readonly afterwards: (() => void)[];
  /** Somebody waits for it, so that it must not be put off. */
  urgent: boolean;
};

const empty = (): Open => ({
  metadata: undefined,
  actions: new Map(),
  truncateTo: undefined,
  afterwards: [],
  urgent: false,
});

/**
 * Group commit: one batch is on its way to the disk, and all that comes meanwhile is the next one.
 * So sixty-four writers share one `fsync`, and one writer waits for one.
 */
export class StoreQueue {
  #next = empty();
  #writing: (Open & { readonly id: number }) | undefined;
  #id = 0;
  #delayedUntil: number | undefined;

  /** Latest action at a position that is not known to be on disk yet. */
  find(position: number): Action | undefined {
    return this.#next.actions.get(position) ?? this.#writing?.actions.get(position);
  }

  /** Unstored actions of a range, for a reader who must see them over what the disk holds. */
  *between(from: number, to: number): Iterable<Action> {
    for (const batch of [this.#writing, this.#next]) {
      if (batch === undefined) continue;
      for (const action of batch.actions.values()) {
        if (action.position >= from && action.position <= to) yield action;
      }
    }
  }

  /** Writes an action that something will wait for. */
  put(action: Action): void {
    this.#next.actions.set(action.position, action);
    this.#next.urgent = true;
  }

  /** Writes an action whose loss in a crash would cost only a question to the others. */
  putLater(action: Action, now: number): void {
    this.#next.actions.set(action.position, action);
    this.#delayedUntil ??= now + LEARNED_STORE_DELAY_MS;
  }

  putMetadata(status: Status, promised: number): void {
    this.#next.metadata = { status, promised };
    this.#next.urgent = true;
  }

  truncate(to: number): void {
    this.#next.truncateTo = Math.max(to, this.#next.truncateTo ?? 0);
  }

  /** Runs `then` when all that was put with urgency so far is on disk; now, if it is. */
  whenDurable(then: () => void): void {
    if (this.#next.urgent) this.#next.afterwards.push(then);
    else if (this.#writing !== undefined) this.#writing.afterwards.push(then);
    else then();
  }

  stored(id: number): void {
    const batch = this.#writing;
    assert(batch?.id === id, `batch ${id} was stored, ${batch?.id} was being written`);
    this.#writing = undefined;
    for (const then of batch.afterwards) then();
  }

  /** The batch to write now, if it is time for one. */
  flush(now: number): Batch | undefined {
    if (this.#writing !== undefined) return undefined;
    const due = this.#delayedUntil !== undefined && this.#delayedUntil <= now;
    if (!this.#next.urgent && !due) return undefined;
    const { metadata, actions, truncateTo } = this.#next;
    this.#id += 1;
    this.#writing = Object.assign(this.#next, { id: this.#id });
    this.#next = empty();
    this.#delayedUntil = undefined;
    return { id: this.#id, metadata, actions: [...actions.values()], truncateTo };
  }

  /** When `flush` has something to do though nothing happened. */
  get wakeAt(): number | undefined {
    return this.#writing === undefined ? this.#delayedUntil : undefined;
  }
}
