/**
 * ZooKeeper's client protocol, for both ends of a connection.
 */

export type {
  ClientOp,
  ClientRequest,
  ClientResponse,
  Outcome,
  ServerAddress,
  SessionConfig,
  SessionEffect,
  SessionEvent,
  SessionState,
  WatchEvent,
  ZkError,
} from "./client/contract.ts";
export { ClientSession } from "./client/session.ts";
export {
  type GroupCore,
  type GroupEffect,
  type GroupEvent,
  groupAcl,
  type Member,
} from "./election/contract.ts";
export { Detector, type DetectorOutcome } from "./election/detector.ts";
export { type GroupOutcome, GroupWatch, type MemberData } from "./election/group-watch.ts";
export {
  type LeaderInfo,
  MASTER_INFO_JSON_LABEL,
  parseMasterInfo,
  renderMasterInfo,
} from "./election/master-info.ts";
export {
  Membership,
  type MembershipConfig,
  type MembershipOutcome,
} from "./election/membership.ts";
export { childUrl, formatZkUrl, parseZkUrl, ZK_SCHEME, type ZkUrl } from "./election/url.ts";
export {
  decodeLogFile,
  encodeLogEntry,
  type LogContent,
  logFileHeader,
  logFileName,
} from "./files/log-file.ts";
export { decodeSnapshot, encodeSnapshot, snapshotFileName } from "./files/snapshot-file.ts";
export {
  ADD_WATCH_MODE,
  CREATE_MODE,
  type CreateMode,
  createModeOf,
  ERROR_CODE,
  type ErrorCode,
  type ErrorName,
  EVENT_TYPE,
  type EventType,
  errorName,
  KEEPER_STATE,
  type KeeperState,
  OP_CODE,
  PERM,
  WATCHER_TYPE,
  XID,
} from "./protocol/constants.ts";
export { FrameDecoder } from "./protocol/frames.ts";
export { JuteReader, JuteWriter, MAX_BUFFER_BYTES } from "./protocol/jute.ts";
export {
  decodeConnectRequest,
  decodeConnectResponse,
  decodeNotification,
  decodeReply,
  encodeConnectRequest,
  encodeConnectResponse,
  encodeNotification,
  encodeReply,
  type Reply,
} from "./protocol/messages.ts";
export {
  type BadRequest,
  type DecodedRequest,
  decodeRequest,
  decodeResponse,
  encodeRequest,
  MAX_MULTI_OPERATIONS,
  type MultiResult,
  type Op,
  opOfCode,
  type Request,
  type RequestOf,
  type Response,
  type ResponseOf,
  type SimpleOp,
  type SimpleRequest,
  type SimpleResponse,
} from "./protocol/operations.ts";
export {
  baseName,
  createPathProblem,
  parentPath,
  pathProblem,
  sequenceSuffix,
} from "./protocol/path.ts";
export {
  type Acl,
  ANYONE,
  AUTH_IDS,
  type ConnectRequest,
  type ConnectResponse,
  CREATOR_ALL_ACL,
  type Id,
  NO_PASSWORD,
  OPEN_ACL,
  PASSWORD_BYTES,
  READ_ACL,
  type ReplyHeader,
  type Stat,
  type WatcherEvent,
} from "./protocol/records.ts";
export type {
  Answer,
  ConnectionId,
  CoordinatorConfig,
  Effect as CoordinatorEffect,
  Event as CoordinatorEvent,
  Moment,
} from "./server/contract.ts";
export { type Connection, Coordinator } from "./server/coordinator.ts";
export { Database } from "./server/database.ts";
export type { LogRecord } from "./server/transactions.ts";
