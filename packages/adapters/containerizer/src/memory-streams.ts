import { Buffer } from "node:buffer";
import type { MemoryProgram } from "./memory-program.ts";
import {
  type ContainerInput,
  type ContainerOutput,
  type InputResult,
  type Interaction,
  type OutputPiece,
  type OutputResult,
  type Refusal,
  refuse,
} from "./types.ts";

/** The streams of a simulated container. */
export class MemoryStreams {
  readonly #terminal: boolean;
  readonly #echoes: boolean;
  readonly #endProgram: () => void;
  readonly #printed: OutputPiece[] = [];
  readonly #ended = Promise.withResolvers<void>();
  #changed = Promise.withResolvers<void>();
  #isOver = false;
  #isTaken = false;
  #isInputClosed = false;

  constructor({ terminal }: Interaction, { echoes }: MemoryProgram, endProgram: () => void) {
    this.#terminal = terminal !== undefined;
    this.#echoes = echoes === true;
    this.#endProgram = endProgram;
  }

  static output(streams: MemoryStreams | undefined, from: "start" | "now"): OutputResult {
    return streams === undefined
      ? notInteractive()
      : { type: "output", output: streams.#reader(from) };
  }

  static input(streams: MemoryStreams | undefined): InputResult {
    if (streams === undefined) {
      return notInteractive();
    }
    if (streams.#isTaken) {
      return refuse("input-taken", "Multiple input connections are not allowed");
    }
    return streams.#isInputClosed
      ? refuse("input-closed", "Failed writing to stdin: an earlier connection has ended the input")
      : { type: "input", input: streams.#writer() };
  }

  print(text: string | Uint8Array): void {
    if (text.length > 0) {
      this.#printed.push({ stream: "stdout", bytes: Buffer.from(text) });
      this.#notify();
    }
  }

  /** The container has ended. */
  settle(): void {
    this.#isOver = true;
    this.#ended.resolve();
    this.#notify();
  }

  #notify(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }

  #reader(from: "start" | "now"): ContainerOutput {
    let next = from === "start" ? 0 : this.#printed.length;
    let isClosed = false;
    return {
      read: async () => {
        while (!isClosed) {
          const piece = this.#printed[next];
          if (piece !== undefined) {
            next += 1;
            return piece;
          }
          if (this.#isOver) {
            return null;
          }
          await this.#changed.promise;
        }
        return null;
      },
      close: () => {
        isClosed = true;
        this.#notify();
      },
    };
  }

  #writer(): ContainerInput {
    this.#isTaken = true;
    return {
      ended: this.#ended.promise,
      write: async (bytes) => {
        if (this.#isOver || this.#isInputClosed) {
          return false;
        }
        if (this.#echoes) {
          this.print(bytes);
        }
        return true;
      },
      end: () => {
        if (!this.#terminal) {
          this.#isInputClosed = true;
          if (this.#echoes) {
            this.#endProgram();
          }
        }
      },
      resize: () => this.#terminal,
      close: () => {
        this.#isTaken = false;
      },
    };
  }
}

function notInteractive(): Refusal {
  return refuse("not-interactive", "I/O switchboard server was disabled for this container");
}
