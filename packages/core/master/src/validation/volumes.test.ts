import { describe, expect, it } from "vitest";
import { Bench, capabilities, scalar, task } from "../test-harness.ts";
import {
  allocation_info,
  create,
  destroy,
  grow,
  OPERATOR,
  persistent,
  type Row,
  reserve,
  reserved,
  shrink,
  verdict,
  volume,
  without,
} from "./operations.test-support.ts";

describe("CREATE", () => {
  const mode = { ...persistent, volume: { ...persistent.volume, mode: "RO" } } as const;
  it.each<Row>([
    [
      "Invalid resources: Invalid DiskInfo: DiskInfo is set but empty",
      create(reserved(1, { disk: {} })),
    ],
    [
      "Invalid resources: Invalid DiskInfo: Non-persistent volume not supported",
      create(reserved(1, { disk: { volume: persistent.volume } })),
    ],
    [
      "Invalid resources: Invalid DiskInfo: Expecting 'volume' to be set for persistent volume",
      create(reserved(1, { disk: { persistence: { id: "v" } } })),
    ],
    [
      "Invalid resources: Invalid DiskInfo: Expecting 'host_path' to be unset for persistent volume",
      create(
        reserved(1, { disk: { ...persistent, volume: { ...persistent.volume, host_path: "/" } } }),
      ),
    ],
    [
      "Invalid resources: Invalid DiskInfo: Persistent volumes cannot be created from unreserved resources",
      create(scalar("disk", 1, { disk: persistent })),
    ],
    [
      "Invalid resources: Invalid DiskInfo: Persistent volumes cannot be created from revocable resources",
      create(volume(1, { revocable: {} })),
    ],
    [
      "Invalid resources: Invalid DiskInfo: Invalid persistence ID for persistent volume: '../v' contains invalid characters",
      create(volume(1, { disk: { ...persistent, persistence: { id: "../v" } } })),
    ],
    [
      "Not a persistent volume: Resource disk(allocated: dev)(reservations: [(DYNAMIC,dev,p)]):1 does not have DiskInfo",
      create(reserved(1)),
    ],
    [
      "Not a persistent volume: 'persistence' is not set in DiskInfo",
      create(reserved(1, { disk: { source: { type: "PATH" } } })),
    ],
    [
      "Not a persistent volume: Read-only persistent volume not supported",
      create(volume(1, { disk: mode })),
    ],
    ["Persistence ID 'v' is not unique", create(volume(1), volume(1))],
    ["Persistence ID 'v' is not unique", create(volume(1), volume(2))],
    [
      "Create volume operation attempted by principal 'p', but there is a volume in the operation with no principal set in 'disk.persistence'",
      create(volume(1, { disk: { ...persistent, persistence: { id: "v" } } })),
    ],
    [
      "Create volume operation attempted by authenticated principal 'q', which does not match a volume in the operation with principal 'p' set in 'disk.persistence'",
      create(volume(1)),
      {},
      { principal: "q" },
    ],
    [
      "Volume disk(allocated: dev)(reservations: [(DYNAMIC,dev/a)])[v:data]:1 with reservation for hierarchical role 'dev/a' cannot be created on an agent without HIERARCHICAL_ROLE capability",
      create(volume(1, { reservations: [{ type: "DYNAMIC", role: "dev/a" }] })),
      without("HIERARCHICAL_ROLE"),
    ],
    [
      "Invalid volume resources: The resources are not allocated to a role",
      create(volume(1, { allocation_info: undefined })),
    ],
    [
      "A persistent volume cannot be created on a BLOCK disk: no folder can be on it",
      create(volume(1, { disk: { ...persistent, source: { type: "BLOCK" } } })),
    ],
  ])("is refused: %s", (error, operation, options, by) =>
    expect(verdict(operation, options, by)).toBe(error),
  );

  it("is refused for a role that no folder can be named after", () => {
    const role = Array(200).fill("a").join("/");
    const told = verdict(
      create(volume(1, { reservations: [{ type: "DYNAMIC", role }] })),
      {},
      OPERATOR,
    );
    expect(told).toContain("The role of a persistent volume must not be longer than 255 bytes");
  });

  it("of shared volumes is for frameworks that know them", () => {
    const shared = create(volume(1, { shared: {} }));
    expect(verdict(shared)).toMatch(
      /^Create volume operation for 'disk\(allocated: dev\)\(reservations: \[\(DYNAMIC,dev,p\)\]\)\[v:data\]<SHARED>:1' has been attempted by framework 'm-0000' with no SHARED_RESOURCES capability$/,
    );
    expect(
      verdict(create(volume(1, { shared: {}, allocation_info: undefined })), {}, OPERATOR),
    ).toBeUndefined();
  });
});

