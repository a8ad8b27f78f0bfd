import type { Snapshot } from "@mesos-ts/master";
import type { Chunks } from "@mesos-ts/transport";
import { describe, expect, it, vi } from "vitest";
import { Documents } from "./documents.ts";
import { pour } from "./pour.ts";

/** Snapshots of nothing that are told apart by an agent that fails, or is looked at, when rendered. */
function snapshot(render: () => string): Snapshot {
  const agent = { text: render };
  return { agents: [agent], recovered: [], frameworks: [], completed: [] } as unknown as Snapshot;
}

function documents() {
  let head = '{"id":"m"}';
  let now = snapshot(() => "{}");
  let version = 0;
  let hits = 0;
  let forgotten = 0;
  const made = new Documents({
    snapshot: () => now,
    head: () => head,
    master: { hostname: "", cluster: undefined },
    version: () => version,
    forget: () => void forgotten++,
    onCacheHit: () => void hits++,
  });
  const change = (render: () => string): void => {
    now = snapshot(render);
    version++;
  };
  const changeHead = (text: string): void => {
    head = text;
  };
  return { made, change, changeHead, hits: () => hits, forgotten: () => forgotten };
}

const text = ({ pieces }: Chunks): string => Buffer.concat(pieces).toString();

describe("large replies", () => {
  it("are rendered once for all who ask between two changes", async () => {
    const { made, change, hits } = documents();
    let rendered = 0;
    change(() => `{"n":${++rendered}}`);
    const [first, second] = await Promise.all([made.state(), made.state()]);
    const third = await made.state();
    expect(text(first)).toContain('"slaves":[{"n":1}]');
    expect([second, third]).toEqual([first, first]);
    expect([rendered, hits()]).toEqual([1, 2]);
  });

  it("show who asks nothing older than his question", async () => {
    const { made, change } = documents();
    change(() => '{"is":"old"}');
    const old = made.state();
    change(() => '{"is":"new"}');
    const fresh = [made.state(), made.state()];
    change(() => '{"is":"newest"}');
    const last = made.state();
    expect(text(await old)).toContain("old");
    for (const each of [...fresh, last]) expect(text(await each)).toContain("newest");
  });

  it("show what the master says of itself now", async () => {
    const { made, changeHead } = documents();
    await made.state();
    changeHead('{"id":"other"}');
    expect(text(await made.state())).toContain('"id":"other"');
  });

  it("begin the streams of all who subscribe between two changes", async () => {
    const { made } = documents();
    const format = { mediaType: "application/json", encoding: "identity" } as const;
    const empty: Snapshot = { agents: [], recovered: [], frameworks: [], completed: [] };
    const [first, second] = await Promise.all([
      made.firstEvent(empty, 15, format),
      made.firstEvent({ ...empty }, 15, format),
    ]);
    expect(second).toBe(first);
    expect(Buffer.concat(first.chunks.bare).toString()).toContain('{"type":"SUBSCRIBED"');
  });

  it("that cannot be rendered are tried again for the next one", async () => {
    const { made, change } = documents();
    let fails = true;
    change(() => {
      if (fails) throw new Error("no");
      return "{}";
    });
    await expect(made.state()).rejects.toThrow("no");
    fails = false;
    expect(text(await made.state())).toContain('"slaves":[{}]');
  });

  it("are dropped when nobody asks, and later what they were made of", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { made, forgotten, hits } = documents();
      await made.state();
      vi.advanceTimersByTime(9_000);
      await made.state();
      expect(hits()).toBe(1);
      vi.advanceTimersByTime(11_000);
      await made.state();
      expect([hits(), forgotten()]).toEqual([1, 0]);
      vi.advanceTimersByTime(599_000);
      await made.once(
        (function* () {
          yield "[]";
        })(),
      );
      vi.advanceTimersByTime(599_000);
      expect(forgotten()).toBe(0);
      vi.advanceTimersByTime(1_000);
      expect(forgotten()).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it("are poured in chunks, whatever the sizes of their pieces", async () => {
    const pieces = ["ä", "x".repeat(600_000), "", "y".repeat(200_000), "z".repeat(100_000), "é"];
    const bytes = Buffer.from("bytes");
    const chunks = await pour(
      (function* () {
        yield* pieces;
        yield bytes;
      })(),
    );
    expect(text(chunks)).toBe(`${pieces.join("")}bytes`);
    expect(chunks.pieces.length).toBeLessThan(8);
  });

  it("leave others their turn", async () => {
    let turns = 0;
    const timer = setInterval(() => void turns++, 1);
    await pour(
      (function* () {
        const untilMs = performance.now() + 10_000;
        while (turns < 2 && performance.now() < untilMs) yield "";
      })(),
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});
