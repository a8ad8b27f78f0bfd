import type { Surroundings } from "@mesos-ts/master";
import type { MasterFlagValues } from "@mesos-ts/runtime";
import { buildInfo } from "./version.ts";

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
      ...(build.git_sha === undefined ? {} : { gitSha: build.git_sha }),
      ...(build.git_branch === undefined ? {} : { gitBranch: build.git_branch }),
      ...(build.git_tag === undefined ? {} : { gitTag: build.git_tag }),
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
