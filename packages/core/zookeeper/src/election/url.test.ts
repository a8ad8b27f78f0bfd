import { err, ok } from "@mesos-ts/base";
import { describe, expect, it, test } from "vitest";
import { childUrl, formatZkUrl, parseZkUrl } from "./url.ts";

const PATH_NEEDED = "Expecting a (chroot) path for ZooKeeper ('/' is not supported)";
const server = (text: string) =>
  `Failed to parse '${text}' as a ZooKeeper server: expecting 'host:port'`;

describe("a ZooKeeper URL", () => {
  it.each([
    ["zk://h:2181/mesos", [{ host: "h", port: 2181 }], "/mesos", undefined],
    [
      " zk://h1:1,h2.example:65535/a/b/\n",
      [
        { host: "h1", port: 1 },
        { host: "h2.example", port: 65_535 },
      ],
      "/a/b",
      undefined,
    ],
    ["zk://user:p@ss@h:1/m", [{ host: "h", port: 1 }], "/m", "user:p@ss"],
    [
      "zk://h:1,,[::1]:2,/m",
      [
        { host: "h", port: 1 },
        { host: "::1", port: 2 },
      ],
      "/m",
      undefined,
    ],
    ["zk://[::1]:2181/m", [{ host: "::1", port: 2181 }], "/m", undefined],
  ])("%j", (text, servers, path, credentials) => {
    expect(parseZkUrl(text)).toEqual(ok({ servers, path, credentials }));
  });

  it.each([
    ["h1:2181/mesos", "Expecting 'zk://' at the beginning of the URL"],
    ["zk://h:2181", PATH_NEEDED],
    ["zk://h:2181/", PATH_NEEDED],
    ["zk://h:2181//", PATH_NEEDED],
    ["zk://h:2181/a//b", 'Invalid path string "/a//b" caused by empty node name specified @3'],
    ["zk://h/mesos", server("h")],
    ["zk://h:0/mesos", server("h:0")],
    ["zk://h:65536/mesos", server("h:65536")],
    ["zk://,/mesos", server("")],
    ["zk:///mesos", server("")],
    [`zk://${"h:1,".repeat(100)}h:1/m`, "More than 100 ZooKeeper servers"],
  ])("is not %j", (text, error) => {
    expect(parseZkUrl(text)).toEqual(err(error));
  });
});

test("a URL is shown without its password, and has groups below it", () => {
  const url = parseZkUrl("zk://user:secret@a:1,[::1]:2/mesos");
  if (url.type === "error") throw new Error(url.error);
  expect(formatZkUrl(url.value)).toBe("zk://user:…@a:1,[::1]:2/mesos");
  expect(childUrl(url.value, "log_replicas").path).toBe("/mesos/log_replicas");
  expect(formatZkUrl({ ...url.value, credentials: undefined })).toBe("zk://a:1,[::1]:2/mesos");
});
