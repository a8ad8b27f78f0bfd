export type {
  Allocation,
  Allocator,
  AllocatorAgent,
  AllocatorConfig,
  AllocatorFramework,
  Holdings,
  RecoverReason,
} from "./contract.ts";
export { createAllocator } from "./hierarchical.ts";
