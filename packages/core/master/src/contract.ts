/**
 * The master core's contract: events in, effects out.
 *
 * `Master.step(event)` decides and returns effects as data; the runner in the program carries them
 * out in order. A `persist` is carried out before any later effect of the same or a later step
 * that depends on it: the core itself waits for `persisted` before it acts on the outcome. The
 * core has no clock: each event says what time it is; `wake-at` asks for a `wake` event.
 */
import type { AllocatorConfig, RegexLimits } from "@mesos-ts/allocator";
import type {
  DrainConfig,
  internal,
  MachineID,
  Message,
  maintenance,
  master,
  quota,
  registry,
  scheduler,
  WeightInfo,
} from "@mesos-ts/protos";
import type { RemovalRate } from "./removals.ts";
import type { Snapshot } from "./views/snapshot.ts";
import type { StateCall } from "./views/state-envelope.ts";

/** Milliseconds since the epoch, with fractions. */
export type TimeMs = number;

/** A libprocess address, `id@ip:port`. */
export type Pid = string;

/** Names a reply that the transport owes to somebody. Opaque to the core. */
export type RequestId = number;

/** The `Mesos-Stream-Id` of a scheduler's or operator's event stream: a UUID made by the core. */
export type StreamId = string;

export type MasterEvent = {
  /** By the system's clock, which may be set at any time. */
  readonly nowMs: TimeMs;
  /** From the same origin as `nowMs` at the start, but never set: alarms go by it. Absent: `nowMs`. */
  readonly steadyMs?: TimeMs;
} /** Elected and recovered: `registry` is what the registry held, absent when it was new. */ & (
  | {
      readonly type: "start";
      readonly registry?: registry.Registry | undefined;
      /** When the process began, if that was earlier. */
      readonly startedMs?: TimeMs;
    }
  /** A libprocess message, decoded. `name` is its full protobuf name. */
  | {
      readonly type: "message";
      readonly from: Pid;
      /** The process it was sent to: `master`, or `slave-observer(3)`. */
      readonly to: string;
      readonly name: string;
      readonly message: Message;
    }
  /** A linked peer's connection broke. */
  | { readonly type: "exited"; readonly pid: Pid }
  /** A decoded and media-checked call to `/api/v1/scheduler`. */
  | {
      readonly type: "scheduler-call";
      readonly requestId: RequestId;
      readonly call: scheduler.Call;
      /** The `Mesos-Stream-Id` header as it came. */
      readonly streamId: StreamId | undefined;
      readonly principal: string | undefined;
    }
  /** A decoded call to `/api/v1` that changes something or subscribes; reads are views. */
  | {
      readonly type: "operator-call";
      readonly requestId: RequestId;
      readonly call: master.Call;
      readonly principal: string | undefined;
    }
  /** `POST /teardown`. */
  | { readonly type: "teardown"; readonly requestId: RequestId; readonly frameworkId: string }
  /** `DELETE /quota/<role>`; `path` is the whole path, for refusals. */
  | {
      readonly type: "remove-quota";
      readonly requestId: RequestId;
      readonly role: string;
      readonly path: string;
    }
  /** The agents of `--whitelist`, by hostname, when they are known and when they change. */
  | { readonly type: "whitelist"; readonly hostnames: readonly string[] }
  /** The peer closed an event stream, or it broke. */
  | { readonly type: "stream-closed"; readonly streamId: StreamId }
  | { readonly type: "persisted"; readonly persistId: number; readonly ok: boolean }
  | { readonly type: "wake" }
);

/** What the transport answers to a call. */
export type Reply =
  | { readonly type: "accepted" }
  | {
      readonly type: "ok";
      readonly response?: master.Response;
      readonly scheduler?: scheduler.Response;
    }
  /** GET_STATE and its parts: written from the state as it is when the writing begins. */
  | { readonly type: "state"; readonly call: StateCall }
  | {
      readonly type: "refused";
      readonly status: 400 | 401 | 403 | 404 | 409 | 500 | 501 | 503;
      readonly text: string;
    };

