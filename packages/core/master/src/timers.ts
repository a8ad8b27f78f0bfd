import type { StreamId, TimeMs } from "./contract.ts";

/** What is to happen when a time has come. */
export type Alarm =
  | { readonly type: "agent-ping"; readonly agentId: string }
  | { readonly type: "agent-reregister"; readonly agentId: string }
  | { readonly type: "recovered-agents" }
  | { readonly type: "agent-removal" }
  | { readonly type: "offer"; readonly offerId: string }
  | { readonly type: "inverse-offer"; readonly inverseOfferId: string }
  | {
      readonly type: "framework-failover";
      readonly frameworkId: string;
      readonly reregisteredMs: TimeMs;
    }
  | {
      readonly type: "scheduler-heartbeat";
      readonly frameworkId: string;
      readonly streamId: StreamId;
    }
  | { readonly type: "operator-heartbeat"; readonly streamId: StreamId }
  | { readonly type: "registry-gc" };

/** An alarm that is set. Opaque to all but `Timers`. */
export interface Timer {
  readonly atMs: TimeMs;
  readonly order: number;
  readonly alarm: Alarm;
  cancelled: boolean;
}

/** Cancelled timers are swept out when they are more than half of at least this many. */
const SWEEP_AT_LEAST = 1024;

/** Alarms by time, those of the same time in the order they were set. A binary heap. */
export class Timers {
  #heap: Timer[] = [];
  #order = 0;
  #cancelled = 0;

  set(atMs: TimeMs, alarm: Alarm): Timer {
    const timer = { atMs, order: this.#order++, alarm, cancelled: false };
    this.#heap.push(timer);
    this.#rise(this.#heap.length - 1);
    return timer;
  }

  cancel(timer: Timer | undefined): void {
    if (timer === undefined || timer.cancelled) return;
    timer.cancelled = true;
    this.#cancelled++;
    if (this.#heap.length >= SWEEP_AT_LEAST && this.#cancelled * 2 > this.#heap.length) {
      this.#sweep();
    }
  }

  /** When the next alarm is due. */
  nextMs(): TimeMs | undefined {
    this.#dropCancelled();
    return this.#heap[0]?.atMs;
  }

  /** Takes the next alarm that is due at `nowMs`. */
  take(nowMs: TimeMs): Alarm | undefined {
    this.#dropCancelled();
    const first = this.#heap[0];
    if (first === undefined || first.atMs > nowMs) return undefined;
    this.#removeFirst();
    // Taken once; cancelling it later must not count.
    first.cancelled = true;
    return first.alarm;
  }

  #dropCancelled(): void {
    while (this.#heap[0]?.cancelled === true) {
      this.#removeFirst();
      this.#cancelled--;
    }
  }

  #sweep(): void {
    this.#heap = this.#heap.filter((timer) => !timer.cancelled).sort(byTime);
    this.#cancelled = 0;
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (last === undefined || this.#heap.length === 0) return;
    this.#heap[0] = last;
    this.#sink();
  }

  #rise(start: number): void {
    let index = start;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#swapUnlessOrdered(parent, index)) return;
      index = parent;
    }
  }

  #sink(): void {
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const right = left + 1;
      const child = this.#isBefore(right, left) ? right : left;
      if (!this.#swapUnlessOrdered(index, child)) return;
      index = child;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    return first !== undefined && second !== undefined && byTime(first, second) < 0;
  }

  #swapUnlessOrdered(parent: number, child: number): boolean {
    const [above, below] = [this.#heap[parent], this.#heap[child]];
    if (above === undefined || below === undefined || byTime(above, below) <= 0) return false;
    this.#heap[parent] = below;
    this.#heap[child] = above;
    return true;
  }
}

function byTime(a: Timer, b: Timer): number {
  return a.atMs - b.atMs || a.order - b.order;
}
