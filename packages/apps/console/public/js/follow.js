/** Follows one file: asks for its size, reads what is new in pieces, and waits for more. */
import { fromLineStart, planRead, wholeCharacters } from "./tail.js";

/**
 * What `/files/read` gives.
 * @typedef {{readonly data?: string, readonly offset?: number}} FilePart
 *
 * `skipped`: bytes of the file before the shown text. `behind`: bytes that came while paused.
 * @typedef {{type: "text", text: string, isFirst: boolean, skipped: number}
 *   | {type: "size", size: number, behind: number}
 *   | {type: "failed", cause: unknown}} FollowEvent
 *
 * @typedef {{
 *   read: (offset: number, length: number | undefined) => Promise<FilePart>,
 *   onEvent: (event: FollowEvent) => void,
 *   setTimer: (run: () => void, ms: number) => unknown,
 *   clearTimer: (timer: any) => void,
 * }} Surroundings
 */

/** Between looks at a file that grows. */
export const BUSY_MS = 500;
/** A file that does not grow is looked at less and less often, up to this. */
export const IDLE_MS = 4000;
/** After a failure. */
export const RETRY_MS = 5000;

/** Asks for the size only. */
const END = -1;

export class Follower {
  #around;
  /** Everything before is shown; undefined before anything is. @type {number | undefined} */
  #offset;
  #isPaused = false;
  #isStopped = false;
  #waitMs = BUSY_MS;
  /** @type {unknown} */
  #timer;
  /** A look is under way. */
  #isLooking = false;

  /** @param {Surroundings} around */
  constructor(around) {
    this.#around = around;
  }

  get isPaused() {
    return this.#isPaused;
  }

  start() {
    this.#schedule(0);
  }

  /** Nothing is shown until it is resumed; the size is. */
  pause() {
    this.#isPaused = true;
  }

  resume() {
    this.#isPaused = false;
    this.#waitMs = BUSY_MS;
    this.#schedule(0);
  }

  stop() {
    this.#isStopped = true;
    this.#around.clearTimer(this.#timer);
  }

  /** @param {number} ms */
  #schedule(ms) {
    this.#around.clearTimer(this.#timer);
    if (this.#isStopped || this.#isLooking) return;
    this.#timer = this.#around.setTimer(() => void this.#look(), ms);
  }

  async #look() {
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
  async #advance() {
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
    const isCut = isFirst && plan.offset > 0;
    this.#show(plan.offset + bytes, isCut ? fromLineStart(text) : text, isFirst, plan.offset);
    this.#waitMs = BUSY_MS;
    return plan.offset + plan.length < size ? 0 : BUSY_MS;
  }

  /**
   * @param {number} offset
   * @param {string} text
   * @param {boolean} isFirst
   * @param {number} skipped
   */
  #show(offset, text, isFirst, skipped) {
    this.#offset = offset;
    this.#around.onEvent({ type: "text", text, isFirst, skipped });
  }

  #idle() {
    this.#waitMs = Math.min(IDLE_MS, this.#waitMs * 1.5);
    return this.#waitMs;
  }
}
