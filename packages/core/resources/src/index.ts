export { type Amount, amountText, type Entry } from "./entry.ts";
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
} from "./format.ts";
export { applyOperation, type Conversion, conversionsOf } from "./operations.ts";
export { parseAttributes, parseResources, parseValue } from "./parse.ts";
export { Resources } from "./resources.ts";
export { validateResource, validateResources } from "./validate.ts";
export { fromMilli, type Milli, toMilli } from "./values.ts";
