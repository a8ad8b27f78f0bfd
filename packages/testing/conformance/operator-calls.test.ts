import { join } from "node:path";
import { agent as agentApi, type MessageType, master as masterApi } from "@mesos-ts/protos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Encoding, LiveScheduler } from "./live-scheduler.ts";
import { OperatorClient, type OperatorReply } from "./operator-client.ts";
import { agentSteps, masterSteps, type Place, type Step } from "./operator-steps.ts";
import { Programs, RECORDED_AGENT, RECORDED_MASTER, until } from "./programs.ts";

/** Every call of both operator APIs, in JSON and in protobuf: it does what it says, or is refused. */

/** Streams, and calls on containers, have tests of their own. */
const ELSEWHERE = {
  master: ["SUBSCRIBE"],
  agent: [
    ...["LAUNCH", "WAIT", "KILL", "REMOVE"].flatMap((verb) => [
      `${verb}_CONTAINER`,
      `${verb}_NESTED_CONTAINER`,
    ]),
    "LAUNCH_NESTED_CONTAINER_SESSION",
    "ATTACH_CONTAINER_INPUT",
    "ATTACH_CONTAINER_OUTPUT",
  ],
} as const;

/** Reads that only show what other calls did. */
const READ_BY_OTHERS = ["GET_MAINTENANCE_SCHEDULE"];

function typesOf(call: MessageType<never>): string[] {
  const type = call.fields().find(({ name }) => name === "type")?.type;
  return typeof type === "object" && type.kind === "enum" ? [...type.names.values()] : [];
}

/** Regular expressions in an expected value mean text that matches. */
function matchers(value: unknown): unknown {
  if (value instanceof RegExp) return expect.stringMatching(value);
  if (Array.isArray(value)) return value.map(matchers);
  if (typeof value !== "object" || value === null || "asymmetricMatch" in value) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, matchers(each)]));
}

async function take(step: Step, ask: (call: object) => Promise<OperatorReply>): Promise<void> {
  const { call, status = 200, text, reply, after } = step;
  const answer = await ask(call);
  const what = `${call.type}: ${answer.text}`;
  expect(answer.status, what).toBe(status);
  if (text instanceof RegExp) expect(answer.text, what).toMatch(text);
  else if (text !== undefined) expect(answer.text, what).toBe(text);
  else if (reply === undefined) expect(answer.text, what).toBe("");
  else {
    expect(answer.json, what).toMatchObject(
      matchers({ type: call.type, ...reply }) as Record<string, unknown>,
    );
  }
  if (after === undefined) return;
  let shown = "";
  await until(
    async () => {
      const read = await ask({ type: after.read });
      shown = read.text;
      return Boolean(after.shows(read.json));
    },
    () => `after ${call.type}: ${shown}`,
  );
}

describe.each<Encoding>(["json", "protobuf"])("in %s", (encoding) => {
  const programs = new Programs();
  let place: Place;
  let scheduler: LiveScheduler;

  beforeAll(async () => {
    const log = (name: string): string => `--log_dir=${join(programs.folder, name)}`;
    const master = await programs.master([...RECORDED_MASTER, log("master-log")]);
    const agent = await programs.agent(master, [...RECORDED_AGENT, log("agent-log")]);
    scheduler = new LiveScheduler(master);
    await scheduler.subscribe({
      user: "root",
      name: "called",
      roles: ["dev"],
      capabilities: [{ type: "MULTI_ROLE" }],
    });
    const offer = await scheduler.offer();
    const resources = ["cpus", "mem"].map((name) => ({
      name,
      type: "SCALAR",
      scalar: { value: name === "cpus" ? 0.1 : 32 },
    }));
    const command = { value: "exec sleep 1000" };
    const task_id = { value: "t" };
    await scheduler.launch(offer, [
      { name: "t", task_id, agent_id: offer["agent_id"], resources, command },
    ]);
    await scheduler.update("t", "TASK_RUNNING");
    place = {
      master,
      agent,
      agentId: String(offer["agent_id"]?.["value"]),
      frameworkId: scheduler.frameworkId,
      client: new OperatorClient(encoding),
    };
  });

  afterAll(async () => {
    scheduler.close();
    place.client.close();
    await programs.close();
  });

  it("every call of an agent", async () => {
    const steps = agentSteps(place);
    for (const step of steps) {
      await take(step, (call) => place.client.agent(place.agent, call));
    }
    const taken = [...steps.map(({ call }) => call.type), ...ELSEWHERE.agent];
    expect(typesOf(agentApi.Call as never).filter((type) => !taken.includes(type))).toEqual([]);
  });

  it("a call without its payload is refused, and says what it lacks", async () => {
    const apis = [
      ["master", masterApi.Call, (call: object) => place.client.master(place.master, call)],
      ["agent", agentApi.Call, (call: object) => place.client.agent(place.agent, call)],
    ] as const;
    for (const [name, api, ask] of apis) {
      const payloads = api.fields().map((field) => field.name);
      for (const type of typesOf(api as never)) {
        const field = type.toLowerCase();
        if (!payloads.includes(field) || MAY_LACK.includes(type)) continue;
        if (encoding === "protobuf" && type === "ATTACH_CONTAINER_INPUT") continue;
        const { status, text } = await ask({ type });
        expect([type, status, text]).toEqual([
          type,
          400,
          `Failed to validate ${name}::Call: Expecting '${field}' to be present`,
        ]);
      }
    }
  });

  // The agent that is marked gone at the end ends.
  it("every call of a master", async () => {
    const steps = masterSteps(place);
    for (const step of steps) {
      await take(step, (call) => place.client.master(place.master, call));
    }
    const taken = [...steps.map(({ call }) => call.type), ...ELSEWHERE.master, ...READ_BY_OTHERS];
    expect(typesOf(masterApi.Call as never).filter((type) => !taken.includes(type))).toEqual([]);
  });
});

/** Their payload has nothing that must be said. */
const MAY_LACK = ["GET_CONTAINERS", "PRUNE_IMAGES"];
