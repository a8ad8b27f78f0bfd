import { Buffer } from "node:buffer";
import { decode, encode, master, type TaskState, toJson } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { Core } from "../core.ts";
import type { Framework, Task } from "../model.ts";
import { Bench, scalar, task } from "../test-harness.ts";
import { agentFacts } from "./agent-facts.ts";
import { agentMessage } from "./agent-message.ts";
import { frameworkFacts } from "./framework-facts.ts";
import { frameworkMessage } from "./framework-message.ts";
import type { Pieces } from "./pieces.ts";
import { forgetRendered, sameSnapshot, snapshotOf } from "./snapshot.ts";
import { getStateBytes } from "./state-bytes.ts";
import { stateDocument } from "./state-document.ts";
import { getStateJson } from "./state-json.ts";

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

const GET_STATE = { type: "response", call: "GET_STATE" } as const;

/** The whole state as one message. */
function messageOf(core: Core): master.Response_GetState {
  const { agents, frameworks } = core;
  const all = [...frameworks.registered.values(), ...frameworks.completed.values()];
  const messages = (tasks: Iterable<Task>) => Array.from(tasks, ({ message }) => message);
  const headOf = (framework: Framework) => frameworkMessage(frameworkFacts(framework));
  return {
    get_tasks: {
      tasks: all.flatMap(({ tasks }) => messages(tasks.values())),
      unreachable_tasks: all.flatMap(({ unreachableTasks }) => messages(unreachableTasks.values())),
      completed_tasks: all.flatMap(({ completedTasks }) => messages(completedTasks)),
    },
    get_executors: {
      executors: all.flatMap(({ placements }) =>
        [...placements.values()].flatMap(({ agentId, executors }) =>
          Array.from(executors.values(), ({ info }) => ({
            executor_info: info,
            agent_id: { value: agentId },
          })),
        ),
      ),
    },
    get_frameworks: {
      frameworks: Array.from(frameworks.registered.values(), headOf),
      completed_frameworks: Array.from(frameworks.completed.values(), headOf),
    },
    get_agents: {
      agents: Array.from(agents.registered.values(), (agent) =>
        agentMessage(agentFacts(core, agent)),
      ),
      recovered_agents: [...agents.recovered.values()],
    },
  };
}

const text = (pieces: Pieces): string => [...pieces].join("");
const bytes = (pieces: Pieces): Buffer =>
  Buffer.concat([...pieces].map((piece) => Buffer.from(piece)));

const PARTS = ["GET_TASKS", "GET_EXECUTORS", "GET_FRAMEWORKS", "GET_AGENTS"] as const;

describe("a snapshot", () => {
  it.each(PARTS)("is written in parts: %s", (call) => {
    const { core } = cluster();
    const name = call.toLowerCase() as Lowercase<typeof call>;
    const response: master.Response = { type: call, [name]: messageOf(core)[name] };
    const envelope = { type: "response", call } as const;
    expect(text(getStateJson(snapshotOf(core), envelope))).toBe(toJson(master.Response, response));
    expect(bytes(getStateBytes(snapshotOf(core), envelope))).toEqual(
      encode(master.Response, response),
    );
  });

  it("is written as the message would be, in JSON and protobuf", () => {
    const { core } = cluster();
    const get_state = messageOf(core);
    const response: master.Response = { type: "GET_STATE", get_state };
    const subscribed = { get_state, heartbeat_interval_seconds: 15 };
    const event: master.Event = { type: "SUBSCRIBED", subscribed };
    const snapshot = snapshotOf(core);
    const opening = { type: "event", heartbeatSeconds: 15 } as const;
    expect(text(getStateJson(snapshot, GET_STATE))).toBe(toJson(master.Response, response));
    expect(text(getStateJson(snapshot, opening))).toBe(toJson(master.Event, event));
    expect(bytes(getStateBytes(snapshot, GET_STATE))).toEqual(encode(master.Response, response));
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

  it("is rendered anew after all that was rendered was let go", () => {
    const { core } = cluster();
    const head = '{"id":"m"}';
    const before = snapshotOf(core);
    const rendered = text(stateDocument(head, before));
    forgetRendered(core);
    const after = snapshotOf(core);
    const shownOf = ({ agents, frameworks }: typeof before) => [
      ...agents,
      ...frameworks.flatMap(({ tasks, completedTasks, executors }) => [
        ...tasks,
        ...completedTasks,
        ...executors,
      ]),
      ...frameworks.map((framework) => framework.head),
    ];
    const known = new Set<unknown>(shownOf(before));
    expect(shownOf(after)).toHaveLength(known.size);
    expect(shownOf(after).filter((one) => known.has(one))).toEqual([]);
    expect(text(stateDocument(head, after))).toBe(rendered);
  });

  it("is decoded by those who know the message only", () => {
    const { core } = cluster();
    const decoded = decode(master.Response, bytes(getStateBytes(snapshotOf(core), GET_STATE)));
    expect(decoded.get_state?.get_tasks?.tasks?.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(decoded.get_state?.get_frameworks?.frameworks?.[0]?.framework_info.name).toBe(
      'främe"work',
    );
  });
});
