import { err } from "@mesos-ts/base";
import type { Clock, Timer } from "@mesos-ts/runtime";
import {
  type ClientRequest,
  ERROR_CODE,
  EVENT_TYPE,
  type Outcome,
  type SessionState,
} from "@mesos-ts/zookeeper";
import { type Change, MemoryTree } from "./memory-tree.ts";
import { withOperations } from "./operations.ts";
import { Pending } from "./pending.ts";
import type { OnChange, SessionPort, ZooKeeperSession } from "./port.ts";

type WatchKind = "data" | "child";

interface Watch {
  readonly kind: WatchKind;
  readonly path: string;
  readonly id: number;
}

/** Something that is on its way to a client. */
type Delivery =
  | { readonly type: "answer"; readonly id: number; readonly outcome: Outcome }
  | { readonly type: "watch"; readonly id: number; readonly change: Change };

/**
 * The twin of ZooKeeper: one server in memory, whose sessions can be cut off and expired at will.
 * Everything takes its turn on the clock, so a manual clock plays any history.
 */
export class MemoryCoordinator {
  readonly #clock: Clock;
  readonly #tree: MemoryTree;
  readonly #sessions = new Map<ZooKeeperSession, MemorySession>();
  #lastSessionId = 0n;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#tree = new MemoryTree(
      () => clock.now(),
      (change) => {
        for (const session of this.#sessions.values()) session.fire(change);
      },
    );
  }

  openSession(options: { readonly sessionTimeoutMs: number }): ZooKeeperSession {
    const server = {
      apply: (request: ClientRequest, sessionId: bigint) => this.#tree.apply(request, sessionId),
      newSessionId: () => {
        this.#lastSessionId += 1n;
        return this.#lastSessionId;
      },
      endSession: (sessionId: bigint) => this.#tree.endSession(sessionId),
    };
    const twin = new MemorySession(server, this.#clock, options.sessionTimeoutMs);
    const session = withOperations(twin);
    this.#sessions.set(session, twin);
    return session;
  }

  /** The client loses the server: answers under way are lost, though the requests were done. */
  partition(session: ZooKeeperSession): void {
    this.#sessions.get(session)?.partition();
  }

  /** The client's requests are carried out, but no word comes back; `heal` or `partition` ends it. */
  mute(session: ZooKeeperSession): void {
    this.#sessions.get(session)?.mute();
  }

  /** The client finds the server again, in its old session if that still lives. */
  heal(session: ZooKeeperSession): void {
    this.#sessions.get(session)?.heal();
  }

  /** The server ends the session; a client that is connected is told. */
  expire(session: ZooKeeperSession): void {
    this.#sessions.get(session)?.expireByServer();
  }
}

interface Server {
  apply(request: ClientRequest, sessionId: bigint): Outcome;
  newSessionId(): bigint;
  endSession(sessionId: bigint): void;
}

class MemorySession implements SessionPort {
  readonly #server: Server;
  readonly #clock: Clock;
  readonly #timeoutMs: number;
  readonly #pending = new Pending();
  readonly #listeners = new Set<(state: SessionState) => void>();
  #state: SessionState = { type: "connecting" };
  #sessionId: bigint | undefined;
  #reachable = true;
  #muted = false;
  #held: { readonly id: number; readonly request: ClientRequest }[] = [];
  #deliveries: Delivery[] = [];
  #watches: Watch[] = [];
  #expiry: Timer | undefined;

  constructor(server: Server, clock: Clock, timeoutMs: number) {
    this.#server = server;
    this.#clock = clock;
    this.#timeoutMs = timeoutMs;
    this.#soon(() => this.#connect());
  }

  get state(): SessionState {
    return this.#state;
  }

