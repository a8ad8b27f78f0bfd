/** What holds for any operation, whoever asks for it. Source: `validateAndUpgradeResources`. */
import type { Offer_Operation, Resource, TaskInfo } from "@mesos-ts/protos";
import { validateResource } from "@mesos-ts/resources";
import { validateResourceList } from "./resource-list.ts";

/** Rule: the field of the operation's type is set, and the resources in it are resources. */
export function validateOperationShape(operation: Offer_Operation): string | undefined {
  const { type, reserve, unreserve, create, destroy } = operation;
  switch (type) {
    case "RESERVE":
      if (reserve === undefined) return missing("A RESERVE offer", "reserve", ".");
      return validateResourceList(reserve.resources) ?? validateResourceList(reserve.source);
    case "UNRESERVE":
      if (unreserve === undefined) return missing("An UNRESERVE offer", "unreserve", ".");
      return validateResourceList(unreserve.resources);
    case "CREATE":
      if (create === undefined) return missing("A CREATE offer", "create", ".");
      return validateResourceList(create.volumes);
    case "DESTROY":
      if (destroy === undefined) return missing("A DESTROY offer", "destroy", ".");
      return validateResourceList(destroy.volumes);
    case "GROW_VOLUME":
    case "SHRINK_VOLUME":
      return validateResizeShape(operation);
    case "CREATE_DISK":
    case "DESTROY_DISK":
      return validateDiskShape(operation);
    case "LAUNCH":
    case "LAUNCH_GROUP":
      return validateLaunchShape(operation);
    case "UNKNOWN":
    case undefined:
      return undefined;
    default:
      return type satisfies never;
  }
}

function validateResizeShape(operation: Offer_Operation): string | undefined {
  const { type, grow_volume: grow, shrink_volume: shrink } = operation;
  if (type === "GROW_VOLUME") {
    return grow === undefined
      ? missing("A GROW_VOLUME", "grow_volume", "")
      : (validateResource(grow.volume) ?? validateResource(grow.addition));
  }
  return shrink === undefined
    ? missing("A SHRINK_VOLUME offer", "shrink_volume", "")
    : validateResource(shrink.volume);
}

function validateDiskShape(operation: Offer_Operation): string | undefined {
  const { type, create_disk, destroy_disk } = operation;
  const disk = type === "CREATE_DISK" ? create_disk : destroy_disk;
  return disk === undefined
    ? missing(`A ${type} offer`, type === "CREATE_DISK" ? "create_disk" : "destroy_disk", ".")
    : validateResource(disk.source);
}

function validateLaunchShape(operation: Offer_Operation): string | undefined {
  const { type, launch, launch_group: group } = operation;
  if (type === "LAUNCH") {
    return launch === undefined
      ? missing("A LAUNCH offer", "launch", ".")
      : validateResourceList(resourcesOfTasks(launch.task_infos));
  }
  return group === undefined
    ? missing("A LAUNCH_GROUP offer", "launch_group", ".")
    : validateResourceList([
        ...(group.executor.resources ?? []),
        ...resourcesOfTasks(group.task_group.tasks),
      ]);
}

function resourcesOfTasks(tasks: readonly TaskInfo[] | undefined): Resource[] {
  return (tasks ?? []).flatMap(({ resources, executor }) => [
    ...(resources ?? []),
    ...(executor?.resources ?? []),
  ]);
}

/** Whether a sentence ends with a point differs from operation to operation, as in Mesos. */
function missing(what: string, field: string, point: "." | ""): string {
  return `${what} operation must have the Offer.Operation.${field} field set${point}`;
}
