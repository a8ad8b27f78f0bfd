import { lookup } from "node:dns/promises";
import { isIPv4 } from "node:net";
import { err, formatDuration, milliseconds, ok, type Result } from "@mesos-ts/base";
import { type ReadFile, readMasterSource } from "@mesos-ts/runtime";
import type { ZkUrl } from "@mesos-ts/zookeeper";
import { detectMaster } from "./detect-master.ts";
import type { SessionOptions } from "./tcp-session.ts";

/** `code` is the program's exit status. */
export interface ResolveError {
  readonly text: string;
  readonly code: number;
}

export interface ResolveOptions extends SessionOptions {
  readonly timeoutMs: number;
  readonly readFile: ReadFile;
}

/** Mesos returns -1 from its `main`. */
const TIMED_OUT = 255;

/**
 * The leading master's `ip:port`, from `zk://…/path`, `host:port`, `master@host:port` or `file://`
 * of a file that holds one of them.
 */
export async function resolveMaster(
  master: string,
  options: ResolveOptions,
): Promise<Result<string, ResolveError>> {
  const source = readMasterSource(master, options.readFile);
  if (source.type === "error") return err({ text: source.error, code: 1 });
  const found = await within(
    source.value.type === "zookeeper"
      ? leaderOf(source.value.url, options)
      : addressOf(source.value.address),
    options.timeoutMs,
  );
  switch (found.type) {
    case "value":
      return ok(found.value);
    case "late": {
      const time = formatDuration(milliseconds(options.timeoutMs));
      return err({
        text: `Failed to detect master from '${master}' within ${time}`,
        code: TIMED_OUT,
      });
    }
    case "failed":
      return err({ text: `Failed to detect master from '${master}': ${found.why}`, code: 1 });
    default:
      return found satisfies never;
  }
}

async function addressOf({ host, port }: { host: string; port: number }): Promise<string> {
  return isIPv4(host) ? `${host}:${port}` : `${(await lookup(host, 4)).address}:${port}`;
}

/** Of the first leader that is seen, as its pid has it. */
function leaderOf(url: ZkUrl, options: SessionOptions): Promise<string> {
  return new Promise((resolve, reject) => {
    const detector = detectMaster(url, options, {
      onLeader: (leader) => {
        if (leader === undefined) return;
        resolve(leader.pid.replace("master@", ""));
        void detector.close();
      },
      onError: (text) => reject(new Error(text)),
    });
  });
}

type Outcome<T> =
  | { readonly type: "value"; readonly value: T }
  | { readonly type: "late" }
  | { readonly type: "failed"; readonly why: string };

async function within<T>(work: Promise<T>, timeoutMs: number): Promise<Outcome<T>> {
  const { promise: late, resolve } = Promise.withResolvers<Outcome<T>>();
  const timer = setTimeout(() => resolve({ type: "late" }), timeoutMs);
  const done = work.then(
    (value): Outcome<T> => ({ type: "value", value }),
    (cause: Error): Outcome<T> => ({ type: "failed", why: cause.message }),
  );
  try {
    return await Promise.race([done, late]);
  } finally {
    clearTimeout(timer);
  }
}
