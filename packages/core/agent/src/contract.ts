/**
 * The agent core's contract: events in, effects out.
 *
 * `Agent.step(event)` decides and returns effects as data; the runner carries them out in order
 * and completes each `checkpoint` before it starts a later effect, so what was checkpointed before
 * a `send` is on disk when the message leaves. The core has no clock and no randomness of its own.
 */
import type {
  AgentInfo,
  AgentInfo_Capability_Type,
  agent as agentApi,
  CommandInfo_URI,
  ContainerID,
  DrainConfig,
  ExecutorInfo,
  executor,
  FrameworkInfo,
  internal,
  Message,
  Operation,
  Resource,
  ResourceStatistics,
  RLimitInfo,
  Task,
  TaskInfo,
} from "@mesos-ts/protos";
import type { ReconfigurationPolicy } from "./compatibility.ts";
import type { OversubscriptionConfig } from "./oversubscription.ts";

/** Milliseconds since the epoch, with fractions. */
export type TimeMs = number;
/** A libprocess address, `id@ip:port`. */
export type Pid = string;
export type RequestId = number;
/** Names an executor's HTTP event stream. */
export type StreamId = number;

/** How a container's own process ended. */
export type ExitStatus =
  | { readonly type: "exited"; readonly code: number }
  | {
      readonly type: "signaled";
      readonly number: number;
      /** As strsignal says it: `Terminated`, `Killed`. */
      readonly description: string;
      readonly coreDumped: boolean;
    }
  /** Nobody saw it end. */
  | { readonly type: "unknown" };

/** The machine's load averages, not divided by its processors. */
export interface LoadAverages {
  readonly fiveMinutes: number;
  readonly fifteenMinutes: number;
}

/** What one probe of a check or health check found. */
export type ProbeOutcome =
  | { readonly type: "command"; readonly exitCode: number }
  | { readonly type: "http"; readonly statusCode: number }
  | { readonly type: "tcp"; readonly succeeded: boolean }
  | { readonly type: "failed"; readonly reason: string };

export type AgentEvent = {
  /** By the system's clock, which may be set at any time. */
  readonly nowMs: TimeMs;
  /** Milliseconds from any origin, never set: deadlines keep their distance by it. */
  readonly steadyMs?: TimeMs;
} /** First event; what the checkpoints and the container runtime know from before. */ & (
  | { readonly type: "start"; readonly recovered: RecoveredAgent | undefined }
  | {
      readonly type: "master-detected";
      readonly master: Pid | undefined;
      /** Of the master; undefined where whoever detects it does not know them. */
      readonly capabilities?: ReadonlySet<string>;
    }
  | {
      readonly type: "message";
      readonly from: Pid;
      readonly name: string;
      readonly message: Message;
    }
  | { readonly type: "exited"; readonly pid: Pid }
  | { readonly type: "executor-call"; readonly requestId: RequestId; readonly call: executor.Call }
  /** Calls of `/api/v1` that change something (containers, …); reads are views. */
  | { readonly type: "operator-call"; readonly requestId: RequestId; readonly call: agentApi.Call }
  /** The client of a call went away before it was answered. */
  | { readonly type: "request-closed"; readonly requestId: RequestId }
  /** The connection of LAUNCH_NESTED_CONTAINER_SESSION broke, or all was said. */
  | { readonly type: "session-closed"; readonly containerId: string }
  | { readonly type: "stream-closed"; readonly streamId: StreamId }
  | { readonly type: "container-started"; readonly containerId: string; readonly pid: number }
  /** The fetcher or the launch failed; no process runs. */
  | { readonly type: "container-failed"; readonly containerId: string; readonly reason: string }
  | { readonly type: "container-exited"; readonly containerId: string; readonly status: ExitStatus }
  | { readonly type: "probe-done"; readonly probeId: number; readonly outcome: ProbeOutcome }
  /** Fraction of the work_dir's file system in use, 0 to 1. */
  | { readonly type: "disk-usage"; readonly usage: number }
  /** What `measure-load` found; undefined: the machine does not say. */
  | { readonly type: "load"; readonly load: LoadAverages | undefined }
  | { readonly type: "path-removed"; readonly path: string; readonly error: string | undefined }
  | { readonly type: "unregister-requested" }
  | { readonly type: "wake" }
);

export type Reply =
  | { readonly type: "accepted" }
  | { readonly type: "ok"; readonly response?: agentApi.Response }
  | { readonly type: "refused"; readonly status: number; readonly text: string };

/** A change below `<work_dir>/meta`; paths are relative to it. Written as Mesos writes them. */
export type Checkpoint =
  /** One message: 4 bytes little-endian length, then the bytes; replaces the file atomically. */
  | { readonly type: "message"; readonly path: string; readonly bytes: Uint8Array }
  /** Plain text; replaces the file atomically. */
  | { readonly type: "text"; readonly path: string; readonly text: string }
  /** One more length-prefixed record at the end of a file (`task.updates`). */
  | { readonly type: "append"; readonly path: string; readonly bytes: Uint8Array }
  | { readonly type: "touch"; readonly path: string }
  | { readonly type: "mkdir"; readonly path: string }
  /** All records of a file at once; replaces it atomically. */
  | { readonly type: "records"; readonly path: string; readonly list: readonly Uint8Array[] }
  /** Takes the place of what is at `to`. */
  | { readonly type: "rename"; readonly path: string; readonly to: string }
  | { readonly type: "symlink"; readonly path: string; readonly target: string }
  | { readonly type: "remove"; readonly path: string };

