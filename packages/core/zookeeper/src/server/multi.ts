import { err, ok, type Result } from "@mesos-ts/base";
import { ERROR_CODE, type ErrorCode } from "../protocol/constants.ts";
import type { MultiResult, SimpleRequest } from "../protocol/operations.ts";
import type { Id } from "../protocol/records.ts";
import type { Draft } from "./draft.ts";
import { prepare } from "./prepare.ts";
import type { MultiTxn, SimpleTxn } from "./transactions.ts";

/** Which operation must not happen, and why. */
export type MultiRefusal = { readonly at: number; readonly code: ErrorCode };

/** All of it or nothing: each operation is judged on what those before it would have made. */
export function prepareMulti(
  requests: readonly SimpleRequest[],
  ids: readonly Id[],
  draft: Draft,
): Result<MultiTxn, MultiRefusal> {
  const txns: SimpleTxn[] = [];
  for (const [at, request] of requests.entries()) {
    if (request.op === "getData" || request.op === "getChildren") {
      return err({ at, code: ERROR_CODE.MARSHALLINGERROR });
    }
    const prepared = prepare(request, ids, draft);
    if (prepared.type === "error") return err({ at, code: prepared.error });
    txns.push(prepared.value);
  }
  return ok({ type: "multi", txns });
}

/** Those before it would have been right, those behind it were not tried. */
export function refusedMulti(count: number, at: number, code: ErrorCode): readonly MultiResult[] {
  return Array.from({ length: count }, (_, index) => {
    if (index < at) return { op: "error", err: ERROR_CODE.OK };
    return { op: "error", err: index === at ? code : ERROR_CODE.RUNTIMEINCONSISTENCY };
  });
}
