/** Sessions with ZooKeeper, and what Mesos does with them: groups, contenders, detectors. */
export { detectMaster } from "./detect-master.ts";
export {
  type Candidacy,
  contend,
  type DetectorListener,
  detect,
  type GroupMembership,
  type GroupOptions,
  joinGroup,
  type Stoppable,
  watchGroup,
} from "./groups.ts";
export { MemoryCoordinator } from "./memory-coordinator.ts";
export type { CreateOptions, OnChange, SessionPort, ZkResult, ZooKeeperSession } from "./port.ts";
export { type ResolveError, type ResolveOptions, resolveMaster } from "./resolve-master.ts";
export { DEFAULT_SESSION_TIMEOUT_MS, openSession, type SessionOptions } from "./tcp-session.ts";
