import type { RecoveredAgent, RecoveredContainer } from "@mesos-ts/agent";
import type { Containerizer } from "@mesos-ts/containerizer";
import type { Logger } from "@mesos-ts/runtime";
import {
  type CheckpointStore,
  readAgentState,
  readBootId,
  withContainers,
} from "@mesos-ts/storage";
import { type Containers, exitStatus } from "./effects/containers.ts";

export interface RecoverOptions {
  readonly workDir: string;
  readonly strict: boolean;
  readonly containerizer: Containerizer;
  readonly containers: Containers;
  readonly store: CheckpointStore;
  readonly logger: Logger;
}

/** What an earlier run of the agent left: its checkpoints, and containers that outlived it. */
export async function recoverState(options: RecoverOptions): Promise<RecoveredAgent | undefined> {
  const { workDir, strict, containerizer, store, logger } = options;
  logger.info(`Recovering state from '${workDir}/meta'`);
  const bootId = readBootId();
  const state = readAgentState({ workDir, strict, bootId });
  for (const warning of state?.warnings ?? []) logger.warning(warning);
  if (state?.recovered.rebooted === true) logger.info("Agent host rebooted");
  const recovery = await containerizer.recover(state?.containerIds ?? []);
  const found = new Map<string, RecoveredContainer>();
  for (const container of recovery.containers) {
    found.set(
      container.containerId,
      container.type === "running"
        ? { type: "running", pid: container.pid }
        : { type: "exited", status: exitStatus(container.status) },
    );
  }
  if (
    bootId !== undefined &&
    state?.recovered.errors.length !== 0 &&
    strict &&
    state !== undefined
  ) {
    // The agent will not start: whoever repairs the checkpoints must still see the reboot.
    return withContainers(state.recovered, found);
  }
  if (bootId !== undefined) store.apply({ type: "text", path: "boot_id", text: bootId });
  if (state !== undefined) return withContainers(state.recovered, found);
  if (found.size === 0) return undefined;
  return withContainers(NOTHING, found);
}

const NOTHING: RecoveredAgent = {
  info: undefined,
  rebooted: false,
  frameworks: [],
  resources: [],
  orphans: [],
  leftovers: [],
  errors: [],
};
