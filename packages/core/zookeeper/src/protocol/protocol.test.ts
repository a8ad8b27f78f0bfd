import { Buffer } from "node:buffer";
import { unwrap } from "@mesos-ts/base";
import { describe, expect, it } from "vitest";
import {
  CREATE_MODE,
  createModeOf,
  createPathProblem,
  decodeConnectRequest,
  decodeConnectResponse,
  decodeNotification,
  decodeReply,
  decodeRequest,
  decodeResponse,
  ERROR_CODE,
  EVENT_TYPE,
  encodeConnectRequest,
  encodeConnectResponse,
  encodeNotification,
  encodeReply,
  encodeRequest,
  errorName,
  FrameDecoder,
  JuteReader,
  KEEPER_STATE,
  NO_PASSWORD,
  OPEN_ACL,
  parentPath,
  pathProblem,
  type Request,
  type Response,
  type Stat,
  sequenceSuffix,
  XID,
} from "../index.ts";

const stat: Stat = {
  czxid: 0x1_0000_0001n,
  mzxid: 7n,
  ctime: 1_700_000_000_123,
  mtime: 1_700_000_000_456,
  version: 1,
  cversion: -1,
  aversion: 2,
  ephemeralOwner: -(2n ** 63n),
  dataLength: 3,
  numChildren: 4,
  pzxid: 9n,
};
const data = Buffer.from("data");
const body = (frame: Uint8Array): JuteReader => new JuteReader(Buffer.from(frame.subarray(4)));

const requests: readonly Request[] = [
  { op: "create", path: "/a", data, acl: OPEN_ACL, flags: 3 },
  { op: "create2", path: "/a", data: null, acl: [], flags: 0 },
  { op: "createContainer", path: "/ü", data, acl: OPEN_ACL, flags: 4 },
  { op: "createTTL", path: "/a", data, acl: OPEN_ACL, flags: 5, ttl: 0xff_ffff_ffff },
  { op: "delete", path: "/a", version: -1 },
  { op: "exists", path: "/a", watch: true },
  { op: "getData", path: "/a", watch: false },
  { op: "setData", path: "/a", data, version: 2 },
  { op: "getACL", path: "/a" },
  { op: "setACL", path: "/a", acl: OPEN_ACL, version: 1 },
  { op: "getChildren", path: "/a", watch: true },
  { op: "getChildren2", path: "/a", watch: true },
  { op: "sync", path: "/a" },
  { op: "ping" },
  { op: "check", path: "/a", version: 4 },
  {
    op: "multi",
    requests: [
      { op: "check", path: "/a", version: 4 },
      { op: "create", path: "/a", data, acl: OPEN_ACL, flags: 0 },
    ],
  },
  { op: "multiRead", requests: [{ op: "getData", path: "/a", watch: false }] },
  { op: "reconfig", joiningServers: "a", leavingServers: "b", newMembers: "", curConfigId: -1n },
  { op: "checkWatches", path: "/a", type: 3 },
  { op: "removeWatches", path: "/a", type: 1 },
  { op: "auth", type: 0, scheme: "digest", auth: data },
  {
    op: "setWatches",
    relativeZxid: 5n,
    dataWatches: ["/a"],
    existWatches: [],
    childWatches: ["/b", "/c"],
  },
  {
    op: "setWatches2",
    relativeZxid: 5n,
    dataWatches: [],
    existWatches: ["/a"],
    childWatches: [],
    persistentWatches: ["/b"],
    persistentRecursiveWatches: ["/c"],
  },
  { op: "addWatch", path: "/a", mode: 1 },
  { op: "sasl", token: data },
  { op: "getEphemerals", prefixPath: "/a" },
  { op: "getAllChildrenNumber", path: "/a" },
  { op: "whoAmI" },
  { op: "closeSession" },
];

