import type { ClientRequest, Outcome, SessionState, WatchEvent } from "../client/contract.ts";
import { ERROR_CODE, PERM } from "../protocol/constants.ts";
import { type Acl, ANYONE, AUTH_IDS, OPEN_ACL } from "../protocol/records.ts";

/** What a session tells those who use it for a group. */
export type GroupEvent =
  | { readonly type: "state"; readonly state: SessionState }
  | { readonly type: "answer"; readonly id: number; readonly outcome: Outcome }
  | { readonly type: "watch"; readonly id: number; readonly event: WatchEvent }
  | { readonly type: "timer" }
  | { readonly type: "cancel" };

/** `O`: what a membership, or somebody who watches a group, has to say. */
export type GroupEffect<O> =
  | { readonly type: "request"; readonly id: number; readonly request: ClientRequest }
  /** Replaces the time asked for before; undefined for none. */
  | { readonly type: "wake-at"; readonly at: number | undefined }
  | { readonly type: "log"; readonly level: "info" | "warning"; readonly text: string }
  | { readonly type: "outcome"; readonly outcome: O };

/** `step(event) → effects`, with the time in milliseconds. */
export interface GroupCore<O> {
  step(event: GroupEvent, now: number): readonly GroupEffect<O>[];
}

/** One node of a group, `json.info_0000000007`. */
export interface Member {
  readonly name: string;
  /** `json.info`; undefined for a name that is digits only. */
  readonly label: string | undefined;
  readonly sequence: number;
}

const MAX_SEQUENCE = 2 ** 31 - 1;

/** The member that a child of a group is; undefined for a child that is none, `log_replicas`. */
export function parseMember(name: string): Member | undefined {
  const match = /^(?:(.+)_)?(-?\d+)$/.exec(name);
  if (match === null) return undefined;
  const sequence = Number(match[2]);
  if (Math.abs(sequence) > MAX_SEQUENCE) return undefined;
  return { name, label: match[1], sequence };
}

/** Who came first is first. */
export function bySequence(a: Member, b: Member): number {
  return a.sequence - b.sequence || (a.name < b.name ? -1 : 1);
}

const EVERYONE_READS_CREATOR_ALL: readonly Acl[] = [
  { perms: PERM.read, id: ANYONE },
  { perms: PERM.all, id: AUTH_IDS },
];

/** Who may do what with the nodes of a group: everybody, unless its members have credentials. */
export function groupAcl(credentials: string | undefined): readonly Acl[] {
  return credentials === undefined ? OPEN_ACL : EVERYONE_READS_CREATOR_ALL;
}

/** Failed for now, and worth another try in the same session or in the next one. */
export function isRetryable(code: number): boolean {
  return (
    waitsForConnection(code) ||
    code === ERROR_CODE.OPERATIONTIMEOUT ||
    code === ERROR_CODE.REQUESTTIMEOUT ||
    code === ERROR_CODE.SESSIONMOVED ||
    code === ERROR_CODE.THROTTLEDOP
  );
}

/** The session's next state says when to try again; no clock is needed. */
export function waitsForConnection(code: number): boolean {
  return code === ERROR_CODE.CONNECTIONLOSS || code === ERROR_CODE.SESSIONEXPIRED;
}
