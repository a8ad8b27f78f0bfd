import { assert } from "@mesos-ts/base";
import type { Action } from "./contract.ts";

/** What an action says, without who decided it. */
export function contentsOf(action: Action): string {
  if (action.type === "APPEND")
    return `APPEND ${Buffer.from(action.append?.bytes ?? []).toString()}`;
  return action.type === "TRUNCATE" ? `TRUNCATE ${action.truncate?.to}` : "NOP";
}

type Operation = { readonly node: number; readonly contents: string; readonly after: number };

/**
 * What the outside world has seen of a log, and what it may therefore never see: a decided position
 * that changes, an acknowledged entry that is gone, a writer who succeeds after another was
 * elected, or an append that comes before one that had ended when it began.
 */
export class History {
  readonly decided = new Map<number, string>();
  readonly acknowledged = new Map<number, string>();
  readonly #requested = new Set<string>();
  readonly #operations = new Map<number, Operation>();
  #begin = 0;
  #highest = -1;
  /** When each node was last elected, and all elections with their beginnings; a count is a time. */
  readonly #electedAt = new Map<number, number>();
  readonly #elections: { readonly node: number; readonly begun: number }[] = [];
  #clock = 0;
  readonly #doomed = new Set<number>();

  campaigns(): number {
    return ++this.#clock;
  }

  elected(node: number, begun: number): void {
    this.#electedAt.set(node, ++this.#clock);
    this.#elections.push({ node, begun });
  }

  /** Somebody was elected in an election that began when this one had been elected already. */
  #isReplaced(node: number): boolean {
    const since = this.#electedAt.get(node) ?? 0;
    return this.#elections.some((other) => other.node !== node && other.begun > since);
  }

  began(id: number, node: number, contents: string): void {
    this.#requested.add(contents);
    this.#operations.set(id, { node, contents, after: this.#highest });
    if (this.#isReplaced(node)) this.#doomed.add(id);
  }

  succeeded(id: number, position: number): void {
    const operation = this.#operations.get(id);
    assert(operation !== undefined, `write ${id} was never begun`);
    const { contents, after } = operation;
    assert(!this.#doomed.has(id), `'${contents}' was written by one who was not the writer`);
    assert(position > after, `'${contents}' is at ${position}, not behind ${after}`);
    const known = this.decided.get(position) ?? contents;
    assert(known === contents, `'${contents}' is acknowledged at ${position}, decided: '${known}'`);
    this.acknowledged.set(position, contents);
    this.#highest = Math.max(this.#highest, position);
  }

  /** Somebody says that this was decided. */
  learned(action: Action): void {
    const { position, nop } = action;
    if (action.type === "TRUNCATE") this.#begin = Math.max(this.#begin, action.truncate?.to ?? 0);
    if (nop?.tombstone === true) {
      assert(position < this.#begin, `the tombstone at ${position} is not of a truncation`);
      return;
    }
    const contents = contentsOf(action);
    const before = this.decided.get(position) ?? this.acknowledged.get(position) ?? contents;
    assert(before === contents, `position ${position} was '${before}' and became '${contents}'`);
    assert(
      contents === "NOP" || this.#requested.has(contents),
      `'${contents}' at ${position} was never asked for`,
    );
    this.decided.set(position, contents);
  }

  /** A reader sees these entries from `begin` to `end`. */
  read(begin: number, end: number, entries: ReadonlyMap<number, string>): void {
    for (const [position, contents] of this.acknowledged) {
      if (position < begin || !contents.startsWith("APPEND")) continue;
      assert(position <= end, `'${contents}' at ${position} is behind the end ${end}`);
      const found = entries.get(position);
      assert(
        found === contents,
        `position ${position} was '${contents}' and is read as '${found}'`,
      );
    }
    const all = [...entries.values()];
    assert(new Set(all).size === all.length, "an entry stands in the log twice");
  }
}
