export * from "./contract.ts";
export type { Core } from "./core.ts";
export { Leadership, type LeadershipOptions, type LeadershipRole } from "./leadership.ts";
export { createMaster, type Master } from "./master.ts";
export { masterInfo } from "./master-info.ts";
export {
  Registrar,
  type RegistrarHooks,
  type RegistryStore,
  type StoreOutcome,
} from "./registrar/registrar.ts";
export { RegistryBook } from "./registrar/registry-book.ts";
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
