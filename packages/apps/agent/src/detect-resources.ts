import { err, ok, type Result } from "@mesos-ts/base";
import type { Resource } from "@mesos-ts/protos";
import { parseResources, Resources } from "@mesos-ts/resources";

const MEGABYTE = 1024 * 1024;
const GIGABYTE = 1024 * MEGABYTE;
const DEFAULT_PORTS = "ports:[31000-32000]";

/** What a machine has, in bytes. */
export interface Machine {
  readonly cpus: number;
  readonly memoryBytes: number;
  /** Size of the file system of the work_dir. */
  readonly diskBytes: number;
}

/**
 * The agent's resources: what `--resources` says, and of cpus, mem, disk and ports what the machine
 * has where it says nothing. A gigabyte of memory and five of disk are left to the system.
 *
 * Source: `Containerizer::resources`.
 */
export function agentResources(
  text: string | undefined,
  defaultRole: string,
  machine: Machine,
): Result<Resource[]> {
  const parsed = parseResources(text ?? "", defaultRole);
  if (parsed.type === "error") return parsed;
  const named = namesIn(text ?? "");
  const missing = [
    ["cpus", `cpus:${machine.cpus}`],
    ["mem", `mem:${keep(machine.memoryBytes, 2 * GIGABYTE, GIGABYTE)}`],
    ["disk", `disk:${keep(machine.diskBytes, 10 * GIGABYTE, 5 * GIGABYTE)}`],
    ["ports", DEFAULT_PORTS],
  ].flatMap(([name = "", value = ""]) => (named.has(name) ? [] : [value]));
  const detected = parseResources(missing.join(";"), defaultRole);
  if (detected.type === "error") return err(detected.error);
  return ok([...Resources.sum([parsed.value, detected.value]).items]);
}

/** Whole megabytes: all but `reserve` of much, half of little. */
function keep(bytes: number, much: number, reserve: number): number {
  return Math.floor((bytes >= much ? bytes - reserve : bytes / 2) / MEGABYTE);
}

/** The names that a text gives resources for, those of nothing (`cpus:0`) included. */
function namesIn(text: string): Set<string> {
  if (/^\s*\[/.test(text)) {
    const list: unknown = JSON.parse(text);
    return new Set((list as { readonly name: string }[]).map(({ name }) => name));
  }
  return new Set(text.split(";").map((part) => (part.split(/[(:]/)[0] ?? "").trim()));
}
