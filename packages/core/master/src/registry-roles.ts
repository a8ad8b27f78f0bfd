/** Quotas and weights in the registry. Sources: `quota::UpdateQuota`, `weights::UpdateWeights`. */
import type { quota, registry, WeightInfo } from "@mesos-ts/protos";
import { isNoQuota, quotaOf } from "./quotas.ts";

const QUOTA_V2 = "QUOTA_V2";

/**
 * The registry with these quotas: an empty one ends the role's, entries of the old form give way.
 * While there is quota, only masters that know its new form may take over.
 */
export function withQuotas(
  content: registry.Registry,
  configs: readonly quota.QuotaConfig[],
): registry.Registry {
  const kept = new Map((content.quota_configs ?? []).map((config) => [config.role, config]));
  for (const config of configs) {
    if (isNoQuota(quotaOf(config))) kept.delete(config.role);
    else kept.set(config.role, config);
  }
  const roles = new Set(configs.map(({ role }) => role));
  const old = (content.quotas ?? []).filter(({ info }) => !roles.has(info.role ?? ""));
  const others = (content.minimum_capabilities ?? []).filter(
    ({ capability }) => capability !== QUOTA_V2,
  );
  const needed = kept.size === 0 ? others : [...others, { capability: QUOTA_V2 }];
  return {
    ...without(content, ["quotas", "quota_configs", "minimum_capabilities"]),
    ...(old.length === 0 ? {} : { quotas: old }),
    ...(kept.size === 0 ? {} : { quota_configs: [...kept.values()] }),
    ...(needed.length === 0 ? {} : { minimum_capabilities: needed }),
  };
}

export function withWeights(
  content: registry.Registry,
  weights: readonly WeightInfo[],
): registry.Registry {
  if (weights.length === 0) return content;
  const kept = new Map((content.weights ?? []).map(({ info }) => [info.role, info]));
  for (const info of weights) kept.set(info.role, info);
  return { ...content, weights: [...kept.values()].map((info) => ({ info })) };
}

function without(content: registry.Registry, fields: readonly string[]): registry.Registry {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !fields.includes(name)));
}
