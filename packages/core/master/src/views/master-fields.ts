/** The master's own part of `/state`. */
import { DomainInfo } from "@mesos-ts/protos";
import type { TimeMs } from "../contract.ts";
import type { Core } from "../core.ts";
import { MASTER_CAPABILITIES } from "../master-info.ts";
import { array, message, object, optionalText, seconds, text } from "./json.ts";

/** What the program knows and the core does not. */
export interface Surroundings {
  readonly build: {
    readonly gitSha?: string;
    readonly gitBranch?: string;
    readonly gitTag?: string;
    readonly date: string;
    /** Seconds since the epoch. */
    readonly timeSeconds: number;
    readonly user: string;
  };
  readonly startMs: TimeMs;
  readonly electedMs: TimeMs | undefined;
  readonly cluster: string | undefined;
  readonly logDir: string | undefined;
  readonly externalLogFile: string | undefined;
  readonly flags: Readonly<Record<string, string>>;
}

export function masterFields(core: Core, around: Surroundings): Record<string, string | undefined> {
  const { info, agents } = core;
  const { build } = around;
  const active = [...agents.registered.values()].filter((agent) => agent.active).length;
  return {
    version: text(core.config.version),
    git_sha: optionalText(build.gitSha),
    git_branch: optionalText(build.gitBranch),
    git_tag: optionalText(build.gitTag),
    build_date: text(build.date),
    build_time: seconds(build.timeSeconds * 1000),
    build_user: text(build.user),
    start_time: seconds(around.startMs),
    elected_time: around.electedMs === undefined ? undefined : seconds(around.electedMs),
    id: text(info.id),
    pid: text(info.pid ?? ""),
    hostname: text(info.hostname ?? ""),
    capabilities: array(MASTER_CAPABILITIES.map(text)),
    activated_slaves: `${active}.0`,
    deactivated_slaves: `${agents.registered.size - active}.0`,
    unreachable_slaves: `${agents.unreachable.size}.0`,
    domain: info.domain && message(DomainInfo, info.domain),
    leader: text(info.pid ?? ""),
    leader_info: object({
      id: text(info.id),
      pid: text(info.pid ?? ""),
      port: String(info.port),
      hostname: text(info.hostname ?? ""),
      domain: info.domain && message(DomainInfo, info.domain),
    }),
    cluster: optionalText(around.cluster),
    log_dir: optionalText(around.logDir),
    external_log_file: optionalText(around.externalLogFile),
    flags: object(
      Object.fromEntries(Object.entries(around.flags).map(([name, value]) => [name, text(value)])),
    ),
  };
}
