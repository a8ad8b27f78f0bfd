export * from "./contract.ts";
export type { Core } from "./core.ts";
export { type Maintenance, maintained, maintenanceInRegistry, NO_MAINTENANCE } from "./machines.ts";
export { createMaster, type Master } from "./master.ts";
export { masterInfo } from "./master-info.ts";
export { updatedQuotas, updatedWeights, withQuotas, withWeights } from "./registry-roles.ts";
export {
  frameworksView,
  maintenanceScheduleView,
  maintenanceStatusView,
  quotaView,
  registryView,
  rolesView,
  type Surroundings,
  slavesView,
  stateSummaryView,
  stateView,
  type TaskQuery,
  tasksView,
  weightsView,
} from "./views/endpoints.ts";
export { offerConstraintsView } from "./views/offer-constraints.ts";
export { answerRead } from "./views/operator-reads.ts";
