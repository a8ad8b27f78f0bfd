import { expect, it } from "vitest";
import { OwnContainers } from "./own-containers.ts";

const ended = { sandbox: "/s", status: { type: "exited", code: 0 } } as const;

it("forgets the oldest that have ended, after those nested in them", () => {
  const own = new OwnContainers(2);
  for (const id of ["r.a", "r.a.b"]) own.ended.set(id, ended);
  expect(own.takeSurplus()).toEqual([]);
  own.ended.set("r.c", ended);
  expect(own.takeSurplus()).toEqual(["r.a.b", "r.a"]);
  expect([...own.ended.keys()]).toEqual(["r.c"]);
});

it("keeps those in which something still lives", () => {
  const own = new OwnContainers(1);
  own.ended.set("r.a", ended);
  own.live.set("r.a.b", { id: "r.a.b" } as never);
  own.ended.set("r.c", ended);
  expect(own.isFull).toBe(true);
  expect(own.takeSurplus()).toEqual(["r.c"]);
  own.ended.set("r.d", ended);
  own.live.clear();
  expect(own.takeSurplus()).toEqual(["r.a"]);
});

it("counts who waits, and no more than the limit may", () => {
  const own = new OwnContainers();
  for (let requestId = 0; requestId < 10_000; requestId += 1) {
    expect(own.wait("c", { requestId, call: "WAIT_CONTAINER" })).toBe(true);
    if (requestId % 100 === 0) own.takeWaiters("nobody");
    if (requestId === 4999) own.abandon(0);
  }
  expect(own.wait("c", { requestId: 1e6, call: "WAIT_CONTAINER" })).toBe(true);
  expect(own.wait("d", { requestId: 1e7, call: "WAIT_CONTAINER" })).toBe(false);
  own.abandon(1e7);
  expect(own.takeWaiters("c")).toHaveLength(10_000);
  expect(own.wait("d", { requestId: 1e7, call: "WAIT_CONTAINER" })).toBe(true);
});
