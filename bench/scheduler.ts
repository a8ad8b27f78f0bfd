import {
  decode,
  encode,
  type Offer,
  scheduler,
  type TaskInfo,
  type TaskStatus,
} from "@mesos-ts/protos";
import { HttpClient, type RecordStream } from "@mesos-ts/transport";

const PROTOBUF = "application/x-protobuf";

/** What a benchmark does with what its framework is told. */
export interface Handlers {
  offers(offers: readonly Offer[]): void;
  update(status: TaskStatus): void;
}

/** A framework over the v1 API in protobuf: subscribes, launches, acknowledges everything. */
export class BenchScheduler {
  readonly #url: string;
  readonly #handlers: Handlers;
  readonly #http = new HttpClient();
  readonly #roles: readonly string[];
  #frameworkId = { value: "" };
  #stream: RecordStream | undefined;
  #last: Promise<void> = Promise.resolve();
  refused = 0;

  constructor(master: string, handlers: Handlers, roles: readonly string[] = ["*"]) {
    this.#url = `http://${master}/api/v1/scheduler`;
    this.#handlers = handlers;
    this.#roles = roles;
  }

  /** Resolves when subscribed; events go on in the background. */
  async subscribe(): Promise<void> {
    const call: scheduler.Call = {
      type: "SUBSCRIBE",
      subscribe: {
        framework_info: {
          user: "root",
          name: "bench",
          roles: [...this.#roles],
          capabilities: [{ type: "MULTI_ROLE" }],
        },
      },
    };
    const stream = await this.#http.stream({
      url: this.#url,
      method: "POST",
      headers: { "Content-Type": PROTOBUF, Accept: PROTOBUF },
      body: encode(scheduler.Call, call),
    });
    if (stream.status !== 200) throw new Error(`not subscribed: ${stream.body}`);
    this.#stream = stream;
    const subscribed = Promise.withResolvers<void>();
    void this.#listen(stream, subscribed.resolve);
    await subscribed.promise;
  }

  launch(offer: Offer, tasks: readonly TaskInfo[], refuseSeconds = 0): void {
    this.#call({
      type: "ACCEPT",
      accept: {
        offer_ids: [offer.id],
        operations: [{ type: "LAUNCH", launch: { task_infos: [...tasks] } }],
        filters: { refuse_seconds: refuseSeconds },
      },
    });
  }

  decline(offers: readonly Offer[], refuseSeconds = 0): void {
    this.#call({
      type: "DECLINE",
      decline: {
        offer_ids: offers.map(({ id }) => id),
        filters: { refuse_seconds: refuseSeconds },
      },
    });
  }

  async teardown(): Promise<void> {
    await this.#call({ type: "TEARDOWN" });
    this.#stream?.close();
  }

  async #listen(stream: RecordStream, subscribed: () => void): Promise<void> {
    try {
      for await (const record of stream.records) {
        const event = decode(scheduler.Event, record);
        if (event.type === "SUBSCRIBED" && event.subscribed !== undefined) {
          this.#frameworkId = event.subscribed.framework_id;
          subscribed();
        } else if (event.type === "OFFERS") this.#handlers.offers(event.offers?.offers ?? []);
        else if (event.type === "UPDATE" && event.update) this.#updated(event.update.status);
      }
    } catch {
      // The master went away: the benchmark is over.
    }
  }

  #updated(status: TaskStatus): void {
    const { agent_id, uuid, task_id } = status;
    if (agent_id !== undefined && uuid !== undefined) {
      this.#call({
        type: "ACKNOWLEDGE",
        acknowledge: { agent_id, task_id, uuid: Uint8Array.from(uuid) },
      });
    }
    this.#handlers.update(status);
  }

  /** Calls leave one after the other, as a scheduler's calls must. */
  #call(call: scheduler.Call): Promise<void> {
    this.#last = this.#last.then(() => this.#send(call));
    return this.#last;
  }

  async #send(call: scheduler.Call): Promise<void> {
    try {
      const { status } = await this.#http.request({
        url: this.#url,
        method: "POST",
        headers: {
          "Content-Type": PROTOBUF,
          "Mesos-Stream-Id": this.#stream?.headers["mesos-stream-id"] ?? "",
        },
        body: encode(scheduler.Call, { ...call, framework_id: this.#frameworkId }),
      });
      if (status !== 202) this.refused++;
    } catch {
      // The master went away: the benchmark is over.
      this.refused++;
    }
  }
}

export function task(
  id: string,
  offer: Offer,
  command: string,
  cpus: number,
  mem: number,
): TaskInfo {
  return {
    name: id,
    task_id: { value: id },
    agent_id: offer.agent_id,
    command: { value: command },
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: cpus } },
      { name: "mem", type: "SCALAR", scalar: { value: mem } },
    ],
  };
}
