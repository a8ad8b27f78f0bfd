import type { replicatedLog } from "@mesos-ts/protos";
import type { Action, Restored, Status, StoredPosition } from "./contract.ts";
import { MAX_NUMBER, MAX_PARKED_LOADS } from "./limits.ts";
import type { LogMessage } from "./messages.ts";
import { PositionSet } from "./position-set.ts";
import {
  ignoredPromise,
  ignoredWrite,
  rejectedPromise,
  rejectedWrite,
  tombstone,
} from "./replies.ts";
import type { StoreQueue } from "./store-queue.ts";

export const REPLICA_ID = "log-replica(1)";

/** What the replica asks of the core around it. */
export type ReplicaHost = {
  readonly now: number;
  send(from: string, to: string, message: LogMessage): void;
  /** Reads one stored action; `then` hears undefined if the disk does not have it. */
  load(position: number, then: (action: Action | undefined) => void): void;
  log(level: "INFO" | "WARNING" | "ERROR", text: string): void;
};

/** What decides about a position; the contents stay on disk. */
type Known = Omit<StoredPosition, "position">;

/**
 * One voter. It keeps its promises (`mesos::internal::log::ReplicaProcess`): implicit ones for all
 * positions nobody has written, explicit ones for a single position; it accepts writes that no
 * promise forbids, and learns what was decided. Its answers wait until all they follow from is on
 * disk.
 */
export class Replica {
  status: Status;
  promised: number;
  /** First position that is not truncated. */
  begin = 0;
  /** Last position written. */
  end = 0;
  /** Positions up to `end` of which nothing is known. */
  readonly #holes = new PositionSet();
  /** Positions of which a value may be known, but not whether it was decided. */
  readonly #unlearned = new PositionSet();
  readonly #known = new Map<number, Known>();
  /** First position that may still have a record. */
  #first = 0;
  #parked = 0;
  readonly #queue: StoreQueue;
  readonly #host: ReplicaHost;

  constructor(restored: Restored, queue: StoreQueue, host: ReplicaHost) {
    this.#queue = queue;
    this.#host = host;
    this.status = restored.status;
    this.promised = restored.promised;
    this.#restore(restored.positions);
  }

