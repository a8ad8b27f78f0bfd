import type { Buffer } from "node:buffer";

/** Everything around a command: where it writes, what it reads, what it may wait for. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Resolves when it is written, so that a slow pipe slows its writer. */
  out(data: string | Uint8Array): Promise<void>;
  err(data: string | Uint8Array): Promise<void>;
  readonly screen: Screen;
  readonly keyboard: Keyboard;
  /** All of stdin. */
  readAll(): Promise<Buffer>;
  now(): number;
  /** Resolves after a time, or at once when the command is interrupted. */
  pause(ms: number): Promise<void>;
  /** Aborted by SIGINT and SIGTERM, which do nothing else once this was called. */
  interruption(): AbortSignal;
}

export interface Screen {
  /** Whether stdout is a terminal; `columns` and `rows` have a meaning only then. */
  readonly isTerminal: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly colours: boolean;
  onResize(listener: () => void): () => void;
}

export interface Keyboard {
  readonly isTerminal: boolean;
  /** Every key as it is pressed, none of them with a meaning here. */
  setRaw(raw: boolean): void;
  /** Leaves what is typed where it is, for a while. */
  hold(held: boolean): void;
  /** What is typed, until its end or until the listener is removed. */
  listen(onData: (data: Buffer) => void, onEnd: () => void): () => void;
}