describe("volumes that are there", () => {
  function withVolume(shared: boolean) {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe({
      roles: ["dev"],
      capabilities: capabilities("MULTI_ROLE", "RESERVATION_REFINEMENT", "SHARED_RESOURCES"),
    });
    const own = { ...volume(10), ...(shared ? { shared: {} } : {}) };
    scheduler.accept(scheduler.held(), [reserve(reserved(10)), create(own)]);
    bench.advance(2_000);
    return { bench, agentId, scheduler, own };
  }

  it("are not created twice", () => {
    const { bench, scheduler } = withVolume(false);
    scheduler.accept(scheduler.held(), [
      reserve(reserved(10)),
      { ...create(volume(10)), id: { value: "again" } },
    ]);
    expect(bench.effects.length).toBeGreaterThan(0);
    expect(scheduler.events()[0]?.update_operation_status?.status.message).toContain(
      "Persistence ID 'v' is not unique",
    );
  });

  it("are not destroyed while a task uses them", () => {
    const { scheduler, agentId, own, bench } = withVolume(true);
    const resources = [scalar("cpus", 0.1), scalar("mem", 32), own];
    scheduler.launch([task("one", agentId, { resources }), task("two", agentId, { resources })]);
    expect(bench.sent("RunTaskMessage")).toHaveLength(2);
    bench.advance(2_000);
    scheduler.accept(scheduler.held(), [{ ...destroy(own), id: { value: "early" } }]);
    expect(scheduler.events()[0]?.update_operation_status?.status.message).toContain(
      "Persistent volumes in use",
    );
    for (const id of ["one", "two"]) bench.update(agentId, scheduler.id, id, "TASK_FINISHED");
    bench.advance(2_000);
    const [one, ...others] = scheduler.held();
    if (one === undefined) throw new Error("the volume is not offered");
    scheduler.accept([one], [destroy(own)]);
    const rescinded = scheduler.events().map(({ rescind }) => rescind?.offer_id.value);
    expect(rescinded).toEqual(expect.arrayContaining(others.map(({ id }) => id.value)));
    expect(String(bench.master.core.agents.registered.get(agentId)?.total)).toBe(
      "cpus:4; mem:4096; disk:90; disk(reservations: [(DYNAMIC,dev,p)]):10",
    );
  });
});

describe("GROW_VOLUME", () => {
  const mount = { ...persistent, source: { type: "MOUNT", mount: { root: "/m" } } } as const;
  it.each<Row>([
    [
      "Invalid resource in the 'GrowVolume.volume' field: Invalid scalar resource: value <= 0",
      grow(volume(-1), reserved(1)),
    ],
    [
      "Invalid resource in the 'GrowVolume.addition' field: Invalid scalar resource: value <= 0",
      grow(volume(1), reserved(-1)),
    ],
    [
      "The size of 'GrowVolume.addition' field must be greater than zero",
      grow(volume(1), reserved(0)),
    ],
    [
      "Growing a volume from a resource provider is not supported",
      grow(volume(1, { provider_id: { value: "x" } }), reserved(1)),
    ],
    [
      "Invalid persistent volume in the 'GrowVolume.volume' field: Resource disk(allocated: dev)(reservations: [(DYNAMIC,dev,p)]):1 does not have DiskInfo",
      grow(reserved(1), reserved(1)),
    ],
    [
      "Growing a shared persistent volume is not supported",
      grow(volume(1, { shared: {} }), reserved(1)),
    ],
    [
      "Incompatible resources in the 'GrowVolume.volume' and 'GrowVolume.addition' fields",
      grow(volume(1), scalar("disk", 1, { allocation_info })),
    ],
    [
      "Incompatible resources in the 'GrowVolume.volume' and 'GrowVolume.addition' fields",
      grow(volume(1, { disk: mount }), reserved(1, { disk: { source: mount.source } })),
    ],
    [
      "Volume disk(allocated: dev)(reservations: [(DYNAMIC,dev,p)])[v:data]:1 cannot be grown on an agent without RESIZE_VOLUME capability",
      grow(volume(1), reserved(1)),
      without("RESIZE_VOLUME"),
    ],
  ])("is refused: %s", (error, operation, options, by) =>
    expect(verdict(operation, options, by)).toBe(error),
  );

  it("adds what is of the same kind", () => {
    const path = { source: { type: "PATH", path: { root: "/p" } } } as const;
    expect(verdict(grow(volume(1), reserved(1)))).toBeUndefined();
    expect(
      verdict(grow(volume(1, { disk: { ...persistent, ...path } }), reserved(1, { disk: path }))),
    ).toBeUndefined();
  });
});

describe("SHRINK_VOLUME", () => {
  const mount = { ...persistent, source: { type: "MOUNT" } } as const;
  it.each<Row>([
    [
      "Invalid resource in the 'ShrinkVolume.volume' field: Invalid scalar resource: value <= 0",
      shrink(volume(-1), 1),
    ],
    ["Value of 'ShrinkVolume.subtract' must be greater than zero", shrink(volume(1), 0)],
    ["Value of 'ShrinkVolume.subtract' must be greater than zero", shrink(volume(1), Number.NaN)],
    [
      "Value of 'ShrinkVolume.subtract' must be smaller than the size of 'ShrinkVolume.volume'",
      shrink(volume(1), 1),
    ],
    [
      "Value of 'ShrinkVolume.subtract' must be smaller than the size of 'ShrinkVolume.volume'",
      shrink(volume(1), Number.POSITIVE_INFINITY),
    ],
    [
      "Shrinking a volume from a resource provider is not supported",
      shrink(volume(2, { provider_id: { value: "x" } }), 1),
    ],
    ["Shrinking a volume on a MOUNT disk is not supported", shrink(volume(2, { disk: mount }), 1)],
    [
      "Invalid persistent volume in the 'ShrinkVolume.volume' field: Resource disk(allocated: dev)(reservations: [(DYNAMIC,dev,p)]):2 does not have DiskInfo",
      shrink(reserved(2), 1),
    ],
    ["Shrinking a shared persistent volume is not supported", shrink(volume(2, { shared: {} }), 1)],
    [
      "Volume disk(allocated: dev)(reservations: [(DYNAMIC,dev,p)])[v:data]:2 cannot be shrunk on an agent without RESIZE_VOLUME capability",
      shrink(volume(2), 1),
      without("RESIZE_VOLUME"),
    ],
  ])("is refused: %s", (error, operation, options, by) =>
    expect(verdict(operation, options, by)).toBe(error),
  );

  it("leaves something", () => expect(verdict(shrink(volume(2), 1.999))).toBeUndefined());
});
