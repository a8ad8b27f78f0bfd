/** Weights that operators ask for. Source: `WeightsHandler::_updateWeights`. */
import { formatDouble15, validateRole } from "@mesos-ts/base";
import type { WeightInfo } from "@mesos-ts/protos";

export function validateWeight(
  { role = "", weight }: WeightInfo,
  roleWhitelist: readonly string[] | undefined,
): string | undefined {
  const problem = validateRole(role);
  if (problem !== undefined) return `: Invalid role '${role}': ${problem}`;
  if (roleWhitelist?.includes(role) === false) return `: Unknown role '${role}'`;
  return weight > 0 && Number.isFinite(weight)
    ? undefined
    : ` for role '${role}': Invalid weight '${formatDouble15(weight)}': Weights must be positive`;
}
