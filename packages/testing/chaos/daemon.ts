import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { History } from "./history.ts";
import type { Violation } from "./violation.ts";

const APPS = join(import.meta.dirname, "../../apps");
/** As a service manager waits before it starts again what has ended. */
const RESTART_MS = 500;
const READY_MS = 60_000;
const POLL_MS = 100;
const LAST_WORDS = 300;

/** The programs' whole environment: tasks inherit it. */
const PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

export interface DaemonOptions {
  readonly name: string;
  /** Below `packages/apps`. */
  readonly program: string;
  readonly flags: readonly string[];
  readonly log: string;
  readonly history: History;
  /** Whether it has come to itself: serves, and votes. */
  ready(): Promise<boolean>;
  /** Whether it may end by itself with these last words. */
  mayEnd(lastWords: string): boolean;
}

/** A program and the supervisor that starts it again when it ends. */
export class Daemon {
  readonly violations: Violation[] = [];
  readonly #options: DaemonOptions;
  #process: ChildProcess | undefined;
  #watch: Promise<void> = Promise.resolve();
  /** Whether somebody ended it and it is to stay so for now. */
  #held = false;
  #ready = false;

  constructor(options: DaemonOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  /** Whether it runs and has come to itself since it was started. */
  get ready(): boolean {
    return this.#ready;
  }

  start(): void {
    this.#held = false;
    const { program, flags, log, history, name } = this.#options;
    const file = openSync(log, "a");
    const child = spawn(process.execPath, [join(APPS, program), ...flags], {
      stdio: ["ignore", file, file],
      env: { PATH },
    });
    closeSync(file);
    this.#process = child;
    child.once("exit", (code, signal) => this.#ended(child, code, signal));
    history.add({ kind: "process", name, what: "started", pid: child.pid ?? 0 });
    this.#watch = this.#untilReady(child);
  }

  /** Resolves when it has come to itself, or has ended, or does not come in time. */
  whenReady(): Promise<void> {
    return this.#watch;
  }

  /** `kill -9`; it stays down until it is started. */
  async kill(): Promise<void> {
    this.#held = true;
    this.#ready = false;
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    this.#options.history.add({ kind: "process", name: this.name, what: "killed" });
  }

  signal(signal: "SIGSTOP" | "SIGCONT"): void {
    this.#process?.kill(signal);
  }

  #ended(child: ChildProcess, code: number | null, signal: NodeJS.Signals | null): void {
    if (this.#process !== child) return;
    this.#ready = false;
    if (this.#held) return;
    const { history, name, log } = this.#options;
    const words = readFileSync(log, "utf8").trimEnd().slice(-LAST_WORDS);
    const how = `${signal ?? code}: …${words}`;
    history.add({ kind: "process", name, what: "ended", how });
    if (code !== 1 || !this.#options.mayEnd(words)) {
      this.violations.push({ ms: history.now(), text: `${name} ended by itself, ${how}` });
    }
    setTimeout(() => {
      if (!this.#held && this.#process === child) this.start();
    }, RESTART_MS);
  }

  async #untilReady(child: ChildProcess): Promise<void> {
    const { history, name } = this.#options;
    const deadline = history.now() + READY_MS;
    while (child.exitCode === null && child.signalCode === null) {
      if (await this.#options.ready().catch(() => false)) {
        if (this.#process !== child || this.#held) return;
        this.#ready = true;
        history.add({ kind: "process", name, what: "ready" });
        return;
      }
      if (history.now() > deadline) {
        const text = `${name} did not come to itself within ${READY_MS} ms of its start`;
        this.violations.push({ ms: history.now(), text });
        return;
      }
      await delay(POLL_MS);
    }
  }
}
