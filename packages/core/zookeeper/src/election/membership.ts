import { Buffer } from "node:buffer";
import type { ZkError } from "../client/contract.ts";
import { CREATE_MODE, ERROR_CODE } from "../protocol/constants.ts";
import { baseName } from "../protocol/path.ts";
import type { Acl } from "../protocol/records.ts";
import {
  bySequence,
  type GroupCore,
  type GroupEffect,
  type GroupEvent,
  isRetryable,
  type Member,
  parseMember,
} from "./contract.ts";
import { Conversation } from "./conversation.ts";

export interface MembershipConfig {
  readonly path: string;
  readonly label: string | undefined;
  readonly data: Buffer;
  readonly acl: readonly Acl[];
}

export type MembershipOutcome =
  | { readonly type: "joined"; readonly member: Member }
  /** It was a member and is none any more, without having wished so. */
  | { readonly type: "lost"; readonly reason: string }
  /** As wished; `removed` is false if there was no node. */
  | { readonly type: "cancelled"; readonly removed: boolean }
  /** It never was a member and will not be one. */
  | { readonly type: "failed"; readonly text: string };

/**
 * One member of a group: an ephemeral sequential node, for as long as it is there.
 *
 * A creation whose answer was lost with the connection may have happened. Before another try the
 * node is looked for: it is the one of this session, with this label and these data. (Two
 * memberships of one session in one group must differ in label or data.)
 */
export class Membership implements GroupCore<MembershipOutcome> {
  readonly #config: MembershipConfig;
  readonly #talk: Conversation<MembershipOutcome>;
  #member: Member | undefined;
  #watching = false;
  /** Whether a node may be there that no answer has named. */
  #uncertain = false;
  #cancelling = false;
  #ended = false;

