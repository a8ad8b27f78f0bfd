import { Buffer } from "node:buffer";
import type { Acl, Stat } from "../protocol/records.ts";

/**
 * A node of the tree. It is never changed but replaced, so that whoever holds one (a snapshot that
 * is being written) sees it as it was; only the set of its children is shared and changes.
 */
export type Node = {
  readonly data: Buffer | null;
  readonly acl: readonly Acl[];
  readonly czxid: bigint;
  readonly mzxid: bigint;
  readonly pzxid: bigint;
  readonly ctime: number;
  readonly mtime: number;
  readonly version: number;
  /** How many children were ever created. Clients see creations and deletions, see `statOf`. */
  readonly cversion: number;
  readonly aversion: number;
  readonly ephemeralOwner: bigint;
  readonly children: Set<string>;
};

export type NewNode = {
  readonly data: Buffer | null;
  readonly acl: readonly Acl[];
  readonly ephemeralOwner: bigint;
  readonly zxid: bigint;
  readonly time: number;
};

/** What a request carries is a view of a larger buffer, which must not stay for it. */
export function ownCopy(data: Buffer | null): Buffer | null {
  return data === null ? null : Buffer.from(data);
}

export function newNode({ data, acl, ephemeralOwner, zxid, time }: NewNode): Node {
  return {
    data,
    acl,
    czxid: zxid,
    mzxid: zxid,
    pzxid: zxid,
    ctime: time,
    mtime: time,
    version: 0,
    cversion: 0,
    aversion: 0,
    ephemeralOwner,
    children: new Set(),
  };
}

const NO_DATA = Buffer.alloc(0);

/** A node that is there from the start. */
export function originalNode(acl: readonly Acl[], aversion = 0): Node {
  const node = newNode({ data: NO_DATA, acl, ephemeralOwner: 0n, zxid: 0n, time: 0 });
  return { ...node, aversion };
}

export function statOf(node: Node): Stat {
  const numChildren = node.children.size;
  return {
    czxid: node.czxid,
    mzxid: node.mzxid,
    ctime: node.ctime,
    mtime: node.mtime,
    version: node.version,
    // Each child was created once, and each that is not there any more was deleted once.
    cversion: (node.cversion * 2 - numChildren) | 0,
    aversion: node.aversion,
    ephemeralOwner: shownOwner(node.ephemeralOwner),
    dataLength: node.data?.length ?? 0,
    numChildren,
    pzxid: node.pzxid,
  };
}

/** How containers and times to live are encoded is not for clients to see. */
function shownOwner(owner: bigint): bigint {
  return lifetimeOf(owner).type === "ephemeral" ? owner : 0n;
}

export const CONTAINER_OWNER = -(2n ** 63n);
const EXTENDED_MARK = 0xffn;
const EXTENDED_MASK = 0xff00_0000_0000_0000n;

/** Longest time to live, in milliseconds: forty bits, about 34 years. */
export const MAX_TTL = 0xff_ffff_ffff;

/** The `ephemeralOwner` of a node with a time to live, which says how long it is. */
export function ttlOwner(ttl: number): bigint {
  return BigInt.asIntN(64, EXTENDED_MASK | BigInt(ttl));
}

export type Lifetime =
  | { readonly type: "persistent" }
  | { readonly type: "ephemeral"; readonly session: bigint }
  | { readonly type: "container" }
  | { readonly type: "ttl"; readonly ttl: number };

const PERSISTENT: Lifetime = { type: "persistent" };
const CONTAINER: Lifetime = { type: "container" };

/** How long a node stays, which its `ephemeralOwner` encodes. */
export function lifetimeOf(ephemeralOwner: bigint): Lifetime {
  if (ephemeralOwner === 0n) return PERSISTENT;
  if (ephemeralOwner === CONTAINER_OWNER) return CONTAINER;
  const bits = BigInt.asUintN(64, ephemeralOwner);
  if (bits >> 56n === EXTENDED_MARK) {
    return { type: "ttl", ttl: Number(BigInt.asUintN(40, bits)) };
  }
  return { type: "ephemeral", session: ephemeralOwner };
}
