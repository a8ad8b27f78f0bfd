/** Resources as frameworks and agents send them. Source: `Resources::validate`. */
import type { Resource } from "@mesos-ts/protos";
import { resourceText, validateResource } from "@mesos-ts/resources";

/** The first resource that is wrong, named with all that makes it what it is. */
export function validateResourceList(list: readonly Resource[] | undefined): string | undefined {
  for (const resource of list ?? []) {
    const error = validateResource(resource);
    if (error !== undefined) return `Resource '${resourceText(resource)}' is invalid: ${error}`;
  }
  return undefined;
}