  constructor(config: MembershipConfig) {
    this.#config = config;
    this.#talk = new Conversation({
      onConnected: () => this.#proceed(),
      onExpired: () => this.#expired(),
      onEnd: (text) => this.#fail(text),
      onFailure: (text) => this.#fail(text),
    });
  }

  step(event: GroupEvent, now: number): readonly GroupEffect<MembershipOutcome>[] {
    if (this.#ended) return [];
    return this.#talk.step(event, now, () => this.#cancel());
  }

  /** The next thing to do, from whatever is known. */
  #proceed(): void {
    if (this.#ended) return;
    if (this.#uncertain) return this.#search();
    if (this.#member === undefined) {
      return this.#cancelling ? this.#end({ type: "cancelled", removed: false }) : this.#create();
    }
    if (this.#cancelling) return this.#remove(this.#member);
    if (!this.#watching) this.#watch(this.#member);
  }

  #create(): void {
    const { path, label, data, acl } = this.#config;
    const { flag } = CREATE_MODE.ephemeralSequential;
    const prefix = label === undefined ? "" : `${label}_`;
    this.#talk.ask(
      { op: "create", path: `${path}/${prefix}`, data, acl, flags: flag },
      {
        answered: (response) => this.#joined(baseName(response.path)),
        again: () => this.#proceed(),
        refused: (error) => this.#notCreated(error),
      },
    );
  }

  /** True if the refusal leads on. */
  #notCreated({ code }: ZkError): boolean {
    if (code === ERROR_CODE.NONODE) {
      const proceed = () => this.#proceed();
      this.#talk.createPath(this.#config.path, this.#config.acl, proceed, proceed);
      return true;
    }
    if (isRetryable(code)) this.#uncertain = true;
    return false;
  }

  /** The server may lag behind the one that was asked to create the node. */
  #search(): void {
    this.#talk.ask(
      { op: "sync", path: this.#config.path },
      { answered: () => this.#list(), again: () => this.#proceed() },
    );
  }

  #list(): void {
    const { path, label } = this.#config;
    this.#talk.ask(
      { op: "getChildren", path, watch: false },
      {
        answered: ({ children }) => {
          const candidates = children
            .map(parseMember)
            .filter((member) => member !== undefined)
            .filter((member) => member.label === label)
            .sort(bySequence);
          this.#inspect(candidates);
        },
        again: () => this.#proceed(),
        refused: ({ code }) => {
          if (code !== ERROR_CODE.NONODE) return false;
          this.#foundNone();
          return true;
        },
      },
    );
  }

  /** Looks at one after the other, the newest first. */
  #inspect(candidates: readonly Member[]): void {
    const newest = candidates.at(-1);
    if (newest === undefined) return this.#foundNone();
    const others = candidates.slice(0, -1);
    this.#talk.ask(
      { op: "getData", path: this.#pathOf(newest), watch: false },
      {
        answered: ({ data, stat }) => {
          const own =
            stat.ephemeralOwner === this.#talk.sessionId &&
            this.#config.data.equals(data ?? Buffer.alloc(0));
          if (own) this.#joined(newest.name);
          else this.#inspect(others);
        },
        again: () => this.#proceed(),
        refused: ({ code }) => {
          // Nodes that cannot be read are not ours, either.
          if (code !== ERROR_CODE.NONODE && code !== ERROR_CODE.NOAUTH) return false;
          this.#inspect(others);
          return true;
        },
      },
    );
  }

  #foundNone(): void {
    this.#uncertain = false;
    this.#proceed();
  }

  #joined(name: string): void {
    const member = parseMember(name);
    if (member === undefined) return this.#fail(`ZooKeeper named the node '${name}'`);
    this.#uncertain = false;
    this.#member = member;
    if (!this.#cancelling) this.#talk.tell({ type: "joined", member });
    this.#proceed();
  }

  /** Whoever removes the node ends the membership. */
  #watch(member: Member): void {
    const proceed = () => this.#proceed();
    this.#watching = true;
    this.#talk.ask(
      { op: "exists", path: this.#pathOf(member), watch: true },
      {
        answered: () => undefined,
        again: proceed,
        refused: ({ code }) => {
          this.#watching = false;
          if (code !== ERROR_CODE.NONODE) return false;
          this.#lost(`'${this.#pathOf(member)}' was removed`);
          return true;
        },
        changed: () => {
          this.#watching = false;
          if (!this.#cancelling) proceed();
        },
      },
    );
  }

  #cancel(): void {
    if (this.#cancelling) return;
    this.#cancelling = true;
    if (this.#member !== undefined) this.#remove(this.#member);
    // Otherwise the question under way, or the next connection, leads on.
    else if (this.#talk.idle && !this.#uncertain) this.#end({ type: "cancelled", removed: false });
  }

  #remove(member: Member): void {
    const path = this.#pathOf(member);
    this.#talk.log("info", `Trying to remove '${path}' in ZooKeeper`);
    this.#talk.ask(
      { op: "delete", path, version: ANY_VERSION },
      {
        answered: () => this.#end({ type: "cancelled", removed: true }),
        again: () => this.#proceed(),
        refused: ({ code }) => {
          if (code !== ERROR_CODE.NONODE) return false;
          this.#end({ type: "cancelled", removed: true });
          return true;
        },
      },
    );
  }

  #expired(): void {
    this.#uncertain = false;
    if (this.#cancelling) {
      return this.#end({ type: "cancelled", removed: this.#member !== undefined });
    }
    if (this.#member !== undefined) this.#lost("the ZooKeeper session has expired");
  }

  #lost(reason: string): void {
    this.#end(this.#cancelling ? { type: "cancelled", removed: true } : { type: "lost", reason });
  }

  #fail(text: string): void {
    if (this.#member === undefined) this.#end({ type: "failed", text });
    else this.#lost(text);
  }

  #end(outcome: MembershipOutcome): void {
    this.#ended = true;
    this.#talk.forget();
    this.#talk.tell(outcome);
  }

  #pathOf(member: Member): string {
    return `${this.#config.path}/${member.name}`;
  }
}

const ANY_VERSION = -1;
