import { Buffer } from "node:buffer";
import { Label, Labels } from "@mesos-ts/protos";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { messageList, pageOf, pagesOf, textOf, V0, V1 } from "./page.ts";
import { pagedList } from "./pieces.ts";
import { type Forms, Shown } from "./shown.ts";

const LABELS = messageList(Labels, "labels");

/** Things that count how often they are rendered. */
function things() {
  let rendered = 0;
  const text = (it: number): string => {
    rendered++;
    return JSON.stringify(`${"ä".repeat(it % 7)}${it}`);
  };
  const forms: Forms<number> = {
    v0: text,
    v1: (it) => `{"v1":${text(it)}}`,
    bytes: (it, writer) => Label.encodeTo({ key: text(it) }, writer),
  };
  const thing = (it: number) => new Shown(it, forms);
  const take = (): number => {
    const count = rendered;
    rendered = 0;
    return count;
  };
  return { thing, take, list: (length: number) => Array.from({ length }, (_, it) => thing(it)) };
}

type Thing = Shown<number>;

const joined = (list: readonly Thing[]): string =>
  Buffer.concat(Array.from(pagedList(list, V0), (piece) => Buffer.from(piece))).toString();
const plain = (list: readonly Thing[]): string => `[${list.map((one) => one.text("v0")).join()}]`;
const sizes = (list: readonly Thing[]): number[] =>
  Array.from(pagesOf(list, V0), ({ length }) => length);

describe("pages", () => {
  it("show the list as it is, whatever was inserted, removed and replaced before", () => {
    const change = fc.record({
      kind: fc.constantFrom("insert", "remove", "replace", "move"),
      at: fc.nat(200),
      count: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(fc.nat(120), fc.array(change, { maxLength: 12 }), (length, changes) => {
        const { thing, list } = things();
        let shown = list(length);
        let next = length;
        expect(joined(shown)).toBe(plain(shown));
        for (const { kind, at, count } of changes) {
          const fresh = Array.from({ length: count }, () => thing(next++));
          const after = [...shown];
          if (kind === "insert") after.splice(at, 0, ...fresh);
          else if (kind === "remove") after.splice(at, count);
          else if (kind === "replace") after.splice(at, count, ...fresh);
          else after.push(...after.splice(at, count));
          shown = after;
          expect(joined(shown)).toBe(plain(shown));
          expect(joined(shown)).toBe(plain(shown));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("render what has changed, and nothing else", () => {
    const { thing, take, list } = things();
    const shown = list(200);
    joined(shown);
    expect(take()).toBe(200);
    const before = [...pagesOf(shown, V0)];
    joined(shown);
    expect(take()).toBe(0);
    const changed = shown.with(70, thing(1000));
    joined(changed);
    expect(take()).toBe(1);
    const after = [...pagesOf(changed, V0)];
    expect(after.filter((page) => !before.includes(page))).toHaveLength(1);
  });

  it("stay few when things come at one end and go at the other", () => {
    const { thing, list } = things();
    let shown = list(160);
    for (let next = 160; next < 2000; next++) {
      shown = [...shown.slice(1), thing(next)];
      joined(shown);
    }
    expect(sizes(shown).length).toBeLessThanOrEqual(21);
  });

  it("stay few when things go at random", () => {
    const { list } = things();
    let shown = list(1600);
    for (let step = 0; step < 1200; step++) {
      shown = shown.toSpliced((step * 7919) % shown.length, 1);
      if (step % 40 === 0) joined(shown);
    }
    expect(sizes(shown).length).toBeLessThanOrEqual(400 / 8 + 10);
  });

  it("hold few things where those are large", () => {
    const large: Forms<number> = { v0: () => "x".repeat(60_000), v1: String, bytes() {} };
    const shown = Array.from({ length: 6 }, (_, it) => new Shown(it, large));
    expect(sizes(shown)).toEqual([2, 2, 2]);
  });

  it("do not mix the forms, nor the lists of messages", () => {
    const { list } = things();
    const shown = list(3);
    const other = messageList(Label, "value");
    const text = (form: typeof V0) =>
      Buffer.concat(Array.from(pagesOf(shown, form), ({ bytes }) => bytes));
    for (let round = 0; round < 2; round++) {
      expect(text(V0).toString()).toBe(',"0","ä1","ää2"');
      expect(text(V1).toString()).toBe(',{"v1":"0"},{"v1":"ä1"},{"v1":"ää2"}');
      expect(text(LABELS)[0]).toBe(1 * 8 + 2);
      expect(text(other)[0]).toBe(2 * 8 + 2);
    }
  });

  it("of a single thing are kept, and its text is read from wherever it stands", () => {
    const { thing, take } = things();
    const [one, two] = [thing(1), thing(2)];
    expect(pageOf(two, V0).bytes.toString()).toBe(',"ää2"');
    expect(pageOf(two, V0)).toBe(pageOf(two, V0));
    joined([one, two]);
    expect(take()).toBe(2);
    expect([textOf(one), textOf(two), take()]).toEqual(['"ä1"', '"ää2"', 0]);
    expect([textOf(thing(3)), take()]).toEqual(['"äää3"', 1]);
  });

  it("are whole after something could not be rendered", () => {
    let fails = true;
    const forms: Forms<number> = {
      v0(it) {
        if (fails && it === 1) throw new Error("no");
        return String(it);
      },
      v1: String,
      bytes() {},
    };
    const shown = [new Shown(0, forms), new Shown(1, forms)];
    expect(() => joined(shown)).toThrow("no");
    fails = false;
    expect(joined(shown)).toBe("[0,1]");
  });
});
