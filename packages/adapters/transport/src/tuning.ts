import {
  BODY_STALL_TIMEOUT_MS,
  CONNECT_TIMEOUT_MS,
  HEADERS_TIMEOUT_MS,
  KEEP_ALIVE_IDLE_MS,
  MAX_PEER_QUEUE_BYTES,
  STALL_SCAN_INTERVAL_MS,
  UNLINKED_IDLE_MS,
} from "./limits.ts";

/** Limits that tests and unusual sites change; the rest of limits.ts is fixed. */
export type TransportTuning = {
  readonly headersTimeoutMs: number;
  /** A body or message that does not move for one to two of these is given up. */
  readonly bodyStallTimeoutMs: number;
  /** How often node looks for requests whose headers are late. */
  readonly stallScanIntervalMs: number;
  readonly keepAliveIdleMs: number;
  readonly connectTimeoutMs: number;
  readonly unlinkedIdleMs: number;
  readonly maxPeerQueueBytes: number;
};

export const DEFAULT_TUNING: TransportTuning = {
  headersTimeoutMs: HEADERS_TIMEOUT_MS,
  bodyStallTimeoutMs: BODY_STALL_TIMEOUT_MS,
  stallScanIntervalMs: STALL_SCAN_INTERVAL_MS,
  keepAliveIdleMs: KEEP_ALIVE_IDLE_MS,
  connectTimeoutMs: CONNECT_TIMEOUT_MS,
  unlinkedIdleMs: UNLINKED_IDLE_MS,
  maxPeerQueueBytes: MAX_PEER_QUEUE_BYTES,
};