  #restore(positions: readonly StoredPosition[]): void {
    const learned = new PositionSet();
    for (const { position, ...known } of positions) {
      this.#known.set(position, known);
      if (known.learned === true) learned.add(position);
      else this.#unlearned.add(position);
      this.begin = Math.max(this.begin, known.truncatedTo ?? 0);
      this.end = Math.max(this.end, position);
    }
    this.#first = positions[0]?.position ?? 0;
    // Records that a crash left behind a truncation are gone all the same.
    this.#unlearned.delete(0, this.begin - 1);
    // A new log has one hole, position 0: the first coordinator fills it with a no-op.
    this.#holes.add(this.begin, this.end);
    for (const { from, to } of learned) this.#holes.delete(from, to);
    for (const { from, to } of this.#unlearned) this.#holes.delete(from, to);
    this.#host.log(
      "INFO",
      `Replica recovered with log positions ${this.begin} -> ${this.end} with ` +
        `${this.#holes.size} holes and ${this.#unlearned.size} unlearned`,
    );
  }

  /** Whether it is not known here what was decided at the position. */
  missing(position: number): boolean {
    if (position < this.begin) return false;
    return position > this.end || this.#unlearned.has(position) || this.#holes.has(position);
  }

  missingWithin(from: number, to: number): PositionSet {
    const missing = this.#unlearned.union(this.#holes);
    missing.add(this.end + 1, to);
    return missing.within(from, to);
  }

  /** Changes the status; `then` runs when that is on disk, and only then others see it. */
  update(status: Status, then: () => void): void {
    this.#host.log("INFO", `Updating replica status to ${status}`);
    this.#queue.putMetadata(status, this.promised);
    this.#queue.whenDurable(() => {
      this.status = status;
      this.#host.log("INFO", `Persisted replica status to ${status}`);
      then();
    });
  }

  receive(from: string, message: LogMessage): void {
    switch (message.name) {
      case "PromiseRequest":
        return this.#promise(from, message.body);
      case "WriteRequest":
        return this.#write(from, message.body);
      case "RecoverRequest":
        return this.#recover(from);
      case "LearnedMessage":
        this.#host.log(
          "INFO",
          `Replica received learned notice for position ${message.body.action.position} from ${from}`,
        );
        return this.learn(message.body.action);
      case "PromiseResponse":
      case "WriteResponse":
      case "RecoverResponse":
        return this.#host.log(
          "WARNING",
          `Replica dropped a ${message.name} from ${from}: not asked for`,
        );
      default:
        return message satisfies never;
    }
  }

  #reply(to: string, message: LogMessage): void {
    this.#queue.whenDurable(() => this.#host.send(REPLICA_ID, to, message));
  }

  #promise(from: string, request: replicatedLog.PromiseRequest): void {
    if (this.status !== "VOTING") {
      this.#host.log("INFO", this.#ignoring("promise", from));
      return this.#reply(from, ignoredPromise(request));
    }
    if (!isExact(request.proposal) || !isExact(request.position ?? 0))
      return this.#outOfRange(from);
    if (request.position === undefined) return this.#promiseAll(from, request.proposal);
    this.#host.log(
      "INFO",
      `Replica received explicit promise request from ${from} for position ${request.position} ` +
        `with proposal ${request.proposal}`,
    );
    this.#promiseOne(from, request.proposal, request.position, undefined);
  }

  /** An implicit promise is made only once for each proposal. */
  #promiseAll(from: string, proposal: number): void {
    this.#host.log(
      "INFO",
      `Replica received implicit promise request from ${from} with proposal ${proposal}`,
    );
    if (proposal <= this.promised) {
      this.#host.log("INFO", `Replica denying promise request with proposal ${proposal}`);
      return this.#reply(from, rejectedPromise(this.promised));
    }
    this.promised = proposal;
    this.#queue.putMetadata(this.status, proposal);
    this.#reply(from, {
      name: "PromiseResponse",
      body: { okay: true, type: "ACCEPT", proposal, position: this.end },
    });
  }

  /** `loaded`: the action at the position, where that had to be fetched from disk. */
  #promiseOne(from: string, proposal: number, position: number, loaded: Loaded | undefined): void {
    if (position < this.begin)
      return this.#reply(from, tombstone(proposal, position, this.promised));
    const known = this.#known.get(position);
    if (known === undefined) {
      // An implicit promise covers it: a proposer with a lower (or the same) number could otherwise
      // write here beside the one that was promised.
      if (proposal <= this.promised) return this.#reply(from, rejectedPromise(this.promised));
      this.#put({ position, promised: proposal });
      return this.#reply(from, {
        name: "PromiseResponse",
        body: { okay: true, type: "ACCEPT", proposal, position },
      });
    }
    if (proposal <= known.promised) return this.#reply(from, rejectedPromise(known.promised));
    const action =
      this.#queue.find(position) ?? (loaded?.known === known ? loaded.action : undefined);
    if (action === undefined) return this.#fetchThenPromise(from, proposal, position, known);
    this.#put({ ...action, promised: proposal });
    this.#reply(from, {
      name: "PromiseResponse",
      body: { okay: true, type: "ACCEPT", proposal, action },
    });
  }

  /** The request is taken up again when its position is at hand; much may have changed by then. */
  #fetchThenPromise(from: string, proposal: number, position: number, known: Known): void {
    if (this.#parked >= MAX_PARKED_LOADS) {
      return this.#host.log(
        "WARNING",
        `Replica dropped a promise request from ${from}: too many wait`,
      );
    }
    this.#parked += 1;
    this.#host.load(position, (action) => {
      this.#parked -= 1;
      if (action === undefined && this.#known.get(position) === known && position >= this.begin) {
        const text = `Error getting log record at ${position}: it is not on disk`;
        return this.#host.log("ERROR", text);
      }
      this.#promiseOne(from, proposal, position, action && { known, action });
    });
  }

  #write(from: string, request: replicatedLog.WriteRequest): void {
    const { position, proposal } = request;
    if (this.status !== "VOTING") {
      this.#host.log("INFO", this.#ignoring("write", from));
      return this.#reply(from, ignoredWrite(request));
    }
    if (!isExact(proposal) || !isExact(position) || !hasContents(request)) {
      return this.#outOfRange(from);
    }
    this.#host.log("INFO", `Replica received write request for position ${position} from ${from}`);
    if (position < this.begin) {
      const why = "Attempted to read truncated position";
      return this.#host.log("ERROR", `Error getting log record at ${position}: ${why}`);
    }
    const known = this.#known.get(position);
    const promised = known?.promised ?? this.promised;
    if (proposal < promised) return this.#reply(from, rejectedWrite(promised, position));
    // A learned notice may overtake its write, and what is decided is never overwritten.
    if (known?.learned === true) return;
    this.#put(accepted(request, promised));
    this.#reply(from, {
      name: "WriteResponse",
      body: { okay: true, type: "ACCEPT", proposal, position },
    });
  }

  #recover(from: string): void {
    this.#host.log(
      "INFO",
      `Replica in ${this.status} status received a broadcasted recover request from ${from}`,
    );
    const range = this.status === "VOTING" ? { begin: this.begin, end: this.end } : {};
    this.#reply(from, { name: "RecoverResponse", body: { status: this.status, ...range } });
  }

  /** Keeps what was decided. It can be had again from the others, so the disk may take its time. */
  learn(action: Action): void {
    const { position } = action;
    if (!isExact(position) || action.learned !== true || action.performed === undefined) {
      return this.#host.log(
        "WARNING",
        `Replica dropped a learned notice that says nothing learned`,
      );
    }
    if (position < this.begin || this.#known.get(position)?.learned === true) return;
    this.#queue.putLater(action, this.#host.now);
    this.#note(action);
    this.#unlearned.delete(position);
    const to = truncatedTo(action);
    if (to !== undefined) this.#forgetBelow(to, action.type === "TRUNCATE" ? to : position);
  }

  #put(action: Action): void {
    this.#queue.put(action);
    this.#note(action);
    if (action.learned !== true) this.#unlearned.add(action.position);
  }

  #note(action: Action): void {
    const { position, promised, performed, learned } = action;
    this.#known.set(position, { promised, performed, learned });
    this.#holes.delete(position);
    if (position > this.end) this.#holes.add(this.end + 1, position - 1);
    this.end = Math.max(this.end, position);
    this.#first = Math.min(this.#first, position);
  }

  /** Positions below `to` are truncated; records below `deleteTo` may go. */
  #forgetBelow(to: number, deleteTo: number): void {
    if (to <= this.begin) return;
    this.#holes.delete(0, to - 1);
    this.#unlearned.delete(0, to - 1);
    this.begin = to;
    // Whoever is hit by a hostile TRUNCATE far ahead must not count up to it.
    const last = Math.min(deleteTo, this.end + 1);
    for (let position = this.#first; position < last; position++) this.#known.delete(position);
    this.#first = Math.max(this.#first, last);
    this.#queue.truncate(deleteTo);
  }

  #ignoring(what: string, from: string): string {
    return `Replica ignoring ${what} request from ${from} as it is in ${this.status} status`;
  }

  #outOfRange(from: string): void {
    this.#host.log("WARNING", `Replica dropped a request from ${from} that no writer would send`);
  }
}

