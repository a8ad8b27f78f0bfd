import { agentState, internal, type Operation, Resource } from "@mesos-ts/protos";
import { upgrade } from "@mesos-ts/resources";
import type { Reading } from "./reading.ts";

const STATE = "resources/resources_and_operations.state";
const STATE_TARGET = "resources/resources_and_operations.target";
const OLD_STATE = "resources/resources.info";
const OLD_TARGET = "resources/resources.target";

export interface ResourcesAndOperations {
  /** The resources with their reservations and volumes. */
  readonly resources: readonly Resource[];
  /** What was about to replace them when the agent went down. */
  readonly targetResources: readonly Resource[] | undefined;
  /** Those of the target, where there is one. */
  readonly operations: readonly Operation[];
}

/** Older Mesos has files with resources only; they count where there are no others. */
export function readResources(reading: Reading): ResourcesAndOperations {
  const state = readState(reading, STATE);
  const target = readState(reading, STATE_TARGET);
  if (state === undefined && target === undefined) return readOldResources(reading);
  return {
    resources: state?.resources?.map(upgrade) ?? [],
    targetResources: target && (target.resources ?? []).map(upgrade),
    operations: (target ?? state)?.operations ?? [],
  };
}

/** Undefined: there is none. An empty target was cut off while it was written: it never counted. */
function readState(reading: Reading, path: string): agentState.ResourceState | undefined {
  const size = reading.files.read(path)?.length;
  if (size === undefined || (size === 0 && path === STATE_TARGET)) return undefined;
  return reading.message(agentState.ResourceState, path, "resources and operations");
}

function readOldResources(reading: Reading): ResourcesAndOperations {
  const read = (path: string) => reading.records(Resource, path, "resources").map(upgrade);
  const isTarget = (reading.files.read(OLD_TARGET)?.length ?? 0) > 0;
  return {
    resources: read(OLD_STATE),
    targetResources: isTarget ? read(OLD_TARGET) : undefined,
    operations: [],
  };
}

/** What an agent wrote of its operations' statuses, by the operation's UUID. */
export function readOperationUpdates(
  reading: Reading,
  agentId: string,
): Record<string, internal.UpdateOperationStatusRecord[]> {
  const folder = `slaves/${agentId}/operations`;
  return Object.fromEntries(
    reading.files
      .folders(folder)
      .map((uuid) => [
        uuid,
        reading.records(
          internal.UpdateOperationStatusRecord,
          `${folder}/${uuid}/operation.updates`,
          "operation updates",
        ),
      ]),
  );
}
