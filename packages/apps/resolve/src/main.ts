import {
  createSystemClock,
  createSystemRandom,
  openLogging,
  readCommandLine,
  readFlagFile,
  resolveFlags,
  usage,
} from "@mesos-ts/runtime";
import { resolveMaster } from "@mesos-ts/zk-client";

const HEAD = { program: "mesos-resolve", usageLine: "Usage: mesos-resolve <master>" } as const;

/** The program `mesos-resolve`: prints the `ip:port` of the leading master. */
export async function main(args: readonly string[]): Promise<void> {
  const line = readCommandLine(resolveFlags, {
    ...HEAD,
    args,
    environment: {},
    prefix: undefined,
    readFile: readFlagFile,
    onError: "usage",
  });
  if (line.type === "exit") return finish(line.code, line.out, line.err);
  const { values, warnings, words } = line.flags;
  for (const warning of warnings) process.stderr.write(`${warning}\n`);
  const [master] = words;
  if (master === undefined || words.length > 1) {
    const message = "There must be only one argument: <master>";
    return finish(1, "", `${usage(resolveFlags, { ...HEAD, message })}\n`);
  }
  if (values.verbose) process.stderr.write(`Resolving the master from '${master}'\n`);
  const clock = createSystemClock();
  const opened = openLogging({
    program: HEAD.program,
    component: "detector",
    clock,
    level: "INFO",
    quiet: false,
    logDir: undefined,
    bufferSeconds: 0,
    externalLogFile: undefined,
  });
  if (opened.type === "error") return finish(1, "", `${opened.error}\n`);
  const { logger } = opened.value;
  const found = await resolveMaster(master, {
    ...{ clock, logger, random: createSystemRandom() },
    timeoutMs: values.timeout,
    readFile: readFlagFile,
  });
  logger.flushNow();
  return found.type === "ok"
    ? finish(0, `${found.value}\n`, "")
    : finish(found.error.code, "", `${found.error.text}\n`);
}

/** Ends at once: a look-up that is still under way would hold the program for a while. */
function finish(code: number, out: string, err: string): void {
  process.stdout.write(out);
  process.stderr.write(err);
  process.exit(code);
}
