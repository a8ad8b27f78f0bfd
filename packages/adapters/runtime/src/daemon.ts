import type { Result } from "@mesos-ts/base";
import { buildInfo } from "./build-info.ts";
import { type Clock, createSystemClock } from "./clock.ts";
import type { loggingFlags } from "./definitions/logging.ts";
import { readCommandLine } from "./flags/command-line.ts";
import type { FlagDefinitions, FlagValues } from "./flags/definition.ts";
import type { LoadedFlags, LoadOptions } from "./flags/load.ts";
import { flagsLine } from "./flags/show.ts";
import { readFlagFile } from "./flags/value.ts";
import { finish } from "./lifecycle.ts";
import {
  type Logging,
  type LoggingFlagValues,
  loggingOptions,
  openLogging,
} from "./logging/logger.ts";

type LoggedFlags = FlagDefinitions & typeof loggingFlags;

export interface DaemonOptions<D extends LoggedFlags, S>
  extends Pick<LoadOptions, "args" | "environment" | "prefix"> {
  /** The program's name, such as `mesos-master`. */
  readonly program: string;
  /** What its lines in the log are about, such as `master`. */
  readonly component: string;
  readonly version: string;
  readonly definitions: D;
  /** What the flags mean, or what is wrong with them. */
  readonly settings: (flags: FlagValues<D>) => Result<DaemonSettings<S>>;
}

export interface DaemonSettings<S> {
  readonly value: S;
  /** For the log. */
  readonly warnings: readonly string[];
}

/** A daemon that has read its flags and opened its log. */
export interface Daemon<D extends FlagDefinitions, S> {
  readonly flags: LoadedFlags<D>;
  /** For `/flags`. */
  readonly shownFlags: Readonly<Record<string, string>>;
  readonly settings: S;
  readonly clock: Clock;
  readonly logging: Logging;
}

/** How every daemon begins. Undefined: it has said what there is to say, such as its help, and ends. */
export function beginDaemon<D extends LoggedFlags, S>(
  options: DaemonOptions<D, S>,
): Daemon<D, S> | undefined {
  const { definitions, environment, program, component, version } = options;
  const line = readCommandLine(definitions, { ...options, readFile: readFlagFile });
  if (line.type === "exit") return leave(line.code, line.out, line.err);
  const { flags, shown: shownFlags } = line;
  const settings = options.settings(flags.values);
  if (settings.type === "error") return leave(1, "", `${settings.error}\n`);
  const clock = createSystemClock();
  const values = flags.values as unknown as LoggingFlagValues;
  const opened = openLogging(loggingOptions(values, environment, { program, component, clock }));
  if (opened.type === "error") return leave(1, "", `${opened.error}\n`);
  const { logger } = opened.value;
  for (const warning of [...flags.warnings, ...settings.value.warnings]) logger.warning(warning);
  logger.info(`Build: ${buildInfo().build_date}`);
  logger.info(`Version: ${version}`);
  logger.info(`Flags at startup: ${flagsLine(shownFlags)}`);
  return { flags, shownFlags, settings: settings.value.value, clock, logging: opened.value };
}

function leave(code: number, out: string, err: string): undefined {
  finish(code, out, err);
}
