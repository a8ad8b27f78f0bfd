export { AssertionError, assert, present, unreachable } from "./assert.ts";
export type { Brand } from "./brand.ts";
export {
  type Bytes,
  bytes,
  formatBytes,
  gigabytes,
  kilobytes,
  megabytes,
  parseBytes,
  terabytes,
} from "./bytes.ts";
export {
  type Duration,
  days,
  durationFromSeconds,
  formatDuration,
  fromNanoseconds,
  hours,
  MAX_DURATION,
  milliseconds,
  minutes,
  parseDuration,
  seconds,
  toNanoseconds,
  toSeconds,
  weeks,
  ZERO_DURATION,
} from "./duration.ts";
export { Heap } from "./heap.ts";
export {
  type AgentId,
  type ContainerId,
  type ExecutorId,
  type FrameworkId,
  MAX_ID_BYTES,
  type OfferId,
  type OperationId,
  type StreamId,
  type TaskId,
  validateId,
} from "./ids.ts";
export { sameList } from "./lists.ts";
export { formatDouble15, parseDouble, parseInteger, parseUnsigned64 } from "./number-text.ts";
export { createRandom, formatUuid, parseUuid, type Random, type Seed } from "./random.ts";
export {
  andThen,
  collect,
  type Err,
  err,
  isErr,
  isOk,
  mapErr,
  mapOk,
  type Ok,
  ok,
  type Result,
  unwrap,
} from "./result.ts";
export {
  isStrictSubroleOf,
  parseRoles,
  roleAncestors,
  STAR_ROLE,
  validateRole,
  validateRoles,
} from "./roles.ts";
