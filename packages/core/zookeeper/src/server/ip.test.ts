import { describe, expect, it } from "vitest";
import { ipMatches, isIpPattern } from "./ip.ts";

describe("an address in an ACL", () => {
  it.each([
    ["10.1.2.3", "10.1.2.3", true],
    ["10.1.2.3", "10.1.2.4", false],
    ["10.1.2.3", "10.1.0.0/16", true],
    ["10.2.2.3", "10.1.0.0/16", false],
    ["10.1.2.3", "10.1.2.0/31", false],
    ["10.1.2.3", "10.1.2.2/31", true],
    ["10.1.2.3", "0.0.0.0/0", true],
    ["::1", "::1", true],
    ["::1", "0:0:0:0:0:0:0:1", true],
    ["2001:db8::7", "2001:db8::/32", true],
    ["2001:db9::7", "2001:db8::/32", false],
    ["::1", "0.0.0.0/0", false],
  ])("%s and %s: %s", (address, pattern, matches) =>
    expect(ipMatches(address, pattern)).toBe(matches),
  );

  it.each([
    ["10.1.2.3/32", true],
    ["10.1.2.3/33", false],
    ["10.1.2.3/", false],
    ["10.1.2", false],
    ["10.1.2.256", false],
    ["localhost", false],
    ["1::2::3", false],
    ["1:2:3:4:5:6:7", false],
    ["1:2:3:4:5:6:7::8", false],
    ["::12345", false],
    ["::/128", true],
  ])("%s is one: %s", (pattern, valid) => expect(isIpPattern(pattern)).toBe(valid));
});