/** A change of the registry, as one value: the in-memory or replicated registry applies it. */
export type RegistryOperation =
  | { readonly type: "admit-agent"; readonly info: registry.Registry_Slave["info"] }
  | { readonly type: "update-agent"; readonly info: registry.Registry_Slave["info"] }
  | { readonly type: "remove-agent"; readonly agentId: string }
  | {
      readonly type: "mark-unreachable";
      readonly info: registry.Registry_Slave["info"];
      readonly atMs: TimeMs;
    }
  | { readonly type: "mark-reachable"; readonly info: registry.Registry_Slave["info"] }
  | { readonly type: "mark-gone"; readonly agentId: string; readonly atMs: TimeMs }
  | {
      readonly type: "prune";
      readonly unreachable: readonly string[];
      readonly gone: readonly string[];
    }
  /** An empty config ends the quota of its role. */
  | { readonly type: "update-quota"; readonly configs: readonly quota.QuotaConfig[] }
  | { readonly type: "update-weights"; readonly weights: readonly WeightInfo[] }
  | MaintenanceOperation
  /** Of admitted and unreachable agents: */
  | { readonly type: "drain-agent"; readonly agentId: string; readonly config: DrainConfig }
  | { readonly type: "mark-drained"; readonly agentId: string }
  | { readonly type: "deactivate-agent"; readonly agentId: string }
  | { readonly type: "reactivate-agent"; readonly agentId: string };

/** A change of the maintenance schedule or of the mode of machines; `maintained` applies it. */
export type MaintenanceOperation =
  | { readonly type: "update-schedule"; readonly schedule: maintenance.Schedule }
  | { readonly type: "start-maintenance"; readonly machines: readonly MachineID[] }
  | { readonly type: "stop-maintenance"; readonly machines: readonly MachineID[] };

export type MasterEffect =
  /** A libprocess message from `master` (or `from`, e.g. `slave-observer(3)`) to a peer. */
  | {
      readonly type: "send";
      readonly to: Pid;
      readonly from?: string;
      readonly name: keyof typeof internal & string;
      readonly message: Message;
    }
  /** Keep a connection to the peer and report when it breaks. */
  | { readonly type: "link"; readonly pid: Pid }
  | { readonly type: "unlink"; readonly pid: Pid }
  | { readonly type: "reply"; readonly requestId: RequestId; readonly reply: Reply }
  /** Answer a SUBSCRIBE with 200 and keep the reply open as an event stream. */
  | { readonly type: "open-stream"; readonly requestId: RequestId; readonly streamId: StreamId }
  | {
      readonly type: "scheduler-event";
      readonly streamId: StreamId;
      readonly event: scheduler.Event;
    }
  /** The first event of an operator's stream, SUBSCRIBED; what comes after it is no part of it. */
  | {
      readonly type: "operator-snapshot";
      readonly streamId: StreamId;
      readonly snapshot: Snapshot;
      readonly heartbeatSeconds: number;
    }
  | {
      readonly type: "operator-event";
      readonly streamIds: readonly StreamId[];
      readonly event: master.Event;
    }
  | { readonly type: "close-stream"; readonly streamId: StreamId }
  | { readonly type: "persist"; readonly persistId: number; readonly operation: RegistryOperation }
  /** At this time at the latest, by `steadyMs`, a `wake` event. A later `wake-at` replaces an earlier one. */
  | { readonly type: "wake-at"; readonly atMs: TimeMs }
  /** This master must not go on: the process ends with this last word. */
  | { readonly type: "end"; readonly reason: string }
  | { readonly type: "log"; readonly level: "INFO" | "WARNING" | "ERROR"; readonly text: string };

/** What a master must know of itself and of its flags; all durations in milliseconds. */
export interface MasterConfig extends AllocatorConfig {
  /** For the regular expressions of offer constraints. */
  readonly regexLimits: RegexLimits;
  /** The master's id, a random UUID per start. */
  readonly id: string;
  readonly ip: string;
  readonly port: number;
  readonly hostname: string;
  readonly version: string;
  readonly offerTimeoutMs: number | undefined;
  readonly agentPingTimeoutMs: number;
  readonly maxAgentPingTimeouts: number;
  readonly agentReregisterTimeoutMs: number;
  /** Undefined: as fast as they are due. */
  readonly agentRemovalRate: RemovalRate | undefined;
  /** Share (0 to 1) of the recovered agents that may be marked unreachable after a failover. */
  readonly recoveryAgentRemovalLimit: number;
  readonly maxCompletedFrameworks: number;
  readonly maxCompletedTasksPerFramework: number;
  readonly maxUnreachableTasksPerFramework: number;
  readonly maxOperatorEventStreamSubscribers: number;
  readonly registryGcIntervalMs: number;
  readonly registryMaxAgentAgeMs: number;
  readonly registryMaxAgentCount: number;
  readonly requireAgentDomain: boolean;
  readonly publishPerFrameworkMetrics: boolean;
  readonly rootSubmissions: boolean;
  /** `undefined`: any role. */
  readonly roleWhitelist: readonly string[] | undefined;
}
