export { compileOfferConstraints } from "./constraints.ts";
export {
  type AgentFacts,
  type Allocation,
  type Allocator,
  type AllocatorAgent,
  type AllocatorConfig,
  type AllocatorFramework,
  DEFAULT_ALLOCATOR_CONFIG,
  type Decisions,
  type Holdings,
  type InverseAllocation,
  type MinAllocatable,
  type OfferConstraintsFilter,
  type Quantities,
  type Quota,
  type RecoverReason,
  type SorterKind,
} from "./contract.ts";
export { createAllocator } from "./hierarchical.ts";
export { DEFAULT_REGEX_LIMITS, type RegexLimits } from "./regex.ts";
