import type { master } from "@mesos-ts/protos";
import { endpointFormat, Resources } from "@mesos-ts/resources";
import { type Framework, isConnected } from "../model.ts";
import { offeredResources } from "../offers.ts";
import { timeInfo } from "../times.ts";

type FrameworkMessage = master.Response_GetFrameworks_Framework;

/** What the framework's tasks and executors use, everywhere. */
export function allocatedResources(framework: Framework): Resources {
  return Resources.sum([...framework.placements.values()].map(({ used }) => used));
}

/** A framework as FRAMEWORK_ADDED and FRAMEWORK_UPDATED show it. */
export function frameworkEventMessage(framework: Framework): FrameworkMessage {
  return {
    ...base(framework),
    reregistered_time: timeInfo(framework.reregisteredMs),
    unregistered_time: timeInfo(framework.unregisteredMs),
  };
}

/** A framework as GET_FRAMEWORKS shows it. */
export function frameworkMessage(framework: Framework): FrameworkMessage {
  const allocated = allocatedResources(framework);
  const offered = offeredResources(framework.offers);
  const { unregisteredMs } = framework;
  return {
    ...base(framework),
    reregistered_time: timeInfo(framework.reregisteredMs),
    ...(unregisteredMs === 0 ? {} : { unregistered_time: timeInfo(unregisteredMs) }),
    ...(framework.offers.size === 0
      ? {}
      : { offers: [...framework.offers].map(({ message }) => message) }),
    ...(framework.inverseOffers.size === 0
      ? {}
      : { inverse_offers: [...framework.inverseOffers].map(({ message }) => message) }),
    ...(allocated.isEmpty ? {} : { allocated_resources: allocated.items.map(endpointFormat) }),
    ...(offered.isEmpty ? {} : { offered_resources: offered.items.map(endpointFormat) }),
    offer_constraints: framework.constraints.message,
  };
}

function base(framework: Framework): FrameworkMessage {
  return {
    framework_info: framework.info,
    active: framework.active,
    connected: isConnected(framework),
    recovered: framework.phase === "recovered",
    registered_time: timeInfo(framework.registeredMs),
  };
}
