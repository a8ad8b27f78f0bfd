/** `--whitelist`: the file of agents to make offers of, read again and again. */
import { readFile, stat } from "node:fs/promises";
import { err, ok, type Result } from "@mesos-ts/base";
import type { Clock, Logger, Timer } from "@mesos-ts/runtime";
import type { Dispatch } from "./port.ts";

const READ_AGAIN_MS = 5000;
/** A larger file is no list of hostnames. */
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_SHOWN_CHARACTERS = 64;

/** Reads the list; the error is for the user. */
export type ReadWhitelist = () => Promise<Result<readonly string[]>>;

/** Undefined: the flag names no file, and every agent may be offered. */
export function whitelistReader(flag: string | undefined): ReadWhitelist | undefined {
  if (flag === undefined || flag === "*") return undefined;
  return async () => {
    const list = await readList(flag);
    return list.type === "ok" ? list : err(`Error reading whitelist file '${flag}': ${list.error}`);
  };
}

async function readList(path: string): Promise<Result<readonly string[]>> {
  try {
    const file = await stat(path);
    if (!file.isFile()) return err("it is not a regular file");
    if (file.size > MAX_FILE_BYTES) return err(`it has more than ${MAX_FILE_BYTES} bytes`);
    return parseWhitelist(await readFile(path, "utf8"));
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
}

/** One hostname in a line. An empty list is one, too: no agent may be offered. */
export function parseWhitelist(text: string): Result<readonly string[]> {
  const hostnames = new Set<string>();
  for (const [index, line] of text.split("\n").entries()) {
    const hostname = line.trim();
    if (hostname === "") continue;
    if (!/^[!-~\u00a1-\uffff]+$/.test(hostname)) {
      const shown = JSON.stringify(hostname.slice(0, MAX_SHOWN_CHARACTERS));
      return err(`line ${index + 1} is no hostname: ${shown}. Write one hostname in a line`);
    }
    hostnames.add(hostname);
  }
  return ok([...hostnames].sort());
}

/** Tells the core what changes in the list; a list that cannot be read leaves the last good one. */
export class WhitelistWatch {
  readonly #read: ReadWhitelist;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #dispatch: Dispatch;
  #known: string;
  /** What is wrong with the file; it is said once. */
  #problem: string | undefined;
  #timer: Timer | undefined;
  #stopped = false;

  constructor(
    first: readonly string[],
    options: {
      readonly read: ReadWhitelist;
      readonly clock: Clock;
      readonly logger: Logger;
      readonly dispatch: Dispatch;
    },
  ) {
    this.#read = options.read;
    this.#clock = options.clock;
    this.#logger = options.logger;
    this.#dispatch = options.dispatch;
    this.#known = first.join("\n");
    this.#dispatch({ type: "whitelist", hostnames: first });
    this.#wait();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer?.cancel();
  }

  #wait(): void {
    if (this.#stopped) return;
    this.#timer = this.#clock.setTimer(READ_AGAIN_MS, () => {
      void this.#readAgain().finally(() => this.#wait());
    });
  }

  async #readAgain(): Promise<void> {
    const list = await this.#read();
    if (this.#stopped) return;
    if (list.type === "error") {
      if (list.error === this.#problem) return;
      this.#problem = list.error;
      this.#logger.warning(`${list.error}. The list of before stays in force`);
      return;
    }
    this.#problem = undefined;
    const text = list.value.join("\n");
    if (text === this.#known) return;
    this.#known = text;
    this.#dispatch({ type: "whitelist", hostnames: list.value });
  }
}