  submit(request: ClientRequest, done: (outcome: Outcome) => void, changed?: OnChange): void {
    const id = this.#pending.add(request, done, changed);
    if (this.#state.type === "closed") return this.#refuse(id, ERROR_CODE.SESSIONEXPIRED);
    if (this.#state.type === "connected") this.#carryOut(id, request);
    else this.#held.push({ id, request });
  }

  onState(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    if (this.#state.type === "closed") return;
    this.#reachable = false;
    this.#endSession();
    this.#loseAnswers(ERROR_CODE.SESSIONEXPIRED);
    this.#refuseHeld();
    this.#change({ type: "closed" });
  }

  partition(): void {
    this.#reachable = false;
    if (this.#state.type !== "connected") return;
    const { sessionId } = this.#state;
    this.#change({ type: "suspended", sessionId });
    this.#loseAnswers(ERROR_CODE.CONNECTIONLOSS);
    this.#expiry = this.#clock.setTimer(this.#timeoutMs, () => this.#expire(true));
  }

  mute(): void {
    this.#muted = true;
  }

  heal(): void {
    if (this.#state.type === "closed") return;
    this.#reachable = true;
    this.#muted = false;
    this.#soon(() => this.#connect());
  }

  expireByServer(): void {
    if (this.#state.type === "connected") this.#expire(false);
    else this.#forgetOnServer();
  }

  /** One-shot, and before any answer that shows the change. */
  fire(change: Change): void {
    const fired = this.#watches.filter(
      (watch) => watch.path === change.path && ends(watch, change),
    );
    this.#watches = this.#watches.filter((watch) => !fired.includes(watch));
    for (const { id } of fired) this.#deliver({ type: "watch", id, change });
  }

  #connect(): void {
    if (!this.#reachable || this.#state.type === "connected" || this.#state.type === "closed")
      return;
    this.#expiry?.cancel();
    // The server ended the session while nobody could be told.
    if (this.#state.type === "suspended" && this.#sessionId === undefined) this.#expire(false);
    this.#sessionId ??= this.#server.newSessionId();
    this.#change({ type: "connected", sessionId: this.#sessionId });
    const held = this.#held;
    this.#held = [];
    for (const { id, request } of held) this.#carryOut(id, request);
    this.#soon(() => this.#deliverNext());
  }

  #carryOut(id: number, request: ClientRequest): void {
    const outcome = this.#server.apply(request, this.#sessionId ?? 0n);
    this.#deliver({ type: "answer", id, outcome });
    if (!("watch" in request) || !request.watch) return;
    const kind = request.op === "getChildren" ? "child" : "data";
    if (outcome.type === "ok" || request.op === "exists") {
      this.#watches.push({ kind, path: request.path, id });
    }
  }

  #deliver(delivery: Delivery): void {
    this.#deliveries.push(delivery);
    this.#soon(() => this.#deliverNext());
  }

  #deliverNext(): void {
    if (this.#state.type !== "connected" || this.#muted) return;
    const delivery = this.#deliveries.shift();
    if (delivery?.type === "answer") this.#pending.answer(delivery.id, delivery.outcome);
    if (delivery?.type === "watch") this.#pending.fire(delivery.id, delivery.change);
    if (this.#deliveries.length > 0) this.#soon(() => this.#deliverNext());
  }

  /** What was answered stays answered on the server; the client never hears it. */
  #loseAnswers(code: number): void {
    const lost = this.#deliveries.filter((delivery) => delivery.type === "answer");
    this.#deliveries = this.#deliveries.filter((delivery) => delivery.type === "watch");
    for (const { id } of lost) {
      this.#watches = this.#watches.filter((watch) => watch.id !== id);
      this.#refuse(id, code);
    }
  }

  #expire(presumed: boolean): void {
    const sessionId = "sessionId" in this.#state ? this.#state.sessionId : 0n;
    this.#endSession();
    this.#loseAnswers(ERROR_CODE.SESSIONEXPIRED);
    this.#refuseHeld();
    this.#deliveries = [];
    this.#pending.forgetWatches();
    this.#change({ type: "expired", sessionId, presumed });
    this.#change({ type: "connecting" });
    this.#soon(() => this.#connect());
  }

  #endSession(): void {
    this.#expiry?.cancel();
    this.#forgetOnServer();
  }

  #forgetOnServer(): void {
    const sessionId = this.#sessionId;
    this.#sessionId = undefined;
    this.#watches = [];
    if (sessionId !== undefined) this.#server.endSession(sessionId);
  }

  #refuseHeld(): void {
    const held = this.#held;
    this.#held = [];
    for (const { id } of held) this.#refuse(id, ERROR_CODE.SESSIONEXPIRED);
  }

  #refuse(id: number, code: number): void {
    this.#pending.answer(id, err({ code, text: "The memory coordinator is not there" }));
  }

  #change(state: SessionState): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state);
  }

  #soon(action: () => void): void {
    this.#clock.setTimer(0, action);
  }
}

function ends({ kind }: Watch, { type }: Change): boolean {
  switch (type) {
    case EVENT_TYPE.nodeDeleted:
      return true;
    case EVENT_TYPE.nodeChildrenChanged:
      return kind === "child";
    default:
      return kind === "data";
  }
}
