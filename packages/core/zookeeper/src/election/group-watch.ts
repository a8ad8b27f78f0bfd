import { Buffer } from "node:buffer";
import { ERROR_CODE } from "../protocol/constants.ts";
import type { Acl } from "../protocol/records.ts";
import {
  bySequence,
  type GroupCore,
  type GroupEffect,
  type GroupEvent,
  type Member,
  parseMember,
} from "./contract.ts";
import { Conversation } from "./conversation.ts";

export interface GroupWatchConfig {
  readonly path: string;
  readonly acl: readonly Acl[];
  /** Whose data are wanted, of all members in order. */
  readonly select: (members: readonly Member[]) => readonly Member[];
}

export interface MemberData {
  readonly member: Member;
  readonly data: Buffer;
}

export type GroupOutcome =
  /** The selected members have changed; in order, with their data. */
  | { readonly type: "members"; readonly members: readonly MemberData[] }
  /** The end: nothing more will be told. */
  | { readonly type: "failed"; readonly text: string };

/** At most so many members of a group are read at a time. */
const MAX_READS = 16;

/**
 * Who is in a group, and what they say of themselves. Told whenever it changes; while there is no
 * connection the last word stands, until the session has expired: then nobody is known.
 */
export class GroupWatch implements GroupCore<GroupOutcome> {
  readonly #config: GroupWatchConfig;
  readonly #talk: Conversation<GroupOutcome>;
  /** Data do not change during a membership. */
  readonly #data = new Map<string, Buffer>();
  readonly #reading = new Set<string>();
  #selected: readonly Member[] | undefined;
  #watching = false;
  #told = "";
  #ended = false;

  constructor(config: GroupWatchConfig) {
    this.#config = config;
    this.#talk = new Conversation({
      onConnected: () => this.#proceed(),
      onExpired: () => this.#expired(),
      onEnd: (text) => this.#fail(text),
      onFailure: (text) => this.#fail(text),
    });
  }

  step(event: GroupEvent, now: number): readonly GroupEffect<GroupOutcome>[] {
    if (this.#ended) return [];
    return this.#talk.step(event, now, () => this.#end());
  }

  #proceed(): void {
    if (this.#ended) return;
    if (!this.#watching) return this.#list();
    this.#read();
  }

  #list(): void {
    this.#watching = true;
    this.#talk.ask(
      { op: "getChildren", path: this.#config.path, watch: true },
      {
        answered: ({ children }) => this.#listed(children),
        again: () => this.#proceed(),
        refused: ({ code }) => {
          this.#watching = false;
          if (code !== ERROR_CODE.NONODE) return false;
          const proceed = () => this.#proceed();
          this.#talk.createPath(this.#config.path, this.#config.acl, proceed, proceed);
          return true;
        },
        changed: () => {
          this.#watching = false;
          this.#proceed();
        },
      },
    );
  }

  #listed(children: readonly string[]): void {
    const members = children.map(parseMember).filter((member) => member !== undefined);
    this.#selected = this.#config.select(members.sort(bySequence));
    const names = new Set(this.#selected.map((member) => member.name));
    for (const name of this.#data.keys()) if (!names.has(name)) this.#data.delete(name);
    this.#read();
  }

  /** Reads what is missing, and tells when nothing is. */
  #read(): void {
    if (this.#ended || this.#selected === undefined) return;
    const missing = this.#selected.filter(({ name }) => !this.#data.has(name));
    if (missing.length === 0) return this.#tell(this.#selected);
    for (const { name } of missing) {
      if (this.#reading.size >= MAX_READS) return;
      if (!this.#reading.has(name)) this.#readOne(name);
    }
  }

  #readOne(name: string): void {
    const path = `${this.#config.path}/${name}`;
    this.#reading.add(name);
    this.#talk.log("info", `Trying to get '${path}' in ZooKeeper`);
    this.#talk.ask(
      { op: "getData", path, watch: false },
      {
        answered: ({ data }) => {
          this.#reading.delete(name);
          this.#data.set(name, data === null ? Buffer.alloc(0) : Buffer.from(data));
          this.#proceed();
        },
        again: () => this.#proceed(),
        refused: ({ code }) => {
          this.#reading.delete(name);
          // It left meanwhile: the watch on the group says so, too.
          if (code !== ERROR_CODE.NONODE) return false;
          this.#selected = this.#selected?.filter((member) => member.name !== name);
          this.#proceed();
          return true;
        },
      },
    );
  }

  #tell(selected: readonly Member[]): void {
    const names = selected.map((member) => member.name).join("/");
    if (names === this.#told) return;
    this.#told = names;
    const members = selected.map((member) => ({
      member,
      data: this.#data.get(member.name) ?? Buffer.alloc(0),
    }));
    this.#talk.tell({ type: "members", members });
  }

  #expired(): void {
    this.#watching = false;
    this.#selected = undefined;
    this.#data.clear();
    this.#reading.clear();
    this.#tell([]);
  }

  #fail(text: string): void {
    this.#end();
    this.#talk.tell({ type: "failed", text });
  }

  #end(): void {
    this.#ended = true;
    this.#talk.forget();
  }
}
