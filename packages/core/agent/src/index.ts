export { Agent } from "./agent.ts";
export { findLive, hasRoot } from "./containers/directory.ts";
export { isStandalone } from "./containers/notes.ts";
export { type InputStep, inputStep } from "./containers/process-io.ts";
export { invalidContainerCall } from "./containers/validation.ts";
export { type AgentContext, executorsOf, type Phase } from "./context.ts";
export type {
  AgentConfig,
  AgentEffect,
  AgentEvent,
  Checkpoint,
  ContainerSpec,
  ExitStatus,
  LoadAverages,
  Pid,
  Probe,
  ProbeOutcome,
  RecoveredAgent,
  RecoveredContainer,
  RecoveredExecutor,
  RecoveredFramework,
  RecoveredTask,
  Reply,
  RequestId,
  StreamId,
  TimeMs,
  UsageOf,
} from "./contract.ts";
export { NOTHING_RECOVERED } from "./contract.ts";
export type { InternalMessages } from "./outbox.ts";
export type {
  OversubscriptionConfig,
  QosController,
  ResourceEstimator,
} from "./oversubscription.ts";
export { type Executor, type Framework, isTerminal, type TaskRecord } from "./state.ts";
export * from "./views/index.ts";
