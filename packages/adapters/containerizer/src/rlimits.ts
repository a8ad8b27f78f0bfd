import type { Rlimit } from "./types.ts";

/** Mesos's names of resource limits and prlimit(1)'s options for them. */
const OPTIONS: Readonly<Record<string, string>> = {
  RLMT_AS: "as",
  RLMT_CORE: "core",
  RLMT_CPU: "cpu",
  RLMT_DATA: "data",
  RLMT_FSIZE: "fsize",
  RLMT_LOCKS: "locks",
  RLMT_MEMLOCK: "memlock",
  RLMT_MSGQUEUE: "msgqueue",
  RLMT_NICE: "nice",
  RLMT_NOFILE: "nofile",
  RLMT_NPROC: "nproc",
  RLMT_RSS: "rss",
  RLMT_RTPRIO: "rtprio",
  RLMT_RTTIME: "rttime",
  RLMT_SIGPENDING: "sigpending",
  RLMT_STACK: "stack",
};

const UNLIMITED = (1n << 64n) - 1n;

function amount(value: number | bigint): string | null {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    return null;
  }
  const big = BigInt(value);
  if (big < 0n || big > UNLIMITED) {
    return null;
  }
  return big === UNLIMITED ? "unlimited" : big.toString();
}

export type RlimitArguments =
  | { readonly type: "arguments"; readonly args: readonly string[] }
  | { readonly type: "bad"; readonly message: string };

/**
 * Options of prlimit(1) for `limits`. Rules: a known type, both values or neither,
 * soft not above hard, unsigned 64-bit integers.
 */
export function rlimitArguments(limits: readonly Rlimit[]): RlimitArguments {
  const args: string[] = [];
  for (const { type, soft, hard } of limits) {
    const option = Object.hasOwn(OPTIONS, type) ? OPTIONS[type] : undefined;
    if (option === undefined) {
      return { type: "bad", message: `Unknown rlimit type '${type}'` };
    }
    if ((soft === undefined) !== (hard === undefined)) {
      return {
        type: "bad",
        message: `Invalid rlimit values for ${type}: give both soft and hard, or neither`,
      };
    }
    const low = soft === undefined ? "unlimited" : amount(soft);
    const high = hard === undefined ? "unlimited" : amount(hard);
    if (low === null || high === null) {
      return {
        type: "bad",
        message: `Invalid rlimit values for ${type}: not an unsigned 64-bit integer`,
      };
    }
    if (soft !== undefined && hard !== undefined && BigInt(soft) > BigInt(hard)) {
      return {
        type: "bad",
        message: `Invalid rlimit values for ${type}: soft limit ${soft} exceeds hard limit ${hard}`,
      };
    }
    args.push(`--${option}=${low}:${high}`);
  }
  return { type: "arguments", args };
}
