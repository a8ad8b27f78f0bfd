import { unwrap } from "@mesos-ts/base";
import type { Resource } from "@mesos-ts/protos";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyOperation,
  downgrade,
  endpointFormat,
  parseAttributes,
  parseResources,
  Resources,
  validateResources,
} from "./index.ts";

const bag = (text: string): Resources => unwrap(parseResources(text, "*"));

const scalar = (name: string, value: number, rest: Partial<Resource> = {}): Resource => ({
  name,
  type: "SCALAR",
  scalar: { value },
  ...rest,
});

describe("parsing --resources", () => {
  it.each([
    ["cpus:4;mem:1024;ports:[31000-32000]", "cpus:4; mem:1024; ports:[31000-32000]"],
    ["cpus:0.1;cpus:0.2", "cpus:0.3"],
    ["ports:[1-3,4-6, 9-9]", "ports:[1-6, 9-9]"],
    ["zones:{a,b}", "zones:{a, b}"],
    ["cpus(dev):2", "cpus(reservations: [(STATIC,dev)]):2"],
    ['[{"name":"cpus","type":"SCALAR","scalar":{"value":"2"}}]', "cpus:2"],
    ["cpus:0", "{}"],
  ])("%s", (text, printed) => expect(bag(text).toString()).toBe(printed));

  it.each([
    ["cpus", "Bad value for resources, missing or extra ':' in cpus"],
    ["cpus:1:2", "Bad value for resources, missing or extra ':' in cpus:1:2"],
    ["cpus(dev:1", "Bad value for resources, mismatched parentheses in cpus(dev:1"],
    ["cpus:foo", "Bad type for resource cpus value foo type TEXT"],
    ["cpus:[1-2", "Failed to parse resource cpus value [1-2 error Mismatched brackets"],
    [
      "ports:[a-b]",
      "Failed to parse resource ports value [a-b] error Expecting non-negative integers in 'a'",
    ],
    ["ports:[1]", 'Failed to parse resource ports value [1] error Expecting one or more "ranges"'],
    ["x:1;x:[1-2]", "Resources with the same name ('x') but different types are not allowed"],
    ["[{]", /^Some JSON resources were not formatted properly: /],
    [
      '[{"name":"cpus"}]',
      "Some JSON resources were not formatted properly: Missing required fields: type",
    ],
    [
      '[{"name":"disk","type":"SCALAR","scalar":{"value":1},"role":"r","disk":{"persistence":{"id":"a"}}}]',
      "Persistent volumes cannot be specified at the command line",
    ],
  ])("refuses %s", (text, error) => {
    const result = parseResources(text, "*");
    expect(result).toEqual({
      type: "error",
      error: typeof error === "string" ? error : expect.stringMatching(error),
    });
  });

  it("gives resources without a role the default role", () => {
    expect(unwrap(parseResources("cpus:1;mem(b):2", "a")).toString()).toBe(
      "cpus(reservations: [(STATIC,a)]):1; mem(reservations: [(STATIC,b)]):2",
    );
  });
});

it("parses attributes", () => {
  expect(parseAttributes("rack:r1;zone:[1-3];speed:2.5")).toEqual({
    type: "ok",
    value: [
      { name: "rack", type: "TEXT", text: { value: "r1" } },
      { name: "zone", type: "RANGES", ranges: { range: [{ begin: 1, end: 3 }] } },
      { name: "speed", type: "SCALAR", scalar: { value: 2.5 } },
    ],
  });
  expect(parseAttributes("rack")).toEqual({
    type: "error",
    error: "Invalid attribute key:value pair 'rack'",
  });
  expect(parseAttributes("s:{a}").type).toBe("error");
});

describe("validation", () => {
  it.each<[string, Resource]>([
    ["Empty resource name", scalar("", 1)],
    ["Invalid scalar resource: value <= 0", scalar("cpus", -1)],
    ["Invalid scalar resource: value <= 0", scalar("cpus", Number.NaN)],
    ["Invalid scalar resource: value is too large", scalar("cpus", Number.POSITIVE_INFINITY)],
    ["Invalid scalar resource: value <= 0", scalar("cpus", 5e-324)],
    ["Invalid scalar resource", { name: "cpus", type: "SCALAR" }],
    ["The 'gpus' resource must be an unsigned integer", scalar("gpus", 0.5)],
    ["begin > end", { name: "ports", type: "RANGES", ranges: { range: [{ begin: 2, end: 1 }] } }],
    [
      "overlapping ranges",
      {
        name: "ports",
        type: "RANGES",
        ranges: {
          range: [
            { begin: 1, end: 5 },
            { begin: 5, end: 6 },
          ],
        },
      },
    ],
    ["duplicated elements", { name: "s", type: "SET", set: { item: ["a", "a"] } }],
    ["DiskInfo should not be set for cpus resource", scalar("cpus", 1, { disk: {} })],
    ["cannot be dynamically reserved", scalar("cpus", 1, { role: "*", reservation: {} })],
    [
      "role 'b' is not a refinement of 'a'",
      scalar("cpus", 1, {
        reservations: [
          { type: "STATIC", role: "a" },
          { type: "DYNAMIC", role: "b" },
        ],
      }),
    ],
    [
      "A refined reservation cannot be STATIC",
      scalar("cpus", 1, {
        reservations: [
          { type: "STATIC", role: "a" },
          { type: "STATIC", role: "a/b" },
        ],
      }),
    ],
    ["cannot be shared", scalar("cpus", 1, { shared: {} })],
  ])("%s", (text, resource) => expect(validateResources([resource])).toContain(text));

  it("accepts what is right", () => {
    expect(validateResources(bag("cpus:1;ports:[1-2];mem(a):3").items)).toBeUndefined();
  });
});

