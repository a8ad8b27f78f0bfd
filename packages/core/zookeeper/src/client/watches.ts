import { EVENT_TYPE } from "../protocol/constants.ts";
import type { RequestOf } from "../protocol/operations.ts";
import type { ClientRequest } from "./contract.ts";

type WatchKind = "data" | "exist" | "child";

/** A `setWatches` must fit in a frame; the server takes any number of them. */
const MAX_PATHS_BYTES = 128 * 1024;

/** Which watches an event ends: ZooKeeper's rule. A server may send numbers not known here. */
function firedBy(type: number): readonly WatchKind[] {
  switch (type) {
    case EVENT_TYPE.nodeCreated:
    case EVENT_TYPE.nodeDataChanged:
      return ["data", "exist"];
    case EVENT_TYPE.nodeDeleted:
      return ["data", "exist", "child"];
    case EVENT_TYPE.nodeChildrenChanged:
      return ["child"];
    case EVENT_TYPE.dataWatchRemoved:
      return ["data", "exist"];
    case EVENT_TYPE.childWatchRemoved:
      return ["child"];
    default:
      return [];
  }
}

/** The kind of watch that a request leaves behind; undefined for none. */
function watchKind(request: ClientRequest, found: boolean): WatchKind | undefined {
  switch (request.op) {
    case "getData":
      return request.watch && found ? "data" : undefined;
    case "getChildren":
      return request.watch && found ? "child" : undefined;
    case "exists":
      // The only one that may wait for a node to come into being.
      return request.watch ? (found ? "data" : "exist") : undefined;
    case "create":
    case "delete":
    case "setData":
    case "sync":
      return undefined;
    default:
      return request satisfies never;
  }
}

/** One-shot watches, by kind and full path; each remembers the requests that set it. */
export class WatchTable {
  readonly #paths: Readonly<Record<WatchKind, Map<string, number[]>>> = {
    data: new Map(),
    exist: new Map(),
    child: new Map(),
  };
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** To be told of every answer; `found` says whether there was such a node. */
  answered(id: number, request: ClientRequest, path: string, found: boolean): void {
    const kind = watchKind(request, found);
    if (kind === undefined) return;
    const ids = this.#paths[kind].get(path) ?? [];
    ids.push(id);
    this.#paths[kind].set(path, ids);
    this.#size += 1;
  }

  /** The requests whose watches an event ends, in the order in which they were set. */
  take(type: number, path: string): readonly number[] {
    const taken: number[] = [];
    for (const kind of firedBy(type)) {
      taken.push(...(this.#paths[kind].get(path) ?? []));
      this.#paths[kind].delete(path);
    }
    this.#size -= taken.length;
    return taken.sort((a, b) => a - b);
  }

  clear(): void {
    for (const paths of Object.values(this.#paths)) paths.clear();
    this.#size = 0;
  }

  /** What to tell a server that has not heard of the watches, after the state `relativeZxid`. */
  setAgain(relativeZxid: bigint): readonly RequestOf<"setWatches">[] {
    const requests: RequestOf<"setWatches">[] = [];
    let lists: Record<WatchKind, string[]> = { data: [], exist: [], child: [] };
    let bytes = 0;
    const flush = (): void => {
      if (bytes === 0) return;
      requests.push({
        op: "setWatches",
        relativeZxid,
        dataWatches: lists.data,
        existWatches: lists.exist,
        childWatches: lists.child,
      });
      lists = { data: [], exist: [], child: [] };
      bytes = 0;
    };
    for (const kind of ["data", "exist", "child"] as const) {
      for (const path of this.#paths[kind].keys()) {
        if (bytes + path.length > MAX_PATHS_BYTES) flush();
        lists[kind].push(path);
        bytes += path.length;
      }
    }
    flush();
    return requests;
  }
}
