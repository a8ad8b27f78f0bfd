import type { AgentInfo } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { incompatible } from "./recovery.ts";
import { config } from "./testing.ts";

const domain = (region: string, zone: string): AgentInfo["domain"] => ({
  fault_domain: { region: { name: region }, zone: { name: zone } },
});

describe("an agent that starts again as another one", () => {
  it.each<[Partial<AgentInfo>, Partial<AgentInfo>, string | undefined]>([
    [{}, {}, undefined],
    [{ hostname: "b" }, { hostname: "a" }, "the hostname is 'b' and was 'a'"],
    [{ port: 1 }, { port: 2 }, "the port is 1 and was 2"],
    [{ domain: domain("eu", "a") }, { domain: domain("eu", "a") }, undefined],
    [
      { domain: domain("eu", "b") },
      { domain: domain("eu", "a") },
      "the domain is 'eu/b' and was 'eu/a'",
    ],
    [{ domain: domain("eu", "a") }, {}, "the domain is 'eu/a' and was none"],
    [{}, { domain: domain("eu", "a") }, "the domain is none and was 'eu/a'"],
    [
      { resources: [] },
      { resources: [{ name: "cpus", type: "SCALAR", scalar: { value: 1 } }] },
      "the resources are '{}' and were 'cpus:1'",
    ],
    [
      { attributes: [{ name: "rack", type: "TEXT", text: { value: "r1" } }] },
      {},
      "the attributes differ",
    ],
  ])("with %j instead of %j", (now, before, difference) => {
    expect(incompatible({ ...config.info, ...now }, { ...config.info, ...before })).toBe(
      difference,
    );
  });
});
