import { existsSync } from "node:fs";
import { err, ok, type Result } from "@mesos-ts/base";
import { refusedRange } from "@mesos-ts/log";
import { openLevelLogStore } from "@mesos-ts/replicated-log";
import { actionText } from "./action-text.ts";

/** Makes an empty log one that votes: what a group without auto-initialization begins with. */
export async function initialize(path: string): Promise<Result<undefined>> {
  const store = await openLevelLogStore(path);
  try {
    if (store.restored.status !== "EMPTY") return err("The log is not empty");
    const metadata = { status: "VOTING", promised: store.restored.promised } as const;
    await store.write({ id: 1, metadata, actions: [], truncateTo: undefined });
    return ok(undefined);
  } finally {
    await store.close();
  }
}

/** How many positions are read and printed at a time. */
const READ_CHUNK = 1_000;
const RULE = "----------------------------------------------\n";

/** Prints the actions from `from` to `to` that this replica has, learned or not. */
export async function read(
  range: {
    readonly path: string;
    readonly from: number | undefined;
    readonly to: number | undefined;
  },
  print: (text: string) => void,
): Promise<Result<undefined>> {
  // To open a folder that is not there would make a log of it.
  if (!existsSync(range.path)) return err(`Failed to recover the log: there is no '${range.path}'`);
  const store = await openLevelLogStore(range.path);
  try {
    const { positions } = store.restored;
    const begin = positions.reduce((low, { truncatedTo = 0 }) => Math.max(low, truncatedTo), 0);
    const end = positions.at(-1)?.position ?? 0;
    const { from = begin, to = end } = range;
    const refusal = refusedRange(from, to, begin, end);
    if (refusal !== undefined) return err(refusal);
    for (let at = from; at <= to; at += READ_CHUNK) {
      const actions = await store.read(at, Math.min(to, at + READ_CHUNK - 1));
      for (const action of actions) print(RULE + actionText(action));
    }
    return ok(undefined);
  } finally {
    await store.close();
  }
}
