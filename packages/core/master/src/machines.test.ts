import type { MachineID, maintenance } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { MaintenanceOperation } from "./contract.ts";
import {
  type Maintenance,
  machineKey,
  maintained,
  maintenanceInRegistry,
  maintenanceOf,
  NO_MAINTENANCE,
} from "./machines.ts";

const A = { hostname: "a", ip: "10.0.0.1" };
const B = { hostname: "b", ip: "10.0.0.2" };
const at = (nanoseconds: number) => ({ start: { nanoseconds } });

function schedule(...windows: [startNs: number, ...MachineID[]][]): maintenance.Schedule {
  return {
    windows: windows.map(([startNs, ...machine_ids]) => ({
      machine_ids,
      unavailability: at(startNs),
    })),
  };
}

function after(...operations: MaintenanceOperation[]): Maintenance {
  return operations.reduce(maintained, NO_MAINTENANCE);
}

const modes = ({ machines }: Maintenance) =>
  [...machines.values()].map(({ id, mode, unavailability }) => [
    id.hostname,
    mode,
    unavailability?.start.nanoseconds,
  ]);

const both = { type: "update-schedule", schedule: schedule([1, A], [2, B]) } as const;
const aDown = { type: "start-maintenance", machines: [A] } as const;

describe("machines are the same", () => {
  it.each([
    [A, { hostname: "A", ip: "10.0.0.1" }, true],
    [A, { hostname: "a" }, false],
    [A, { ip: "10.0.0.1" }, false],
    [{ hostname: "a" }, { hostname: "a", ip: "" }, false],
    [{ hostname: "a" }, { hostname: "A" }, true],
  ])("%o %o: %s", (one, other, same) => {
    expect(machineKey(one) === machineKey(other)).toBe(same);
  });
});

describe("maintenance", () => {
  it("begins with machines that drain", () => {
    expect(modes(after(both))).toEqual([
      ["a", "DRAINING", 1],
      ["b", "DRAINING", 2],
    ]);
  });

  it("of another time keeps those down that are", () => {
    const later = { type: "update-schedule", schedule: schedule([5, A, B]) } as const;
    expect(modes(after(both, aDown, later))).toEqual([
      ["a", "DOWN", 5],
      ["b", "DRAINING", 5],
    ]);
  });

  it("ends for machines that a new schedule leaves out", () => {
    const onlyB = { type: "update-schedule", schedule: schedule([3, B]) } as const;
    expect(modes(after(both, onlyB))).toEqual([["b", "DRAINING", 3]]);
  });

  it("ends for machines that come up, and their windows with it", () => {
    const up = { type: "stop-maintenance", machines: [A] } as const;
    const left = after(both, aDown, up);
    expect(modes(left)).toEqual([["b", "DRAINING", 2]]);
    expect(left.schedule).toEqual(schedule([2, B]));
    const none = maintained(left, { type: "stop-maintenance", machines: [B] });
    expect(none).toEqual(NO_MAINTENANCE);
  });

  it.each([
    ["nothing", NO_MAINTENANCE],
    ["an empty schedule", after({ type: "update-schedule", schedule: {} })],
    ["machines of both modes", after(both, aDown)],
  ])("survives in the registry: %s", (_, before) => {
    expect(maintenanceOf(maintenanceInRegistry(before))).toEqual(before);
  });
});
