import { execFileSync, spawn } from "node:child_process";
import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";
import { emptyStdio } from "./inherited-files.ts";
import { signalProcess } from "./kill-tree.ts";
import { type Identity, identityOf, isAlive, parseIdentity, readProcess } from "./process-table.ts";
import { errorCode } from "./runtime-files.ts";
import { SUPERVISOR_SCRIPT, SUPERVISOR_VERSION } from "./supervisor-script.ts";
import { DEFAULT_PATH, type Tools } from "./tools.ts";

/** Bytes per write to the FIFO: below PIPE_BUF (4096) writes are atomic. */
const MAX_WRITE_BYTES = 4000;
/** Requests waiting for room in the FIFO. */
const MAX_QUEUED_REQUESTS = 100_000;
/** Pause before a full FIFO is tried again. */
const RETRY_MS = 5;
/** Pause between two starts of a supervisor that keeps ending. */
const RESTART_PAUSE_MS = 500;
/** A line longer than this is not from a monitor. */
const MAX_EVENT_BYTES = 4096;
const MKFIFO_TIMEOUT_MS = 10_000;

/** What a monitor reports. `folder` is relative to the containers folder. */
export type MonitorEvent =
  | {
      readonly type: "started";
      readonly folder: string;
      readonly monitorPid: number;
      readonly task: Identity;
    }
  | {
      readonly type: "ended";
      readonly folder: string;
      readonly monitorPid: number;
      readonly waitStatus: string;
    };

/** Parses one line of the `events` FIFO. */
export function parseEvent(line: string): MonitorEvent | null {
  const [verb, folder, monitor, third, fourth] = line.split(" ");
  if (folder === undefined || monitor === undefined || third === undefined) {
    return null;
  }
  if (verb === "x") {
    return { type: "ended", folder, monitorPid: Number(monitor), waitStatus: third };
  }
  const task = verb === "s" ? parseIdentity(third, fourth) : null;
  return task === null ? null : { type: "started", folder, monitorPid: Number(monitor), task };
}

function ensureFifo(path: string, tools: Tools): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isFIFO()) {
    return;
  }
  rmSync(path, { force: true, recursive: true });
  execFileSync(tools.mkfifo, ["-m", "600", "--", path], { timeout: MKFIFO_TIMEOUT_MS });
}

/**
 * The agent's end of the supervisor: sends requests, hears events, and starts a supervisor when
 * none lives. The supervisor does not end with the agent.
 */
export class SupervisorLink {
  readonly #home: string;
  readonly #runtimeDir: string;
  readonly #tools: Tools;
  readonly #onEvent: (event: MonitorEvent) => void;
  readonly #onRestart: () => void;
  readonly #requests: number;
  readonly #events: Socket;
  #queue: string[] = [];
  #flushing = false;
  #partial = "";
  #supervisor: Identity | undefined;
  /** Whether a supervisor was in service before: its successor must be told again what it missed. */
  #started = false;
  #lastStart = Number.NEGATIVE_INFINITY;
  #closed = false;

