export { isContainerId, isNestedIn } from "./container-id.ts";
export type { FetchUri } from "./fetch-uri.ts";
export { type FetchRequest, type FetchResult, fetchUris } from "./fetcher.ts";
export {
  MemoryContainerizer,
  type MemoryOptions,
  MemoryProcesses,
  type MemoryTimers,
} from "./memory-containerizer.ts";
export { interpretCommand, type MemoryProgram } from "./memory-program.ts";
export { PosixContainerizer, type PosixOptions } from "./posix-containerizer.ts";
export {
  type CommandProbe,
  type CommandProbeResult,
  type HttpProbe,
  type HttpProbeResult,
  probeCommand,
  probeHttp,
  probeTcp,
  type TcpProbe,
  type TcpProbeResult,
} from "./probes.ts";
export { describeSignal, describeStatus, signalName, signalNumber } from "./status.ts";
export * from "./types.ts";
export { lookupUser, type User } from "./users.ts";
