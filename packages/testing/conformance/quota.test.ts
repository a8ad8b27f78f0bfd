/** The recorded operator's session about quotas and weights, held with our programs. */
import { HttpClient } from "@mesos-ts/transport";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getJson, type Program, Programs, RECORDED_AGENT, RECORDED_MASTER } from "./programs.ts";
import { type Exchange, type Json, recording } from "./recordings.ts";

const exchanges = recording<readonly Exchange[]>("ops/ops_quota.json");

const client = new HttpClient();
const programs = new Programs();
let master: Program;

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  await programs.agent(master, RECORDED_AGENT);
});

afterAll(async () => {
  client.close();
  await programs.close();
});

describe("quotas and weights, in the order of the recording", () => {
  it.each(
    exchanges.map((each, index) => {
      const { method, path, body } = each.request;
      return [index, method, path, body ?? "", each] as const;
    }),
  )("%i: %s %s %s", async (_, method, path, body, recorded) => {
    const reply = await client.request({
      url: `http://${master.address}${path}`,
      method,
      headers: recorded.request.headers,
      ...(body === "" ? {} : { body }),
    });
    const text = reply.body.toString();
    expect([reply.status, reply.headers["content-type"]]).toEqual([
      recorded.status,
      recorded.headers["Content-Type"],
    ]);
    if (recorded.json === undefined) expect(text).toBe(recorded.text);
    else expect(unordered(JSON.parse(text) as Json)).toEqual(unordered(recorded.json));
  });

  it("leaves in the registry what is set", async () => {
    const registry = await getJson<Json>(master, "/registrar(1)/registry");
    expect(registry["weights"]).toEqual([
      { info: { role: "dev", weight: 2.5 } },
      { info: { role: "ops", weight: 3 } },
    ]);
    expect(registry).not.toHaveProperty("quota_configs");
    expect(registry).not.toHaveProperty("minimum_capabilities");
  });
});

/** Mesos lists weights in the order of a hash table. */
function unordered(json: Json): unknown {
  const weights = json["get_weights"]?.["weight_infos"];
  if (weights === undefined) return json;
  const sorted = [...weights].sort((a, b) => (String(a["role"]) < String(b["role"]) ? -1 : 1));
  return { type: json["type"], get_weights: { weight_infos: sorted } };
}
