import { existsSync } from "node:fs";
import { join } from "node:path";
import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Program, Programs, RECORDED_AGENT, RECORDED_MASTER, until } from "./programs.ts";
import { type Exchange, type Json, recording, renamed } from "./recordings.ts";
import { shapeDifferences } from "./shapes.ts";

/** An operator's session with reservations and volumes, said again to our own master and agent. */

const session = recording<readonly Exchange[]>("ops/ops_reserve.json");
const RECORDED_AGENT_ID = "f8ff7769-76cf-40ba-9874-fc53c6e93649-S0";

/** What the session is about: it must be the same in every number and name. */
const RESOURCES = [
  "resources",
  "used_resources",
  "offered_resources",
  "reserved_resources",
  "unreserved_resources",
  "reserved_resources_full",
  "unreserved_resources_full",
  "used_resources_full",
  "offered_resources_full",
  "reserved_resources_allocated",
  "total_resources",
];

/** Explained in docs/compatibility.md: it runs from its source. */
const EXPLAINED = /^-\.(git_sha|git_branch)$/;

const client = new HttpClient();
const programs = new Programs();
let master: Program;
let agent: Program;
let agentId: string;

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  agent = await programs.agent(master, RECORDED_AGENT);
  const reply = await client.request({ url: `http://${master.address}/slaves`, method: "GET" });
  agentId = (JSON.parse(reply.body.toString()) as Json)["slaves"]?.[0]?.["id"] ?? "";
});

afterAll(async () => {
  client.close();
  await programs.close();
});

/** Only the agent's endpoint is called `/state` in this session. */
async function ask({ request }: Exchange): Promise<{ status: number; text: string }> {
  const program = request.path === "/state" ? agent : master;
  const { status, body } = await client.request({
    url: `http://${program.address}${request.path}`,
    method: request.method,
    headers: request.headers,
    ...(request.body === null ? {} : { body: request.body.replaceAll(RECORDED_AGENT_ID, agentId) }),
  });
  return { status, text: body.toString().replaceAll(agentId, RECORDED_AGENT_ID) };
}

/** The part of a reply that tells of resources, wherever it is in there. */
function resourcesIn(value: Json): unknown {
  const found = value["slaves"]?.[0] ?? value["get_agents"]?.["agents"]?.[0] ?? value;
  return Object.fromEntries(
    RESOURCES.filter((name) => name in found).map((name) => [name, found[name]]),
  );
}

const named = session.map((exchange, index) => {
  const { method, path, body } = exchange.request;
  const what = /"type": "([A-Z_]+)"/.exec(body ?? "")?.[1];
  return [
    `${index}: ${what === undefined || path !== "/api/v1" ? `${method} ${path}` : what}`,
    exchange,
  ] as const;
});

it.each(named)("%s is answered as recorded", async (_, exchange) => {
  if (exchange.json === undefined) {
    const { status, text } = await ask(exchange);
    expect({ status, text }).toEqual({ status: exchange.status, text: exchange.text });
    return;
  }
  // The agent is told when the master has answered already.
  let reply: Json = {} as Json;
  await until(
    async () => {
      reply = JSON.parse((await ask(exchange)).text) as Json;
      const [ours, theirs] = [reply, exchange.json as Json].map(resourcesIn);
      return JSON.stringify(sorted(ours)) === JSON.stringify(sorted(theirs));
    },
    () => JSON.stringify([resourcesIn(reply), resourcesIn(exchange.json as Json)], null, 1),
  );
  const differences = shapeDifferences(
    exchange.json,
    renamed(reply, [[agentId, RECORDED_AGENT_ID]]),
  );
  expect(differences.filter((each) => !EXPLAINED.test(each))).toEqual([]);
});

/** Objects with their names in order: JSON has none. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, sorted(each)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

it("has made the volume's folder, and removes it", async () => {
  const role = join(programs.folder, "agent/volumes/roles/dev");
  expect(existsSync(role)).toBe(true);
  // The operator was answered before the agent was told.
  await expect.poll(() => existsSync(join(role, "v1")), { timeout: 10_000 }).toBe(false);
});
