/** What SUBSCRIBE and UPDATE_FRAMEWORK say beside the FrameworkInfo: one function per rule. */
import type { FrameworkInfo, scheduler } from "@mesos-ts/protos";
import { rolesOf } from "../roles.ts";
import { setText } from "./framework.ts";

/** Rule: only roles of the framework are suppressed. */
export function validateSuppressedRoles(wishes: {
  readonly info: FrameworkInfo;
  readonly suppressedRoles: readonly string[];
}): string | undefined {
  const roles = new Set(rolesOf(wishes.info));
  const others = new Set(wishes.suppressedRoles.filter((role) => !roles.has(role)));
  return others.size === 0
    ? undefined
    : `Suppressed roles ${setText(others)} are not contained in the set of roles`;
}

/** Rule: only roles of the framework are constrained. */
export function validateConstraintRoles(wishes: {
  readonly info: FrameworkInfo;
  readonly constraints: scheduler.OfferConstraints | undefined;
}): string | undefined {
  const roles = new Set(rolesOf(wishes.info));
  const named = Object.keys(wishes.constraints?.role_constraints ?? {});
  const other = named.find((role) => !roles.has(role));
  return other === undefined
    ? undefined
    : `Offer constraints specify \`role_constraints\` for a role '${other}'not contained in the set of roles`;
}
