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
export { decodeLogMessage, encodeLogMessage, type LogMessage } from "./messages.ts";
export { refusedRange } from "./reading.ts";
export { REPLICA_ID, truncatedTo } from "./replica.ts";
export { StateStorage, snapshotOperation } from "./state-storage.ts";
