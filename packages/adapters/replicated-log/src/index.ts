export { addLogMetrics } from "./metrics.ts";
export { openRegistryStorage, type RegistryStorage } from "./registry-storage.ts";
export {
  type ReplicatedLog,
  type ReplicatedLogOptions,
  startReplicatedLog,
} from "./replicated-log.ts";
export { openLevelLogStore } from "./store/level-log-store.ts";
export { MemoryLogStore } from "./store/memory-log-store.ts";
export { type LogStore, LogStoreError } from "./store/types.ts";
