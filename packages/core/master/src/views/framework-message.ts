import type { master } from "@mesos-ts/protos";
import { endpointFormat, Resources } from "@mesos-ts/resources";
import { timeInfo } from "../times.ts";
import type { FrameworkFacts } from "./framework-facts.ts";

type FrameworkMessage = master.Response_GetFrameworks_Framework;

/** A framework as FRAMEWORK_ADDED and FRAMEWORK_UPDATED show it. */
export function frameworkEventMessage(framework: FrameworkFacts): FrameworkMessage {
  return {
    ...base(framework),
    reregistered_time: timeInfo(framework.reregisteredMs),
    unregistered_time: timeInfo(framework.unregisteredMs),
  };
}

/** A framework as GET_FRAMEWORKS shows it. */
export function frameworkMessage(framework: FrameworkFacts): FrameworkMessage {
  const allocated = Resources.sum(framework.used);
  const offered = Resources.sum(framework.offers.map(({ resources }) => resources));
  const { unregisteredMs } = framework;
  return {
    ...base(framework),
    reregistered_time: timeInfo(framework.reregisteredMs),
    ...(unregisteredMs === 0 ? {} : { unregistered_time: timeInfo(unregisteredMs) }),
    ...(framework.offers.length === 0
      ? {}
      : { offers: framework.offers.map(({ message }) => message) }),
    ...(framework.inverseOffers.length === 0
      ? {}
      : { inverse_offers: framework.inverseOffers.map(({ message }) => message) }),
    ...(allocated.isEmpty ? {} : { allocated_resources: allocated.items.map(endpointFormat) }),
    ...(offered.isEmpty ? {} : { offered_resources: offered.items.map(endpointFormat) }),
    offer_constraints: framework.constraints.message,
  };
}

function base(framework: FrameworkFacts): FrameworkMessage {
  return {
    framework_info: framework.info,
    active: framework.active,
    connected: framework.phase === "connected",
    recovered: framework.phase === "recovered",
    registered_time: timeInfo(framework.registeredMs),
  };
}
