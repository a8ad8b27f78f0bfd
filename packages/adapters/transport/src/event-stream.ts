import type { Buffer } from "node:buffer";
import { encodeRecord } from "@mesos-ts/wire";
import { EMPTY_CHECKSUM, GZIP_HEADER, gzipTrailer } from "./compression.ts";
import { type EventFrames, eventFrames, type StreamEncoding } from "./event-frames.ts";
import type { ResponseWriter } from "./http-types.ts";
import { MAX_STREAM_BACKLOG_BYTES } from "./limits.ts";
import type { TransportLog } from "./log.ts";

export type EventStreamOptions = {
  /** Names the subscriber in logs. */
  readonly subscriber: string;
  readonly log: TransportLog;
  /** Unsent bytes above which the next event disconnects the subscriber. Default `MAX_STREAM_BACKLOG_BYTES`. */
  readonly maxBacklogBytes?: number;
  /** The reply's headers have to say so. Default `identity`. */
  readonly encoding?: StreamEncoding;
};

/**
 * A RecordIO stream of events to one subscriber. It never waits: a subscriber that does not read
 * is disconnected when its backlog passes the limit. Heartbeats are the caller's.
 */
export class EventStream {
  readonly #writer: ResponseWriter;
  readonly #options: EventStreamOptions;
  readonly #maxBacklogBytes: number;
  readonly #encoding: StreamEncoding;
  /** Of all that was sent, where the encoding wants it at the end. */
  #checksum = EMPTY_CHECKSUM;
  #open = true;

  constructor(writer: ResponseWriter, options: EventStreamOptions) {
    this.#writer = writer;
    this.#options = options;
    this.#encoding = options.encoding ?? "identity";
    if (this.#encoding === "gzip") writer.write(GZIP_HEADER);
    this.#maxBacklogBytes = options.maxBacklogBytes ?? MAX_STREAM_BACKLOG_BYTES;
    writer.onClose(() => {
      this.#open = false;
    });
  }

  get open(): boolean {
    return this.#open;
  }

  /** Bytes that the subscriber has not taken yet. */
  get backlog(): number {
    return this.#writer.buffered;
  }

  /** Sends one event, serialised. False when the stream is closed or this closed it. */
  send(event: Uint8Array | string): boolean {
    return this.sendFrame(encodeRecord(event));
  }

  /** Sends an event that is framed already (`encodeRecord`), to share it between subscribers. */
  sendFrame(frame: Buffer): boolean {
    if (this.#encoding === "gzip") return this.sendFrames(eventFrames([frame], "gzip"));
    if (!this.#hasRoom()) return false;
    this.#writer.write(frame);
    return true;
  }

  /** Sends several events that are framed already, in the encoding of this stream. */
  sendFrames({ chunks, checksum }: EventFrames): boolean {
    if (!this.#hasRoom()) return false;
    this.#writer.writeChunks(chunks);
    if (this.#encoding === "gzip") this.#checksum = checksum(this.#checksum);
    return true;
  }

  /** Asked before writing: one event, such as a whole state, may be larger than the limit. */
  #hasRoom(): boolean {
    if (!this.#open) return false;
    if (this.#writer.buffered <= this.#maxBacklogBytes) return true;
    this.#options.log.warn(
      `Disconnecting subscriber ${this.#options.subscriber}: it has not read ` +
        `${this.#writer.buffered} bytes of events (limit ${this.#maxBacklogBytes})`,
    );
    this.#open = false;
    this.#writer.destroy();
    return false;
  }

  /** Runs `listener` once when the stream is over, whoever ended it. */
  onClose(listener: () => void): void {
    this.#writer.onClose(listener);
  }

  /** Ends the stream in order: the subscriber sees everything sent and then the end. */
  end(): void {
    if (this.#open && this.#encoding === "gzip") this.#writer.write(gzipTrailer(this.#checksum));
    this.#open = false;
    this.#writer.end();
  }
}
