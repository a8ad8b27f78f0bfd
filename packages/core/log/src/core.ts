import { assert, createRandom, present } from "@mesos-ts/base";
import { CatchUp } from "./catch-up.ts";
import type { Action, LogConfig, LogEffect, LogEvent, Outcome } from "./contract.ts";
import { Coordinator } from "./coordinator.ts";
import { Exchange, replicaPid } from "./exchange.ts";
import type { LogMessage } from "./messages.ts";
import { PositionSet } from "./position-set.ts";
import { readEntries, refusedRange } from "./reading.ts";
import { askForAdvice, recover } from "./recovery.ts";
import { REPLICA_ID, Replica } from "./replica.ts";
import { StoreQueue } from "./store-queue.ts";

type Loaded = (actions: readonly Action[]) => void;
type Local = { readonly from: string; readonly to: string; readonly message: LogMessage };

/** The replicated log of one process: its replica, its coordinator, and what joins them. */
export class ReplicatedLogCore {
  readonly pid: string;
  readonly #config: LogConfig;
  readonly #queue = new StoreQueue();
  readonly #exchange: Exchange;
  readonly #loads = new Map<number, Loaded>();
  #parts: { readonly replica: Replica; readonly coordinator: Coordinator } | undefined;
  #effects: LogEffect[] = [];
  /** Messages of this process to itself; the network never sees them. */
  #inbox: Local[] = [];
  #nextLoad = 1;
  #wakeAt: number | undefined;
  #now = 0;

  constructor(config: LogConfig) {
    this.#config = config;
    this.pid = replicaPid(config.address);
    const random = createRandom(config.seed);
    this.#exchange = new Exchange({
      quorum: config.quorum,
      firstRequest: config.firstRequest,
      send: (from, to, message) => this.#send(from, to, message),
      closed: (ids) => this.#effects.push({ type: "forget", ids }),
      random: () => random.next(),
    });
  }

  get #replica(): Replica {
    return present(this.#parts, "the log has not been started").replica;
  }

  get beginning(): number {
    return this.#replica.begin;
  }

  get ending(): number {
    return this.#replica.end;
  }

  get status(): Replica["status"] {
    return this.#replica.status;
  }

  get ensembleSize(): number {
    return this.#exchange.peers.length;
  }

  step(event: LogEvent): LogEffect[] {
    assert(event.type === "start" || this.#parts !== undefined, "the first event is start");
    this.#now = Math.max(this.#now, event.now);
    this.#exchange.advance(this.#now);
    this.#handle(event);
    for (let local = this.#inbox.shift(); local !== undefined; local = this.#inbox.shift()) {
      this.#deliver(local.from, local.to, local.message);
    }
    const batch = this.#queue.flush(this.#now);
    if (batch !== undefined) this.#effects.push({ type: "store", batch });
    this.#askForWake();
    return this.#effects.splice(0);
  }

  #handle(event: LogEvent): void {
    switch (event.type) {
      case "start":
        return this.#start(event);
      case "peers":
        return this.#exchange.setPeers(event.pids);
      case "message":
        return this.#deliver(event.from, event.to, event.message);
      case "stored":
        return this.#queue.stored(event.id);
      case "loaded":
        return this.#loaded(event.id, event.actions);
      case "wake":
        // Clocks wake a little early at times; what was asked for is asked for again.
        this.#wakeAt = undefined;
        return;
      case "elect":
        return this.#parts?.coordinator.elect(event.id);
      case "append":
        return this.#parts?.coordinator.append(event.id, event.bytes);
      case "truncate":
        return this.#parts?.coordinator.truncate(event.id, event.to);
      case "read":
        return this.#read(event.id, event.from, event.to);
      case "catch-up":
        return this.#catchUp(event.id);
      default:
        return event satisfies never;
    }
  }

  #start(event: Extract<LogEvent, { type: "start" }>): void {
    assert(this.#parts === undefined, "the log is started once");
    const core = this;
    const log = this.#log.bind(this);
    const replica = new Replica(event.restored, this.#queue, {
      get now() {
        return core.#now;
      },
      send: (from, to, message) => this.#send(from, to, message),
      load: (position, then) => this.#load(position, position, ([action]) => then(action)),
      log,
    });
    const done = (id: number, outcome: Outcome) => this.#done(id, outcome);
    const coordinator = new Coordinator({ exchange: this.#exchange, replica, done, log });
    this.#parts = { replica, coordinator };
    const { autoInitialize } = this.#config;
    recover(this.#exchange, replica, { autoInitialize, log }, () => {
      this.#effects.push({ type: "recovered" });
    });
  }

  #deliver(from: string, to: string, message: LogMessage): void {
    const id = to.slice(0, to.indexOf("@") < 0 ? undefined : to.indexOf("@"));
    if (id === REPLICA_ID) this.#replica.receive(from, message);
    else this.#exchange.receive(id, message);
  }

  #send(from: string, to: string, message: LogMessage): void {
    const { address } = this.#config;
    if (to.endsWith(`@${address}`)) this.#inbox.push({ from: `${from}@${address}`, to, message });
    else this.#effects.push({ type: "send", from, to, message });
  }

  #load(from: number, to: number, then: Loaded): void {
    const id = this.#nextLoad++;
    this.#loads.set(id, then);
    this.#effects.push({ type: "load", id, from, to });
  }

  #loaded(id: number, actions: readonly Action[]): void {
    const then = this.#loads.get(id);
    this.#loads.delete(id);
    then?.(actions);
  }

  /** The disk's records first, then over them what has not come to the disk when it was asked. */
  #read(id: number, from: number, to: number): void {
    const refusal = refusedRange(from, to, this.beginning, this.ending);
    if (refusal !== undefined) return this.#done(id, { type: "refused", why: refusal });
    const unstored = [...this.#queue.between(from, to)];
    this.#load(from, to, (stored) => {
      const actions = new Map(stored.map((action) => [action.position, action]));
      for (const action of unstored) actions.set(action.position, action);
      const inOrder = [...actions.values()].sort((a, b) => a.position - b.position);
      this.#done(id, readEntries(from, to, inOrder));
    });
  }

  /** What a reader beside the writer does to see what is new; the last position stays open. */
  #catchUp(id: number): void {
    const replica = this.#replica;
    const refuse = (why: string): void => this.#done(id, { type: "refused", why });
    if (replica.status !== "VOTING") return refuse("the replica does not vote yet");
    const options = { status: replica.status, autoInitialize: false, log: this.#log.bind(this) };
    askForAdvice(this.#exchange, options, (advice) => {
      if (advice?.type !== "catch-up") {
        return refuse("Failed to recover begin and end positions of the log");
      }
      if (advice.begin === advice.end) return refuse("Recovered only 1 position, cannot catch-up");
      const end = advice.end - 1;
      const positions = PositionSet.of(Math.min(replica.begin, advice.begin), end);
      new CatchUp(this.#exchange, replica, 0, positions, () =>
        this.#done(id, { type: "position", position: end }),
      );
    });
  }

  #done(id: number, outcome: Outcome): void {
    this.#effects.push({ type: "done", id, outcome });
  }

  #log(level: "INFO" | "WARNING" | "ERROR", text: string): void {
    this.#effects.push({ type: "log", level, text });
  }

  #askForWake(): void {
    const times = [this.#exchange.timers.nextAt, this.#queue.wakeAt].filter(
      (at) => at !== undefined,
    );
    const at = times.length === 0 ? undefined : Math.min(...times);
    if (at !== undefined && at !== this.#wakeAt) this.#effects.push({ type: "wake-at", at });
    this.#wakeAt = at;
  }
}
