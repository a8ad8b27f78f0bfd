import { assert } from "@mesos-ts/base";

/** A timer that has not fired. */
export interface Timer {
  /** After this the callback is not called; a second call does nothing. */
  cancel(): void;
}

/** Time as a port: real in programs, manual in tests and the simulator. */
export interface Clock {
  /** Milliseconds since the epoch, with fractions. Follows the system's clock. */
  now(): number;
  /** Milliseconds since some moment; never goes back. For measuring. */
  monotonic(): number;
  /** Calls back once, `delayMs` from now (at once-ish when not positive). */
  setTimer(delayMs: number, callback: () => void): Timer;
}

/** Node's timers cannot wait longer; a longer wait is cut in pieces. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** The fine clock may differ from the system's this much before it is set anew. */
const MAX_DRIFT_MS = 2;

/** The real clock. `keepAlive: false`: waiting timers do not keep the process running. */
export function createSystemClock(options: { readonly keepAlive?: boolean } = {}): Clock {
  const keepAlive = options.keepAlive ?? true;
  let offset = Date.now() - performance.now();

  // Date.now() is whole milliseconds and follows the system's clock; performance.now() is fine
  // but does not. The fine one is used as long as the two agree.
  const now = (): number => {
    const coarse = Date.now();
    const fine = offset + performance.now();
    if (fine >= coarse - MAX_DRIFT_MS && fine <= coarse + 1 + MAX_DRIFT_MS) {
      return fine;
    }
    offset = coarse - performance.now();
    return coarse;
  };

  return {
    now,
    monotonic: () => performance.now(),
    setTimer: (delayMs, callback) => startTimer(delayMs, callback, keepAlive),
  };
}

function startTimer(delayMs: number, callback: () => void, keepAlive: boolean): Timer {
  let remaining = Math.max(0, delayMs);
  let handle: NodeJS.Timeout;
  const wait = (): void => {
    const piece = Math.min(remaining, MAX_TIMEOUT_MS);
    remaining -= piece;
    handle = setTimeout(() => (remaining > 0 ? wait() : callback()), Math.ceil(piece));
    if (!keepAlive) {
      handle.unref();
    }
  };
  wait();
  return { cancel: () => clearTimeout(handle) };
}

/** A clock that moves only when told to. */
export interface ManualClock extends Clock {
  /** Moves on, firing due timers in order of their time, then of their making. */
  advance(ms: number): void;
  /** When the next timer is due, in milliseconds since the epoch; undefined without timers. */
  nextTimerAt(): number | undefined;
  /** Timers that wait. */
  readonly pending: number;
}

/** More firings in one `advance` mean timers that make each other for ever. */
const MAX_FIRINGS_PER_ADVANCE = 1_000_000;

interface ManualTimer {
  readonly at: number;
  readonly order: number;
  readonly callback: () => void;
}

/** The twin of the system's clock; starts at `startMs`. */
export function createManualClock(startMs = 0): ManualClock {
  let now = startMs;
  let order = 0;
  const timers = new Set<ManualTimer>();

  const next = (): ManualTimer | undefined => {
    let first: ManualTimer | undefined;
    for (const timer of timers) {
      if (
        first === undefined ||
        timer.at < first.at ||
        (timer.at === first.at && timer.order < first.order)
      ) {
        first = timer;
      }
    }
    return first;
  };

  return {
    now: () => now,
    monotonic: () => now - startMs,
    setTimer: (delayMs, callback) => {
      order += 1;
      const timer = { at: now + Math.max(0, delayMs), order, callback };
      timers.add(timer);
      return { cancel: () => void timers.delete(timer) };
    },
    advance: (ms) => {
      assert(ms >= 0, `A clock does not go back: advance(${ms})`);
      const end = now + ms;
      for (let fired = 0; ; fired++) {
        const timer = next();
        if (timer === undefined || timer.at > end) {
          break;
        }
        assert(fired < MAX_FIRINGS_PER_ADVANCE, "Timers make each other without end");
        timers.delete(timer);
        now = timer.at;
        timer.callback();
      }
      now = end;
    },
    nextTimerAt: () => next()?.at,
    get pending() {
      return timers.size;
    },
  };
}
