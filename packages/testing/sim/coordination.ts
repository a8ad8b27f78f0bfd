import type { Random } from "@mesos-ts/base";
import type { MasterInfo } from "@mesos-ts/protos";
import {
  ClientSession,
  Detector,
  type GroupCore,
  type GroupEffect,
  type GroupEvent,
  groupAcl,
  type LeaderInfo,
  MASTER_INFO_JSON_LABEL,
  Membership,
  type MembershipOutcome,
  renderMasterInfo,
  type SessionEffect,
  type SessionEvent,
  type SessionState,
} from "@mesos-ts/zookeeper";
import type { CoordinatorNode } from "./coordinator-node.ts";
import { Violation } from "./history.ts";
import type { Network } from "./network.ts";
import type { World } from "./world.ts";

const PATH = "/mesos";
const CREDENTIALS = "mesos:secret";
const ACL = groupAcl(CREDENTIALS);
/** What programs ask for: `--zk_session_timeout`. */
const SESSION_TIMEOUTS_MS = [10_000, 20_000, 30_000] as const;
const LENGTH_BYTES = 4;

/** Where programs find each other. */
export interface Coordination {
  readonly world: World;
  readonly network: Network;
  readonly coordinator: CoordinatorNode;
  readonly random: Random;
}

/** A membership or a detector, and who waits for what it says. */
interface Group {
  step(event: GroupEvent): void;
}

/**
 * One program's session with the coordinator, as in production: the real session, contender and
 * detector, over a fake network. It belongs to one life of the program.
 */
export class CoordinatorClient {
  readonly #host: string;
  readonly #scene: Coordination;
  readonly #session: ClientSession;
  readonly #groups: Group[] = [];
  readonly #questions = new Map<number, { readonly group: Group; readonly id: number }>();
  #state: SessionState = { type: "connecting" };
  #hangUp: () => void = () => {};
  #send: (frame: Buffer) => void = () => {};
  #connection: number | undefined;
  #lastQuestion = 0;
  #wakes = 0;
  #isOver = false;
  readonly #turns: (() => void)[] = [];
  #isTurning = false;

