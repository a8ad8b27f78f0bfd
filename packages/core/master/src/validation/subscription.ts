/** What SUBSCRIBE and UPDATE_FRAMEWORK say beside the FrameworkInfo. */
import type { FrameworkInfo, scheduler } from "@mesos-ts/protos";
import { rolesOf } from "../roles.ts";
import { setText } from "./framework.ts";

interface Wishes {
  readonly info: FrameworkInfo;
  readonly suppressedRoles: readonly string[];
  readonly constraints: scheduler.OfferConstraints | undefined;
}

export function validateSubscription(wishes: Wishes): string | undefined {
  return validateSuppressedRoles(wishes) ?? validateOfferConstraints(wishes);
}

/** Rule: only roles of the framework are suppressed. */
export function validateSuppressedRoles({ info, suppressedRoles }: Wishes): string | undefined {
  const roles = new Set(rolesOf(info));
  const others = new Set(suppressedRoles.filter((role) => !roles.has(role)));
  return others.size === 0
    ? undefined
    : `Suppressed roles ${setText(others)} are not contained in the set of roles`;
}

/** Rule: constraints name the framework's roles; and this release cannot keep to any. */
export function validateOfferConstraints({ info, constraints }: Wishes): string | undefined {
  const roles = new Set(rolesOf(info));
  for (const role of Object.keys(constraints?.role_constraints ?? {})) {
    return roles.has(role)
      ? "Offer constraints are not valid: they are not supported by this release; leave out 'offer_constraints.role_constraints'"
      : `Offer constraints specify \`role_constraints\` for a role '${role}'not contained in the set of roles`;
  }
  return undefined;
}
