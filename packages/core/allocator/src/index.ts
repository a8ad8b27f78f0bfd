export type {
  Allocation,
  Allocator,
  AllocatorAgent,
  AllocatorConfig,
  AllocatorFramework,
  RecoverReason,
} from "./contract.ts";
export { createAllocator } from "./hierarchical.ts";
