import { Buffer } from "node:buffer";
import { err, ok, type Result } from "@mesos-ts/base";
import { buffer, int, long, record, text, time, vector } from "../protocol/codec.ts";
import { JuteError, JuteReader, JuteWriter } from "../protocol/jute.ts";
import { type Acl, aclCodec, OPEN_ACL } from "../protocol/records.ts";
import { Database } from "../server/database.ts";
import { newNode } from "../server/node.ts";
import { DataTree, type TreeCopy } from "../server/tree.ts";
import { Adler32 } from "./adler32.ts";

const MAGIC = 0x5a4b_534e; // "ZKSN"
const VERSION = 2;
const NO_DATABASE = -1n;
/** How an ACL that lets everybody do everything is written. */
const OPEN_ACL_ID = -1n;
/** The path after the last node. */
const END_OF_NODES = "/";
const SEAL = "/";
const NO_BYTES = Buffer.alloc(0);

/** Nodes that are written in one piece, so that requests are answered in between. */
const NODES_PER_PIECE = 1_000;

const nodeCodec = record({
  data: buffer,
  acl: long,
  czxid: long,
  mzxid: long,
  ctime: time,
  mtime: time,
  version: int,
  cversion: int,
  aversion: int,
  ephemeralOwner: long,
  pzxid: long,
});

const aclsCodec = vector(aclCodec);

/** A snapshot as ZooKeeper names it: `snapshot.` and the last transaction that is in it. */
export function snapshotFileName(lastZxid: bigint): string {
  return `snapshot.${lastZxid.toString(16)}`;
}

/**
 * The database as it is at this moment, piece by piece: later changes do not show, however late
 * the last piece is taken.
 */
export function encodeSnapshot(database: Database): Iterable<Buffer> {
  const sessions = [...database.sessions];
  return snapshotPieces(sessions, database.tree.copy());
}

function* snapshotPieces(
  sessions: readonly (readonly [bigint, number])[],
  { paths, nodes }: TreeCopy,
): Iterable<Buffer> {
  const checksum = new Adler32();
  const sealed = (writer: JuteWriter): Buffer => {
    const piece = writer.finish();
    checksum.update(piece);
    return piece;
  };
  const acls = new AclIds();
  for (const [index, node] of nodes.entries()) {
    acls.idOf(node.acl);
    // Nothing to write yet, but time for others.
    if (index % NODES_PER_PIECE === 0) yield NO_BYTES;
  }
  const head = new JuteWriter();
  head.writeInt(MAGIC);
  head.writeInt(VERSION);
  head.writeLong(NO_DATABASE);
  head.writeInt(sessions.length);
  for (const [id, timeoutMs] of sessions) {
    head.writeLong(id);
    head.writeInt(timeoutMs);
  }
  acls.write(head);
  yield sealed(head);
  for (let start = 0; start < nodes.length; start += NODES_PER_PIECE) {
    const writer = new JuteWriter();
    for (const [index, node] of nodes.slice(start, start + NODES_PER_PIECE).entries()) {
      const path = paths[start + index] ?? "";
      writer.writeText(path === "/" ? "" : path);
      nodeCodec.write(writer, { ...node, acl: acls.idOf(node.acl) });
    }
    yield sealed(writer);
  }
  const end = new JuteWriter();
  end.writeText(END_OF_NODES);
  yield sealed(end);
  const seal = new JuteWriter();
  seal.writeLong(BigInt(checksum.value));
  seal.writeText(SEAL);
  yield seal.finish();
}

/** Nodes share ACLs, which are written once and then named by number. */
class AclIds {
  readonly #ids = new Map<string, bigint>();
  readonly #acls: (readonly Acl[])[] = [];
  readonly #known = new Map<readonly Acl[], bigint>([[OPEN_ACL, OPEN_ACL_ID]]);

  idOf(acl: readonly Acl[]): bigint {
    const known = this.#known.get(acl);
    if (known !== undefined) return known;
    const key = JSON.stringify(acl);
    const id = this.#ids.get(key) ?? BigInt(this.#acls.push(acl));
    this.#ids.set(key, id);
    this.#known.set(acl, id);
    return id;
  }

  write(writer: JuteWriter): void {
    writer.writeInt(this.#acls.length);
    for (const [index, acl] of this.#acls.entries()) {
      writer.writeLong(BigInt(index + 1));
      aclsCodec.write(writer, acl);
    }
  }
}

/** Reads a snapshot, ours or ZooKeeper's. `lastZxid` is in its name. */
export function decodeSnapshot(bytes: Buffer, lastZxid: bigint): Result<Database> {
  const reader = new JuteReader(bytes);
  try {
    if (reader.readInt() !== MAGIC || reader.readInt() !== VERSION) {
      return err("it is no snapshot of version 2");
    }
    reader.readLong();
    const sessions = readSessions(reader);
    const acls = readAcls(reader);
    const tree = readNodes(reader, acls);
    const length = bytes.length - reader.remaining;
    const checksum = new Adler32().update(bytes.subarray(0, length)).value;
    if (reader.readLong() !== BigInt(checksum)) return err("its checksum is wrong");
    return ok(new Database(tree, sessions, lastZxid));
  } catch (error) {
    if (error instanceof JuteError) return err(error.message);
    throw error;
  }
}

function readSessions(reader: JuteReader): readonly (readonly [bigint, number])[] {
  const count = reader.readCount();
  const sessions: (readonly [bigint, number])[] = [];
  for (let index = 0; index < count; index++) {
    sessions.push([reader.readLong(), reader.readInt()]);
  }
  return sessions;
}

function readAcls(reader: JuteReader): ReadonlyMap<bigint, readonly Acl[]> {
  const count = reader.readCount();
  const acls = new Map<bigint, readonly Acl[]>([[OPEN_ACL_ID, OPEN_ACL]]);
  for (let index = 0; index < count; index++) {
    const id = reader.readLong();
    acls.set(id, aclsCodec.read(reader));
  }
  return acls;
}

function readNodes(reader: JuteReader, acls: ReadonlyMap<bigint, readonly Acl[]>): DataTree {
  const tree = new DataTree();
  for (;;) {
    const path = text.read(reader);
    if (path === END_OF_NODES) return tree;
    const { acl: id, data, ...stat } = nodeCodec.read(reader);
    const acl = acls.get(id);
    if (acl === undefined) throw new JuteError(`The node ${path} has an ACL that is not there`);
    const own = data === null ? null : Buffer.from(data);
    const fresh = newNode({ data: own, acl, ephemeralOwner: 0n, zxid: 0n, time: 0 });
    tree.restore(path === "" ? "/" : path, { ...fresh, ...stat });
  }
}
