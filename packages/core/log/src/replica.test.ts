import { describe, expect, it } from "vitest";
import type { Action, LogEffect, Restored, StoredPosition } from "./contract.ts";
import { ReplicatedLogCore } from "./core.ts";
import type { LogMessage } from "./messages.ts";
import { truncatedTo } from "./replica.ts";

const PEER = "__req_res__(7)@10.0.0.9:5050";

/** A voter with some records; its disk answers when told to. */
class Voter {
  readonly core: ReplicatedLogCore;
  readonly disk: Action[];
  readonly lines: string[] = [];
  effects: LogEffect[];

  constructor(actions: Action[] = [], restored: Partial<Restored> = {}) {
    this.disk = actions;
    this.core = new ReplicatedLogCore({
      address: "10.0.0.1:5050",
      quorum: 2,
      autoInitialize: true,
      seed: 1,
      firstRequest: 1,
    });
    const positions = actions.map((action): StoredPosition => {
      const { position, promised, performed, learned } = action;
      return { position, promised, performed, learned, truncatedTo: truncatedTo(action) };
    });
    const start = { status: "VOTING", promised: 5, positions, ...restored } as const;
    this.effects = this.core.step({ type: "start", now: 0, restored: start });
  }

  hear(message: LogMessage): void {
    const to = this.core.pid;
    this.effects = this.core.step({ type: "message", now: 1, from: PEER, to, message });
    this.#load();
  }

  /** Answers a `load`, after which the request goes on. */
  #load(): void {
    const load = this.effects.find((effect) => effect.type === "load");
    if (load === undefined) return;
    const actions = this.disk.filter(({ position }) => position === load.from);
    this.effects = this.core.step({ type: "loaded", now: 1, id: load.id, actions });
  }

  /** What waits for the disk, then what leaves once it is there. */
  get stored(): Action[] {
    const store = this.effects.find((effect) => effect.type === "store");
    return store === undefined ? [] : [...store.batch.actions];
  }

  sent(): LogMessage[] {
    const store = this.effects.find((effect) => effect.type === "store");
    const before = this.effects.filter((effect) => effect.type === "send");
    if (store !== undefined) {
      expect(before, "an answer left before its record was on disk").toEqual([]);
      this.effects = this.core.step({ type: "stored", now: 2, id: store.batch.id });
    }
    return this.effects.filter((effect) => effect.type === "send").map(({ message }) => message);
  }
}

const promise = (proposal: number, position?: number): LogMessage => ({
  name: "PromiseRequest",
  body: position === undefined ? { proposal } : { proposal, position },
});
const bytes = Buffer.from("x");
const write = (proposal: number, position: number): LogMessage => ({
  name: "WriteRequest",
  body: { proposal, position, type: "APPEND", append: { bytes } },
});
const appended = (position: number, promised: number, learned?: true): Action => ({
  position,
  promised,
  performed: promised,
  ...(learned === undefined ? {} : { learned }),
  type: "APPEND",
  append: { bytes },
});
const truncation = (position: number, to: number): Action => ({
  position,
  promised: 5,
  performed: 5,
  learned: true,
  type: "TRUNCATE",
  truncate: { to },
});
const ACCEPT = { okay: true, type: "ACCEPT" };
const REJECT = { okay: false, type: "REJECT" };

describe("a promise of all positions", () => {
  it.each([
    ["above the last is given", 6, { ...ACCEPT, proposal: 6, position: 3 }],
    ["equal to the last is refused", 5, { ...REJECT, proposal: 5 }],
    ["below the last is refused", 4, { ...REJECT, proposal: 5 }],
  ])("%s", (_, proposal, body) => {
    const voter = new Voter([appended(3, 5)]);
    voter.hear(promise(proposal));
    expect(voter.sent()).toEqual([{ name: "PromiseResponse", body }]);
  });
});

describe("a promise of one position", () => {
  const action = appended(3, 6);
  it.each([
    ["nobody wrote, above the last", 8, 7, { ...ACCEPT, proposal: 8, position: 7 }],
    ["nobody wrote, not above the last", 5, 7, { ...REJECT, proposal: 5 }],
    ["that is written, above its promise", 7, 3, { ...ACCEPT, proposal: 7, action }],
    ["that is written, not above its promise", 6, 3, { ...REJECT, proposal: 6 }],
  ])("%s", (_, proposal, position, body) => {
    const voter = new Voter([action]);
    voter.hear(promise(proposal, position));
    expect(voter.sent()).toEqual([{ name: "PromiseResponse", body }]);
  });

  it("that is truncated is answered with a learned no-op", () => {
    const voter = new Voter([truncation(4, 3)]);
    voter.hear(promise(9, 1));
    const nop = { position: 1, promised: 5, performed: 5, learned: true, type: "NOP" };
    expect(voter.sent()).toEqual([
      {
        name: "PromiseResponse",
        body: { ...ACCEPT, proposal: 9, action: { ...nop, nop: { tombstone: true } } },
      },
    ]);
  });

  it("raises the record's promise and keeps the rest", () => {
    const voter = new Voter([action]);
    voter.hear(promise(7, 3));
    expect(voter.stored).toEqual([{ ...action, promised: 7 }]);
  });

  it("of a record that the disk has lost is not given", () => {
    const voter = new Voter([action]);
    voter.disk.length = 0;
    voter.hear(promise(7, 3));
    expect(voter.sent()).toEqual([]);
    expect(voter.effects).toContainEqual({
      type: "log",
      level: "ERROR",
      text: "Error getting log record at 3: it is not on disk",
    });
  });
});

