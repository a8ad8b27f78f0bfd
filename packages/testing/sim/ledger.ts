import type { StoreOutcome } from "@mesos-ts/master";
import type { World } from "./world.ts";

const SLOWEST_MS = 20;

/** A right to write, until somebody else takes it. */
export interface Pen {
  readonly content: Uint8Array | undefined;
  store(content: Uint8Array, done: (outcome: StoreOutcome) => void): void;
}

/**
 * The registry's storage as a master sees the replicated log: whoever reads it takes the right to
 * write from the one before. A write whose writer dies may have been stored, or not.
 */
export class Ledger {
  readonly #world: World;
  #content: Uint8Array | undefined;
  #holder = 0;
  /** Every content that was acknowledged to its writer, in order. */
  acknowledged = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Undefined: another one took the pen meanwhile. */
  take(done: (pen: Pen | undefined) => void): void {
    this.#later(() => {
      const holder = ++this.#holder;
      const content = this.#content;
      this.#later(() => {
        done(
          holder === this.#holder
            ? { content, store: (...args) => this.#store(holder, ...args) }
            : undefined,
        );
      });
    });
  }

  #store(holder: number, content: Uint8Array, done: (outcome: StoreOutcome) => void): void {
    this.#later(() => {
      if (holder !== this.#holder) {
        this.#later(() => done({ type: "failed", reason: "another master writes the log" }));
        return;
      }
      this.#content = content;
      this.#later(() => {
        this.acknowledged++;
        done({ type: "stored" });
      });
    });
  }

  #later(run: () => void): void {
    this.#world.after(this.#world.between(0.05, SLOWEST_MS / 2), run);
  }
}
