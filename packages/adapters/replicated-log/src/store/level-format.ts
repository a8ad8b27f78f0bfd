import { maskedCrc32c } from "./crc32c.ts";
import { unsnappy } from "./snappy.ts";

/** What is wrong with a file of a LevelDB, in a few words. */
export class Damage extends Error {
  override readonly name = "Damage";
}

const BLOCK_BYTES = 32_768;
const HEADER_BYTES = 7;
const FOOTER_BYTES = 48;
const TRAILER_BYTES = 5;
const TABLE_MAGIC = 0xdb4775248b80fb57n;

/** Kinds of pieces of a journal record. */
const FULL = 1;
const FIRST = 2;
const LAST = 4;

/**
 * The records of a journal (`*.log`, `MANIFEST-*`). The last one may be torn by a crash, and then
 * was never acknowledged; anything else that does not match its checksum is damage.
 */
export function readJournal(file: Buffer): Buffer[] {
  const records: Buffer[] = [];
  let pieces: Buffer[] | undefined;
  let at = 0;
  while (at + HEADER_BYTES <= file.length) {
    const left = BLOCK_BYTES - (at % BLOCK_BYTES);
    if (left < HEADER_BYTES) {
      at += left;
      continue;
    }
    const length = file.readUInt16LE(at + 4);
    const type = file.readUInt8(at + 6);
    const end = at + HEADER_BYTES + length;
    if (end > file.length) break;
    if (file.readUInt32LE(at) !== maskedCrc32c(file.subarray(at + 6, end))) {
      if (file.subarray(at).every((byte) => byte === 0)) break;
      throw new Damage(`the record at byte ${at} does not match its checksum`);
    }
    const piece = file.subarray(at + HEADER_BYTES, end);
    const begins = type === FULL || type === FIRST;
    if (begins === (pieces !== undefined))
      throw new Damage(`a piece of a record is missing at ${at}`);
    pieces = [...(pieces ?? []), piece];
    if (type === FULL || type === LAST) {
      records.push(Buffer.concat(pieces));
      pieces = undefined;
    }
    at = end;
  }
  return records;
}

/** Reads numbers of seven bits a byte, and strings behind their length. */
class Fields {
  at = 0;
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get more(): boolean {
    return this.at < this.#bytes.length;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.at++];
      if (byte === undefined) throw new Damage("a number is cut off");
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  bytes(length = this.number()): Buffer {
    const part = this.#bytes.subarray(this.at, this.at + length);
    if (part.length < length) throw new Damage("a string is cut off");
    this.at += length;
    return part;
  }
}

export type Manifest = {
  /** Sizes of the tables, by number. */
  readonly tables: ReadonlyMap<number, number>;
  /** Number of the oldest journal that is still needed. */
  readonly journal: number | undefined;
};

/** What the records of a `MANIFEST-*` say is there. */
export function readManifest(file: Buffer): Manifest {
  const tables = new Map<number, number>();
  let journal: number | undefined;
  for (const record of readJournal(file)) {
    const fields = new Fields(record);
    while (fields.more) {
      const tag = fields.number();
      if (tag === 1) fields.bytes();
      else if (tag === 2) journal = fields.number();
      else if (tag === 3 || tag === 4 || tag === 9) fields.number();
      else if (tag === 5) [fields.number(), fields.bytes()];
      else if (tag === 6) [fields.number(), tables.delete(fields.number())];
      else if (tag === 7) {
        fields.number();
        tables.set(fields.number(), fields.number());
        [fields.bytes(), fields.bytes()];
      } else throw new Damage(`it holds an unknown field ${tag}`);
    }
  }
  return { tables, journal };
}

/** Holds every block of a table (`*.ldb`) to its checksum. */
export function checkTable(file: Buffer): void {
  const footer = file.subarray(Math.max(0, file.length - FOOTER_BYTES));
  if (footer.length < FOOTER_BYTES || footer.readBigUInt64LE(FOOTER_BYTES - 8) !== TABLE_MAGIC) {
    throw new Damage("it does not end as a table does");
  }
  const handles = new Fields(footer);
  block(file, handles);
  for (const handle of indexed(block(file, handles))) block(file, new Fields(handle));
}

/** The block a handle points to, unpacked. */
function block(file: Buffer, handle: Fields): Buffer {
  const offset = handle.number();
  const size = handle.number();
  const end = offset + size;
  if (end + TRAILER_BYTES > file.length) throw new Damage(`the block at byte ${offset} is cut off`);
  if (file.readUInt32LE(end + 1) !== maskedCrc32c(file.subarray(offset, end + 1))) {
    throw new Damage(`the block at byte ${offset} does not match its checksum`);
  }
  const bytes = file.subarray(offset, end);
  return file[end] === 1 ? unsnappy(bytes) : bytes;
}

/** The values of a block's entries. */
function* indexed(bytes: Buffer): Iterable<Buffer> {
  const restarts = bytes.readUInt32LE(bytes.length - 4);
  const fields = new Fields(bytes.subarray(0, bytes.length - 4 * (restarts + 1)));
  while (fields.more) {
    fields.number();
    const keyBytes = fields.number();
    const valueBytes = fields.number();
    fields.bytes(keyBytes);
    yield fields.bytes(valueBytes);
  }
}
