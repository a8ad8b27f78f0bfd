import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeContainerizer } from "./containerizer.compliance.ts";
import { MemoryContainerizer, MemoryProcesses, type MemoryTimers } from "./memory-containerizer.ts";
import { Exits, shell } from "./test-machine.ts";
import type { LaunchSpec } from "./types.ts";

const spec = (containerId: string, value: string): LaunchSpec => ({
  containerId,
  sandbox: "/work",
  command: shell(value),
  environment: {},
  stdout: "/work/stdout",
  stderr: "/work/stderr",
});

describeContainerizer("the memory twin", () => {
  const machine = new MemoryProcesses();
  return {
    open: () => new MemoryContainerizer(machine),
    spec: (containerId, command, more = {}) => ({
      ...spec(containerId, ""),
      sandbox: join("/work", containerId),
      command: typeof command === "string" ? shell(command) : command,
      ...more,
    }),
    untilReady: async () => undefined,
    destroy: async () => machine.restart(),
  };
});

/** Timers that fire when told to. */
class FakeTimers implements MemoryTimers {
  #now = 0;
  #pending: { at: number; callback: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  set(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#pending.push(timer);
    return () => {
      this.#pending = this.#pending.filter((one) => one !== timer);
    };
  }

  advance(ms: number): void {
    this.#now += ms;
    const due = this.#pending.filter((timer) => timer.at <= this.#now);
    this.#pending = this.#pending.filter((timer) => timer.at > this.#now);
    for (const timer of due) {
      timer.callback();
    }
  }
}

describe("the memory twin's machine", () => {
  it("runs on the clock it is given", async () => {
    const timers = new FakeTimers();
    const containerizer = new MemoryContainerizer(new MemoryProcesses({ timers }));
    const exits = new Exits(containerizer);
    await containerizer.launch(spec("c", "sleep 5; exit 2"));
    timers.advance(4999);
    expect(exits.seen).toEqual([]);
    timers.advance(1);
    expect(exits.seen).toEqual([{ containerId: "c", status: { type: "exited", code: 2 } }]);
  });

  it("forgets the status when the monitor was killed", async () => {
    const timers = new FakeTimers();
    const machine = new MemoryProcesses({ timers });
    const containerizer = new MemoryContainerizer(machine);
    const exits = new Exits(containerizer);
    await containerizer.launch(spec("c", "sleep 1"));
    machine.killMonitor("c");
    timers.advance(1000);
    expect(exits.seen).toEqual([{ containerId: "c", status: { type: "unknown" } }]);
  });
});
