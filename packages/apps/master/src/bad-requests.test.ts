import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { closeAfterEach, HttpScheduler, master, recording, replay } from "./master.test-support.ts";

const folder = new URL("../../../testing/fixtures/http", import.meta.url);
const bad = readdirSync(folder)
  .map((name) => name.replace(/\.json$/, ""))
  .filter((name) => /^master_(bad_|sched_get$|api_get$)/.test(name));

describe("bad requests are answered as recorded", () => {
  closeAfterEach();

  it.each(bad)("%s", async (name) => {
    const { address } = await master();
    const recorded = recording(`http/${name}`);
    const reply = await replay(address, recorded);
    expect(reply.body.toString()).toBe(recorded.text);
    expect(reply.status).toBe(recorded.status);
    const ignored = ["date", "connection", "keep-alive"];
    // A reply without a body has no type to speak of.
    if (recorded.text === "") ignored.push("content-type");
    const kept = (headers: Readonly<Record<string, string>>) =>
      Object.entries(headers)
        .map(([key, value]) => [key.toLowerCase(), value] as const)
        .filter(([key]) => !ignored.includes(key))
        .sort();
    expect(kept(reply.headers)).toEqual(kept(recorded.headers));
  });
});

describe("bad requests that were not recorded", () => {
  closeAfterEach();
  let address = "";
  const post = async (path: string, headers: Record<string, string>, body: string) => {
    const { status, body: text } = await replay(address, {
      request: { method: "POST", path, headers, body },
      status: 0,
      headers: {},
    });
    return [status, text.toString()];
  };
  const JSON_HEADERS = { "Content-Type": "application/json" };

  it("names what is wrong", async () => {
    ({ address } = await master());
    const v1 = "/api/v1";
    const scheduler = "/api/v1/scheduler";
    const protobuf = { "Content-Type": "application/x-protobuf" };
    expect(await post(v1, protobuf, "\xff\xff")).toEqual([
      400,
      "Failed to parse body into Call protobuf",
    ]);
    expect(await post(v1, JSON_HEADERS, '{"type":')).toEqual([
      400,
      "Failed to parse body into JSON: syntax error at line 1 near: ",
    ]);
    expect(await post(v1, JSON_HEADERS, '{\n"type": nope}')).toEqual([
      400,
      "Failed to parse body into JSON: syntax error at line 2 near: ope}",
    ]);
    expect(await post(v1, JSON_HEADERS, '{"type":"UNKNOWN"}')).toEqual([
      501,
      "501 Not Implemented.",
    ]);
    expect(await post(v1, JSON_HEADERS, '{"type":"GET_METRICS"}')).toEqual([
      400,
      "Failed to validate master::Call: Expecting 'get_metrics' to be present",
    ]);
    expect(
      await post(
        scheduler,
        { ...JSON_HEADERS, Accept: "text/html" },
        '{"type":"SUBSCRIBE","subscribe":{"framework_info":{"name":"x","user":"u"}}}',
      ),
    ).toEqual([406, "Expecting 'Accept' to allow 'application/x-protobuf' or 'application/json'"]);
    expect(
      await post(
        scheduler,
        { ...JSON_HEADERS, "Mesos-Stream-Id": "x" },
        '{"type":"SUBSCRIBE","subscribe":{"framework_info":{"name":"x","user":"u"}}}',
      ),
    ).toEqual([400, "Subscribe calls should not include the 'Mesos-Stream-Id' header"]);
    expect(await post("/teardown", {}, "x=y")).toEqual([
      400,
      "Missing 'frameworkId' query parameter in the request body",
    ]);
    expect(await post("/teardown", {}, "frameworkId=nope")).toEqual([
      400,
      "No framework found with specified ID",
    ]);
    for (const [path, body, text] of [
      ["/maintenance/schedule", "{", "syntax error at line 1 near: "],
      ["/maintenance/schedule", "[]", "Unexpected JSON type parsed"],
      ["/maintenance/schedule", '{"windows":1}', "Not expecting a JSON number for field 'windows'"],
      ["/machine/down", "{}", "Unexpected JSON type parsed"],
      ["/machine/down", "[]", "List of machines is empty"],
      ["/machine/down", "[1]", "Expecting a JSON object"],
      ["/machine/up", "", "syntax error at line 1 near: "],
      ["/machine/up", '[{"ip":"x"}]', "Failed to parse IPv4: x"],
    ] as const) {
      expect(await post(path, {}, body)).toEqual([400, text]);
    }
    expect(await post("/maintenance/status", {}, "")).toEqual([
      405,
      "405 Method Not Allowed. Expecting one of { 'GET' }, but received 'POST'.",
    ]);
  });

  it("survives bodies and messages of noise", async () => {
    ({ address } = await master());
    const noise = [..."\x00\xff{[\"'\\n0129abc:,}]\n"];
    for (let length = 0; length < 60; length++) {
      const body = Array.from({ length }, (_, i) => noise[(i * 7 + length * 3) % noise.length]);
      const [status] = await post("/api/v1/scheduler", JSON_HEADERS, body.join(""));
      expect(status).toBe(400);
    }
    const scheduler = await HttpScheduler.subscribe(address, "application/json", {
      user: "u",
      name: "after",
    });
    expect(scheduler.frameworkId).not.toBe("");
  });
});
