import { randomUUID } from "node:crypto";
import { createRandom } from "@mesos-ts/base";
import { LogStorage, type Outcome, type StorageEffect, type StorageEvent } from "@mesos-ts/log";
import type { Clock } from "@mesos-ts/runtime";
import type { ReplicatedLog } from "./replicated-log.ts";

/** The one variable that a master keeps. */
export type RegistryStorage = {
  /**
   * Becomes the writer and gives the registry; undefined if there is none yet. Tries until it is
   * elected: whoever cannot wait sets a limit of its own.
   */
  fetch(): Promise<Uint8Array | undefined>;
  /** Replaces what `fetch` or `store` saw last; false: another writer has taken over. */
  store(bytes: Uint8Array): Promise<boolean>;
};

/** Keeps the registry in a log, as Mesos's masters do: a snapshot for every change. */
export function openRegistryStorage(
  log: ReplicatedLog,
  ports: { readonly clock: Clock; readonly log?: (text: string) => void },
): RegistryStorage {
  return new LogRegistryStorage(log, ports.clock, ports.log ?? (() => undefined));
}

type Command = Extract<StorageEffect, { type: "command" }>["command"];
type Answer = Extract<StorageEffect, { type: "fetched" | "stored" | "failed" }>;
type Question = {
  readonly resolve: (answer: Exclude<Answer, { type: "failed" }>) => void;
  readonly reject: (error: Error) => void;
};

/** Joins the storage's decisions to a log. */
class LogRegistryStorage implements RegistryStorage {
  readonly #log: ReplicatedLog;
  readonly #clock: Clock;
  readonly #say: (text: string) => void;
  readonly #core = new LogStorage("registry", createRandom(randomUUID()));
  /** They are answered in the order in which they were asked. */
  readonly #questions: Question[] = [];

  constructor(log: ReplicatedLog, clock: Clock, say: (text: string) => void) {
    this.#log = log;
    this.#clock = clock;
    this.#say = say;
  }

  async fetch(): Promise<Uint8Array | undefined> {
    const answer = await this.#ask({ type: "fetch" });
    return answer.type === "fetched" ? answer.value : undefined;
  }

  async store(value: Uint8Array): Promise<boolean> {
    const answer = await this.#ask({ type: "store", value });
    return answer.type === "stored" && answer.isStored;
  }

  #ask(event: StorageEvent): Promise<Exclude<Answer, { type: "failed" }>> {
    return new Promise((resolve, reject) => {
      this.#questions.push({ resolve, reject });
      this.#step(event);
    });
  }

  #step(event: StorageEvent): void {
    for (const effect of this.#core.step(event)) this.#carryOut(effect);
  }

  #carryOut(effect: StorageEffect): void {
    switch (effect.type) {
      case "command":
        void this.#command(effect.command);
        return;
      case "retry-after":
        this.#clock.setTimer(effect.ms, () => this.#step({ type: "retry" }));
        return;
      case "fetched":
      case "stored":
        this.#questions.shift()?.resolve(effect);
        return;
      case "failed":
        this.#questions.shift()?.reject(new Error(effect.why));
        return;
      case "log":
        return this.#say(effect.text);
      default:
        return effect satisfies never;
    }
  }

  async #command(command: Command): Promise<void> {
    const outcome = await this.#obey(command).catch(
      (error: Error): Outcome => ({ type: "refused", why: error.message }),
    );
    this.#step({ type: "outcome", outcome, beginning: this.#log.beginning });
  }

  async #obey(command: Command): Promise<Outcome> {
    switch (command.type) {
      case "elect":
        return at(await this.#log.elect());
      case "append":
        return at(await this.#log.append(command.bytes));
      case "truncate":
        return at(await this.#log.truncate(command.to));
      case "read":
        return { type: "entries", entries: await this.#log.read(command.from, command.to) };
      case "catch-up":
        return at(await this.#log.catchUp());
      default:
        return command satisfies never;
    }
  }
}

function at(position: number | undefined): Outcome {
  return position === undefined ? { type: "lost" } : { type: "position", position };
}
