import type { Buffer } from "node:buffer";

/** Records that wait for a slow connection; with that many the keyboard is held. */
const MANY = 256;

/** Records for a streamed request, in order. */
export class RecordQueue implements AsyncIterable<Buffer> {
  readonly #waiting: Buffer[] = [];
  readonly #onFull: (full: boolean) => void;
  #ended = false;
  #full = false;
  #wake = (): void => undefined;

  /** `onFull` is told when whoever fills the queue should stop, and when to go on. */
  constructor(onFull: (full: boolean) => void) {
    this.#onFull = onFull;
  }

  push(record: Buffer): void {
    if (this.#ended) return;
    this.#waiting.push(record);
    this.#look();
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    for (;;) {
      const record = this.#waiting.shift();
      this.#look();
      if (record !== undefined) yield record;
      else if (this.#ended) return;
      else {
        const { promise, resolve } = Promise.withResolvers<void>();
        this.#wake = resolve;
        await promise;
      }
    }
  }

  #look(): void {
    const full = this.#waiting.length >= MANY;
    if (full === this.#full) return;
    this.#full = full;
    this.#onFull(full);
  }
}
