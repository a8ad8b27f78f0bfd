import type { World } from "./world.ts";

/** Somebody who wants to know who leads. */
export interface Watcher<M> {
  readonly name: string;
  /** Is told of each change that it can see, in its own time. */
  leaderChanged(leader: M | undefined): void;
}

/** A candidate; `name` is its host. */
export interface Candidate {
  readonly name: string;
  readonly alive: boolean;
  /** Counts its lives. */
  readonly life: number;
  /** It presumes that its session is gone. */
  sessionLost(): void;
}

interface Session<M> {
  readonly candidate: M;
  /** The candidate's life that contended: another one does not lead by it. */
  readonly life: number;
  /** Since when the coordinator has heard nothing. */
  silentSinceMs: number | undefined;
}

interface View<M> {
  readonly watcher: Watcher<M>;
  leader: M | undefined;
  /** Cut off from the coordinator since then. */
  cutSinceMs: number | undefined;
}

export const SESSION_TIMEOUT_MS = 10_000;
/** How far clocks and schedules of coordinator and clients are apart. */
const SKEW_MS = 2_000;
const LONGEST_CUT_MS = 40_000;
const NOTICED_MS = 500;

/**
 * The coordination service, as masters, agents and schedulers see it: sessions that expire, an
 * order of candidates, and news that reach everybody late and not at the same time.
 */
export class Election<M extends Candidate> {
  readonly #world: World;
  readonly #views = new Map<string, View<M>>();
  /** In the order in which they contended. */
  readonly #sessions: Session<M>[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  /** Who leads in truth. */
  get leader(): M | undefined {
    const [first] = this.#sessions;
    return first?.life === first?.candidate.life ? first?.candidate : undefined;
  }

  watch(watcher: Watcher<M>): void {
    this.#views.set(watcher.name, { watcher, leader: undefined, cutSinceMs: undefined });
  }

  /** What a host believes. */
  seenBy(host: string): M | undefined {
    return this.#views.get(host)?.leader;
  }

  contend(candidate: M): void {
    if (this.#sessionOf(candidate) !== undefined) return;
    this.#sessions.push({ candidate, life: candidate.life, silentSinceMs: undefined });
    this.#world.note(() => `election: ${candidate.name} contends`);
    this.#tell();
  }

  /** The session ends at once (`in order`), or when the coordinator misses the candidate. */
  left(candidate: M, how: "in order" | "silently"): void {
    const session = this.#sessionOf(candidate);
    if (session === undefined) return;
    if (how === "in order") this.#expire(session);
    else this.#silent(session);
  }

  /** Cuts a host off from the coordinator for a while. */
  cut(host: string): void {
    const view = this.#views.get(host);
    if (view === undefined || view.cutSinceMs !== undefined) return;
    this.#world.note(() => `election: ${host} is cut off`);
    const sinceMs = this.#world.nowMs;
    view.cutSinceMs = sinceMs;
    const session = this.#sessionAt(host);
    if (session !== undefined) this.#silent(session);
    this.#world.after(SESSION_TIMEOUT_MS + this.#world.between(-SKEW_MS, SKEW_MS), () => {
      if (view.cutSinceMs !== sinceMs) return;
      this.#show(view, undefined);
      if (session?.candidate.alive === true) session.candidate.sessionLost();
    });
    this.#world.after(this.#world.between(100, LONGEST_CUT_MS), () => this.#reconnect(view));
  }

  heal(): void {
    for (const view of this.#views.values()) this.#reconnect(view);
  }

  #reconnect(view: View<M>): void {
    if (view.cutSinceMs === undefined) return;
    view.cutSinceMs = undefined;
    const session = this.#sessionAt(view.watcher.name);
    if (session?.candidate.alive === true) session.silentSinceMs = undefined;
    this.#tell();
  }

  /** The session of its present life. */
  #sessionOf(candidate: M): Session<M> | undefined {
    return this.#sessions.find(
      (each) => each.candidate === candidate && each.life === candidate.life,
    );
  }

  #sessionAt(host: string): Session<M> | undefined {
    return this.#sessions.find(
      ({ candidate, life }) => candidate.name === host && life === candidate.life,
    );
  }

  #silent(session: Session<M>): void {
    const sinceMs = this.#world.nowMs;
    session.silentSinceMs ??= sinceMs;
    this.#world.after(SESSION_TIMEOUT_MS, () => {
      if (session.silentSinceMs === sinceMs) this.#expire(session);
    });
  }

  #expire(session: Session<M>): void {
    const index = this.#sessions.indexOf(session);
    if (index < 0) return;
    this.#sessions.splice(index, 1);
    this.#world.note(() => `election: the session of ${session.candidate.name} is over`);
    this.#tell();
  }

  #tell(): void {
    for (const view of this.#views.values()) {
      this.#world.after(this.#world.between(0, NOTICED_MS), () => {
        if (view.cutSinceMs === undefined) this.#show(view, this.leader);
      });
    }
  }

  #show(view: View<M>, leader: M | undefined): void {
    if (view.leader === leader) return;
    view.leader = leader;
    view.watcher.leaderChanged(leader);
  }
}
