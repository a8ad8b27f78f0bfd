import { describe, expect, it } from "vitest";
import { acceptsGzip, acceptsMedia } from "./accept.ts";

describe("Accept", () => {
  it.each([
    [undefined, true],
    ["application/json", true],
    ["APPLICATION/JSON", true],
    ["text/html, application/*", true],
    [" */* ", true],
    ["text/html", false],
    ["", false],
    ["application/json;q=0", false],
    ["application/json;q=0.0, */*", false],
    ["application/json ; q=0.5", true],
    ["application/json;q=x", false],
    ["application/json;q=1;q=0", true],
    ["*/*;q=0, application/json", true],
    ["application/*;q=0, */*", false],
  ])("%j allows JSON: %s", (accept, allowed) => {
    expect(acceptsMedia(accept, "application/json")).toBe(allowed);
  });
});

describe("Accept-Encoding", () => {
  it.each([
    ["gzip", true],
    ["deflate, *", true],
    ["gzip;q=0, *", false],
    ["br", false],
  ])("%j allows gzip: %s", (accept, allowed) => {
    expect(acceptsGzip(accept)).toBe(allowed);
  });
});
