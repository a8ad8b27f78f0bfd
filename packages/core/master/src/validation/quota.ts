/**
 * Quotas that operators ask for. Sources: `quota::validate`, `quota::validation::quotaInfo`,
 * `validateInputScalarValue`.
 */
import { validateRole } from "@mesos-ts/base";
import type { quota, Resource } from "@mesos-ts/protos";
import { isReserved, upgrade, validateResources } from "@mesos-ts/resources";
import {
  isWithin,
  limitsFrom,
  quantitiesFrom,
  type Scalars,
  scalarsText,
  scalarText,
} from "../quantities.ts";

/** An exabyte in megabytes: the most memory and disk. */
const MAX_BYTES_QUANTITY = 1024 ** 4;
/** The most of anything else. */
const MAX_QUANTITY = 1e12;

const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** UPDATE_QUOTA: one role's guarantees and limits. */
export function validateQuotaConfig(config: quota.QuotaConfig): string | undefined {
  const { role, guarantees, limits } = config;
  return (
    validateConfigRole(role) ??
    validateSizes("guarantees", guarantees) ??
    validateSizes("limits", limits) ??
    validateScalars("guarantee", guarantees) ??
    validateScalars("limit", limits) ??
    validateContainment(config)
  );
}

function validateConfigRole(role: string): string | undefined {
  const problem = validateRole(role);
  return problem && `Invalid 'QuotaConfig.role': ${problem}`;
}

/** Rule: nothing beyond what fixed-point sums can hold with ease. */
function validateSizes(field: string, scalars: Scalars = {}): string | undefined {
  for (const [name, scalar] of Object.entries(scalars)) {
    const problem = tooLarge(name, scalar.value);
    if (problem !== undefined) {
      return `Invalid 'QuotaConfig.${field}': {'${name}': ${scalarText(scalar)}} is invalid: ${problem}`;
    }
  }
  return undefined;
}

function tooLarge(name: string, value: number): string | undefined {
  if (name === "mem" || name === "disk") {
    return value > MAX_BYTES_QUANTITY
      ? `values greater than 1 exabyte (${MAX_BYTES_QUANTITY}) are not supported`
      : undefined;
  }
  return value > MAX_QUANTITY
    ? `values greater than 1 trillion (${MAX_QUANTITY}) are not supported`
    : undefined;
}

function validateScalars(what: string, scalars: Scalars = {}): string | undefined {
  for (const [name, scalar] of Object.entries(scalars)) {
    const problem = validateScalar(scalar.value);
    if (problem !== undefined) {
      return `Invalid ${what} configuration {'${name}': ${scalarText(scalar)}}: ${problem}`;
    }
  }
  return undefined;
}

function validateScalar(value: number): string | undefined {
  if (Number.isNaN(value)) return "NaN not supported";
  if (!Number.isFinite(value)) return "Infinite values not supported";
  if (value !== 0 && Math.abs(value) < SMALLEST_NORMAL) return "Subnormal values not supported";
  return value < 0 ? "Negative values not supported" : undefined;
}

/** Rule: nobody is guaranteed more than it may have. */
function validateContainment({ guarantees, limits }: quota.QuotaConfig): string | undefined {
  return isWithin(quantitiesFrom(guarantees), limitsFrom(limits))
    ? undefined
    : `'QuotaConfig.guarantees' ${scalarsText(guarantees)} is not contained within the 'QuotaConfig.limits' ${scalarsText(limits)}`;
}

/** SET_QUOTA: a role, and scalars that are nothing but amounts. */
export function validateQuotaRequest({
  role,
  guarantee = [],
}: quota.QuotaRequest): string | undefined {
  const invalid = validateResources(guarantee);
  if (invalid !== undefined) return `QuotaInfo with invalid resource: ${invalid}`;
  return validateRequestRole(role) ?? validateGuarantee(guarantee.map(upgrade));
}

function validateRequestRole(role: string | undefined): string | undefined {
  if (role === undefined) return "QuotaInfo must specify a role";
  const problem = validateRole(role);
  return problem && `QuotaInfo with invalid role: ${problem}`;
}

function validateGuarantee(guarantee: readonly Resource[]): string | undefined {
  if (guarantee.length === 0) return "QuotaInfo with empty 'guarantee'";
  const names = new Set<string>();
  for (const resource of guarantee) {
    const problem = validateAmount(resource, names);
    if (problem !== undefined) return problem;
    names.add(resource.name);
  }
  return undefined;
}

function validateAmount(resource: Resource, names: ReadonlySet<string>): string | undefined {
  if (isReserved(resource)) return "QuotaInfo must not contain any ReservationInfo";
  if (resource.disk !== undefined) return "QuotaInfo must not contain DiskInfo";
  if (resource.revocable !== undefined) return "QuotaInfo must not contain RevocableInfo";
  if (resource.type !== "SCALAR") return "QuotaInfo must not include non-scalar resources";
  return names.has(resource.name)
    ? `QuotaInfo contains duplicate resource name '${resource.name}'`
    : undefined;
}
