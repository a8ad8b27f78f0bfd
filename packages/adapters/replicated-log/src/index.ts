export { openLevelLogStore } from "./store/level-log-store.ts";
export { MemoryLogStore } from "./store/memory-log-store.ts";
export { type LogStore, LogStoreError } from "./store/types.ts";
