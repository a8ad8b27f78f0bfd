import { write, writeSync } from "node:fs";

/** Takes text and writes it, in order, behind the caller's back. */
export interface Sink {
  /** `urgent`: do not wait for the buffer time. */
  write(text: string, urgent: boolean): void;
  /** When all that was taken is written. */
  flush(): Promise<void>;
  /** Writes all that was taken before it returns: for the last moments of the process. */
  flushNow(): void;
}

/** What a sink writes to. */
export interface Target {
  /** The descriptor for the next chunk, opened when need be; undefined: the chunk is lost. */
  descriptor(chunkBytes: number): number | undefined;
  /** Whether the descriptor is a file that only this sink writes to, so that positions hold. */
  readonly positioned: boolean;
  /** Where the next chunk goes, kept by the target; only asked for when positioned. */
  position: number;
}

/** Text that waits beyond this many characters is dropped and counted. */
export const MAX_WAITING_CHARACTERS = 16 * 1024 * 1024;

/**
 * Lines of one moment leave in one write, also with `--logbufsecs=0`: a write for each turn of the
 * event loop costs a busy daemon more than what it logs about.
 */
const MIN_BUFFER_MS = 10;
/** A full pipe is tried again this often. */
const RETRY_MS = 10;

/** How long `flushNow` gives a write that is under way elsewhere, and a full pipe, in all. */
const LAST_CHANCE_MS = 500;
const LAST_WRITE_WAIT_MS = 20;

interface Chunk {
  readonly bytes: Buffer;
  readonly fd: number;
  readonly position: number | null;
  written: number;
}

/**
 * A sink that joins what comes in one turn of the event loop (or within `bufferMs`) into one
 * asynchronous write; one write is under way at a time.
 */
export function createSink(
  target: Target,
  options: { readonly bufferMs: number; readonly dropNotice: (lines: number) => string },
): Sink {
  let waiting: string[] = [];
  let waitingCharacters = 0;
  let dropped = 0;
  let current: Chunk | undefined;
  let scheduled: "no" | "later" | "now" = "no";
  let timer: NodeJS.Timeout | undefined;
  let idle: PromiseWithResolvers<void> | undefined;

  const take = (): Chunk | undefined => {
    if (dropped > 0) {
      waiting.push(options.dropNotice(dropped));
      dropped = 0;
    }
    const bytes = Buffer.from(waiting.join(""));
    waiting = [];
    waitingCharacters = 0;
    const fd = bytes.length === 0 ? undefined : target.descriptor(bytes.length);
    if (fd === undefined) {
      return undefined;
    }
    const position = target.positioned ? target.position : null;
    target.position += bytes.length;
    return { bytes, fd, position, written: 0 };
  };

  const pump = (): void => {
    clearTimeout(timer);
    scheduled = "no";
    if (current === undefined) {
      current = take();
      if (current !== undefined) {
        writeOn(current);
      } else {
        idle?.resolve();
        idle = undefined;
      }
    }
  };

  const writeOn = (chunk: Chunk): void => {
    const { bytes, fd, written } = chunk;
    const at = chunk.position === null ? null : chunk.position + written;
    write(fd, bytes, written, bytes.length - written, at, (failure, count) => {
      if (current !== chunk) {
        return; // flushNow has written it meanwhile.
      }
      if (failure !== null && isRetryable(failure)) {
        setTimeout(() => current === chunk && writeOn(chunk), RETRY_MS);
        return;
      }
      chunk.written += count ?? 0;
      if (failure === null && chunk.written < bytes.length) {
        writeOn(chunk);
        return;
      }
      // A failed write loses its chunk: a log that cannot be written has nowhere to say so.
      target.position -= bytes.length - chunk.written;
      current = undefined;
      pump();
    });
  };

  const schedule = (urgent: boolean): void => {
    if (urgent && scheduled !== "now") {
      clearTimeout(timer);
      scheduled = "now";
      setImmediate(pump);
    } else if (scheduled === "no") {
      scheduled = "later";
      timer = setTimeout(pump, Math.max(options.bufferMs, MIN_BUFFER_MS));
      timer.unref();
    }
  };

  return {
    write: (text, urgent) => {
      if (waitingCharacters + text.length > MAX_WAITING_CHARACTERS) {
        dropped += 1;
        return;
      }
      waiting.push(text);
      waitingCharacters += text.length;
      schedule(urgent);
    },
    flush: () => {
      if (current === undefined && waiting.length === 0 && dropped === 0) {
        return Promise.resolve();
      }
      idle ??= Promise.withResolvers<void>();
      schedule(true);
      return idle.promise;
    },
    flushNow: () => {
      const under = current;
      current = undefined;
      if (under !== undefined && under.position === null) {
        // Another thread is writing it; without a position it cannot be written over.
        sleep(LAST_WRITE_WAIT_MS);
      } else if (under !== undefined) {
        writeAllNow(under);
      }
      const rest = take();
      if (rest !== undefined) {
        writeAllNow(rest);
      }
      idle?.resolve();
      idle = undefined;
    },
  };
}

function writeAllNow({ bytes, fd, position, written }: Chunk): void {
  let done = written;
  let waited = 0;
  while (done < bytes.length && waited < LAST_CHANCE_MS) {
    try {
      const at = position === null ? null : position + done;
      done += writeSync(fd, bytes, done, bytes.length - done, at);
    } catch (failure) {
      if (!isRetryable(failure)) {
        return;
      }
      sleep(RETRY_MS);
      waited += RETRY_MS;
    }
  }
}

function isRetryable(failure: unknown): boolean {
  const code = (failure as { code?: unknown } | null)?.code;
  return code === "EAGAIN" || code === "EINTR";
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** Standard error, or another stream that others write to as well. */
export function streamTarget(fd: number): Target {
  return { descriptor: () => fd, positioned: false, position: 0 };
}
