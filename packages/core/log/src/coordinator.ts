import { type Ballot, learn, promiseAll, write } from "./ballots.ts";
import { CatchUp } from "./catch-up.ts";
import type { Action, Outcome } from "./contract.ts";
import type { Exchange } from "./exchange.ts";
import {
  ELECT_TIMEOUT_MS,
  MAX_NUMBER,
  MAX_OUTSTANDING_WRITES,
  WRITE_RESEND_MS,
  WRITE_TIMEOUT_MS,
} from "./limits.ts";
import type { Replica } from "./replica.ts";

type Done = (id: number, outcome: Outcome) => void;

type Write = {
  readonly id: number;
  readonly action: Action;
  readonly ballot: Ballot;
  readonly begunAt: number;
  decided: boolean;
};

export type CoordinatorHost = {
  readonly exchange: Exchange;
  readonly replica: Replica;
  readonly done: Done;
  log(level: "INFO" | "WARNING", text: string): void;
};

/**
 * The writer's side: is elected by the implicit promise of a quorum, fills what it misses, then
 * writes position after position until somebody else is elected. Writes are under way together and
 * are answered in order.
 */
export class Coordinator {
  readonly #host: CoordinatorHost;
  #state: "initial" | "electing" | "elected" = "initial";
  #proposal = 0;
  /** Position of the next write. */
  #index = 0;
  /** Who waits for the election. */
  #electors: number[] = [];
  readonly #writes: Write[] = [];
  #cancelResend: (() => void) | undefined;

  constructor(host: CoordinatorHost) {
    this.#host = host;
  }

  /** Always asks the others: whoever believes to be elected may have been replaced since. */
  elect(id: number): void {
    if (this.#writes.length > 0) {
      const why = "Coordinator already elected, and is currently writing";
      return this.#host.done(id, { type: "refused", why });
    }
    this.#electors.push(id);
    if (this.#state !== "electing") this.#campaign();
  }

  append(id: number, bytes: Uint8Array): void {
    this.#write(id, { type: "APPEND", append: { bytes } });
  }

  truncate(id: number, to: number): void {
    if (!Number.isSafeInteger(to) || to < 0 || to > MAX_NUMBER) {
      return this.#host.done(id, { type: "refused", why: `'${to}' is not a position` });
    }
    this.#write(id, { type: "TRUNCATE", truncate: { to } });
  }

  #campaign(): void {
    const { exchange, replica } = this.#host;
    this.#state = "electing";
    this.#proposal = Math.max(this.#proposal, replica.promised) + 1;
    const ballot = promiseAll(exchange, this.#proposal, (verdict) => {
      cancel();
      if (verdict.type === "accepted") return this.#fillUpTo(verdict.value);
      if (verdict.type === "rejected") {
        this.#proposal = Math.max(this.#proposal, verdict.proposal);
      }
      this.#electionLost();
    });
    const cancel = exchange.after(ELECT_TIMEOUT_MS, () => {
      ballot.close();
      this.#electionLost();
    });
  }

  #fillUpTo(end: number): void {
    const { exchange, replica, log } = this.#host;
    log("INFO", "Coordinator attempting to fill missing positions");
    const missing = replica.missingWithin(0, end);
    new CatchUp(exchange, replica, this.#proposal + 1, missing, () => {
      this.#state = "elected";
      this.#index = end + 1;
      for (const id of this.#takeElectors()) this.#position(id, end);
    });
  }

  #electionLost(): void {
    this.#state = "initial";
    for (const id of this.#takeElectors()) this.#host.done(id, { type: "lost" });
  }

  #takeElectors(): number[] {
    const electors = this.#electors;
    this.#electors = [];
    return electors;
  }

  #write(id: number, what: Pick<Action, "type" | "append" | "truncate">): void {
    const { exchange, done, log } = this.#host;
    if (this.#state !== "elected") return done(id, { type: "lost" });
    if (this.#writes.length >= MAX_OUTSTANDING_WRITES) {
      const why = `${MAX_OUTSTANDING_WRITES} writes wait for a quorum already`;
      return done(id, { type: "refused", why });
    }
    const position = this.#index++;
    const proposal = this.#proposal;
    const action: Action = { position, promised: proposal, performed: proposal, ...what };
    log("INFO", `Coordinator attempting to write ${what.type} action at position ${position}`);
    const ballot = write(exchange, proposal, action, (verdict) => {
      if (verdict.type === "accepted") return this.#decided(entry);
      if (verdict.type === "rejected") this.#proposal = Math.max(proposal, verdict.proposal);
      this.#demote();
    });
    const entry: Write = { id, action, ballot, begunAt: exchange.now, decided: false };
    this.#writes.push(entry);
    this.#cancelResend ??= exchange.after(WRITE_RESEND_MS, () => this.#resend());
  }

  /** All hear what was decided at once; the writers hear of it in the order of their writes. */
  #decided(entry: Write): void {
    entry.decided = true;
    learn(this.#host.exchange, entry.action);
    while (this.#writes[0]?.decided === true) {
      const first = this.#writes.shift() as Write;
      this.#position(first.id, first.action.position);
    }
    if (this.#writes.length === 0) this.#stopResending();
  }

  /** Messages may be lost, and a replica that comes back is to hear of what it missed. */
  #resend(): void {
    if (this.#isOvertaken()) return this.#demote();
    for (const entry of this.#writes) if (!entry.decided) entry.ballot.resend();
    this.#cancelResend = this.#host.exchange.after(WRITE_RESEND_MS, () => this.#resend());
  }

  /**
   * Replicas do not answer a write to a position that they have learned or truncated: whoever is
   * late with one would wait for ever.
   */
  #isOvertaken(): boolean {
    const { exchange, replica } = this.#host;
    return this.#writes.some(
      ({ decided, action, begunAt }) =>
        !decided &&
        (!replica.missing(action.position) || exchange.now - begunAt >= WRITE_TIMEOUT_MS),
    );
  }

  #stopResending(): void {
    this.#cancelResend?.();
    this.#cancelResend = undefined;
  }

  /** Somebody else writes now. What becomes of the writes under way, they decide. */
  #demote(): void {
    this.#state = "initial";
    this.#stopResending();
    for (const { id, ballot } of this.#writes.splice(0)) {
      ballot.close();
      this.#host.done(id, { type: "lost" });
    }
  }

  #position(id: number, position: number): void {
    this.#host.done(id, { type: "position", position });
  }
}
