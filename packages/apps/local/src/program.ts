import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";

export interface ProgramOptions {
  /** For people: `mesos-agent 1`. */
  readonly title: string;
  /** The JavaScript file that Node.js runs. */
  readonly script: string;
  readonly args: readonly string[];
  /** File that takes what the program prints. */
  readonly output: string;
  /** Asks the program to end in order. */
  readonly endSignal: NodeJS.Signals;
  readonly tell: (text: string) => void;
  /** It died too often. */
  readonly gaveUp: (text: string) => void;
}

/** A program that dies is started again, so often within so much time. */
const MAX_RESTARTS = 5;
const RESTART_WINDOW_MS = 60_000;
const RESTART_DELAY_MS = 500;

/** How long a program may take to end when asked to. */
const END_LIMIT_MS = 15_000;

/** Lines of a dead program's output that are shown. */
const SHOWN_LINES = 10;

/** A child process that is kept running until it is to end. */
export class Program {
  readonly #options: ProgramOptions;
  #child: ChildProcess | undefined;
  #restarts: number[] = [];
  #ending = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  start(): void {
    const { script, args, output } = this.#options;
    const out = openSync(output, "a");
    // A group of its own: Ctrl-C in the terminal must reach only us, who end things in order.
    const child = spawn(process.execPath, [script, ...args], {
      detached: true,
      stdio: ["ignore", out, out],
    });
    closeSync(out);
    this.#child = child;
    child.once("error", (cause) => this.#died(`could not be started: ${cause.message}`));
    child.once("exit", (code, signal) => {
      this.#died(signal === null ? `ended with status ${code}` : `was ended by ${signal}`);
    });
  }

  /** Ends it in order; by force when that takes too long. */
  async end(): Promise<void> {
    this.#ending = true;
    clearTimeout(this.#timer);
    const child = this.#child;
    if (child === undefined) return;
    const gone = once(child, "exit");
    child.kill(this.#options.endSignal);
    const timer = setTimeout(() => this.kill(), END_LIMIT_MS);
    await gone;
    clearTimeout(timer);
  }

  /** Ends it at once. */
  kill(): void {
    this.#ending = true;
    this.#child?.kill("SIGKILL");
  }

  #died(how: string): void {
    this.#child = undefined;
    if (this.#ending) return;
    const { title, tell, gaveUp } = this.#options;
    const now = performance.now();
    this.#restarts = this.#restarts.filter((at) => now - at < RESTART_WINDOW_MS);
    if (this.#restarts.length >= MAX_RESTARTS) {
      const often = `${MAX_RESTARTS + 1} times within ${RESTART_WINDOW_MS / 1000} seconds`;
      gaveUp(`${title} ${how}, ${often}. Its last words:\n${this.#lastWords()}`);
      return;
    }
    this.#restarts.push(now);
    tell(`${title} ${how}; starting it again`);
    this.#timer = setTimeout(() => this.start(), RESTART_DELAY_MS);
  }

  #lastWords(): string {
    const lines = readFileSync(this.#options.output, "utf8").trimEnd().split("\n");
    return lines.slice(-SHOWN_LINES).join("\n");
  }
}
