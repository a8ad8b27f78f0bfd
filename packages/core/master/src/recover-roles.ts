/** Quotas and weights that a master before this one left in the registry. */
import type { registry } from "@mesos-ts/protos";
import type { Core } from "./core.ts";
import { configOf, quotaOf } from "./quotas.ts";

/** Tells the allocator before it may run; it waits for the agents when there is quota. */
export function recoverRoles(core: Core, content: registry.Registry | undefined): void {
  recoverQuotas(core, content);
  core.allocator.startRecovery(content?.agents?.agents?.length ?? 0, core.steadyMs);
  recoverWeights(core, content);
}

/** Masters of before 1.9 wrote `quotas`, where a guarantee is a limit too. */
function recoverQuotas(core: Core, content: registry.Registry | undefined): void {
  const old = (content?.quotas ?? []).map(({ info }) => configOf(info));
  for (const config of [...old, ...(content?.quota_configs ?? [])]) {
    const value = quotaOf(config);
    core.quotas.set(config.role, value);
    core.allocator.updateQuota(config.role, value, core.steadyMs);
  }
}

/** The flag's weights are for a registry that has none: they are stored then, ignored later. */
function recoverWeights(core: Core, content: registry.Registry | undefined): void {
  const stored = content?.weights ?? [];
  if (stored.length === 0) {
    storeFlagged(core);
    return;
  }
  const weights: Record<string, number> = {};
  if (core.weights.size > 0) {
    core.log("WARNING", "Ignoring --weights: the registry has weights already");
    for (const role of core.weights.keys()) weights[role] = 1;
    core.weights.clear();
  }
  for (const { info } of stored) {
    weights[info.role ?? ""] = info.weight;
    core.weights.set(info.role ?? "", info.weight);
  }
  core.allocator.updateWeights(weights, core.steadyMs);
}

function storeFlagged(core: Core): void {
  const weights = [...core.weights].map(([role, weight]) => ({ role, weight }));
  if (weights.length === 0) return;
  core.persist({ type: "update-weights", weights }, (ok) => {
    if (!ok) core.log("ERROR", "Failed to store the weights of --weights in the registry");
  });
}
