import { Buffer } from "node:buffer";
import { err, ok, type Result } from "@mesos-ts/base";
import {
  bool,
  buffer,
  type Codec,
  int,
  long,
  record,
  text,
  time,
  type ValueOf,
  vector,
} from "../protocol/codec.ts";
import { OP_CODE } from "../protocol/constants.ts";
import { JuteError, JuteReader, JuteWriter } from "../protocol/jute.ts";
import { aclCodec } from "../protocol/records.ts";

/** Who did it, when, and as which transaction. */
const headerCodec = record({ clientId: long, cxid: int, zxid: long, time, type: int });
export type TxnHeader = Omit<ValueOf<typeof headerCodec>, "type">;

const created = { path: text, data: buffer, acl: vector(aclCodec) };
const createTxn = record({ ...created, ephemeral: bool, parentCVersion: int });
const deleteTxn = record({ path: text });

/** What is written in the log, in ZooKeeper's own form: facts, which nothing can refuse any more. */
const SIMPLE_TXNS = {
  create: createTxn,
  create2: createTxn,
  createContainer: record({ ...created, parentCVersion: int }),
  createTTL: record({ ...created, parentCVersion: int, ttl: time }),
  delete: deleteTxn,
  deleteContainer: deleteTxn,
  setData: record({ path: text, data: buffer, version: int }),
  setACL: record({ path: text, acl: vector(aclCodec), version: int }),
  check: record({ path: text, version: int }),
  error: record({ err: int }),
  createSession: record({ timeOut: int }),
  closeSession: record({ paths: vector(text) }),
} as const;

type SimpleTxns = typeof SIMPLE_TXNS;
type SimpleType = keyof SimpleTxns;
export type SimpleTxn = {
  [K in SimpleType]: { readonly type: K } & ValueOf<SimpleTxns[K]>;
}[SimpleType];
/** Several transactions that happen as one. */
export type MultiTxn = { readonly type: "multi"; readonly txns: readonly SimpleTxn[] };
export type Txn = SimpleTxn | MultiTxn;

/** One entry of the log. */
export type LogRecord = { readonly header: TxnHeader; readonly txn: Txn };

const TYPE_OF: ReadonlyMap<number, SimpleType> = new Map(
  (Object.keys(SIMPLE_TXNS) as SimpleType[]).map((type) => [OP_CODE[type], type]),
);

function readSimple(code: number, reader: JuteReader): SimpleTxn {
  const type = TYPE_OF.get(code);
  if (type === undefined) throw new JuteError(`There is no transaction of type ${code}`);
  return { type, ...SIMPLE_TXNS[type].read(reader) } as SimpleTxn;
}

function writeSimple(writer: JuteWriter, txn: SimpleTxn): void {
  (SIMPLE_TXNS[txn.type] as Codec<unknown>).write(writer, txn);
}

const partCodec = record({ type: int, data: buffer });

const multiCodec: Codec<readonly SimpleTxn[]> = {
  read: (reader) =>
    vector(partCodec)
      .read(reader)
      .map((part) => readSimple(part.type, new JuteReader(part.data ?? Buffer.alloc(0)))),
  write: (writer, txns) => {
    writer.writeInt(txns.length);
    for (const txn of txns) {
      const body = new JuteWriter();
      writeSimple(body, txn);
      partCodec.write(writer, { type: OP_CODE[txn.type], data: body.finish() });
    }
  },
};

export function encodeLogRecord({ header, txn }: LogRecord): Buffer {
  const writer = new JuteWriter();
  headerCodec.write(writer, { ...header, type: OP_CODE[txn.type] });
  if (txn.type === "multi") multiCodec.write(writer, txn.txns);
  else writeSimple(writer, txn);
  return writer.finish();
}

/** Reads an entry. ZooKeeper's own have a digest behind them, which is not looked at. */
export function decodeLogRecord(bytes: Buffer): Result<LogRecord> {
  const reader = new JuteReader(bytes);
  try {
    const { type, ...header } = headerCodec.read(reader);
    const txn: Txn =
      type === OP_CODE.multi
        ? { type: "multi", txns: multiCodec.read(reader) }
        : readSimple(type, reader);
    return ok({ header, txn });
  } catch (error) {
    if (error instanceof JuteError) return err(error.message);
    throw error;
  }
}