const responses: readonly Response[] = [
  { op: "create", path: "/a" },
  { op: "create2", path: "/a", stat },
  { op: "delete" },
  { op: "exists", stat },
  { op: "getData", data: null, stat },
  { op: "getACL", acl: OPEN_ACL, stat },
  { op: "getChildren", children: ["a", "b"] },
  { op: "getChildren2", children: [], stat },
  { op: "sync", path: "/a" },
  {
    op: "multi",
    results: [{ op: "delete" }, { op: "error", err: ERROR_CODE.NONODE }, { op: "setData", stat }],
  },
  { op: "addWatch", err: 0 },
  { op: "getEphemerals", ephemerals: ["/a"] },
  { op: "getAllChildrenNumber", totalNumber: 12 },
  { op: "whoAmI", clientInfo: [{ authScheme: "ip", user: "127.0.0.1" }] },
];

describe("a request", () => {
  it.each(requests)("$op is read as it was written", (request) => {
    const decoded = unwrap(decodeRequest(body(encodeRequest(7, request))));
    expect(decoded).toEqual({ xid: 7, request });
  });

  it("has ZooKeeper's bytes", () => {
    const frame = Buffer.from(encodeRequest(1, { op: "getData", path: "/a", watch: true }));
    expect(frame.toString("hex")).toBe("0000000f0000000100000004000000022f6101");
  });

  it("that ends too early is refused with its number", () => {
    const frame = Buffer.from("0000000900000004000000ff2f61", "hex");
    expect(decodeRequest(new JuteReader(frame))).toMatchObject({
      type: "error",
      error: { xid: 9, type: 4, code: ERROR_CODE.MARSHALLINGERROR },
    });
  });

  it("of an unknown operation is refused as not built", () => {
    expect(decodeRequest(new JuteReader(Buffer.from("00000009000003e7", "hex")))).toMatchObject({
      type: "error",
      error: { xid: 9, code: ERROR_CODE.UNIMPLEMENTED, text: "There is no operation 999" },
    });
  });

  it("without a header is refused without a number", () => {
    expect(decodeRequest(new JuteReader(Buffer.from("0000", "hex")))).toMatchObject({
      error: { xid: undefined },
    });
  });

  it("cannot make its reader allocate more than it carries", () => {
    const frame = Buffer.from("00000009000000010000000161000000007fffffff", "hex");
    expect(decodeRequest(new JuteReader(frame))).toMatchObject({
      error: { code: ERROR_CODE.MARSHALLINGERROR, text: "Unreasonable length = 2147483647" },
    });
  });
});

describe("a reply", () => {
  it.each(responses)("to $op is read as it was written", (response) => {
    const header = { xid: 3, zxid: 0x7fff_ffff_ffff_ffffn, err: 0 };
    const frame = encodeReply(header, response).subarray(4);
    const reply = unwrap(decodeReply(frame));
    expect(reply.header).toEqual(header);
    expect(decodeResponse(response.op, reply.body)).toEqual({ type: "ok", value: response });
    expect(reply.body.remaining).toBe(0);
  });

  it("with an error has a header only", () => {
    expect(encodeReply({ xid: 1, zxid: 2n, err: ERROR_CODE.NONODE }).toString("hex")).toBe(
      "00000010000000010000000000000002ffffff9b",
    );
  });

  it("that is cut off is an error that says so", () => {
    expect(decodeResponse("exists", new JuteReader(Buffer.alloc(3)))).toEqual({
      type: "error",
      error: "The reply to exists is malformed: Needs 8 bytes at 0, but 3 are left",
    });
  });

  it("may be a notification", () => {
    const event = {
      type: EVENT_TYPE.nodeDeleted,
      state: KEEPER_STATE.syncConnected,
      path: "/a",
    };
    const reply = unwrap(decodeReply(encodeNotification(event).subarray(4)));
    expect(reply.header).toEqual({ xid: XID.notification, zxid: -1n, err: 0 });
    expect(unwrap(decodeNotification(reply.body))).toEqual(event);
  });
});

