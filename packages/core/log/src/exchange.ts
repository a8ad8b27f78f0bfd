import type { LogMessage } from "./messages.ts";
import { REPLICA_ID } from "./replica.ts";
import { Timers } from "./timers.ts";

const NETWORK_ID = "log-network(1)";

type Answer = (message: LogMessage) => void;

/** Sends; a message to this process itself is delivered by the core. */
type Send = (from: string, to: string, message: LogMessage) => void;

/**
 * Questions to the group and their answers. Every question to every replica has a process of its
 * own, `__req_res__(N)`, so an answer belongs to one question and counts once.
 */
export class Exchange {
  readonly quorum: number;
  readonly timers = new Timers();
  readonly #send: Send;
  readonly #random: () => number;
  #peers: readonly string[] = [];
  #now = 0;
  #nextRequest: number;
  readonly #open = new Map<number, Answer>();
  readonly #rounds = new Set<Round>();

  readonly #closed: (ids: readonly string[]) => void;

  constructor(options: {
    readonly quorum: number;
    readonly firstRequest: number;
    readonly send: Send;
    /** Nobody waits for an answer to these any longer. */
    readonly closed: (ids: readonly string[]) => void;
    readonly random: () => number;
  }) {
    this.quorum = options.quorum;
    this.#nextRequest = options.firstRequest;
    this.#send = options.send;
    this.#closed = options.closed;
    this.#random = options.random;
  }

  get now(): number {
    return this.#now;
  }

  get peers(): readonly string[] {
    return this.#peers;
  }

  /** What became of the time while nothing happened. */
  advance(now: number): void {
    this.#now = Math.max(this.#now, now);
    this.timers.runDue(this.#now);
  }

  after(delayMs: number, run: () => void): () => void {
    return this.timers.set(this.#now + delayMs, run);
  }

  /** After once to twice `delayMs`, so that two who met do not meet again. */
  afterRandom(delayMs: number, run: () => void): () => void {
    return this.after(delayMs * (1 + this.#random()), run);
  }

  setPeers(peers: readonly string[]): void {
    this.#peers = [...new Set(peers)];
    for (const round of [...this.#rounds]) round.peersChanged();
  }

  /** Tells every replica; nobody answers. */
  tell(message: LogMessage): void {
    for (const peer of this.#peers) this.#send(NETWORK_ID, peer, message);
  }

  /** Asks every replica as soon as there are enough of them for a quorum. */
  ask(message: LogMessage, answer: (message: LogMessage) => void): Round {
    const round = new Round(this, message, answer);
    this.#rounds.add(round);
    round.peersChanged();
    return round;
  }

  /** An answer to `__req_res__(N)`; one that nobody waits for any longer is dropped. */
  receive(to: string, message: LogMessage): void {
    const number = /^__req_res__\((\d+)\)$/.exec(to)?.[1];
    if (number !== undefined) this.#open.get(Number(number))?.(message);
  }

  question(peer: string, message: LogMessage, answer: Answer): number {
    const number = this.#nextRequest++;
    this.#open.set(number, answer);
    this.#send(requestId(number), peer, message);
    return number;
  }

  forget(round: Round, numbers: readonly number[]): void {
    this.#rounds.delete(round);
    for (const number of numbers) this.#open.delete(number);
    if (numbers.length > 0) this.#closed(numbers.map(requestId));
  }
}

/** One question to all; each replica's first answer counts. */
export class Round {
  readonly #exchange: Exchange;
  readonly #message: LogMessage;
  readonly #answer: (message: LogMessage) => void;
  readonly #numbers: number[] = [];
  readonly #asked = new Set<string>();
  readonly #answered = new Set<string>();

  constructor(exchange: Exchange, message: LogMessage, answer: Answer) {
    this.#exchange = exchange;
    this.#message = message;
    this.#answer = answer;
  }

  /** Whether everybody who was asked has answered. */
  get complete(): boolean {
    return this.#asked.size > 0 && this.#answered.size === this.#asked.size;
  }

  peersChanged(): void {
    const { peers, quorum } = this.#exchange;
    if (this.#asked.size > 0 || peers.length < quorum) return;
    for (const peer of peers) this.#ask(peer);
  }

  /** Asks those again who have not answered, and those who have joined. */
  resend(): void {
    if (this.#asked.size === 0) return;
    for (const peer of this.#exchange.peers) if (!this.#answered.has(peer)) this.#ask(peer);
  }

  close(): void {
    this.#exchange.forget(this, this.#numbers);
  }

  #ask(peer: string): void {
    this.#asked.add(peer);
    const number = this.#exchange.question(peer, this.#message, (message) => {
      if (this.#answered.has(peer)) return;
      this.#answered.add(peer);
      this.#answer(message);
    });
    this.#numbers.push(number);
  }
}

const requestId = (number: number): string => `__req_res__(${number})`;

export const replicaPid = (address: string): string => `${REPLICA_ID}@${address}`;
