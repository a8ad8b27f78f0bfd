/** What differs between a recorded reply and ours, and what of that is explained. */
import { DIFFERENCES, type Difference } from "./recorded-differences.ts";
import type { Exchange } from "./recordings.ts";
import { shapeDifferences } from "./shapes.ts";

/** Our reply, in the recording's own names for ids, folders and ports. */
export interface OurReply {
  readonly status: number;
  readonly headers: object;
  readonly text: string;
}

/** These say when and how long, and nothing of what. */
const VARYING_HEADERS: ReadonlySet<string> = new Set([
  "date",
  "content-length",
  "connection",
  "keep-alive",
]);

function shownHeaders(headers: object): string {
  const shown = Object.entries(headers)
    .map(([name, value]): [string, string] => [name.toLowerCase(), String(value)])
    .filter(([name]) => !VARYING_HEADERS.has(name));
  return JSON.stringify(shown.sort());
}

/** Status, headers, exact texts; for JSON the names and types of everything. */
function differences(recorded: Exchange, reply: OurReply): string[] {
  const found: string[] = [];
  if (reply.status !== recorded.status) found.push(`status ${reply.status} ${reply.text}`);
  const [theirs, ours] = [shownHeaders(recorded.headers), shownHeaders(reply.headers)];
  if (ours !== theirs) found.push(`headers ${ours} ${theirs}`);
  if (recorded.json !== undefined) {
    const json = parsed(reply.text);
    if (json === undefined) found.push(`text ${reply.text}`);
    else found.push(...shapeDifferences(recorded.json, json));
  } else if (recorded.text !== undefined && recorded.text !== reply.text) {
    found.push(`text ${reply.text}`);
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Compares with what was recorded; what is in the list of differences is explained. */
export class RecordedReplies {
  readonly #used = new Set<string>();
  readonly #scope: Difference["scope"];

  /** `scope`: the recordings that are compared here. */
  constructor(scope: Difference["scope"]) {
    this.#scope = scope;
  }

  /** What differs from the recording of this name and is not in the list. */
  unexplained(name: string, recorded: Exchange, reply: OurReply | undefined): string[] {
    if (reply === undefined) return ["there is no reply"];
    return differences(recorded, reply).filter((each) => !this.#explained(name, each));
  }

  /** Differences of the list that are none: each must have explained something. */
  get idle(): string[] {
    return DIFFERENCES.filter(({ scope }) => scope === this.#scope)
      .map(({ why }) => why)
      .filter((why) => !this.#used.has(why));
  }

  #explained(name: string, difference: string): boolean {
    const known = DIFFERENCES.find(({ where, what }) => where.test(name) && what.test(difference));
    if (known !== undefined) this.#used.add(known.why);
    return known !== undefined;
  }
}
