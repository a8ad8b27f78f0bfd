import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

function commandOf(pid: string): string {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8");
}

/** A program of this project, run from its source until `end`. */
export class RunningProgram {
  output = "";
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  readonly #heard = new Set<() => void>();

  constructor(app: "local" | "execute", args: readonly string[]) {
    const script = fileURLToPath(new URL(`../../${app}/bin/mesos-${app}.js`, import.meta.url));
    const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        this.output += text;
        for (const hear of this.#heard) hear();
      });
    }
    this.#child = child;
    this.#closed = once(child, "close");
  }

  /** Waits until what it printed matches; rejects when it ends without. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const { promise, resolve } = Promise.withResolvers<RegExpExecArray>();
    const hear = (): void => {
      const match = pattern.exec(this.output);
      if (match !== null) resolve(match);
    };
    this.#heard.add(hear);
    hear();
    try {
      const ended = this.#closed.then(() => {
        throw new Error(`it ended without saying ${pattern}:\n${this.output}`);
      });
      return await Promise.race([promise, ended]);
    } finally {
      this.#heard.delete(hear);
    }
  }

  /** Ends a program that it started, by what its command line says, as a crash would. */
  crash(script: string): void {
    const { pid } = this.#child;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ");
    const hit = children.find((each) => each !== "" && commandOf(each).includes(script));
    if (hit === undefined) throw new Error(`it runs no ${script}`);
    process.kill(Number(hit), "SIGKILL");
  }

  async end(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      this.#child.kill("SIGTERM");
    }
    await this.#closed;
  }
}
