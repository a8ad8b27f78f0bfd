import type { master } from "@mesos-ts/protos";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Crowd } from "./crowd.ts";

const event = (type: master.Event_Type): master.Event => ({ type });
const many = Array.from({ length: 20 }, (_, index) => `s${index}`);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function crowd() {
  const told: string[] = [];
  const made = new Crowd((streamIds, events) => {
    told.push(`${streamIds.length}: ${events.map(({ type }) => type).join(" ")}`);
  });
  return { made, told };
}

describe("operators", () => {
  it("who are few are told of each event at once", () => {
    const { made, told } = crowd();
    made.tell(["a", "b"], event("HEARTBEAT"));
    made.tell(["a", "b"], event("TASK_ADDED"));
    expect(told).toEqual(["2: HEARTBEAT", "2: TASK_ADDED"]);
  });

  it("who are many are told of all that happens within forty milliseconds together", () => {
    const { made, told } = crowd();
    made.tell(many, event("TASK_ADDED"));
    made.tell([...many], event("TASK_UPDATED"));
    expect(told).toEqual([]);
    vi.advanceTimersByTime(40);
    expect(told).toEqual(["20: TASK_ADDED TASK_UPDATED"]);
    made.tell(many, event("HEARTBEAT"));
    vi.advanceTimersByTime(40);
    expect(told).toHaveLength(2);
  });

  it("hear in order: what is for others, and what must come next, waits for what was gathered", () => {
    const { made, told } = crowd();
    made.tell(many, event("TASK_ADDED"));
    made.tell(["s3"], event("HEARTBEAT"));
    made.tell(many, event("TASK_UPDATED"));
    made.flush();
    expect(told).toEqual(["20: TASK_ADDED", "1: HEARTBEAT", "20: TASK_UPDATED"]);
  });

  it("are not kept waiting by a flood", () => {
    const { made, told } = crowd();
    for (let i = 0; i < 1_000; i++) made.tell(many, event("TASK_ADDED"));
    expect(told).toHaveLength(2);
  });
});
