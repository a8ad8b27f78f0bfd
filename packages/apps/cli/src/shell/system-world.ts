import { Buffer } from "node:buffer";
import type { Keyboard, Screen, World } from "./world.ts";

const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;

/** A pipe that nobody reads any more (`| head`) ends the program quietly, as for `cat`. */
const BROKEN_PIPE_EXIT = 0;

/** The process that this program is. */
export function systemWorld(): World {
  const interrupted = new AbortController();
  const stop = (): void => interrupted.abort();
  return {
    environment: process.env,
    out: (data) => write(process.stdout, data),
    err: (data) => write(process.stderr, data),
    screen: systemScreen(),
    keyboard: systemKeyboard(),
    readAll,
    now: () => Date.now(),
    pause: (ms) => pause(ms, interrupted.signal),
    interruption: () => {
      if (!process.listeners("SIGINT").includes(stop)) {
        process.on("SIGINT", stop);
        process.on("SIGTERM", stop);
      }
      return interrupted.signal;
    },
  };
}

function write(stream: NodeJS.WriteStream, data: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EPIPE") process.exit(BROKEN_PIPE_EXIT);
      reject(error);
    };
    stream.once("error", failed);
    stream.write(data, (error) => {
      stream.off("error", failed);
      if (error) failed(error);
      else resolve();
    });
  });
}

function systemScreen(): Screen {
  const { stdout } = process;
  return {
    get isTerminal() {
      return stdout.isTTY === true;
    },
    get columns() {
      return stdout.columns ?? DEFAULT_COLUMNS;
    },
    get rows() {
      return stdout.rows ?? DEFAULT_ROWS;
    },
    get colours() {
      const { NO_COLOR: refused = "", TERM: kind } = process.env;
      return stdout.isTTY === true && refused === "" && kind !== "dumb";
    },
    onResize: (listener) => {
      stdout.on("resize", listener);
      return () => stdout.off("resize", listener);
    },
  };
}

function systemKeyboard(): Keyboard {
  return {
    get isTerminal() {
      return process.stdin.isTTY === true;
    },
    setRaw: (raw) => {
      if (process.stdin.isTTY) process.stdin.setRawMode(raw);
    },
    hold: (held) => void (held ? process.stdin.pause() : process.stdin.resume()),
    listen: (onData, onEnd) => {
      const { stdin } = process;
      stdin.on("data", onData).on("end", onEnd).on("error", onEnd);
      stdin.resume();
      return () => {
        stdin.off("data", onData).off("end", onEnd).off("error", onEnd);
        stdin.pause();
      };
    },
  };
}

async function readAll(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
}
