import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { err, ok, type Result } from "@mesos-ts/base";
import { createManualClock, createMemoryLogger } from "@mesos-ts/runtime";
import { describe, expect, it } from "vitest";
import {
  closeAfterEach,
  closeLater,
  fakeAgent,
  HttpScheduler,
  master,
} from "./master.test-support.ts";
import { parseWhitelist, WhitelistWatch, whitelistReader } from "./whitelist.ts";

closeAfterEach();

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "mesos-ts-"));
  closeLater(() => rmSync(made, { recursive: true }));
  return made;
}

describe("the list", () => {
  it.each([
    ["", []],
    ["b\na\n", ["a", "b"]],
    ["a\r\n\n  b.example \na", ["a", "b.example"]],
  ])("%j", (text, hostnames) => {
    expect(parseWhitelist(text)).toEqual(ok(hostnames));
  });

  it.each([
    ["a\nb c\n", 'line 2 is no hostname: "b c". Write one hostname in a line'],
    ["\u0000ELF", 'line 1 is no hostname: "\\u0000ELF". Write one hostname in a line'],
  ])("is not %j", (text, error) => {
    expect(parseWhitelist(text)).toEqual(err(error));
  });

  it("is absent without the flag, and for anybody", () => {
    expect(whitelistReader(undefined)).toBeUndefined();
    expect(whitelistReader("*")).toBeUndefined();
  });

  it("must be in a file", async () => {
    const path = folder();
    expect(await whitelistReader(path)?.()).toEqual(
      err(`Error reading whitelist file '${path}': it is not a regular file`),
    );
    expect(await whitelistReader(join(path, "none"))?.()).toEqual(
      err(expect.stringContaining(`Error reading whitelist file '${join(path, "none")}': ENOENT`)),
    );
  });
});

describe("the watch", () => {
  /** The file's content by turns, one for every five seconds. */
  async function watch(...turns: Result<readonly string[]>[]) {
    const clock = createManualClock();
    const logger = createMemoryLogger();
    const events: unknown[] = [];
    const started = new WhitelistWatch(["a"], {
      read: async () => turns.shift() ?? ok([]),
      clock,
      logger,
      dispatch: (event) => events.push(event),
    });
    while (turns.length > 0) {
      const left = turns.length;
      clock.advance(4999);
      expect(turns).toHaveLength(left);
      clock.advance(1);
      // The reading is a promise, and so is what follows it.
      while (clock.pending === 0) await Promise.resolve();
    }
    started.stop();
    expect(clock.pending).toBe(0);
    return { events, lines: logger.lines };
  }

  const told = (...hostnames: string[]) => ({ type: "whitelist", hostnames });

  it("tells the list at first and when it changes", async () => {
    const { events } = await watch(ok(["a"]), ok(["a", "b"]), ok(["a", "b"]), ok([]));
    expect(events).toEqual([told("a"), told("a", "b"), told()]);
  });

  it("keeps the last good list, and says once what is wrong", async () => {
    const bad = err("Error reading whitelist file '/w': gone");
    const { events, lines } = await watch(bad, bad, ok(["a"]), bad);
    expect(events).toEqual([told("a")]);
    expect(lines.filter((line) => line.includes("The list of before stays in force"))).toHaveLength(
      2,
    );
  });
});

describe("a master with a list", () => {
  it("does not start when it cannot be read", async () => {
    const path = join(folder(), "none");
    await expect(master([`--whitelist=${path}`])).rejects.toThrow(
      `Error reading whitelist file '${path}'`,
    );
  });

  it("offers the agents that are on it", async () => {
    const path = join(folder(), "list");
    writeFileSync(path, "localhost\n");
    const { address } = await master([`--whitelist=file://${path}`]);
    await fakeAgent(address);
    const scheduler = await HttpScheduler.subscribe(address, "application/json", {
      user: "root",
      name: "f",
      roles: ["dev"],
      capabilities: [{ type: "MULTI_ROLE" }],
    });
    expect((await scheduler.next("OFFERS")).offers?.offers?.[0]?.hostname).toBe("localhost");
  });
});
