import {
  getStateBytes,
  getStateJson,
  type Pieces,
  type Snapshot,
  type StateCall,
  type StateEnvelope,
  sameSnapshot,
  stateDocument,
  stateSummaryDocument,
} from "@mesos-ts/master";
import {
  type Chunks,
  type EventFrames,
  firstEventFrames,
  type StreamEncoding,
} from "@mesos-ts/transport";
import { recordHeader } from "@mesos-ts/wire";
import type { MediaType } from "./http/media.ts";
import { pour } from "./pour.ts";

/** How long whole replies are kept for those who ask later. */
const KEEP_REPLIES_MS = 10_000;
/** How long what they are made of is kept. */
const KEEP_RENDERED_MS = 600_000;

/** The state is looked at anew after this time even where nothing seems to have changed. */
const TRUST_MS = 1_000;

/** What a stream's events are written as. */
export interface StreamFormat {
  readonly mediaType: MediaType;
  readonly encoding: StreamEncoding;
}

interface Latest {
  readonly version: number;
  readonly snapshot: Snapshot;
  readonly untilMs: number;
}

/** As it is sent to all who subscribe before something changes. */
interface FirstEvent {
  readonly snapshot: Snapshot;
  readonly frames: Promise<EventFrames>;
}

export interface DocumentSources {
  /** The state as it is now. */
  readonly snapshot: () => Snapshot;
  /** The master's own part of `/state`. */
  readonly head: () => string;
  readonly master: { readonly hostname: string; readonly cluster: string | undefined };
  /** Changes whenever the state may have changed. */
  readonly version: () => number;
  /** Lets go of all that was rendered. */
  readonly forget: () => void;
  /** A reply was made of what was rendered for an earlier one. */
  readonly onCacheHit: () => void;
}

/**
 * The replies that show the whole state: rendered a little at a time, and once for all who ask
 * between two changes. Who asks while an older state is being rendered waits for the next one,
 * together with all others who do.
 */
export class Documents {
  readonly #sources: DocumentSources;
  readonly #lanes = new Map<string, Lane>();
  readonly #firstEvents = new Map<string, FirstEvent>();
  /** What the lane of `/state` was made with. */
  #head: string | undefined;
  #latest: Latest | undefined;
  #droppingReplies: NodeJS.Timeout | undefined;
  #forgetting: NodeJS.Timeout | undefined;

  constructor(sources: DocumentSources) {
    this.#sources = sources;
  }

  /** `/state`. */
  state(): Promise<Chunks> {
    const head = this.#sources.head();
    if (head !== this.#head) this.#lanes.delete("state");
    this.#head = head;
    return this.#render("state", (snapshot) => stateDocument(head, snapshot));
  }

  /** `/state-summary`. */
  stateSummary(): Promise<Chunks> {
    const { master } = this.#sources;
    return this.#render("summary", (snapshot) => stateSummaryDocument(master, snapshot));
  }

  /** GET_STATE and its parts. */
  getState(call: StateCall, mediaType: MediaType): Promise<Chunks> {
    return this.#render(`${call} ${mediaType}`, (snapshot) =>
      written(snapshot, { type: "response", call }, mediaType),
    );
  }

  /** A reply that is not kept: a selection, or a part that nobody else asks for. */
  once(pieces: Pieces): Promise<Chunks> {
    this.#keepAwhile();
    return pour(pieces);
  }

