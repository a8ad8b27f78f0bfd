/** The operators' event stream: subscribed to, read, and subscribed to again when it breaks. */
import { RecordReader } from "../model/recordio.ts";
import type { OperatorEvent } from "../model/wire.ts";
import type { Timers } from "./timers.ts";

export type Connection =
  | { readonly type: "connecting" }
  | { readonly type: "live" }
  | {
      readonly type: "waiting";
      readonly reason: string;
      /** Another master leads. */
      readonly isElsewhere: boolean;
    };

export interface Surroundings extends Timers {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly onEvents: (events: readonly OperatorEvent[]) => void;
  readonly onConnection: (connection: Connection) => void;
  readonly random: () => number;
}

/** A stream that says nothing for this long is taken for dead; heartbeats come every 15 s. */
export const SILENCE_MS = 30_000;

export const FIRST_BACKOFF_MS = 500;
export const MAX_BACKOFF_MS = 15_000;

/**
 * Doubles with each failure in a row, and differs between pages so that they do not all come at
 * once: `random` is from 0 to 1.
 */
export function backoffMs(failures: number, random: number): number {
  const longest = Math.min(MAX_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(failures - 1, 16));
  return longest * (0.5 + random / 2);
}

export class EventStream {
  readonly #around: Surroundings;
  #failures = 0;
  #request: AbortController | undefined;
  #timer: unknown;
  #silenceMs = SILENCE_MS;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** Begins; also at once when it waits for its next try. */
  start(): void {
    this.stop();
    const request = new AbortController();
    this.#request = request;
    this.#around.onConnection({ type: "connecting" });
    this.#read(request).catch((cause) => this.#retry(request, cause));
  }

  stop(): void {
    this.#around.clearTimer(this.#timer);
    this.#request?.abort();
    this.#request = undefined;
  }

  async #read(request: AbortController): Promise<void> {
    this.#expect(request);
    const response = await this.#around.fetch("/api/v1", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ type: "SUBSCRIBE" }),
      cache: "no-store",
      redirect: "manual",
      signal: request.signal,
    });
    if (response.type === "opaqueredirect") throw new Refused("This master does not lead.", true);
    if (!response.ok || response.body === null) throw await refusal(response);
    const records = new RecordReader();
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (request !== this.#request) return;
      if (done) throw new Refused("The master ended the stream.");
      this.#expect(request);
      const events = records.push(value).map((text): OperatorEvent => JSON.parse(text));
      if (events.length > 0) this.#take(events);
    }
  }

  #take(events: readonly OperatorEvent[]): void {
    const subscribed = events.find(({ type }) => type === "SUBSCRIBED")?.subscribed;
    if (subscribed !== undefined) {
      this.#failures = 0;
      const interval = subscribed.heartbeat_interval_seconds ?? 0;
      this.#silenceMs = Math.max(SILENCE_MS, interval * 2000);
    }
    this.#around.onEvents(events);
    if (subscribed !== undefined) this.#around.onConnection({ type: "live" });
  }

  /** Gives up a stream that stays silent from now on. */
  #expect(request: AbortController): void {
    const { clearTimer, setTimer } = this.#around;
    clearTimer(this.#timer);
    this.#timer = setTimer(() => {
      this.#retry(request, new Refused("The master has gone silent."));
      request.abort();
    }, this.#silenceMs);
  }

  #retry(request: AbortController, cause: unknown): void {
    if (request !== this.#request) return;
    this.#request = undefined;
    this.#failures += 1;
    const { clearTimer, setTimer, onConnection, random } = this.#around;
    clearTimer(this.#timer);
    onConnection({
      type: "waiting",
      reason: cause instanceof Refused ? cause.message : "The master does not answer.",
      isElsewhere: cause instanceof Refused && cause.isElsewhere,
    });
    this.#timer = setTimer(() => this.start(), backoffMs(this.#failures, random()));
  }
}

/** Why there is no stream, in words for people. */
class Refused extends Error {
  readonly isElsewhere: boolean;

  constructor(message: string, isElsewhere = false) {
    super(message);
    this.isElsewhere = isElsewhere;
  }
}

/** Characters of a refusal that are shown. */
const MAX_REFUSAL = 200;

async function refusal(response: Response): Promise<Refused> {
  const text = (await response.text()).trim().slice(0, MAX_REFUSAL);
  return new Refused(
    `The master refuses (${response.status}${text === "" ? "" : `: ${text}`}).`,
    response.status === 307,
  );
}
