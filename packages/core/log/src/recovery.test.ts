import { describe, expect, it } from "vitest";
import type { LogEffect, LogEvent, Status } from "./contract.ts";
import { ReplicatedLogCore } from "./core.ts";
import { RECOVER_RETRY_MS, RECOVER_TIMEOUT_MS } from "./limits.ts";
import type { LogMessage } from "./messages.ts";

const OTHERS = ["log-replica(1)@10.0.0.2:5050", "log-replica(1)@10.0.0.3:5050"];

type Untimed = LogEvent extends infer E ? (E extends LogEvent ? Omit<E, "now"> : never) : never;
type Sent = Extract<LogEffect, { type: "send" }>;

/** A replica that does not vote yet, in a group of three; the test plays the other two. */
class Newcomer {
  readonly core: ReplicatedLogCore;
  readonly written: { status: Status; promised: number }[] = [];
  readonly lines: string[] = [];
  isRecovered = false;
  now = 0;
  #asked: Sent[] = [];

  constructor(status: Status, autoInitialize = true) {
    this.core = new ReplicatedLogCore({
      address: "10.0.0.1:5050",
      quorum: 2,
      autoInitialize,
      seed: 1,
      firstRequest: 1,
    });
    this.step({ type: "start", restored: { status, promised: 0, positions: [] } });
    this.step({ type: "peers", pids: [this.core.pid, ...OTHERS] });
  }

  step(event: Untimed): void {
    for (const effect of this.core.step({ ...event, now: this.now } as LogEvent)) {
      if (effect.type === "send") this.#asked.push(effect);
      if (effect.type === "recovered") this.isRecovered = true;
      if (effect.type === "log") this.lines.push(effect.text);
      if (effect.type !== "store") continue;
      if (effect.batch.metadata !== undefined) this.written.push(effect.batch.metadata);
      this.step({ type: "stored", id: effect.batch.id });
    }
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    this.step({ type: "wake" });
  }

  /** What was asked since the last time, which the other two answer with these, in their order. */
  answered(...answers: LogMessage[]): LogMessage[] {
    const asked = this.#asked;
    this.#asked = [];
    for (const { from, to } of asked) {
      const message = answers[OTHERS.indexOf(to)];
      if (message === undefined) continue;
      this.step({ type: "message", from: to, to: `${from}@10.0.0.1:5050`, message });
    }
    return asked.map(({ message }) => message);
  }
}

const is = (status: Status, begin?: number, end?: number): LogMessage => ({
  name: "RecoverResponse",
  body: begin === undefined ? { status } : { status, begin, end },
});
const promised = (proposal: number): LogMessage => ({
  name: "PromiseResponse",
  body: { okay: false, type: "REJECT", proposal },
});

describe("what a replica becomes", () => {
  it.each<[Status, Status, Status, Status[]]>([
    ["EMPTY", "EMPTY", "EMPTY", ["STARTING"]],
    ["EMPTY", "EMPTY", "STARTING", ["STARTING"]],
    ["STARTING", "STARTING", "VOTING", ["VOTING"]],
    ["EMPTY", "EMPTY", "VOTING", []],
    ["STARTING", "EMPTY", "STARTING", []],
    ["EMPTY", "VOTING", "VOTING", ["RECOVERING"]],
    ["STARTING", "VOTING", "VOTING", ["RECOVERING"]],
    ["RECOVERING", "VOTING", "VOTING", ["RECOVERING"]],
    ["RECOVERING", "VOTING", "EMPTY", []],
  ])("%s, beside %s and %s: %j", (own, second, third, expected) => {
    const replica = new Newcomer(own);
    const range = (status: Status) => (status === "VOTING" ? is(status, 0, 0) : is(status));
    replica.answered(range(second), range(third));
    expect(replica.written.map(({ status }) => status)).toEqual(expected);
    expect(replica.isRecovered).toBe(expected.includes("VOTING"));
  });

  it("is nothing without auto-initialization, and the operator hears what to do", () => {
    const replica = new Newcomer("EMPTY", false);
    replica.answered(is("EMPTY"), is("EMPTY"));
    expect(replica.written).toEqual([]);
    expect(replica.lines.at(-1)).toContain("mesos-log initialize --path=<PATH>");
  });
});

describe("a replica that catches up", () => {
  it("learns all that was decided, then takes over the highest promise, then votes", () => {
    const replica = new Newcomer("EMPTY");
    replica.answered(is("VOTING", 3, 3), is("VOTING", 3, 3));
    const action = {
      position: 3,
      promised: 6,
      performed: 6,
      learned: true,
      type: "APPEND",
      append: { bytes: Buffer.from("x") },
    } as const;
    const learned: LogMessage = {
      name: "PromiseResponse",
      body: { okay: true, type: "ACCEPT", proposal: 0, action },
    };
    const [fill] = replica.answered(learned, learned);
    expect(fill).toEqual({ name: "PromiseRequest", body: { proposal: 0, position: 3 } });
    expect(replica.isRecovered).toBe(false);
    const asked = replica.answered(promised(7), promised(9));
    expect(asked).toContainEqual({ name: "PromiseRequest", body: { proposal: 0 } });
    expect(replica.isRecovered).toBe(true);
    expect(replica.written.at(-1)).toEqual({ status: "VOTING", promised: 9 });
    expect(replica.core.ending).toBe(3);
  });
});

describe("a replica that is not answered", () => {
  it("asks again: soon when all have answered in vain, later when they have not", () => {
    const replica = new Newcomer("EMPTY");
    expect(replica.answered(is("EMPTY"), is("VOTING", 0, 0))).toHaveLength(2);
    replica.pass(2 * RECOVER_RETRY_MS);
    expect(replica.answered(is("EMPTY"))).toHaveLength(2);
    replica.pass(2 * RECOVER_RETRY_MS);
    expect(replica.answered()).toHaveLength(0);
    replica.pass(RECOVER_TIMEOUT_MS);
    expect(replica.answered(is("EMPTY"), is("EMPTY"))).toHaveLength(2);
    expect(replica.written).toEqual([{ status: "STARTING", promised: 0 }]);
  });
});
