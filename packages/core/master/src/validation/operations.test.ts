import type { Offer_Operation, Resource } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { Agent } from "../model.ts";
import {
  AGENT_CAPABILITIES,
  type AgentOptions,
  Bench,
  capabilities,
  scalar,
  task,
} from "../test-harness.ts";
import { validateOperationShape } from "./operation-shape.ts";
import { type Requester, validateOperation } from "./operations.ts";

const allocation_info = { role: "dev" };
const DEV = [{ type: "DYNAMIC", role: "dev", principal: "p" }] as const;
const reserved = (value: number, more: Partial<Resource> = {}): Resource =>
  scalar("disk", value, { allocation_info, reservations: [...DEV], ...more });
const persistent = {
  persistence: { id: "v", principal: "p" },
  volume: { container_path: "data", mode: "RW" },
} as const;
const volume = (value: number, more: Partial<Resource> = {}): Resource =>
  reserved(value, { disk: persistent, ...more });

const reserve = (...resources: Resource[]): Offer_Operation => ({
  type: "RESERVE",
  reserve: { resources },
});
const unreserve = (...resources: Resource[]): Offer_Operation => ({
  type: "UNRESERVE",
  unreserve: { resources },
});
const create = (...volumes: Resource[]): Offer_Operation => ({
  type: "CREATE",
  create: { volumes },
});
const destroy = (...volumes: Resource[]): Offer_Operation => ({
  type: "DESTROY",
  destroy: { volumes },
});
const grow = (of: Resource, addition: Resource): Offer_Operation => ({
  type: "GROW_VOLUME",
  grow_volume: { volume: of, addition },
});
const shrink = (of: Resource, value: number): Offer_Operation => ({
  type: "SHRINK_VOLUME",
  shrink_volume: { volume: of, subtract: { value } },
});
const provided = (source: object, more: object = {}): Resource =>
  scalar("disk", 1, {
    provider_id: { value: "rp" },
    disk: { source: { type: "RAW", ...source }, ...more },
  });

const without = (...missing: readonly string[]): AgentOptions => ({
  capabilities: AGENT_CAPABILITIES.filter((each) => !missing.includes(each)),
});

/** What a framework with the principal `p`, in the role `dev`, is told; `OPERATOR`: an operator. */
function verdict(
  operation: Offer_Operation,
  options: AgentOptions = {},
  by?: Partial<Requester>,
): string | undefined {
  const { agent, requester } = cluster(options);
  return validateOperation(operation, agent, { ...requester, ...by });
}

function cluster(options: AgentOptions = {}): { agent: Agent; requester: Requester; bench: Bench } {
  const bench = new Bench();
  const id = bench.registerAgent(options);
  const scheduler = bench.subscribe({ principal: "p" });
  const agent = bench.master.core.agents.registered.get(id);
  const framework = bench.master.core.frameworks.registered.get(scheduler.id);
  if (agent === undefined || framework === undefined) throw new Error("they did not come");
  return { bench, agent, requester: { principal: "p", framework } };
}

const OPERATOR: Partial<Requester> = { framework: undefined, principal: undefined };

type Row = readonly [string, Offer_Operation, AgentOptions?, Partial<Requester>?];

describe("the shape of an operation", () => {
  it.each([
    ["RESERVE", "A RESERVE offer operation must have the Offer.Operation.reserve field set."],
    [
      "UNRESERVE",
      "An UNRESERVE offer operation must have the Offer.Operation.unreserve field set.",
    ],
    ["CREATE", "A CREATE offer operation must have the Offer.Operation.create field set."],
    ["DESTROY", "A DESTROY offer operation must have the Offer.Operation.destroy field set."],
    ["GROW_VOLUME", "A GROW_VOLUME operation must have the Offer.Operation.grow_volume field set"],
    [
      "SHRINK_VOLUME",
      "A SHRINK_VOLUME offer operation must have the Offer.Operation.shrink_volume field set",
    ],
    [
      "CREATE_DISK",
      "A CREATE_DISK offer operation must have the Offer.Operation.create_disk field set.",
    ],
    [
      "DESTROY_DISK",
      "A DESTROY_DISK offer operation must have the Offer.Operation.destroy_disk field set.",
    ],
    ["LAUNCH", "A LAUNCH offer operation must have the Offer.Operation.launch field set."],
    [
      "LAUNCH_GROUP",
      "A LAUNCH_GROUP offer operation must have the Offer.Operation.launch_group field set.",
    ],
    ["UNKNOWN", undefined],
  ] as const)("%s without its field", (type, error) => {
    expect(validateOperationShape({ type })).toBe(error);
  });

  const wrong = scalar("disk", -1);
  const list = "Resource 'disk:-1' is invalid: Invalid scalar resource: value <= 0";
  const single = "Invalid scalar resource: value <= 0";
  it.each<[Offer_Operation, string]>([
    [reserve(wrong), list],
    [{ type: "RESERVE", reserve: { source: [wrong], resources: [] } }, list],
    [unreserve(wrong), list],
    [create(wrong), list],
    [destroy(wrong), list],
    [grow(wrong, volume(1)), single],
    [grow(volume(1), wrong), single],
    [shrink(wrong, 1), single],
    [{ type: "CREATE_DISK", create_disk: { source: wrong, target_type: "MOUNT" } }, single],
    [{ type: "DESTROY_DISK", destroy_disk: { source: wrong } }, single],
    [{ type: "LAUNCH", launch: { task_infos: [task("t", "a", { resources: [wrong] })] } }, list],
  ])("with a wrong resource: %j", (operation, error) => {
    expect(validateOperationShape(operation)).toBe(error);
  });
});

