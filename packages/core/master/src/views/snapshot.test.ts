import { Buffer } from "node:buffer";
import { decode, encode, master, type TaskState, toJson } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { Bench, scalar, task } from "../test-harness.ts";
import { getAgents, getExecutors, getFrameworks, getTasks } from "./get-state.ts";
import { getStateBytes, getStateJson } from "./get-state-document.ts";
import type { Pieces } from "./pieces.ts";
import { sameSnapshot, snapshotOf } from "./snapshot.ts";
import { stateDocument } from "./state-document.ts";

function cluster() {
  const bench = new Bench();
  const agentId = bench.registerAgent();
  const scheduler = bench.subscribe({ name: 'främe"work' });
  const executor = { executor_id: { value: "e" }, resources: [scalar("cpus", 0.1)] };
  scheduler.launch([
    task("a", agentId),
    { ...task("b", agentId), command: undefined, executor: { ...executor, command: {} } },
    task("c", agentId),
  ]);
  const update = (id: string, state: TaskState) => bench.update(agentId, scheduler.id, id, state);
  update("a", "TASK_RUNNING");
  update("c", "TASK_FINISHED");
  bench.advance(1000);
  return { bench, core: bench.master.core, scheduler, update };
}

const text = (pieces: Pieces): string => [...pieces].join("");
const bytes = (pieces: Pieces): Buffer =>
  Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));

describe("a snapshot", () => {
  it("is written as the message would be, in JSON and protobuf", () => {
    const { core } = cluster();
    const get_state = {
      get_tasks: getTasks(core),
      get_executors: getExecutors(core),
      get_frameworks: getFrameworks(core),
      get_agents: getAgents(core),
    };
    const response: master.Response = { type: "GET_STATE", get_state };
    const subscribed = { get_state, heartbeat_interval_seconds: 15 };
    const event: master.Event = { type: "SUBSCRIBED", subscribed };
    const snapshot = snapshotOf(core);
    const opening = { type: "event", heartbeatSeconds: 15 } as const;
    expect(text(getStateJson(snapshot, { type: "response" }))).toBe(
      toJson(master.Response, response),
    );
    expect(text(getStateJson(snapshot, opening))).toBe(toJson(master.Event, event));
    expect(bytes(getStateBytes(snapshot, { type: "response" }))).toEqual(
      encode(master.Response, response),
    );
    expect(bytes(getStateBytes(snapshot, opening))).toEqual(encode(master.Event, event));
  });

  it("stays as it was, whatever happens before it is written", () => {
    const { core, scheduler, bench, update } = cluster();
    const snapshot = snapshotOf(core);
    const writing = stateDocument('{"id":"m"}', snapshot);
    const first = writing.next().value ?? "";
    const before = text(stateDocument('{"id":"m"}', snapshotOf(core)));
    update("a", "TASK_FINISHED");
    bench.teardown(scheduler.id);
    bench.registerAgent({ pid: "slave(1)@10.9.9.9:5051" });
    expect(first + text(writing)).toBe(before);
    expect(text(stateDocument('{"id":"m"}', snapshotOf(core)))).not.toBe(before);
  });

  it("is the same until something changes, and shares what has not", () => {
    const { core, update } = cluster();
    const [before, same] = [snapshotOf(core), snapshotOf(core)];
    expect(sameSnapshot(before, same)).toBe(true);
    update("a", "TASK_FINISHED");
    const after = snapshotOf(core);
    expect(sameSnapshot(before, after)).toBe(false);
    const shownOf = (id: string, { frameworks }: typeof before) =>
      frameworks[0]?.tasks.find(({ it: { task: shown } }) => shown.id === id);
    expect(shownOf("b", after)).toBe(shownOf("b", before));
    expect(shownOf("a", after)).not.toBe(shownOf("a", before));
  });

  it("is decoded by those who know the message only", () => {
    const { core } = cluster();
    const decoded = decode(
      master.Response,
      bytes(getStateBytes(snapshotOf(core), { type: "response" })),
    );
    expect(decoded.get_state?.get_tasks?.tasks?.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(decoded.get_state?.get_frameworks?.frameworks?.[0]?.framework_info.name).toBe(
      'främe"work',
    );
  });
});