  constructor(scene: Coordination, host: string) {
    this.#scene = scene;
    this.#host = host;
    const sessionTimeoutMs = scene.random.pick(SESSION_TIMEOUTS_MS);
    const random = scene.random.fork(host);
    this.#session = new ClientSession(
      { sessionTimeoutMs, credentials: CREDENTIALS, chroot: "" },
      random,
    );
    this.#step({ type: "start" });
  }

  /** Tells who leads, as far as can be known here. */
  detect(tell: (leader: LeaderInfo | undefined) => void): void {
    this.#join(new Detector({ path: PATH, acl: ACL }), (outcome) => {
      if (outcome.type === "leader") return tell(outcome.leader);
      throw new Violation(`election: ${this.#host} cannot detect a master: ${outcome.text}`);
    });
  }

  /** Stands for election, once. */
  contend(info: MasterInfo, tell: (outcome: MembershipOutcome) => void): void {
    const data = renderMasterInfo(info);
    const label = MASTER_INFO_JSON_LABEL;
    this.#join(new Membership({ path: PATH, acl: ACL, label, data }), tell);
  }

  /** The program ends in order, and takes its leave; what comes of it nobody hears any more. */
  close(): void {
    this.#groups.length = 0;
    this.#questions.clear();
    this.#step({ type: "close" });
    this.die();
  }

  /** The program is gone. */
  die(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#hangUp();
  }

  #join<O>(core: GroupCore<O>, tell: (outcome: O) => void): void {
    let wakes = 0;
    const run = (effect: GroupEffect<O>): void => {
      switch (effect.type) {
        case "request": {
          const id = ++this.#lastQuestion;
          this.#questions.set(id, { group, id: effect.id });
          return this.#step({ type: "request", id, request: effect.request });
        }
        case "wake-at": {
          const wake = ++wakes;
          const { at } = effect;
          if (at === undefined) return;
          return this.#scene.world.after(at - this.#scene.world.nowMs, () => {
            if (wake === wakes) this.#inTurn(() => group.step({ type: "timer" }));
          });
        }
        case "log":
          return this.#note(effect.text);
        case "outcome":
          return tell(effect.outcome);
        default:
          return effect satisfies never;
      }
    };
    const group: Group = {
      step: (event) => {
        for (const effect of core.step(event, this.#scene.world.nowMs)) {
          if (!this.#isOver) run(effect);
        }
      },
    };
    this.#groups.push(group);
    this.#inTurn(() => group.step({ type: "state", state: this.#state }));
  }

  #step(event: SessionEvent): void {
    this.#inTurn(() => {
      for (const effect of this.#session.step(event, this.#scene.world.nowMs)) {
        if (!this.#isOver) this.#run(effect);
      }
    });
  }

  /** One thing after the other: what a step leads to is done when the step is over. */
  #inTurn(turn: () => void): void {
    this.#turns.push(turn);
    if (this.#isTurning) return;
    this.#isTurning = true;
    for (let next = this.#turns.shift(); next !== undefined; next = this.#turns.shift()) {
      if (!this.#isOver) next();
    }
    this.#isTurning = false;
  }

  #run(effect: SessionEffect): void {
    switch (effect.type) {
      case "resolve": {
        const [host = "", port = ""] = this.#scene.coordinator.name.split(":");
        return this.#step({ type: "resolved", addresses: [{ host, port: Number(port) }] });
      }
      case "connect":
        return this.#connect(effect.connection);
      case "send":
        if (effect.connection === this.#connection) this.#send(effect.frame);
        return;
      case "disconnect":
        if (effect.connection === this.#connection) this.#hangUp();
        return;
      case "wake-at": {
        const wake = ++this.#wakes;
        const { at } = effect;
        if (at === undefined) return;
        return this.#scene.world.after(at - this.#scene.world.nowMs, () => {
          if (wake === this.#wakes) this.#step({ type: "timer" });
        });
      }
      case "answer":
        return this.#tell(effect.id, (id) => ({ type: "answer", id, outcome: effect.outcome }));
      case "watch":
        return this.#tell(effect.id, (id) => ({ type: "watch", id, event: effect.event }));
      case "state":
        this.#state = effect.state;
        this.#inTurn(() => {
          for (const group of this.#groups) group.step({ type: "state", state: effect.state });
        });
        return;
      case "log":
        return this.#note(effect.text);
      default:
        return effect satisfies never;
    }
  }

  #tell(question: number, event: (id: number) => GroupEvent): void {
    const asked = this.#questions.get(question);
    if (asked !== undefined) this.#inTurn(() => asked.group.step(event(asked.id)));
  }

  /** Both directions fail on their own. */
  #connect(connection: number): void {
    const { network, coordinator, world } = this.#scene;
    this.#connection = connection;
    const disconnected = (): void =>
      this.#step({ type: "disconnected", connection, reason: "the connection broke" });
    if (!coordinator.alive) {
      world.after(1, disconnected);
      return;
    }
    const down = network.stream(coordinator.name, this.#host, disconnected);
    let accepted: number | undefined;
    const up = network.stream(this.#host, coordinator.name, () => {
      if (accepted !== undefined) coordinator.hungUp(accepted);
    });
    up.send(() => {
      accepted = coordinator.accept({
        address: this.#host.split(":")[0] ?? "",
        opened: () => down.send(() => this.#step({ type: "opened", connection })),
        receive: (frame) => down.send(() => this.#step({ type: "received", connection, frame })),
        closed: () => down.send(disconnected),
      });
    });
    this.#send = (frame) =>
      up.send(() => {
        if (accepted !== undefined) coordinator.receive(accepted, frame.subarray(LENGTH_BYTES));
      });
    this.#hangUp = () =>
      up.send(() => {
        if (accepted !== undefined) coordinator.hungUp(accepted);
      });
  }

  #note(text: string): void {
    this.#scene.world.note(() => `${this.#host}: zk: ${text}`);
  }
}
