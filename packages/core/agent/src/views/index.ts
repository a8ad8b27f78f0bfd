export {
  type ContainerFilter,
  type ContainerView,
  containerIds,
  containersJson,
  containerViews,
  invalidContainerFilter,
  pendingJson,
  statisticsJson,
} from "./containers.ts";
export { agentMetrics } from "./metrics.ts";
export { type OperatorExtras, operatorRead } from "./operator.ts";
export { type StateExtras, stateJson } from "./state.ts";
