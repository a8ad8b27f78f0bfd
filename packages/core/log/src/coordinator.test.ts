import { describe, expect, it } from "vitest";
import type { LogCommand, LogEffect, LogEvent, Outcome } from "./contract.ts";
import { ReplicatedLogCore } from "./core.ts";
import {
  ELECT_TIMEOUT_MS,
  MAX_OUTSTANDING_WRITES,
  WRITE_RESEND_MS,
  WRITE_TIMEOUT_MS,
} from "./limits.ts";
import type { LogMessage } from "./messages.ts";

const OTHER = "log-replica(1)@10.0.0.2:5050";

type Sent = Extract<LogEffect, { type: "send" }>;

/** A coordinator with its voting replica, and one other voter whose part the test plays. */
class Pair {
  readonly core = new ReplicatedLogCore({
    address: "10.0.0.1:5050",
    quorum: 2,
    autoInitialize: true,
    seed: 1,
    firstRequest: 1,
  });
  readonly outcomes = new Map<number, Outcome>();
  readonly sent: Sent[] = [];
  now = 0;

  constructor() {
    const restored = { status: "VOTING", promised: 0, positions: [] } as const;
    this.step({ type: "start", restored });
    this.step({ type: "peers", pids: [this.core.pid, OTHER] });
  }

  step(
    event: LogEvent extends infer E ? (E extends LogEvent ? Omit<E, "now"> : never) : never,
  ): void {
    for (const effect of this.core.step({ ...event, now: this.now } as LogEvent)) {
      if (effect.type === "store") this.step({ type: "stored", id: effect.batch.id });
      if (effect.type === "done") this.outcomes.set(effect.id, effect.outcome);
      if (effect.type === "send") this.sent.push(effect);
    }
  }

  command(command: LogCommand): void {
    this.step(command);
  }

  /** The other answers the latest question of a kind. */
  answer(name: LogMessage["name"], message: LogMessage): void {
    const question = this.sent.findLast(({ message: asked }) => asked.name === name);
    const to = `${question?.from}@10.0.0.1:5050`;
    this.step({ type: "message", from: OTHER, to, message });
  }

  elected(): void {
    this.command({ type: "elect", id: 1 });
    this.answer("PromiseRequest", promised(1, 0));
    this.answer("PromiseRequest", {
      name: "PromiseResponse",
      body: { okay: true, type: "ACCEPT", proposal: 2, position: 0 },
    });
    this.answer("WriteRequest", accepted(2, 0));
  }

  append(id: number): void {
    this.command({ type: "append", id, bytes: Buffer.from(`${id}`) });
  }
}

const promised = (proposal: number, position: number): LogMessage => ({
  name: "PromiseResponse",
  body: { okay: true, type: "ACCEPT", proposal, position },
});
const accepted = (proposal: number, position: number): LogMessage => ({
  name: "WriteResponse",
  body: { okay: true, type: "ACCEPT", proposal, position },
});

