import { err, ok, type Result, unreachable } from "@mesos-ts/base";
import {
  ADD_WATCH_MODE,
  ERROR_CODE,
  type ErrorCode,
  EVENT_TYPE,
  type EventType,
  PERM,
  WATCHER_TYPE,
} from "../protocol/constants.ts";
import type { MultiResult, Request, RequestOf, Response } from "../protocol/operations.ts";
import type { Id } from "../protocol/records.ts";
import { isAllowed, maskedAcl, userOf } from "./acl.ts";
import type { ConnectionId } from "./contract.ts";
import { type Node, statOf } from "./node.ts";
import type { DataTree } from "./tree.ts";
import { WATCH_MODE, type Watches } from "./watches.ts";

/** Who is asking. */
export type Reader = {
  readonly connection: ConnectionId;
  readonly session: bigint;
  readonly ids: readonly Id[];
};

export type ReadRequest = Extract<
  Request,
  {
    op:
      | "exists"
      | "getData"
      | "getACL"
      | "getChildren"
      | "getChildren2"
      | "getAllChildrenNumber"
      | "getEphemerals"
      | "multiRead"
      | "whoAmI"
      | "sync"
      | "addWatch"
      | "checkWatches"
      | "removeWatches";
  }
>;

type Read<T extends Response = Response> = Result<T, ErrorCode>;

/** Answers a request that changes no node. Watches that it asks for are set. */
export function read(request: ReadRequest, reader: Reader, tree: DataTree, watches: Watches): Read {
  switch (request.op) {
    case "exists":
      return exists(request, reader, tree, watches);
    case "getData":
      return getData(request, reader, tree, watches);
    case "getACL":
      return getAcl(request, reader, tree);
    case "getChildren":
      return getChildren(request, reader, tree, watches);
    case "getChildren2":
      return getChildren2(request, reader, tree, watches);
    case "getAllChildrenNumber": {
      const node = readable(request.path, reader, tree);
      if (node.type === "error") return node;
      return ok({ op: request.op, totalNumber: tree.countBelow(request.path) });
    }
    case "getEphemerals":
      return ok({ op: request.op, ephemerals: ephemerals(request.prefixPath, reader, tree) });
    case "multiRead":
      return multiRead(request, reader, tree, watches);
    case "whoAmI":
      return ok({
        op: request.op,
        clientInfo: reader.ids.map((id) => ({ authScheme: id.scheme, user: userOf(id) })),
      });
    case "sync":
      return ok({ op: request.op, path: request.path });
    case "addWatch":
      return addWatch(request, reader, watches);
    case "checkWatches":
      return watchesOfPath(request, reader, watches, "has");
    case "removeWatches":
      return watchesOfPath(request, reader, watches, "remove");
    default:
      return unreachable(request);
  }
}

function readable(path: string, reader: Reader, tree: DataTree): Result<Node, ErrorCode> {
  const node = tree.get(path);
  if (node === undefined) return err(ERROR_CODE.NONODE);
  return isAllowed(node.acl, PERM.read, reader.ids) ? ok(node) : err(ERROR_CODE.NOAUTH);
}

/** The only request that may watch what is not there. */
function exists(
  request: RequestOf<"exists">,
  reader: Reader,
  tree: DataTree,
  watches: Watches,
): Read {
  const { path } = request;
  if (path.includes("\0")) return err(ERROR_CODE.BADARGUMENTS);
  const node = tree.get(path);
  if (request.watch) watches.data.add(path, reader.connection, WATCH_MODE.once);
  return node === undefined ? err(ERROR_CODE.NONODE) : ok({ op: request.op, stat: statOf(node) });
}

function getData(
  request: RequestOf<"getData">,
  reader: Reader,
  tree: DataTree,
  watches: Watches,
): Result<Extract<Response, { op: "getData" }>, ErrorCode> {
  const node = readable(request.path, reader, tree);
  if (node.type === "error") return node;
  if (request.watch) watches.data.add(request.path, reader.connection, WATCH_MODE.once);
  return ok({ op: request.op, data: node.value.data, stat: statOf(node.value) });
}

/** Who may administer the node sees its ACL as it is, others see no hashes of passwords. */
function getAcl(request: RequestOf<"getACL">, reader: Reader, tree: DataTree): Read {
  const node = tree.get(request.path);
  if (node === undefined) return err(ERROR_CODE.NONODE);
  const { acl } = node;
  if (!isAllowed(acl, PERM.read | PERM.admin, reader.ids)) return err(ERROR_CODE.NOAUTH);
  const shown = isAllowed(acl, PERM.admin, reader.ids) ? acl : maskedAcl(acl);
  return ok({ op: request.op, acl: shown, stat: statOf(node) });
}

function getChildren(
  request: RequestOf<"getChildren">,
  reader: Reader,
  tree: DataTree,
  watches: Watches,
): Result<Extract<Response, { op: "getChildren" }>, ErrorCode> {
  const found = getChildren2({ ...request, op: "getChildren2" }, reader, tree, watches);
  return found.type === "ok" ? ok({ op: request.op, children: found.value.children }) : found;
}

