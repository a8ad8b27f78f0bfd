import { Buffer } from "node:buffer";
import type { RequestId, StreamId } from "@mesos-ts/master";
import { encode, master, scheduler, toJson } from "@mesos-ts/protos";
import { EventStream, type ResponseWriter, type TransportLog } from "@mesos-ts/transport";
import { encodeRecord } from "@mesos-ts/wire";
import type { MediaType } from "./http/media.ts";
import type { Dispatch, EffectOf } from "./port.ts";

/** Bytes of events that are joined before they are handed to the stream within one turn. */
const MAX_JOINED_BYTES = 1024 * 1024;

/** What a stream needs of the request that opens it. */
export interface Opening {
  readonly requestId: RequestId;
  readonly mediaType: MediaType;
  /** For the log. */
  readonly subscriber: string;
  readonly maxBacklogBytes?: number;
}

/**
 * The event streams of schedulers and operators. Events of one turn of the event loop leave in one
 * write per stream.
 */
export class Streams {
  readonly #dispatch: Dispatch;
  readonly #log: TransportLog;
  readonly #streams = new Map<StreamId, Subscription>();
  readonly #dirty: Subscription[] = [];
  #scheduled = false;

  constructor(dispatch: Dispatch, log: TransportLog) {
    this.#dispatch = dispatch;
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
      subscription.mediaType === "application/json"
        ? toJson(scheduler.Event, event)
        : encode(scheduler.Event, event);
    this.#write(subscription, encodeRecord(record));
  }

  /** Renders an event once for each encoding that a subscriber wants. */
  operatorEvent({ streamIds, event }: EffectOf<"operator-event">): void {
    const frames = new Map<MediaType, Buffer>();
    for (const streamId of streamIds) {
      const subscription = this.#streams.get(streamId);
      if (subscription === undefined) continue;
      const { mediaType } = subscription;
      const frame = frames.get(mediaType) ?? operatorFrame(event, mediaType);
      frames.set(mediaType, frame);
      this.#write(subscription, frame);
    }
  }

  /** Ends a stream after what was sent to it. */
  close({ streamId }: EffectOf<"close-stream">): void {
    const subscription = this.#streams.get(streamId);
    if (subscription === undefined) return;
    this.#streams.delete(streamId);
    subscription.end();
  }

  #write(subscription: Subscription, frame: Buffer): void {
    if (subscription.push(frame)) {
      this.#dirty.push(subscription);
      if (!this.#scheduled) {
        this.#scheduled = true;
        setImmediate(this.#flush);
      }
    }
  }

  readonly #flush = (): void => {
    this.#scheduled = false;
    for (const subscription of this.#dirty.splice(0)) subscription.flush();
  };
}

function operatorFrame(event: master.Event, mediaType: MediaType): Buffer {
  return encodeRecord(
    mediaType === "application/json" ? toJson(master.Event, event) : encode(master.Event, event),
  );
}

/** One subscriber's stream. */
export class Subscription {
  readonly mediaType: MediaType;
  readonly #opening: Opening;
  readonly #log: TransportLog;
  #frames: Buffer[] = [];
  #bytes = 0;
  #stream: EventStream | undefined;
  #ended = false;

  constructor(opening: Opening, log: TransportLog) {
    this.mediaType = opening.mediaType;
    this.#opening = opening;
    this.#log = log;
  }

  /** The reply has begun: what waited leaves. */
  attach(writer: ResponseWriter): void {
    const { subscriber, maxBacklogBytes } = this.#opening;
    this.#stream = new EventStream(writer, {
      subscriber,
      log: this.#log,
      ...(maxBacklogBytes === undefined ? {} : { maxBacklogBytes }),
    });
    if (this.#ended) this.end();
    else this.flush();
  }

  /** Takes a frame; true when it is the first since the last flush. */
  push(frame: Buffer): boolean {
    const isFirst = this.#frames.length === 0;
    this.#frames.push(frame);
    this.#bytes += frame.length;
    if (this.#bytes >= MAX_JOINED_BYTES) {
      this.flush();
      return false;
    }
    return isFirst;
  }

  flush(): void {
    if (this.#stream === undefined || this.#frames.length === 0) return;
    const [only] = this.#frames;
    const isOne = this.#frames.length === 1 && only !== undefined;
    const bytes = isOne ? only : Buffer.concat(this.#frames, this.#bytes);
    this.#frames = [];
    this.#bytes = 0;
    this.#stream.sendFrame(bytes);
  }

  end(): void {
    this.#ended = true;
    this.flush();
    this.#stream?.end();
  }
}
