import type { Buffer } from "node:buffer";
import { parentPath } from "../protocol/path.ts";
import type { Acl } from "../protocol/records.ts";
import { type Node, newNode } from "./node.ts";
import { limitsPath, parseQuota, quotaExcesses, statsPath } from "./quota.ts";
import type { DataTree } from "./tree.ts";

/**
 * The tree as it would be: what the operations of a `multi` have decided so far lies over what is
 * there. Nothing reaches the tree through it, so that a refusal has nothing to take back.
 */
export class Draft {
  readonly #tree: DataTree;
  readonly #session: bigint;
  readonly #warn: (text: string) => void;
  readonly #enforceQuota: boolean;
  /** Null where a node would be gone. */
  readonly #changes = new Map<string, Node | null>();
  readonly #childCounts = new Map<string, number>();

  constructor(
    tree: DataTree,
    session: bigint,
    enforceQuota: boolean,
    warn: (text: string) => void,
  ) {
    this.#tree = tree;
    this.#session = session;
    this.#enforceQuota = enforceQuota;
    this.#warn = warn;
  }

  get(path: string): Node | undefined {
    const change = this.#changes.get(path);
    return change === undefined ? this.#tree.get(path) : (change ?? undefined);
  }

  childCount(path: string): number {
    return this.#childCounts.get(path) ?? this.#tree.get(path)?.children.size ?? 0;
  }

  created(path: string, ephemeral: boolean, acl: readonly Acl[], data: Buffer | null): void {
    const ephemeralOwner = ephemeral ? this.#session : 0n;
    this.#changes.set(path, newNode({ data, acl, ephemeralOwner, zxid: 0n, time: 0 }));
    this.#childCounts.set(path, 0);
    const above = parentPath(path);
    this.#childCounts.set(above, this.childCount(above) + 1);
    const parent = this.get(above);
    if (parent === undefined) return;
    this.#changes.set(above, { ...parent, cversion: (parent.cversion + 1) | 0 });
  }

  deleted(path: string): void {
    this.#changes.set(path, null);
    const above = parentPath(path);
    this.#childCounts.set(above, this.childCount(above) - 1);
  }

  changed(path: string, node: Node): void {
    this.#changes.set(path, node);
  }

  /** Is there room for it? Soft limits are only said; hard ones refuse, where quotas are enforced. */
  allowsGrowth(path: string, countDiff: number, bytesDiff: number): boolean {
    const subject = this.#enforceQuota ? this.#tree.quotaPathOf(path) : undefined;
    if (subject === undefined) return true;
    const limits = this.#tree.get(limitsPath(subject));
    const use = this.#tree.get(statsPath(subject));
    if (limits === undefined || use === undefined) return true;
    const excesses = quotaExcesses(
      subject,
      parseQuota(limits.data),
      parseQuota(use.data),
      countDiff,
      bytesDiff,
    );
    for (const excess of excesses) this.#warn(excess.text);
    return !excesses.some((excess) => excess.hard);
  }
}
