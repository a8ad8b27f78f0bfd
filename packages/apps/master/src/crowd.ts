import { sameList } from "@mesos-ts/base";
import type { StreamId } from "@mesos-ts/master";
import type { master } from "@mesos-ts/protos";

/** So many are told of each event at once. */
const FEW = 8;
/** More are told of all that happens within this time together: one write each instead of many. */
const GATHER_MS = 40;
const MAX_GATHERED = 500;

export type Deliver = (streamIds: readonly StreamId[], events: readonly master.Event[]) => void;

/** The operators who listen: what they are told, in order, and a little late where they are many. */
export class Crowd {
  readonly #deliver: Deliver;
  #streamIds: readonly StreamId[] = [];
  #events: master.Event[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(deliver: Deliver) {
    this.#deliver = deliver;
  }

  tell(streamIds: readonly StreamId[], event: master.Event): void {
    if (!sameList(streamIds, this.#streamIds)) this.flush();
    this.#streamIds = streamIds;
    this.#events.push(event);
    if (streamIds.length <= FEW || this.#events.length >= MAX_GATHERED) return this.flush();
    this.#timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  /** What was gathered is told now: something else is to come after it. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const events = this.#events;
    if (events.length === 0) return;
    this.#events = [];
    this.#deliver(this.#streamIds, events);
  }
}
