import type { Buffer } from "node:buffer";
import type { Result } from "@mesos-ts/base";
import type {
  Acl,
  ClientRequest,
  CreateMode,
  Outcome,
  SessionState,
  Stat,
  WatchEvent,
  ZkError,
} from "@mesos-ts/zookeeper";

export type { SessionState, WatchEvent, ZkError } from "@mesos-ts/zookeeper";

/** Called once: a watch fires one time. It ends silently with its session. */
export type OnChange = (event: WatchEvent) => void;

/** What a session must be able to do; `withOperations` makes the rest of it. */
export interface SessionPort {
  readonly state: SessionState;
  /** `changed` belongs to a request with `watch: true`. Both are called at most once. */
  submit(request: ClientRequest, done: (outcome: Outcome) => void, changed?: OnChange): void;
  /** Called for each state to come; the function that is returned ends it. */
  onState(listener: (state: SessionState) => void): () => void;
  /** Ends the session, and with it its ephemeral nodes. Resolves when the server knows. */
  close(): Promise<void>;
}

export interface CreateOptions {
  readonly data?: Buffer;
  /** Default: a persistent node. */
  readonly mode?: CreateMode;
  /** Default: everybody may do everything. */
  readonly acl?: readonly Acl[];
}

export type ZkResult<T> = Promise<Result<T, ZkError>>;

/**
 * A client of ZooKeeper that outlives connections and sessions (see `SessionState`). A failure is a
 * value; CONNECTIONLOSS means that the request may have been carried out, or not.
 */
export interface ZooKeeperSession extends SessionPort {
  /** Gives the path of the new node, with its number if it is sequential. */
  create(path: string, options?: CreateOptions): ZkResult<string>;
  /** `version`: that the node must have; any if omitted. */
  delete(path: string, version?: number): ZkResult<void>;
  /** Undefined: there is no such node. */
  exists(path: string, onChange?: OnChange): ZkResult<Stat | undefined>;
  get(path: string, onChange?: OnChange): ZkResult<{ readonly data: Buffer; readonly stat: Stat }>;
  set(path: string, data: Buffer, version?: number): ZkResult<Stat>;
  /** Names, not paths, sorted. */
  children(path: string, onChange?: OnChange): ZkResult<readonly string[]>;
  /** Afterwards reads see at least what any other client had written before. */
  sync(path: string): ZkResult<void>;
}
