import { lookup } from "node:dns/promises";
import { isIPv4 } from "node:net";
import { err, formatDuration, milliseconds, ok, type Result } from "@mesos-ts/base";
import { parseMasterAddress, type ReadFile } from "@mesos-ts/runtime";

const FILE_SCHEME = "file://";

/** `code` is the program's exit status. */
export interface ResolveError {
  readonly text: string;
  readonly code: number;
}

/** Mesos returns -1 from its `main`. */
const TIMED_OUT = 255;

/**
 * The leading master's `ip:port`, from `host:port`, `master@host:port` or `file://` of a file
 * that holds one of them.
 */
export async function resolveMaster(
  master: string,
  timeoutMs: number,
  readFile: ReadFile,
): Promise<Result<string, ResolveError>> {
  const named = readNamed(master, readFile);
  const address = named.type === "error" ? named : parseMasterAddress(named.value);
  if (address.type === "error") {
    return err({ text: `Failed to create a master detector: ${address.error}`, code: 1 });
  }
  const { host, port } = address.value;
  if (isIPv4(host)) return ok(`${host}:${port}`);
  const found = await within(lookup(host, 4), timeoutMs);
  switch (found.type) {
    case "value":
      return ok(`${found.value.address}:${port}`);
    case "late": {
      const time = formatDuration(milliseconds(timeoutMs));
      return err({
        text: `Failed to detect master from '${master}' within ${time}`,
        code: TIMED_OUT,
      });
    }
    case "failed":
      return err({
        text: `Failed to create a master detector: Failed to resolve '${host}': ${found.why}`,
        code: 1,
      });
    default:
      return found satisfies never;
  }
}

function readNamed(master: string, readFile: ReadFile): Result<string> {
  if (!master.startsWith(FILE_SCHEME)) return ok(master);
  const path = master.slice(FILE_SCHEME.length);
  const content = readFile(path);
  return content.type === "error"
    ? err(`Failed to read from file at '${path}': ${content.error}`)
    : ok(content.value.trim());
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
