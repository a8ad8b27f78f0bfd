import { mkdtempSync, openSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { hostname, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createManualClock, type ManualClock } from "../clock.ts";
import { createLineFormatter, labelOf } from "./line.ts";
import { createLogFile } from "./log-file.ts";
import { createMemoryLogger, type LoggingOptions, loggingOptions, openLogging } from "./logger.ts";
import { createSink, MAX_WAITING_CHARACTERS, streamTarget } from "./sink.ts";

const START = new Date(2026, 10, 20, 12, 16, 2).getTime() + 90.974;
const dropNotice = (lines: number): string => `${lines} dropped\n`;

let folder: string;
let clock: ManualClock;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mesos-ts-logging-"));
  clock = createManualClock(START);
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function open(options: Partial<LoggingOptions> = {}) {
  const stderrFile = join(folder, "stderr");
  const logging = openLogging({
    program: "mesos-test",
    component: "main",
    clock,
    level: "INFO",
    quiet: false,
    logDir: undefined,
    bufferSeconds: 0,
    externalLogFile: undefined,
    stderrFd: openSync(stderrFile, "a"),
    ...options,
  });
  if (logging.type === "error") {
    throw new Error(logging.error);
  }
  return { ...logging.value, stderr: () => readFileSync(stderrFile, "utf8") };
}

describe("lines", () => {
  test("have glog's form", () => {
    const format = createLineFormatter(2189);
    expect(format("INFO", START, labelOf("master"), "Hello")).toBe(
      "I1120 12:16:02.090974  2189 master.ts:0] Hello\n",
    );
    expect(format("WARNING", START + 999, "a.ts:7", "x\ny")).toBe(
      "W1120 12:16:03.089974  2189 a.ts:7] x\ny\n",
    );
    expect(createLineFormatter(1234567)("ERROR", START, "a.ts:7", "")).toBe(
      "E1120 12:16:02.090974 1234567 a.ts:7] \n",
    );
  });
});

describe("standard error", () => {
  test("gets lines in order, under their components", async () => {
    const { logger, close, stderr } = open();
    const allocator = logger.for("allocator");
    logger.info("one");
    allocator.warning(() => "two");
    logger.error("three");
    await close();
    expect(stderr().replaceAll(/^(.)\S+ \S+ +\d+/gm, "$1")).toBe(
      "I main.ts:0] one\nW allocator.ts:0] two\nE main.ts:0] three\n",
    );
  });

  test("gets nothing below the level, and texts are not made for it", async () => {
    const { logger, close, stderr } = open({ level: "WARNING" });
    let made = 0;
    logger.info(() => `${made++}`);
    logger.verbose(0, () => `${made++}`);
    logger.warning("kept");
    await close();
    expect(made).toBe(0);
    expect(stderr()).toMatch(/^W.*kept\n$/);
  });

  test("gets nothing when quiet", async () => {
    const { logger, close, stderr } = open({ quiet: true });
    logger.error(() => {
      throw new Error("not wanted");
    });
    await close();
    expect(stderr()).toBe("");
  });

  test("has everything after flushNow, also what was under way", async () => {
    const { logger, close, stderr } = open();
    logger.info("first");
    logger.flushNow();
    expect(stderr()).toContain("first");
    logger.info("second");
    await new Promise(setImmediate);
    logger.info("third");
    logger.flushNow();
    await close();
    expect(stderr().match(/\w+$/gm)).toEqual(["first", "second", "third"]);
  });
});

describe("--log_dir", () => {
  test("has a file for each level, a link to each, and all of it on standard error", async () => {
    const logDir = join(folder, "logs", "deep");
    const { logger, close, stderr, shownFile } = open({ logDir });
    logger.info("an info");
    logger.warning("a warning");
    await logger.flush();
    logger.error("an error");
    await close();
    const stem = `mesos-test.${hostname()}.${userInfo().username}.log`;
    const name = (level: string): string => `${stem}.${level}.20261120-121602.${process.pid}`;
    expect(readdirSync(logDir).toSorted()).toEqual(
      [
        "mesos-test.ERROR",
        "mesos-test.INFO",
        "mesos-test.WARNING",
        name("ERROR"),
        name("INFO"),
        name("WARNING"),
      ].toSorted(),
    );
    expect(readlinkSync(join(logDir, "mesos-test.INFO"))).toBe(name("INFO"));
    expect(shownFile).toBe(join(logDir, "mesos-test.INFO"));
    const head = `Log file created at: 2026/11/20 12:16:02\nRunning on machine: ${hostname()}\nLog line format: [IWEF]mmdd hh:mm:ss.uuuuuu threadid file:line] msg\n`;
    const content = (level: string): string => readFileSync(join(logDir, name(level)), "utf8");
    const texts = (level: string): string[] =>
      content(level)
        .slice(head.length)
        .trimEnd()
        .split("\n")
        .map((line) => line.split("] ")[1] ?? "");
    expect(content("INFO").startsWith(head)).toBe(true);
    expect(texts("INFO")).toEqual([
      "INFO level logging started!",
      "an info",
      "a warning",
      "an error",
    ]);
    expect(texts("WARNING")).toEqual(["a warning", "an error"]);
    expect(texts("ERROR")).toEqual(["an error"]);
    expect(stderr().split("\n")).toHaveLength(5);
  });

  test("has no files below the level", async () => {
    const logDir = join(folder, "logs");
    const { logger, close } = open({ logDir, level: "ERROR", quiet: true });
    logger.warning("no");
    await close();
    const levels = readdirSync(logDir).map((name) => /INFO|WARNING|ERROR/.exec(name)?.[0]);
    expect(new Set(levels)).toEqual(new Set(["ERROR"]));
  });

  test("holds INFO back for --logbufsecs, but not WARNING", async () => {
    const logDir = join(folder, "logs");
    const { logger, close } = open({ logDir, bufferSeconds: 3600, quiet: true });
    const link = join(logDir, "mesos-test.INFO");
    logger.info("waits");
    await new Promise(setImmediate);
    expect(readdirSync(logDir)).toEqual([]);
    logger.warning("goes");
    await logger.flush();
    expect(readFileSync(link, "utf8")).toMatch(/waits\n.*goes\n$/);
    await close();
  });

  test("that cannot be made is refused", () => {
    const options = { ...baseOptions(), logDir: "/dev/null/logs" };
    expect(openLogging(options)).toEqual({
      type: "error",
      error: expect.stringContaining(
        "Could not initialize logging: Failed to create directory /dev/null/logs",
      ),
    });
  });

  test("starts a new file when one is full", () => {
    const owner = { folder, program: "p", host: "h", user: "u", pid: 1 };
    const failures: string[] = [];
    const file = createLogFile(owner, "INFO", {
      now: () => clock.now(),
      onFailure: (text) => failures.push(text),
      maxBytes: 300,
    });
    const sink = createSink(file, { bufferMs: 0, dropNotice });
    sink.write("a".repeat(150), true);
    sink.flushNow();
    clock.advance(1000);
    sink.write("b".repeat(150), true);
    sink.flushNow();
    file.close();
    const files = readdirSync(folder).filter((name) => name.startsWith("p.h.u.log"));
    expect(files).toHaveLength(2);
    expect(file.path).toContain("121603");
    expect(readFileSync(join(folder, "p.INFO"), "utf8")).toMatch(/\nb{150}$/);
    expect(failures).toEqual([]);
  });
});

describe("verbosity", () => {
  test("is off, can be set for a time, and goes back", async () => {
    const { logger, close, stderr, setVerbosity, verbosity, originalVerbosity } = open();
    logger.verbose(1, "too early");
    setVerbosity(1, 1000);
    logger.verbose(1, "in time");
    logger.verbose(2, "too fine");
    clock.advance(500);
    setVerbosity(2, 1000);
    clock.advance(999);
    expect(verbosity()).toBe(2);
    clock.advance(1);
    expect(verbosity()).toBe(originalVerbosity);
    logger.verbose(1, "too late");
    await close();
    expect(stderr()).toMatch(/^I.*in time\n$/);
  });

  test("setting the original leaves no timer", async () => {
    const { close, setVerbosity } = open();
    setVerbosity(3, 1000);
    setVerbosity(0, 1000);
    expect(clock.pending).toBe(0);
    await close();
  });
});

describe("sinks", () => {
  test("drop and count what is too much", async () => {
    const path = join(folder, "out");
    const sink = createSink(streamTarget(openSync(path, "a")), { bufferMs: 0, dropNotice });
    const half = "x".repeat(MAX_WAITING_CHARACTERS / 2);
    sink.write(half, true);
    sink.write(half, true);
    sink.write("lost", true);
    sink.write("lost", true);
    await sink.flush();
    sink.write("kept\n", true);
    await sink.flush();
    const written = readFileSync(path, "utf8");
    expect(written.slice(MAX_WAITING_CHARACTERS)).toBe("2 dropped\nkept\n");
  });

  test("survive a stream that is gone", async () => {
    const sink = createSink(streamTarget(999_999), { bufferMs: 0, dropNotice });
    sink.write("nobody reads this\n", true);
    await sink.flush();
    sink.write("nor this\n", true);
    sink.flushNow();
    await sink.flush();
  });
});

test("options come from the flags and GLOG_v", () => {
  const flags = {
    quiet: true,
    logging_level: "ERROR",
    log_dir: "/l",
    logbufsecs: 3,
    external_log_file: "/x",
  };
  const rest = { program: "p", component: "c", clock };
  expect(loggingOptions(flags, { GLOG_v: "2" }, rest)).toMatchObject({
    level: "ERROR",
    quiet: true,
    logDir: "/l",
    bufferSeconds: 3,
    externalLogFile: "/x",
    verbosity: 2,
  });
  expect(loggingOptions(flags, { GLOG_v: "x" }, rest)).toHaveProperty("verbosity", 0);
});

test("an external file is shown in place of ours", async () => {
  const { close, shownFile } = open({ logDir: join(folder, "l"), externalLogFile: "/var/log/x" });
  expect(shownFile).toBe("/var/log/x");
  await close();
});

test("the memory twin keeps its lines", () => {
  const logger = createMemoryLogger();
  logger.for("agent").info(() => "hello");
  expect(logger.lines).toEqual(["INFO agent] hello"]);
});

test("twenty thousand lines take a small part of a second", async () => {
  const { logger, close } = open({ logDir: join(folder, "logs") });
  const started = performance.now();
  for (let index = 0; index < 20_000; index++) {
    logger.info(`Sending 1 offers to framework 4f8a-0001 (load) at scheduler-${index}`);
  }
  const spent = performance.now() - started;
  await close();
  expect(spent).toBeLessThan(500);
});

function baseOptions(): LoggingOptions {
  return {
    program: "mesos-test",
    component: "main",
    clock,
    level: "INFO",
    quiet: true,
    logDir: undefined,
    bufferSeconds: 0,
    externalLogFile: undefined,
  };
}