function getChildren2(
  request: RequestOf<"getChildren2">,
  reader: Reader,
  tree: DataTree,
  watches: Watches,
): Result<Extract<Response, { op: "getChildren2" }>, ErrorCode> {
  const node = readable(request.path, reader, tree);
  if (node.type === "error") return node;
  if (request.watch) watches.children.add(request.path, reader.connection, WATCH_MODE.once);
  return ok({ op: request.op, children: [...node.value.children], stat: statOf(node.value) });
}

function ephemerals(prefix: string, reader: Reader, tree: DataTree): readonly string[] {
  const all = tree.ephemeralsOf(reader.session);
  const trimmed = prefix.trim();
  if (trimmed === "" || trimmed === "/") return all;
  return all.filter((path) => path.startsWith(prefix));
}

/** Each read for itself: one that is refused does not keep the others from being answered. */
function multiRead(
  request: RequestOf<"multiRead">,
  reader: Reader,
  tree: DataTree,
  watches: Watches,
): Read {
  const results: MultiResult[] = [];
  for (const part of request.requests) {
    if (part.op !== "getData" && part.op !== "getChildren") {
      return err(ERROR_CODE.MARSHALLINGERROR);
    }
    const found =
      part.op === "getData"
        ? getData(part, reader, tree, watches)
        : getChildren(part, reader, tree, watches);
    results.push(found.type === "ok" ? found.value : { op: "error", err: found.error });
  }
  return ok({ op: request.op, results });
}

function addWatch(request: RequestOf<"addWatch">, reader: Reader, watches: Watches): Read {
  const { path, mode } = request;
  if (mode === ADD_WATCH_MODE.persistent) {
    watches.data.add(path, reader.connection, WATCH_MODE.persistent);
    watches.children.add(path, reader.connection, WATCH_MODE.persistent);
  } else if (mode === ADD_WATCH_MODE.persistentRecursive) {
    watches.data.add(path, reader.connection, WATCH_MODE.recursive);
  } else {
    return err(ERROR_CODE.MARSHALLINGERROR);
  }
  return ok({ op: request.op, err: 0 });
}

/** Which tables and modes a type of watcher means. */
const WATCHER_TABLES: ReadonlyMap<number, { readonly data?: number; readonly children?: number }> =
  new Map([
    [WATCHER_TYPE.children, { children: WATCH_MODE.once }],
    [WATCHER_TYPE.data, { data: WATCH_MODE.once }],
    [
      WATCHER_TYPE.any,
      {
        data: WATCH_MODE.once | WATCH_MODE.persistent | WATCH_MODE.recursive,
        children: WATCH_MODE.once | WATCH_MODE.persistent,
      },
    ],
    [WATCHER_TYPE.persistent, { data: WATCH_MODE.persistent, children: WATCH_MODE.persistent }],
    [WATCHER_TYPE.persistentRecursive, { data: WATCH_MODE.recursive }],
  ]);

function watchesOfPath(
  request: RequestOf<"checkWatches"> | RequestOf<"removeWatches">,
  reader: Reader,
  watches: Watches,
  action: "has" | "remove",
): Read {
  const tables = WATCHER_TABLES.get(request.type);
  if (tables === undefined) return err(ERROR_CODE.MARSHALLINGERROR);
  const { connection } = reader;
  const { path } = request;
  const inData = watches.data[action](path, connection, tables.data ?? 0);
  const inChildren = watches.children[action](path, connection, tables.children ?? 0);
  return inData || inChildren ? ok({ op: request.op }) : err(ERROR_CODE.NOWATCHER);
}

/** A client that comes back has missed something at `path`. */
export type Missed = { readonly type: EventType; readonly path: string };

/** Sets a client's watches anew after it was away, and says what it has missed of them. */
export function setWatches(
  request: RequestOf<"setWatches"> | RequestOf<"setWatches2">,
  connection: ConnectionId,
  tree: DataTree,
  watches: Watches,
): readonly Missed[] {
  const missed: Missed[] = [];
  const { once, persistent, recursive } = WATCH_MODE;
  const since = request.relativeZxid;
  for (const path of request.dataWatches) {
    const node = tree.get(path);
    if (node === undefined) missed.push({ type: EVENT_TYPE.nodeDeleted, path });
    else if (node.mzxid > since) missed.push({ type: EVENT_TYPE.nodeDataChanged, path });
    else watches.data.add(path, connection, once);
  }
  for (const path of request.existWatches) {
    if (tree.get(path) !== undefined) missed.push({ type: EVENT_TYPE.nodeCreated, path });
    else watches.data.add(path, connection, once);
  }
  for (const path of request.childWatches) {
    const node = tree.get(path);
    if (node === undefined) missed.push({ type: EVENT_TYPE.nodeDeleted, path });
    else if (node.pzxid > since) missed.push({ type: EVENT_TYPE.nodeChildrenChanged, path });
    else watches.children.add(path, connection, once);
  }
  if (request.op === "setWatches") return missed;
  for (const path of request.persistentWatches) {
    watches.data.add(path, connection, persistent);
    watches.children.add(path, connection, persistent);
  }
  for (const path of request.persistentRecursiveWatches) {
    watches.data.add(path, connection, recursive);
  }
  return missed;
}
