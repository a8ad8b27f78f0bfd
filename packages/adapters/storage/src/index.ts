/** Checkpoint files of an agent: written as Mesos writes them, read from any Mesos's agent. */

export { readBootId } from "./boot-id.ts";
export { MemoryCheckpointStore } from "./memory-checkpoint-store.ts";
export { PosixCheckpointStore } from "./posix-checkpoint-store.ts";
export { posixMetaFiles } from "./posix-meta-files.ts";
export { type AgentState, type ReadOptions, readAgentState, readMeta } from "./read-agent-state.ts";
export { staysInside } from "./safe-path.ts";
export { CheckpointError, type CheckpointStore, type MetaFiles } from "./types.ts";
export { withContainers } from "./with-containers.ts";
export { lockWorkDir, type WorkDirLock } from "./work-dir-lock.ts";
