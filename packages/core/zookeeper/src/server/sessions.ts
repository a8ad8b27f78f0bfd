/**
 * When sessions expire. As in ZooKeeper they do so in groups, at multiples of a tick, so that a
 * sign of life costs nothing most of the time.
 */
export class SessionTracker {
  readonly #tickMs: number;
  /** When each session expires unless it is heard of, on the clock that never jumps. */
  readonly #expiries = new Map<bigint, { timeoutMs: number; at: number }>();
  readonly #groups = new Map<number, Set<bigint>>();

  constructor(tickMs: number) {
    this.#tickMs = tickMs;
  }

  get size(): number {
    return this.#expiries.size;
  }

  has(id: bigint): boolean {
    return this.#expiries.has(id);
  }

  /** A new session, or one with another timeout. */
  track(id: bigint, timeoutMs: number, now: number): void {
    this.#move(id, timeoutMs, this.#groupAt(now + timeoutMs));
  }

  /** A sign of life. */
  touch(id: bigint, now: number): void {
    const expiry = this.#expiries.get(id);
    if (expiry === undefined) return;
    const at = this.#groupAt(now + expiry.timeoutMs);
    if (at > expiry.at) this.#move(id, expiry.timeoutMs, at);
  }

  remove(id: bigint): void {
    const expiry = this.#expiries.get(id);
    if (expiry === undefined) return;
    this.#expiries.delete(id);
    const group = this.#groups.get(expiry.at);
    group?.delete(id);
    if (group?.size === 0) this.#groups.delete(expiry.at);
  }

  /** Sessions of which nothing was heard for too long. */
  expired(now: number): readonly { readonly id: bigint; readonly timeoutMs: number }[] {
    return [...this.#groups]
      .filter(([at]) => at <= now)
      .flatMap(([, ids]) => [...ids])
      .map((id) => ({ id, timeoutMs: this.#expiries.get(id)?.timeoutMs ?? 0 }));
  }

  /** The groups by the time at which they expire. */
  groups(): readonly (readonly [number, ReadonlySet<bigint>])[] {
    return [...this.#groups].sort(([a], [b]) => a - b);
  }

  #groupAt(time: number): number {
    return (Math.floor(time / this.#tickMs) + 1) * this.#tickMs;
  }

  #move(id: bigint, timeoutMs: number, at: number): void {
    this.remove(id);
    this.#expiries.set(id, { timeoutMs, at });
    const group = this.#groups.get(at);
    if (group === undefined) this.#groups.set(at, new Set([id]));
    else group.add(id);
  }
}
