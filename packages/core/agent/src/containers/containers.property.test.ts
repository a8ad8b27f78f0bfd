import type { agent as api } from "@mesos-ts/protos";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { AgentEffect, ExitStatus } from "../contract.ts";
import { containerIdOf } from "../state.ts";
import { AgentBench, only, statuses } from "../testing.ts";
import { isBelow } from "./own-containers.ts";

/** A machine that starts, ends and forgets containers, in whatever order it is told to. */
class Machine {
  readonly bench = new AgentBench().registered();
  /** What the runtime has of each container. */
  readonly containers = new Map<string, "starting" | "running" | "ended">();
  readonly destroyed = new Set<string>();
  readonly unanswered = new Set<number>();
  readonly task: string;
  #requests = 0;

  constructor() {
    const effects = this.bench.runTask({ id: "t", command: { value: "sleep 100" } });
    this.task = only(effects, "start-container")[0]?.spec.containerId ?? "";
    this.apply(effects);
    this.start(this.task);
  }

  call(type: string, id: string): void {
    this.#requests += 1;
    const requestId = this.#requests;
    const payload = { container_id: containerIdOf(id), command: { value: "x" } };
    const call = { type, [type.toLowerCase()]: payload } as unknown as api.Call;
    this.unanswered.add(requestId);
    this.apply(this.bench.step({ type: "operator-call", requestId, call }));
  }

  start(containerId: string): void {
    if (this.containers.get(containerId) !== "starting") return;
    this.containers.set(containerId, "running");
    this.apply(this.bench.step({ type: "container-started", containerId, pid: 1 }));
    if (this.destroyed.has(containerId)) this.end(containerId, { type: "unknown" });
  }

  fail(containerId: string): void {
    if (this.containers.get(containerId) !== "starting") return;
    this.containers.delete(containerId);
    const reason = "no";
    this.apply(this.bench.step({ type: "container-failed", containerId, reason }));
  }

  end(containerId: string, status: ExitStatus): void {
    if (this.containers.get(containerId) !== "running") return;
    this.containers.set(containerId, "ended");
    this.apply(this.bench.step({ type: "container-exited", containerId, status }));
  }

  apply(effects: readonly AgentEffect[]): void {
    const later: (() => void)[] = [];
    for (const effect of effects) {
      switch (effect.type) {
        case "start-container":
          expect(this.containers.has(effect.spec.containerId)).toBe(false);
          this.destroyed.delete(effect.spec.containerId);
          this.containers.set(effect.spec.containerId, "starting");
          break;
        case "destroy-container": {
          const { containerId } = effect;
          this.destroyed.add(containerId);
          later.push(() => this.end(containerId, KILLED));
          break;
        }
        case "forget-container":
          this.#forget(effect.containerId);
          break;
        case "reply":
          expect(this.unanswered.delete(effect.requestId)).toBe(true);
          break;
        case "remove-path": {
          const { path } = effect;
          later.push(() =>
            this.apply(this.bench.step({ type: "path-removed", path, error: undefined })),
          );
          break;
        }
        default:
          break;
      }
    }
    for (const status of statuses(effects)) this.apply(this.bench.acknowledge(status));
    for (const next of later) next();
  }

  /** What runs is never forgotten, nor what others are nested in. */
  #forget(containerId: string): void {
    expect(["ended", undefined]).toContain(this.containers.get(containerId));
    const nested = [...this.containers.keys()].filter((id) => isBelow(id, containerId));
    expect(nested).toEqual([]);
    this.containers.delete(containerId);
  }
}

const KILLED: ExitStatus = {
  type: "signaled",
  number: 9,
  description: "Killed",
  coreDumped: false,
};

const CALLS = [
  "LAUNCH_CONTAINER",
  "LAUNCH_NESTED_CONTAINER_SESSION",
  "WAIT_CONTAINER",
  "KILL_CONTAINER",
  "REMOVE_CONTAINER",
] as const;

/** Few ids, so that calls meet: below the task (`0`), and standalone. */
const ids = fc.constantFrom("0.a", "0.a.b", "0.a.b.c", "0.d", "s", "s.a", "s.a.b", "z");
const actions = fc.oneof(
  fc.record({ what: fc.constantFrom(...CALLS), id: ids }),
  fc.record({ what: fc.constantFrom("start", "fail", "end", "leave"), id: ids }),
);

it("nothing is left when all has ended, whatever happened", () => {
  fc.assert(
    fc.property(fc.array(actions, { maxLength: 40 }), (list) => {
      const machine = new Machine();
      for (const { what, id } of list) {
        const real = id.replace("0", machine.task);
        switch (what) {
          case "start":
            machine.start(real);
            break;
          case "fail":
            machine.fail(real);
            break;
          case "end":
            machine.end(real, { type: "exited", code: 1 });
            break;
          case "leave":
            machine.apply(machine.bench.step({ type: "session-closed", containerId: real }));
            break;
          default:
            machine.call(what, real);
        }
      }
      for (const id of [...machine.containers.keys()]) machine.start(id);
      machine.end(machine.task, { type: "exited", code: 0 });
      for (const id of [...machine.containers.keys()]) machine.end(id, KILLED);
      const { own } = machine.bench.agent.context;
      expect([...machine.containers]).toEqual([]);
      expect([...machine.unanswered]).toEqual([]);
      expect([own.live.size, own.ended.size, own.forgettable.size, own.removals.size]).toEqual([
        0, 0, 0, 0,
      ]);
    }),
    { numRuns: 400 },
  );
});
