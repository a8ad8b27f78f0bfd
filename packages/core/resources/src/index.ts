export { applyCheckpointed, needsCheckpointing } from "./checkpointed.ts";
export {
  type Amount,
  amountOf,
  amountText,
  containsAmount,
  type Entry,
  toResource,
} from "./entry.ts";
export {
  downgrade,
  endpointFormat,
  isDynamicallyReserved,
  isIndivisible,
  isPersistentVolume,
  isRefined,
  isReserved,
  isRevocable,
  isShared,
  reservationRole,
  upgrade,
  withoutAllocation,
  withReservations,
} from "./format.ts";
export {
  applyOperation,
  type Conversion,
  conversionsOf,
  convert,
  mapOperation,
  netConversion,
  operationResources,
  unallocatedOperation,
  withoutVolume,
} from "./operations.ts";
export { parseAttributes, parseResources, parseValue } from "./parse.ts";
export { Resources } from "./resources.ts";
export { resourceText } from "./text.ts";
export { validateResource, validateResources } from "./validate.ts";
export { fromMilli, type Milli, toMilli } from "./values.ts";
