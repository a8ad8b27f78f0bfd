/** One open file: followed at its end, read backwards on demand. */
import { Lines } from "../model/lines.ts";
import { fromLineStart, PIECE_BYTES } from "../model/tail.ts";
import { type FollowEvent, Follower, type ReadPart } from "./follow.ts";
import type { Timers } from "./timers.ts";

/** What is to be shown again. `added` lines came before the first one. */
export interface PagerChange {
  readonly added: number;
  readonly isFirst: boolean;
}

export class Pager {
  readonly lines = new Lines();
  size = 0;
  /** Bytes that came while it was paused. */
  behind = 0;
  /** Bytes of the file before the first line. */
  skipped = 0;
  error: Error | undefined;
  /** Something of the file was read. */
  isOpen = false;
  readonly #read: ReadPart;
  readonly #onChange: (change: PagerChange) => void;
  readonly #follower: Follower;
  #isReadingOlder = false;

  constructor(read: ReadPart, timers: Timers, onChange: (change: PagerChange) => void) {
    this.#read = read;
    this.#onChange = onChange;
    this.#follower = new Follower({ ...timers, read, onEvent: (event) => this.#take(event) });
  }

  get isPaused(): boolean {
    return this.#follower.isPaused;
  }

  start(): void {
    this.#follower.start();
  }

  stop(): void {
    this.#follower.stop();
  }

  pause(): void {
    this.#follower.pause();
  }

  resume(): void {
    this.#follower.resume();
  }

  /** Reads what is before the first line; lines stay whole. */
  async readOlder(): Promise<void> {
    if (this.#isReadingOlder || this.skipped === 0) return;
    this.#isReadingOlder = true;
    const end = this.skipped;
    const offset = Math.max(0, end - PIECE_BYTES);
    try {
      const { data = "" } = await this.#read(offset, end - offset);
      if (end !== this.skipped || this.lines.dropped > 0) return;
      const { text, skipped } = offset === 0 ? { text: data, skipped: 0 } : fromLineStart(data);
      const added = this.lines.prepend(text);
      if (added === 0) return;
      this.skipped = offset + skipped;
      this.#onChange({ added, isFirst: false });
    } catch {
      // Scrolling up once more tries again; the follower says what is wrong.
    } finally {
      this.#isReadingOlder = false;
    }
  }

  #take(event: FollowEvent): void {
    switch (event.type) {
      case "text":
        this.isOpen = true;
        this.error = undefined;
        if (event.isFirst) {
          this.lines.clear();
          this.skipped = event.skipped;
        }
        this.lines.append(event.text);
        break;
      case "size":
        this.size = event.size;
        this.behind = event.behind;
        break;
      case "failed":
        this.error = event.cause instanceof Error ? event.cause : new Error(String(event.cause));
        break;
      default:
        event satisfies never;
    }
    this.#onChange({ added: 0, isFirst: event.type === "text" && event.isFirst });
  }
}
