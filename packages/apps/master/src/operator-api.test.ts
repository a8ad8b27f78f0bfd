import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { decode, encode, fromJson, type internal, master as types } from "@mesos-ts/protos";
import { HttpClient } from "@mesos-ts/transport";
import { describe, expect, it } from "vitest";
import {
  closeAfterEach,
  closeLater,
  fakeAgent,
  HttpScheduler,
  Inbox,
  type MediaType,
  master,
  recording,
} from "./master.test-support.ts";

closeAfterEach();

function operator(address: string) {
  const client = new HttpClient();
  closeLater(() => client.close());
  const url = `http://${address}/api/v1`;
  return {
    async call(call: types.Call, mediaType: MediaType = "application/json") {
      const isJson = mediaType === "application/json";
      const reply = await client.request({
        url,
        headers: { Accept: mediaType, "Content-Type": mediaType },
        body: isJson ? JSON.stringify(call) : encode(types.Call, call),
      });
      return {
        status: reply.status,
        text: reply.body.toString(),
        response: () =>
          isJson
            ? fromJson(types.Response, JSON.parse(reply.body.toString()))
            : decode(types.Response, reply.body),
      };
    },
    async subscribe(mediaType: MediaType) {
      const stream = await client.stream({
        url,
        method: "POST",
        headers: { Accept: mediaType, "Content-Type": "application/json" },
        body: '{"type":"SUBSCRIBE"}',
      });
      const events = new Inbox<types.Event>();
      const read = async () => {
        for await (const record of stream.records) {
          events.put(
            mediaType === "application/json"
              ? fromJson(types.Event, JSON.parse(record.toString()))
              : decode(types.Event, record),
          );
        }
      };
      const ended = read();
      closeLater(async () => {
        stream.close();
        await ended;
      });
      return {
        stream,
        ended,
        next: (type: types.Event_Type) => events.next((e) => e.type === type),
      };
    },
  };
}

describe.each<MediaType>(["application/json", "application/x-protobuf"])(
  "the operator's stream in %s",
  (mediaType) => {
    it("tells what happens", async () => {
      const { address } = await master(["--allocation_interval=50ms"]);
      const { next, stream } = await operator(address).subscribe(mediaType);
      expect(stream.headers["content-type"]).toBe(mediaType);
      const recorded = recording<{ headers: Record<string, string> }>("http/operator_stream");
      expect(Object.keys(stream.headers).sort()).toEqual(
        Object.keys(recorded.headers)
          .map((name) => name.toLowerCase())
          .sort(),
      );
      const { subscribed } = await next("SUBSCRIBED");
      expect(subscribed?.heartbeat_interval_seconds).toBe(15);
      expect(subscribed?.get_state?.get_agents?.agents ?? []).toEqual([]);
      await next("HEARTBEAT");

      const agent = await fakeAgent(address);
      const added = await next("AGENT_ADDED");
      expect(added.agent_added?.agent.agent_info.id?.value).toBe(agent.id);
      const scheduler = await HttpScheduler.subscribe(address, "application/x-protobuf", {
        user: "u",
        name: "watched",
      });
      const framework = await next("FRAMEWORK_ADDED");
      expect(framework.framework_added?.framework.framework_info.name).toBe("watched");

      const [offer] = (await scheduler.next("OFFERS")).offers?.offers ?? [];
      if (offer === undefined) throw new Error("no offer");
      await scheduler.call({
        type: "ACCEPT",
        accept: {
          offer_ids: [offer.id],
          operations: [
            {
              type: "LAUNCH",
              launch: {
                task_infos: [
                  {
                    name: "t",
                    task_id: { value: "t" },
                    agent_id: offer.agent_id,
                    command: { value: "true" },
                    resources: [{ name: "cpus", type: "SCALAR", scalar: { value: 1 } }],
                  },
                ],
              },
            },
          ],
        },
      });
      expect((await next("TASK_ADDED")).task_added?.task.task_id.value).toBe("t");
      const run = await agent.peer.next<internal.RunTaskMessage>("RunTaskMessage");
      agent.update(run, "TASK_RUNNING");
      expect((await next("TASK_UPDATED")).task_updated?.state).toBe("TASK_RUNNING");
      await scheduler.call({ type: "TEARDOWN" });
      await next("FRAMEWORK_REMOVED");
      agent.peer.send("UnregisterSlaveMessage", {
        agent_id: { value: agent.id },
      } as internal.UnregisterSlaveMessage);
      expect((await next("AGENT_REMOVED")).agent_removed?.agent_id.value).toBe(agent.id);
    });
  },
);

