import type { Offer_Operation, Resource } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { scalar, task } from "../test-harness.ts";
import { validateOperationShape } from "./operation-shape.ts";
import {
  allocation_info,
  create,
  DEV,
  destroy,
  grow,
  OPERATOR,
  type Row,
  reserve,
  reserved,
  shrink,
  unreserve,
  verdict,
  volume,
  without,
} from "./operations.test-support.ts";

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
