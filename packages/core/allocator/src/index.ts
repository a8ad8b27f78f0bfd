export type {
  Allocation,
  Allocator,
  AllocatorAgent,
  AllocatorConfig,
  AllocatorFramework,
  Holdings,
  MinAllocatable,
  RecoverReason,
} from "./contract.ts";
export { createAllocator } from "./hierarchical.ts";
