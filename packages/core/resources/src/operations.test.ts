import { unwrap } from "@mesos-ts/base";
import type { Offer_Operation, Resource } from "@mesos-ts/protos";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  applyOperation,
  conversionsOf,
  convert,
  mapOperation,
  netConversion,
  operationResources,
  parseResources,
  Resources,
  unallocatedOperation,
  withReservations,
} from "./index.ts";

const bag = (text: string): Resources => unwrap(parseResources(text, "*"));

function disk(value: number, more: Partial<Resource> = {}): Resource {
  return { name: "disk", type: "SCALAR", scalar: { value }, ...more };
}

const DEV = [{ type: "DYNAMIC", role: "dev", principal: "p" }] as const;
const persistent = {
  persistence: { id: "v" },
  volume: { container_path: "data", mode: "RW" },
} as const;

const reserved = (value: number): Resource => disk(value, { reservations: [...DEV] });
const volume = (value: number): Resource => ({ ...reserved(value), disk: persistent });
const source = (type: "RAW" | "MOUNT", more: object = {}) => ({ source: { type, ...more } });

/** Each operation, what it is done to, and what comes of it. */
const DONE: readonly (readonly [string, Offer_Operation, readonly Resource[], string])[] = [
  [
    "RESERVE",
    { type: "RESERVE", reserve: { resources: [reserved(10)] } },
    [disk(64)],
    "disk:54; disk(reservations: [(DYNAMIC,dev,p)]):10",
  ],
  [
    "RESERVE of a refinement",
    {
      type: "RESERVE",
      reserve: {
        resources: [disk(10, { reservations: [...DEV, { type: "DYNAMIC", role: "dev/a" }] })],
      },
    },
    [reserved(64)],
    "disk(reservations: [(DYNAMIC,dev,p)]):54; disk(reservations: [(DYNAMIC,dev,p),(DYNAMIC,dev/a)]):10",
  ],
  [
    "RESERVE from another reservation",
    {
      type: "RESERVE",
      reserve: {
        source: [reserved(10)],
        resources: [disk(10, { reservations: [{ type: "DYNAMIC", role: "ops" }] })],
      },
    },
    [reserved(64)],
    "disk(reservations: [(DYNAMIC,dev,p)]):54; disk(reservations: [(DYNAMIC,ops)]):10",
  ],
  [
    "UNRESERVE",
    { type: "UNRESERVE", unreserve: { resources: [reserved(10)] } },
    [reserved(64)],
    "disk(reservations: [(DYNAMIC,dev,p)]):54; disk:10",
  ],
  [
    "UNRESERVE in the old format",
    {
      type: "UNRESERVE",
      unreserve: { resources: [disk(10, { role: "dev", reservation: { principal: "p" } })] },
    },
    [reserved(10)],
    "disk:10",
  ],
  [
    "CREATE",
    { type: "CREATE", create: { volumes: [volume(10)] } },
    [reserved(64)],
    "disk(reservations: [(DYNAMIC,dev,p)]):54; disk(reservations: [(DYNAMIC,dev,p)])[v:data]:10",
  ],
  [
    "CREATE of a shared volume",
    { type: "CREATE", create: { volumes: [{ ...volume(10), shared: {} }] } },
    [reserved(10)],
    "disk(reservations: [(DYNAMIC,dev,p)])[v:data]<SHARED>:10<1>",
  ],
  [
    "CREATE on a disk of its own",
    {
      type: "CREATE",
      create: {
        volumes: [
          {
            ...reserved(10),
            disk: { ...persistent, ...source("MOUNT", { mount: { root: "/m" } }) },
          },
        ],
      },
    },
    [{ ...reserved(10), disk: source("MOUNT", { mount: { root: "/m" } }) }],
    "disk(reservations: [(DYNAMIC,dev,p)])[MOUNT:/m,v:data]:10",
  ],
  [
    "DESTROY",
    { type: "DESTROY", destroy: { volumes: [volume(10)] } },
    [volume(10)],
    "disk(reservations: [(DYNAMIC,dev,p)]):10",
  ],
  [
    "GROW_VOLUME",
    { type: "GROW_VOLUME", grow_volume: { volume: volume(0.1), addition: reserved(0.2) } },
    [volume(0.1), reserved(0.5)],
    "disk(reservations: [(DYNAMIC,dev,p)]):0.3; disk(reservations: [(DYNAMIC,dev,p)])[v:data]:0.3",
  ],
  [
    "SHRINK_VOLUME",
    { type: "SHRINK_VOLUME", shrink_volume: { volume: volume(0.3), subtract: { value: 0.1 } } },
    [volume(0.3)],
    "disk(reservations: [(DYNAMIC,dev,p)])[v:data]:0.2; disk(reservations: [(DYNAMIC,dev,p)]):0.1",
  ],
  [
    "CREATE_DISK",
    {
      type: "CREATE_DISK",
      create_disk: {
        source: disk(10, { disk: source("RAW", { vendor: "x", id: "1" }) }),
        target_type: "MOUNT",
        target_profile: "fast",
      },
    },
    [disk(10, { disk: source("RAW", { vendor: "x", id: "1" }) })],
    "disk[MOUNT(x,1,fast)]:10",
  ],
  [
    "DESTROY_DISK",
    {
      type: "DESTROY_DISK",
      destroy_disk: { source: disk(10, { disk: source("MOUNT", { id: "1", profile: "fast" }) }) },
    },
    [disk(10, { disk: source("MOUNT", { id: "1", profile: "fast" }) })],
    "disk[RAW(,,fast)]:10",
  ],
];

