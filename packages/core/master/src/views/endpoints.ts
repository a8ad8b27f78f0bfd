/** The v0 endpoints: each a text of JSON made from the state as it is now. */
import { jsonDouble, quota, WeightInfo } from "@mesos-ts/protos";
import type { Core } from "../core.ts";
import { quotaStatus } from "../quotas.ts";
import { weightInfos } from "../weights.ts";
import { array, message, object, quantitiesJson, text } from "./json.ts";
import { roleSummaries } from "./role-summaries.ts";

export { maintenanceScheduleView, maintenanceStatusView } from "./maintenance-view.ts";
export type { Surroundings } from "./master-fields.ts";

/** `/roles` */
export function rolesView(core: Core): string {
  const roles = roleSummaries(core).map((role) =>
    object({
      name: text(role.name),
      weight: jsonDouble(role.weight),
      quota: object({
        role: text(role.name),
        guarantee: quantitiesJson(role.guarantee),
        limit: quantitiesJson(role.limit),
        consumed: quantitiesJson(role.consumed),
      }),
      resources: quantitiesJson(role.resources),
      allocated: quantitiesJson(role.allocated),
      offered: quantitiesJson(role.offered),
      reserved: quantitiesJson(role.reserved),
      frameworks: array(role.frameworkIds.map(text)),
    }),
  );
  return object({ roles: array(roles) });
}

/** `/weights` */
export function weightsView(core: Core): string {
  return array(weightInfos(core).map((info) => message(WeightInfo, info)));
}

/** `/quota` */
export function quotaView(core: Core): string {
  return message(quota.QuotaStatus, quotaStatus(core.quotas));
}