describe("formats", () => {
  it("knows both old formats and the new one as the same", () => {
    const dynamic = [{ type: "DYNAMIC", role: "a", principal: "p" }] as const;
    const old = scalar("cpus", 1, { role: "a", reservation: { principal: "p" } });
    const post = scalar("cpus", 1, { reservations: [...dynamic] });
    expect(Resources.of([old]).equals(Resources.of([post]))).toBe(true);
    expect(downgrade(post)).toEqual(old);
    expect(endpointFormat(post)).toEqual({ ...old, reservations: [...dynamic] });
  });

  it("cannot say a refined reservation in the old format", () => {
    const refined = scalar("cpus", 1, {
      reservations: [
        { type: "STATIC", role: "a" },
        { type: "DYNAMIC", role: "a/b" },
      ],
    });
    expect(downgrade(refined)).toBeUndefined();
  });
});

describe("operations", () => {
  const reservation = { type: "DYNAMIC", role: "dev", principal: "p" } as const;
  const reserved = scalar("disk", 10, { reservations: [reservation] });
  const volume: Resource = {
    ...reserved,
    disk: { persistence: { id: "v" }, volume: { container_path: "data", mode: "RW" } },
  };

  it("reserves, creates, destroys and unreserves", () => {
    const steps = [
      { type: "RESERVE", reserve: { resources: [reserved] } },
      { type: "CREATE", create: { volumes: [volume] } },
      { type: "DESTROY", destroy: { volumes: [volume] } },
      { type: "UNRESERVE", unreserve: { resources: [reserved] } },
    ] as const;
    let now = bag("disk:100;cpus:1");
    const seen = steps.map((operation) => {
      now = unwrap(applyOperation(now, operation as never));
      return now.toString();
    });
    expect(seen).toEqual([
      "disk:90; cpus:1; disk(reservations: [(DYNAMIC,dev,p)]):10",
      "disk:90; cpus:1; disk(reservations: [(DYNAMIC,dev,p)])[v:data]:10",
      "disk:90; cpus:1; disk(reservations: [(DYNAMIC,dev,p)]):10",
      "disk:100; cpus:1",
    ]);
  });

  it("refuses what the resources do not hold", () => {
    const result = applyOperation(bag("disk:5"), {
      type: "RESERVE",
      reserve: { resources: [reserved] },
    });
    expect(result).toEqual({
      type: "error",
      error: "disk:5 does not contain disk:10",
    });
  });
});

describe("algebra", () => {
  const part = fc.oneof(
    fc.record({
      name: fc.constantFrom("cpus", "mem"),
      type: fc.constant("SCALAR" as const),
      scalar: fc.record({ value: fc.integer({ min: 1, max: 5_000 }).map((n) => n / 1000) }),
    }),
    fc
      .tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 10 }))
      .map(([begin, length]) => ({
        name: "ports",
        type: "RANGES" as const,
        ranges: { range: [{ begin, end: begin + length }] },
      })),
  );
  const bags = fc.array(part, { maxLength: 6 }).map((list) => Resources.of(list));

  it("gives back what is added, for scalars", () => {
    fc.assert(
      fc.property(bags, bags, (a, b) => {
        const x = a.filter((r) => r.type === "SCALAR");
        const y = b.filter((r) => r.type === "SCALAR");
        expect(x.plus(y).minus(y).equals(x)).toBe(true);
      }),
    );
  });

  it("contains its parts, and the rest has nothing of what was taken", () => {
    fc.assert(
      fc.property(bags, bags, (a, b) => {
        const sum = a.plus(b);
        expect(sum.contains(a) && sum.contains(b)).toBe(true);
        expect(sum.minus(a).plus(a).equals(sum)).toBe(true);
        expect(Resources.of(sum.items).equals(sum)).toBe(true);
      }),
    );
  });

  it("never lets a resource of another kind stand in", () => {
    const allocated = bag("cpus:1").allocated("dev");
    expect(bag("cpus:1").contains(allocated)).toBe(false);
    expect(allocated.unallocated().equals(bag("cpus:1"))).toBe(true);
  });
});
