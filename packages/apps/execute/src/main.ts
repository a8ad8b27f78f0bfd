import { userInfo } from "node:os";
import {
  createSystemClock,
  createSystemRandom,
  executeFlags,
  fail,
  finish,
  type Logger,
  MESOS_VERSION,
  openLogging,
  readCommandLine,
  readFlagFile,
  readMasterSource,
  usage,
} from "@mesos-ts/runtime";
import { CommandScheduler } from "./command-scheduler.ts";
import { findMasters } from "./masters.ts";
import { type ExecuteFlagValues, type Plan, readPlan } from "./plan.ts";
import { type ContentType, Session } from "./session.ts";

const PROGRAM = "mesos-execute";

/** The program `mesos-execute`: launches one command, task or task group and shows its life. */
export async function main(args: readonly string[]): Promise<void> {
  const line = readCommandLine(executeFlags, {
    program: PROGRAM,
    args,
    environment: {},
    prefix: undefined,
    readFile: readFlagFile,
    onError: "usage",
  });
  if (line.type === "exit") return finish(line.code, line.out, line.err);
  const flags = line.flags.values;
  const clock = createSystemClock();
  const opened = openLogging({
    program: PROGRAM,
    component: "scheduler",
    clock,
    level: "INFO",
    quiet: false,
    logDir: undefined,
    bufferSeconds: 0,
    externalLogFile: undefined,
  });
  if (opened.type === "error") return finish(1, "", `${opened.error}\n`);
  const { logger } = opened.value;
  for (const warning of line.flags.warnings) logger.warning(warning);
  const plan = checkedPlan(flags, logger);
  const source = readMasterSource(flags.master, readFlagFile);
  if (source.type === "error") fail(source.error, logger);
  logger.info(`Version: ${MESOS_VERSION}`);
  logger.info("Using default 'basic' HTTP authenticatee");
  const session = new Session({
    masters: findMasters(source.value, { clock, logger, random: createSystemRandom() }),
    contentType: contentType(flags.content_type),
    commands: new CommandScheduler(plan),
    clock,
    logger,
    print: (text) => process.stdout.write(`${text}\n`),
  });
  const end = await session.run();
  if (end.error !== undefined) fail(end.error, logger);
  await opened.value.close();
  process.exitCode = end.code;
}

function checkedPlan(flags: ExecuteFlagValues, logger: Logger): Plan {
  const plan = readPlan(flags, userInfo().username);
  if (plan.type === "ok") return plan.value;
  const { text, usage: withUsage } = plan.error;
  return fail(withUsage ? usage(executeFlags, { program: PROGRAM, message: text }) : text, logger);
}

/** The flag's own validation takes these four spellings only. */
function contentType(flag: string): ContentType {
  return flag === "json" || flag === "application/json"
    ? "application/json"
    : "application/x-protobuf";
}
