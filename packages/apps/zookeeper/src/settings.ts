/** What a coordinator needs to know; times in milliseconds. */
export type ZooKeeperSettings = {
  readonly dataDir: string;
  readonly ip: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly tickMs: number;
  readonly minSessionTimeoutMs: number;
  readonly maxSessionTimeoutMs: number;
  /** Connections from one address; 0 is no limit. */
  readonly maxClientCnxns: number;
  readonly maxCnxns: number;
  readonly maxSessions: number;
  readonly juteMaxBuffer: number;
  readonly snapCount: number;
  readonly snapRetainCount: number;
  readonly containerCheckMs: number;
  readonly enforceQuota: boolean;
  readonly superDigest: string | undefined;
  /** Four-letter words that are answered. */
  readonly whitelist: "*" | readonly string[];
};

const DEFAULT_TICK_MS = 2_000;
const MIN_SESSION_TICKS = 2;
const MAX_SESSION_TICKS = 20;

/** Settings with ZooKeeper's defaults for all but the folder. */
export function zooKeeperSettings(
  given: Pick<ZooKeeperSettings, "dataDir"> & Partial<ZooKeeperSettings>,
): ZooKeeperSettings {
  const tickMs = given.tickMs ?? DEFAULT_TICK_MS;
  return {
    ip: "0.0.0.0",
    port: 2181,
    minSessionTimeoutMs: MIN_SESSION_TICKS * tickMs,
    maxSessionTimeoutMs: MAX_SESSION_TICKS * tickMs,
    maxClientCnxns: 60,
    maxCnxns: 10_000,
    maxSessions: 100_000,
    juteMaxBuffer: 0xfffff,
    snapCount: 100_000,
    snapRetainCount: 3,
    containerCheckMs: 60_000,
    enforceQuota: false,
    superDigest: undefined,
    whitelist: "*",
    ...given,
    tickMs,
  };
}
