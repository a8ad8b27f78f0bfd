import type { Buffer } from "node:buffer";
import type { MasterInfo } from "@mesos-ts/protos";
import { type Clock, EventQueue, type Logger, type Timer } from "@mesos-ts/runtime";
import {
  Detector,
  type GroupCore,
  type GroupEffect,
  type GroupEvent,
  GroupWatch,
  groupAcl,
  type LeaderInfo,
  MASTER_INFO_JSON_LABEL,
  type Member,
  Membership,
  renderMasterInfo,
  type ZkUrl,
} from "@mesos-ts/zookeeper";
import type { ZooKeeperSession } from "./port.ts";

/** Where a group is and through what it is reached. Several groups may share a session. */
export interface GroupOptions {
  readonly session: ZooKeeperSession;
  readonly url: Pick<ZkUrl, "path" | "credentials">;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Something in a group that goes on until it is stopped. */
export interface Stoppable {
  stop(): void;
}

export interface GroupMembership {
  /** Resolves with the node; rejects when there will never be one (no permission, say). */
  readonly joined: Promise<Member>;
  /** Resolves, with the reason, when it was a member and is none any more against its will. */
  readonly lost: Promise<string>;
  /** Leaves the group; resolves when the node is gone, or never came to be. */
  cancel(): Promise<void>;
}

/** Joins a group with an ephemeral sequential node that holds `data`. */
export function joinGroup(
  options: GroupOptions,
  node: { readonly data: Buffer; readonly label?: string },
): GroupMembership {
  const joined = Promise.withResolvers<Member>();
  const lost = Promise.withResolvers<string>();
  const cancelled = Promise.withResolvers<void>();
  const core = new Membership({
    path: options.url.path,
    acl: groupAcl(options.url.credentials),
    label: node.label,
    data: node.data,
  });
  const run = runGroup(core, options, (outcome, stop) => {
    if (outcome.type !== "joined") {
      stop();
      cancelled.resolve();
    }
    switch (outcome.type) {
      case "joined":
        return joined.resolve(outcome.member);
      case "lost":
        return lost.resolve(outcome.reason);
      case "cancelled":
        return joined.reject(new Error("The membership was cancelled"));
      case "failed":
        return joined.reject(new Error(outcome.text));
      default:
        return outcome satisfies never;
    }
  });
  // Whoever is not interested in the end must not be ended by it.
  joined.promise.catch(() => undefined);
  const cancel = (): Promise<void> => {
    run.push({ type: "cancel" });
    return cancelled.promise;
  };
  return { joined: joined.promise, lost: lost.promise, cancel };
}

/** Tells who is in a group, whenever it changes: the data of its members, in their order. */
export function watchGroup(
  options: GroupOptions,
  onMembers: (datas: readonly string[]) => void,
  onFailure: (text: string) => void,
): Stoppable {
  const { path, credentials } = options.url;
  const core = new GroupWatch({ path, acl: groupAcl(credentials), select: (members) => members });
  return runGroup(core, options, (outcome) => {
    if (outcome.type === "failed") onFailure(outcome.text);
    else onMembers(outcome.members.map(({ data }) => data.toString()));
  });
}

export interface Candidacy {
  /** Resolves when the node is there: from now on the master may be elected. */
  readonly candidacy: Promise<Member>;
  readonly lost: Promise<string>;
  withdraw(): Promise<void>;
}

/** Stands for election. A candidacy that was lost is over: contend again for another. */
export function contend(options: GroupOptions, info: MasterInfo): Candidacy {
  const node = { data: renderMasterInfo(info), label: MASTER_INFO_JSON_LABEL };
  const { joined, lost, cancel } = joinGroup(options, node);
  options.logger.info("Joining the ZK group");
  void joined.then(
    ({ sequence }) =>
      options.logger.info(
        `New candidate (id='${sequence}') has entered the contest for leadership`,
      ),
    () => undefined,
  );
  return { candidacy: joined, lost, withdraw: cancel };
}

export interface DetectorListener {
  /** The leader has changed; undefined: there is none. Not called before one was seen. */
  readonly onLeader: (leader: LeaderInfo | undefined) => void;
  /** Mesos's text. `final`: nothing more will be told; otherwise the next leader may be better. */
  readonly onError: (text: string, final: boolean) => void;
}

/** Tells who leads, whenever it changes. */
export function detect(options: GroupOptions, listener: DetectorListener): Stoppable {
  const { path, credentials } = options.url;
  const core = new Detector({ path, acl: groupAcl(credentials) });
  return runGroup(core, options, (outcome) => {
    switch (outcome.type) {
      case "leader":
        return listener.onLeader(outcome.leader);
      case "unreadable":
      case "failed":
        return listener.onError(outcome.text, outcome.type === "failed");
      default:
        return outcome satisfies never;
    }
  });
}

interface Running extends Stoppable {
  push(event: GroupEvent): void;
}

/** Carries out what a group's core decides, through a session. */
function runGroup<O>(
  core: GroupCore<O>,
  { session, clock, logger }: GroupOptions,
  tell: (outcome: O, stop: () => void) => void,
): Running {
  const events = new EventQueue<GroupEvent>("ZooKeeper group");
  let timer: Timer | undefined;
  const stopListening = session.onState((state) => events.push({ type: "state", state }));
  const stop = (): void => {
    stopListening();
    timer?.cancel();
    events.close();
  };
  const perform = (effect: GroupEffect<O>): void => {
    switch (effect.type) {
      case "request": {
        const { id } = effect;
        session.submit(
          effect.request,
          (outcome) => events.push({ type: "answer", id, outcome }),
          (event) => events.push({ type: "watch", id, event }),
        );
        return;
      }
      case "wake-at":
        timer?.cancel();
        timer =
          effect.at === undefined
            ? undefined
            : clock.setTimer(effect.at - clock.monotonic(), () => events.push({ type: "timer" }));
        return;
      case "log":
        return logger[effect.level](effect.text);
      case "outcome":
        return tell(effect.outcome, stop);
      default:
        return effect satisfies never;
    }
  };
  events.open({ type: "state", state: session.state }, (event) => {
    for (const effect of core.step(event, clock.monotonic())) perform(effect);
  });
  return { push: (event) => events.push(event), stop };
}
