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

/** The words that `--4lw_commands_whitelist` may name. */
export const FOUR_LETTER_WORDS: readonly string[] =
  "conf cons crst dirs dump envi gtmk hash isro mntr ruok srst srvr stat stmk wchc wchp wchs".split(
    " ",
  );

/** Why no server can have these settings; nothing if one can. */
export function settingsProblem(settings: ZooKeeperSettings): string | undefined {
  const { minSessionTimeoutMs, maxSessionTimeoutMs, superDigest, whitelist } = settings;
  if (minSessionTimeoutMs > maxSessionTimeoutMs) {
    return "--min_session_timeout must not be longer than --max_session_timeout";
  }
  if (superDigest !== undefined && !/^[^:]+:[^:]+$/.test(superDigest)) {
    return "--super_digest must be user:hash, where hash is base 64 of SHA-1 of user:password";
  }
  const unknown =
    whitelist === "*" ? undefined : whitelist.find((word) => !FOUR_LETTER_WORDS.includes(word));
  return unknown === undefined
    ? undefined
    : `--4lw_commands_whitelist names "${unknown}"; there are ${FOUR_LETTER_WORDS.join(", ")}`;
}
