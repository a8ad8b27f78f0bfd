import { agentState, Resource } from "@mesos-ts/protos";
import { upgrade } from "@mesos-ts/resources";
import type { Reading } from "./reading.ts";

const STATE = "resources/resources_and_operations.state";
const STATE_TARGET = "resources/resources_and_operations.target";
const OLD_STATE = "resources/resources.info";
const OLD_TARGET = "resources/resources.target";

/**
 * The resources with their reservations and volumes. A target file was about to replace the other
 * when the agent went down: it counts, and takes the other's place. Older Mesos has resources only.
 */
export function readResources(reading: Reading): Resource[] {
  const { files } = reading;
  const what = "resources and operations";
  if (files.read(STATE) === undefined && files.read(STATE_TARGET) === undefined) {
    adoptTarget(reading, OLD_TARGET, OLD_STATE);
    return reading.records(Resource, OLD_STATE, "resources").map(upgrade);
  }
  adoptTarget(reading, STATE_TARGET, STATE);
  const state = reading.message(agentState.ResourceState, STATE, what);
  return (state?.resources ?? []).map(upgrade);
}

function adoptTarget(reading: Reading, target: string, final: string): void {
  const file = reading.files.read(target);
  if (file === undefined || file.length === 0) return;
  reading.files.rename(target, final);
}
