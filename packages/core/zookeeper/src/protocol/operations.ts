import type { Buffer } from "node:buffer";
import { err, ok, type Result } from "@mesos-ts/base";
import {
  bool,
  buffer,
  type Codec,
  int,
  long,
  nothing,
  record,
  text,
  time,
  type ValueOf,
  vector,
} from "./codec.ts";
import { ERROR_CODE, type ErrorCode, OP_CODE } from "./constants.ts";
import { JuteError, type JuteReader, JuteWriter } from "./jute.ts";
import { aclCodec, statCodec } from "./records.ts";

const pathOnly = record({ path: text });
const pathAndWatch = record({ path: text, watch: bool });
const pathAndVersion = record({ path: text, version: int });
const statOnly = record({ stat: statCodec });
const created = record({ path: text, stat: statCodec });
const creation = record({ path: text, data: buffer, acl: vector(aclCodec), flags: int });
const texts = vector(text);

/** The operations that stand alone as well as in a `multi`. */
export const SIMPLE_OPERATIONS = {
  create: { request: creation, response: pathOnly },
  create2: { request: creation, response: created },
  createContainer: { request: creation, response: created },
  createTTL: {
    request: record({ path: text, data: buffer, acl: vector(aclCodec), flags: int, ttl: time }),
    response: created,
  },
  delete: { request: pathAndVersion, response: nothing },
  setData: { request: record({ path: text, data: buffer, version: int }), response: statOnly },
  check: { request: pathAndVersion, response: nothing },
  getData: { request: pathAndWatch, response: record({ data: buffer, stat: statCodec }) },
  getChildren: { request: pathAndWatch, response: record({ children: texts }) },
} as const;

type Simple = typeof SIMPLE_OPERATIONS;
export type SimpleOp = keyof Simple;
export type SimpleRequest = {
  [K in SimpleOp]: { readonly op: K } & ValueOf<Simple[K]["request"]>;
}[SimpleOp];
export type SimpleResponse = {
  [K in SimpleOp]: { readonly op: K } & ValueOf<Simple[K]["response"]>;
}[SimpleOp];

/** One answer within a `multi`: what was done, or why all of it was refused. */
export type MultiResult = SimpleResponse | { readonly op: "error"; readonly err: number };

const SIMPLE_OP_OF: ReadonlyMap<number, SimpleOp> = new Map(
  (Object.keys(SIMPLE_OPERATIONS) as SimpleOp[]).map((op) => [OP_CODE[op], op]),
);

const multiHeader = record({ type: int, done: bool, err: int });
const MULTI_END = { type: -1, done: true, err: -1 };

/** Most operations in one `multi`; a frame of the default size holds fewer. */
export const MAX_MULTI_OPERATIONS = 100_000;

function readMulti<T>(reader: JuteReader, readOne: (type: number) => T): readonly T[] {
  const values: T[] = [];
  for (;;) {
    const header = multiHeader.read(reader);
    if (header.done) return values;
    if (values.length === MAX_MULTI_OPERATIONS) throw new JuteError("Too many operations");
    values.push(readOne(header.type));
  }
}

function simpleOpOf(type: number): SimpleOp {
  const op = SIMPLE_OP_OF.get(type);
  if (op === undefined) throw new JuteError(`Invalid type of op: ${type}`);
  return op;
}

const multiRequests: Codec<readonly SimpleRequest[]> = {
  read: (reader) =>
    readMulti(reader, (type) => {
      const op = simpleOpOf(type);
      return { op, ...SIMPLE_OPERATIONS[op].request.read(reader) } as SimpleRequest;
    }),
  write: (writer, requests) => {
    for (const request of requests) {
      multiHeader.write(writer, { type: OP_CODE[request.op], done: false, err: -1 });
      (SIMPLE_OPERATIONS[request.op].request as Codec<unknown>).write(writer, request);
    }
    multiHeader.write(writer, MULTI_END);
  },
};

const multiResults: Codec<readonly MultiResult[]> = {
  read: (reader) =>
    readMulti(reader, (type) => {
      if (type === OP_CODE.error) return { op: "error", err: reader.readInt() };
      const op = simpleOpOf(type);
      return { op, ...SIMPLE_OPERATIONS[op].response.read(reader) } as MultiResult;
    }),
  write: (writer, results) => {
    for (const result of results) {
      const error = result.op === "error" ? result.err : 0;
      multiHeader.write(writer, { type: OP_CODE[result.op], done: false, err: error });
      if (result.op === "error") writer.writeInt(error);
      else (SIMPLE_OPERATIONS[result.op].response as Codec<unknown>).write(writer, result);
    }
    multiHeader.write(writer, MULTI_END);
  },
};

const multi = {
  request: record({ requests: multiRequests }),
  response: record({ results: multiResults }),
};
const watchesOfPath = { request: record({ path: text, type: int }), response: nothing };
const watchLists = { relativeZxid: long, dataWatches: texts, existWatches: texts };

