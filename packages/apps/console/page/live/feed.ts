/**
 * The master's word, made ready for the page: small messages in the order in which they came. It
 * lives in a worker, because the state of a large cluster is parsed for a second or more.
 */
import { readSummary, type Slice, slicesOf, type Usage, usageSlices } from "../model/reducer.ts";
import type { OperatorEvent, StateSummary } from "../model/wire.ts";
import { Poller } from "./poller.ts";
import { type Connection, EventStream } from "./stream.ts";
import { TIMERS } from "./timers.ts";

/** A snapshot is a `begin`, its slices and an `end`; events come after the first one. */
export type FeedMessage =
  | { readonly type: "connection"; readonly connection: Connection }
  | { readonly type: "begin"; readonly tasks: number }
  | { readonly type: "slice"; readonly slice: Slice }
  | { readonly type: "end" }
  | { readonly type: "event"; readonly event: OperatorEvent }
  | { readonly type: "usage"; readonly usage: Usage };

/** What the page tells its worker. */
export type FeedCommand = "start" | "retry" | "hurry" | "hidden" | "visible";

export class Feed {
  readonly #post: (message: FeedMessage) => void;
  readonly #stream: EventStream;
  readonly #poller: Poller;
  #isHidden = false;

  constructor(post: (message: FeedMessage) => void) {
    this.#post = post;
    this.#stream = new EventStream({
      ...TIMERS,
      fetch: (url, init) => fetch(url, init),
      random: Math.random,
      onConnection: (connection) => post({ type: "connection", connection }),
      onEvents: (events) => this.#take(events),
    });
    this.#poller = new Poller({
      ...TIMERS,
      now: () => performance.now(),
      ask: () => this.#askSummary(),
    });
  }

  obey(command: FeedCommand): void {
    switch (command) {
      case "start":
        this.#stream.start();
        this.#poller.start();
        return;
      case "retry":
        this.#stream.start();
        return;
      case "hurry":
        this.#poller.hurry();
        return;
      case "hidden":
        this.#isHidden = true;
        return;
      case "visible":
        this.#isHidden = false;
        this.#poller.nudge();
        return;
      default:
        command satisfies never;
    }
  }

  #take(events: readonly OperatorEvent[]): void {
    for (const event of events) {
      if (event.subscribed !== undefined) this.#snapshot(event.subscribed.get_state ?? {});
      else if (event.type !== "HEARTBEAT") this.#post({ type: "event", event });
    }
    this.#poller.nudge();
  }

  #snapshot(state: Parameters<typeof slicesOf>[0]): void {
    const { tasks = [], unreachable_tasks = [], completed_tasks = [] } = state.get_tasks ?? {};
    const count = tasks.length + unreachable_tasks.length + completed_tasks.length;
    this.#post({ type: "begin", tasks: count });
    for (const slice of slicesOf(state)) this.#post({ type: "slice", slice });
    this.#post({ type: "end" });
  }

  /** The page that nobody looks at asks for nothing. */
  async #askSummary(): Promise<void> {
    if (this.#isHidden) return;
    const response = await fetch("/state-summary", { cache: "no-store", redirect: "manual" });
    if (!response.ok) return;
    const usage = readSummary((await response.json()) as StateSummary);
    for (const part of usageSlices(usage)) this.#post({ type: "usage", usage: part });
  }
}
