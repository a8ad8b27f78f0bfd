import type { TaskInfo } from "@mesos-ts/protos";
import { type AgentContext, executorsOf } from "./context.ts";
import type { ContainerSpec } from "./contract.ts";
import type { Executor, TaskRecord } from "./state.ts";
import { volumePlace } from "./volumes.ts";

/** Persistent volumes appear in a new container at their container paths. */
export function volumeLinks(
  context: AgentContext,
  executor: Executor,
  resources: TaskInfo["resources"],
): ContainerSpec["links"] {
  return (resources ?? []).flatMap((volume) => {
    const place = volumePlace(context.config.workDir, volume);
    if (place === undefined) return [];
    return {
      path: volume.disk?.volume?.container_path ?? "",
      target: place.path,
      createTarget: true,
      giveTarget: !isUsedElsewhere(context, executor, place.path),
    };
  });
}

/**
 * A task's volumes appear in the sandbox of the executor that it is given to. Only plain names, as
 * in Mesos without filesystem isolation; the links stay until the executor is gone.
 */
export function linkVolumes(
  context: AgentContext,
  { executor, info }: TaskRecord,
  user: string | undefined,
): void {
  for (const { path, target, giveTarget } of volumeLinks(context, executor, info.resources)) {
    if (path === "" || path === "." || path === ".." || path.includes("/")) {
      context.outbox.warn(
        `Skipping the link of the persistent volume at '${target}' into executor '${executor.id}' because the container path '${path}' is no plain name`,
      );
      continue;
    }
    context.outbox.push({
      type: "link-path",
      path: `${executor.sandbox}/${path}`,
      target,
      ...(giveTarget === true && user !== undefined ? { giveTo: user } : {}),
    });
  }
}

/** Only shared volumes can be used by others at the same time. */
function isUsedElsewhere(context: AgentContext, executor: Executor, path: string): boolean {
  const { workDir } = context.config;
  return [...executorsOf(context)].some(
    (other) =>
      other !== executor &&
      [...other.launched.values()].some(({ info }) =>
        info.resources?.some((each) => volumePlace(workDir, each)?.path === path),
      ),
  );
}
