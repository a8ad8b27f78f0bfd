import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { fail, handleSignals, type ProcessPort, unsupportedNode } from "./lifecycle.ts";
import { createMemoryLogger } from "./logging/logger.ts";

function fakeProcess() {
  const emitter = new EventEmitter();
  const killed = Promise.withResolvers<string>();
  const port: ProcessPort = {
    pid: 42,
    on: (signal, listener) => emitter.on(signal, listener),
    off: (signal, listener) => emitter.off(signal, listener),
    kill: (pid, signal) => killed.resolve(`${pid} ${signal}`),
    exit: (code) => {
      throw new Error(`exit ${code}`);
    },
  };
  return { emitter, port, killed: killed.promise };
}

describe("signals", () => {
  test.each(["SIGTERM", "SIGINT"] as const)("%s ends in order, then dies of it", async (signal) => {
    const { emitter, port, killed } = fakeProcess();
    const logger = createMemoryLogger();
    const ended: string[] = [];
    handleSignals({ terminate: async (which) => void ended.push(which) }, logger, port);
    emitter.emit(signal);
    expect(await killed).toBe(`42 ${signal}`);
    expect(ended).toEqual([signal]);
    expect(logger.lines).toEqual([`WARNING test] Received signal ${signal}; exiting`]);
    expect(emitter.listenerCount(signal)).toBe(0);
  });

  test("a second signal does not wait", async () => {
    const { emitter, port, killed } = fakeProcess();
    const never = Promise.withResolvers<void>();
    handleSignals({ terminate: () => never.promise }, createMemoryLogger(), port);
    emitter.emit("SIGTERM");
    emitter.emit("SIGINT");
    expect(await killed).toBe("42 SIGINT");
    never.resolve();
  });

  test("a failed end is logged", async () => {
    const { emitter, port, killed } = fakeProcess();
    const logger = createMemoryLogger();
    const terminate = (): void => {
      throw new Error("stuck");
    };
    handleSignals({ terminate }, logger, port);
    emitter.emit("SIGTERM");
    await killed;
    expect(logger.lines[1]).toContain("ERROR test] The orderly end failed: Error: stuck");
  });

  test("SIGUSR1 is the program's, and uninstalling leaves nothing", () => {
    const { emitter, port } = fakeProcess();
    let heard = 0;
    const handlers = { terminate: () => {}, userSignal: () => void heard++ };
    const uninstall = handleSignals(handlers, createMemoryLogger(), port);
    emitter.emit("SIGUSR1");
    expect(heard).toBe(1);
    uninstall();
    expect(emitter.eventNames()).toEqual([]);
  });
});

test("fail", () => {
  const logger = createMemoryLogger();
  expect(() => fail("No luck", logger, fakeProcess().port)).toThrow("exit 1");
  expect(logger.lines).toEqual(["ERROR test] EXIT with status 1: No luck"]);
});

test.each([
  ["26.0.0", true],
  ["27.1.2", true],
  ["25.9.9", false],
  ["20.20.2", false],
])("Node.js %s", (version, fits) => {
  const problem = unsupportedNode(version);
  expect(problem === undefined).toBe(fits);
  if (!fits) {
    expect(problem).toContain(`needs Node.js 26 or newer, but this is Node.js ${version}`);
  }
});
