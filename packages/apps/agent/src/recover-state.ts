import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NOTHING_RECOVERED, type RecoveredAgent, type RecoveredContainer } from "@mesos-ts/agent";
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
    const notes = container.notes === undefined ? {} : { notes: container.notes };
    found.set(
      container.containerId,
      container.type === "running"
        ? { type: "running", pid: container.pid, ...notes }
        : { type: "exited", status: exitStatus(container.status), ...notes },
    );
  }
  if (state !== undefined) adoptForeign(state.recovered, found, options.containers);
  // An agent that will not start leaves it: after the repair the reboot must still be seen.
  const willStart = !strict || (state?.recovered.errors.length ?? 0) === 0;
  if (bootId !== undefined && willStart) {
    store.apply({ type: "text", path: "boot_id", text: bootId });
  }
  const left = standaloneSandboxes(workDir).filter(([id]) => !found.has(id));
  if (state === undefined && found.size === 0 && left.length === 0) return undefined;
  const recovered = state?.recovered ?? NOTHING_RECOVERED;
  const leftovers = [...recovered.leftovers, ...left.map(([, path]) => path)];
  return withContainers({ ...recovered, leftovers }, found);
}

/** Sandboxes of standalone containers, with their ids. */
function standaloneSandboxes(workDir: string): (readonly [id: string, path: string])[] {
  const folder = join(workDir, "containers");
  try {
    return readdirSync(folder).map((id) => [id, join(folder, id)]);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}

/** Executors that run as processes of their own and are not of this agent's making. */
function adoptForeign(
  { frameworks }: RecoveredAgent,
  found: Map<string, RecoveredContainer>,
  containers: Containers,
): void {
  for (const { executors } of frameworks) {
    for (const { containerId, forkedPid, libprocessPid, http, completed } of executors) {
      const speaks = libprocessPid !== undefined || http;
      if (forkedPid === undefined || completed || !speaks || found.has(containerId.value)) continue;
      if (!containers.adopt(containerId.value, forkedPid)) continue;
      found.set(containerId.value, { type: "running", pid: forkedPid });
    }
  }
}
