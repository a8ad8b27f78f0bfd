/** UPDATE_QUOTA, SET_QUOTA and REMOVE_QUOTA, and `/quota`. Source: `QuotaHandler`. */
import type { Quota } from "@mesos-ts/allocator";
import type { master, quota } from "@mesos-ts/protos";
import type { Reply, RequestId } from "./contract.ts";
import type { Core } from "./core.ts";
import { contains, isWithin, limitsFrom, plus, quantitiesText, type Sums } from "./quantities.ts";
import { rescindForGuarantee, rescindForQuotas } from "./quota-rescind.ts";
import { configOf, NO_QUOTA, quotaOf } from "./quotas.ts";
import { tallyRoles } from "./role-tallies.ts";
import { validateQuotaConfig, validateQuotaRequest } from "./validation/quota.ts";

type Refusal = Extract<Reply, { type: "refused" }>;

const BYPASS = "(use 'force' flag to bypass this check)";

/** UPDATE_QUOTA: all of the configs or none. */
export function updateQuota(
  core: Core,
  requestId: RequestId,
  { force = false, quota_configs: configs = [] }: master.Call_UpdateQuota,
): void {
  const refusal =
    refuseConfigs(core, configs) ??
    refuseLimits(core, configs, force) ??
    refuseOvercommit(core, configs, force);
  if (refusal !== undefined) {
    core.reply(requestId, refused(400, refusal));
    return;
  }
  core.persist({ type: "update-quota", configs }, (ok) => {
    if (!ok) {
      core.reply(requestId, refused(500, "Failed to store the quota in the registry"));
      return;
    }
    const updated = configs.map((config) => [config.role, quotaOf(config)] as const);
    for (const [role, value] of updated) putQuota(core, role, value);
    rescindForQuotas(core, updated);
    core.reply(requestId, { type: "ok" });
  });
}

/** A quota of nothing stays known until the master ends, as in Mesos. */
function putQuota(core: Core, role: string, value: Quota): void {
  core.quotas.set(role, value);
  core.allocator.updateQuota(role, value, core.steadyMs);
}

function refuseConfigs(core: Core, configs: readonly quota.QuotaConfig[]): string | undefined {
  for (const config of configs) {
    const { role } = config;
    if (!isWhitelisted(core, role)) {
      return `Invalid QuotaConfig: '${role}' is not on the roles whitelist`;
    }
    if (role.includes("/")) {
      return `Updating quota on nested role '${role}' is not supported yet`;
    }
    const problem = validateQuotaConfig(config);
    if (problem !== undefined) return `Invalid QuotaConfig: ${problem}`;
  }
  return undefined;
}

/** Rule: a limit below what is consumed already must be forced. */
function refuseLimits(
  core: Core,
  configs: readonly quota.QuotaConfig[],
  force: boolean,
): string | undefined {
  if (configs.length === 0) return undefined;
  const tallies = tallyRoles(core);
  for (const { role, limits } of configs) {
    const consumed: Sums = tallies.get(role)?.consumed ?? new Map();
    const wanted = limitsFrom(limits);
    if (isWithin(consumed, wanted)) continue;
    const [has, may] = [quantitiesText(consumed), quantitiesText(wanted)];
    if (!force) {
      return `Invalid QuotaConfig: Role '${role}' is already consuming '${has}'; this is more than the requested limits '${may}' ${BYPASS}`;
    }
    core.log(
      "INFO",
      `Limiting the quota of '${role}' to '${may}' by force, though it consumes '${has}'`,
    );
  }
  return undefined;
}

/** Rule: guarantees beyond all that the agents have must be forced. */
function refuseOvercommit(
  core: Core,
  configs: readonly quota.QuotaConfig[],
  force: boolean,
): string | undefined {
  const total = totalGuarantees(core, configs);
  const capacity = clusterCapacity(core);
  if (contains(capacity, total)) return undefined;
  const [wanted, has] = [quantitiesText(total), quantitiesText(capacity)];
  if (!force) {
    return `Invalid QuotaConfig: total quota guarantees '${wanted}' exceed cluster capacity '${has}' ${BYPASS}`;
  }
  core.log("INFO", `Guaranteeing '${wanted}' by force, though all agents have '${has}'`);
  return undefined;
}

