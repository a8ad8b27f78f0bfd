import { Buffer } from "node:buffer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LibprocessMessage, LibprocessNetwork } from "./libprocess.ts";

/** A network under test. */
export type NetworkUnderTest = {
  /** A new node; the network closes it at the end if the test has not. */
  createNode(): Promise<LibprocessNetwork>;
  /** An address where nothing listens. */
  unusedAddress(): Promise<string>;
  close(): Promise<void>;
};

/** What a process saw, in order, with a way to wait for it. */
class Recorder {
  readonly messages: LibprocessMessage[] = [];
  readonly exits: string[] = [];
  #waiting: (() => void)[] = [];

  message(message: LibprocessMessage): void {
    this.messages.push({ ...message, body: Buffer.from(message.body) });
    this.#wake();
  }

  exited(pid: string): void {
    this.exits.push(pid);
    this.#wake();
  }

  async until(ready: () => boolean): Promise<void> {
    while (!ready()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const EMPTY = Buffer.alloc(0);

/** What every `LibprocessNetwork` must do. */
export function libprocessCompliance(name: string, open: () => Promise<NetworkUnderTest>): void {
  describe(`libprocess network: ${name}`, () => {
    let network: NetworkUnderTest;
    let a: LibprocessNetwork;
    let b: LibprocessNetwork;
    let inA: Recorder;
    let inB: Recorder;

    beforeEach(async () => {
      network = await open();
      a = await network.createNode();
      b = await network.createNode();
      inA = new Recorder();
      inB = new Recorder();
      a.register("alice", inA);
      b.register("bob(1)", inB);
    });
    afterEach(() => network.close());

    const bob = () => `bob(1)@${b.address}`;
    /** A message there and back: whatever was sent before it has been delivered. */
    const roundTrip = async () => {
      const before = inB.messages.length;
      a.send("alice", bob(), "fence", EMPTY);
      await inB.until(() => inB.messages.slice(before).some((m) => m.name === "fence"));
      const replies = inA.messages.length;
      b.send("bob(1)", `alice@${a.address}`, "fence", EMPTY);
      await inA.until(() => inA.messages.slice(replies).some((m) => m.name === "fence"));
    };

    it("delivers sender, receiver, name and body", async () => {
      expect(a.send("alice", bob(), "pkg.Hello", Buffer.from([0, 255, 10, 13]))).toBe(true);
      await inB.until(() => inB.messages.length === 1);
      expect(inB.messages[0]).toEqual({
        from: `alice@${a.address}`,
        to: "bob(1)",
        name: "pkg.Hello",
        body: Buffer.from([0, 255, 10, 13]),
      });
    });

    it("delivers nothing inside the call that sends", async () => {
      a.send("alice", `alice@${a.address}`, "self", EMPTY);
      a.send("alice", bob(), "other", EMPTY);
      expect(inA.messages.length + inB.messages.length).toBe(0);
      await inA.until(() => inA.messages.length === 1);
      await inB.until(() => inB.messages.length === 1);
    });

    it("keeps the order of many messages of many sizes", async () => {
      const count = 3000;
      const sizeOf = (i: number) => (i % 500 === 0 ? 100_000 : i % 70);
      for (let i = 0; i < count; i += 1) {
        a.send("alice", bob(), `m${i}`, Buffer.alloc(sizeOf(i), i % 256));
      }
      await inB.until(() => inB.messages.length === count);
      inB.messages.forEach((message, i) => {
        expect(message.name).toBe(`m${i}`);
        expect(message.body.equals(Buffer.alloc(sizeOf(i), i % 256))).toBe(true);
      });
    });

    it("drops messages to processes that are not there", async () => {
      a.send("alice", `nobody@${b.address}`, "lost", EMPTY);
      a.send("alice", `nobody@${a.address}`, "lost", EMPTY);
      await roundTrip();
      expect(inB.messages.map((m) => m.name)).toEqual(["fence"]);
    });

    it("sends on behalf of nobody, and of an address as a whole", async () => {
      a.send("", bob(), "anonymous", EMPTY);
      await inB.until(() => inB.messages.length === 1);
      expect(inB.messages[0]?.from).toBe(`@${a.address}`);
    });

    it("refuses what cannot be addressed", () => {
      expect(a.send("alice", "bob(1)", "lost", EMPTY)).toBe(false);
      expect(a.send("alice", "bob(1)@nowhere", "lost", EMPTY)).toBe(false);
      expect(a.send("al ice", bob(), "lost", EMPTY)).toBe(false);
      expect(a.send("alice", bob(), "two words", EMPTY)).toBe(false);
      expect(a.send("alice", bob(), "a\r\nb: c", EMPTY)).toBe(false);
    });

    it("refuses a second process with one id, and lists the ids", () => {
      expect(() => a.register("alice", inA)).toThrow(/already registered/);
      expect(() => a.register("al ice", inA)).toThrow(/cannot be a process id/);
      a.register("amy", inA);
      expect(a.processIds()).toEqual(["alice", "amy"]);
      a.unregister("alice");
      expect(a.processIds()).toEqual(["amy"]);
    });

    it("raises exited once per link when the peer dies, for all links to its address", async () => {
      a.link("alice", bob());
      a.link("alice", bob());
      a.link("alice", `ghost@${b.address}`);
      await roundTrip();
      expect(inA.exits).toEqual([]);
      await b.close();
      await inA.until(() => inA.exits.length === 2);
      expect(inA.exits).toEqual([bob(), `ghost@${b.address}`]);
      a.link("alice", bob());
      await inA.until(() => inA.exits.length === 3);
      expect(inA.exits[2]).toBe(bob());
    });

    it("raises exited when nobody listens at the address, and drops the messages", async () => {
      const pid = `nobody@${await network.unusedAddress()}`;
      a.send("alice", pid, "lost", EMPTY);
      a.link("alice", pid);
      a.send("alice", pid, "lost", EMPTY);
      await inA.until(() => inA.exits.length === 1);
      expect(inA.exits).toEqual([pid]);
      await roundTrip();
      expect(inA.exits).toEqual([pid]);
    });

    it("raises exited for a link to something that is not a pid", async () => {
      a.link("alice", "nonsense");
      await inA.until(() => inA.exits.length === 1);
      expect(inA.exits).toEqual(["nonsense"]);
    });

    it("does not notice a process that is missing where an address is not", async () => {
      a.link("alice", `ghost@${b.address}`);
      await roundTrip();
      expect(inA.exits).toEqual([]);
    });

    it("raises exited for local processes that are missing or leave", async () => {
      const inC = new Recorder();
      a.register("carol", inC);
      a.link("alice", `ghost@${a.address}`);
      await inA.until(() => inA.exits.length === 1);
      a.link("alice", `carol@${a.address}`);
      a.unregister("carol");
      await inA.until(() => inA.exits.length === 2);
      expect(inA.exits).toEqual([`ghost@${a.address}`, `carol@${a.address}`]);
    });

    it("raises nothing after unlink, and nothing for others' incoming links", async () => {
      const inC = new Recorder();
      a.register("carol", inC);
      a.link("alice", bob());
      a.link("carol", bob());
      b.link("bob(1)", `alice@${a.address}`);
      await roundTrip();
      a.unlink("alice", bob());
      await b.close();
      await inC.until(() => inC.exits.length === 1);
      expect(inA.exits).toEqual([]);
      expect(inC.exits).toEqual([bob()]);
    });

    it("raises nothing for a process that has left", async () => {
      const inC = new Recorder();
      a.register("carol", inC);
      a.link("carol", bob());
      a.link("alice", bob());
      await roundTrip();
      a.unregister("carol");
      await b.close();
      await inA.until(() => inA.exits.length === 1);
      expect(inC.exits).toEqual([]);
    });

    it("relinks over a new connection without an exited event and without losing messages", async () => {
      a.link("alice", bob());
      await roundTrip();
      a.link("alice", bob(), { reconnect: true });
      a.send("alice", bob(), "after", EMPTY);
      await inB.until(() => inB.messages.some((m) => m.name === "after"));
      await roundTrip();
      expect(inA.exits).toEqual([]);
      await b.close();
      await inA.until(() => inA.exits.length === 1);
      expect(inA.exits).toEqual([bob()]);
    });

    it("survives processes that throw", async () => {
      a.register("faulty", {
        message() {
          throw new Error("message");
        },
        exited() {
          throw new Error("exited");
        },
      });
      b.send("bob(1)", `faulty@${a.address}`, "boom", EMPTY);
      a.link("faulty", `ghost@${a.address}`);
      await roundTrip();
    });

    it("sends what was queued before it closes", async () => {
      a.send("alice", bob(), "first", EMPTY);
      a.send("alice", bob(), "last", Buffer.alloc(1_000_000));
      await a.close();
      await inB.until(() => inB.messages.length === 2);
      expect(inB.messages[1]?.body.length).toBe(1_000_000);
    });

    it("sends nothing once closed", async () => {
      await a.close();
      expect(a.send("alice", bob(), "late", EMPTY)).toBe(false);
      a.link("alice", bob());
      b.link("bob(1)", `alice@${a.address}`);
      await inB.until(() => inB.exits.length === 1);
      expect(inB.messages).toEqual([]);
    });
  });
}
