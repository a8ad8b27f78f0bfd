/** What the master tells schedulers: one vocabulary, written as v1 events or v0 messages. */
import type {
  InverseOffer,
  internal,
  Offer,
  OperationStatus,
  scheduler,
  TaskStatus,
} from "@mesos-ts/protos";
import type { Pid, StreamId } from "./contract.ts";
import { type Core, NO_PID } from "./core.ts";
import { type Framework, frameworkText } from "./model.ts";

/** Seconds between heartbeats on an event stream. */
export const HEARTBEAT_SECONDS = 15;

export type Tidings =
  | { readonly type: "registered" }
  | { readonly type: "reregistered" }
  | { readonly type: "offers"; readonly offers: Offer[]; readonly pids: Pid[] }
  | { readonly type: "rescind"; readonly offerId: string }
  | {
      readonly type: "inverse-offers";
      readonly inverseOffers: InverseOffer[];
      readonly pids: Pid[];
    }
  | { readonly type: "rescind-inverse"; readonly inverseOfferId: string }
  /** `from`: the agent that waits for the acknowledgement; undefined for the master's own. */
  | {
      readonly type: "update";
      readonly update: internal.StatusUpdate;
      readonly from: Pid | undefined;
    }
  | { readonly type: "operation-update"; readonly status: OperationStatus }
  | {
      readonly type: "message";
      readonly agentId: string;
      readonly executorId: string;
      readonly data: Uint8Array;
    }
  | {
      readonly type: "executor-exited";
      readonly agentId: string;
      readonly executorId: string;
      readonly status: number;
    }
  | { readonly type: "agent-lost"; readonly agentId: string }
  | { readonly type: "error"; readonly message: string };

/** Sends to where the framework is. Says nothing to one that is nowhere. */
export function tell(core: Core, framework: Framework, tidings: Tidings): void {
  const { connection } = framework;
  switch (connection.type) {
    case "none":
      core.log(
        "WARNING",
        `Not sending ${tidings.type} to framework ${frameworkText(framework)}: it has no connection`,
      );
      return;
    case "stream": {
      if (framework.phase !== "connected") return;
      const event = toEvent(core, framework.id, tidings);
      framework.counters.event(event.type ?? "UNKNOWN");
      core.emit({ type: "scheduler-event", streamId: connection.streamId, event });
      return;
    }
    case "pid":
      framework.counters.event(eventType(tidings));
      sendMessage(core, connection.pid, framework.id, tidings);
      return;
    default:
      connection satisfies never;
  }
}

/** Refuses a stream that has no framework yet: 200, one ERROR, end. */
export function refuseStream(core: Core, streamId: StreamId, message: string): void {
  core.emit({
    type: "scheduler-event",
    streamId,
    event: { type: "ERROR", error: { message } },
  });
  core.emit({ type: "close-stream", streamId });
}

export function heartbeat(core: Core, framework: Framework, streamId: StreamId): void {
  framework.counters.event("HEARTBEAT");
  core.emit({ type: "scheduler-event", streamId, event: { type: "HEARTBEAT" } });
}

function eventType(tidings: Tidings): scheduler.Event_Type {
  switch (tidings.type) {
    case "registered":
    case "reregistered":
      return "SUBSCRIBED";
    case "offers":
      return "OFFERS";
    case "rescind":
      return "RESCIND";
    case "inverse-offers":
      return "INVERSE_OFFERS";
    case "rescind-inverse":
      return "RESCIND_INVERSE_OFFER";
    case "update":
      return "UPDATE";
    case "operation-update":
      return "UPDATE_OPERATION_STATUS";
    case "message":
      return "MESSAGE";
    case "executor-exited":
    case "agent-lost":
      return "FAILURE";
    case "error":
      return "ERROR";
    default:
      return tidings satisfies never;
  }
}

