import { describe, expect, it } from "vitest";
import { clockTime, dataSize, fitted, floatText } from "./columns.ts";

describe("the columns of mesos-ps", () => {
  it.each([
    ["root", "root    "],
    ["toolong1", "tool... "],
    ["sevench", "sevench "],
    [undefined, "        "],
  ])("%s", (text, shown) => expect(fitted({ title: "USER", padding: 4 }, text)).toBe(shown));

  it.each([
    [512, "512.0 B"],
    [2048, "2.0 KB"],
    [3_250_000, "3.1 MB"],
    [100_663_296, "96.0 MB"],
    [5 * 1024 ** 4, "5120.0 GB"],
  ])("%d bytes", (bytes, text) => expect(dataSize(bytes)).toBe(text));

  it.each([
    [0, "00:00:00.000000"],
    [0.14, "00:00:00.140000"],
    [3725.5, "01:02:05.500000"],
    [90_000, "25:00:00.000000"],
  ])("%d seconds", (seconds, text) => expect(clockTime(seconds)).toBe(text));

  it.each([
    [1, "1.0"],
    [0.2, "0.2"],
  ])("%d cpus", (cpus, text) => expect(floatText(cpus)).toBe(text));
});