describe("operations", () => {
  it("reserve ports and members of sets, too", () => {
    const reservations = [{ type: "DYNAMIC", role: "dev" } as const];
    const resources = bag("ports:[31001-31002];zones:{b}").items.map((resource) =>
      withReservations(resource, reservations),
    );
    const start = bag("ports:[31000-31004];zones:{a,b}");
    const reserve: Offer_Operation = { type: "RESERVE", reserve: { resources } };
    expect(String(unwrap(applyOperation(start, reserve)))).toBe(
      "ports:[31000-31000, 31003-31004]; zones:{a}; ports(reservations: [(DYNAMIC,dev)]):[31001-31002]; zones(reservations: [(DYNAMIC,dev)]):{b}",
    );
    const unreserve: Offer_Operation = { type: "UNRESERVE", unreserve: { resources } };
    const back = unwrap(applyOperation(unwrap(applyOperation(start, reserve)), unreserve));
    expect(back.equals(start)).toBe(true);
  });

  it.each(DONE)("%s", (_, operation, before, after) => {
    expect(unwrap(applyOperation(Resources.of(before), operation)).toString()).toBe(after);
  });

  it.each(DONE)("%s keeps the amount of everything", (_, operation, before) => {
    const resources = Resources.of(before);
    expect(unwrap(applyOperation(resources, operation)).quantities()).toEqual(
      resources.quantities(),
    );
  });

  it.each(DONE)(
    "%s is the same when it says to whom its resources are allocated",
    (_, operation) => {
      const allocation_info = { role: "dev" };
      const allocated = mapOperation(operation, (resource) => ({ ...resource, allocation_info }));
      expect(operationResources(allocated)).toHaveLength(operationResources(operation).length);
      expect(
        operationResources(allocated).every((each) => each.allocation_info !== undefined),
      ).toBe(true);
      expect(unallocatedOperation(allocated)).toEqual(operation);
    },
  );

  it("of launches change nothing", () => {
    for (const type of ["LAUNCH", "LAUNCH_GROUP"] as const) {
      expect(conversionsOf({ type })).toEqual({ type: "ok", value: [] });
      expect(operationResources({ type })).toEqual([]);
    }
  });

  it.each<[string, Offer_Operation, string]>([
    ["no type", {}, "Unknown operation"],
    [
      "a reservation of nothing reserved",
      { type: "RESERVE", reserve: { resources: [disk(1)] } },
      "Invalid RESERVE Operation: Resource is not reserved",
    ],
    [
      "a static reservation to end",
      { type: "UNRESERVE", unreserve: { resources: [disk(1, { role: "dev" })] } },
      "Invalid UNRESERVE Operation: Resource is not dynamically reserved",
    ],
    [
      "a volume to unreserve",
      { type: "UNRESERVE", unreserve: { resources: [volume(1)] } },
      "Invalid UNRESERVE Operation: Missing 'DESTROY' for the persistent volume",
    ],
    [
      "a volume without an id",
      { type: "CREATE", create: { volumes: [reserved(1)] } },
      "Invalid CREATE Operation: Missing 'persistence'",
    ],
    [
      "a volume of a provider to grow",
      {
        type: "GROW_VOLUME",
        grow_volume: {
          volume: { ...volume(1), provider_id: { value: "rp" } },
          addition: reserved(1),
        },
      },
      "Operation not supported for resource provider",
    ],
    [
      "a mounted disk to make",
      {
        type: "CREATE_DISK",
        create_disk: { source: disk(1, { disk: source("MOUNT") }), target_type: "MOUNT" },
      },
      "Invalid CREATE_DISK Operation: 'source' is not a RAW disk resource",
    ],
    [
      "a plain disk to unmake",
      { type: "DESTROY_DISK", destroy_disk: { source: disk(1) } },
      "Invalid DESTROY_DISK Operation: 'source' is not backed by a CSI volume",
    ],
  ])("with %s are refused", (_, operation, error) => {
    expect(conversionsOf(operation)).toEqual({ type: "error", error });
  });

  it("leave a shared volume that somebody else holds", () => {
    const shared = { ...volume(10), shared: {} };
    const destroy: Offer_Operation = { type: "DESTROY", destroy: { volumes: [shared] } };
    expect(applyOperation(Resources.of([shared, shared]), destroy)).toEqual({
      type: "error",
      error:
        "Persistent volume disk(reservations: [(DYNAMIC,dev,p)])[v:data]<SHARED>:10 cannot be removed due to additional shared copies",
    });
  });

  it("take whole disks only", () => {
    const whole = disk(10, { disk: source("MOUNT", { mount: { root: "/m" } }) });
    const part: Offer_Operation = {
      type: "RESERVE",
      reserve: { resources: [{ ...whole, scalar: { value: 5 }, reservations: [...DEV] }] },
    };
    expect(applyOperation(Resources.of([whole]), part)).toEqual({
      type: "error",
      error: "disk[MOUNT:/m]:10 does not contain disk[MOUNT:/m]:5",
    });
  });
});

