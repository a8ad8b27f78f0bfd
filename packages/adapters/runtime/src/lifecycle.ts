import type { Logger } from "./logging/logger.ts";

/** What these helpers need of the process; Node's own `process` fits. */
export interface ProcessPort {
  readonly pid: number;
  on(signal: NodeJS.Signals, listener: () => void): unknown;
  off(signal: NodeJS.Signals, listener: () => void): unknown;
  kill(pid: number, signal: NodeJS.Signals): unknown;
  exit(code: number): never;
}

export const EXIT_FAILURE = 1;

/** Oldest Node.js that runs mesos-ts. */
const MIN_NODE_MAJOR = 26;

/** How long the orderly end may take before the process ends regardless. */
const TERMINATION_LIMIT_MS = 5_000;

export interface SignalHandlers {
  /** Orderly end on SIGTERM and SIGINT: close what must be closed. Its failure is logged. */
  readonly terminate: (signal: NodeJS.Signals) => void | Promise<void>;
  /** SIGUSR1; without it the signal keeps Node's meaning. */
  readonly userSignal?: () => void;
}

/**
 * Ends the process in order on SIGTERM and SIGINT, then dies of the same signal, so that the
 * parent sees what Mesos's parent sees. A second signal ends it at once. Returns the uninstaller.
 */
export function handleSignals(
  handlers: SignalHandlers,
  logger: Logger,
  port: ProcessPort = process,
): () => void {
  let ending = false;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!ending) {
      ending = true;
      logger.warning(`Received signal ${signal}; exiting`);
      await withLimit(async () => handlers.terminate(signal), logger);
    }
    uninstall();
    logger.flushNow();
    port.kill(port.pid, signal);
  };
  const onTerm = (): void => void end("SIGTERM");
  const onInt = (): void => void end("SIGINT");
  const onUser = handlers.userSignal;
  port.on("SIGTERM", onTerm);
  port.on("SIGINT", onInt);
  if (onUser !== undefined) {
    port.on("SIGUSR1", onUser);
  }
  const uninstall = (): void => {
    port.off("SIGTERM", onTerm);
    port.off("SIGINT", onInt);
    if (onUser !== undefined) {
      port.off("SIGUSR1", onUser);
    }
  };
  return uninstall;
}

/** Ends the program as Mesos does: `EXIT with status 1: <message>` as an ERROR line, code 1. */
export function fail(message: string, logger: Logger, port: ProcessPort = process): never {
  logger.error(`EXIT with status ${EXIT_FAILURE}: ${message}`);
  logger.flushNow();
  return port.exit(EXIT_FAILURE);
}

/** Why this Node.js cannot run mesos-ts; undefined when it can. */
export function unsupportedNode(version: string = process.versions.node): string | undefined {
  const major = Number.parseInt(version, 10);
  return major >= MIN_NODE_MAJOR
    ? undefined
    : `mesos-ts needs Node.js ${MIN_NODE_MAJOR} or newer, but this is Node.js ${version}. Install a newer Node.js, or start with the one that npm installs in node_modules/.bin`;
}

async function withLimit(work: () => Promise<void>, logger: Logger): Promise<void> {
  const { promise: limit, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(() => {
    logger.warning(`The orderly end took more than ${TERMINATION_LIMIT_MS} ms; ending without it`);
    resolve();
  }, TERMINATION_LIMIT_MS);
  try {
    await Promise.race([work(), limit]);
  } catch (cause) {
    logger.error(`The orderly end failed: ${cause instanceof Error ? cause.stack : String(cause)}`);
  } finally {
    clearTimeout(timer);
  }
}

/** Lets a program end before it has a log: what it has to say goes to the standard streams. */
export function finish(code: number, out: string, err: string): void {
  process.stdout.write(out);
  process.stderr.write(err);
  process.exitCode = code;
}
