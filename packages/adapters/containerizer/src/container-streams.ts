import { execFile } from "node:child_process";
import { closeSync, constants, existsSync, openSync, writeSync } from "node:fs";
import { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { OutputReader } from "./output-reader.ts";
import { parseRunScript, type SavedStreams } from "./run-script.ts";
import {
  containerFolder,
  controlPath,
  errorCode,
  openedPath,
  readRunScript,
  stdinPath,
} from "./runtime-files.ts";
import type { Tools } from "./tools.ts";
import {
  type ContainerInput,
  type InputResult,
  type OutputResult,
  type Refusal,
  refuse,
  type WindowSize,
} from "./types.ts";

/** Readers that one container's output may have at a time. */
const MAX_READERS = 64;
const MKFIFO_TIMEOUT_MS = 10_000;
/** How often it is looked whether a container has opened its standard input. */
const OPENED_LOOK_MS = 5;
const run = promisify(execFile);

/** What the agent holds of a container's streams. */
interface Streams {
  readonly saved: SavedStreams;
  readonly folder: string;
  /**
   * Open from the start: without it a container that reads finds the end of its input, and what is
   * written before the container has opened its end is lost.
   */
  stdin: Socket | undefined;
  /** With a terminal. */
  control: number | undefined;
  isTaken: boolean;
  isInputClosed: boolean;
  readers: number;
}

/** Opened for both directions a FIFO neither waits for its other end nor breaks without it. */
function openFifo(path: string): number {
  return openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
}

/** The streams of the containers that can be attached to: FIFOs inward, files outward. */
export class ContainerStreams {
  readonly #runtimeDir: string;
  readonly #tools: Tools;
  readonly #known = new Map<string, Streams>();

  constructor(runtimeDir: string, tools: Tools) {
    this.#runtimeDir = runtimeDir;
    this.#tools = tools;
  }

  /** Makes what a container needs before it starts. Throws when it cannot be made. */
  async prepare(containerId: string, saved: SavedStreams): Promise<void> {
    const folder = containerFolder(this.#runtimeDir, containerId);
    const paths = [stdinPath(folder), ...(saved.terminal ? [controlPath(folder)] : [])];
    await run(this.#tools.mkfifo, ["-m", "600", "--", ...paths], { timeout: MKFIFO_TIMEOUT_MS });
    const streams = this.#remember(containerId, folder, saved);
    this.#open(streams);
  }

  isTerminal(containerId: string): boolean {
    return this.#find(containerId)?.saved.terminal === true;
  }

  openOutput(containerId: string, from: "start" | "now", ended: Promise<unknown>): OutputResult {
    const streams = this.#find(containerId);
    if (streams === undefined) {
      return notInteractive();
    }
    if (streams.readers >= MAX_READERS) {
      const text = `More than ${MAX_READERS} readers of container '${containerId}'`;
      return refuse("too-many-readers", text);
    }
    try {
      const output = new OutputReader(streams.saved, from, ended, () => {
        streams.readers -= 1;
      });
      streams.readers += 1;
      return { type: "output", output };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const text = `Failed to read the output of container '${containerId}': ${reason}`;
      return refuse("output-unreadable", text);
    }
  }

  openInput(containerId: string, ended: Promise<unknown>): InputResult {
    const streams = this.#find(containerId);
    if (streams === undefined) {
      return notInteractive();
    }
    if (streams.isTaken) {
      return refuse("input-taken", "Multiple input connections are not allowed");
    }
    if (streams.isInputClosed) {
      const text = "Failed writing to stdin: an earlier connection has ended the input";
      return refuse("input-closed", text);
    }
    this.#open(streams);
    return { type: "input", input: new FifoInput(streams, ended) };
  }

  /** The container has ended: nobody reads what is written any more. */
  release(containerId: string): void {
    const streams = this.#known.get(containerId);
    streams?.stdin?.destroy();
    if (streams?.control !== undefined) {
      closeSync(streams.control);
      streams.control = undefined;
    }
    this.#known.delete(containerId);
  }

  close(): void {
    for (const containerId of [...this.#known.keys()]) {
      this.release(containerId);
    }
  }

  /** Those of an earlier agent's container are in its run script. */
  #find(containerId: string): Streams | undefined {
    const known = this.#known.get(containerId);
    if (known !== undefined) {
      return known;
    }
    const folder = containerFolder(this.#runtimeDir, containerId);
    const script = readRunScript(folder);
    const saved = script === null ? undefined : parseRunScript(script)?.streams;
    return saved && this.#remember(containerId, folder, saved);
  }

  #remember(containerId: string, folder: string, saved: SavedStreams): Streams {
    const streams: Streams = {
      saved,
      folder,
      stdin: undefined,
      control: undefined,
      isTaken: false,
      isInputClosed: false,
      readers: 0,
    };
    this.#known.set(containerId, streams);
    return streams;
  }

  #open(streams: Streams): void {
    if (streams.saved.terminal) {
      streams.control ??= openFifo(controlPath(streams.folder));
    }
    if (streams.stdin === undefined) {
      const fd = openFifo(stdinPath(streams.folder));
      streams.stdin = new Socket({ fd, readable: false, writable: true });
      // Whoever writes learns of it by the write.
      streams.stdin.on("error", () => undefined);
      streams.stdin.unref();
    }
  }
}

function notInteractive(): Refusal {
  // Mesos's words for a container that has neither a terminal nor a session.
  return refuse("not-interactive", "I/O switchboard server was disabled for this container");
}

class FifoInput implements ContainerInput {
  readonly ended: Promise<unknown>;
  readonly #streams: Streams;
  #isOpen = true;

  constructor(streams: Streams, ended: Promise<unknown>) {
    this.#streams = streams;
    this.ended = ended;
    streams.isTaken = true;
  }

  async write(bytes: Uint8Array): Promise<boolean> {
    const { stdin, isInputClosed } = this.#streams;
    if (!this.#isOpen || stdin === undefined || isInputClosed || stdin.destroyed) {
      return false;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    stdin.write(bytes, (error) => resolve(error === null || error === undefined));
    return await Promise.race([promise, this.ended.then(() => false)]);
  }

  end(): void {
    if (this.#isOpen && !this.#streams.saved.terminal) {
      this.#streams.isInputClosed = true;
      void this.#letGo(this.#streams);
    }
  }

  /** What nobody has open is forgotten with all that is in it: the container must have opened it. */
  async #letGo({ stdin, folder }: Streams): Promise<void> {
    let isOver = false;
    void this.ended.then(() => {
      isOver = true;
    });
    while (!isOver && !existsSync(openedPath(folder)) && stdin?.destroyed === false) {
      await delay(OPENED_LOOK_MS, undefined, { ref: false });
    }
    stdin?.destroy();
  }

  resize({ rows, columns }: WindowSize): boolean {
    const { control } = this.#streams;
    if (control === undefined) {
      return false;
    }
    try {
      writeSync(control, `${rows} ${columns}\n`);
    } catch (error) {
      // Thousands of sizes that nobody has read yet: the next one will do.
      if (errorCode(error) !== "EAGAIN") {
        throw error;
      }
    }
    return true;
  }

  close(): void {
    if (this.#isOpen) {
      this.#isOpen = false;
      this.#streams.isTaken = false;
    }
  }
}
