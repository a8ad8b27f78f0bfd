import type { MachineID, maintenance } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { type Maintenance, machineKey, maintained, NO_MAINTENANCE } from "../machines.ts";
import { validateSchedule, validateStart, validateStop } from "./maintenance.ts";

const HOST = { hostname: "host1", ip: "10.0.0.1" };
const OTHER = { hostname: "host2", ip: "10.0.0.2" };
const start = { nanoseconds: 1e18 };

function schedule(...machine_ids: MachineID[]): maintenance.Schedule {
  return { windows: [{ machine_ids, unavailability: { start } }] };
}

const DRAINING = maintained(NO_MAINTENANCE, { type: "update-schedule", schedule: schedule(HOST) });
const DOWN = maintained(DRAINING, { type: "start-maintenance", machines: [HOST] });

const json = JSON.stringify;

describe("a schedule", () => {
  it.each([
    ["nothing", {}],
    ["a window", schedule(HOST)],
    ["a hostname only", schedule({ hostname: "host1" })],
    ["an address only", schedule({ ip: "10.0.0.1" })],
    ["the same name at other addresses", schedule(HOST, { hostname: "host1", ip: "10.0.0.2" })],
    ["no duration", { windows: [{ machine_ids: [HOST], unavailability: { start } }] }],
  ])("may have %s", (_, good) => {
    expect(validateSchedule(good, NO_MAINTENANCE)).toBeUndefined();
  });

  it.each<readonly [text: string, bad: maintenance.Schedule]>([
    ["List of machines in the maintenance window is empty", schedule()],
    [
      "Unavailability 'duration' is negative",
      {
        windows: [
          { machine_ids: [HOST], unavailability: { start, duration: { nanoseconds: -1 } } },
        ],
      },
    ],
    ["Both 'hostname' and 'ip' for a machine are empty", schedule({})],
    ["Both 'hostname' and 'ip' for a machine are empty", schedule({ hostname: "", ip: "" })],
    ["Failed to parse IPv4: ::1", schedule({ ip: "::1" })],
    ["Failed to parse IPv4: 10.0.0.256", schedule({ ip: "10.0.0.256" })],
    ["Failed to parse IPv4: 10.0.0.01", schedule({ ip: "10.0.0.01" })],
    ["Failed to parse IPv4: 10.0.1", schedule({ ip: "10.0.1" })],
    [`Machine '${json(HOST)}' appears more than once in the schedule`, schedule(HOST, HOST)],
    [
      `Machine '${json({ ...HOST, hostname: "HOST1" })}' appears more than once in the schedule`,
      {
        windows: [
          ...(schedule(HOST).windows ?? []),
          ...(schedule({ ...HOST, hostname: "HOST1" }).windows ?? []),
        ],
      },
    ],
  ])("is refused: %s", (text, bad) => {
    expect(validateSchedule(bad, NO_MAINTENANCE)).toBe(text);
  });

  it("may leave out a machine that is only draining, not one that is down", () => {
    expect(validateSchedule(schedule(OTHER), DRAINING)).toBeUndefined();
    expect(validateSchedule(schedule(OTHER), DOWN)).toBe(
      `Machine '${json(HOST)}' is deactivated and cannot be removed from the schedule`,
    );
  });
});

describe("machines that go down or come up", () => {
  const known = (key: string): boolean => key === machineKey(OTHER);

  it.each<readonly [text: string | undefined, ids: MachineID[], before: Maintenance]>([
    [undefined, [HOST], DRAINING],
    [undefined, [{ hostname: "Host1", ip: "10.0.0.1" }], DRAINING],
    ["List of machines is empty", [], DRAINING],
    ["Both 'hostname' and 'ip' for a machine are empty", [{}], DRAINING],
    [`Machine '${json(HOST)}' appears more than once in the schedule`, [HOST, HOST], DRAINING],
    [
      `Machine '{"hostname":"host1"}' is not part of a maintenance schedule`,
      [{ hostname: "host1" }],
      DRAINING,
    ],
    [`Machine '${json(HOST)}' is not in DRAINING mode and cannot be brought down`, [HOST], DOWN],
    [
      `Machine '${json(OTHER)}' is not in DRAINING mode and cannot be brought down`,
      [OTHER],
      DRAINING,
    ],
  ])("down: %s", (text, ids, before) => {
    expect(validateStart(ids, before, known)).toBe(text);
  });

  it.each<readonly [text: string | undefined, ids: MachineID[], before: Maintenance]>([
    [undefined, [HOST], DOWN],
    ["List of machines is empty", [], DOWN],
    ["Failed to parse IPv4: x", [{ ip: "x" }], DOWN],
    [
      `Machine '{"hostname":"host3"}' is not part of a maintenance schedule`,
      [{ hostname: "host3" }],
      DOWN,
    ],
    [`Machine '${json(HOST)}' is not in DOWN mode and cannot be brought up`, [HOST], DRAINING],
    [`Machine '${json(OTHER)}' is not in DOWN mode and cannot be brought up`, [OTHER], DOWN],
  ])("up: %s", (text, ids, before) => {
    expect(validateStop(ids, before, known)).toBe(text);
  });
});
