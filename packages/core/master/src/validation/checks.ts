/** Checks and health checks. Source: `common::validation`. */
import type { CheckInfo, CommandInfo, HealthCheck } from "@mesos-ts/protos";
import { validateCommand } from "./command.ts";

export function validateHealthCheck(check: HealthCheck): string | undefined {
  return (
    validateHealthKind(check) ??
    validateSeconds(check, [
      "delay_seconds",
      "grace_period_seconds",
      "interval_seconds",
      "timeout_seconds",
    ])
  );
}

export function validateCheck(check: CheckInfo): string | undefined {
  return (
    validateCheckKind(check) ??
    validateSeconds(check, ["delay_seconds", "interval_seconds", "timeout_seconds"])
  );
}

/** Rule: a health check has the submessage of its type, in order. */
function validateHealthKind(check: HealthCheck): string | undefined {
  switch (check.type) {
    case undefined:
      return "HealthCheck must specify 'type'";
    case "COMMAND":
      if (check.command === undefined) {
        return "Expecting 'command' to be set for COMMAND health check";
      }
      return validateCheckCommand(check.command, "Command health check", "Health check");
    case "HTTP":
      return validateHealthHttp(check);
    case "TCP":
      return check.tcp === undefined ? "Expecting 'tcp' to be set for TCP health check" : undefined;
    case "UNKNOWN":
      return "'UNKNOWN' is not a valid health check type";
    default:
      return check.type satisfies never;
  }
}

function validateHealthHttp({ http }: HealthCheck): string | undefined {
  if (http === undefined) return "Expecting 'http' to be set for HTTP health check";
  const { scheme, path } = http;
  if (scheme !== undefined && scheme !== "http" && scheme !== "https") {
    return `Unsupported HTTP health check scheme: '${scheme}'`;
  }
  return path === undefined || path.startsWith("/")
    ? undefined
    : `The path '${path}' of HTTP health check must start with '/'`;
}

/** Rule: a check has the submessage of its type, in order. */
function validateCheckKind(check: CheckInfo): string | undefined {
  switch (check.type) {
    case undefined:
      return "CheckInfo must specify 'type'";
    case "COMMAND":
      if (check.command === undefined) {
        return "Expecting 'command' to be set for COMMAND check";
      }
      return validateCheckCommand(check.command.command, "Command check", "Check");
    case "HTTP":
      return validateCheckHttp(check);
    case "TCP":
      return check.tcp === undefined ? "Expecting 'tcp' to be set for TCP check" : undefined;
    case "UNKNOWN":
      return "'UNKNOWN' is not a valid check type";
    default:
      return check.type satisfies never;
  }
}

function validateCheckHttp({ http }: CheckInfo): string | undefined {
  if (http === undefined) return "Expecting 'http' to be set for HTTP check";
  return http.path === undefined || http.path.startsWith("/")
    ? undefined
    : `The path '${http.path}' of HTTP check must start with '/'`;
}

function validateCheckCommand(
  command: CommandInfo,
  kind: string,
  owner: string,
): string | undefined {
  if (command.value === undefined) {
    return `${kind} must contain ${command.shell === false ? "'executable path'" : "'shell command'"}`;
  }
  const error = validateCommand(command);
  return error === undefined ? undefined : `${owner}'s \`CommandInfo\` is invalid: ${error}`;
}

/** Rule: no negative seconds. */
function validateSeconds<Field extends string>(
  check: Partial<Record<Field, number | undefined>>,
  fields: readonly Field[],
): string | undefined {
  const negative = fields.find((field) => (check[field] ?? 0) < 0);
  return negative === undefined ? undefined : `Expecting '${negative}' to be non-negative`;
}
