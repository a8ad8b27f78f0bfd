import type { Buffer } from "node:buffer";
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
import { type HttpChunks, httpChunks } from "@mesos-ts/transport";
import { recordHeader } from "@mesos-ts/wire";
import type { MediaType } from "./http/media.ts";
import { pour } from "./pour.ts";

/** How long what was rendered is kept for those who ask later. */
const KEEP_RENDERED_MS = 10_000;

/** The state is looked at anew after this time even where nothing seems to have changed. */
const TRUST_MS = 1_000;

interface Latest {
  readonly version: number;
  readonly snapshot: Snapshot;
  readonly untilMs: number;
}

/** As it is sent to all who subscribe before something changes. */
interface FirstEvent {
  readonly snapshot: Snapshot;
  readonly frame: Promise<HttpChunks>;
}

export type Chunks = readonly Buffer[];

export interface DocumentSources {
  /** The state as it is now. */
  readonly snapshot: () => Snapshot;
  /** The master's own part of `/state`. */
  readonly head: () => string;
  readonly master: { readonly hostname: string; readonly cluster: string | undefined };
  /** Changes whenever the state may have changed. */
  readonly version: () => number;
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
  readonly #firstEvents = new Map<MediaType, FirstEvent>();
  /** What the lane of `/state` was made with. */
  #head: string | undefined;
  #latest: Latest | undefined;
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

  /** The first event of a stream, framed: exactly this state, for what comes after it follows. */
  firstEvent(
    captured: Snapshot,
    heartbeatSeconds: number,
    mediaType: MediaType,
  ): Promise<HttpChunks> {
    this.#keepAwhile();
    const snapshot = this.#take(captured);
    const kept = this.#firstEvents.get(mediaType);
    if (kept?.snapshot === snapshot) return kept.frame;
    const pieces = written(snapshot, { type: "event", heartbeatSeconds }, mediaType);
    const frame = pour(pieces).then(framed);
    this.#firstEvents.set(mediaType, { snapshot, frame });
    frame.catch(() => {
      if (this.#firstEvents.get(mediaType)?.frame === frame) this.#firstEvents.delete(mediaType);
    });
    return frame;
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
    clearTimeout(this.#forgetting);
    this.#forgetting = setTimeout(() => this.#forget(), KEEP_RENDERED_MS).unref();
  }

  #forget(): void {
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

function framed(chunks: Chunks): HttpChunks {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  return httpChunks([[recordHeader(length), ...chunks]]);
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
