import { createRandom, type Random, unwrap } from "@mesos-ts/base";
import {
  type CoordinatorEffect,
  Database,
  type LogRecord,
  type Request,
} from "@mesos-ts/zookeeper";
import { describe, expect, it } from "vitest";
import { type Journal, openJournal } from "./journal.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { ask, create, readReply, withClient } from "./test-coordinator.ts";

const SEEDS = 150;
const LIVES = 6;
const REQUESTS_PER_LIFE = 60;
const PATHS = ["/a", "/b", "/c"];

class PowerCut extends Error {}

type Send = Extract<CoordinatorEffect, { type: "send" }>;
type Asked = { readonly request: Request; readonly invokedAt: number };

/** What a client was told: when it asked, when it heard, and which state of the world it saw. */
type Heard = Asked & {
  readonly heardAt: number;
  readonly zxid: bigint;
  readonly value: string | undefined;
};

const describeTree = (database: Database): unknown => ({
  nodes: database.tree.entries().map(([path, node]) => ({
    path,
    ...node,
    data: node.data?.toString("latin1"),
    children: [...node.children].sort(),
  })),
  sessions: [...database.sessions],
  lastZxid: database.lastZxid,
});

/** The transactions that are the truth, whatever the disk did: those the server may remember. */
function rebuilt(records: readonly LogRecord[]): Database {
  const database = new Database();
  for (const record of records) database.apply(record);
  return database;
}

/** One machine whose power is cut at random, again and again. */
class World {
  readonly random: Random;
  readonly disk = new MemoryDisk();
  readonly heard: Heard[] = [];
  /** Every transaction that may still be on the disk, in order. */
  records: LogRecord[] = [];
  #time = 0;
  #counter = 0;

  constructor(seed: number) {
    this.random = createRandom(seed);
  }

  /** Starts, serves until the power is cut, and leaves what is left on the disk. */
  async live(): Promise<void> {
    this.disk.onOperation = () => {};
    const breathe = async (): Promise<void> => {};
    const options = { snapCount: 5 + this.random.int(20), snapRetainCount: 2, breathe };
    const { journal, database } = unwrap(await openJournal(this.disk, options));
    this.#check(database);
    let operations = this.random.int(120);
    this.disk.onOperation = () => {
      operations--;
      if (operations < 0) throw new PowerCut();
    };
    try {
      await this.#serve(withClient(database), journal);
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
    }
    this.disk.crash(this.random);
  }

  async #serve(
    { coordinator, opening }: ReturnType<typeof withClient>,
    journal: Journal,
  ): Promise<void> {
    let group: LogRecord[] = [];
    let held: { send: Send; asked: Asked }[] = [];
    const take = (effects: readonly CoordinatorEffect[], asked: Asked): void => {
      for (const effect of effects) {
        if (effect.type === "persist") group.push(effect.record);
        if (effect.type === "send") held.push({ send: effect, asked });
      }
    };
    const flush = async (): Promise<void> => {
      this.records.push(...group);
      await journal.append(group);
      for (const { send, asked } of held) this.#hear(send, asked);
      group = [];
      held = [];
      if (journal.wantsSnapshot) await journal.snapshot(coordinator.database);
    };
    take(opening, { request: { op: "ping" }, invokedAt: this.#time });
    for (let index = 1; index <= REQUESTS_PER_LIFE; index++) {
      const asked = { request: this.#request(), invokedAt: this.#tick() };
      take(ask(coordinator, index, asked.request), asked);
      if (this.random.int(4) === 0) await flush();
    }
    await flush();
  }

  #tick(): number {
    this.#time++;
    return this.#time;
  }

  #request(): Request {
    const path = this.random.pick(PATHS);
    this.#counter++;
    const data = Buffer.from(`${this.#counter}${"x".repeat(this.random.int(900))}`);
    switch (this.random.int(6)) {
      case 0:
        return create(path, data);
      case 1:
        return { op: "delete", path, version: -1 };
      case 2:
        return { op: "multi", requests: [{ op: "setData", path, data, version: -1 }] };
      case 3:
        return { op: "setData", path, data, version: -1 };
      default:
        return { op: "getData", path, watch: false };
    }
  }

  #hear(send: Send, asked: Asked): void {
    if (asked.request.op === "ping") return;
    const reply = readReply(send.bytes, asked.request.op);
    const { response } = reply;
    const value = response?.op === "getData" ? response.data?.toString() : undefined;
    this.heard.push({ ...asked, heardAt: this.#tick(), zxid: reply.zxid, value });
  }

  /** Nothing acknowledged is forgotten, and what is remembered happened, all of it, in order. */
  #check(database: Database): void {
    const acknowledged = this.heard.reduce((most, { zxid }) => (zxid > most ? zxid : most), 0n);
    expect(database.lastZxid).toBeGreaterThanOrEqual(acknowledged);
    this.records = this.records.filter(({ header }) => header.zxid <= database.lastZxid);
    expect(describeTree(database)).toEqual(describeTree(rebuilt(this.records)));
  }
}

/**
 * Histories are linearizable: each answer is that of one state (the one of its zxid), and no
 * answer shows a state older than one that was shown before it was asked for.
 */
function checkLinearizable(heard: readonly Heard[], records: readonly LogRecord[]): void {
  let newest = 0n;
  const byHearing = [...heard].sort((a, b) => a.heardAt - b.heardAt);
  const byAsking = [...heard].sort((a, b) => a.invokedAt - b.invokedAt);
  let next = 0;
  for (const answer of byAsking) {
    for (; (byHearing[next]?.heardAt ?? Number.POSITIVE_INFINITY) < answer.invokedAt; next++) {
      const zxid = byHearing[next]?.zxid ?? 0n;
      if (zxid > newest) newest = zxid;
    }
    expect(answer.zxid).toBeGreaterThanOrEqual(newest);
  }
  const reads = heard.filter(({ request }) => request.op === "getData");
  const inOrder = [...reads].sort((a, b) => (a.zxid < b.zxid ? -1 : 1));
  const state = new Database();
  let applied = 0;
  for (const { request, zxid, value } of inOrder) {
    for (; (records[applied]?.header.zxid ?? zxid + 1n) <= zxid; applied++) {
      const record = records[applied];
      if (record !== undefined) state.apply(record);
    }
    const path = request.op === "getData" ? request.path : "";
    expect({ path, zxid, value }).toEqual({
      path,
      zxid,
      value: state.tree.get(path)?.data?.toString(),
    });
  }
}

describe("a server whose power is cut", () => {
  it(`remembers what it acknowledged, and its histories are linearizable (${SEEDS} seeds)`, async () => {
    let answers = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const world = new World(seed);
      for (let life = 0; life < LIVES; life++) await world.live();
      checkLinearizable(world.heard, world.records);
      answers += world.heard.length;
    }
    expect(answers).toBeGreaterThan(SEEDS * REQUESTS_PER_LIFE);
  });
});
