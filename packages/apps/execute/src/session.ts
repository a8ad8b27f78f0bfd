import { setTimeout as delay } from "node:timers/promises";
import { decode, encode, fromJson, scheduler, toJson } from "@mesos-ts/protos";
import type { Clock, Logger, MasterAddress, Timer } from "@mesos-ts/runtime";
import { HttpClient, type RecordStream } from "@mesos-ts/transport";
import type { Action, CommandScheduler } from "./command-scheduler.ts";
import type { Masters } from "./masters.ts";

export type ContentType = "application/json" | "application/x-protobuf";

export interface SessionOptions {
  readonly masters: Masters;
  readonly contentType: ContentType;
  readonly commands: CommandScheduler;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Writes a line to standard output. */
  readonly print: (line: string) => void;
}

/** Between two attempts to reach the master. */
const RETRY_MS = 1_000;

/** A stream that is silent for so many heartbeats is given up. */
const MISSED_HEARTBEATS = 5;

/** Time for a call to be answered. */
const CALL_TIMEOUT_MS = 30_000;

/** Talks to the master for a scheduler, over as many connections as it takes. */
export class Session {
  readonly #options: SessionOptions;
  readonly #client = new HttpClient();
  readonly #timers = new Set<Timer>();
  /** Calls leave in order: each waits for the answer to the one before. */
  #calls: Promise<void> = Promise.resolve();
  #stream: RecordStream | undefined;
  #silence: Timer | undefined;
  #silenceMs: number | undefined;
  #exit: { readonly code: number; readonly error?: string } | undefined;

  constructor(options: SessionOptions) {
    this.#options = options;
    // Whoever led before may not know yet that it does no more.
    options.masters.onChange(() => this.#stream?.close());
  }

  /** Runs until the scheduler says that it is done; gives the exit code and what went wrong. */
  async run(): Promise<{ readonly code: number; readonly error?: string }> {
    try {
      while (this.#exit === undefined) {
        const master = await this.#options.masters.leader();
        if (master.type === "error") return { code: 1, error: master.error };
        await this.#connect(master.value);
        if (this.#exit === undefined) await delay(RETRY_MS);
      }
      await this.#calls;
      return this.#exit;
    } finally {
      for (const timer of this.#timers) timer.cancel();
      this.#silence?.cancel();
      this.#client.close();
      this.#options.masters.close();
    }
  }

  /** One connection, from SUBSCRIBE to its end. */
  async #connect({ host, port }: MasterAddress): Promise<void> {
    const { logger, commands } = this.#options;
    try {
      const stream = await this.#client.stream({
        url: `http://${host}:${port}/master/api/v1/scheduler`,
        method: "POST",
        headers: this.#headers(),
        body: this.#render(commands.subscribe()),
      });
      this.#stream = stream;
      if (stream.status !== 200) {
        this.#refused("SUBSCRIBE", stream.status, stream.body);
        return;
      }
      for await (const record of stream.records) {
        this.#receive(this.#parse(record));
        if (this.#exit === undefined) continue;
        // The last calls need the framework, which ends with its stream when the loop is left.
        await this.#calls;
        break;
      }
    } catch (cause) {
      logger.warning(`Lost the master: ${cause instanceof Error ? cause.message : String(cause)}`);
    } finally {
      this.#silence?.cancel();
      this.#stream?.close();
      this.#stream = undefined;
    }
  }

  #receive(event: scheduler.Event): void {
    this.#expectMore(event);
    for (const action of this.#options.commands.receive(event)) this.#perform(action);
  }

  #perform(action: Action): void {
    switch (action.type) {
      case "print":
        return this.#options.print(action.text);
      case "call":
        return this.#send(action.call);
      case "call-later":
        return this.#sendLater(action);
      case "exit":
        this.#exit ??= action;
        return;
      default:
        return action satisfies never;
    }
  }

  #sendLater({ delayMs, text, call }: Extract<Action, { type: "call-later" }>): void {
    const timer = this.#options.clock.setTimer(delayMs, () => {
      this.#timers.delete(timer);
      this.#options.print(text);
      this.#send(call);
    });
    this.#timers.add(timer);
  }

  #send(call: scheduler.Call): void {
    const stream = this.#stream;
    this.#calls = this.#calls.then(async () => {
      if (stream === undefined) {
        this.#options.logger.warning(`Dropping ${call.type}: the master is not there`);
        return;
      }
      await this.#post(call, stream);
    });
  }

  async #post(call: scheduler.Call, stream: RecordStream): Promise<void> {
    try {
      const reply = await this.#client.request({
        url: stream.url,
        method: "POST",
        headers: {
          "Mesos-Stream-Id": stream.headers["mesos-stream-id"] ?? "",
          ...this.#headers(),
        },
        body: this.#render(call),
        timeoutMs: CALL_TIMEOUT_MS,
      });
      if (reply.status !== 202 && reply.status !== 200) {
        this.#refused(call.type ?? "UNKNOWN", reply.status, reply.body);
      }
    } catch (cause) {
      // The stream breaks as well, and what matters is sent again.
      const why = cause instanceof Error ? cause.message : String(cause);
      this.#options.logger.warning(`Failed to send ${call.type}: ${why}`);
    }
  }

  #refused(what: string, status: number, body: Buffer): void {
    this.#options.logger.error(`Received '${status}' (${body.toString()}) for ${what}`);
  }

  /** A master that vanished without a word is noticed by its silence. */
  #expectMore(event: scheduler.Event): void {
    const seconds = event.subscribed?.heartbeat_interval_seconds;
    if (seconds !== undefined) this.#silenceMs = seconds * 1000 * MISSED_HEARTBEATS;
    this.#silence?.cancel();
    if (this.#silenceMs === undefined) return;
    this.#silence = this.#options.clock.setTimer(this.#silenceMs, () => this.#stream?.close());
  }

  #headers(): Record<string, string> {
    const { contentType } = this.#options;
    return { Accept: contentType, "Content-Type": contentType };
  }

  #render(call: scheduler.Call): Buffer | string {
    return this.#options.contentType === "application/json"
      ? toJson(scheduler.Call, call)
      : encode(scheduler.Call, call);
  }

  #parse(record: Buffer): scheduler.Event {
    return this.#options.contentType === "application/json"
      ? fromJson(scheduler.Event, JSON.parse(record.toString()))
      : decode(scheduler.Event, record);
  }
}
