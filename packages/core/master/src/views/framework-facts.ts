import { sameList } from "@mesos-ts/base";
import { master, toJson } from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import type { Framework, InverseOfferRecord, OfferRecord } from "../model.ts";
import { frameworkHead } from "./framework-json.ts";
import { frameworkMessage } from "./framework-message.ts";
import { object } from "./json.ts";
import { type Forms, Shown } from "./shown.ts";

/** What replies show of a framework apart from its tasks and executors, as it was at one moment. */
export interface FrameworkFacts
  extends Readonly<
    Pick<
      Framework,
      | "id"
      | "info"
      | "capabilities"
      | "constraints"
      | "phase"
      | "active"
      | "connection"
      | "registeredMs"
      | "reregisteredMs"
      | "unregisteredMs"
    >
  > {
  /** On each agent. */
  readonly used: readonly Resources[];
  readonly offers: readonly OfferRecord[];
  readonly inverseOffers: readonly InverseOfferRecord[];
}

const FORMS: Forms<FrameworkFacts> = {
  v0: (facts) => object(frameworkHead(facts)),
  v1: (facts) => toJson(master.Response_GetFrameworks_Framework, frameworkMessage(facts)),
  bytes: (facts, writer) =>
    master.Response_GetFrameworks_Framework.encodeTo(frameworkMessage(facts), writer),
};

/** The framework as it is now: what was shown of it before if nothing has changed. */
export function shownFramework(framework: Framework): Shown<FrameworkFacts> {
  const facts = frameworkFacts(framework);
  if (framework.shown === undefined || !isSame(framework.shown.it, facts)) {
    framework.shown = new Shown(facts, FORMS);
  }
  return framework.shown;
}

export function frameworkFacts(framework: Framework): FrameworkFacts {
  return {
    id: framework.id,
    info: framework.info,
    capabilities: framework.capabilities,
    constraints: framework.constraints,
    phase: framework.phase,
    active: framework.active,
    connection: framework.connection,
    registeredMs: framework.registeredMs,
    reregisteredMs: framework.reregisteredMs,
    unregisteredMs: framework.unregisteredMs,
    used: Array.from(framework.placements.values(), ({ used }) => used),
    offers: [...framework.offers],
    inverseOffers: [...framework.inverseOffers],
  };
}

function isSame(a: FrameworkFacts, b: FrameworkFacts): boolean {
  return (
    a.info === b.info &&
    a.capabilities === b.capabilities &&
    a.constraints === b.constraints &&
    a.phase === b.phase &&
    a.active === b.active &&
    a.connection === b.connection &&
    a.registeredMs === b.registeredMs &&
    a.reregisteredMs === b.reregisteredMs &&
    a.unregisteredMs === b.unregisteredMs &&
    sameList(a.used, b.used) &&
    sameList(a.offers, b.offers) &&
    sameList(a.inverseOffers, b.inverseOffers)
  );
}
