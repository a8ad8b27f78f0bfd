import type { Buffer } from "node:buffer";
import { unreachable } from "@mesos-ts/base";
import { baseName, parentPath } from "../protocol/path.ts";
import { type Acl, OPEN_ACL, READ_ACL, type Stat } from "../protocol/records.ts";
import {
  CONTAINER_OWNER,
  lifetimeOf,
  type Node,
  newNode,
  originalNode,
  ownCopy,
  statOf,
  ttlOwner,
} from "./node.ts";
import {
  formatUse,
  LIMITS_NODE,
  parseQuota,
  QUOTA_ROOT,
  quotaSubject,
  STATS_NODE,
  statsPath,
} from "./quota.ts";
import type { SimpleTxn, TxnHeader } from "./transactions.ts";

/** What a change means to those who watch, in the order in which they are told. */
export type TreeEvent =
  | {
      readonly type: "created" | "deleted";
      readonly path: string;
      readonly acl: readonly Acl[];
      readonly parentAcl: readonly Acl[];
    }
  | { readonly type: "changed"; readonly path: string; readonly acl: readonly Acl[] };

/** The nodes of a moment: the one at an index has the path at that index. */
export type TreeCopy = { readonly paths: readonly string[]; readonly nodes: readonly Node[] };

/** What a transaction gave to whoever asked for it. */
export type Applied = {
  readonly path?: string;
  readonly stat?: Stat;
  readonly events: readonly TreeEvent[];
};

const NOTHING: Applied = { events: [] };
const SPECIAL_PATHS = ["/", "/zookeeper", QUOTA_ROOT, "/zookeeper/config"];

/** Nodes that cannot be deleted. */
export function isSpecialPath(path: string): boolean {
  return SPECIAL_PATHS.includes(path);
}

/** All nodes, and what must be found fast among them. It carries out and never refuses. */
export class DataTree {
  readonly #nodes = new Map<string, Node>();
  readonly #ephemerals = new Map<bigint, Set<string>>();
  readonly #containers = new Set<string>();
  readonly #ttls = new Set<string>();
  readonly #quotas = new Set<string>();
  #dataBytes = 0;

  /** The tree of a new server. */
  static original(): DataTree {
    const tree = new DataTree();
    tree.restore("/", originalNode(OPEN_ACL));
    tree.restore("/zookeeper", originalNode(OPEN_ACL));
    tree.restore(QUOTA_ROOT, originalNode(OPEN_ACL));
    tree.restore("/zookeeper/config", originalNode(READ_ACL, -1));
    return tree;
  }

  get size(): number {
    return this.#nodes.size;
  }

  /** Length of all paths and data. */
  get dataBytes(): number {
    return this.#dataBytes;
  }

