import { describe, expect, test } from "vitest";
import {
  bytes,
  formatBytes,
  gigabytes,
  kilobytes,
  megabytes,
  parseBytes,
  terabytes,
} from "./bytes.ts";

describe("parseBytes", () => {
  test.each([
    ["0B", 0],
    ["1B", 1],
    ["1kb", 1024],
    ["2GB", 2 * 1024 ** 3],
    ["100MB", 100 * 1024 ** 2],
    ["3TB", 3 * 1024 ** 4],
  ])("%s is %d bytes", (text, size) => {
    expect(parseBytes(text)).toEqual({ type: "ok", value: size });
  });

  test.each([
    ["", "Invalid bytes ''"],
    ["10", "Invalid bytes '10'"],
    ["1.5GB", "Fractional bytes '1.5GB'"],
    ["GB", "Failed to convert '' to number"],
    ["1PB", "Unknown bytes unit 'PB'"],
    ["1 mb", "Unknown bytes unit ' MB'"],
    ["99999999999999999999999B", "Failed to convert '99999999999999999999999' to number"],
    ["16777216TB", "Bytes '16777216TB' are more than 64 bits can hold"],
  ])("refuses '%s'", (text, error) => {
    expect(parseBytes(text)).toEqual({ type: "error", error });
  });
});

test.each([
  [bytes(0), "0B"],
  [bytes(1023), "1023B"],
  [bytes(1536), "1536B"],
  [kilobytes(1), "1KB"],
  [kilobytes(1025), "1025KB"],
  [megabytes(64), "64MB"],
  [gigabytes(2), "2GB"],
  [terabytes(5), "5TB"],
])("%d bytes are %s", (size, text) => {
  expect(formatBytes(size)).toBe(text);
});