describe("a connection's first frames", () => {
  const request = {
    protocolVersion: 0,
    lastZxidSeen: 0n,
    timeOut: 10_000,
    sessionId: 0n,
    passwd: NO_PASSWORD,
  };
  it.each([undefined, true, false])("with readOnly %s", (readOnly) => {
    const sent = { ...request, readOnly };
    expect(unwrap(decodeConnectRequest(encodeConnectRequest(sent).subarray(4)))).toEqual(sent);
    const reply = {
      protocolVersion: 0,
      timeOut: 4000,
      sessionId: -5n,
      passwd: NO_PASSWORD,
      readOnly,
    };
    expect(unwrap(decodeConnectResponse(encodeConnectResponse(reply).subarray(4)))).toEqual(reply);
  });
  it("of an old client has 44 bytes", () => {
    expect(encodeConnectRequest({ ...request, readOnly: undefined })).toHaveLength(4 + 44);
  });
});

describe("frames", () => {
  const stream = Buffer.concat(requests.map((request, xid) => encodeRequest(xid, request)));

  it.each([1, 2, 3, 5, 64, stream.length])("are found in chunks of %i bytes", (size) => {
    const decoder = new FrameDecoder();
    const found: Buffer[] = [];
    for (let at = 0; at < stream.length; at += size) {
      found.push(...unwrap(decoder.push(stream.subarray(at, at + size))));
    }
    expect(found.map((frame) => frame.readInt32BE(0))).toEqual([...requests.keys()]);
  });

  it.each([
    [-1, "ffffffff"],
    [0x100000, "00100000"],
  ])("of %i bytes are refused", (length, hex) => {
    expect(new FrameDecoder().push(Buffer.from(hex, "hex"))).toEqual({
      type: "error",
      error: `Len error ${length}`,
    });
  });
});

describe("a path", () => {
  it.each([
    ["/", undefined],
    ["/a/b.c/..d/e..", undefined],
    ["/안녕", undefined],
    ["", "Path length must be > 0"],
    ["a", "Path must start with / character"],
    ["/a/", "Path must not end with / character"],
    ["/a//b", 'Invalid path string "/a//b" caused by empty node name specified @3'],
    ["/a/./b", 'Invalid path string "/a/./b" caused by relative paths not allowed @3'],
    ["/a/..", 'Invalid path string "/a/.." caused by relative paths not allowed @4'],
    ["/a\0", 'Invalid path string "/a\0" caused by null character not allowed @2'],
    ["/a\x1f", 'Invalid path string "/a\x1f" caused by invalid character @2'],
    ["/a\u009f", 'Invalid path string "/a\u009f" caused by invalid character @2'],
    ["/\ud83d\ude00", 'Invalid path string "/\ud83d\ude00" caused by invalid character @1'],
  ])("%j: %s", (path, problem) => expect(pathProblem(path)).toBe(problem));

  it("of a sequential node may end with a slash", () => {
    expect(createPathProblem("/a/", true)).toBeUndefined();
    expect(createPathProblem("/a/", false)).toBe("Path must not end with / character");
  });

  it.each([
    ["/a/b", "/a"],
    ["/a", "/"],
    ["/", ""],
  ])("%s lies below %j", (path, parent) => expect(parentPath(path)).toBe(parent));

  it.each([
    [0, "0000000000"],
    [7, "0000000007"],
    [2147483647, "2147483647"],
    [-1, "-000000001"],
    [-2147483648, "-2147483648"],
  ])("of the sequential node %i ends with %s", (counter, suffix) =>
    expect(sequenceSuffix(counter)).toBe(suffix),
  );
});

describe("numbers and names", () => {
  it("of creation", () => {
    expect(createModeOf(3)).toBe(CREATE_MODE.ephemeralSequential);
    expect(createModeOf(7)).toBeUndefined();
  });
  it("of errors", () => {
    expect(errorName(-101)).toBe("NONODE");
    expect(errorName(-999)).toBe("error -999");
  });
});