describe("a write", () => {
  it.each([
    ["at a new position by whom was promised", 5, 4, ACCEPT, 5],
    ["at a new position by a later one", 6, 4, ACCEPT, 6],
    ["at a new position by an earlier one", 4, 4, REJECT, 5],
    ["over one not learned, by whom was promised", 7, 3, ACCEPT, 7],
    ["over one not learned, by an earlier one", 6, 3, REJECT, 7],
  ])("%s", (_, proposal, position, verdict, answered) => {
    const voter = new Voter([appended(3, 7)]);
    voter.hear(write(proposal, position));
    const body = { ...verdict, proposal: answered, position };
    expect(voter.sent()).toEqual([{ name: "WriteResponse", body }]);
  });

  it("is a promise, too: a slower writer between the two numbers is refused", () => {
    const voter = new Voter();
    voter.hear(write(9, 4));
    expect(voter.stored).toEqual([{ ...appended(4, 9), promised: 9 }]);
    voter.sent();
    voter.hear(write(7, 4));
    expect(voter.sent()).toEqual([
      { name: "WriteResponse", body: { ...REJECT, proposal: 9, position: 4 } },
    ]);
  });

  it.each([
    ["over what is learned", [appended(3, 5, true)], write(9, 3)],
    ["below the truncation", [truncation(4, 3)], write(9, 1)],
    [
      "without contents",
      [],
      { name: "WriteRequest", body: { proposal: 9, position: 4, type: "APPEND" } } as const,
    ],
    ["beyond exact numbers", [], write(2 ** 53, 4)],
  ])("%s is not answered", (_, actions, request) => {
    const voter = new Voter([...actions]);
    voter.hear(request);
    expect([voter.stored, voter.sent()]).toEqual([[], []]);
  });
});

describe("a replica that does not vote", () => {
  it.each([
    ["promise", promise(9), { okay: false, type: "IGNORED", proposal: 9 }],
    ["write", write(9, 4), { okay: false, type: "IGNORED", proposal: 9, position: 4 }],
    ["recovery", { name: "RecoverRequest", body: {} } as const, { status: "RECOVERING" }],
  ])("says so to a %s", (_, request, body) => {
    const voter = new Voter([], { status: "RECOVERING" });
    voter.hear(request);
    expect(voter.sent()).toEqual([expect.objectContaining({ body })]);
  });
});

describe("a voter that is asked for its range", () => {
  it("gives what is left after truncations, of a restart too", () => {
    const voter = new Voter([appended(1, 5, true), appended(6, 5, true), truncation(7, 6)]);
    voter.hear({ name: "RecoverRequest", body: {} });
    expect(voter.sent()).toEqual([
      { name: "RecoverResponse", body: { status: "VOTING", begin: 6, end: 7 } },
    ]);
  });

  it("has learned of a truncation at once, and stores it when there is time", () => {
    const voter = new Voter([appended(1, 5, true), appended(2, 5, true)]);
    voter.hear({ name: "LearnedMessage", body: { action: truncation(3, 2) } });
    expect(voter.stored).toEqual([]);
    expect([voter.core.beginning, voter.core.ending]).toEqual([2, 3]);
    const [wake] = voter.effects.filter((effect) => effect.type === "wake-at");
    const later = voter.core.step({ type: "wake", now: wake?.at ?? 0 });
    expect(later).toContainEqual({
      type: "store",
      batch: { id: 1, metadata: undefined, actions: [truncation(3, 2)], truncateTo: 2 },
    });
  });

  it.each([
    ["that is not learned", { ...appended(4, 5) }],
    ["without an action", { position: 4, promised: 5, learned: true }],
  ])("drops a learned notice %s", (_, action) => {
    const voter = new Voter();
    voter.hear({ name: "LearnedMessage", body: { action } });
    expect(voter.core.ending).toBe(0);
  });
});