function toEvent(core: Core, frameworkId: string, tidings: Tidings): scheduler.Event {
  const type = eventType(tidings);
  switch (tidings.type) {
    case "registered":
    case "reregistered":
      return {
        type,
        subscribed: {
          framework_id: { value: frameworkId },
          heartbeat_interval_seconds: HEARTBEAT_SECONDS,
          master_info: core.info,
        },
      };
    case "offers":
      return { type, offers: { offers: tidings.offers } };
    case "rescind":
      return { type, rescind: { offer_id: { value: tidings.offerId } } };
    case "inverse-offers":
      return { type, inverse_offers: { inverse_offers: tidings.inverseOffers } };
    case "rescind-inverse":
      return {
        type,
        rescind_inverse_offer: { inverse_offer_id: { value: tidings.inverseOfferId } },
      };
    case "update":
      return { type, update: { status: statusOf(tidings.update, tidings.from) } };
    case "operation-update":
      return { type, update_operation_status: { status: tidings.status } };
    case "message":
      return {
        type,
        message: {
          agent_id: { value: tidings.agentId },
          executor_id: { value: tidings.executorId },
          data: tidings.data,
        },
      };
    case "executor-exited":
      return {
        type,
        failure: {
          agent_id: { value: tidings.agentId },
          executor_id: { value: tidings.executorId },
          status: tidings.status,
        },
      };
    case "agent-lost":
      return { type, failure: { agent_id: { value: tidings.agentId } } };
    case "error":
      return { type, error: { message: tidings.message } };
    default:
      return tidings satisfies never;
  }
}

/**
 * The status as a v1 scheduler sees it: what the update says of agent, executor and time is part
 * of it, and only an update that an agent waits for carries a UUID.
 */
function statusOf(update: internal.StatusUpdate, from: Pid | undefined): TaskStatus {
  const { uuid: _, ...status } = update.status;
  const agentId = update.agent_id ?? status.agent_id;
  const executorId = update.executor_id ?? status.executor_id;
  const acknowledged = from !== undefined && update.uuid !== undefined && update.uuid.length > 0;
  return {
    ...status,
    ...(agentId === undefined ? {} : { agent_id: agentId }),
    ...(executorId === undefined ? {} : { executor_id: executorId }),
    timestamp: update.timestamp,
    ...(acknowledged ? { uuid: update.uuid } : {}),
  };
}

function sendMessage(core: Core, to: Pid, frameworkId: string, tidings: Tidings): void {
  const framework_id = { value: frameworkId };
  switch (tidings.type) {
    case "registered":
      core.send(to, "FrameworkRegisteredMessage", { framework_id, master_info: core.info });
      return;
    case "reregistered":
      core.send(to, "FrameworkReregisteredMessage", { framework_id, master_info: core.info });
      return;
    case "offers":
      core.send(to, "ResourceOffersMessage", { offers: tidings.offers, pids: tidings.pids });
      return;
    case "rescind":
      core.send(to, "RescindResourceOfferMessage", { offer_id: { value: tidings.offerId } });
      return;
    case "inverse-offers":
      core.send(to, "InverseOffersMessage", {
        inverse_offers: tidings.inverseOffers,
        pids: tidings.pids,
      });
      return;
    case "rescind-inverse":
      core.send(to, "RescindInverseOfferMessage", {
        inverse_offer_id: { value: tidings.inverseOfferId },
      });
      return;
    case "update":
      core.send(to, "StatusUpdateMessage", { update: tidings.update, pid: tidings.from ?? NO_PID });
      return;
    case "operation-update":
      core.log(
        "WARNING",
        `Not sending an operation status to framework ${frameworkId}: drivers have no operation feedback`,
      );
      return;
    case "message":
      core.send(to, "ExecutorToFrameworkMessage", {
        agent_id: { value: tidings.agentId },
        framework_id,
        executor_id: { value: tidings.executorId },
        data: tidings.data,
      });
      return;
    case "executor-exited":
      core.send(to, "ExitedExecutorMessage", {
        agent_id: { value: tidings.agentId },
        framework_id,
        executor_id: { value: tidings.executorId },
        status: tidings.status,
      });
      return;
    case "agent-lost":
      core.send(to, "LostSlaveMessage", { agent_id: { value: tidings.agentId } });
      return;
    case "error":
      core.send(to, "FrameworkErrorMessage", { message: tidings.message });
      return;
    default:
      tidings satisfies never;
  }
}
