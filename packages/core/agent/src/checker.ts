import type { CheckInfo, CheckStatusInfo, CommandInfo, HealthCheck } from "@mesos-ts/protos";
import type { Probe, ProbeOutcome } from "./contract.ts";

const DEFAULT_DELAY_S = 15;
const DEFAULT_INTERVAL_S = 10;
const DEFAULT_TIMEOUT_S = 20;
const DEFAULT_GRACE_PERIOD_S = 10;
const DEFAULT_CONSECUTIVE_FAILURES = 3;
/** A probe without a time limit would hold its slot for ever. */
const NO_TIMEOUT_MS = 24 * 3600 * 1000;

export interface Schedule {
  readonly delayMs: number;
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

interface Timing {
  readonly delay_seconds?: number | undefined;
  readonly interval_seconds?: number | undefined;
  readonly timeout_seconds?: number | undefined;
}

export function scheduleOf(check: Timing): Schedule {
  const timeoutMs = (check.timeout_seconds ?? DEFAULT_TIMEOUT_S) * 1000;
  return {
    delayMs: (check.delay_seconds ?? DEFAULT_DELAY_S) * 1000,
    intervalMs: (check.interval_seconds ?? DEFAULT_INTERVAL_S) * 1000,
    timeoutMs: timeoutMs > 0 ? timeoutMs : NO_TIMEOUT_MS,
  };
}

/** What a health probe's outcome means for the task. */
export type HealthVerdict =
  | { readonly type: "nothing-new" }
  | { readonly type: "report"; readonly healthy: boolean; readonly kill: boolean };

/**
 * Counts the failures of a health check. Failures inside the grace period do not count until the
 * task has been healthy once; a success is reported when it is the first or follows a failure.
 */
export class HealthJudge {
  readonly #limit: number;
  readonly #graceEndsMs: number;
  #failures = 0;
  #wasHealthy = false;
  #reported = false;

  constructor(check: HealthCheck, startedMs: number) {
    this.#limit = check.consecutive_failures ?? DEFAULT_CONSECUTIVE_FAILURES;
    this.#graceEndsMs = startedMs + (check.grace_period_seconds ?? DEFAULT_GRACE_PERIOD_S) * 1000;
  }

  judge(succeeded: boolean, nowMs: number): HealthVerdict {
    if (succeeded) {
      const news = !this.#reported || this.#failures > 0;
      this.#failures = 0;
      this.#wasHealthy = true;
      this.#reported = true;
      return news ? { type: "report", healthy: true, kill: false } : { type: "nothing-new" };
    }
    if (!this.#wasHealthy && nowMs < this.#graceEndsMs) return { type: "nothing-new" };
    this.#failures++;
    this.#reported = true;
    return { type: "report", healthy: false, kill: this.#failures >= this.#limit };
  }
}

/** HTTP: one of the listed statuses, or 200 to 399 where none are listed. */
export function isHealthy(check: HealthCheck, outcome: ProbeOutcome): boolean {
  switch (outcome.type) {
    case "command":
      return outcome.exitCode === 0;
    case "http":
      return (check.http?.statuses?.length ?? 0) > 0
        ? (check.http?.statuses ?? []).includes(outcome.statusCode)
        : outcome.statusCode >= 200 && outcome.statusCode < 400;
    case "tcp":
      return outcome.succeeded;
    case "failed":
      return false;
    default:
      return outcome satisfies never;
  }
}

/** How Mesos's logs word what a probe found. */
export function outcomeText(outcome: ProbeOutcome): string {
  switch (outcome.type) {
    case "command":
      return String(outcome.exitCode);
    case "http":
      return String(outcome.statusCode);
    case "tcp":
      return outcome.succeeded ? "success" : "failure";
    case "failed":
      return outcome.reason;
    default:
      return outcome satisfies never;
  }
}

/** How Mesos's executor words a check's status in its log. */
export function checkText({ type, command, http, tcp }: CheckStatusInfo): string {
  if (command?.exit_code !== undefined) return `COMMAND exit code ${command.exit_code}`;
  if (http?.status_code !== undefined) return `HTTP status code ${http.status_code}`;
  if (tcp?.succeeded === undefined) return type ?? "UNKNOWN";
  return `TCP connection ${tcp.succeeded ? "success" : "failure"}`;
}

/** The check status before any probe, which updates carry from the start. */
export function emptyCheckStatus(check: CheckInfo): CheckStatusInfo {
  switch (check.type) {
    case "COMMAND":
      return { type: "COMMAND", command: {} };
    case "HTTP":
      return { type: "HTTP", http: {} };
    case "TCP":
      return { type: "TCP", tcp: {} };
    default:
      return { type: "UNKNOWN" };
  }
}

export function checkStatus(check: CheckInfo, outcome: ProbeOutcome): CheckStatusInfo {
  switch (outcome.type) {
    case "command":
      return { type: "COMMAND", command: { exit_code: outcome.exitCode } };
    case "http":
      return { type: "HTTP", http: { status_code: outcome.statusCode } };
    case "tcp":
      return { type: "TCP", tcp: { succeeded: outcome.succeeded } };
    case "failed":
      return emptyCheckStatus(check);
    default:
      return outcome satisfies never;
  }
}

/** What to run for a check; undefined when its type is missing or unknown. */
export function checkProbe(containerId: string, check: CheckInfo): Probe | undefined {
  switch (check.type) {
    case "COMMAND":
      return check.command && commandProbe(containerId, check.command.command);
    case "HTTP":
      return check.http && httpProbe("http", check.http.port, check.http.path);
    case "TCP":
      return check.tcp && { type: "tcp", host: LOCALHOST, port: check.tcp.port };
    default:
      return undefined;
  }
}

export function healthProbe(containerId: string, check: HealthCheck): Probe | undefined {
  switch (check.type) {
    case "COMMAND":
      return check.command && commandProbe(containerId, check.command);
    case "HTTP":
      return check.http && httpProbe(check.http.scheme ?? "http", check.http.port, check.http.path);
    case "TCP":
      return check.tcp && { type: "tcp", host: LOCALHOST, port: check.tcp.port };
    default:
      return undefined;
  }
}

/** Tasks share the agent's network, where Mesos's checkers reach them. */
const LOCALHOST = "127.0.0.1";

function httpProbe(scheme: string, port: number, path: string | undefined): Probe {
  return { type: "http", url: `${scheme}://${LOCALHOST}:${port}${path ?? ""}` };
}

function commandProbe(containerId: string, command: CommandInfo): Probe {
  const environment = Object.fromEntries(
    (command.environment?.variables ?? []).map(({ name, value }) => [name, value ?? ""]),
  );
  return { type: "command", containerId, command: commandOf(command), environment };
}

/** A CommandInfo as what is executed. */
export function commandOf(
  command: CommandInfo,
):
  | { readonly shell: true; readonly value: string }
  | { readonly shell: false; readonly file: string; readonly args: readonly string[] } {
  const value = command.value ?? "";
  if (command.shell ?? true) return { shell: true, value };
  return { shell: false, file: value, args: command.arguments ?? [] };
}
