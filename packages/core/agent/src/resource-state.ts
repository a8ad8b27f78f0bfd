import { agentState, encode, Resource } from "@mesos-ts/protos";
import { downgrade, needsCheckpointing, type Resources } from "@mesos-ts/resources";
import type { AgentContext } from "./context.ts";
import { newVolumes } from "./volumes.ts";

const STATE = "resources/resources_and_operations.state";
const TARGET = "resources/resources_and_operations.target";
/** What agents before 1.7 read. */
const INFO = "resources/resources.info";

/** The resources that a restart must find again: everything that operations made. */
export function checkpointedResources({ total }: AgentContext): Resources {
  return total.filter(needsCheckpointing);
}

/**
 * Makes `total` the agent's resources: on disk, with the folders of its volumes, before anything
 * that follows. An agent that ends between finds the target, and does the rest when it starts.
 */
export function commitResources(context: AgentContext, total: Resources): void {
  const { outbox, config } = context;
  const before = context.total;
  context.total = total;
  outbox.checkpoint({ type: "message", path: TARGET, bytes: stateBytes(context) });
  for (const { id, path } of newVolumes(config.workDir, before, total)) {
    outbox.info(`Creating persistent volume '${id}' at '${path}'`);
    outbox.push({ type: "make-volume", path });
  }
  for (const { id, path, isMountPoint } of newVolumes(config.workDir, total, before)) {
    outbox.info(`Deleting persistent volume '${id}' at '${path}'`);
    outbox.push({ type: "remove-volume", path, keepFolder: isMountPoint });
  }
  outbox.checkpoint({ type: "rename", path: TARGET, to: STATE });
  outbox.checkpoint({
    type: "records",
    path: INFO,
    list: (wireResources(checkpointedResources(context).items) ?? []).map((resource) =>
      encode(Resource, resource),
    ),
  });
}

/** The operations changed, the resources did not. */
export function checkpointOperations(context: AgentContext): void {
  context.outbox.checkpoint({ type: "message", path: STATE, bytes: stateBytes(context) });
}

function stateBytes(context: AgentContext): Uint8Array {
  return encode(agentState.ResourceState, {
    resources: [...checkpointedResources(context).items],
    operations: [...context.operations.values()],
  });
}

/** Agents send the format of before reservation refinement where it can say what there is. */
export function wireResources(resources: readonly Resource[] | undefined): Resource[] | undefined {
  const old = resources?.map((resource) => downgrade(resource));
  return old?.every((resource) => resource !== undefined) ? old : resources && [...resources];
}