/** Everything needed to start a container's process; nothing is looked up later. */
export interface ContainerSpec {
  /** A UUID; nested containers are `parent.child`. */
  readonly containerId: string;
  /** Absolute. Made, with its parents, if it is missing. */
  readonly sandbox: string;
  readonly command:
    | { readonly shell: true; readonly value: string }
    | { readonly shell: false; readonly file: string; readonly args: readonly string[] };
  readonly environment: Readonly<Record<string, string>>;
  readonly user: string | undefined;
  readonly uris: readonly CommandInfo_URI[];
  readonly rlimits: RLimitInfo | undefined;
  /** Links to make inside the sandbox before the start: volumes. Paths are absolute. */
  readonly links: readonly {
    readonly path: string;
    readonly target: string;
    readonly createTarget: boolean;
    /** A volume that nobody else uses: it is given to the task's user. */
    readonly giveTarget?: boolean;
  }[];
  /** Where the command works; default: the sandbox. */
  readonly workingFolder?: string;
  /** Others may attach to its streams, with a terminal of some size if there is one. */
  readonly interaction?: {
    readonly terminal?: { readonly rows: number; readonly columns: number };
  };
  /** Small files that the runtime keeps with the container, by name. */
  readonly notes?: Readonly<Record<string, Uint8Array>>;
}

export type Probe =
  | {
      readonly type: "command";
      readonly containerId: string;
      readonly command: ContainerSpec["command"];
      readonly environment: Readonly<Record<string, string>>;
    }
  | { readonly type: "http"; readonly url: string }
  | { readonly type: "tcp"; readonly host: string; readonly port: number };

export type AgentEffect =
  | {
      readonly type: "send";
      readonly to: Pid;
      /** The sending process id; `slave(1)` when absent. */
      readonly from?: string;
      readonly name: keyof typeof internal & string;
      readonly message: Message;
    }
  | { readonly type: "link"; readonly pid: Pid }
  | { readonly type: "unlink"; readonly pid: Pid }
  | { readonly type: "reply"; readonly requestId: RequestId; readonly reply: Reply }
  | { readonly type: "open-stream"; readonly requestId: RequestId; readonly streamId: StreamId }
  | { readonly type: "executor-event"; readonly streamId: StreamId; readonly event: executor.Event }
  | { readonly type: "close-stream"; readonly streamId: StreamId }
  | { readonly type: "checkpoint"; readonly change: Checkpoint }
  /** Make a folder (and parents) under the work_dir for a sandbox; `latest` links included. */
  | {
      readonly type: "make-sandbox";
      readonly path: string;
      readonly latest: string | undefined;
      readonly user: string | undefined;
    }
  /** Link `path` to `target`, both absolute: how a task's folder appears in its executor's. */
  | {
      readonly type: "link-path";
      readonly path: string;
      readonly target: string;
      /** The account that gets the target: a volume that nobody else uses. */
      readonly giveTo?: string;
    }
  /** Append a line to a sandbox's stderr, where Mesos's own executors would log. */
  | { readonly type: "sandbox-log"; readonly sandbox: string; readonly text: string }
  /** Fetch the URIs, then start; answered by `container-started` or `container-failed`. */
  | { readonly type: "start-container"; readonly spec: ContainerSpec }
  /** What no container here can have is asked for; answered by `container-failed` with this reason. */
  | { readonly type: "refuse-container"; readonly containerId: string; readonly reason: string }
  /** A signal to the whole process tree, or to the command alone. */
  | {
      readonly type: "signal-container";
      readonly containerId: string;
      readonly signal: number;
      readonly scope?: "tree" | "init";
    }
  /** SIGKILL to the whole tree until nothing is left; `container-exited` follows. */
  | { readonly type: "destroy-container"; readonly containerId: string }
  /** The runtime may forget an exited container. */
  | { readonly type: "forget-container"; readonly containerId: string }
  | {
      readonly type: "probe";
      readonly probeId: number;
      readonly probe: Probe;
      readonly timeoutMs: number;
    }
  | { readonly type: "remove-path"; readonly path: string }
  /** A persistent volume's folder, with its parents; it may be there already. */
  | { readonly type: "make-volume"; readonly path: string }
  /** All that is in a volume, done when the effect is: the same volume may be made again at once. */
  | { readonly type: "remove-volume"; readonly path: string; readonly keepFolder: boolean }
  | { readonly type: "measure-disk" }
  | { readonly type: "measure-load" }
  /** The sandbox shown by the files endpoints under its virtual and real paths. */
  | { readonly type: "attach-path"; readonly path: string; readonly virtualPath: string }
  | { readonly type: "detach-path"; readonly virtualPath: string }
  | { readonly type: "wake-at"; readonly atMs: TimeMs }
  /** End the program: 0 after an orderly shutdown. */
  | { readonly type: "exit"; readonly code: number; readonly text: string }
  | { readonly type: "log"; readonly level: "INFO" | "WARNING" | "ERROR"; readonly text: string };

