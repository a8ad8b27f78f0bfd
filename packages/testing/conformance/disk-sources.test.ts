import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { idOf, LiveScheduler } from "./live-scheduler.ts";
import { end, getJson, type Program, Programs, until } from "./programs.ts";
import type { Json } from "./recordings.ts";

/** An operator's volumes on disks of their own: a shared PATH disk, a MOUNT disk used as a whole. */

const programs = new Programs();
const client = new HttpClient();
const root = (type: string): string => join(programs.folder, type);
const disk = (type: "PATH" | "MOUNT"): object => ({
  source: { type, [type.toLowerCase()]: { root: root(type) } },
});
const scalar = (name: string, value: number, more: object = {}): object => ({
  name,
  type: "SCALAR",
  scalar: { value },
  ...more,
});
const ROLE = "eng/web";
const reservations = [{ type: "DYNAMIC", role: ROLE }];
const volume = (type: "PATH" | "MOUNT", value: number): object =>
  scalar("disk", value, {
    reservations,
    disk: {
      ...disk(type),
      persistence: { id: "v" },
      volume: { mode: "RW", container_path: "data" },
    },
  });

let master: Program;
let agent: Program;
let agentId: string;
let flags: string[];

beforeAll(async () => {
  const resources = [
    scalar("cpus", 2),
    scalar("mem", 1024),
    scalar("disk", 100),
    scalar("disk", 2048, { disk: disk("PATH") }),
    scalar("disk", 4096, { disk: disk("MOUNT") }),
  ];
  flags = [`--resources=${JSON.stringify(resources)}`, "--registration_backoff_factor=10ms"];
  master = await programs.master(["--allocation_interval=100ms"]);
  agent = await programs.agent(master, flags);
  agentId = (await getJson<{ slaves: { id: string }[] }>(master, "/slaves")).slaves[0]?.id ?? "";
});

afterAll(async () => {
  client.close();
  await programs.close();
});

async function operator(type: string, payload: object): Promise<[number, string]> {
  const reply = await client.request({
    url: `http://${master.address}/api/v1`,
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({
      type,
      [type.toLowerCase()]: { agent_id: { value: agentId }, ...payload },
    }),
  });
  return [reply.status, reply.body.toString()];
}

const reserved = (type: "PATH" | "MOUNT", value: number): object =>
  scalar("disk", value, { reservations, disk: disk(type) });

describe.each([
  ["PATH", 64, "volumes/roles/eng web/v"],
  ["MOUNT", 4096, ""],
] as const)("a volume on a %s disk", (type, size, below) => {
  const folder = (): string => join(root(type), below);

  it("is created, and survives the agent's death with what is in it", async () => {
    expect(await operator("RESERVE_RESOURCES", { resources: [reserved(type, size)] })).toEqual([
      202,
      "",
    ]);
    expect(await operator("CREATE_VOLUMES", { volumes: [volume(type, size)] })).toEqual([202, ""]);
    await until(() => existsSync(folder()));
    writeFileSync(join(folder(), "file"), "kept");
    await end(agent.process, "SIGKILL");
    agent = await programs.lone(master.address, flags, agent.port);
    await until(async () => {
      const state = await getJson<{ reserved_resources: object }>(agent, "/state");
      return ROLE in state.reserved_resources;
    });
    expect(readFileSync(join(folder(), "file"), "utf8")).toBe("kept");
  });

  it("is seen by tasks of the role", async () => {
    const scheduler = new LiveScheduler(master);
    await scheduler.subscribe({
      user: "root",
      name: "web",
      roles: [ROLE],
      capabilities: ["MULTI_ROLE", "RESERVATION_REFINEMENT"].map((each) => ({ type: each })),
    });
    const text = `"${type}"`;
    const offer = await scheduler.offer((each) => JSON.stringify(each).includes(text));
    const task: Json = {
      name: "t",
      task_id: { value: `t-${type}` },
      agent_id: offer["agent_id"],
      command: { value: "grep kept data/file && echo more > data/more" },
      resources: [scalar("cpus", 0.1), scalar("mem", 32), volume(type, size)],
    } as unknown as Json;
    expect((await scheduler.launch(offer, [task])).status).toBe(202);
    expect(idOf(offer)).not.toBe("");
    await scheduler.update(`t-${type}`, "TASK_FINISHED");
    expect(readdirSync(folder()).sort()).toEqual(["file", "more"]);
    await scheduler.say("TEARDOWN");
    await scheduler.end();
  });

  it("is destroyed with all that is in it", async () => {
    expect(await operator("DESTROY_VOLUMES", { volumes: [volume(type, size)] })).toEqual([202, ""]);
    await until(() => !existsSync(join(folder(), "file")));
    expect(existsSync(folder())).toBe(type === "MOUNT");
    expect(await operator("UNRESERVE_RESOURCES", { resources: [reserved(type, size)] })).toEqual([
      202,
      "",
    ]);
  });
});

it("a MOUNT disk is taken as a whole or not at all", async () => {
  expect(await operator("RESERVE_RESOURCES", { resources: [reserved("MOUNT", 1)] })).toEqual([
    409,
    expect.stringMatching(/does not contain disk\[MOUNT:.*\]:1$/),
  ]);
});
