import { constants } from "node:os";
import type { ExitStatus } from "./types.ts";

/** Highest signal number of Linux (real-time signals included). */
const MAX_SIGNAL = 64;
const MAX_EXIT_CODE = 255;
const CORE_DUMP_FLAG = 0x80;

/** The texts of glibc's strsignal, by Linux signal number. Task messages are made of them. */
const SIGNAL_DESCRIPTIONS: readonly string[] = [
  "",
  "Hangup",
  "Interrupt",
  "Quit",
  "Illegal instruction",
  "Trace/breakpoint trap",
  "Aborted",
  "Bus error",
  "Floating point exception",
  "Killed",
  "User defined signal 1",
  "Segmentation fault",
  "User defined signal 2",
  "Broken pipe",
  "Alarm clock",
  "Terminated",
  "Stack fault",
  "Child exited",
  "Continued",
  "Stopped (signal)",
  "Stopped",
  "Stopped (tty input)",
  "Stopped (tty output)",
  "Urgent I/O condition",
  "CPU time limit exceeded",
  "File size limit exceeded",
  "Virtual timer expired",
  "Profiling timer expired",
  "Window changed",
  "I/O possible",
  "Power failure",
  "Bad system call",
];
const FIRST_REALTIME_SIGNAL = 34;

/** strsignal(3): "Terminated" for 15, "Real-time signal 1" for 35. */
export function describeSignal(number: number): string {
  const text = SIGNAL_DESCRIPTIONS[number];
  if (text !== undefined && text !== "") {
    return text;
  }
  return number >= FIRST_REALTIME_SIGNAL && number <= MAX_SIGNAL
    ? `Real-time signal ${number - FIRST_REALTIME_SIGNAL}`
    : `Unknown signal ${number}`;
}

/** Name of a signal number: `SIGTERM` for 15. */
export function signalName(number: number): string {
  for (const [name, value] of Object.entries(constants.signals)) {
    if (value === number) {
      return name;
    }
  }
  return `SIG${number}`;
}

/** Number of a signal name, or undefined for a name that this machine lacks. */
export function signalNumber(name: string): number | undefined {
  return (constants.signals as Readonly<Record<string, number>>)[name];
}

export const exited = (code: number): ExitStatus => ({ type: "exited", code });

export const signaled = (number: number, coreDumped = false): ExitStatus => ({
  type: "signaled",
  signal: signalName(number),
  number,
  coreDumped,
});

/**
 * Reads a wait(2) status written in decimal, as the `status` file holds it.
 * Anything else (an empty or torn file) is null.
 */
export function parseWaitStatus(text: string): ExitStatus | null {
  if (!/^\d{1,5}$/.test(text)) {
    return null;
  }
  const status = Number(text);
  if ((status & 0xff) === 0) {
    return status >> 8 <= MAX_EXIT_CODE ? exited(status >> 8) : null;
  }
  const number = status & 0x7f;
  return status <= 0xff && number >= 1 && number <= MAX_SIGNAL
    ? signaled(number, (status & CORE_DUMP_FLAG) !== 0)
    : null;
}

/** The wait(2) status of an exit status; undefined for `unknown`. */
export function toWaitStatus(status: ExitStatus): number | undefined {
  switch (status.type) {
    case "exited":
      return status.code << 8;
    case "signaled":
      return status.number | (status.coreDumped ? CORE_DUMP_FLAG : 0);
    case "unknown":
      return undefined;
    default: {
      const never: never = status;
      return never;
    }
  }
}

/**
 * The words that Mesos puts after "Command ": "exited with status 7",
 * "terminated with signal Killed", "terminated with signal Aborted (core dumped)".
 */
export function describeStatus(status: ExitStatus): string {
  switch (status.type) {
    case "exited":
      return `exited with status ${status.code}`;
    case "signaled":
      return `terminated with signal ${describeSignal(status.number)}${status.coreDumped ? " (core dumped)" : ""}`;
    case "unknown":
      return "ended with an unknown status";
    default: {
      const never: never = status;
      return never;
    }
  }
}
