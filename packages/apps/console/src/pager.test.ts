import { Buffer } from "node:buffer";
import { expect, test } from "vitest";
import { Pager, type PagerChange } from "../page/live/pager.ts";
import { FakeTimers } from "./fake-timers.test-support.ts";

function pagerOf(content: string) {
  const bytes = Buffer.from(content);
  const timers = new FakeTimers();
  const changes: PagerChange[] = [];
  const read = async (offset: number, length = 0) =>
    offset === -1
      ? { data: "", offset: bytes.length }
      : { data: bytes.subarray(offset, offset + length).toString(), offset };
  const pager = new Pager(read, timers, (change) => changes.push(change));
  const catchUp = async (): Promise<void> => {
    pager.start();
    do await timers.runNext();
    while (timers.nextMs === 0);
  };
  return { pager, changes, catchUp };
}

const linesOf = (count: number): string =>
  Array.from({ length: count }, (_, i) => `line ${i} of a file that is öde\n`).join("");

test("a long file is read from near its end, and backwards until its beginning", async () => {
  const { pager, changes, catchUp } = pagerOf(linesOf(12_000));
  await catchUp();
  const { lines } = pager;
  expect(lines.at(lines.count - 1)).toBe("line 11999 of a file that is öde");
  expect(pager.skipped).toBeGreaterThan(0);
  let before = lines.count;
  for (let i = 0; i < 20 && pager.skipped > 0; i++) {
    await pager.readOlder();
    expect(lines.count).toBeGreaterThan(before);
    expect(changes.at(-1)?.added).toBe(lines.count - before);
    before = lines.count;
  }
  expect(pager.skipped).toBe(0);
  expect(lines.count).toBe(12_000);
  expect(lines.at(0)).toBe("line 0 of a file that is öde");
  const numbers = Array.from({ length: lines.count }, (_, i) => lines.at(i).split(" ")[1]);
  expect(numbers.every((number, i) => number === `${i}`)).toBe(true);
});

test("a short file has nothing before", async () => {
  const { pager, changes, catchUp } = pagerOf("one\ntwo");
  await catchUp();
  expect(pager.lines.count).toBe(2);
  const count = changes.length;
  await pager.readOlder();
  expect(changes).toHaveLength(count);
});
