import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createRandom, err, ok } from "@mesos-ts/base";
import { createMemoryLogger, createSystemClock } from "@mesos-ts/runtime";
import { resolveMaster } from "@mesos-ts/zk-client";
import { describe, expect, it } from "vitest";

const readFile = (path: string) =>
  path === "/etc/master" ? ok(" master@10.0.0.1:5050\n") : err("No such file or directory");
const clock = createSystemClock();
const logger = createMemoryLogger();
const resolve = (master: string, timeoutMs = 5_000) =>
  resolveMaster(master, { clock, logger, random: createRandom(1), timeoutMs, readFile });

describe("what a master is found by", () => {
  it.each([
    ["127.0.0.1:26050", "127.0.0.1:26050"],
    ["master@127.0.0.1:26050", "127.0.0.1:26050"],
    ["localhost:5050", "127.0.0.1:5050"],
    ["file:///etc/master", "10.0.0.1:5050"],
  ])("%s", async (master, expected) => {
    expect(await resolve(master)).toEqual(ok(expected));
  });

  it.each([
    ["nonsense", "Failed to create a master detector: Failed to parse 'nonsense'"],
    ["127.0.0.1:99999", "Failed to create a master detector: Failed to parse '127.0.0.1:99999'"],
    [
      "zk://a:b@h/mesos",
      "Failed to create a master detector: Failed to parse 'h' as a ZooKeeper server: expecting 'host:port'",
    ],
    [
      "zk://h:2181",
      "Failed to create a master detector: Expecting a (chroot) path for ZooKeeper ('/' is not supported)",
    ],
    ["file:///none", "Failed to read from file at '/none': No such file or directory"],
  ])("not %s", async (master, text) => {
    const found = await resolve(master);
    if (found.type === "ok") throw new Error("found");
    expect(found.error.text).toContain(text);
    expect(found.error.code).toBe(1);
    expect(found.error.text).not.toContain("a:b@");
  });
});

describe("mesos-resolve", () => {
  const script = fileURLToPath(new URL("../bin/mesos-resolve.js", import.meta.url));
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [script, ...args]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (failure: { code: number; stdout: string; stderr: string }) => failure,
    );

  it("prints what was recorded", async () => {
    const recorded = readFileSync(
      new URL("../../../testing/fixtures/cli/resolve.out", import.meta.url),
      "utf8",
    );
    const { code, stdout, stderr } = await run(`master@${recorded.trim()}`);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: recorded, stderr: "" });
  });

  it("takes one argument", async () => {
    for (const args of [[], ["a:1", "b:2"]]) {
      const { code, stdout, stderr } = await run(...args);
      expect([code, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(
        /^There must be only one argument: <master>\n\nUsage: mesos-resolve <master>\n/,
      );
    }
    expect((await run("--timeout=soon", "a:1")).code).toBe(1);
  });
});
