export type {
  Action,
  Batch,
  LogCommand,
  LogConfig,
  LogEffect,
  LogEntry,
  LogEvent,
  Outcome,
  Restored,
  Status,
  StoredPosition,
} from "./contract.ts";
export { ReplicatedLogCore } from "./core.ts";
export { LogStorage, type StorageEffect, type StorageEvent } from "./log-storage.ts";
export { decodeLogMessage, encodeLogMessage, type LogMessage } from "./messages.ts";
export { refusedRange } from "./reading.ts";
export { REPLICA_ID, truncatedTo } from "./replica.ts";
