import type { MultiResult, SimpleResponse } from "../protocol/operations.ts";
import type { Stat } from "../protocol/records.ts";
import type { LogRecord, SimpleTxn, TxnHeader } from "./transactions.ts";
import { DataTree, type TreeEvent } from "./tree.ts";

/** What a transaction did. */
export type Outcome = {
  readonly path?: string;
  readonly stat?: Stat;
  readonly results: readonly MultiResult[];
  readonly events: readonly TreeEvent[];
};

/** All that outlives the server: nodes, sessions, and the last transaction in them. */
export class Database {
  readonly tree: DataTree;
  /** Timeouts in milliseconds of the sessions that are not closed. */
  readonly sessions: Map<bigint, number>;
  #lastZxid: bigint;

  constructor(
    tree: DataTree = DataTree.original(),
    sessions: Iterable<readonly [bigint, number]> = [],
    lastZxid = 0n,
  ) {
    this.tree = tree;
    this.sessions = new Map(sessions);
    this.#lastZxid = lastZxid;
  }

  get lastZxid(): bigint {
    return this.#lastZxid;
  }

  /** Carries out a transaction: a new one, or one of the log. */
  apply({ header, txn }: LogRecord): Outcome {
    this.#lastZxid = header.zxid;
    if (txn.type === "multi") return this.#applyAll(header, txn.txns);
    if (txn.type === "createSession") this.sessions.set(header.clientId, txn.timeOut);
    if (txn.type === "closeSession") this.sessions.delete(header.clientId);
    return { ...this.tree.apply(header, txn), results: [] };
  }

  #applyAll(header: TxnHeader, txns: readonly SimpleTxn[]): Outcome {
    const results: MultiResult[] = [];
    const events: TreeEvent[] = [];
    // A multi of ZooKeeper's log that failed: nothing of it happened.
    if (txns.some((txn) => txn.type === "error")) return { results, events };
    for (const txn of txns) {
      const applied = this.tree.apply(header, txn);
      events.push(...applied.events);
      const response = responseTo(txn, applied.path, applied.stat);
      if (response !== undefined) results.push(response);
    }
    return { results, events };
  }
}

/** The answer to one operation of a `multi`. */
function responseTo(
  txn: SimpleTxn,
  path: string | undefined,
  stat: Stat | undefined,
): SimpleResponse | undefined {
  switch (txn.type) {
    case "create":
      return path === undefined ? undefined : { op: "create", path };
    case "create2":
    case "createTTL":
    case "createContainer":
      // The reply to each of the three has the number of `create2`.
      return path === undefined || stat === undefined ? undefined : { op: "create2", path, stat };
    case "setData":
      return stat === undefined ? undefined : { op: "setData", stat };
    case "delete":
    case "check":
      return { op: txn.type };
    default:
      return undefined;
  }
}