describe("RESERVE", () => {
  it.each<Row>([
    ["a reservation", reserve(reserved(1))],
    ["an operator's", reserve(reserved(1, { allocation_info: undefined })), {}, OPERATOR],
    [
      "a refinement",
      reserve(
        reserved(1, {
          reservations: [...DEV, { type: "DYNAMIC", role: "dev/a" }],
          allocation_info: undefined,
        }),
      ),
      {},
      OPERATOR,
    ],
  ])("may be %s", (_, operation, options, by) =>
    expect(verdict(operation, options, by)).toBeUndefined(),
  );

  it.each<Row>([
    [
      "Resource disk(allocated: dev):1 is not dynamically reserved",
      reserve(scalar("disk", 1, { allocation_info })),
    ],
    [
      "Some resources have a resource provider and some do not",
      reserve(reserved(1), reserved(1, { provider_id: { value: "x" } })),
    ],
    [
      "The resources have multiple resource providers: x, y",
      reserve(
        reserved(1, { provider_id: { value: "x" } }),
        reserved(1, { provider_id: { value: "y" } }),
      ),
    ],
    [
      "Invalid resources: Invalid ReservationInfo: Dynamically reserved resource disk(allocated: dev)(reservations: [(DYNAMIC,dev,p)]){REV}:1 cannot be created from revocable resources",
      reserve(reserved(1, { revocable: {} })),
    ],
    [
      "cannot be reserved on an agent without RESERVATION_REFINEMENT capability",
      reserve(reserved(1, { reservations: [...DEV, { type: "DYNAMIC", role: "dev/a" }] })),
      without("RESERVATION_REFINEMENT"),
    ],
    [
      "with reservation for hierarchical role 'dev/a' cannot be reserved on an agent without HIERARCHICAL_ROLE capability",
      reserve(reserved(1, { reservations: [{ type: "DYNAMIC", role: "dev/a" }] })),
      without("HIERARCHICAL_ROLE"),
    ],
    [
      "A reserve operation was attempted by principal 'p', but there is a reserved resource in the request with no principal set",
      reserve(reserved(1, { reservations: [{ type: "DYNAMIC", role: "dev" }] })),
    ],
    [
      "A reserve operation was attempted by authenticated principal 'q', which does not match a reserved resource in the request with principal 'p'",
      reserve(reserved(1)),
      {},
      { principal: "q" },
    ],
    [
      "A reserve operation was attempted on unallocated resource disk(reservations: [(DYNAMIC,dev,p)]):1, but frameworks can only perform reservations on allocated resources",
      reserve(reserved(1, { allocation_info: undefined })),
    ],
    [
      "A reserve operation was attempted for a resource with role 'qa', but the resource was allocated to role 'dev'",
      reserve(reserved(1, { reservations: [{ ...DEV[0], role: "qa" }] })),
    ],
    [
      "A reserve operation was attempted for a resource allocated to role 'qa', but the framework only has roles",
      reserve(
        reserved(1, { allocation_info: { role: "qa" }, reservations: [{ ...DEV[0], role: "qa" }] }),
      ),
    ],
    [
      "A reserve operation was attempted with an allocated resource, but the operator API only allows reservations to be made to unallocated resources",
      reserve(reserved(1)),
      {},
      OPERATOR,
    ],
  ])("is refused: %s", (error, operation, options, by) =>
    expect(verdict(operation, options, by)).toContain(error),
  );

  const update = (source: Resource[], resources: Resource[]): Offer_Operation => ({
    type: "RESERVE",
    reserve: { source, resources },
  });
  const plain = (value: number, role?: string): Resource =>
    scalar("disk", value, role === undefined ? {} : { reservations: [{ type: "DYNAMIC", role }] });

  it.each<[string | undefined, Offer_Operation]>([
    [undefined, update([plain(1, "a")], [plain(1, "b")])],
    [undefined, update([plain(1, "a"), plain(2, "a")], [plain(3, "b")])],
    [
      "Source and target resources should refer to identical resource quantities: disk:1 vs. disk:2",
      update([plain(1, "a")], [plain(2, "b")]),
    ],
    ["Invalid resources: Resource cannot be empty", update([plain(1, "a")], [])],
    [
      'Invalid source: Mixed reservations are not supported[{"name":"disk"',
      update([plain(1, "a"), plain(1)], [plain(2, "b")]),
    ],
    [
      "Invalid source: Invalid resources: Resource 'disk:-1' is invalid",
      update([plain(-1)], [plain(1, "b")]),
    ],
  ])("from a source: %s", (error, operation) => {
    const told = verdict(operation, {}, OPERATOR);
    if (error === undefined) expect(told).toBeUndefined();
    else expect(told).toContain(error);
  });
});

