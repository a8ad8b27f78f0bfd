import type { FrameworkInfo } from "@mesos-ts/protos";

const SMALLEST_NORMAL = 2.2250738585072014e-308;

/** Rule: minimum quantities are named and finite. Source: `validateOfferFilters`. */
export function validateOfferFilters(filters: FrameworkInfo["offer_filters"]): string | undefined {
  for (const { min_allocatable_resources } of Object.values(filters ?? {})) {
    for (const { quantities = {} } of min_allocatable_resources?.quantities ?? []) {
      const entries = Object.entries(quantities);
      if (entries.length === 0) return "Resource quantities must contain at least one quantity";
      for (const [name, { value }] of entries) {
        const error = validateQuantity(value);
        if (error !== undefined) return `Invalid resource quantity for '${name}': ${error}`;
      }
    }
  }
  return undefined;
}

/** Rule: quantities are finite, normal and not negative. */
export function validateQuantity(value: number): string | undefined {
  if (Number.isNaN(value)) return "NaN not supported";
  if (!Number.isFinite(value)) return "Infinite values not supported";
  if (value !== 0 && Math.abs(value) < SMALLEST_NORMAL) return "Subnormal values not supported";
  return value < 0 ? "Negative values not supported" : undefined;
}
