/** UPDATE_WEIGHTS and `PUT /weights`. Source: `WeightsHandler`. */
import type { WeightInfo } from "@mesos-ts/protos";
import type { RequestId } from "./contract.ts";
import type { Core } from "./core.ts";
import { rescindOffer } from "./offers.ts";
import { tallyRoles } from "./role-tallies.ts";
import { validateWeight } from "./validation/weights.ts";

/** All of the weights or none. */
export function updateWeights(
  core: Core,
  requestId: RequestId,
  asked: readonly WeightInfo[],
): void {
  const weights = asked.map(({ role = "", weight }) => ({ role: role.trim(), weight }));
  for (const info of weights) {
    const problem = validateWeight(info, core.config.roleWhitelist);
    if (problem === undefined) continue;
    const text = `Failed to validate update weights request JSON${problem}`;
    core.reply(requestId, { type: "refused", status: 400, text });
    return;
  }
  core.persist({ type: "update-weights", weights }, (ok) => {
    if (!ok) {
      const text = "Failed to store the weights in the registry";
      core.reply(requestId, { type: "refused", status: 500, text });
      return;
    }
    for (const { role, weight } of weights) core.weights.set(role, weight);
    const changed = Object.fromEntries(weights.map(({ role, weight }) => [role, weight]));
    core.allocator.updateWeights(changed, core.steadyMs);
    if (isAnyInUse(core, Object.keys(changed))) rescindAll(core);
    core.reply(requestId, { type: "ok" });
  });
}

/** A framework subscribes to one of these very roles, or has something in it. */
function isAnyInUse(core: Core, roles: readonly string[]): boolean {
  const tallies = tallyRoles(core);
  return roles.some((role) => (tallies.get(role)?.frameworkIds.size ?? 0) > 0);
}

/** What the weights say now may differ from whom the offers were made to. */
function rescindAll(core: Core): void {
  for (const offer of [...core.offers.values()]) rescindOffer(core, offer);
}

/** GET_WEIGHTS and `/weights`. */
export function weightInfos(core: Core): WeightInfo[] {
  return [...core.weights].map(([role, weight]) => ({ role, weight }));
}