describe("UNRESERVE", () => {
  it.each<Row>([
    ["Invalid resources: The resources have multiple resource providers: ", unreserve()],
    [
      "Resource disk(reservations: [(STATIC,dev)]):1 is not dynamically reserved",
      unreserve(scalar("disk", 1, { reservations: [{ type: "STATIC", role: "dev" }] })),
    ],
    [
      "A dynamically reserved persistent volume disk(allocated: dev)(reservations: [(DYNAMIC,dev,p)])[v:data]:1 cannot be unreserved directly. Please destroy the persistent volume first then unreserve the resource",
      unreserve(volume(1)),
    ],
  ])("is refused: %s", (error, operation, options, by) =>
    expect(verdict(operation, options, by)).toBe(error),
  );

  it("is for anybody's reservations", () => {
    expect(verdict(unreserve(reserved(1)), {}, { principal: "q" })).toBeUndefined();
  });
});

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

describe("CREATE_DISK", () => {
  const make = (
    source: Resource,
    target_type: "MOUNT" | "BLOCK" | "RAW" = "MOUNT",
    target_profile?: string,
  ): Offer_Operation => ({
    type: "CREATE_DISK",
    create_disk: {
      source,
      target_type,
      ...(target_profile === undefined ? {} : { target_profile }),
    },
  });
  it.each<[string | undefined, Offer_Operation]>([
    [undefined, make(provided({ profile: "fast" }))],
    [undefined, make(provided({}), "BLOCK", "fast")],
    ["'source' is not managed by a resource provider", make(scalar("disk", 1))],
    ["'source' is not a RAW disk resource", make(provided({ type: "MOUNT" }))],
    ["'target_type' is neither MOUNT or BLOCK", make(provided({}), "RAW")],
    [
      "'target_profile' must not be set when 'source' has a profile",
      make(provided({ profile: "fast" }), "MOUNT", "fast"),
    ],
    ["'target_profile' must be set when 'source' has no profile", make(provided({}))],
    [
      "Invalid resource: Invalid resources: Resource 'disk:-1' is invalid: Invalid scalar resource: value <= 0",
      make(scalar("disk", -1)),
    ],
  ])("%s", (error, operation) => expect(verdict(operation)).toBe(error));
});

describe("DESTROY_DISK", () => {
  const unmake = (source: Resource): Offer_Operation => ({
    type: "DESTROY_DISK",
    destroy_disk: { source },
  });
  it.each<[string | undefined, Offer_Operation]>([
    [undefined, unmake(provided({ type: "MOUNT", id: "1" }))],
    ["'source' is not managed by a resource provider", unmake(scalar("disk", 1))],
    [
      "'source' is neither a MOUNT, BLOCK or RAW disk resource",
      unmake(provided({ type: "PATH", id: "1" })),
    ],
    ["'source' is not backed by a CSI volume", unmake(provided({ type: "BLOCK" }))],
    [
      "A disk resource containing a persistent volume disk(reservations: [(DYNAMIC,dev,p)])[MOUNT(,1,),v:data]:1 cannot be destroyed directly. Please destroy the persistent volume first then destroy the disk resource",
      unmake({ ...provided({ type: "MOUNT", id: "1" }, persistent), reservations: [...DEV] }),
    ],
  ])("%s", (error, operation) => expect(verdict(operation)).toBe(error));
});
