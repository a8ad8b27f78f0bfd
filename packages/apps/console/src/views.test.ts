import { describe, expect, test } from "vitest";
import { order } from "../page/model/order.ts";
import { byReservation } from "../page/model/resources.ts";
import { MAX_PLACES, type Place, search } from "../page/model/search.ts";
import { linePath, MAX_SAMPLES, Series } from "../page/model/series.ts";
import { reasonLabel, timelineOf } from "../page/model/timeline.ts";
import { recording } from "./recordings.test-support.ts";

describe("a search", () => {
  const place = (title: string, detail = "", kind: Place["kind"] = "task"): Place => ({
    kind,
    title,
    detail,
    hash: `#/${title}`,
  });
  const titles = (places: readonly Place[], text: string): string[] => {
    const run = search(places, text);
    for (;;) {
      const { done, value } = run.next();
      if (done) return value.map(({ title }) => title);
    }
  };

  test("puts names that begin so before others", () => {
    const places = [place("my-web"), place("db", "web host"), place("web.1"), place("cron")];
    expect(titles(places, "web")).toEqual(["web.1", "my-web", "db"]);
  });

  test("wants every word", () => {
    const places = [place("web.1", "running"), place("web.2", "failed")];
    expect(titles(places, "WEB fail")).toEqual(["web.2"]);
    expect(titles(places, "")).toEqual(["web.1", "web.2"]);
  });

  test("is bounded, and pauses between steps", () => {
    const places = Array.from({ length: 12_000 }, (_, i) => place(`x${i}`, "task"));
    expect(titles(places, "task")).toHaveLength(MAX_PLACES);
    const run = search(places, "no such thing");
    let steps = 0;
    while (run.next().done !== true) steps += 1;
    expect(steps).toBe(2);
  });
});

describe("an order", () => {
  const rows = [{ at: 2 }, { at: undefined }, { at: 3 }, { at: 1 }];

  test("is of the values, and those without one come last either way", () => {
    const of = ({ at }: { readonly at: number | undefined }) => at;
    expect(order(rows, of, "at").map(of)).toEqual([1, 2, 3, undefined]);
    expect(order(rows, of, "-at").map(of)).toEqual([3, 2, 1, undefined]);
    expect(order(rows, undefined, "")).toBe(rows);
  });
});

describe("a series", () => {
  test("keeps its ends when it thins itself out", () => {
    const series = new Series();
    for (let at = 0; at <= MAX_SAMPLES; at++) series.add({ at, value: at });
    expect(series.samples.length).toBeLessThanOrEqual(MAX_SAMPLES / 2 + 1);
    expect(series.samples[0]?.at).toBe(0);
    expect(series.samples.at(-1)?.at).toBe(MAX_SAMPLES);
  });

  test("is a line from left to right, higher for more", () => {
    const samples = [
      { at: 100, value: 0 },
      { at: 110, value: 5 },
      { at: 120, value: 10 },
    ];
    expect(linePath(samples, 10, 200, 40)).toBe("M0 40L100 20L200 0");
    expect(linePath(samples, 20, 200, 40)).toBe("M0 40L100 30L200 20");
    expect(linePath(samples.slice(0, 1), 10, 200, 40)).toBe("");
  });
});

describe("a timeline", () => {
  const status = (state: string, at: number) => ({
    state,
    at,
    message: "",
    reason: "",
    source: "",
    healthy: undefined,
  });

  test("says how long each part lasted", () => {
    const statuses = [status("TASK_STARTING", 10), status("TASK_RUNNING", 12)];
    const parts = timelineOf({ statuses, group: "active" }, 20);
    expect(parts.map(({ lasted, part }) => [lasted, part])).toEqual([
      [2, 0.2],
      [8, 0.8],
    ]);
  });

  test("ends when the task does", () => {
    const statuses = [status("TASK_RUNNING", 10), status("TASK_FAILED", 13)];
    const parts = timelineOf({ statuses, group: "completed" }, 99);
    expect(parts.map(({ lasted }) => lasted)).toEqual([3, undefined]);
  });

  test("has reasons in words", () => {
    expect(reasonLabel("REASON_COMMAND_EXECUTOR_FAILED")).toBe("Command executor failed");
    expect(reasonLabel("SOURCE_AGENT")).toBe("Agent");
  });
});

test("resources are told apart by whom they are reserved for", () => {
  const cpus = (value: number, more: object) => ({ name: "cpus", scalar: { value }, ...more });
  const ops = { type: "DYNAMIC", role: "eng", principal: "ops" };
  const parts = byReservation([
    cpus(1, { role: "*" }),
    cpus(2, { reservations: [ops] }),
    cpus(3, { role: "db" }),
    cpus(4, { reservations: [ops], disk: { persistence: { id: "v1" } } }),
    cpus(5, { role: "eng", reservation: { principal: "old" } }),
  ]);
  expect(
    parts.map(({ role, isDynamic, principal, volumes, amounts }) => [
      role,
      isDynamic,
      principal,
      volumes.length,
      amounts.cpus,
    ]),
  ).toEqual([
    ["", false, "", 0, 1],
    ["db", false, "", 0, 3],
    ["eng", true, "ops", 1, 6],
    ["eng", true, "old", 0, 5],
  ]);
});

test("reservations are read as recorded", () => {
  interface Reserved {
    readonly json: {
      readonly get_agents: {
        readonly agents: readonly {
          readonly total_resources: Parameters<typeof byReservation>[0];
        }[];
      };
    };
  }
  const { json } = recording<Reserved>("master_v1_get_agents_reserved");
  const parts = byReservation(json.get_agents.agents[0]?.total_resources ?? []);
  expect(parts.length).toBeGreaterThan(1);
  expect(parts.some(({ role, isDynamic }) => role !== "" && isDynamic)).toBe(true);
});
