/** Resources as frameworks and agents send them. Source: `Resources::validate`. */
import type { Resource } from "@mesos-ts/protos";
import { Resources, validateResource } from "@mesos-ts/resources";

/** The first resource that is wrong, named with all that makes it what it is. */
export function validateResourceList(list: readonly Resource[] | undefined): string | undefined {
  for (const resource of list ?? []) {
    const error = negativeScalar(resource) ?? validateResource(resource);
    if (error !== undefined) return `Resource '${textOf(resource)}' is invalid: ${error}`;
  }
  return undefined;
}

function negativeScalar({ type, scalar }: Resource): string | undefined {
  return type === "SCALAR" && scalar !== undefined && scalar.value < 0
    ? "Invalid scalar resource: value <= 0"
    : undefined;
}

/** A bag of resources holds no wrong ones, so a right one lends its text to the wrong value. */
export function textOf(resource: Resource): string {
  if (resource.scalar === undefined || resource.type !== "SCALAR") {
    return Resources.of([resource]).toString();
  }
  const stand = Resources.of([{ ...resource, scalar: { value: 1 } }]).toString();
  return `${stand.slice(0, stand.lastIndexOf(":"))}:${resource.scalar.value}`;
}