it("closes the oldest stream when there are too many", async () => {
  const { address } = await master(["--max_operator_event_stream_subscribers=1"]);
  const first = await operator(address).subscribe("application/json");
  await first.next("SUBSCRIBED");
  const second = await operator(address).subscribe("application/json");
  await second.next("SUBSCRIBED");
  await first.ended;
});

describe("calls about the program", () => {
  it("answers in JSON and in protobuf", async () => {
    const { address } = await master();
    const { call } = operator(address);
    for (const mediaType of ["application/json", "application/x-protobuf"] as const) {
      const flags = (await call({ type: "GET_FLAGS" }, mediaType)).response();
      expect(flags.get_flags?.flags).toEqual([{ name: "port", value: "0" }]);
      const version = (await call({ type: "GET_VERSION" }, mediaType)).response();
      expect(version.get_version?.version_info.version).toBe("1.12.0");
      const metrics = (await call({ type: "GET_METRICS", get_metrics: {} }, mediaType)).response();
      const names = metrics.get_metrics?.metrics?.map(({ name }) => name) ?? [];
      expect(names).toContain("master/uptime_secs");
      const health = (await call({ type: "GET_HEALTH" }, mediaType)).response();
      expect(health.get_health?.healthy).toBe(true);
    }
  });

  it("sets the logging level for a while", async () => {
    const { address } = await master();
    const { call } = operator(address);
    const level = async () =>
      (await call({ type: "GET_LOGGING_LEVEL" })).response().get_logging_level?.level;
    expect(await level()).toBe(0);
    const set = await call({
      type: "SET_LOGGING_LEVEL",
      set_logging_level: { level: 2, duration: { nanoseconds: 500e6 } },
    });
    expect([set.status, set.text]).toEqual([200, ""]);
    expect(await level()).toBe(2);
    await expect.poll(level, { interval: 5 }).toBe(0);
  });

  it("lists and reads files", async () => {
    const folder = mkdtempSync(`${tmpdir()}/master-log-`);
    closeLater(() => rmSync(folder, { recursive: true }));
    writeFileSync(`${folder}/log`, "hello\n");
    const { address } = await master([`--external_log_file=${folder}/log`]);
    const { call } = operator(address);
    const read = async () =>
      call({ type: "READ_FILE", read_file: { path: "/master/log", offset: 1, length: 3 } });
    await expect.poll(async () => (await read()).status, { interval: 5 }).toBe(200);
    const part = (await read()).response().read_file;
    expect(part?.size).toBe(6);
    expect(Buffer.from(part?.data ?? []).toString()).toBe("ell");
    const listed = await call({ type: "LIST_FILES", list_files: { path: "/master/log" } });
    expect(listed.status).toBe(200);
    const none = await call({ type: "LIST_FILES", list_files: { path: "/nosuch" } });
    expect([none.status, none.text]).toEqual([404, ""]);
    const noFile = await call({ type: "READ_FILE", read_file: { path: "/nosuch", offset: 0 } });
    expect([noFile.status, noFile.text]).toEqual([404, ""]);
  });

  it("marks an agent gone", async () => {
    const { address } = await master();
    const agent = await fakeAgent(address);
    const { call } = operator(address);
    const agent_id = { value: agent.id };
    const gone = await call({ type: "MARK_AGENT_GONE", mark_agent_gone: { agent_id } });
    expect([gone.status, gone.text]).toEqual([200, ""]);
    await agent.peer.next("ShutdownMessage");
    const unknown = await call({
      type: "MARK_AGENT_GONE",
      mark_agent_gone: { agent_id: { value: "nope" } },
    });
    expect([unknown.status, unknown.text]).toEqual([404, "Agent 'nope' not found"]);
  });
});
