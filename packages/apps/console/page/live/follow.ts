/** Follows one file: asks for its size, reads what is new in pieces, and waits for more. */
import { fromLineStart, planRead, wholeCharacters } from "../model/tail.ts";
import type { Timers } from "./timers.ts";

/** What `/files/read` gives. */
export interface FilePart {
  readonly data?: string;
  readonly offset?: number;
}

/** `skipped`: bytes of the file before the shown text. `behind`: bytes that came while paused. */
export type FollowEvent =
  | {
      readonly type: "text";
      readonly text: string;
      readonly isFirst: boolean;
      readonly skipped: number;
    }
  | { readonly type: "size"; readonly size: number; readonly behind: number }
  | { readonly type: "failed"; readonly cause: unknown };

export type ReadPart = (offset: number, length: number | undefined) => Promise<FilePart>;

export interface Surroundings extends Timers {
  readonly read: ReadPart;
  readonly onEvent: (event: FollowEvent) => void;
}

/** Between looks at a file that grows. */
export const BUSY_MS = 500;
/** A file that does not grow is looked at less and less often, up to this. */
export const IDLE_MS = 4000;
/** After a failure. */
export const RETRY_MS = 5000;

/** Asks for the size only. */
const END = -1;

export class Follower {
  readonly #around: Surroundings;
  /** Everything before is shown; undefined before anything is. */
  #offset: number | undefined;
  #isPaused = false;
  #isStopped = false;
  #waitMs = BUSY_MS;
  #timer: unknown;
  /** A look is under way. */
  #isLooking = false;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  start(): void {
    this.#schedule(0);
  }

  /** Nothing is shown until it is resumed; the size is. */
  pause(): void {
    this.#isPaused = true;
  }

  resume(): void {
    this.#isPaused = false;
    this.#waitMs = BUSY_MS;
    this.#schedule(0);
  }

  stop(): void {
    this.#isStopped = true;
    this.#around.clearTimer(this.#timer);
  }

  #schedule(ms: number): void {
    this.#around.clearTimer(this.#timer);
    if (this.#isStopped || this.#isLooking) return;
    this.#timer = this.#around.setTimer(() => void this.#look(), ms);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    let next = RETRY_MS;
    try {
      next = await this.#advance();
    } catch (cause) {
      if (!this.#isStopped) this.#around.onEvent({ type: "failed", cause });
    }
    this.#isLooking = false;
    this.#schedule(next);
  }

  /** Reads one piece. Returns when to look again. */
  async #advance(): Promise<number> {
    const { read, onEvent } = this.#around;
    const size = (await read(END, undefined)).offset ?? 0;
    if (this.#isStopped) return IDLE_MS;
    onEvent({ type: "size", size, behind: Math.max(0, size - (this.#offset ?? 0)) });
    if (this.#isPaused) return this.#idle();
    const plan = planRead(this.#offset, size);
    if (plan.type === "nothing") return this.#idle();
    if (plan.length === 0) {
      this.#show(plan.offset, "", true, 0);
      return this.#idle();
    }
    const { data = "" } = await read(plan.offset, plan.length);
    if (this.#isStopped) return IDLE_MS;
    const isFirst = plan.type === "restart";
    const { text, bytes } = wholeCharacters(data, plan.length);
    const end = plan.offset + bytes;
    if (isFirst && plan.offset > 0) {
      const cut = fromLineStart(text);
      this.#show(end, cut.text, isFirst, plan.offset + cut.skipped);
    } else {
      this.#show(end, text, isFirst, plan.offset);
    }
    this.#waitMs = BUSY_MS;
    return plan.offset + plan.length < size ? 0 : BUSY_MS;
  }

  #show(offset: number, text: string, isFirst: boolean, skipped: number): void {
    this.#offset = offset;
    this.#around.onEvent({ type: "text", text, isFirst, skipped });
  }

  #idle(): number {
    this.#waitMs = Math.min(IDLE_MS, this.#waitMs * 1.5);
    return this.#waitMs;
  }
}
