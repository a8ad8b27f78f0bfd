import { mkdirSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { err, ok, type Result } from "@mesos-ts/base";
import type { Clock, Timer } from "../clock.ts";
import { createLineFormatter, type FormatLine, LEVELS, type Level, labelOf } from "./line.ts";
import { createLogFile, type LogFile, logLink } from "./log-file.ts";
import { createSink, type Sink, streamTarget } from "./sink.ts";

/** Text of a line, or how to make it; a function is called only when the line is wanted. */
export type LogText = string | (() => string);

/** Writes glog's lines under one component's name. Never throws, never waits. */
export interface Logger {
  info(text: LogText): void;
  warning(text: LogText): void;
  error(text: LogText): void;
  /** An INFO line that is wanted only at verbosity `level` (1, 2, 3) or above. */
  verbose(level: number, text: LogText): void;
  /** The same log under another name: `master` shows as `master.ts:0`, `a.ts:7` as it is. */
  for(component: string): Logger;
  /** When all lines so far are written. */
  flush(): Promise<void>;
  /** Writes all lines so far before it returns: for the last moments of the process. */
  flushNow(): void;
}

/** Logs a line whose level is data: the cores' effect `log`. */
export function logAt(logger: Logger, level: "INFO" | "WARNING" | "ERROR", text: string): void {
  switch (level) {
    case "INFO":
      return logger.info(text);
    case "WARNING":
      return logger.warning(text);
    case "ERROR":
      return logger.error(text);
    default:
      return level satisfies never;
  }
}

/** The log of a program: its root logger and what operators may ask of it. */
export interface Logging {
  readonly logger: Logger;
  /** Verbosity now; 0 is none. */
  verbosity(): number;
  /** Verbosity at start, which `setVerbosity` goes back to. */
  readonly originalVerbosity: number;
  /** Sets the verbosity, and back after `durationMs`; a later call replaces the revert. */
  setVerbosity(level: number, durationMs: number): void;
  /** The file to show as the daemon's log: the external one, or the link in `--log_dir`. */
  readonly shownFile: string | undefined;
  /** Writes everything and closes the files. */
  close(): Promise<void>;
}

/** Logging flags, with the program they belong to. */
export interface LoggingOptions {
  /** Names the files: `mesos-master`. */
  readonly program: string;
  /** Component of the root logger. */
  readonly component: string;
  readonly clock: Clock;
  readonly level: Level;
  readonly quiet: boolean;
  readonly logDir: string | undefined;
  readonly bufferSeconds: number;
  readonly externalLogFile: string | undefined;
  /** Default 0; Mesos takes it from `GLOG_v`. */
  readonly verbosity?: number;
  /** Default: standard error. */
  readonly stderrFd?: number;
}

/** Values of the logging flags. */
export interface LoggingFlagValues {
  readonly quiet: boolean;
  readonly logging_level: string;
  readonly log_dir: string | undefined;
  readonly logbufsecs: number;
  readonly external_log_file: string | undefined;
}

const STDERR = 2;
const NOTHING = LEVELS.length;

interface Output {
  /** Index of the least severe level that it takes. */
  readonly from: number;
  readonly sink: Sink;
}

interface Core {
  least: number;
  verbosity: number;
  readonly clock: Clock;
  readonly format: FormatLine;
  readonly outputs: readonly Output[];
}

/** The options that a daemon's flags and environment ask for. */
export function loggingOptions(
  flags: LoggingFlagValues,
  environment: Readonly<Record<string, string | undefined>>,
  rest: Pick<LoggingOptions, "program" | "component" | "clock">,
): LoggingOptions {
  const verbosity = Number.parseInt(environment["GLOG_v"] ?? "0", 10);
  return {
    ...rest,
    level: LEVELS.find((level) => level === flags.logging_level) ?? "INFO",
    quiet: flags.quiet,
    logDir: flags.log_dir,
    bufferSeconds: flags.logbufsecs,
    externalLogFile: flags.external_log_file,
    verbosity: Number.isNaN(verbosity) ? 0 : verbosity,
  };
}

/** Opens a program's log: standard error, and files when a folder is given. */
export function openLogging(options: LoggingOptions): Result<Logging> {
  const { clock, logDir, program } = options;
  if (logDir !== undefined) {
    try {
      mkdirSync(logDir, { recursive: true });
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      return err(`Could not initialize logging: Failed to create directory ${logDir}: ${reason}`);
    }
  }
  const least = LEVELS.indexOf(options.level);
  const format = createLineFormatter(process.pid);
  const dropNotice = (lines: number): string =>
    format(
      "WARNING",
      clock.now(),
      labelOf("log"),
      `${lines} lines dropped: the log grows faster than it is written`,
    );
  const stderr = createSink(streamTarget(options.stderrFd ?? STDERR), { bufferMs: 0, dropNotice });

  const files: LogFile[] = [];
  const outputs: Output[] = options.quiet ? [] : [{ from: least, sink: stderr }];
  if (logDir !== undefined) {
    const owner = { folder: logDir, program, host: hostname(), user: userName(), pid: process.pid };
    const onFailure = (text: string): void => {
      stderr.write(format("ERROR", clock.now(), labelOf("log"), text), true);
    };
    for (const [index, level] of LEVELS.entries()) {
      if (index >= least) {
        const file = createLogFile(owner, level, { now: () => clock.now(), onFailure });
        files.push(file);
        const bufferMs = options.bufferSeconds * 1000;
        outputs.push({ from: index, sink: createSink(file, { bufferMs, dropNotice }) });
      }
    }
  }
  const originalVerbosity = options.verbosity ?? 0;
  const core: Core = {
    least: outputs.length === 0 ? NOTHING : least,
    verbosity: originalVerbosity,
    clock,
    format,
    outputs,
  };
  return ok(assemble(core, options, stderr, files, originalVerbosity));
}

function assemble(
  core: Core,
  options: LoggingOptions,
  stderr: Sink,
  files: readonly LogFile[],
  originalVerbosity: number,
): Logging {
  const { clock, externalLogFile, level, logDir, program } = options;
  const logger = createLogger(core, options.component);
  if (logDir !== undefined) {
    writeLine(core, level, labelOf("logging"), `${level} level logging started!`);
  }
  process.on("exit", logger.flushNow);
  let revert: Timer | undefined;
  const link = logDir === undefined ? undefined : logLink(logDir, program, level);
  return {
    logger,
    originalVerbosity,
    verbosity: () => core.verbosity,
    setVerbosity: (wanted, durationMs) => {
      revert?.cancel();
      revert = undefined;
      core.verbosity = wanted;
      if (wanted !== originalVerbosity) {
        revert = clock.setTimer(durationMs, () => {
          core.verbosity = originalVerbosity;
        });
      }
    },
    shownFile: externalLogFile ?? link,
    close: async () => {
      revert?.cancel();
      process.off("exit", logger.flushNow);
      await Promise.all([logger.flush(), stderr.flush()]);
      for (const file of files) {
        file.close();
      }
      core.least = NOTHING;
    },
  };
}

function createLogger(core: Core, component: string): Logger {
  const label = labelOf(component);
  return {
    info: (text) => {
      if (core.least <= 0) {
        writeLine(core, "INFO", label, text);
      }
    },
    warning: (text) => {
      if (core.least <= 1) {
        writeLine(core, "WARNING", label, text);
      }
    },
    error: (text) => {
      if (core.least <= 2) {
        writeLine(core, "ERROR", label, text);
      }
    },
    verbose: (level, text) => {
      if (core.verbosity >= level && core.least <= 0) {
        writeLine(core, "INFO", label, text);
      }
    },
    for: (other) => createLogger(core, other),
    flush: async () => {
      await Promise.all(core.outputs.map(({ sink }) => sink.flush()));
    },
    flushNow: () => {
      for (const { sink } of core.outputs) {
        sink.flushNow();
      }
    },
  };
}

function writeLine(core: Core, level: Level, label: string, text: LogText): void {
  const severity = LEVELS.indexOf(level);
  const line = core.format(
    level,
    core.clock.now(),
    label,
    typeof text === "string" ? text : text(),
  );
  for (const { from, sink } of core.outputs) {
    if (severity >= from) {
      sink.write(line, severity > 0);
    }
  }
}

/** A logger that keeps its lines, `LEVEL component] text`: the twin for tests. */
export function createMemoryLogger(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const make = (component: string): Logger => {
    const keep = (level: Level) => (text: LogText) => {
      lines.push(`${level} ${component}] ${typeof text === "string" ? text : text()}`);
    };
    return {
      info: keep("INFO"),
      warning: keep("WARNING"),
      error: keep("ERROR"),
      verbose: () => {},
      for: make,
      flush: () => Promise.resolve(),
      flushNow: () => {},
    };
  };
  return { ...make("test"), lines };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid${process.getuid?.() ?? ""}`;
  }
}
