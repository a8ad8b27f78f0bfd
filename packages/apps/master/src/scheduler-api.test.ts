import type { internal } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import {
  closeAfterEach,
  fakeAgent,
  HttpScheduler,
  type MediaType,
  master,
  recording,
} from "./master.test-support.ts";

closeAfterEach();

const INFO = {
  user: "root",
  name: "session",
  roles: ["dev"],
  failover_timeout: 30,
  capabilities: [{ type: "MULTI_ROLE" as const }, { type: "RESERVATION_REFINEMENT" as const }],
};

const TASK_RESOURCES = [
  {
    name: "cpus",
    type: "SCALAR" as const,
    scalar: { value: 0.1 },
    allocation_info: { role: "dev" },
  },
  { name: "mem", type: "SCALAR" as const, scalar: { value: 32 }, allocation_info: { role: "dev" } },
];

describe.each<MediaType>(["application/json", "application/x-protobuf"])(
  "a scheduler session in %s",
  (mediaType) => {
    it("subscribes, launches, acknowledges and ends", async () => {
      const { address } = await master(["--allocation_interval=50ms"]);
      const agent = await fakeAgent(address);
      const scheduler = await HttpScheduler.subscribe(address, mediaType, INFO);
      expect(scheduler.stream.headers["content-type"]).toBe(mediaType);
      expect(scheduler.stream.headers["mesos-stream-id"]).toMatch(/^[0-9a-f-]{36}$/);
      expect(scheduler.frameworkId).toMatch(/-0000$/);

      const offers = await scheduler.next("OFFERS");
      const [offer] = offers.offers?.offers ?? [];
      if (offer === undefined) throw new Error("no offer");
      expect(offer.agent_id.value).toBe(agent.id);

      const task_id = { value: "t-1" };
      const accepted = await scheduler.call({
        type: "ACCEPT",
        accept: {
          offer_ids: [offer.id],
          filters: { refuse_seconds: 0 },
          operations: [
            {
              type: "LAUNCH",
              launch: {
                task_infos: [
                  {
                    name: "t-1",
                    task_id,
                    agent_id: offer.agent_id,
                    command: { value: "true" },
                    resources: TASK_RESOURCES,
                  },
                ],
              },
            },
          ],
        },
      });
      expect(accepted.status).toBe(202);
      expect(accepted.body).toHaveLength(0);
      expect(accepted.headers).toMatchObject({ "content-length": "0" });
      expect(accepted.headers["content-type"]).toBeUndefined();

      const run = await agent.peer.next<internal.RunTaskMessage>("RunTaskMessage");
      expect(run.task.task_id).toEqual(task_id);
      expect(run.framework.id?.value).toBe(scheduler.frameworkId);

      const uuid = agent.update(run, "TASK_FINISHED");
      const update = await scheduler.next("UPDATE");
      expect(update.update?.status).toMatchObject({ state: "TASK_FINISHED", task_id });
      expect(Buffer.from(update.update?.status.uuid ?? [])).toEqual(uuid);
      const acknowledged = await scheduler.call({
        type: "ACKNOWLEDGE",
        acknowledge: { agent_id: offer.agent_id, task_id, uuid },
      });
      expect(acknowledged.status).toBe(202);
      const acknowledgement = await agent.peer.next<internal.StatusUpdateAcknowledgementMessage>(
        "StatusUpdateAcknowledgementMessage",
      );
      expect(Buffer.from(acknowledgement.uuid)).toEqual(uuid);

      expect((await scheduler.call({ type: "TEARDOWN" })).status).toBe(202);
      await scheduler.ended;
      const shutdown = await agent.peer.next<internal.ShutdownFrameworkMessage>(
        "ShutdownFrameworkMessage",
      );
      expect(shutdown.framework_id.value).toBe(scheduler.frameworkId);
    });
  },
);

it("writes the recorded SUBSCRIBED event and the recorded headers", async () => {
  const { address } = await master();
  const scheduler = await HttpScheduler.subscribe(address, "application/json", INFO);
  const recorded = recording<{ headers: Record<string, string> }>("http/scheduler_stream");
  expect(Object.keys(scheduler.stream.headers).sort()).toEqual(
    Object.keys(recorded.headers)
      .map((name) => name.toLowerCase())
      .sort(),
  );
  expect(await scheduler.next("HEARTBEAT")).toEqual({ type: "HEARTBEAT" });
});

it("lets a second subscription take the framework over and closes the first stream", async () => {
  const { address } = await master();
  const first = await HttpScheduler.subscribe(address, "application/json", INFO);
  const id = { value: first.frameworkId };
  const second = await HttpScheduler.subscribe(address, "application/x-protobuf", { ...INFO, id });
  expect(second.frameworkId).toBe(first.frameworkId);
  await first.ended;
  const refused = await first.call({ type: "SUPPRESS" });
  expect(refused.status).toBe(400);
  expect(refused.body.toString()).toMatch(/didn't match the stream ID currently associated/);
  expect((await second.call({ type: "SUPPRESS" })).status).toBe(202);
});

it("refuses a framework with an ERROR event and the end of the stream", async () => {
  const { address } = await master();
  const refused = await HttpScheduler.subscribe(address, "application/json", {
    ...INFO,
    roles: ["a b"],
  });
  expect((await refused.next("ERROR")).error?.message).toMatch(/role/i);
  await refused.ended;
});

it("removes a framework without failover time when its connection breaks", async () => {
  const { address, master: running } = await master();
  const gone = await HttpScheduler.subscribe(address, "application/x-protobuf", {
    ...INFO,
    failover_timeout: 0,
  });
  gone.stream.close();
  await gone.ended;
  await expect.poll(() => running.core.frameworks.completed.size, { interval: 5 }).toBe(1);
});

it("forgets the framework of a client that leaves before its reply begins", async () => {
  const { address, master: running } = await master();
  const { connect } = await import("node:net");
  const [host = "", port = ""] = address.split(":");
  const body = JSON.stringify({
    type: "SUBSCRIBE",
    subscribe: { framework_info: { user: "u", name: "hasty" } },
  });
  const socket = connect(Number(port), host, () => {
    socket.end(
      `POST /api/v1/scheduler HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n` +
        `Accept: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      () => socket.destroy(),
    );
  });
  socket.on("error", () => {});
  await expect.poll(() => running.core.frameworks.completed.size, { interval: 5 }).toBe(1);
  expect(running.core.frameworks.registered.size).toBe(0);
});
