import type { RecoveredAgent } from "@mesos-ts/agent";
import { AgentInfo, DrainConfig } from "@mesos-ts/protos";
import { posixMetaFiles } from "./posix-meta-files.ts";
import { readFramework } from "./read-framework.ts";
import { readOperationUpdates, readResources } from "./read-resources.ts";
import { Reading } from "./reading.ts";
import type { MetaFiles } from "./types.ts";

export interface ReadOptions {
  /** The work_dir as it was given: paths in checkpoints must be below it. */
  readonly workDir: string;
  /** `/proc/sys/kernel/random/boot_id` now; undefined where there is none. */
  readonly bootId: string | undefined;
  /** `--strict`: damage is only reported, nothing damaged is cut off. */
  readonly strict: boolean;
}

/** What an earlier run of an agent left in `meta`. */
export interface AgentState {
  /** Without containers: `withContainers` adds what the container runtime knows. */
  readonly recovered: RecoveredAgent;
  /** The containers of the executors and tasks in it that may still be there. */
  readonly containerIds: readonly string[];
  readonly warnings: readonly string[];
}

/** Reads the checkpoints below `<workDir>/meta`; undefined where there are none. */
export function readAgentState(options: ReadOptions): AgentState | undefined {
  return readMeta(posixMetaFiles(`${options.workDir}/meta`), options);
}

/**
 * Reads the checkpoints of any Mesos agent. Damage becomes errors of the result; what is unknown is
 * left alone; a torn record at the end of a task's updates is cut off.
 */
export function readMeta(files: MetaFiles, options: ReadOptions): AgentState | undefined {
  if (!files.exists()) return undefined;
  const reading = new Reading(files, !options.strict);
  const rebooted = hasRebooted(reading, options.bootId);
  const agentId = latestAgent(reading, options.workDir);
  const info = agentId === undefined ? undefined : agentInfo(reading, agentId);
  const place = { workDir: options.workDir, agentId: agentId ?? "", rebooted };
  const frameworks =
    info === undefined
      ? []
      : files
          .folders(`slaves/${agentId}/frameworks`)
          .flatMap((id) => readFramework(reading, place, id) ?? []);
  const operationUpdates = agentId === undefined ? {} : readOperationUpdates(reading, agentId);
  const executors = frameworks.flatMap(({ framework }) => framework.executors);
  return {
    recovered: {
      info,
      rebooted,
      drainConfig: agentId === undefined ? undefined : drainConfig(reading, agentId),
      frameworks: frameworks.map(({ framework }) => framework),
      ...readResources(reading),
      operationUpdates,
      orphans: [],
      leftovers: [
        ...files
          .folders("slaves")
          .filter((id) => id !== agentId)
          .flatMap((id) => [`${options.workDir}/slaves/${id}`, `${files.root}/slaves/${id}`]),
        ...frameworks.flatMap(({ leftovers }) => leftovers),
      ],
      errors: reading.errors,
    },
    containerIds: executors.flatMap(({ containerId }) => containerId.value),
    warnings: reading.warnings,
  };
}

/** Its id is its folder's, whether it says so or not. */
function agentInfo(reading: Reading, agentId: string): AgentInfo | undefined {
  const path = `slaves/${agentId}/slave.info`;
  const info = reading.identified(AgentInfo, path, "agent info", agentId, ({ id }) => id);
  return info && { ...info, id: { value: agentId } };
}

/** Most agents do not drain: a file that is not there is nothing to warn of. */
function drainConfig(reading: Reading, agentId: string): DrainConfig | undefined {
  const path = `slaves/${agentId}/drain.config`;
  return reading.bytes(path, "drain config") === undefined
    ? undefined
    : reading.message(DrainConfig, path, "drain config");
}

function hasRebooted(reading: Reading, bootId: string | undefined): boolean {
  const recorded = reading.text("boot_id", "boot id")?.trim();
  return recorded !== undefined && bootId !== undefined && recorded !== bootId.trim();
}

/** The agent that `slaves/latest` leads to; undefined when there is none, or not in this work_dir. */
function latestAgent(reading: Reading, workDir: string): string | undefined {
  const target = reading.files.readLink("slaves/latest");
  if (target === undefined) {
    return reading.warn(`Failed to find the latest agent from '${reading.files.root}'`);
  }
  const slash = target.lastIndexOf("/");
  const folder = target.slice(0, Math.max(slash, 0));
  const id = target.slice(slash + 1);
  const link = reading.absolute("slaves/latest");
  const home = `${workDir}/meta/slaves`;
  if (folder !== "" && folder !== home && folder !== `${reading.files.root}/slaves`) {
    reading.errors.push(
      `'${link}' leads to '${target}': the checkpoints were written with another --work_dir. Start with --work_dir=${folder.replace(/\/meta\/slaves$/, "")}, or remove '${link}' to start as a new agent`,
    );
    return undefined;
  }
  if (!reading.files.folders("slaves").includes(id)) {
    reading.errors.push(
      `Failed to find latest agent: '${link}' leads to '${target}', which does not exist. Remove the link to start as a new agent`,
    );
    return undefined;
  }
  return id;
}
