import { execFileSync } from "node:child_process";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitPlainCommand } from "./command.ts";
import { isContainerId, isNestedIn, relativePathOf } from "./container-id.ts";
import { ProcessSnapshot, parseIdentity, parseStat } from "./process-table.ts";
import { isExportable, shellQuote } from "./quote.ts";
import { rlimitArguments } from "./rlimits.ts";
import {
  describeSignal,
  describeStatus,
  parseWaitStatus,
  signaled,
  toWaitStatus,
} from "./status.ts";
import { parseEvent } from "./supervisor-link.ts";

describe("wait statuses", () => {
  it.each([
    ["0", "exited with status 0"],
    ["256", "exited with status 1"],
    ["65280", "exited with status 255"],
    ["9", "terminated with signal Killed"],
    ["15", "terminated with signal Terminated"],
    ["139", "terminated with signal Segmentation fault (core dumped)"],
    ["35", "terminated with signal Real-time signal 1"],
  ])("%s is %s", (text, words) => {
    const status = parseWaitStatus(text);
    expect(status && describeStatus(status)).toBe(words);
    expect(status && toWaitStatus(status)).toBe(Number(text));
  });

  it.each(["", "x", "-1", "65536", "257", "127", " 0", "0\n", "128"])("%j is none", (text) => {
    expect(parseWaitStatus(text)).toBeNull();
  });

  it("has a text for every signal", () => {
    for (let number = 1; number <= 64; number += 1) {
      expect(describeSignal(number)).not.toBe("");
    }
    expect(describeSignal(32)).toBe("Unknown signal 32");
    expect(signaled(10)).toMatchObject({ signal: "SIGUSR1" });
  });
});

describe("container ids", () => {
  it.each(["a", "a.b", "2c21fe35-c28e-4490-822a-bb1a0d3c9d2e", "a.b.c", "_x:1"])(
    "%j is one",
    (id) => {
      expect(isContainerId(id)).toBe(true);
    },
  );

  it.each([
    "",
    ".",
    "..",
    "a.",
    ".a",
    "a..b",
    "a/b",
    "a b",
    "a\n",
    "a'",
    "-a",
    "é",
    "a".repeat(256),
  ])("%j is none", (id) => {
    expect(isContainerId(id)).toBe(false);
  });

  it("are nested by folders", () => {
    expect(relativePathOf("a.b.c")).toBe("a/containers/b/containers/c");
    expect(isNestedIn("a.b.c", "a")).toBe(true);
    expect(isNestedIn("ab", "a")).toBe(false);
  });
});

describe("quoting", () => {
  it("brings every text through a shell unchanged", () => {
    const text = fc
      .string({ unit: "binary", maxLength: 40 })
      .map((raw) => raw.replaceAll("\0", ""));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const script = `printf '%s\\0' ${texts.map(shellQuote).join(" ")}`;
        const output = execFileSync("/bin/sh", ["-c", script]);
        expect(output.toString("utf8")).toBe(
          Buffer.from(texts.map((one) => `${one}\0`).join("")).toString("utf8"),
        );
      }),
      { numRuns: 40 },
    );
  });

  it("knows names that a shell cannot simply export", () => {
    expect(["PATH", "_A1", "a.b", "1a", "UID", "", "a b"].map(isExportable)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ["sleep 60", ["sleep", "60"]],
    [" ./run --a=b\t-c ", ["./run", "--a=b", "-c"]],
    ["echo hi", null],
    ["A=b run", null],
    ["run; run", null],
    ["run $X", null],
    ["run *", null],
    ["run ~", null],
    ["run 'a'", null],
    ["run\nrun", null],
    ["run # x", null],
    ["", null],
  ])("%j needs a shell or not", (value, words) => {
    expect(splitPlainCommand(value)).toEqual(words);
  });
});

