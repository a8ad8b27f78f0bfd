import { type FSWatcher, watch } from "node:fs";
import { FileTail } from "./file-tail.ts";
import type { SavedStreams } from "./run-script.ts";
import type { ContainerOutput, OutputPiece } from "./types.ts";

/** How often files are looked at when nothing told of a change: a watch can be lost or refused. */
const LOOK_MS = 250;

/** Follows both output files of a container until it has ended and all is read. */
export class OutputReader implements ContainerOutput {
  readonly #tails: readonly { readonly stream: OutputPiece["stream"]; readonly tail: FileTail }[];
  readonly #watchers: FSWatcher[] = [];
  readonly #onClose: () => void;
  #first = 0;
  #ended = false;
  #closed = false;
  #changed = false;
  #wake: (() => void) | undefined;

  /** Throws when the files cannot be read. `ended` settles when nothing is written any more. */
  constructor(
    streams: SavedStreams,
    from: "start" | "now",
    ended: Promise<unknown>,
    onClose: () => void,
  ) {
    const stdout = FileTail.open(streams.stdout, from);
    try {
      this.#tails = [
        { stream: "stdout", tail: stdout },
        { stream: "stderr", tail: FileTail.open(streams.stderr, from) },
      ];
    } catch (error) {
      stdout.close();
      throw error;
    }
    this.#onClose = onClose;
    for (const { tail } of this.#tails) {
      this.#watch(tail.path);
    }
    void ended.then(() => {
      this.#ended = true;
      this.#notice();
    });
  }

  async read(): Promise<OutputPiece | null> {
    for (;;) {
      // Asked before reading: what was written before the end is found by a look after it.
      const ended = this.#ended;
      this.#changed = false;
      const piece = await this.#look();
      if (piece !== null) {
        return piece;
      }
      if (ended || this.#closed) {
        this.close();
        return null;
      }
      await this.#change();
    }
  }

  close(): void {
    if (this.#closed) {
      return;
    }
    this.#closed = true;
    for (const watcher of this.#watchers) {
      watcher.close();
    }
    for (const { tail } of this.#tails) {
      tail.close();
    }
    this.#notice();
    this.#onClose();
  }

  /** A piece of either file, in turns: none keeps the other waiting. */
  async #look(): Promise<OutputPiece | null> {
    for (let turn = 0; turn < this.#tails.length; turn += 1) {
      const at = (this.#first + turn) % this.#tails.length;
      const { stream, tail } = this.#tails[at] ?? {};
      const bytes = (await tail?.next()) ?? null;
      if (stream !== undefined && bytes !== null) {
        this.#first = at + 1;
        return { stream, bytes };
      }
    }
    return null;
  }

  async #change(): Promise<void> {
    if (this.#changed || this.#closed || this.#ended) {
      return;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, LOOK_MS);
    this.#wake = resolve;
    await promise;
    clearTimeout(timer);
    this.#wake = undefined;
  }

  #notice(): void {
    this.#changed = true;
    this.#wake?.();
  }

  #watch(path: string): void {
    try {
      const watcher = watch(path, { persistent: false }, () => this.#notice());
      watcher.on("error", () => watcher.close());
      this.#watchers.push(watcher);
    } catch {
      // The machine has no watch to spare: looking from time to time must do.
    }
  }
}
