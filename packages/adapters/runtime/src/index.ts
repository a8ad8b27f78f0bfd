export {
  type AddressFlags,
  type DaemonAddress,
  type HostPort,
  isLoopback,
  loopbackWarning,
  NO_ADDRESS_FLAGS,
  resolveAddress,
  systemHost,
} from "./address.ts";
export { buildInfo, MESOS_VERSION } from "./build-info.ts";
export {
  type Clock,
  createManualClock,
  createSystemClock,
  type ManualClock,
  type Timer,
} from "./clock.ts";
export { beginDaemon, type Daemon } from "./daemon.ts";
export { agentFlags, type HostFolders, hostFolders } from "./definitions/agent.ts";
export { loggingFlags } from "./definitions/logging.ts";
export { masterFlags } from "./definitions/master.ts";
export { executeFlags, localFlags, resolveFlags } from "./definitions/tools.ts";
export { zookeeperFlags } from "./definitions/zookeeper.ts";
export { EventQueue } from "./event-queue.ts";
export { type CommandLine, type ProgramOptions, readCommandLine } from "./flags/command-line.ts";
export {
  type BareDefinition,
  type FlagDefinition,
  type FlagDefinitions,
  type FlagTypes,
  type FlagValues,
  type Json,
  type PathOrContent,
  refused,
  supported,
} from "./flags/definition.ts";
export { type LoadedFlags, type LoadOptions, loadFlags } from "./flags/load.ts";
export { flagsLine, flagsMap, usage } from "./flags/show.ts";
export { type ReadFile, readFlagFile } from "./flags/value.ts";
export {
  type LibprocessEnvironment,
  type RateLimit,
  readLibprocessEnvironment,
} from "./libprocess-environment.ts";
export {
  EXIT_FAILURE,
  fail,
  finish,
  handleSignals,
  type ProcessPort,
  type SignalHandlers,
  unsupportedNode,
} from "./lifecycle.ts";
export { LEVELS, type Level } from "./logging/line.ts";
export {
  createMemoryLogger,
  type Logger,
  type Logging,
  type LoggingFlagValues,
  type LoggingOptions,
  type LogText,
  logAt,
  loggingOptions,
  openLogging,
} from "./logging/logger.ts";
export {
  type MasterAddress,
  type MasterSource,
  parseMasterAddress,
  readMasterSource,
} from "./master-address.ts";
export { http, https } from "./node-http.ts";
export { createSystemRandom } from "./random-seed.ts";
export {
  type AgentFlagValues,
  type AgentSettings,
  agentSettings,
  type MasterFlagValues,
  type MasterSettings,
  masterSettings,
  parseMinAllocatable,
  type Quantities,
} from "./settings.ts";
export { prepareWorkDir } from "./work-dir.ts";