  /** Makes what is missing in the runtime folder and connects. Throws on failed I/O. */
  constructor(
    runtimeDir: string,
    tools: Tools,
    handlers: { readonly onEvent: (event: MonitorEvent) => void; readonly onRestart: () => void },
  ) {
    this.#runtimeDir = runtimeDir;
    this.#home = join(runtimeDir, "supervisor");
    this.#tools = tools;
    this.#onEvent = handlers.onEvent;
    this.#onRestart = handlers.onRestart;
    mkdirSync(join(runtimeDir, "containers"), { recursive: true });
    mkdirSync(this.#home, { recursive: true, mode: 0o700 });
    ensureFifo(join(this.#home, "requests"), tools);
    ensureFifo(join(this.#home, "events"), tools);
    const flags = constants.O_RDWR | constants.O_NONBLOCK;
    this.#requests = openSync(join(this.#home, "requests"), flags);
    this.#events = new Socket({
      fd: openSync(join(this.#home, "events"), flags),
      readable: true,
      writable: false,
    });
    this.#events.setEncoding("latin1");
    this.#events.on("data", (chunk: string | Buffer) => this.#receive(chunk.toString()));
    this.#events.on("error", () => this.#events.destroy());
    this.#adopt();
  }

  /** The supervisor's pid, when one is known. */
  get supervisorPid(): number | undefined {
    return this.#supervisor?.pid;
  }

  /** Asks for a container's start. False when too many requests wait. */
  launch(folder: string): boolean {
    if (this.#queue.length >= MAX_QUEUED_REQUESTS) {
      return false;
    }
    this.#queue.push(`L ${folder} .\n`);
    this.#schedule();
    return true;
  }

  /** Starts a supervisor if none lives. `thorough` also sees through a reused pid. */
  ensureSupervisor(thorough = false): void {
    if (this.#closed || this.#isSupervised(thorough)) {
      return;
    }
    const now = performance.now();
    if (now - this.#lastStart < RESTART_PAUSE_MS) {
      return; // The caller's periodic check comes back.
    }
    const again = this.#started;
    this.#adopt(); // One that was only starting when this agent opened the folder.
    if (this.#supervisor !== undefined && this.#isSupervised(thorough)) {
      return;
    }
    this.#lastStart = now;
    this.#started = true;
    this.#start();
    if (again) {
      this.#onRestart();
    }
  }

  /** Disconnects; the supervisor lives on. */
  close(): void {
    if (!this.#closed) {
      this.#flush();
      this.#closed = true;
      this.#events.destroy();
      closeSync(this.#requests);
    }
  }

  /** Ends the supervisor, if one lives. Monitors go on. */
  stopSupervisor(): void {
    if (this.#supervisor !== undefined) {
      signalProcess(this.#supervisor, "SIGTERM");
      this.#supervisor = undefined;
    }
  }

  #isSupervised(thorough: boolean): boolean {
    if (this.#supervisor === undefined) {
      return false;
    }
    if (thorough) {
      return isAlive(this.#supervisor);
    }
    try {
      return process.kill(this.#supervisor.pid, 0);
    } catch {
      return false;
    }
  }

  #adopt(): void {
    let text = "";
    try {
      text = readFileSync(join(this.#home, "pid"), "utf8");
    } catch (error) {
      if (errorCode(error) !== "ENOENT") {
        throw error;
      }
    }
    const [pid, uptime, version] = text.trim().split(" ");
    const supervisor = parseIdentity(pid, uptime);
    if (supervisor === null || !isAlive(supervisor)) {
      return;
    }
    if (version === SUPERVISOR_VERSION) {
      this.#supervisor = supervisor;
      this.#started = true;
    } else {
      signalProcess(supervisor, "SIGTERM"); // The next one waits for its lock.
    }
  }

  #start(): void {
    const script = join(this.#home, "supervisor.sh");
    writeFileSync(`${script}.new`, SUPERVISOR_SCRIPT, { mode: 0o600 });
    renameSync(`${script}.new`, script);
    const nullFd = openSync("/dev/null", "r+");
    const child = spawn(this.#tools.shell, [script, this.#runtimeDir, SUPERVISOR_VERSION], {
      cwd: "/",
      detached: true,
      env: { PATH: DEFAULT_PATH },
      stdio: emptyStdio(nullFd),
    });
    closeSync(nullFd);
    child.unref();
    const pid = child.pid;
    const entry = pid === undefined ? null : readProcess(pid);
    this.#supervisor = entry === null ? undefined : identityOf(entry);
    const forget = (): void => {
      if (this.#supervisor?.pid === pid) {
        this.#supervisor = undefined;
      }
    };
    child.once("exit", forget);
    child.once("error", forget);
  }

  #schedule(): void {
    if (!this.#flushing) {
      this.#flushing = true;
      setImmediate(() => this.#flush());
    }
  }

  #flush(): void {
    this.#flushing = false;
    if (this.#closed || this.#queue.length === 0) {
      return;
    }
    this.ensureSupervisor();
    let sent = 0;
    while (sent < this.#queue.length) {
      let batch = "";
      let next = sent;
      for (; next < this.#queue.length; next += 1) {
        const line = this.#queue[next] ?? "";
        if (batch !== "" && batch.length + line.length > MAX_WRITE_BYTES) {
          break;
        }
        batch += line;
      }
      try {
        writeSync(this.#requests, batch, null, "latin1");
      } catch (error) {
        if (errorCode(error) !== "EAGAIN") {
          throw error;
        }
        this.#flushing = true;
        setTimeout(() => this.#flush(), RETRY_MS);
        break;
      }
      sent = next;
    }
    this.#queue = sent === this.#queue.length ? [] : this.#queue.slice(sent);
  }

  #receive(chunk: string): void {
    const lines = (this.#partial + chunk).split("\n");
    this.#partial = lines.pop() ?? "";
    if (this.#partial.length > MAX_EVENT_BYTES) {
      this.#partial = "";
    }
    for (const line of lines) {
      const event = parseEvent(line);
      if (event !== null) {
        this.#onEvent(event);
      }
    }
  }
}