  get ephemeralCount(): number {
    let count = 0;
    for (const paths of this.#ephemerals.values()) count += paths.size;
    return count;
  }

  /** The root answers to no name as well. */
  get(path: string): Node | undefined {
    return this.#nodes.get(path === "" ? "/" : path);
  }

  /** The nodes as they are now; parents stand before their children. */
  entries(): readonly (readonly [string, Node])[] {
    return [...this.#nodes];
  }

  /** As `entries`, in two lists: copying these is fast enough for a tree of any size. */
  copy(): TreeCopy {
    return { paths: [...this.#nodes.keys()], nodes: [...this.#nodes.values()] };
  }

  /** Puts back a node of a snapshot; its parent must be there. */
  restore(path: string, node: Node): void {
    this.#put(path, node);
    if (path !== "/") this.#nodes.get(parentPath(path))?.children.add(baseName(path));
    this.#index(path, node);
    if (path.startsWith(`${QUOTA_ROOT}/`) && path.endsWith(`/${LIMITS_NODE}`)) {
      this.#quotas.add(quotaSubject(parentPath(path)));
    }
  }

  ephemeralsOf(session: bigint): readonly string[] {
    return [...(this.#ephemerals.get(session) ?? [])];
  }

  /** Sessions with the paths of their ephemeral nodes. */
  ephemerals(): ReadonlyMap<bigint, ReadonlySet<string>> {
    return this.#ephemerals;
  }

  /** Nodes that go when nobody needs them: containers and those with a time to live. */
  *perishables(): Iterable<string> {
    yield* this.#containers;
    yield* this.#ttls;
  }

  /** How many nodes lie below a path. */
  countBelow(path: string): number {
    if (path === "") return this.#nodes.size;
    if (path === "/") return this.#nodes.size - 1;
    let count = 0;
    for (const child of this.#nodes.get(path)?.children ?? []) {
      count += 1 + this.countBelow(`${path}/${child}`);
    }
    return count;
  }

  /** The nearest path at or above `path` that has a quota. */
  quotaPathOf(path: string): string | undefined {
    if (this.#quotas.size === 0) return undefined;
    for (let at = path; at !== "/" && at !== ""; at = parentPath(at)) {
      if (this.#quotas.has(at)) return at;
    }
    return undefined;
  }

  /** Carries out what was decided. What is there already, or gone already, was replayed before. */
  apply(header: TxnHeader, txn: SimpleTxn): Applied {
    switch (txn.type) {
      case "create":
      case "create2":
        return this.#create(header, txn, txn.ephemeral ? header.clientId : 0n);
      case "createContainer":
        return this.#create(header, txn, CONTAINER_OWNER);
      case "createTTL":
        return this.#create(header, txn, ttlOwner(txn.ttl));
      case "delete":
      case "deleteContainer":
        return this.#delete(txn.path, header.zxid);
      case "setData":
        return this.#setData(header, txn.path, txn.data, txn.version);
      case "setACL":
        return this.#setAcl(txn.path, txn.acl, txn.version);
      case "closeSession":
        return this.#closeSession(header, txn.paths);
      case "check":
      case "error":
      case "createSession":
        return NOTHING;
      default:
        return unreachable(txn);
    }
  }

  #create(
    header: TxnHeader,
    txn: { path: string; data: Buffer | null; acl: readonly Acl[]; parentCVersion: number },
    ephemeralOwner: bigint,
  ): Applied {
    const { path, data } = txn;
    const above = parentPath(path);
    const parent = this.#nodes.get(above);
    if (parent === undefined) return NOTHING;
    const cversion = txn.parentCVersion === -1 ? parent.cversion + 1 : txn.parentCVersion;
    if (cversion > parent.cversion) {
      this.#nodes.set(above, { ...parent, cversion, pzxid: header.zxid });
    }
    if (this.#nodes.has(path)) return NOTHING;
    const { zxid, time } = header;
    const acl = isOpen(txn.acl) ? OPEN_ACL : txn.acl;
    const node = newNode({ data: ownCopy(data), acl, ephemeralOwner, zxid, time });
    this.#put(path, node);
    parent.children.add(baseName(path));
    this.#index(path, node);
    const stat = statOf(node);
    this.#quotaNodeCreated(path, above);
    this.#count(path, 1, data?.length ?? 0);
    return { path, stat, events: [{ type: "created", path, acl, parentAcl: parent.acl }] };
  }

  #delete(path: string, zxid: bigint): Applied {
    const above = parentPath(path);
    const parent = this.#nodes.get(above);
    if (parent === undefined) return NOTHING;
    parent.children.delete(baseName(path));
    if (zxid > parent.pzxid) this.#nodes.set(above, { ...parent, pzxid: zxid });
    const node = this.#nodes.get(path);
    if (node === undefined) return NOTHING;
    this.#nodes.delete(path);
    this.#dataBytes -= weight(path, node);
    this.#unindex(path, node);
    if (above.startsWith(`${QUOTA_ROOT}/`) && baseName(path) === LIMITS_NODE) {
      this.#quotas.delete(quotaSubject(above));
    }
    this.#count(path, -1, -(node.data?.length ?? 0));
    const events: TreeEvent[] = [{ type: "deleted", path, acl: node.acl, parentAcl: parent.acl }];
    return { path, events };
  }

  #setData(header: TxnHeader, path: string, data: Buffer | null, version: number): Applied {
    const old = this.#nodes.get(path);
    if (old === undefined) return NOTHING;
    const node = { ...old, data: ownCopy(data), version, mzxid: header.zxid, mtime: header.time };
    this.#dataBytes -= weight(path, old);
    this.#put(path, node);
    const stat = statOf(node);
    this.#count(path, 0, (data?.length ?? 0) - (old.data?.length ?? 0));
    return { path, stat, events: [{ type: "changed", path, acl: node.acl }] };
  }

  #setAcl(path: string, acl: readonly Acl[], aversion: number): Applied {
    const old = this.#nodes.get(path);
    if (old === undefined) return NOTHING;
    const node = { ...old, acl: isOpen(acl) ? OPEN_ACL : acl, aversion };
    this.#nodes.set(path, node);
    return { path, stat: statOf(node), events: [] };
  }

  #closeSession(header: TxnHeader, paths: readonly string[]): Applied {
    const all = new Set([...paths, ...this.ephemeralsOf(header.clientId)]);
    const events = [...all].flatMap((path) => this.#delete(path, header.zxid).events);
    this.#ephemerals.delete(header.clientId);
    return { events };
  }

  #put(path: string, node: Node): void {
    this.#nodes.set(path, node);
    this.#dataBytes += weight(path, node);
  }

  #index(path: string, node: Node): void {
    const lifetime = lifetimeOf(node.ephemeralOwner);
    if (lifetime.type === "container") this.#containers.add(path);
    else if (lifetime.type === "ttl") this.#ttls.add(path);
    else if (lifetime.type === "ephemeral") {
      const paths = this.#ephemerals.get(lifetime.session);
      if (paths === undefined) this.#ephemerals.set(lifetime.session, new Set([path]));
      else paths.add(path);
    }
  }

  #unindex(path: string, node: Node): void {
    this.#containers.delete(path);
    this.#ttls.delete(path);
    const paths = this.#ephemerals.get(node.ephemeralOwner);
    paths?.delete(path);
    if (paths?.size === 0) this.#ephemerals.delete(node.ephemeralOwner);
  }

  #quotaNodeCreated(path: string, above: string): void {
    if (!above.startsWith(`${QUOTA_ROOT}/`)) return;
    const subject = quotaSubject(above);
    if (baseName(path) === LIMITS_NODE) this.#quotas.add(subject);
    if (baseName(path) === STATS_NODE) this.#writeUse(subject, this.#useOf(subject));
  }

  #useOf(path: string): { count: number; bytes: number } {
    const node = this.#nodes.get(path);
    if (node === undefined) return { count: 0, bytes: 0 };
    let count = 1;
    let bytes = node.data?.length ?? 0;
    for (const child of node.children) {
      const below = this.#useOf(`${path}/${child}`);
      count += below.count;
      bytes += below.bytes;
    }
    return { count, bytes };
  }

  /** Keeps the use of the subtree with a quota in which something changed. */
  #count(path: string, countDiff: number, bytesDiff: number): void {
    const subject = this.quotaPathOf(path);
    const stats = subject === undefined ? undefined : this.#nodes.get(statsPath(subject));
    if (subject === undefined || stats === undefined) return;
    const { count, bytes } = parseQuota(stats.data);
    this.#writeUse(subject, { count: count + countDiff, bytes: bytes + bytesDiff });
  }

  /** Without a new version: what ZooKeeper counts is not a change that anybody made. */
  #writeUse(subject: string, use: { count: number; bytes: number }): void {
    const path = statsPath(subject);
    const old = this.#nodes.get(path);
    if (old === undefined) return;
    this.#dataBytes -= weight(path, old);
    this.#put(path, { ...old, data: formatUse(use.count, use.bytes) });
  }
}

function weight(path: string, node: Node): number {
  return path.length + (node.data?.length ?? 0);
}

function isOpen(acl: readonly Acl[]): boolean {
  const [only] = acl;
  const [open] = OPEN_ACL;
  return (
    acl.length === 1 &&
    only?.perms === open?.perms &&
    only?.id.scheme === "world" &&
    only.id.id === "anyone"
  );
}
