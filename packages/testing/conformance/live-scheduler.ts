import { decode, encode, fromJson, scheduler, toJson } from "@mesos-ts/protos";
import { HttpClient, type RecordStream } from "@mesos-ts/transport";
import { type Program, until } from "./programs.ts";
import type { Json } from "./recordings.ts";

/** How a session speaks: the same calls and events either way. */
export type Encoding = "json" | "protobuf";

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** A scheduler of the v1 API, connected to a running master; its events are kept as JSON. */
export class LiveScheduler {
  readonly events: Json[] = [];
  headers: Readonly<Record<string, string>> = {};
  streamId = "";
  frameworkId = "";
  /** Acknowledges each update as it arrives; a test may hold them back. */
  acknowledges = true;
  /** Updates that wait for their acknowledgement. */
  readonly unacknowledged: Json[] = [];
  /** Replies to the acknowledgements. */
  readonly acknowledgements: Reply[] = [];
  failure: Error | undefined;
  ended = false;
  #stream: RecordStream | undefined;
  #reading: Promise<void> = Promise.resolve();
  readonly #client = new HttpClient();
  readonly #master: Program;
  readonly #encoding: Encoding;

  constructor(master: Program, encoding: Encoding = "json") {
    this.#master = master;
    this.#encoding = encoding;
  }

  /** Subscribes and reads until the stream ends; resolves when SUBSCRIBED has come. */
  async subscribe(frameworkInfo: object, frameworkId?: string, more: object = {}): Promise<void> {
    const id = frameworkId === undefined ? {} : { framework_id: { value: frameworkId } };
    const type = this.#contentType;
    const stream = await this.#client.stream({
      url: this.#url,
      method: "POST",
      headers: { "Content-Type": type, Accept: type },
      body: this.#body({
        type: "SUBSCRIBE",
        ...id,
        subscribe: { framework_info: frameworkInfo, ...more },
      }),
    });
    if (stream.status !== 200) throw new Error(`${stream.status} ${stream.body}`);
    this.#stream = stream;
    this.headers = stream.headers;
    this.streamId = stream.headers["mesos-stream-id"] ?? "";
    this.#reading = this.#read(stream);
    await this.seen((event) => event["type"] === "SUBSCRIBED");
    this.frameworkId = this.events[0]?.["subscribed"]?.["framework_id"]?.["value"] ?? "";
  }

  /** A call as it is; the caller has put the ids in. */
  async call(body: object, streamId = this.streamId): Promise<Reply> {
    const type = this.#contentType;
    const {
      status,
      headers,
      body: text,
    } = await this.#client.request({
      url: this.#url,
      method: "POST",
      headers: { "Content-Type": type, Accept: type, "Mesos-Stream-Id": streamId },
      body: this.#body(body),
    });
    return { status, headers, text: text.toString() };
  }

  /** A call of this framework. */
  async say(type: string, rest: object = {}): Promise<Reply> {
    return this.call({ type, framework_id: { value: this.frameworkId }, ...rest });
  }

  async seen(wanted: (event: Json) => boolean, count = 1): Promise<Json> {
    await until(
      () => {
        if (this.failure !== undefined) throw this.failure;
        return this.events.filter(wanted).length >= count;
      },
      () => `${count} of ${wanted} in ${JSON.stringify(this.events).slice(-3000)}`,
    );
    return this.events.findLast(wanted) as Json;
  }

  /** Waits for a task's state; later waits for the same state want one more of them. */
  async update(taskId: string, state: string, count = 1): Promise<Json> {
    const event = await this.seen((each) => {
      const status = each["update"]?.["status"];
      return status?.["task_id"]?.["value"] === taskId && status["state"] === state;
    }, count);
    return event["update"]?.["status"] as Json;
  }

  /** The offers that are still open, oldest first. */
  openOffers(): Json[] {
    const offers = this.events.flatMap(
      (event): readonly Json[] => event["offers"]?.["offers"] ?? [],
    );
    const gone = new Set(
      this.events.map((event) => event["rescind"]?.["offer_id"]?.["value"] as string),
    );
    return offers.filter((offer) => !gone.has(idOf(offer)) && !this.#used.has(idOf(offer)));
  }

  readonly #used = new Set<string>();

  /** Notes offers as accepted or declined. */
  used(offerIds: readonly string[]): void {
    for (const id of offerIds) this.#used.add(id);
  }

  /** An open offer that satisfies, waiting for it. */
  async offer(wanted: (offer: Json) => boolean = () => true): Promise<Json> {
    await until(
      () => this.openOffers().some(wanted),
      () => `an offer with ${wanted} in ${JSON.stringify(this.openOffers())}`,
    );
    return this.openOffers().findLast(wanted) as Json;
  }

  /** Declines what is held and waits for what comes then. */
  async freshOffer(): Promise<Json> {
    const held = this.openOffers().map(idOf);
    this.used(held);
    const offer_ids = held.map((value) => ({ value }));
    await this.say("DECLINE", { decline: { offer_ids, filters: { refuse_seconds: 0 } } });
    return this.offer();
  }

  /** Launches tasks on an offer. */
  async launch(offer: Json, taskInfos: readonly object[]): Promise<Reply> {
    this.used([idOf(offer)]);
    return this.say("ACCEPT", {
      accept: {
        offer_ids: [offer["id"]],
        filters: { refuse_seconds: 0 },
        operations: [{ type: "LAUNCH", launch: { task_infos: taskInfos } }],
      },
    });
  }

  async acknowledge(status: Json): Promise<void> {
    const { agent_id, task_id, uuid } = status as Record<string, Json>;
    this.acknowledgements.push(
      await this.say("ACKNOWLEDGE", { acknowledge: { agent_id, task_id, uuid } }),
    );
  }

  /** Acknowledges what was held back, and from now on at once. */
  async acknowledgeHeld(): Promise<void> {
    this.acknowledges = true;
    for (const status of this.unacknowledged.splice(0)) await this.acknowledge(status);
  }

  /** Resolves when the master has ended the stream. */
  async end(): Promise<void> {
    await this.#reading;
  }

  close(): void {
    this.#stream?.close();
    this.#client.close();
  }

  async #read(stream: RecordStream): Promise<void> {
    try {
      for await (const record of stream.records) this.#take(this.#event(record));
    } catch (error) {
      this.failure = error as Error;
    }
    this.ended = true;
  }

  #event(record: Uint8Array): Json {
    const text =
      this.#encoding === "json"
        ? Buffer.from(record).toString()
        : toJson(scheduler.Event, decode(scheduler.Event, record));
    return JSON.parse(text) as Json;
  }

  #take(event: Json): void {
    this.events.push(event);
    const status = event["update"]?.["status"];
    if (status?.["uuid"] === undefined) return;
    if (this.acknowledges) void this.acknowledge(status).catch(() => undefined);
    else this.unacknowledged.push(status);
  }

  #body(call: object): Uint8Array | string {
    if (this.#encoding === "json") return JSON.stringify(call);
    return encode(scheduler.Call, fromJson(scheduler.Call, call));
  }

  get #contentType(): string {
    return `application/${this.#encoding === "json" ? "json" : "x-protobuf"}`;
  }

  get #url(): string {
    return `http://${this.#master.address}/api/v1/scheduler`;
  }
}

export function idOf(offer: Json): string {
  return offer["id"]?.["value"] ?? "";
}