type Loaded = { readonly known: Known; readonly action: Action };

const isExact = (number: number): boolean => number >= 0 && number <= MAX_NUMBER;

function hasContents(request: replicatedLog.WriteRequest): boolean {
  switch (request.type) {
    case "NOP":
      return request.nop !== undefined;
    case "APPEND":
      return request.append !== undefined;
    case "TRUNCATE":
      return request.truncate !== undefined && isExact(request.truncate.to);
    default:
      return request.type satisfies never;
  }
}

/**
 * To accept is to promise: a record that kept a lower promise than it performed would let a slow
 * writer with a number between the two undo a decision.
 */
function accepted(request: replicatedLog.WriteRequest, promised: number): Action {
  const { position, proposal, learned, type, append, truncate } = request;
  const action: Action = {
    position,
    promised: Math.max(promised, proposal),
    performed: proposal,
    type,
  };
  if (learned !== undefined) action.learned = learned;
  if (type === "NOP") action.nop = {};
  else if (type === "APPEND") action.append = append;
  else action.truncate = truncate;
  return action;
}

/** Where the log begins if the action is learned and says so. */
export function truncatedTo(action: Action): number | undefined {
  if (action.learned !== true) return undefined;
  if (action.type === "TRUNCATE") return action.truncate?.to;
  // A position that was truncated before it could be learned; the TRUNCATE itself lies behind it.
  if (action.type === "NOP" && action.nop?.tombstone === true) return action.position + 1;
  return undefined;
}
