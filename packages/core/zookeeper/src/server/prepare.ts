import { err, ok, type Result } from "@mesos-ts/base";
import {
  type CreateMode,
  createModeOf,
  ERROR_CODE,
  type ErrorCode,
  PERM,
} from "../protocol/constants.ts";
import type { RequestOf, SimpleRequest } from "../protocol/operations.ts";
import { parentPath, pathProblem, sequenceSuffix } from "../protocol/path.ts";
import type { Id } from "../protocol/records.ts";
import { effectiveAcl, isAllowed } from "./acl.ts";
import type { Draft } from "./draft.ts";
import { lifetimeOf, MAX_TTL, type Node } from "./node.ts";
import type { SimpleTxn } from "./transactions.ts";
import { isSpecialPath } from "./tree.ts";

export type WriteRequest =
  | Exclude<SimpleRequest, { op: "getData" } | { op: "getChildren" }>
  | RequestOf<"setACL">;

type CreateRequest = Extract<WriteRequest, { op: `create${string}` }>;
type Prepared = Result<SimpleTxn, ErrorCode>;

const BAD_ARGUMENTS = err(ERROR_CODE.BADARGUMENTS);
const NO_NODE = err(ERROR_CODE.NONODE);
const NO_AUTH = err(ERROR_CODE.NOAUTH);

/**
 * What a request would do, or why it must not: each rule in ZooKeeper's order, for of two mistakes
 * the client is told the first. The draft then shows what was decided.
 */
export function prepare(request: WriteRequest, ids: readonly Id[], draft: Draft): Prepared {
  switch (request.op) {
    case "create":
    case "create2":
    case "createContainer":
    case "createTTL":
      return prepareCreate(request, ids, draft);
    case "delete":
      return prepareDelete(request, ids, draft);
    case "setData":
      return prepareSetData(request, ids, draft);
    case "setACL":
      return prepareSetAcl(request, ids, draft);
    case "check":
      return prepareCheck(request, ids, draft);
  }
}

function prepareCreate(request: CreateRequest, ids: readonly Id[], draft: Draft): Prepared {
  const mode = createModeOf(request.flags);
  if (mode === undefined || !timeToLiveIsRight(request, mode)) return BAD_ARGUMENTS;
  if (hasNoParent(request.path)) return BAD_ARGUMENTS;
  const acl = effectiveAcl(request.acl, ids);
  if (acl.type === "error") return acl;
  const above = parentOf(request.path);
  const parent = draft.get(above);
  if (parent === undefined) return NO_NODE;
  if (!isAllowed(parent.acl, PERM.create, ids)) return NO_AUTH;
  const path = mode.sequential ? `${request.path}${sequenceSuffix(parent.cversion)}` : request.path;
  if (pathProblem(path) !== undefined) return BAD_ARGUMENTS;
  if (draft.get(path) !== undefined) return err(ERROR_CODE.NODEEXISTS);
  if (isEphemeral(parent)) return err(ERROR_CODE.NOCHILDRENFOREPHEMERALS);
  const { data } = request;
  if (!draft.allowsGrowth(path, 1, data?.length ?? 0)) return err(ERROR_CODE.QUOTAEXCEEDED);
  const parentCVersion = (parent.cversion + 1) | 0;
  draft.created(path, mode.ephemeral, acl.value, data);
  const common = { path, data, acl: acl.value, parentCVersion };
  if (request.op === "createTTL") return ok({ type: request.op, ...common, ttl: request.ttl });
  if (request.op === "createContainer") return ok({ type: request.op, ...common });
  return ok({ type: request.op, ...common, ephemeral: mode.ephemeral });
}

function timeToLiveIsRight(request: CreateRequest, mode: CreateMode): boolean {
  if (request.op !== "createTTL") return !mode.ttl;
  return mode.ttl && request.ttl > 0 && request.ttl <= MAX_TTL;
}

function prepareDelete(
  request: Extract<WriteRequest, { op: "delete" }>,
  ids: readonly Id[],
  draft: Draft,
): Prepared {
  const { path, version } = request;
  if (hasNoParent(path) || isSpecialPath(path)) return BAD_ARGUMENTS;
  const parent = draft.get(parentOf(path));
  if (parent === undefined) return NO_NODE;
  if (!isAllowed(parent.acl, PERM.delete, ids)) return NO_AUTH;
  const node = draft.get(path);
  if (node === undefined) return NO_NODE;
  if (isOther(version, node.version)) return err(ERROR_CODE.BADVERSION);
  if (draft.childCount(path) > 0) return err(ERROR_CODE.NOTEMPTY);
  draft.deleted(path);
  return ok({ type: "delete", path });
}

function prepareSetData(
  request: Extract<WriteRequest, { op: "setData" }>,
  ids: readonly Id[],
  draft: Draft,
): Prepared {
  const { path, data } = request;
  if (pathProblem(path) !== undefined) return BAD_ARGUMENTS;
  const node = draft.get(path);
  if (node === undefined) return NO_NODE;
  if (!isAllowed(node.acl, PERM.write, ids)) return NO_AUTH;
  const growth = (data?.length ?? 0) - (node.data?.length ?? 0);
  if (!draft.allowsGrowth(path, 0, growth)) return err(ERROR_CODE.QUOTAEXCEEDED);
  if (isOther(request.version, node.version)) return err(ERROR_CODE.BADVERSION);
  const version = nextVersion(node.version);
  draft.changed(path, { ...node, data, version });
  return ok({ type: "setData", path, data, version });
}

function prepareSetAcl(request: RequestOf<"setACL">, ids: readonly Id[], draft: Draft): Prepared {
  const { path } = request;
  if (pathProblem(path) !== undefined) return BAD_ARGUMENTS;
  const acl = effectiveAcl(request.acl, ids);
  if (acl.type === "error") return acl;
  const node = draft.get(path);
  if (node === undefined) return NO_NODE;
  if (!isAllowed(node.acl, PERM.admin, ids)) return NO_AUTH;
  if (isOther(request.version, node.aversion)) return err(ERROR_CODE.BADVERSION);
  const version = nextVersion(node.aversion);
  return ok({ type: "setACL", path, acl: acl.value, version });
}

function prepareCheck(
  request: Extract<WriteRequest, { op: "check" }>,
  ids: readonly Id[],
  draft: Draft,
): Prepared {
  const { path } = request;
  if (pathProblem(path) !== undefined) return BAD_ARGUMENTS;
  const node = draft.get(path);
  if (node === undefined) return NO_NODE;
  if (!isAllowed(node.acl, PERM.read, ids)) return NO_AUTH;
  if (isOther(request.version, node.version)) return err(ERROR_CODE.BADVERSION);
  return ok({ type: "check", path, version: nextVersion(node.version) });
}

/** The parts of a path are looked at later; here it must only have something above it. */
function hasNoParent(path: string): boolean {
  return !path.includes("/") || path.includes("\0");
}

/** As `parentPath`, but "/" lies below itself, so that creating it finds that it exists. */
function parentOf(path: string): string {
  return path === "/" ? "/" : parentPath(path);
}

function isEphemeral(node: Node): boolean {
  return lifetimeOf(node.ephemeralOwner).type === "ephemeral";
}

const ANY_VERSION = -1;

function isOther(expected: number, version: number): boolean {
  return expected !== ANY_VERSION && expected !== version;
}

/** −1 is left out when the counter wraps: as an expectation it means any version. */
function nextVersion(version: number): number {
  const next = (version + 1) | 0;
  return next === ANY_VERSION ? 0 : next;
}
