import { Buffer } from "node:buffer";

/** CTRL-p CTRL-q. */
const SEQUENCE = Buffer.from([0x10, 0x11]);

export interface Typed {
  /** What goes to the task. */
  readonly data: Buffer;
  readonly detached: boolean;
}

/**
 * Looks for the keys that detach, which may come in two pieces: a CTRL-p at the end of one is held
 * back until the next key says what it was.
 */
export class DetachKeys {
  #held = Buffer.alloc(0);

  push(chunk: Buffer): Typed {
    const all = Buffer.concat([this.#held, chunk]);
    this.#held = Buffer.alloc(0);
    const at = all.indexOf(SEQUENCE);
    if (at >= 0) return { data: all.subarray(0, at), detached: true };
    if (all.at(-1) !== SEQUENCE[0]) return { data: all, detached: false };
    this.#held = Buffer.from(all.subarray(-1));
    return { data: all.subarray(0, -1), detached: false };
  }
}