describe("several conversions as one", () => {
  it("need at the beginning only what they do not make themselves", () => {
    const refined = disk(10, { reservations: [...DEV, { type: "DYNAMIC", role: "dev/a" }] });
    const conversions = unwrap(
      conversionsOf({ type: "UNRESERVE", unreserve: { resources: [refined, reserved(15)] } }),
    );
    const { consumed, converted } = netConversion(conversions);
    expect([String(consumed), String(converted)]).toEqual([
      "disk(reservations: [(DYNAMIC,dev,p),(DYNAMIC,dev/a)]):10; disk(reservations: [(DYNAMIC,dev,p)]):5",
      "disk:15",
    ]);
  });

  const amount = fc.integer({ min: 1, max: 9_999 }).map((milli) => milli / 1000);
  const reservation = fc.record({
    name: fc.constantFrom("cpus", "mem", "disk"),
    type: fc.constant("SCALAR" as const),
    scalar: fc.record({ value: amount }),
    reservations: fc
      .constantFrom(["dev"], ["ops"], ["dev", "dev/a"], ["dev", "dev/b"])
      .map((roles) => roles.map((role) => ({ type: "DYNAMIC" as const, role }))),
  });
  const operations = fc
    .tuple(
      fc.constantFrom("RESERVE" as const, "UNRESERVE" as const),
      fc.array(reservation, { maxLength: 4 }),
    )
    .map(
      ([type, resources]): Offer_Operation =>
        type === "RESERVE" ? { type, reserve: { resources } } : { type, unreserve: { resources } },
    );

  it("do the same as one after the other, and lose nothing", () => {
    fc.assert(
      fc.property(operations, fc.array(reservation, { maxLength: 8 }), (operation, list) => {
        const free = list.map((resource) => withReservations(resource, []));
        const start = Resources.of([...list, ...free]);
        const conversions = unwrap(conversionsOf(operation));
        const stepwise = convert(start, conversions);
        const { consumed, converted } = netConversion(conversions);
        expect(start.contains(consumed)).toBe(stepwise.type === "ok");
        if (stepwise.type === "error") return;
        expect(start.minus(consumed).plus(converted).equals(stepwise.value)).toBe(true);
        expect(stepwise.value.quantities()).toEqual(start.quantities());
      }),
    );
  });

  it("of RESERVE and UNRESERVE undo each other", () => {
    fc.assert(
      fc.property(fc.array(reservation, { maxLength: 5 }), (resources) => {
        const start = Resources.of([
          ...resources.map((one) => withReservations(one, one.reservations.slice(0, -1))),
          ...bag("cpus:1;mem:1").items,
        ]);
        const there = unwrap(applyOperation(start, { type: "RESERVE", reserve: { resources } }));
        const back = applyOperation(there, { type: "UNRESERVE", unreserve: { resources } });
        expect(unwrap(back).equals(start)).toBe(true);
      }),
    );
  });

  it("of GROW_VOLUME and SHRINK_VOLUME undo each other", () => {
    fc.assert(
      fc.property(amount, amount, (size, by) => {
        const start = Resources.of([volume(size), reserved(by)]);
        const grow_volume = { volume: volume(size), addition: reserved(by) };
        const grown = unwrap(applyOperation(start, { type: "GROW_VOLUME", grow_volume }));
        const [big] = grown.persistentVolumes().items;
        if (big === undefined) throw new Error("the volume is gone");
        const shrink_volume = { volume: big, subtract: { value: by } };
        const back = unwrap(applyOperation(grown, { type: "SHRINK_VOLUME", shrink_volume }));
        expect(back.equals(start)).toBe(true);
      }),
    );
  });
});
