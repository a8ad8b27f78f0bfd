import { decode, encode, type FrameworkInfo, type internal, scheduler } from "@mesos-ts/protos";
import type { Cluster } from "./cluster.ts";
import { CoordinatorClient } from "./coordination.ts";
import type { MasterNode } from "./master-node.ts";
import type { Host } from "./network.ts";
import type { Line, ScriptedScheduler } from "./scheduler.ts";

/** A scheduler that speaks the v1 API over HTTP. */
export class HttpLine implements Line, Host {
  readonly alive = true;
  readonly hasFeedback = true;
  readonly #cluster: Cluster;
  readonly name: string;
  readonly #scheduler: ScriptedScheduler;
  /** Its newest subscription; what older ones still bring is not listened to. */
  #attempt = 0;
  #streamId: string | undefined;
  #sinceMs = 0;
  #leader: MasterNode | undefined;

  constructor(cluster: Cluster, host: string, scripted: ScriptedScheduler) {
    this.#cluster = cluster;
    this.name = host;
    this.#scheduler = scripted;
  }

  start(): void {
    new CoordinatorClient(this.#cluster, this.name).detect((leader) => {
      this.#leader = this.#cluster.masterAt(leader?.pid);
      this.#attempt++;
      this.#scheduler.disconnected();
    });
  }

  subscribe(framework: FrameworkInfo): void {
    const attempt = ++this.#attempt;
    this.#sinceMs = this.#cluster.world.nowMs;
    this.#streamId = undefined;
    const call: scheduler.Call = {
      type: "SUBSCRIBE",
      subscribe: { framework_info: framework },
      ...(framework.id === undefined ? {} : { framework_id: framework.id }),
    };
    this.#send(
      call,
      (streamId) => {
        if (attempt !== this.#attempt) return;
        this.#streamId = streamId;
      },
      attempt,
    );
  }

  call(call: scheduler.Call): void {
    this.#send(call, () => {}, this.#attempt);
  }

  hangUp(): void {
    this.#attempt++;
    this.#streamId = undefined;
    const leader = this.#leader;
    if (leader !== undefined) this.#cluster.network.break(this.name, leader.name);
  }

  broken(peer: string, atMs: number): void {
    if (peer !== this.#leader?.name || this.#sinceMs > atMs) return;
    // What is still on its way over a broken connection never arrives.
    this.#attempt++;
    this.#scheduler.disconnected();
  }

  #send(call: scheduler.Call, opened: (streamId: string) => void, attempt: number): void {
    const { network } = this.#cluster;
    const master = this.#leader;
    if (master === undefined) {
      this.#scheduler.disconnected();
      return;
    }
    const bytes = encode(scheduler.Call, call);
    const streamId = call.type === "SUBSCRIBE" ? undefined : this.#streamId;
    let hasArrived = false;
    network.send(this.name, master.name, () => {
      // Two subscriptions would be two connections, of which this scheduler has made one.
      if (hasArrived && call.type === "SUBSCRIBE") return;
      hasArrived = true;
      master.call(decode(scheduler.Call, bytes), streamId, {
        host: this.name,
        opened: (id) => {
          opened(id);
          master.stream(id, {
            host: this.name,
            receive: (event) => this.#receive(event, attempt),
            closed: () => {
              if (attempt === this.#attempt) this.#scheduler.disconnected();
            },
          });
        },
        refused: () => {
          if (call.type === "SUBSCRIBE") this.#scheduler.disconnected();
        },
      });
    });
  }

  #receive(event: scheduler.Event, attempt: number): void {
    if (attempt !== this.#attempt) return;
    this.#scheduler.receive(decode(scheduler.Event, encode(scheduler.Event, event)));
  }
}

/** A scheduler that speaks libprocess, as those of the Java and C++ drivers do. */
export class PidLine implements Line, Host {
  readonly alive = true;
  readonly hasFeedback = false;
  readonly name: string;
  readonly pid: string;
  #sinceMs = 0;
  /** Its connection broke and it has not asked to be registered again. */
  #stale = false;
  #leader: MasterNode | undefined;
  readonly #cluster: Cluster;
  readonly #scheduler: ScriptedScheduler;

  constructor(cluster: Cluster, host: string, scripted: ScriptedScheduler) {
    this.#cluster = cluster;
    this.#scheduler = scripted;
    this.name = host;
    this.pid = `scheduler(1)@${host}`;
  }

  start(): void {
    new CoordinatorClient(this.#cluster, this.name).detect((leader) => {
      this.#leader = this.#cluster.masterAt(leader?.pid);
      this.#stale = true;
      this.#scheduler.disconnected();
    });
  }

  subscribe(framework: FrameworkInfo): void {
    this.#sinceMs = this.#cluster.world.nowMs;
    this.#stale = false;
    this.#send({
      type: "SUBSCRIBE",
      subscribe: { framework_info: framework, force: false },
      framework_id: framework.id,
    });
  }

  call(call: scheduler.Call): void {
    this.#send(call);
  }

  hangUp(): void {
    const leader = this.#leader;
    if (leader !== undefined) this.#cluster.network.break(this.name, leader.name);
  }

  broken(peer: string, atMs: number): void {
    if (peer !== this.#leader?.name || this.#sinceMs > atMs) return;
    this.#stale = true;
    this.#scheduler.disconnected();
  }

  /** What does not come from the leader is not listened to. */
  receive(from: MasterNode, name: string, message: object): void {
    const event = eventOf(name, message);
    if (event !== undefined && !this.#stale && from === this.#leader)
      this.#scheduler.receive(event);
  }

  #send(call: object): void {
    const leader = this.#leader;
    if (leader !== undefined) {
      this.#cluster.toMaster(this.pid, leader.pid, "mesos.scheduler.Call", call);
    }
  }
}

function eventOf(name: string, message: object): scheduler.Event | undefined {
  switch (name) {
    case "mesos.internal.FrameworkRegisteredMessage":
    case "mesos.internal.FrameworkReregisteredMessage": {
      const { framework_id } = message as internal.FrameworkRegisteredMessage;
      return { type: "SUBSCRIBED", subscribed: { framework_id } };
    }
    case "mesos.internal.ResourceOffersMessage": {
      const { offers } = message as internal.ResourceOffersMessage;
      return { type: "OFFERS", offers: offers === undefined ? {} : { offers } };
    }
    case "mesos.internal.StatusUpdateMessage": {
      const { update, pid } = message as internal.StatusUpdateMessage;
      const { uuid: _, ...status } = update.status;
      const acknowledged = update.uuid !== undefined && pid !== undefined && pid !== "";
      return {
        type: "UPDATE",
        update: { status: acknowledged ? { ...status, uuid: update.uuid } : status },
      };
    }
    case "mesos.internal.FrameworkErrorMessage": {
      const text = (message as internal.FrameworkErrorMessage).message;
      return { type: "ERROR", error: { message: text } };
    }
    default:
      return undefined;
  }
}
