import { Buffer } from "node:buffer";

export const QUOTA_ROOT = "/zookeeper/quota";
export const LIMITS_NODE = "zookeeper_limits";
export const STATS_NODE = "zookeeper_stats";

export const limitsPath = (path: string): string => `${QUOTA_ROOT}${path}/${LIMITS_NODE}`;
export const statsPath = (path: string): string => `${QUOTA_ROOT}${path}/${STATS_NODE}`;

/** The path that a node below `/zookeeper/quota` is about. */
export const quotaSubject = (path: string): string => path.slice(QUOTA_ROOT.length);

/** Limits or use of a subtree; −1 is no limit. "Hard" ones refuse, the others only warn. */
export type Quota = {
  readonly count: number;
  readonly bytes: number;
  readonly countHardLimit: number;
  readonly byteHardLimit: number;
};

const NO_QUOTA: Quota = { count: -1, bytes: -1, countHardLimit: -1, byteHardLimit: -1 };

/** Reads `count=5,bytes=-1=;byteHardLimit=-1;countHardLimit=7`. What is not understood is left out. */
export function parseQuota(data: Buffer | null): Quota {
  const found: Record<string, number> = {};
  for (const pair of (data?.toString("utf8") ?? "").split(/[,;]+/)) {
    const [key = "", value = ""] = pair.split("=");
    if (key in NO_QUOTA && /^-?\d+$/.test(value)) found[key] = Number(value);
  }
  return { ...NO_QUOTA, ...found };
}

/** The use of a subtree, as ZooKeeper writes it down. */
export function formatUse(count: number, bytes: number): Buffer {
  return Buffer.from(`count=${count},bytes=${bytes}`);
}

/** A limit that a change goes beyond. */
export type QuotaExcess = { readonly hard: boolean; readonly text: string };

/** Which limits `limits` a use of `use` goes beyond once `countDiff` nodes and `bytesDiff` bytes come. */
export function quotaExcesses(
  path: string,
  limits: Quota,
  use: Quota,
  countDiff: number,
  bytesDiff: number,
): readonly QuotaExcess[] {
  const excess = (
    diff: number,
    current: number,
    soft: number,
    hard: number,
    what: string,
    limitName: string,
  ): readonly QuotaExcess[] => {
    const limit = hard > -1 ? hard : soft;
    if (diff === 0 || limit === -1 || current + diff <= limit) return [];
    const kind = hard > -1 ? "hard" : "soft";
    const numbers = `[current ${what}=${current + diff}, ${kind}${limitName}=${limit}]`;
    return [{ hard: hard > -1, text: `Quota exceeded: ${path} ${numbers}` }];
  };
  const { count, countHardLimit, bytes, byteHardLimit } = limits;
  return [
    ...excess(countDiff, use.count, count, countHardLimit, "count", "CountLimit"),
    ...excess(bytesDiff, use.bytes, bytes, byteHardLimit, "bytes", "ByteLimit"),
  ];
}
