/** Events that wait for the one under way; more mean a loop. */
const MAX_QUEUED_EVENTS = 1_000_000;

/**
 * Hands events to a core one at a time: what arrives before `open`, or while an event is handled,
 * waits its turn. Throws when more than a million wait.
 */
export class EventQueue<E> {
  readonly #owner: string;
  readonly #events: E[] = [];
  #handle: ((event: E) => void) | undefined;
  #running = false;
  #closed = false;

  /** `owner` names whose events these are in the error of a full queue: "agent", "master". */
  constructor(owner: string) {
    this.#owner = owner;
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** What waits for its turn, for metrics. */
  get waiting(): readonly E[] {
    return this.#events;
  }

  /** Begins with `first`; what came before it follows. */
  open(first: E, handle: (event: E) => void): void {
    this.#handle = handle;
    this.#events.unshift(first);
    this.#run(handle);
  }

  push(event: E): void {
    if (this.#closed) return;
    if (this.#events.length >= MAX_QUEUED_EVENTS) {
      throw new Error(`More than ${MAX_QUEUED_EVENTS} events wait for the ${this.#owner}`);
    }
    this.#events.push(event);
    if (this.#handle !== undefined && !this.#running) this.#run(this.#handle);
  }

  /** No event is handled from now on. */
  close(): void {
    this.#closed = true;
    this.#events.length = 0;
  }

  #run(handle: (event: E) => void): void {
    this.#running = true;
    try {
      for (let event = this.#events.shift(); event !== undefined; event = this.#events.shift()) {
        handle(event);
      }
    } finally {
      this.#running = false;
    }
  }
}
