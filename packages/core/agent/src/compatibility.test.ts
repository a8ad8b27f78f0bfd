import type { AgentInfo, Attribute, Resource } from "@mesos-ts/protos";
import { parseAttributes, parseResources } from "@mesos-ts/resources";
import { describe, expect, it } from "vitest";
import { incompatibility } from "./compatibility.ts";
import { config } from "./testing.ts";

const domain = (region: string, zone: string): AgentInfo["domain"] => ({
  fault_domain: { region: { name: region }, zone: { name: zone } },
});

function resources(text: string): { resources: Resource[] } {
  const parsed = parseResources(text, "*");
  if (parsed.type === "error") throw new Error(parsed.error);
  return { resources: [...parsed.value.items] };
}

function attributes(text: string): { attributes: Attribute[] } {
  const parsed = parseAttributes(text);
  if (parsed.type === "error") throw new Error(parsed.error);
  return { attributes: parsed.value };
}

type Case = [before: Partial<AgentInfo>, now: Partial<AgentInfo>, why: string | undefined];

describe("--reconfiguration_policy=equal", () => {
  it.each<Case>([
    [{}, {}, undefined],
    [{ hostname: "a" }, { hostname: "b" }, "The hostname is 'b' and was 'a'."],
    [{ port: 2 }, { port: 1 }, "The port is 1 and was 2."],
    [{ port: 5051 }, { port: undefined }, undefined],
    [{ domain: domain("eu", "a") }, { domain: domain("eu", "a") }, undefined],
    [
      { domain: domain("eu", "a") },
      { domain: domain("eu", "b") },
      "The domain is 'eu/b' and was 'eu/a'.",
    ],
    [{}, { domain: domain("eu", "a") }, "The domain is 'eu/a' and was none."],
    [{ domain: domain("eu", "a") }, {}, "The domain is none and was 'eu/a'."],
    [resources("cpus:1"), resources("cpus:2"), "The resources are 'cpus:2' and were 'cpus:1'."],
    [resources("cpus:1;mem:2"), resources("mem:2;cpus:1"), undefined],
    [{}, attributes("rack:r1"), "The attributes differ."],
    [attributes("rack:r1;zone:z"), attributes("zone:z;rack:r1"), undefined],
  ])("%j, then %j", (before, now, why) => {
    const text = verdict("equal", before, now);
    if (why === undefined) expect(text).toBeUndefined();
    else {
      expect(text).toContain(`Incompatible agent info detected. ${why}\n`);
      expect(text).toContain('Old agent info:\n{"hostname":');
      expect(text).toContain('New agent info:\n{"hostname":');
    }
  });
});

describe("--reconfiguration_policy=additive", () => {
  const policy = "Configuration change not permitted under 'additive' policy";
  const moved = "Configuration change not permitted under `additive` policy";
  it.each<Case>([
    [{}, {}, undefined],
    [{ hostname: "a" }, { hostname: "b" }, `${moved}: Hostname changed from a to b`],
    [{ port: 2 }, { port: 1 }, `${moved}: Port changed from 2 to 1`],
    [
      { domain: domain("eu", "a") },
      { domain: domain("eu", "b") },
      `${moved}: Domain changed from 'eu/a' to 'eu/b'`,
    ],
    [{ domain: domain("eu", "a") }, {}, `${moved}: Domain changed from 'eu/a' to none`],
    [{}, { domain: domain("eu", "a") }, undefined],
    [resources("cpus:1"), resources("cpus:2;gpus:1;mem:5"), undefined],
    [
      resources("cpus:2"),
      resources("cpus:1.5"),
      `${policy}: Value of scalar resource 'cpus' decreased from 2 to 1.5`,
    ],
    [resources("cpus:1;mem:2"), resources("cpus:1"), `${policy}. Resource not found: mem:2`],
    [
      resources("cpus(eng):1"),
      resources("cpus:4"),
      `${policy}. Resource not found: cpus(reservations: [(STATIC,eng)]):1`,
    ],
    [resources("ports:[1-5]"), resources("ports:[1-9]"), undefined],
    [
      resources("ports:[1-5]"),
      resources("ports:[2-9]"),
      `${policy}: Previous value of range resource 'ports' ([1-5]) not included in current [2-9]`,
    ],
    [resources("disks:{a}"), resources("disks:{b,a}"), undefined],
    [
      resources("disks:{a}"),
      resources("disks:{b}"),
      `${policy}: Previous value of set resource 'disks' ({a}) not included in current {b}`,
    ],
    [{}, attributes("rack:r1"), undefined],
    [attributes("rack:r1"), {}, `${policy}: Couldn't find attribute rack:r1`],
    [
      attributes("rack:r1"),
      attributes("rack:r2"),
      `${policy}: Value of text attribute 'rack' changed from r1 to r2`,
    ],
    [
      attributes("level:1"),
      attributes("level:2"),
      `${policy}: Value of scalar attribute 'level' changed from 1 to 2`,
    ],
    [
      attributes("level:1"),
      attributes("level:one"),
      `${policy}: Type of attribute 'level' changed from SCALAR to TEXT`,
    ],
    [attributes("rows:[1-5]"), attributes("rows:[1-9]"), undefined],
    [
      attributes("rows:[1-5]"),
      attributes("rows:[2-9]"),
      "Previous value of ranges resource 'rows' ([1-5]) not included in current [2-9]",
    ],
  ])("%j, then %j", (before, now, why) => expect(verdict("additive", before, now)).toBe(why));
});

function verdict(
  policy: "equal" | "additive",
  before: Partial<AgentInfo>,
  now: Partial<AgentInfo>,
): string | undefined {
  return incompatibility(policy, { ...config.info, ...before }, { ...config.info, ...now });
}
