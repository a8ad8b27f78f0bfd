import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { createGunzip } from "node:zlib";
import type { master as types } from "@mesos-ts/protos";
import { RecordDecoder } from "@mesos-ts/wire";
import { describe, expect, it } from "vitest";
import { closeAfterEach, closeLater, fakeAgent, Inbox, master } from "./master.test-support.ts";

closeAfterEach();

const JSON_TYPE = "application/json";

async function post(
  address: string,
  path: string,
  body: object,
  headers: Readonly<Record<string, string>>,
): Promise<IncomingMessage> {
  const request = http.request(`http://${address}${path}`, {
    method: "POST",
    headers: { "Content-Type": JSON_TYPE, Accept: JSON_TYPE, ...headers },
  });
  request.on("error", () => {});
  closeLater(() => void request.destroy());
  request.end(JSON.stringify(body));
  const [reply] = (await once(request, "response")) as [IncomingMessage];
  return reply;
}

async function subscribe(address: string, encoding: string) {
  const call: types.Call = { type: "SUBSCRIBE" };
  const reply = await post(address, "/api/v1", call, { "Accept-Encoding": encoding });
  const events = new Inbox<types.Event>();
  const decoder = new RecordDecoder({
    onRecord: (record) => events.put(JSON.parse(record.toString()) as types.Event),
  });
  const isGzip = reply.headers["content-encoding"] === "gzip";
  const content = isGzip ? reply.pipe(createGunzip()) : reply;
  content.on("data", (bytes: Buffer) => decoder.push(bytes));
  const ended = once(content, "end");
  ended.catch(() => {});
  return { reply, ended, next: (type: string) => events.next((event) => event.type === type) };
}

describe("the operator's stream for clients that accept gzip", () => {
  it("is compressed, and tells each event when it happens", async () => {
    const { address } = await master();
    await fakeAgent(address);
    const [zipped, plain] = [
      await subscribe(address, "gzip, deflate"),
      await subscribe(address, "identity"),
    ];
    expect(zipped.reply.headers["content-encoding"]).toBe("gzip");
    expect(plain.reply.headers).not.toHaveProperty("content-encoding");
    for (const type of ["SUBSCRIBED", "HEARTBEAT"]) {
      expect(await zipped.next(type)).toEqual(await plain.next(type));
    }
    const agent = await fakeAgent(address);
    const added = await zipped.next("AGENT_ADDED");
    expect(added.agent_added?.agent.agent_info.id?.value).toBe(agent.id);
    expect(await plain.next("AGENT_ADDED")).toEqual(added);
  });

  it("ends as a whole file", async () => {
    const { address } = await master(["--max_operator_event_stream_subscribers=1"]);
    const first = await subscribe(address, "gzip");
    await first.next("HEARTBEAT");
    await subscribe(address, "gzip");
    await first.ended;
  });
});

it("schedulers' streams are never compressed", async () => {
  const { address } = await master();
  const framework_info = { user: "u", name: "n" };
  const reply = await post(
    address,
    "/api/v1/scheduler",
    { type: "SUBSCRIBE", subscribe: { framework_info } },
    { "Accept-Encoding": "gzip" },
  );
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).not.toHaveProperty("content-encoding");
  const [first] = (await once(reply, "data")) as [Buffer];
  expect(first.toString()).toMatch(/^\d+\n\{"type":"SUBSCRIBED"/);
});

it.each(["GET_TASKS", "GET_EXECUTORS", "GET_FRAMEWORKS", "GET_AGENTS"] as const)(
  "%s is the part of GET_STATE",
  async (type) => {
    const { address } = await master();
    await fakeAgent(address);
    const ask = async (call: types.Call_Type) => {
      const reply = await buffer(await post(address, "/api/v1", { type: call }, {}));
      return JSON.parse(reply.toString()) as types.Response;
    };
    const name = type.toLowerCase() as Lowercase<typeof type>;
    const whole = await ask("GET_STATE");
    expect(whole.get_state?.[name]).toBeDefined();
    expect((await ask(type))[name]).toEqual(whole.get_state?.[name]);
  },
);
