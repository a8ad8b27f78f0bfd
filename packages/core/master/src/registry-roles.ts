/** Quotas and weights in the registry. Sources: `quota::UpdateQuota`, `weights::UpdateWeights`. */
import type { quota, registry, WeightInfo } from "@mesos-ts/protos";
import { isNoQuota, quotaOf } from "./quotas.ts";

const QUOTA_V2 = "QUOTA_V2";

/** The quotas after a change: an empty one ends its role's. */
export function updatedQuotas(
  before: readonly quota.QuotaConfig[],
  configs: readonly quota.QuotaConfig[],
): quota.QuotaConfig[] {
  const kept = new Map(before.map((config) => [config.role, config]));
  for (const config of configs) {
    if (isNoQuota(quotaOf(config))) kept.delete(config.role);
    else kept.set(config.role, config);
  }
  return [...kept.values()];
}

/**
 * The registry after a change of quotas: entries of the old form give way to those of the new.
 * While there is quota, only masters that know its new form may take over.
 */
export function withQuotas(
  content: registry.Registry,
  configs: readonly quota.QuotaConfig[],
): registry.Registry {
  const { quotas, quota_configs = [], minimum_capabilities = [], ...rest } = content;
  const kept = updatedQuotas(quota_configs, configs);
  const changed = new Set(configs.map(({ role }) => role));
  const old = (quotas ?? []).filter(({ info }) => !changed.has(info.role ?? ""));
  const others = minimum_capabilities.filter(({ capability }) => capability !== QUOTA_V2);
  const needed = kept.length === 0 ? others : [...others, { capability: QUOTA_V2 }];
  return {
    ...rest,
    ...(old.length === 0 ? {} : { quotas: old }),
    ...(kept.length === 0 ? {} : { quota_configs: kept }),
    ...(needed.length === 0 ? {} : { minimum_capabilities: needed }),
  };
}

export function updatedWeights(
  before: readonly WeightInfo[],
  weights: readonly WeightInfo[],
): WeightInfo[] {
  return [...new Map([...before, ...weights].map((info) => [info.role, info])).values()];
}

/** The registry after a change of weights. */
export function withWeights(
  content: registry.Registry,
  weights: readonly WeightInfo[],
): registry.Registry {
  if (weights.length === 0) return content;
  const before = (content.weights ?? []).map(({ info }) => info);
  return { ...content, weights: updatedWeights(before, weights).map((info) => ({ info })) };
}