/** Every operation of a client: what it carries, and what answers it. */
export const OPERATIONS = {
  ...SIMPLE_OPERATIONS,
  exists: { request: pathAndWatch, response: statOnly },
  getACL: { request: pathOnly, response: record({ acl: vector(aclCodec), stat: statCodec }) },
  setACL: {
    request: record({ path: text, acl: vector(aclCodec), version: int }),
    response: statOnly,
  },
  getChildren2: {
    request: pathAndWatch,
    response: record({ children: texts, stat: statCodec }),
  },
  sync: { request: pathOnly, response: pathOnly },
  ping: { request: nothing, response: nothing },
  multi,
  multiRead: multi,
  reconfig: {
    request: record({
      joiningServers: text,
      leavingServers: text,
      newMembers: text,
      curConfigId: long,
    }),
    response: record({ data: buffer, stat: statCodec }),
  },
  checkWatches: watchesOfPath,
  removeWatches: watchesOfPath,
  auth: { request: record({ type: int, scheme: text, auth: buffer }), response: nothing },
  setWatches: { request: record({ ...watchLists, childWatches: texts }), response: nothing },
  setWatches2: {
    request: record({
      ...watchLists,
      childWatches: texts,
      persistentWatches: texts,
      persistentRecursiveWatches: texts,
    }),
    response: nothing,
  },
  addWatch: { request: record({ path: text, mode: int }), response: record({ err: int }) },
  sasl: { request: record({ token: buffer }), response: record({ token: buffer }) },
  getEphemerals: {
    request: record({ prefixPath: text }),
    response: record({ ephemerals: texts }),
  },
  getAllChildrenNumber: { request: pathOnly, response: record({ totalNumber: int }) },
  whoAmI: {
    request: nothing,
    response: record({ clientInfo: vector(record({ authScheme: text, user: text })) }),
  },
  closeSession: { request: nothing, response: nothing },
} as const;

type Operations = typeof OPERATIONS;
export type Op = keyof Operations;
export type Request = {
  [K in Op]: { readonly op: K } & ValueOf<Operations[K]["request"]>;
}[Op];
export type RequestOf<K extends Op> = Extract<Request, { readonly op: K }>;
export type Response = {
  [K in Op]: { readonly op: K } & ValueOf<Operations[K]["response"]>;
}[Op];
export type ResponseOf<K extends Op> = Extract<Response, { readonly op: K }>;

const OP_OF: ReadonlyMap<number, Op> = new Map(
  (Object.keys(OPERATIONS) as Op[]).map((op) => [OP_CODE[op], op]),
);

/** The operation with that number, if a client may send it. */
export function opOfCode(type: number): Op | undefined {
  return OP_OF.get(type);
}

export type DecodedRequest = { readonly xid: number; readonly request: Request };

/** A request that cannot be read. Without a `xid` even its header could not. */
export type BadRequest = {
  readonly xid: number | undefined;
  readonly type: number | undefined;
  readonly code: ErrorCode;
  readonly text: string;
};

/** Reads one frame from a client whose session is established. */
export function decodeRequest(reader: JuteReader): Result<DecodedRequest, BadRequest> {
  let xid: number | undefined;
  let type: number | undefined;
  const refuse = (code: ErrorCode, reason: string) => err({ xid, type, code, text: reason });
  try {
    xid = reader.readInt();
    type = reader.readInt();
    const op = OP_OF.get(type);
    if (op === undefined) {
      return refuse(ERROR_CODE.UNIMPLEMENTED, `There is no operation ${type}`);
    }
    const request = { op, ...OPERATIONS[op].request.read(reader) } as Request;
    return ok({ xid, request });
  } catch (error) {
    if (error instanceof JuteError) return refuse(ERROR_CODE.MARSHALLINGERROR, error.message);
    throw error;
  }
}

/** A request as it goes on the wire, its length first. */
export function encodeRequest(xid: number, request: Request): Buffer {
  const writer = new JuteWriter(4);
  writer.writeInt(xid);
  writer.writeInt(OP_CODE[request.op]);
  (OPERATIONS[request.op].request as Codec<unknown>).write(writer, request);
  return writer.finishFrame();
}

/** Reads what follows the header of a reply without an error. */
export function decodeResponse<K extends Op>(op: K, reader: JuteReader): Result<ResponseOf<K>> {
  try {
    const fields = OPERATIONS[op].response.read(reader);
    return ok({ op, ...fields } as unknown as ResponseOf<K>);
  } catch (error) {
    if (error instanceof JuteError) return err(`The reply to ${op} is malformed: ${error.message}`);
    throw error;
  }
}

/** Writes what follows the header of a reply without an error. */
export function writeResponse(writer: JuteWriter, response: Response): void {
  (OPERATIONS[response.op].response as Codec<unknown>).write(writer, response);
}
