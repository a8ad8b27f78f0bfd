import { chmodSync, existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { idOf, LiveScheduler } from "./live-scheduler.ts";
import { end, getJson, type Program, Programs, until } from "./programs.ts";
import type { Json } from "./recordings.ts";

/** The life of a persistent volume, with real programs: it outlives tasks and its agent's death. */

const FLAGS = ["--resources=cpus:2;mem:1024;disk:1024", "--registration_backoff_factor=10ms"];
const RESERVATIONS = [{ type: "DYNAMIC", role: "dev", principal: "p" }];

const disk = (value: number): object => ({
  name: "disk",
  type: "SCALAR",
  scalar: { value },
  reservations: RESERVATIONS,
});
const volume = (value: number): object => ({
  ...disk(value),
  disk: {
    persistence: { id: "v", principal: "p" },
    volume: { mode: "RW", container_path: "data" },
  },
});

const programs = new Programs();
const work = join(programs.folder, "agent");
const folder = join(work, "volumes/roles/dev/v");
let master: Program;
let agent: Program;
let scheduler: LiveScheduler;

beforeAll(async () => {
  // Another user's task must be able to come here.
  chmodSync(programs.folder, 0o755);
  master = await programs.master(["--allocation_interval=100ms"]);
  agent = await programs.agent(master, FLAGS);
  scheduler = new LiveScheduler(master);
  await scheduler.subscribe({
    user: "root",
    name: "keeper",
    principal: "p",
    checkpoint: true,
    failover_timeout: 60,
    roles: ["dev"],
    capabilities: ["MULTI_ROLE", "PARTITION_AWARE", "RESERVATION_REFINEMENT"].map((type) => ({
      type,
    })),
  });
});

afterAll(async () => {
  scheduler.close();
  await programs.close();
});

function task(offer: Json, id: string, value: string, size: number): object {
  return {
    name: id,
    task_id: { value: id },
    agent_id: offer["agent_id"],
    command: { value },
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 0.1 } },
      { name: "mem", type: "SCALAR", scalar: { value: 32 } },
      volume(size),
    ],
  };
}

/** The disk in all open offers, by what it is of: `{ volume: 64, reserved: 16 }`. */
function disks(): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const offer of scheduler.openOffers()) {
    for (const resource of (offer["resources"] ?? []) as readonly Json[]) {
      if (resource["name"] !== "disk") continue;
      const kind = "disk" in resource ? "volume" : "reservations" in resource ? "reserved" : "free";
      sums[kind] = (sums[kind] ?? 0) + Number(resource["scalar"]?.["value"]);
    }
  }
  return sums;
}

/** Waits until so much of the disk is offered. */
async function offered(wanted: Record<string, number>): Promise<Json> {
  await until(
    () => isDeepStrictEqual(disks(), wanted),
    () => `${JSON.stringify(wanted)}, offered are ${JSON.stringify(disks())}`,
  );
  return scheduler.openOffers()[0] as Json;
}

/** Accepts all that is offered. */
async function accept(operations: readonly object[]): Promise<void> {
  const offers = scheduler.openOffers();
  scheduler.used(offers.map(idOf));
  const offer_ids = offers.map(({ id }) => id);
  const reply = await scheduler.say("ACCEPT", {
    accept: { offer_ids, operations, filters: { refuse_seconds: 0 } },
  });
  expect(reply.status).toBe(202);
}

/** An operation's status, once it was sent so many times. */
async function status(id: string, count = 1): Promise<Json> {
  const event = await scheduler.seen(
    (each) => each["update_operation_status"]?.["status"]?.["operation_id"]?.["value"] === id,
    count,
  );
  return event["update_operation_status"]?.["status"] as Json;
}

async function finished(...ids: readonly string[]): Promise<void> {
  for (const id of ids) await acknowledge(await status(id));
}

async function acknowledge(told: Json): Promise<void> {
  expect(told["state"]).toBe("OPERATION_FINISHED");
  const { agent_id, uuid, operation_id } = told as Record<string, Json>;
  const reply = await scheduler.say("ACKNOWLEDGE_OPERATION_STATUS", {
    acknowledge_operation_status: { agent_id, uuid: uuid?.["value"], operation_id },
  });
  expect(reply.status).toBe(202);
}

/** The operations that the agent's disk still knows. */
function checkpointed(): string[] {
  const operations = join(work, "meta/slaves/latest/operations");
  return existsSync(operations) ? readdirSync(operations) : [];
}

it("is reserved, created and written to in one ACCEPT", async () => {
  const offer = await offered({ free: 1024 });
  await accept([
    { type: "RESERVE", id: { value: "reserve" }, reserve: { resources: [disk(64)] } },
    { type: "CREATE", id: { value: "create" }, create: { volumes: [volume(64)] } },
    {
      type: "LAUNCH",
      launch: { task_infos: [task(offer, "write", "echo kept > data/file; ls -d data/", 64)] },
    },
  ]);
  await scheduler.update("write", "TASK_FINISHED");
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("kept\n");
  await finished("reserve");
  await until(() => checkpointed().length === 1);
});

it("is there when the agent comes back from kill -9, and its operation is told again", async () => {
  await status("create");
  await end(agent.process, "SIGKILL");
  agent = await programs.lone(master.address, FLAGS, agent.port);
  await acknowledge(await status("create", 2));
  await until(() => checkpointed().length === 0);
  const offer = await offered({ free: 960, volume: 64 });
  await accept([
    { type: "LAUNCH", launch: { task_infos: [task(offer, "read", "grep kept data/file", 64)] } },
  ]);
  await scheduler.update("read", "TASK_FINISHED");
});

it("belongs to the user of the task that has it", async () => {
  const offer = await offered({ free: 960, volume: 64 });
  const info = task(offer, "own", "touch data/own", 64);
  const command = { value: "touch data/own", user: "nobody" };
  await accept([{ type: "LAUNCH", launch: { task_infos: [{ ...info, command }] } }]);
  await scheduler.update("own", "TASK_FINISHED");
  expect(statSync(join(folder, "own")).uid).toBe(statSync(folder).uid);
  expect(statSync(folder).uid).not.toBe(0);
});

it("grows and shrinks with what is in it", async () => {
  await offered({ free: 960, volume: 64 });
  await accept([
    { type: "RESERVE", reserve: { resources: [disk(16)] } },
    {
      type: "GROW_VOLUME",
      id: { value: "grow" },
      grow_volume: { volume: volume(64), addition: disk(16) },
    },
  ]);
  await finished("grow");
  await offered({ free: 944, volume: 80 });
  await accept([
    {
      type: "SHRINK_VOLUME",
      id: { value: "shrink" },
      shrink_volume: { volume: volume(80), subtract: { value: 48 } },
    },
  ]);
  await finished("shrink");
  await offered({ free: 944, reserved: 48, volume: 32 });
  expect(readFileSync(join(folder, "file"), "utf8")).toBe("kept\n");
});

it("is destroyed with what is in it, and its disk is everybody's again", async () => {
  await offered({ free: 944, reserved: 48, volume: 32 });
  await accept([
    { type: "DESTROY", id: { value: "destroy" }, destroy: { volumes: [volume(32)] } },
    { type: "UNRESERVE", id: { value: "unreserve" }, unreserve: { resources: [disk(80)] } },
  ]);
  await finished("destroy", "unreserve");
  await until(() => !existsSync(folder));
  const { slaves } = await getJson<{ slaves: { reserved_resources: object }[] }>(master, "/slaves");
  expect(slaves[0]?.reserved_resources).toEqual({});
  await offered({ free: 1024 });
  await until(() => checkpointed().length === 0);
});
