import type { agent } from "@mesos-ts/protos";
import type { HttpResponse } from "@mesos-ts/transport";

const NO_PROVIDERS = "there are no resource providers";

/** Calls about what this agent does not have, and what that is. */
const MISSING: Partial<Record<agent.Call_Type, string>> = {
  ADD_RESOURCE_PROVIDER_CONFIG: NO_PROVIDERS,
  UPDATE_RESOURCE_PROVIDER_CONFIG: NO_PROVIDERS,
  REMOVE_RESOURCE_PROVIDER_CONFIG: NO_PROVIDERS,
  MARK_RESOURCE_PROVIDER_GONE: NO_PROVIDERS,
  PRUNE_IMAGES: "there is no store of images",
};

/** Undefined: the call is none of these. */
export function refuseMissing(type: agent.Call_Type | undefined): HttpResponse | undefined {
  const missing = type === undefined ? undefined : MISSING[type];
  return missing === undefined
    ? undefined
    : { status: 501, body: `${type} is not supported by this release: ${missing}` };
}