describe("resource limits", () => {
  it("become options of prlimit", () => {
    expect(
      rlimitArguments([
        { type: "RLMT_NOFILE", soft: 1, hard: 2 },
        { type: "RLMT_CORE" },
        { type: "RLMT_AS", soft: 2n ** 63n, hard: 2n ** 64n - 1n },
      ]),
    ).toEqual({
      type: "arguments",
      args: ["--nofile=1:2", "--core=unlimited:unlimited", "--as=9223372036854775808:unlimited"],
    });
  });

  it.each([
    [{ type: "UNKNOWN" }, "Unknown rlimit type 'UNKNOWN'"],
    [{ type: "toString" }, "Unknown rlimit type 'toString'"],
    [{ type: "RLMT_CPU", hard: 1 }, "give both soft and hard"],
    [{ type: "RLMT_CPU", soft: 1.5, hard: 2 }, "not an unsigned 64-bit integer"],
    [{ type: "RLMT_CPU", soft: -1, hard: 2 }, "not an unsigned 64-bit integer"],
    [{ type: "RLMT_CPU", soft: 3, hard: 2 }, "soft limit 3 exceeds hard limit 2"],
  ])("refuses %j", (limit, text) => {
    const result = rlimitArguments([limit]);
    expect(result).toMatchObject({ type: "bad", message: expect.stringContaining(text) });
  });
});

describe("processes", () => {
  const line = (pid: number, parent: number, group: number, session: number, start = 100): string =>
    `${pid} (a) b) S ${parent} ${group} ${session} 0 -1 0 0 0 0 0 5 7 0 0 20 0 3 0 ${start} 0 11 0`;
  const entries = (...lines: string[]) => lines.map(parseStat).filter((entry) => entry !== null);

  it("are read with any name", () => {
    expect(parseStat(line(5, 4, 3, 2, 99))).toEqual({
      pid: 5,
      state: "S",
      parent: 4,
      group: 3,
      session: 2,
      userTicks: 5,
      systemTicks: 7,
      threads: 3,
      start: 99,
      rssPages: 11,
    });
    expect(parseStat("")).toBeNull();
    expect(parseStat("1 (x) S 1")).toBeNull();
  });

  const snapshot = new ProcessSnapshot(
    entries(
      line(1, 0, 1, 1),
      line(10, 1, 10, 10), // The supervisor's session: never part of a tree below it.
      line(11, 10, 10, 10),
      line(20, 11, 20, 20), // The task.
      line(21, 20, 20, 20),
      line(22, 21, 22, 20),
      line(23, 22, 23, 23), // A descendant in a session of its own,
      line(24, 1, 23, 23), // whose child was adopted by init.
      line(25, 1, 20, 20), // Adopted, but still in the task's session.
      line(30, 1, 30, 30),
    ),
  );
  const pids = (latestStart: number) =>
    snapshot
      .tree({ pid: 20, latestStart })
      .map((one) => one.pid)
      .sort();

  it("form a tree by parents, groups and sessions", () => {
    expect(pids(100)).toEqual([20, 21, 22, 23, 24, 25]);
  });

  it("of a reused pid form none", () => {
    expect(pids(99)).toEqual([]);
  });

  it("are found after their leader's end", () => {
    const orphans = new ProcessSnapshot(entries(line(21, 1, 20, 20), line(22, 1, 22, 20)));
    expect(orphans.tree({ pid: 20, latestStart: 1 }).map((one) => one.pid)).toEqual([21, 22]);
  });

  it("are recorded with the uptime", () => {
    expect(parseIdentity("5", "12.34")).toEqual({ pid: 5, latestStart: 1234 });
    expect(parseIdentity("5", "12.3")).toBeNull();
    expect(parseIdentity("", "12.34")).toBeNull();
  });
});

describe("events", () => {
  it("are parsed, or ignored", () => {
    expect(parseEvent("s a/containers/b 5 6 1.00")).toEqual({
      type: "started",
      folder: "a/containers/b",
      monitorPid: 5,
      task: { pid: 6, latestStart: 100 },
    });
    expect(parseEvent("x a 5 768")).toEqual({
      type: "ended",
      folder: "a",
      monitorPid: 5,
      waitStatus: "768",
    });
    for (const junk of ["", "x", "s a 5 6", "y a 5 6 7", "s a 5 6 later"]) {
      expect(parseEvent(junk)).toBeNull();
    }
  });
});
