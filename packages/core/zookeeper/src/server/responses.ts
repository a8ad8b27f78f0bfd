import { assert } from "@mesos-ts/base";
import type { Response } from "../protocol/operations.ts";
import type { Outcome } from "./database.ts";
import type { WriteRequest } from "./prepare.ts";

/** The answer to a change that was made. */
export function responseTo(request: WriteRequest, { path, stat }: Outcome): Response {
  switch (request.op) {
    case "create":
      assert(path !== undefined, "a node that was created has a path");
      return { op: "create", path };
    case "create2":
    case "createContainer":
    case "createTTL":
      assert(path !== undefined && stat !== undefined, "a node that was created has a stat");
      return { op: request.op, path, stat };
    case "setData":
    case "setACL":
      assert(stat !== undefined, "a node that was changed has a stat");
      return { op: request.op, stat };
    case "delete":
    case "check":
      return { op: request.op };
  }
}
