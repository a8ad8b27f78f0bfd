/** A v0 framework: its recorded calls go to our master, whose messages are compared with Mesos's. */
import { Buffer } from "node:buffer";
import {
  decode,
  encode,
  internal,
  libprocessType,
  type Message,
  type MessageType,
  schedulerV0,
  toJson,
} from "@mesos-ts/protos";
import { expect, it } from "vitest";
import { closeAfterEach, fakeAgent, master, Peer, recording } from "./master.test-support.ts";

closeAfterEach();

interface Sent {
  readonly line: string;
  readonly body_hex?: string;
}

const records = recording<readonly Sent[]>("wire/one-master");
const SUBSCRIBE = 23;

/** The first recorded message of a name from the driver's subscription on. */
function recorded<T extends Message>(name: string, type: MessageType<T>, nth = 0): T {
  const found = records.slice(SUBSCRIBE).filter(({ line }) => line.includes(`/${name} `))[nth];
  if (found?.body_hex === undefined) throw new Error(`no recorded ${name}`);
  return decode(type, Buffer.from(found.body_hex, "hex"));
}

/** What differs from run to run, made alike: the master's id, ports, and counters in ids. */
function alike<T extends Message>(type: MessageType<T>, message: T): unknown {
  const text = toJson(type, message, "v0")
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
    .replace(/UUID-([SO]?)\d+/g, "UUID-$1")
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replace(/"port":\d+/g, '"port":0');
  return JSON.parse(text, (key, value) =>
    key === "resources" ? sorted(value as { name: string }[]) : value,
  );
}

function sorted(resources: { name: string }[]): { name: string }[] {
  return [...resources].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function bytesOf(call: schedulerV0.Call): Buffer {
  return encode(schedulerV0.Call, call);
}

it("registers, is offered, launches and is updated as with Apache Mesos", async () => {
  const { address } = await master(["--allocation_interval=50ms"]);
  const agent = await fakeAgent(address);
  const driver = await Peer.open("scheduler-83673df8-0400-4784-b619-b1d877294116", address);
  const subscribe = Buffer.from(records[SUBSCRIBE]?.body_hex ?? "", "hex");
  driver.sendBytes("mesos.scheduler.Call", subscribe);

  const registered = await driver.next<internal.FrameworkRegisteredMessage>(
    "FrameworkRegisteredMessage",
  );
  const registeredType = internal.FrameworkRegisteredMessage;
  expect(alike(registeredType, registered)).toEqual(
    alike(registeredType, recorded("mesos.internal.FrameworkRegisteredMessage", registeredType)),
  );

  const offered = await driver.next<internal.ResourceOffersMessage>("ResourceOffersMessage");
  const offersType = internal.ResourceOffersMessage;
  const ours = alike(offersType, offered) as { offers: { attributes: unknown[] }[] };
  const theirs = alike(
    offersType,
    recorded("mesos.internal.ResourceOffersMessage", offersType),
  ) as typeof ours;
  for (const offer of [...ours.offers, ...theirs.offers]) offer.attributes = [];
  expect(ours).toEqual(theirs);

  const accept = recorded("mesos.scheduler.Call", schedulerV0.Call, 1);
  const offer = offered.offers?.[0];
  if (accept.accept === undefined || offer === undefined) throw new Error("no offer");
  const tasks = accept.accept.operations?.[0]?.launch?.task_infos ?? [];
  expect(tasks.length).toBeGreaterThan(1);
  for (const task of tasks) task.agent_id = offer.agent_id;
  driver.sendBytes(
    "mesos.scheduler.Call",
    bytesOf({
      ...accept,
      framework_id: registered.framework_id,
      accept: { ...accept.accept, offer_ids: [offer.id] },
    }),
  );
  const run = await agent.peer.next<internal.RunTaskMessage>("RunTaskMessage");
  expect(run.task.name).toBe("Task 0");
  expect(run.pid).toBe(driver.pid);

  const statusType = internal.StatusUpdateMessage;
  const uuid = agent.update(run, "TASK_RUNNING");
  const update = await driver.next<internal.StatusUpdateMessage>("StatusUpdateMessage");
  expect(update.pid).toBe(agent.peer.pid);
  expect(Buffer.from(update.update.uuid ?? [])).toEqual(uuid);
  // The second of the recorded ones is the master's, to the scheduler.
  const theirUpdate = records.find(
    ({ line }) => line.includes("/scheduler-") && line.includes("StatusUpdateMessage"),
  );
  const reference = decode(statusType, Buffer.from(theirUpdate?.body_hex ?? "", "hex"));
  expect(Object.keys(update.update).sort()).toEqual(Object.keys(reference.update).sort());

  driver.sendBytes(
    "mesos.scheduler.Call",
    bytesOf({
      framework_id: registered.framework_id,
      type: "ACKNOWLEDGE",
      acknowledge: { agent_id: offer.agent_id, task_id: run.task.task_id, uuid },
    }),
  );
  const acknowledged = await agent.peer.next<internal.StatusUpdateAcknowledgementMessage>(
    "StatusUpdateAcknowledgementMessage",
  );
  expect(Buffer.from(acknowledged.uuid)).toEqual(uuid);
});

it("drops what is no message, counts it, and goes on", async () => {
  const running = await master();
  const peer = await Peer.open("scheduler-1", running.address);
  peer.sendBytes("mesos.internal.NoSuchMessage", Buffer.from("x"));
  peer.sendBytes("mesos.internal.RegisterSlaveMessage", Buffer.from([0xff, 0xff, 0xff]));
  peer.sendBytes("mesos.scheduler.Call", Buffer.alloc(0));
  expect(libprocessType("mesos.internal.NoSuchMessage")).toBeUndefined();
  const agent = await fakeAgent(running.address);
  expect(agent.id).toMatch(/-S0$/);
  const { get } = await import("./master.test-support.ts");
  const metrics = async () => {
    const reply = await get(running.address, "/metrics/snapshot");
    return JSON.parse(reply.body.toString()) as Record<string, number>;
  };
  await expect
    .poll(async () => (await metrics())["master/dropped_messages"], { interval: 5 })
    .toBeGreaterThanOrEqual(3);
});

it("ends a framework whose process is gone", async () => {
  const running = await master();
  const driver = await Peer.open("scheduler-2", running.address);
  driver.sendBytes(
    "mesos.scheduler.Call",
    bytesOf({
      type: "SUBSCRIBE",
      subscribe: { framework_info: { user: "u", name: "brief", failover_timeout: 0 } },
    }),
  );
  await driver.next("FrameworkRegisteredMessage");
  await driver.server.close();
  await expect.poll(() => running.master.core.frameworks.completed.size, { interval: 5 }).toBe(1);
});
