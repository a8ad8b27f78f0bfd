import type { Acl } from "../protocol/records.ts";
import type { GroupCore, GroupEffect, GroupEvent } from "./contract.ts";
import { type GroupOutcome, GroupWatch, type MemberData } from "./group-watch.ts";
import { type LeaderInfo, parseMasterInfo } from "./master-info.ts";

export type DetectorOutcome =
  | { readonly type: "leader"; readonly leader: LeaderInfo | undefined }
  /** The first member is no master; there is no leader until that changes. */
  | { readonly type: "unreadable"; readonly text: string }
  /** The end: nothing more will be told. */
  | { readonly type: "failed"; readonly text: string };

/** The leading master: the member of the group that came first. */
export class Detector implements GroupCore<DetectorOutcome> {
  readonly #watch: GroupWatch;

  constructor(config: { readonly path: string; readonly acl: readonly Acl[] }) {
    this.#watch = new GroupWatch({ ...config, select: (members) => members.slice(0, 1) });
  }

  step(event: GroupEvent, now: number): readonly GroupEffect<DetectorOutcome>[] {
    return this.#watch
      .step(event, now)
      .flatMap((effect) => (effect.type === "outcome" ? detected(effect.outcome) : [effect]));
  }
}

function detected(outcome: GroupOutcome): GroupEffect<DetectorOutcome>[] {
  switch (outcome.type) {
    case "failed":
      return [{ type: "outcome", outcome }];
    case "members": {
      const [first] = outcome.members;
      return first === undefined ? noLeader() : leads(first);
    }
    default:
      return outcome satisfies never;
  }
}

function noLeader(): GroupEffect<DetectorOutcome>[] {
  return [
    info("Detected a new leader: None"),
    { type: "outcome", outcome: { type: "leader", leader: undefined } },
  ];
}

function leads({ member, data }: MemberData): GroupEffect<DetectorOutcome>[] {
  const detectedLine = info(`Detected a new leader: (id='${member.sequence}')`);
  const leader = parseMasterInfo(member.label, data);
  if (leader.type === "error") {
    const text = `${leader.error} (in the node '${member.name}')`;
    return [detectedLine, { type: "outcome", outcome: { type: "unreadable", text } }];
  }
  return [
    detectedLine,
    info(`A new leading master (UPID=${leader.value.pid}) is detected`),
    { type: "outcome", outcome: { type: "leader", leader: leader.value } },
  ];
}

function info(text: string): GroupEffect<never> {
  return { type: "log", level: "info", text };
}
