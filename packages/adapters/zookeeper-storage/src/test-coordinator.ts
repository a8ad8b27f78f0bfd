import { unwrap } from "@mesos-ts/base";
import {
  Coordinator,
  type CoordinatorConfig,
  type CoordinatorEffect,
  type Database,
  decodeReply,
  decodeResponse,
  encodeConnectRequest,
  encodeRequest,
  NO_PASSWORD,
  OPEN_ACL,
  type Op,
  type Request,
} from "@mesos-ts/zookeeper";

export const TEST_CONFIG: CoordinatorConfig = {
  tickMs: 2_000,
  minSessionTimeoutMs: 4_000,
  maxSessionTimeoutMs: 40_000,
  containerCheckMs: 60_000,
  enforceQuota: false,
  maxSessions: 1_000,
  superDigest: undefined,
  sha1: (bytes) => bytes.toString("hex"),
  passwordOf: (session) => Buffer.from(session.toString(16).padStart(16, "0")),
};

export const START = { wallMs: 1_700_000_000_000, monotonicMs: 1_000 };

/** A coordinator with one client, whose connection has the number 1. */
export function withClient(database: Database): {
  readonly coordinator: Coordinator;
  readonly opening: readonly CoordinatorEffect[];
} {
  const coordinator = new Coordinator(TEST_CONFIG, database, START);
  const hello = {
    protocolVersion: 0,
    lastZxidSeen: 0n,
    timeOut: 10_000,
    sessionId: 0n,
    passwd: NO_PASSWORD,
    readOnly: false,
  };
  const frame = encodeConnectRequest(hello).subarray(4);
  const opening = [
    ...coordinator.step({ type: "connected", connection: 1, address: "127.0.0.1" }, START),
    ...coordinator.step({ type: "frame", connection: 1, frame }, START),
  ];
  return { coordinator, opening };
}

export function ask(
  coordinator: Coordinator,
  xid: number,
  request: Request,
): readonly CoordinatorEffect[] {
  const frame = encodeRequest(xid, request).subarray(4);
  return coordinator.step({ type: "frame", connection: 1, frame }, START);
}

export const create = (path: string, data: Buffer | null = null): Request => ({
  op: "create",
  path,
  data,
  acl: OPEN_ACL,
  flags: 0,
});

/** What a reply says. */
export function readReply(bytes: Buffer, op: Op) {
  const { header, body } = unwrap(decodeReply(bytes.subarray(4)));
  const response = header.err === 0 ? unwrap(decodeResponse(op, body)) : undefined;
  return { ...header, response };
}
