import type { Buffer } from "node:buffer";
import type { StreamId } from "@mesos-ts/master";
import { encode, master, scheduler, toJson } from "@mesos-ts/protos";
import {
  type EventFrames,
  EventStream,
  eventFrames,
  type ResponseWriter,
  type TransportLog,
} from "@mesos-ts/transport";
import { encodeRecord } from "@mesos-ts/wire";
import { Crowd } from "./crowd.ts";
import type { Documents, StreamFormat } from "./documents.ts";
import type { MediaType } from "./http/media.ts";
import type { Dispatch, EffectOf } from "./port.ts";

/** What a stream needs of the request that opens it. */
export interface Opening {
  readonly format: StreamFormat;
  /** For the log. */
  readonly subscriber: string;
  readonly maxBacklogBytes?: number;
}

/**
 * The event streams of schedulers and operators. Each event is an HTTP chunk of its own, as with
 * Apache Mesos: there are clients that take a chunk for an event. The socket joins what is written
 * in one turn of the event loop.
 */
export class Streams {
  readonly #dispatch: Dispatch;
  readonly #documents: Documents;
  readonly #log: TransportLog;
  readonly #streams = new Map<StreamId, Subscription>();
  readonly #crowd = new Crowd((streamIds, events) => this.#tell(streamIds, events));

  constructor(dispatch: Dispatch, documents: Documents, log: TransportLog) {
    this.#dispatch = dispatch;
    this.#documents = documents;
    this.#log = log;
  }

  /** Streams that are open. */
  get size(): number {
    return this.#streams.size;
  }

  /** Makes a stream whose events wait until its reply has begun. */
  open(streamId: StreamId, opening: Opening): Subscription {
    const subscription = new Subscription(opening, this.#log);
    this.#streams.set(streamId, subscription);
    return subscription;
  }

  /** To be called when the subscriber has gone away by itself. */
  closed(streamId: StreamId): void {
    if (this.#streams.delete(streamId)) this.#dispatch({ type: "stream-closed", streamId });
  }

  schedulerEvent({ streamId, event }: EffectOf<"scheduler-event">): void {
    const subscription = this.#streams.get(streamId);
    if (subscription === undefined) return;
    const record =
      subscription.format.mediaType === "application/json"
        ? toJson(scheduler.Event, event)
        : encode(scheduler.Event, event);
    subscription.send(encodeRecord(record));
  }

  /** The whole state is rendered while others have their turn; what happens meanwhile follows it. */
  operatorSnapshot(effect: EffectOf<"operator-snapshot">): void {
    this.#crowd.flush();
    const subscription = this.#streams.get(effect.streamId);
    if (subscription === undefined) return;
    const { format } = subscription;
    const { snapshot, heartbeatSeconds } = effect;
    subscription.begin(this.#documents.firstEvent(snapshot, heartbeatSeconds, format));
  }

  operatorEvent({ streamIds, event }: EffectOf<"operator-event">): void {
    this.#crowd.tell(streamIds, event);
  }

  /** Renders events once for each format that a subscriber wants. */
  #tell(streamIds: readonly StreamId[], events: readonly master.Event[]): void {
    const rendered = new Map<string, EventFrames>();
    for (const streamId of streamIds) {
      const subscription = this.#streams.get(streamId);
      if (subscription === undefined) continue;
      const { mediaType, encoding } = subscription.format;
      const kind = `${mediaType} ${encoding}`;
      const records = () => events.map((event) => operatorRecord(event, mediaType));
      const frames = rendered.get(kind) ?? eventFrames(records(), encoding);
      rendered.set(kind, frames);
      subscription.sendAll(frames);
    }
  }

  /** Ends a stream after what was sent to it. */
  close({ streamId }: EffectOf<"close-stream">): void {
    this.#crowd.flush();
    const subscription = this.#streams.get(streamId);
    if (subscription === undefined) return;
    this.#streams.delete(streamId);
    subscription.end();
  }
}

function operatorRecord(event: master.Event, mediaType: MediaType): Buffer {
  return encodeRecord(
    mediaType === "application/json" ? toJson(master.Event, event) : encode(master.Event, event),
  );
}

/** One subscriber's stream. */
export class Subscription {
  readonly format: StreamFormat;
  readonly #opening: Opening;
  readonly #log: TransportLog;
  /** Events from before the reply has begun, or its first event was ready. */
  #waiting: EventFrames[] = [];
  #stream: EventStream | undefined;
  #ended = false;
  /** The first event is on its way, and all others come after it. */
  #isBeginning = false;

  constructor(opening: Opening, log: TransportLog) {
    this.format = opening.format;
    this.#opening = opening;
    this.#log = log;
  }

  /** The reply has begun: what waited leaves. */
  attach(writer: ResponseWriter): void {
    const { subscriber, maxBacklogBytes } = this.#opening;
    this.#stream = new EventStream(writer, {
      subscriber,
      log: this.#log,
      encoding: this.format.encoding,
      ...(maxBacklogBytes === undefined ? {} : { maxBacklogBytes }),
    });
    this.#flush();
  }

  /** The first event takes its time. */
  begin(first: Promise<EventFrames>): void {
    this.#isBeginning = true;
    first
      .then((frames) => void this.#waiting.unshift(frames))
      .catch((cause: Error) => {
        const { subscriber } = this.#opening;
        this.#log.error(`Failed to render the state for subscriber ${subscriber}: ${cause.stack}`);
        this.#waiting = [];
        this.#ended = true;
      })
      .finally(() => {
        this.#isBeginning = false;
        this.#flush();
      });
  }

  send(frame: Buffer): void {
    if (this.#isReady()) this.#stream?.sendFrame(frame);
    else this.#waiting.push(eventFrames([frame], this.format.encoding));
  }

  sendAll(frames: EventFrames): void {
    if (this.#isReady()) this.#stream?.sendFrames(frames);
    else this.#waiting.push(frames);
  }

  end(): void {
    this.#ended = true;
    this.#flush();
  }

  #flush(): void {
    if (!this.#isReady()) return;
    for (const frames of this.#waiting.splice(0)) this.#stream?.sendFrames(frames);
    if (this.#ended) this.#stream?.end();
  }

  #isReady(): boolean {
    return this.#stream !== undefined && !this.#isBeginning;
  }
}
