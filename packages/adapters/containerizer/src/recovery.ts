import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { ContainerRecord, ContainerWatch } from "./container-watch.ts";
import { isAlive, readProcess } from "./process-table.ts";
import {
  abandon,
  type Claim,
  containerFolder,
  deleteContainer,
  listContainers,
  markLost,
  monitorOf,
  readClaim,
  readNotes,
  readStatus,
} from "./runtime-files.ts";
import type { Notes, RecoveredContainer, Recovery } from "./types.ts";

/** A monitor that claimed a container writes the task's identity at once: how often to look. */
const MAX_START_LOOKS = 200;
const START_LOOK_MS = 10;

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return "";
  }
}

/**
 * Makes the runtime folder fit for use. After a restart of the machine every container that has no
 * status is marked as lost: pids of another boot are never looked at.
 */
export function prepareRuntimeDir(runtimeDir: string): void {
  const home = join(runtimeDir, "supervisor");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const path = join(home, "boot_id");
  const boot = readOrEmpty("/proc/sys/kernel/random/boot_id");
  if (readOrEmpty(path) === boot && boot !== "") {
    return;
  }
  for (const id of listContainers(runtimeDir)) {
    const folder = containerFolder(runtimeDir, id);
    if (readStatus(folder) === null) {
      markLost(folder);
    }
  }
  writeFileSync(`${path}.new`, `${boot}\n`);
  renameSync(`${path}.new`, path);
}

/** The claim of a container that a monitor is just starting, once it names the task. */
async function settledClaim(folder: string): Promise<Claim | null> {
  let claim = readClaim(folder);
  for (let look = 0; claim?.task === undefined && look < MAX_START_LOOKS; look += 1) {
    if (claim === null || readStatus(folder) !== null) {
      break;
    }
    if (claim.monitorPid !== undefined && readProcess(claim.monitorPid) === null) {
      break;
    }
    await delay(START_LOOK_MS);
    claim = readClaim(folder);
  }
  return claim;
}

function notesOf(folder: string): { readonly notes?: Notes } {
  const notes = readNotes(folder);
  return notes === undefined ? {} : { notes };
}

function exitedOf(
  watch: ContainerWatch,
  record: ContainerRecord,
  claim: Claim | null,
  folder: string,
): RecoveredContainer {
  const status = readStatus(folder) ?? { type: "unknown" };
  if (claim?.task !== undefined) {
    watch.started(record, claim.monitorPid, claim.task);
  }
  record.settleLaunch({ type: "launched", pid: claim?.task?.pid ?? 0 });
  watch.finished(record, status, true);
  const pid = claim?.task?.pid ?? null;
  return { type: "exited", containerId: record.containerId, pid, status, ...notesOf(folder) };
}

async function recoverOne(
  runtimeDir: string,
  watch: ContainerWatch,
  containerId: string,
): Promise<RecoveredContainer | null> {
  const folder = containerFolder(runtimeDir, containerId);
  if (readStatus(folder) === null && readClaim(folder) === null && abandon(folder)) {
    // Prepared but never started, and now it cannot start any more.
    deleteContainer(folder);
    return null;
  }
  const claim = readStatus(folder) === null ? await settledClaim(folder) : readClaim(folder);
  const record = watch.adopt(containerId);
  if (readStatus(folder) !== null || claim?.task === undefined) {
    return exitedOf(watch, record, claim, folder);
  }
  const { monitorPid, task } = claim;
  const monitored = monitorPid !== undefined && isAlive(monitorOf(monitorPid, task));
  if (!monitored && !isAlive(claim.task)) {
    return exitedOf(watch, record, claim, folder);
  }
  watch.started(record, claim.monitorPid, claim.task);
  return { type: "running", containerId, pid: claim.task.pid, ...notesOf(folder) };
}

/** Finds what outlived the previous agent and takes it under watch. */
export async function recoverContainers(
  runtimeDir: string,
  watch: ContainerWatch,
  known: ReadonlySet<string>,
): Promise<Recovery> {
  const containers: RecoveredContainer[] = [];
  const found = new Set<string>();
  for (const containerId of listContainers(runtimeDir)) {
    if (watch.get(containerId) !== undefined) {
      continue; // Launched by this agent already.
    }
    const container = await recoverOne(runtimeDir, watch, containerId);
    if (container !== null) {
      containers.push(container);
      found.add(containerId);
    }
  }
  return {
    containers,
    orphans: [...found].filter((id) => !known.has(id)),
    missing: [...known].filter((id) => !found.has(id) && watch.get(id) === undefined),
  };
}
