/** What SUBSCRIBE and UPDATE_FRAMEWORK say beside the FrameworkInfo: checked, and made ready. */
import { compileOfferConstraints, type OfferConstraintsFilter } from "@mesos-ts/allocator";
import { err, mapErr, mapOk, type Result } from "@mesos-ts/base";
import type { FrameworkInfo, scheduler } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { validateConstraintRoles, validateSuppressedRoles } from "./validation/subscription.ts";

/** As they were sent. */
export interface Wishes {
  readonly info: FrameworkInfo;
  readonly suppressedRoles: readonly string[];
  readonly constraints: scheduler.OfferConstraints | undefined;
}

export interface FrameworkOptions {
  readonly suppressedRoles: readonly string[];
  readonly constraints: OfferConstraints;
}

/** Offer constraints as views show them, and as the allocator applies them. */
export interface OfferConstraints {
  readonly message: scheduler.OfferConstraints;
  /** Undefined: there are none. */
  readonly filter: OfferConstraintsFilter | undefined;
}

/** Of a framework whose scheduler has not come back yet. */
export const NO_OPTIONS: FrameworkOptions = {
  suppressedRoles: [],
  constraints: { message: {}, filter: undefined },
};

export function frameworkOptions(core: Core, wishes: Wishes): Result<FrameworkOptions> {
  const { suppressedRoles, constraints = {} } = wishes;
  const error = validateSuppressedRoles(wishes) ?? validateConstraintRoles(wishes);
  if (error !== undefined) return err(error);
  if (Object.keys(constraints.role_constraints ?? {}).length === 0) {
    return { type: "ok", value: { ...NO_OPTIONS, suppressedRoles } };
  }
  const compiled = compileOfferConstraints(constraints, core.config.regexLimits);
  return mapErr(
    mapOk(compiled, (filter) => ({
      suppressedRoles,
      constraints: { message: constraints, filter },
    })),
    (why) => `Offer constraints are not valid: ${why}`,
  );
}