/** What `meta/` and the container runtime hold when an agent starts again. */
export interface RecoveredAgent {
  /** Undefined when the agent never registered, or is to start as a new one. */
  readonly info: AgentInfo | undefined;
  /** The machine booted since the checkpoints were written: no process of them lives. */
  readonly rebooted: boolean;
  /** The agent was draining. */
  readonly drainConfig: DrainConfig | undefined;
  readonly frameworks: readonly RecoveredFramework[];
  /** What operations made of the resources: reservations and volumes. */
  readonly resources: readonly Resource[];
  /** What they were about to become when the agent ended, with their volumes made in part. */
  readonly targetResources: readonly Resource[] | undefined;
  /** Operations that nobody acknowledged the outcome of. */
  readonly operations: readonly Operation[];
  /** What was written of operations' statuses, by the text of the operation's UUID. */
  readonly operationUpdates: Readonly<
    Record<string, readonly internal.UpdateOperationStatusRecord[]>
  >;
  /** Containers that the runtime knows and no checkpoint mentions. */
  readonly orphans: readonly string[];
  /** Standalone containers and those nested in them, by id. */
  readonly standalone?: Readonly<Record<string, RecoveredContainer>>;
  /** Folders of earlier runs and agents that nothing needs any more: to be collected. */
  readonly leftovers: readonly string[];
  /** Checkpoints that could not be read; with `--strict` the agent must not start. */
  readonly errors: readonly string[];
}

/** What an agent finds that never ran before. */
export const NOTHING_RECOVERED: RecoveredAgent = {
  info: undefined,
  rebooted: false,
  drainConfig: undefined,
  frameworks: [],
  resources: [],
  targetResources: undefined,
  operations: [],
  operationUpdates: {},
  orphans: [],
  leftovers: [],
  errors: [],
};

export interface RecoveredFramework {
  readonly info: FrameworkInfo;
  /** `@0.0.0.0:0` for HTTP schedulers. */
  readonly pid: Pid | undefined;
  readonly executors: readonly RecoveredExecutor[];
}

export interface RecoveredExecutor {
  readonly info: ExecutorInfo;
  readonly generatedForCommandTask: boolean;
  readonly containerId: ContainerID;
  /** The run finished and was recorded as such before (`executor.sentinel`). */
  readonly completed: boolean;
  readonly sandbox: string;
  readonly forkedPid: number | undefined;
  /** Where a libprocess executor listens. */
  readonly libprocessPid: Pid | undefined;
  /** The executor speaks HTTP (`http.marker`). */
  readonly http: boolean;
  readonly tasks: readonly RecoveredTask[];
  /** What the container runtime says of the container and of those nested in it, by id. */
  readonly containers: Readonly<Record<string, RecoveredContainer>>;
}

export type RecoveredContainer = (
  | { readonly type: "running"; readonly pid: number }
  | { readonly type: "exited"; readonly status: ExitStatus }
) & {
  /** Present for containers that operators launched. */
  readonly notes?: Readonly<Record<string, Uint8Array>>;
};

export interface RecoveredTask {
  readonly info: Task;
  /** As the scheduler gave it, kept by this agent beside Mesos's `task.info`. */
  readonly taskInfo: TaskInfo | undefined;
  /** The container of its own that a group's task has, without its executor's. */
  readonly nestedId: string | undefined;
  readonly updates: readonly internal.StatusUpdateRecord[];
}

/** What an agent must know of itself and of its flags; all durations in milliseconds. */
export interface AgentConfig {
  /** Without an id: the master gives one. */
  readonly info: AgentInfo;
  readonly ip: string;
  readonly version: string;
  readonly workDir: string;
  readonly launcherDir: string;
  readonly recover: "reconnect" | "cleanup";
  readonly reconfigurationPolicy: ReconfigurationPolicy;
  readonly strict: boolean;
  readonly switchUser: boolean;
  readonly defaultUser: string;
  readonly registrationBackoffFactorMs: number;
  readonly executorRegistrationTimeoutMs: number;
  readonly executorReregistrationTimeoutMs: number;
  readonly executorReregistrationRetryIntervalMs: number | undefined;
  readonly executorShutdownGracePeriodMs: number;
  readonly recoveryTimeoutMs: number;
  readonly executorEnvironment: Readonly<Record<string, string>> | undefined;
  readonly maxCompletedExecutorsPerFramework: number;
  readonly gcDelayMs: number;
  readonly gcDiskHeadroom: number;
  readonly diskWatchIntervalMs: number;
  /** Sandboxes of nested containers that operators launched are collected as soon as they end. */
  readonly gcNonExecutorContainerSandboxes?: boolean;
  readonly features: readonly AgentInfo_Capability_Type[];
  readonly oversubscription: OversubscriptionConfig;
}

/** Resource use of a container, asked for by the views. */
export type UsageOf = (containerId: string) => ResourceStatistics | undefined;