describe("a coordinator", () => {
  it("is elected by a quorum, after position 0 of a new log was filled", () => {
    const pair = new Pair();
    pair.elected();
    expect(pair.outcomes.get(1)).toEqual({ type: "position", position: 0 });
    expect(pair.sent.map(({ message }) => message)).toEqual([
      { name: "PromiseRequest", body: { proposal: 1 } },
      { name: "PromiseRequest", body: { proposal: 2, position: 0 } },
      { name: "WriteRequest", body: { proposal: 2, position: 0, type: "NOP", nop: {} } },
      expect.objectContaining({ name: "LearnedMessage" }),
    ]);
  });

  it("loses to a higher promise, and goes above it the next time", () => {
    const pair = new Pair();
    pair.command({ type: "elect", id: 1 });
    pair.answer("PromiseRequest", {
      name: "PromiseResponse",
      body: { okay: false, type: "REJECT", proposal: 40 },
    });
    expect(pair.outcomes.get(1)).toEqual({ type: "lost" });
    pair.command({ type: "elect", id: 2 });
    expect(pair.sent.at(-1)?.message.body).toEqual({ proposal: 41 });
  });

  it("gives an election up that nobody answers", () => {
    const pair = new Pair();
    pair.command({ type: "elect", id: 1 });
    pair.now = ELECT_TIMEOUT_MS;
    pair.step({ type: "wake" });
    expect(pair.outcomes.get(1)).toEqual({ type: "lost" });
  });

  it("takes no answer to another proposal for one to its own", () => {
    const pair = new Pair();
    pair.command({ type: "elect", id: 1 });
    pair.answer("PromiseRequest", promised(7, 0));
    expect(pair.outcomes.size).toBe(0);
  });

  it("writes several at a time, and answers them in order", () => {
    const pair = new Pair();
    pair.elected();
    for (const id of [2, 3, 4]) pair.append(id);
    const questions = pair.sent.filter(({ message }) => message.name === "WriteRequest").slice(-3);
    const answer = (index: number): void =>
      pair.step({
        type: "message",
        from: OTHER,
        to: `${questions[index]?.from}@10.0.0.1:5050`,
        message: accepted(1, index + 1),
      });
    answer(2);
    answer(1);
    expect([...pair.outcomes.keys()]).toEqual([1]);
    answer(0);
    expect([...pair.outcomes]).toEqual([
      [1, { type: "position", position: 0 }],
      [2, { type: "position", position: 1 }],
      [3, { type: "position", position: 2 }],
      [4, { type: "position", position: 3 }],
    ]);
  });

  it("is demoted by a refused write, with all that are under way", () => {
    const pair = new Pair();
    pair.elected();
    for (const id of [2, 3]) pair.append(id);
    pair.answer("WriteRequest", {
      name: "WriteResponse",
      body: { okay: false, type: "REJECT", proposal: 9, position: 2 },
    });
    pair.append(4);
    for (const id of [2, 3, 4]) expect(pair.outcomes.get(id)).toEqual({ type: "lost" });
  });

  it("asks again those who did not answer a write", () => {
    const pair = new Pair();
    pair.elected();
    pair.append(2);
    const before = pair.sent.length;
    pair.now += WRITE_RESEND_MS;
    pair.step({ type: "wake" });
    const [again] = pair.sent.slice(before);
    expect(again?.message).toEqual(pair.sent[before - 1]?.message);
    expect(again?.from).not.toBe(pair.sent[before - 1]?.from);
  });

  it("gives a write up that another has decided, or that nobody answers", () => {
    const pair = new Pair();
    pair.elected();
    pair.append(2);
    const action = { position: 1, promised: 9, performed: 9, learned: true, type: "NOP" } as const;
    const message = { name: "LearnedMessage", body: { action: { ...action, nop: {} } } } as const;
    pair.step({ type: "message", from: OTHER, to: pair.core.pid, message });
    pair.now += WRITE_RESEND_MS;
    pair.step({ type: "wake" });
    expect(pair.outcomes.get(2)).toEqual({ type: "lost" });

    const late = new Pair();
    late.elected();
    late.append(2);
    late.now += WRITE_TIMEOUT_MS;
    late.step({ type: "wake" });
    expect(late.outcomes.get(2)).toEqual({ type: "lost" });
  });

  it("refuses more writes than it can keep, an election while writing, and no position", () => {
    const pair = new Pair();
    pair.elected();
    for (let id = 2; id < MAX_OUTSTANDING_WRITES + 3; id++) pair.append(id);
    expect(pair.outcomes.get(MAX_OUTSTANDING_WRITES + 2)).toMatchObject({ type: "refused" });
    pair.command({ type: "elect", id: 9_000 });
    expect(pair.outcomes.get(9_000)).toEqual({
      type: "refused",
      why: "Coordinator already elected, and is currently writing",
    });
    pair.command({ type: "truncate", id: 9_001, to: -1 });
    expect(pair.outcomes.get(9_001)).toEqual({ type: "refused", why: "'-1' is not a position" });
  });
});
