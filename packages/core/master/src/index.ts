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
export { validateOperatorCall } from "./validation/operator-call.ts";
export {
  maintenanceScheduleView,
  maintenanceStatusView,
  quotaView,
  rolesView,
  type Surroundings,
  weightsView,
} from "./views/endpoints.ts";
export { offerConstraintsView } from "./views/offer-constraints.ts";
export { answerRead } from "./views/operator-reads.ts";
export type { Pieces } from "./views/pieces.ts";
export { forgetRendered, type Snapshot, sameSnapshot, snapshotOf } from "./views/snapshot.ts";
export { getStateBytes } from "./views/state-bytes.ts";
export {
  frameworksDocument,
  slavesDocument,
  stateDocument,
  stateHead,
} from "./views/state-document.ts";
export type { StateCall, StateEnvelope } from "./views/state-envelope.ts";
export { getStateJson } from "./views/state-json.ts";
export { stateSummaryDocument } from "./views/state-summary.ts";
export { type TaskQuery, tasksDocument } from "./views/tasks-document.ts";