  /** The first event of a stream, framed: exactly this state, for what comes after it follows. */
  firstEvent(
    captured: Snapshot,
    heartbeatSeconds: number,
    { mediaType, encoding }: StreamFormat,
  ): Promise<EventFrames> {
    this.#keepAwhile();
    const snapshot = this.#take(captured);
    const kind = `${mediaType} ${encoding}`;
    const kept = this.#firstEvents.get(kind);
    if (kept?.snapshot === snapshot) return kept.frames;
    const pieces = written(snapshot, { type: "event", heartbeatSeconds }, mediaType);
    const frames = pour(pieces).then((chunks) =>
      firstEventFrames([recordHeader(chunks.length), ...chunks.pieces], encoding),
    );
    this.#firstEvents.set(kind, { snapshot, frames });
    frames.catch(() => {
      if (this.#firstEvents.get(kind)?.frames === frames) this.#firstEvents.delete(kind);
    });
    return frames;
  }

  #render(kind: string, write: (snapshot: Snapshot) => Pieces): Promise<Chunks> {
    const lane = this.#lane(kind);
    const rendered = lane.latest(() => this.#now(), write);
    if (rendered.isHit) this.#sources.onCacheHit();
    return rendered.chunks;
  }

  #lane(kind: string): Lane {
    this.#keepAwhile();
    const lane = this.#lanes.get(kind) ?? new Lane();
    this.#lanes.set(kind, lane);
    return lane;
  }

  #keepAwhile(): void {
    clearTimeout(this.#droppingReplies);
    this.#droppingReplies = setTimeout(() => this.#dropReplies(), KEEP_REPLIES_MS).unref();
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => this.#sources.forget(), KEEP_RENDERED_MS).unref();
  }

  #dropReplies(): void {
    this.#lanes.clear();
    this.#firstEvents.clear();
    this.#latest = undefined;
  }

  #now(): Snapshot {
    const latest = this.#latest;
    const isFresh = latest?.version === this.#sources.version();
    return isFresh && performance.now() < latest.untilMs
      ? latest.snapshot
      : this.#take(this.#sources.snapshot());
  }

  /** The snapshot that replies were made of already, if it shows the same as this one of now. */
  #take(captured: Snapshot): Snapshot {
    const latest = this.#latest?.snapshot;
    const isKnown = latest !== undefined && sameSnapshot(latest, captured);
    const snapshot = isKnown ? latest : captured;
    const version = this.#sources.version();
    this.#latest = { version, snapshot, untilMs: performance.now() + TRUST_MS };
    return snapshot;
  }
}

function written(snapshot: Snapshot, envelope: StateEnvelope, mediaType: MediaType): Pieces {
  return mediaType === "application/json"
    ? getStateJson(snapshot, envelope)
    : getStateBytes(snapshot, envelope);
}

interface Rendering {
  readonly snapshot: Snapshot;
  readonly chunks: Promise<Chunks>;
  isDone: boolean;
}

/** One kind of reply: one rendering at a time, and the last one kept. */
class Lane {
  #rendering: Rendering | undefined;
  #next: Promise<Chunks> | undefined;

  latest(
    now: () => Snapshot,
    write: (snapshot: Snapshot) => Pieces,
  ): { readonly isHit: boolean; readonly chunks: Promise<Chunks> } {
    const current = this.#rendering;
    const snapshot = now();
    if (current?.snapshot === snapshot) return { isHit: true, chunks: current.chunks };
    if (current === undefined || current.isDone) {
      return { isHit: false, chunks: this.#begin(snapshot, write) };
    }
    const isHit = this.#next !== undefined;
    this.#next ??= current.chunks.then(
      () => this.#continue(now, write),
      () => this.#continue(now, write),
    );
    return { isHit, chunks: this.#next };
  }

  #continue(now: () => Snapshot, write: (snapshot: Snapshot) => Pieces): Promise<Chunks> {
    this.#next = undefined;
    return this.latest(now, write).chunks;
  }

  #begin(snapshot: Snapshot, write: (snapshot: Snapshot) => Pieces): Promise<Chunks> {
    const rendering: Rendering = { snapshot, chunks: pour(write(snapshot)), isDone: false };
    this.#rendering = rendering;
    rendering.chunks.then(
      () => {
        rendering.isDone = true;
      },
      () => {
        // Whoever asks next may have more luck.
        if (this.#rendering === rendering) this.#rendering = undefined;
      },
    );
    return rendering.chunks;
  }
}
