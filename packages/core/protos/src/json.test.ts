import { Buffer } from "node:buffer";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  agent,
  DecodeError,
  FrameworkInfo,
  fromJson,
  jsonDouble,
  master,
  Offer,
  scheduler,
  TaskInfo,
  toJson,
} from "./index.ts";

const fixtures = join(import.meta.dirname, "../../../testing/fixtures/http");

function textOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof DecodeError) return error.message;
    throw error;
  }
  return "";
}

describe("reading JSON", () => {
  it.each<[unknown, string | RegExp]>([
    [{ type: "SUBSCRIBE", subscribe: {} }, "Missing required fields: subscribe.framework_info"],
    [
      { type: "SUBSCRIBE", subscribe: { framework_info: { name: "x" } } },
      "Missing required fields: subscribe.framework_info.user",
    ],
    [[], "Expecting a JSON object"],
    ["x", "Expecting a JSON object"],
    [{ framework_id: "x" }, "Not expecting a JSON string for field 'framework_id'"],
    [{ framework_id: [{ value: "x" }] }, "Not expecting a JSON array for field 'framework_id'"],
    [{ framework_id: { value: 1 } }, "Not expecting a JSON number for field 'value'"],
    [{ framework_id: { value: {} } }, "Not expecting a JSON object for field 'value'"],
    [
      { decline: { offer_ids: [], filters: { refuse_seconds: true } } },
      "Not expecting a JSON boolean for field 'refuse_seconds'",
    ],
    [
      { decline: { offer_ids: [], filters: { refuse_seconds: "soon" } } },
      /^Failed to parse 'soon' as a JSON number for field 'refuse_seconds'/,
    ],
    [
      {
        acknowledge: { agent_id: { value: "a" }, task_id: { value: "t" }, uuid: "*" },
      },
      /^Failed to base64 decode bytes field 'uuid'/,
    ],
    [
      { accept: { operations: [{ create_disk: { source: { name: "disk", type: "NOPE" } } }] } },
      "Failed to find enum for 'NOPE'",
    ],
  ])("refuses %j", (json, text) => {
    const found = textOf(() => fromJson(scheduler.Call, json));
    if (typeof text === "string") expect(found).toBe(text);
    else expect(found).toMatch(text);
  });

  it("takes numbers and booleans as strings, and ignores what it does not know", () => {
    const info = fromJson(FrameworkInfo, {
      user: "u",
      name: "n",
      failover_timeout: "2.5",
      checkpoint: "true",
      novelty: { deep: [1] },
      labels: null,
    });
    expect(info).toEqual({ user: "u", name: "n", failover_timeout: 2.5, checkpoint: true });
  });

  it("leaves an optional enum with an unknown value unset", () => {
    expect(fromJson(master.Call, { type: "NOPE" })).toEqual({});
  });

  it("knows infinities", () => {
    const filters = { refuse_seconds: "Infinity" };
    const call = fromJson(scheduler.Call, { type: "DECLINE", decline: { offer_ids: [], filters } });
    expect(call.decline?.filters?.refuse_seconds).toBe(Number.POSITIVE_INFINITY);
  });

  it("does not run out of stack", () => {
    let json: unknown = { value: "c" };
    for (let i = 0; i < 5000; i++) json = { value: "c", parent: json };
    const call = { type: "KILL_CONTAINER", kill_container: { container_id: json } };
    expect(textOf(() => fromJson(agent.Call, call))).toBe("JSON nested deeper than 100 levels");
  });
});

describe("writing JSON", () => {
  it.each([
    [4, "4.0"],
    [0.1, "0.1"],
    [-0, "-0.0"],
    [1e21, "1e+21"],
    [Number.POSITIVE_INFINITY, '"Infinity"'],
  ])("%f", (value, text) => expect(jsonDouble(value)).toBe(text));

  it("uses the names of the dialect", () => {
    const task: TaskInfo = {
      name: "n",
      task_id: { value: "t" },
      agent_id: { value: "a" },
      data: Buffer.from("hi"),
    };
    expect(toJson(TaskInfo, task)).toBe(
      '{"name":"n","task_id":{"value":"t"},"agent_id":{"value":"a"},"data":"aGk="}',
    );
    expect(toJson(TaskInfo, task, "v0")).toContain('"slave_id":{"value":"a"}');
  });

  it("shows defaults of fields that are not deprecated", () => {
    const json = JSON.parse(toJson(FrameworkInfo, { user: "u", name: "n" }));
    expect(json).toEqual({ user: "u", name: "n", failover_timeout: 0, checkpoint: false });
  });
});

describe("recorded replies of the v1 API", () => {
  const files = readdirSync(fixtures).filter((name) => /^(master|agent)_v1_/.test(name));

  it("are there", () => expect(files.length).toBeGreaterThan(30));

  it.each(files)("%s means the same after a round trip", (file) => {
    const recorded = JSON.parse(readFileSync(join(fixtures, file), "utf8"));
    const type = file.startsWith("master") ? master.Response : agent.Response;
    const message = fromJson<object>(type as never, recorded.json);
    expect(JSON.parse(toJson<object>(type as never, message))).toEqual(recorded.json);
  });

  it("and the recorded offers too", () => {
    const stream = JSON.parse(readFileSync(join(fixtures, "scheduler_stream.json"), "utf8"));
    const offers = stream.events.flatMap(
      (each: { event: { offers?: { offers: unknown[] } } }) => each.event.offers?.offers ?? [],
    );
    expect(offers.length).toBeGreaterThan(10);
    for (const offer of offers) {
      expect(JSON.parse(toJson(Offer, fromJson(Offer, offer)))).toEqual(offer);
    }
  });
});
