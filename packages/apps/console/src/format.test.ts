import { describe, expect, test } from "vitest";
import {
  formatAgo,
  formatBytes,
  formatCount,
  formatDuration,
  formatMebibytes,
  shortId,
  stateLabel,
} from "../page/model/format.ts";

describe("numbers", () => {
  test.each([
    [0, "0"],
    [0.1, "0.1"],
    [4, "4"],
    [0.30000000000000004, "0.3"],
    [12.25, "12.3"],
    [1000, "1000"],
    [20, "20"],
  ])("a count of %d is %s", (value, text) => {
    expect(formatCount(value)).toBe(text);
  });

  test.each([
    [0, "0 MB"],
    [0.5, "< 1 MB"],
    [32, "32 MB"],
    [1024, "1 GB"],
    [1536, "1.5 GB"],
    [102400, "100 GB"],
    [10 * 1024 * 1024, "10 TB"],
  ])("%d MiB are %s", (value, text) => {
    expect(formatMebibytes(value)).toBe(text);
  });

  test.each([
    [0, "0 B"],
    [614, "614 B"],
    [2048, "2 KB"],
    [1024 * 1024 * 12.34, "12.3 MB"],
  ])("%d bytes are %s", (value, text) => {
    expect(formatBytes(value)).toBe(text);
  });
});

describe("times", () => {
  test.each([
    [-3, "0 s"],
    [45.9, "45 s"],
    [61, "1 min"],
    [7500, "2 h 5 min"],
    [7200, "2 h"],
    [12 * 86_400 + 4 * 3600, "12 d 4 h"],
  ])("%d seconds are %s", (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });

  test.each([
    [-5, "just now"],
    [1, "just now"],
    [12, "12 s ago"],
    [120, "2 min ago"],
    [86_400, "24 h ago"],
    [200_000, "2 d ago"],
  ])("%d seconds ago is %s", (seconds, text) => {
    expect(formatAgo(1_000_000 - seconds, 1_000_000)).toBe(text);
  });

  test("what is to come is not ago", () => {
    expect(formatAgo(1_003_900, 1_000_000)).toBe("in 1 h 5 min");
  });
});

describe("ids", () => {
  test.each([
    ["e7e97cb5-c635-4950-861d-0f63c3d73e11-S0", "e7e97cb5…-S0"],
    ["e7e97cb5-c635-4950-861d-0f63c3d73e11-0000", "e7e97cb5…-0000"],
    ["5ebaeb9d-e587-4a89-a5e7-5a727524d2e3", "5ebaeb9d…d2e3"],
    ["hello", "hello"],
    ["spark-executor-0001-of-a-long-job", "spark-exec…a-long-job"],
  ])("%s is %s", (id, text) => {
    expect(shortId(id)).toBe(text);
  });
});

test.each([
  ["TASK_RUNNING", "Running"],
  ["TASK_GONE_BY_OPERATOR", "Gone by operator"],
  ["active", "Active"],
  ["", ""],
])("the state %s is shown as %s", (state, label) => {
  expect(stateLabel(state)).toBe(label);
});
