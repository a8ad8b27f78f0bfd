import type { Resource } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { validateResource } from "./validate.ts";

const scalar = (more: Partial<Resource>, name = "disk"): Resource => ({
  name,
  type: "SCALAR",
  scalar: { value: 1 },
  ...more,
});
const amount = (value: number): Resource => scalar({ scalar: { value } }, "cpus");
const ranges = (...pairs: readonly (readonly [number, number])[]): Resource => ({
  name: "ports",
  type: "RANGES",
  ranges: { range: pairs.map(([begin, end]) => ({ begin, end })) },
});
const labels = (count: number) => ({
  labels: Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: "v" })),
});
const both = (old: Partial<Resource>, type: "STATIC" | "DYNAMIC" = "DYNAMIC"): Resource =>
  scalar({ reservations: [{ type, role: "a", principal: "p" }], ...old });

describe("a resource", () => {
  it.each<[string, Resource]>([
    ["nothing of it", amount(0)],
    ["a thousandth", amount(0.001)],
    ["what rounds to a thousandth", amount(0.0005)],
    ["ranges that touch", ranges([1, 2], [3, 4])],
    ["no ranges", ranges()],
    ["a path in a MOUNT disk", scalar({ disk: { source: { type: "MOUNT", path: {} } } })],
    ["one reservation in both formats", both({ role: "a", reservation: { principal: "p" } })],
    [
      "ten thousand labels",
      scalar({ reservations: [{ type: "DYNAMIC", role: "a", labels: labels(10_000) }] }),
    ],
    ["a role of five hundred levels", scalar({ role: Array(500).fill("a").join("/") })],
  ])("may have %s", (_, resource) => expect(validateResource(resource)).toBeUndefined());

  it.each<[string, Resource]>([
    ["Empty resource name", scalar({}, "")],
    ["Invalid scalar resource", { name: "cpus", type: "SCALAR" }],
    ["Invalid scalar resource", scalar({ ranges: {} })],
    ["Invalid scalar resource: value <= 0", amount(-1)],
    ["Invalid scalar resource: value <= 0", amount(0.0004)],
    ["Invalid scalar resource: value <= 0", amount(5e-324)],
    ["Invalid scalar resource: value <= 0", amount(Number.NaN)],
    ["Invalid scalar resource: value <= 0", amount(Number.NEGATIVE_INFINITY)],
    ["Invalid scalar resource: value is too large", amount(Number.POSITIVE_INFINITY)],
    ["Invalid scalar resource: value is too large", amount(1e300)],
    ["Invalid ranges resource", { name: "ports", type: "RANGES" }],
    ["Invalid ranges resource: begin > end", ranges([2, 1])],
    ["Invalid ranges resource: overlapping ranges", ranges([5, 6], [1, 5])],
    [
      "Invalid ranges resource: more than 65536 ranges",
      ranges(...Array.from({ length: 65_537 }, (_, at) => [2 * at, 2 * at] as const)),
    ],
    ["Invalid set resource", { name: "s", type: "SET" }],
    [
      "Invalid set resource: duplicated elements",
      { name: "s", type: "SET", set: { item: ["a", "a"] } },
    ],
    ["Unsupported resource type", { name: "t", type: "TEXT" }],
    ["DiskInfo should not be set for cpus resource", scalar({ disk: {} }, "cpus")],
    [
      "Unsupported 'DiskInfo.Source.Type' in 'UNKNOWN'",
      scalar({ disk: { source: { type: "UNKNOWN" } } }),
    ],
    [
      "Mount should not be set for BLOCK disk source",
      scalar({ disk: { source: { type: "BLOCK", mount: {} } } }),
    ],
    [
      "Path should not be set for RAW disk source",
      scalar({ disk: { source: { type: "RAW", path: {} } } }),
    ],
    ["Role '../x' cannot include '..' as a component", scalar({ role: "../x" })],
    [
      "Role 'a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/…' cannot be longer than 1024 characters",
      scalar({ role: Array(513).fill("a").join("/") }),
    ],
    [
      "'Resource.ReservationInfo.type' must not be set for the 'Resource.reservation' field",
      scalar({ role: "a", reservation: { type: "DYNAMIC" } }),
    ],
    [
      "'Resource.ReservationInfo.role' must not be set for the 'Resource.reservation' field",
      scalar({ role: "a", reservation: { role: "a" } }),
    ],
    [
      'Invalid reservation: role "*" cannot be dynamically reserved',
      scalar({ reservation: { principal: "p" } }),
    ],
    [
      "Invalid reservation: 'Resource.ReservationInfo.type' field must be set.",
      scalar({ reservations: [{ role: "a" }] }),
    ],
    [
      "Invalid reservation: 'Resource.ReservationInfo.role' field must be set.",
      scalar({ reservations: [{ type: "DYNAMIC" }] }),
    ],
    [
      "Role '/a' cannot start with a slash",
      scalar({ reservations: [{ type: "DYNAMIC", role: "/a" }] }),
    ],
    [
      'Invalid reservation: role "*" cannot be reserved',
      scalar({ reservations: [{ type: "DYNAMIC", role: "*" }] }),
    ],
    [
      "Invalid refined reservation: A refined reservation cannot be STATIC",
      scalar({
        reservations: [
          { type: "STATIC", role: "a" },
          { type: "STATIC", role: "a/b" },
        ],
      }),
    ],
    [
      "Invalid refined reservation: role 'ab' is not a refinement of 'a'",
      scalar({
        reservations: [
          { type: "DYNAMIC", role: "a" },
          { type: "DYNAMIC", role: "ab" },
        ],
      }),
    ],
    [
      "Invalid resource format: 'Resource.role' field with 'b' does not match the role 'a' in 'Resource.reservations'",
      both({ role: "b" }),
    ],
    [
      "Invalid resource format: 'Resource.reservation' must not be set if the single reservation in 'Resource.reservations' is STATIC",
      both({ role: "a", reservation: {} }, "STATIC"),
    ],
    [
      "Invalid resource format: 'Resource.role' and 'Resource.reservation' must either be both set or both not set if the single reservation in 'Resource.reservations' is DYNAMIC",
      both({ role: "a" }),
    ],
    [
      "Invalid resource format: 'Resource.reservation.principal' field with 'q' does not match the principal 'p' in 'Resource.reservations'",
      both({ role: "a", reservation: { principal: "q" } }),
    ],
    [
      "Invalid resource format: 'Resource.reservation.labels' field with '{k0: v}' does not match the labels '{}' in 'Resource.reservations'",
      both({ role: "a", reservation: { principal: "p", labels: labels(1) } }),
    ],
    [
      "Invalid resource format: 'Resource.role' must not be set if there is more than one reservation in 'Resource.reservations'",
      scalar({
        role: "a/b",
        reservations: [
          { type: "DYNAMIC", role: "a" },
          { type: "DYNAMIC", role: "a/b" },
        ],
      }),
    ],
    ["Resource cpus cannot be shared", scalar({ shared: {} }, "cpus")],
    ["Only persistent volumes can be shared", scalar({ shared: {} })],
  ])("%s", (error, resource) => expect(validateResource(resource)).toBe(error));
});
