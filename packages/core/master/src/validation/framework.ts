/** FrameworkInfo: one function per rule. Source: `validation::framework`. */
import { durationFromSeconds, validateId, validateRole } from "@mesos-ts/base";
import type { FrameworkInfo } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import { validateOfferFilters } from "./offer-filters.ts";

/** The rules of this master on top of those of the message. */
export function validateFramework(core: Core, info: FrameworkInfo): string | undefined {
  return (
    validateFrameworkInfo(info) ??
    validateWhitelist(core, info) ??
    validateRoot(core, info) ??
    validateNotCompleted(core, info)
  );
}

export function validateFrameworkInfo(info: FrameworkInfo): string | undefined {
  return (
    validateRoleFields(info) ??
    validateDuplicateRoles(info) ??
    validateRoleNames(info) ??
    validateFrameworkId(info) ??
    validateOfferFilters(info.offer_filters) ??
    validateFailoverTimeout(info)
  );
}

function isMultiRole(info: FrameworkInfo): boolean {
  return info.capabilities?.some(({ type }) => type === "MULTI_ROLE") === true;
}

/** Rule: `roles` belongs to MULTI_ROLE frameworks, `role` to all others. */
export function validateRoleFields(info: FrameworkInfo): string | undefined {
  if (isMultiRole(info)) {
    return info.role === undefined
      ? undefined
      : "'FrameworkInfo.role' must not be set when the framework is MULTI_ROLE capable";
  }
  return (info.roles?.length ?? 0) === 0
    ? undefined
    : "'FrameworkInfo.roles' must not be set when the framework is not MULTI_ROLE capable";
}

/** Rule: no role twice. */
export function validateDuplicateRoles(info: FrameworkInfo): string | undefined {
  if (!isMultiRole(info)) return undefined;
  const seen = new Set<string>();
  const duplicates = new Set<string>();
  for (const role of info.roles ?? []) (seen.has(role) ? duplicates : seen).add(role);
  return duplicates.size === 0
    ? undefined
    : `'FrameworkInfo.roles' contains duplicate items: ${setText(duplicates)}`;
}

/** Rule: roles have the names of roles. */
export function validateRoleNames(info: FrameworkInfo): string | undefined {
  if (!isMultiRole(info)) {
    const error = validateRole(info.role ?? "*");
    return error === undefined ? undefined : `'FrameworkInfo.role' is not a valid role: ${error}`;
  }
  for (const role of info.roles ?? []) {
    const error = validateRole(role);
    if (error !== undefined) return `'FrameworkInfo.roles' contains invalid role: ${error}`;
  }
  return undefined;
}

/** Rule: an id that is given can be an id. */
export function validateFrameworkId({ id }: FrameworkInfo): string | undefined {
  return id === undefined || id.value === "" ? undefined : validateId(id.value);
}

/** Rule: `failover_timeout` is a duration. */
export function validateFailoverTimeout({ failover_timeout }: FrameworkInfo): string | undefined {
  const seconds = failover_timeout ?? 0;
  return durationFromSeconds(seconds).type === "ok"
    ? undefined
    : `The framework failover_timeout (${seconds}) is invalid`;
}

/** Rule: with `--roles`, other roles are refused. */
export function validateWhitelist(core: Core, info: FrameworkInfo): string | undefined {
  const { roleWhitelist } = core.config;
  if (roleWhitelist === undefined) return undefined;
  const roles = isMultiRole(info) ? (info.roles ?? []) : [info.role ?? "*"];
  const invalid = roles.filter((role) => role !== "*" && !roleWhitelist.includes(role));
  return invalid.length === 0
    ? undefined
    : `Roles ${setText(invalid)} are not present in the master's --roles`;
}

/** Rule: with `--no-root_submissions`, frameworks of root are refused. */
export function validateRoot(core: Core, info: FrameworkInfo): string | undefined {
  return info.user === "root" && !core.config.rootSubmissions
    ? "User 'root' is not allowed to run frameworks without --root_submissions set"
    : undefined;
}

/** Rule: a framework that is over never comes back. */
export function validateNotCompleted(core: Core, { id }: FrameworkInfo): string | undefined {
  return id !== undefined && core.frameworks.completed.has(id.value)
    ? "Framework has been removed"
    : undefined;
}

/** Rules for a FrameworkInfo in place of another of the same framework. */
export function validateFrameworkUpdate(
  before: FrameworkInfo,
  now: FrameworkInfo,
): string | undefined {
  return (
    validateSamePrincipal(before, now) ??
    validateSameUser(before, now) ??
    validateSameCheckpoint(before, now)
  );
}

/** Rule: the principal stays. */
export function validateSamePrincipal(
  before: FrameworkInfo,
  now: FrameworkInfo,
): string | undefined {
  return before.principal === now.principal
    ? undefined
    : "Changing framework's principal is not allowed.";
}

/** Rule: the user stays. */
export function validateSameUser(before: FrameworkInfo, now: FrameworkInfo): string | undefined {
  return before.user === now.user
    ? undefined
    : `Updating 'FrameworkInfo.user' is unsupported; attempted to update from '${before.user}' to '${now.user}'`;
}

/** Rule: whether it checkpoints stays. */
export function validateSameCheckpoint(
  before: FrameworkInfo,
  now: FrameworkInfo,
): string | undefined {
  const [was, is] = [before.checkpoint ?? false, now.checkpoint ?? false];
  return was === is
    ? undefined
    : `Updating 'FrameworkInfo.checkpoint' is unsupported; attempted to update from '${was}' to '${is}'`;
}

/** A re-subscription silently keeps what cannot be changed: user and checkpoint. */
export function preserveImmutable(
  core: Core,
  before: FrameworkInfo,
  now: FrameworkInfo,
): FrameworkInfo {
  const { user, checkpoint } = before;
  if (now.user !== user) {
    core.log(
      "WARNING",
      `Cannot update 'FrameworkInfo.user' to '${now.user}' for framework ${before.id?.value}`,
    );
  }
  if ((now.checkpoint ?? false) !== (checkpoint ?? false)) {
    core.log(
      "WARNING",
      `Cannot update FrameworkInfo.checkpoint to '${now.checkpoint ?? false}' for framework ${before.id?.value}`,
    );
    return { ...now, user, checkpoint };
  }
  return now.user === user ? now : { ...now, user };
}

/** `{ a, b }` */
export function setText(items: Iterable<string>): string {
  return `{ ${[...items].sort().join(", ")} }`;
}
