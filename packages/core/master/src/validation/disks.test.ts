import type { Offer_Operation, Resource } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { scalar } from "../test-harness.ts";
import { DEV, persistent, provided, verdict } from "./operations.test-support.ts";

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