/** Of top-level roles: theirs are meant to include those of the roles below them. */
function totalGuarantees(core: Core, configs: readonly quota.QuotaConfig[]): Sums {
  const quotas = new Map(core.quotas);
  for (const config of configs) quotas.set(config.role, quotaOf(config));
  let total: Sums = new Map();
  for (const [role, { guarantees }] of quotas) {
    if (!role.includes("/")) total = plus(total, guarantees);
  }
  return total;
}

/** Disconnected agents too: they are expected back. */
function clusterCapacity(core: Core): Sums {
  let capacity: Sums = new Map();
  for (const { total } of core.agents.registered.values()) {
    capacity = plus(capacity, total.nonRevocable().quantities());
  }
  return capacity;
}

/** SET_QUOTA and `POST /quota`: the old way, for a role that has no quota yet. */
export function setQuota(core: Core, requestId: RequestId, request: quota.QuotaRequest): void {
  const config = configOf(request);
  const refusal = refuseRequest(core, request, config);
  if (refusal !== undefined) {
    core.reply(requestId, refusal);
    return;
  }
  const { role } = config;
  // Set before it is stored, so that a second request for the role is refused meanwhile.
  core.quotas.set(role, quotaOf(config));
  core.persist({ type: "update-quota", configs: [config] }, (ok) => {
    if (!ok) {
      core.quotas.delete(role);
      core.reply(requestId, refused(500, "Failed to store the quota in the registry"));
      return;
    }
    putQuota(core, role, quotaOf(config));
    rescindForGuarantee(core, role, request.guarantee ?? []);
    core.reply(requestId, { type: "ok" });
  });
}

function refuseRequest(
  core: Core,
  request: quota.QuotaRequest,
  config: quota.QuotaConfig,
): Refusal | undefined {
  const { role } = config;
  const problem =
    validateQuotaRequest(request) ??
    (isWhitelisted(core, role) ? undefined : `Unknown role '${role}'`) ??
    (core.quotas.has(role)
      ? `Cannot set quota for role '${role}' which already has quota`
      : undefined);
  if (problem !== undefined) {
    return refused(400, `Failed to validate set quota request: ${problem}`);
  }
  if (role.includes("/")) {
    return refused(400, `Setting quota on nested role '${role}' is not supported yet`);
  }
  // Apache Mesos ends itself when the registry is to take one of these.
  const unfit = validateQuotaConfig(config);
  if (unfit !== undefined) return refused(400, `Failed to validate set quota request: ${unfit}`);
  if (request.force === true) return undefined;
  const [total, capacity] = [totalGuarantees(core, [config]), clusterCapacity(core)];
  return contains(capacity, total)
    ? undefined
    : refused(
        409,
        `Quota guarantees overcommit the cluster (use 'force' to bypass this check): Total quota guarantees '${quantitiesText(total)}' exceed cluster capacity '${quantitiesText(capacity)}'`,
      );
}

/** REMOVE_QUOTA, and `DELETE /quota/<role>`: refusals name the `path` then. */
export function removeQuota(core: Core, requestId: RequestId, role: string, path?: string): void {
  const refusal = refuseRemoval(core, role, path === undefined ? "" : ` for path '${path}'`);
  if (refusal !== undefined) {
    core.reply(requestId, refused(400, refusal));
    return;
  }
  const before = core.quotas.get(role) ?? NO_QUOTA;
  core.quotas.delete(role);
  core.persist({ type: "update-quota", configs: [{ role }] }, (ok) => {
    if (!ok) {
      core.quotas.set(role, before);
      core.reply(requestId, refused(500, "Failed to remove the quota from the registry"));
      return;
    }
    core.allocator.updateQuota(role, NO_QUOTA, core.steadyMs);
    core.reply(requestId, { type: "ok" });
  });
}

function refuseRemoval(core: Core, role: string, where: string): string | undefined {
  if (!isWhitelisted(core, role)) {
    return `Failed to validate remove quota request${where}: Unknown role '${role}'`;
  }
  return core.quotas.has(role)
    ? undefined
    : `Failed to remove quota${where}: Role '${role}' has no quota set`;
}

function isWhitelisted({ config: { roleWhitelist } }: Core, role: string): boolean {
  return roleWhitelist === undefined || roleWhitelist.includes(role);
}

function refused(status: Refusal["status"], text: string): Refusal {
  return { type: "refused", status, text };
}
