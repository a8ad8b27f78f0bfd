import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANONYMOUS_PID, formatPid, parseAddress, parsePid, percentDecode } from "./pid.ts";

describe("pids", () => {
  it.each([
    ["master@127.0.0.1:5050", { id: "master", ip: "127.0.0.1", port: 5050 }],
    ["slave(1)@10.0.0.1:5051", { id: "slave(1)", ip: "10.0.0.1", port: 5051 }],
    [ANONYMOUS_PID, { id: "", ip: "0.0.0.0", port: 0 }],
    [" scheduler-1@host.example:1 ", { id: "scheduler-1", ip: "host.example", port: 1 }],
    ["(1)@1.2.3.4:65535", { id: "(1)", ip: "1.2.3.4", port: 65535 }],
  ])("%j is read", (text, pid) => {
    expect(parsePid(text)).toEqual(pid);
    expect(formatPid(pid)).toBe(text.trim());
  });

  it.each([
    "",
    "master",
    "@",
    "a@b",
    "a@:1",
    "a@1.2.3.4:",
    "a@1.2.3.4:65536",
    "a@1.2.3.4:x",
    "a b@1.2.3.4:1",
    "a\r\n@1.2.3.4:1",
    "é@1.2.3.4:1",
    "a@1.2.3.4:1\r\nX: y",
    "a@[::1]:5",
    `${"a".repeat(2000)}@1.2.3.4:1`,
  ])("%j is refused", (text) => expect(parsePid(text)).toBeUndefined());

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        parsePid(text);
        parseAddress(text);
        percentDecode(text);
      }),
    );
  });

  it.each([
    ["slave%281%29", "slave(1)"],
    ["slave(1)", "slave(1)"],
    ["%e2%82%ac", "€"],
    ["%", undefined],
    ["%4", undefined],
    ["%zz", undefined],
    ["%ff", undefined],
    ["%00", undefined],
    ["a%0d%0ab", undefined],
  ])("%j decodes to %j", (text, decoded) => expect(percentDecode(text)).toBe(decoded));
});
