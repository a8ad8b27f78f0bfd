import { describe, expect, test } from "vitest";
import {
  fieldOf,
  parseDuration,
  parseMachines,
  typedDrain,
  typedQuota,
  typedReservation,
  typedWeight,
  typedWindow,
  withoutWindow,
  withWindow,
} from "../page/model/forms.ts";

test.each([
  ["90min", 5400],
  ["2h 30min", 9000],
  ["1 d", 86_400],
  ["1.5 h", 5400],
  ["45secs", 45],
  ["2h30m", 9000],
  ["", undefined],
  ["90", undefined],
  ["2 weeks", undefined],
  ["h", undefined],
  ["-1h", undefined],
])("the length of time '%s'", (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test("machines are named by host, by address, or by both", () => {
  expect(parseMachines("a.example.com 10.0.0.1\n\n 10.0.0.2 \nb, 10.0.0.3\nc\n::1")).toEqual([
    { hostname: "a.example.com", ip: "10.0.0.1" },
    { ip: "10.0.0.2" },
    { hostname: "b", ip: "10.0.0.3" },
    { hostname: "c" },
    { ip: "::1" },
  ]);
});

describe("a quota", () => {
  test("names only what was typed", () => {
    const texts = {
      "guarantee-cpus": "2",
      "limit-cpus": " 4.5 ",
      "limit-mem": "",
      "limit-disk": "0",
    };
    expect(typedQuota("eng", texts, true)).toEqual({
      type: "ok",
      value: {
        force: true,
        quota_configs: [
          {
            role: "eng",
            guarantees: { cpus: { value: 2 } },
            limits: { cpus: { value: 4.5 }, disk: { value: 0 } },
          },
        ],
      },
    });
  });

  test("says which field is wrong", () => {
    expect(typedQuota("eng", { "limit-mem": "lots" }, false)).toEqual({
      type: "wrong",
      field: "limit-mem",
      text: "'lots' is not a number",
    });
  });
});

test("a weight is a number; whether it is a good one, the master says", () => {
  expect(typedWeight("eng", "-2")).toMatchObject({
    value: { weight_infos: [{ role: "eng", weight: -2 }] },
  });
  expect(typedWeight("eng", " ")).toMatchObject({ type: "wrong", field: "weight" });
});

test("a reservation is dynamic, for a role", () => {
  expect(typedReservation({ role: "eng", cpus: "1", principal: "ops" })).toEqual({
    type: "ok",
    value: [
      {
        name: "cpus",
        type: "SCALAR",
        scalar: { value: 1 },
        reservations: [{ type: "DYNAMIC", role: "eng", principal: "ops" }],
      },
    ],
  });
  expect(typedReservation({ cpus: "1" })).toMatchObject({ type: "wrong", field: "role" });
  expect(typedReservation({ role: "eng" })).toMatchObject({ type: "wrong", field: "cpus" });
});

describe("a window of maintenance", () => {
  const texts = { machines: "h 10.0.0.1", start: "2026-11-23T18:00:00Z", duration: "1h" };

  test("has whole nanoseconds, which no number could hold", () => {
    expect(typedWindow(texts)).toEqual({
      type: "ok",
      value: {
        machine_ids: [{ hostname: "h", ip: "10.0.0.1" }],
        unavailability: {
          start: { nanoseconds: "1795456800000000000" },
          duration: { nanoseconds: "3600000000000" },
        },
      },
    });
  });

  test("may last until further notice", () => {
    const typed = typedWindow({ ...texts, duration: "" });
    expect(typed.type === "ok" && typed.value.unavailability?.duration).toBe(undefined);
  });

  test.each([
    ["machines", { machines: " " }],
    ["start", { start: "" }],
    ["duration", { duration: "soon" }],
  ])("says that %s is wrong", (field, wrong) => {
    expect(typedWindow({ ...texts, ...wrong })).toMatchObject({ type: "wrong", field });
  });

  test("is added to and taken from the schedule", () => {
    const [a, b] = [{ machine_ids: [{ ip: "1" }] }, { machine_ids: [{ ip: "2" }] }];
    expect(withWindow({}, a)).toEqual({ windows: [a] });
    expect(withoutWindow({ windows: [a, b] }, { machine_ids: [{ ip: "1" }] })).toEqual({
      windows: [b],
    });
  });
});

test("a drain has a grace period only when one was typed", () => {
  expect(typedDrain("a", "1.5s", true)).toEqual({
    type: "ok",
    value: {
      agent_id: { value: "a" },
      max_grace_period: { seconds: 1, nanos: 500_000_000 },
      mark_gone: true,
    },
  });
  expect(typedDrain("a", "", false)).toEqual({
    type: "ok",
    value: { agent_id: { value: "a" }, mark_gone: false },
  });
  expect(typedDrain("a", "long", false)).toMatchObject({ type: "wrong", field: "grace" });
});

test("a refusal belongs to the field that it names", () => {
  const fields = [
    { name: "limit-cpus", about: /\bcpus\b/ },
    { name: "limit-mem", about: /\bmem\b/ },
  ];
  expect(fieldOf("Invalid QuotaConfig: the limit of mem is too low", fields)).toBe("limit-mem");
  const beyond = "total quota guarantees 'mem:5' exceed cluster capacity 'cpus:2; mem:4'";
  expect(fieldOf(beyond, fields)).toBe("limit-mem");
  expect(fieldOf("Internal error", fields)).toBe(undefined);
});
