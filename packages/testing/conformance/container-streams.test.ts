import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { callAgent, InputStream } from "./agent-client.ts";
import { type Program, Programs, until } from "./programs.ts";

/** Calls that are streams: what must be in order before there is one. The texts are Mesos's. */

const programs = new Programs();
let agent: Program;

beforeAll(async () => {
  // No master is needed to refuse anything.
  agent = await programs.lone("127.0.0.1:1");
  await until(async () => (await callAgent(agent, { type: "GET_HEALTH" })).status === 200);
});

afterAll(async () => {
  await programs.close();
});

describe("a streamed call", () => {
  it.each<[string, object, number, string]>([
    [
      "of an unknown container",
      { type: "CONTAINER_ID", container_id: { value: "nope" } },
      404,
      "Container nope cannot be found",
    ],
    [
      "that begins with data",
      { type: "PROCESS_IO", process_io: { type: "DATA" } },
      400,
      "Expecting 'attach_container_input.type' to be CONTAINER_ID",
    ],
    [
      "without a type",
      {},
      400,
      "Failed to validate agent::Call: Expecting 'attach_container_input.type' to be present",
    ],
  ])("refuses an input %s", async (_what, first, status, body) => {
    const input = new InputStream(agent);
    input.send(first);
    expect(await input.reply).toEqual({ status, body });
  });

  it.each<[string, string, string]>([
    ["that is no RecordIO", "hello", "RecordIO: byte 0x68 in a record length"],
    [
      "with a record that is cut short",
      "100\n{}",
      "RecordIO: stream ended after 2 of 100 record bytes",
    ],
    [
      "with a record beyond all bounds",
      "99999999\n",
      "RecordIO: record of 99999999 bytes is above the limit of 4194304",
    ],
    [
      "whose record is no JSON",
      "2\n{]",
      "Failed to parse body into JSON: syntax error at line 1 near: ]",
    ],
  ])("refuses a body %s", async (_what, body, text) => {
    const reply = await fetch(`http://${agent.address}/api/v1`, {
      method: "POST",
      headers: {
        "Content-Type": "application/recordio",
        "Message-Content-Type": "application/json",
      },
      body,
    });
    expect(reply.status).toBe(400);
    expect(await reply.text()).toBe(text);
  });

  it.each<[object, object, number, string]>([
    [
      { "Content-Type": "application/recordio" },
      {},
      400,
      "Expecting 'Message-Content-Type' to be set for streaming requests",
    ],
    [
      { "Content-Type": "application/recordio", "Message-Content-Type": "text/html" },
      {},
      415,
      "Expecting 'Message-Content-Type' of application/json or application/x-protobuf",
    ],
    [
      { "Message-Content-Type": "application/json" },
      { type: "GET_HEALTH" },
      415,
      "Expecting 'Message-Content-Type' to be not set for non-streaming requests",
    ],
    [
      { "Message-Accept": "application/json" },
      { type: "GET_HEALTH" },
      406,
      "Expecting 'Message-Accept' to be not set for non-streaming responses",
    ],
    [
      { Accept: "application/recordio" },
      { type: "GET_HEALTH" },
      406,
      "Streaming response is not supported for GET_HEALTH call",
    ],
    [
      { Accept: "application/recordio", "Message-Accept": "text/html" },
      { type: "GET_HEALTH" },
      406,
      "Expecting 'Message-Accept' to allow application/json or application/x-protobuf",
    ],
    [
      { Accept: "text/html" },
      { type: "GET_HEALTH" },
      406,
      "Expecting 'Accept' to allow application/json or application/x-protobuf or application/recordio",
    ],
    [
      {},
      {
        type: "ATTACH_CONTAINER_INPUT",
        attach_container_input: { type: "CONTAINER_ID", container_id: { value: "x" } },
      },
      415,
      "Expecting 'Content-Type' to be application/recordio for ATTACH_CONTAINER_INPUT call",
    ],
  ])("has media types that go together: %j", async (headers, body, status, text) => {
    const reply = await callAgent(agent, body, headers as Record<string, string>);
    expect(reply).toMatchObject({ status, text });
  });
});
