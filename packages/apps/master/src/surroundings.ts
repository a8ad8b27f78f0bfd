import type { Surroundings } from "@mesos-ts/master";
import { buildInfo, type MasterFlagValues } from "@mesos-ts/runtime";

/** What the program tells of itself in `/state`. */
export function surroundings(
  program: {
    readonly flags: MasterFlagValues;
    readonly shownFlags: Readonly<Record<string, string>>;
  },
  startMs: number,
  electedMs: () => number | undefined,
): Surroundings {
  const { flags, shownFlags } = program;
  const build = buildInfo();
  return {
    build: {
      date: build.build_date,
      timeSeconds: build.build_time,
      user: build.build_user,
    },
    startMs,
    get electedMs() {
      return electedMs();
    },
    cluster: flags.cluster,
    logDir: flags.log_dir,
    externalLogFile: flags.external_log_file,
    flags: shownFlags,
  };
}
