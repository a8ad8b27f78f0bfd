import type { Checkpoint, RecoveredAgent } from "@mesos-ts/agent";
import { decode, internal } from "@mesos-ts/protos";
import { MemoryCheckpointStore, readMeta, withContainers } from "@mesos-ts/storage";
import { hex } from "./history.ts";
import type { Processes } from "./processes.ts";

/** A machine's checkpoints, read back by the real reader when its agent starts again. */
export class Disk {
  readonly #store: MemoryCheckpointStore;
  readonly #workDir: string;
  readonly #updates = new Set<string>();

  constructor(workDir: string) {
    this.#workDir = workDir;
    this.#store = new MemoryCheckpointStore(`${workDir}/meta`);
  }

  apply(change: Checkpoint): void {
    this.#store.apply(change);
    if (change.type !== "append" || !change.path.endsWith("/task.updates")) return;
    const record = decode(internal.StatusUpdateRecord, change.bytes);
    if (record.type === "UPDATE") this.#updates.add(hex(record.update?.uuid));
  }

  /** Whether an update was ever written. */
  holds(uuid: string): boolean {
    return this.#updates.has(uuid);
  }

  recover(processes: Processes): RecoveredAgent | undefined {
    const state = readMeta(this.#store, {
      workDir: this.#workDir,
      bootId: undefined,
      strict: true,
    });
    const containers = new Map(Object.entries(processes.recover()));
    return state === undefined ? undefined : withContainers(state.recovered, containers);
  }
}
