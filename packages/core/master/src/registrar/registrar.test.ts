import type { AgentInfo } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { Registrar, type StoreOutcome } from "./registrar.ts";
import { RegistryBook } from "./registry-book.ts";

const admit = (value: string) => {
  const info: AgentInfo = { id: { value }, hostname: value };
  return { type: "admit-agent", info } as const;
};

/** A registrar over a store that answers when it is told to. */
function open() {
  const writes: ((outcome: StoreOutcome) => void)[] = [];
  const aborted: string[] = [];
  const log: string[] = [];
  const results: string[] = [];
  const registrar = new Registrar(
    new RegistryBook(),
    { store: (_book, done) => void writes.push(done) },
    {
      log: (_level, text) => void log.push(text),
      aborted: (reason) => void aborted.push(reason),
      monotonic: () => 0,
      stored: () => {},
    },
  );
  const apply = (id: string) =>
    registrar.apply(admit(id), (ok) => void results.push(`${id} ${ok ? "stored" : "refused"}`));
  return { registrar, writes, aborted, log, results, apply };
}

describe("the registrar", () => {
  it("answers when the write is done, and writes once for all that wait meanwhile", () => {
    const { registrar, writes, results, apply } = open();
    apply("a");
    apply("b");
    apply("c");
    expect([writes.length, registrar.queued, results]).toEqual([1, 2, []]);
    writes[0]?.({ type: "stored" });
    expect([writes.length, results]).toEqual([2, ["a stored"]]);
    writes[1]?.({ type: "stored" });
    expect(results).toEqual(["a stored", "b stored", "c stored"]);
    expect([writes.length, registrar.queued]).toEqual([2, 0]);
  });

  it("refuses what does not fit, and does not write for that alone", () => {
    const { writes, results, apply } = open();
    apply("a");
    apply("a");
    apply("b");
    writes[0]?.({ type: "stored" });
    writes[1]?.({ type: "stored" });
    apply("b");
    expect(results).toEqual(["a stored", "a refused", "b stored", "b refused"]);
    expect(writes.length).toBe(2);
  });

  it("writes down who leads", () => {
    const { registrar, writes } = open();
    let isDone = false;
    registrar.recover({ id: "m", ip: 1, port: 5050 }, (ok) => {
      isDone = ok;
    });
    expect(registrar.content().master?.info.id).toBe("m");
    expect(isDone).toBe(false);
    writes[0]?.({ type: "stored" });
    expect(isDone).toBe(true);
  });

  it("does nothing more once a write failed: nobody knows what the next leader will read", () => {
    const { writes, results, aborted, log, apply } = open();
    apply("a");
    apply("b");
    writes[0]?.({ type: "failed", reason: "lost the log" });
    apply("c");
    expect(results).toEqual([]);
    expect(writes.length).toBe(1);
    expect(aborted).toEqual(["lost the log"]);
    expect(log).toEqual(["Registrar aborting: Failed to update registry: lost the log"]);
  });

  it("does not grow the stack with a store that answers at once", () => {
    const registrar = new Registrar(
      new RegistryBook(),
      { store: (_book, done) => done({ type: "stored" }) },
      { log: () => {}, aborted: () => {}, monotonic: () => 0, stored: () => {} },
    );
    let left = 50_000;
    const next = () => {
      left -= 1;
      if (left > 0) registrar.apply(admit(String(left)), next);
    };
    registrar.apply(admit("first"), next);
    expect(left).toBe(0);
  });
});
