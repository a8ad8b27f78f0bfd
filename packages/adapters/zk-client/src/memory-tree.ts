import { Buffer } from "node:buffer";
import { err, ok } from "@mesos-ts/base";
import {
  baseName,
  type ClientRequest,
  createModeOf,
  createPathProblem,
  ERROR_CODE,
  EVENT_TYPE,
  type EventType,
  errorName,
  type Outcome,
  parentPath,
  pathProblem,
  type RequestOf,
  type Stat,
  sequenceSuffix,
} from "@mesos-ts/zookeeper";

interface Node {
  data: Buffer;
  stat: Stat;
  readonly children: Set<string>;
  /** The number of the next sequential child. */
  sequence: number;
}

export interface Change {
  readonly type: EventType;
  readonly path: string;
}

/** The nodes of a coordinator in memory. It knows no permissions. */
export class MemoryTree {
  readonly #nodes = new Map<string, Node>();
  readonly #onChange: (change: Change) => void;
  readonly #now: () => number;
  #zxid = 0n;

  constructor(now: () => number, onChange: (change: Change) => void) {
    this.#now = now;
    this.#onChange = onChange;
    this.#nodes.set("/", this.#newNode(Buffer.alloc(0), 0n));
  }

  apply(request: ClientRequest, sessionId: bigint): Outcome {
    const problem =
      request.op === "create"
        ? createPathProblem(request.path, createModeOf(request.flags)?.sequential ?? false)
        : pathProblem(request.path);
    if (problem !== undefined) return refuse(ERROR_CODE.BADARGUMENTS, request.path);
    switch (request.op) {
      case "create":
        return this.#create(request, sessionId);
      case "delete":
        return this.#delete(request.path, request.version);
      case "setData":
        return this.#setData(request);
      case "exists":
        return this.#with(request.path, ({ stat }) => ok({ op: "exists", stat }));
      case "getData":
        return this.#with(request.path, ({ data, stat }) => ok({ op: "getData", data, stat }));
      case "getChildren":
        return this.#with(request.path, ({ children }) =>
          ok({ op: "getChildren", children: [...children] }),
        );
      case "sync":
        return ok({ op: "sync", path: request.path });
      default:
        return request satisfies never;
    }
  }

  /** Removes the ephemeral nodes of a session. */
  endSession(sessionId: bigint): void {
    const owned = [...this.#nodes].filter(([, { stat }]) => stat.ephemeralOwner === sessionId);
    for (const [path] of owned) this.#remove(path);
  }

  #create({ path, data, flags }: RequestOf<"create">, sessionId: bigint): Outcome {
    const mode = createModeOf(flags);
    if (mode === undefined) return refuse(ERROR_CODE.BADARGUMENTS, path);
    const parent = parentPath(path) || "/";
    return this.#with(parent, (above) => {
      if (above.stat.ephemeralOwner !== 0n) {
        return refuse(ERROR_CODE.NOCHILDRENFOREPHEMERALS, path);
      }
      const name = mode.sequential ? `${path}${sequenceSuffix(above.sequence)}` : path;
      if (this.#nodes.has(name)) return refuse(ERROR_CODE.NODEEXISTS, path);
      this.#zxid += 1n;
      above.sequence += 1;
      above.children.add(baseName(name));
      const owner = mode.ephemeral ? sessionId : 0n;
      this.#nodes.set(name, this.#newNode(Buffer.from(data ?? []), owner));
      this.#childrenChanged(above);
      this.#onChange({ type: EVENT_TYPE.nodeCreated, path: name });
      this.#onChange({ type: EVENT_TYPE.nodeChildrenChanged, path: parent });
      return ok({ op: "create", path: name });
    });
  }

  #delete(path: string, version: number): Outcome {
    return this.#with(path, ({ stat, children }) => {
      if (path === "/") return refuse(ERROR_CODE.BADARGUMENTS, path);
      if (version !== -1 && version !== stat.version) return refuse(ERROR_CODE.BADVERSION, path);
      if (children.size > 0) return refuse(ERROR_CODE.NOTEMPTY, path);
      this.#remove(path);
      return ok({ op: "delete" });
    });
  }

  #setData({ path, data, version }: RequestOf<"setData">): Outcome {
    return this.#with(path, (node) => {
      if (version !== -1 && version !== node.stat.version) {
        return refuse(ERROR_CODE.BADVERSION, path);
      }
      this.#zxid += 1n;
      node.data = Buffer.from(data ?? []);
      node.stat = {
        ...node.stat,
        mzxid: this.#zxid,
        mtime: this.#now(),
        version: node.stat.version + 1,
        dataLength: node.data.length,
      };
      this.#onChange({ type: EVENT_TYPE.nodeDataChanged, path });
      return ok({ op: "setData", stat: node.stat });
    });
  }

  #remove(path: string): void {
    const parent = parentPath(path);
    const above = this.#nodes.get(parent);
    this.#zxid += 1n;
    this.#nodes.delete(path);
    if (above !== undefined) {
      above.children.delete(baseName(path));
      this.#childrenChanged(above);
    }
    this.#onChange({ type: EVENT_TYPE.nodeDeleted, path });
    this.#onChange({ type: EVENT_TYPE.nodeChildrenChanged, path: parent });
  }

  #childrenChanged(node: Node): void {
    node.stat = {
      ...node.stat,
      pzxid: this.#zxid,
      cversion: node.stat.cversion + 1,
      numChildren: node.children.size,
    };
  }

  #newNode(data: Buffer, ephemeralOwner: bigint): Node {
    const zxid = this.#zxid;
    const time = this.#now();
    const stat = {
      ...{ czxid: zxid, mzxid: zxid, pzxid: zxid, ctime: time, mtime: time },
      ...{ version: 0, cversion: 0, aversion: 0, numChildren: 0 },
      ...{ ephemeralOwner, dataLength: data.length },
    };
    return { data, stat, children: new Set(), sequence: 0 };
  }

  #with(path: string, then: (node: Node) => Outcome): Outcome {
    const node = this.#nodes.get(path);
    return node === undefined ? refuse(ERROR_CODE.NONODE, path) : then(node);
  }
}

function refuse(code: number, path: string): Outcome {
  return err({ code, text: `${errorName(code)} for ${path}` });
}
