import { Buffer } from "node:buffer";
import {
  type CommandInfo,
  type ContainerInfo,
  containerizer,
  decode,
  encode,
} from "@mesos-ts/protos";
import type { OwnContainer } from "./own-containers.ts";

/**
 * What Mesos's containerizer writes beside a container, and by which it is known again: how it was
 * launched, that it is standalone, that it must not outlive the agent.
 */
const CONFIG = "config";
const STANDALONE = "standalone.marker";
const FORCE_DESTROY = "force_destroy_on_recovery";
const LENGTH_BYTES = 4;

export type Notes = Readonly<Record<string, Uint8Array>>;

export interface Launched {
  readonly command: CommandInfo;
  readonly container: ContainerInfo | undefined;
}

export function notesOf(own: OwnContainer, { command, container }: Launched): Notes {
  const { isDebug, sandbox, user, resources, limits, id } = own;
  const bytes = encode(containerizer.ContainerConfig, {
    command_info: command,
    container_info: container,
    resources: [...resources],
    limits: { ...limits },
    container_class: isDebug ? "DEBUG" : "DEFAULT",
    directory: sandbox,
    user,
  });
  return {
    [CONFIG]: framed(bytes),
    ...(id.includes(".") ? {} : { [STANDALONE]: new Uint8Array() }),
    ...(isDebug ? { [FORCE_DESTROY]: new Uint8Array() } : {}),
  };
}

export function isStandalone(notes: Notes | undefined): boolean {
  return notes?.[STANDALONE] !== undefined;
}

export function mustNotSurvive(notes: Notes): boolean {
  return notes[FORCE_DESTROY] !== undefined;
}

/** How a container was launched; undefined for what no operator launched, or is damaged. */
export function configOf(notes: Notes | undefined): containerizer.ContainerConfig | undefined {
  const bytes = notes?.[CONFIG];
  if (bytes === undefined || bytes.length < LENGTH_BYTES) return undefined;
  try {
    return decode(containerizer.ContainerConfig, bytes.subarray(LENGTH_BYTES));
  } catch {
    return undefined;
  }
}

/** Mesos's checkpoints begin with their length, little-endian. */
function framed(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}
