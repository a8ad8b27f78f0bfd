import { Buffer } from "node:buffer";
import { err, ok, type Result } from "@mesos-ts/base";
import { decodeLogRecord, encodeLogRecord, type LogRecord } from "../server/transactions.ts";
import { adler32 } from "./adler32.ts";

const MAGIC = 0x5a4b_4c47; // "ZKLG"
const VERSION = 2;
const HEADER_BYTES = 16;
const CHECKSUM_BYTES = 8;
const LENGTH_BYTES = 4;
const PREFIX_BYTES = CHECKSUM_BYTES + LENGTH_BYTES;
const END_OF_RECORD = 0x42; // "B"
const SECTOR_BYTES = 512;
/** How far behind damage a good record is looked for; one record is not longer. */
const MAX_SEARCH_BYTES = 4 * 1024 * 1024;

/** A log file as ZooKeeper names it: `log.` and its first transaction. */
export function logFileName(firstZxid: bigint): string {
  return `log.${firstZxid.toString(16)}`;
}

/** What every log file begins with. */
export function logFileHeader(): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32BE(MAGIC, 0);
  header.writeInt32BE(VERSION, 4);
  return header;
}

/** A transaction as it stands in a log file: checksum, length, bytes, and a mark of the end. */
export function encodeLogEntry(record: LogRecord): Buffer {
  const body = encodeLogRecord(record);
  const entry = Buffer.allocUnsafe(PREFIX_BYTES + body.length + 1);
  entry.writeInt32BE(0, 0);
  entry.writeUInt32BE(adler32(body), 4);
  entry.writeInt32BE(body.length, CHECKSUM_BYTES);
  entry.set(body, PREFIX_BYTES);
  entry[entry.length - 1] = END_OF_RECORD;
  return entry;
}

/** How a log file ends: as it should, in a write that never was complete, or in damage. */
export type LogEnd =
  | { readonly type: "whole" }
  | { readonly type: "torn"; readonly text: string }
  | { readonly type: "damaged"; readonly text: string };

export type LogContent = {
  readonly records: readonly LogRecord[];
  /** Bytes up to the end of the last good record. */
  readonly goodBytes: number;
  readonly end: LogEnd;
};

/** Reads a log file up to its end or to what cannot be read. */
export function decodeLogFile(bytes: Buffer): LogContent {
  const records: LogRecord[] = [];
  if (bytes.length < HEADER_BYTES || isZero(bytes, 0, bytes.length)) {
    return { records, goodBytes: 0, end: { type: "torn", text: "it has no header yet" } };
  }
  if (bytes.readInt32BE(0) !== MAGIC || bytes.readInt32BE(4) !== VERSION) {
    return { records, goodBytes: 0, end: { type: "damaged", text: "it is no log of version 2" } };
  }
  let at = HEADER_BYTES;
  while (at < bytes.length) {
    const entry = readEntry(bytes, at);
    if (entry.type === "error")
      return { records, goodBytes: at, end: endAt(bytes, at, entry.error) };
    records.push(entry.value.record);
    at = entry.value.end;
  }
  return { records, goodBytes: at, end: { type: "whole" } };
}

type Entry = { readonly record: LogRecord; readonly end: number };

function readEntry(bytes: Buffer, at: number): Result<Entry> {
  const start = at + PREFIX_BYTES;
  if (start > bytes.length) return err(`a record is cut off at byte ${at}`);
  const length = bytes.readInt32BE(at + CHECKSUM_BYTES);
  const end = start + length;
  if (length <= 0 || end >= bytes.length) return err(`a record is cut off at byte ${at}`);
  if (bytes[end] !== END_OF_RECORD) return err(`a record has no end at byte ${at}`);
  const body = bytes.subarray(start, end);
  if (adler32(body) !== bytes.readUInt32BE(at + 4) || bytes.readInt32BE(at) !== 0) {
    return err(`a record has a wrong checksum at byte ${at}`);
  }
  const record = decodeLogRecord(body);
  if (record.type === "error") return err(`a record at byte ${at} cannot be read: ${record.error}`);
  return ok({ record: record.value, end: end + 1 });
}

/**
 * What cannot be read at `at` is the rest of a write that a crash cut short (part of it never
 * reached the disk: it is missing, or zeros), or else something that was good and is damaged.
 */
function endAt(bytes: Buffer, at: number, text: string): LogEnd {
  if (isZero(bytes, at, bytes.length)) return { type: "whole" };
  if (hasZeroSector(bytes, at)) return { type: "torn", text };
  const isCut = text.includes("cut off");
  return isCut && !hasEntryAfter(bytes, at) ? { type: "torn", text } : { type: "damaged", text };
}

function hasZeroSector(bytes: Buffer, at: number): boolean {
  for (let start = at; start < bytes.length; ) {
    const end = Math.min(bytes.length, (Math.floor(start / SECTOR_BYTES) + 1) * SECTOR_BYTES);
    if (isZero(bytes, start, end)) return true;
    start = end;
  }
  return false;
}

/** Was a length damaged? Then good records follow, or the end of the file ends this one. */
function hasEntryAfter(bytes: Buffer, at: number): boolean {
  const rest = bytes.subarray(at + PREFIX_BYTES, bytes.length - 1);
  if (bytes.length - at > PREFIX_BYTES && adler32(rest) === bytes.readUInt32BE(at + 4)) return true;
  const last = Math.min(bytes.length - PREFIX_BYTES, at + MAX_SEARCH_BYTES);
  for (let start = at + 1; start < last; start++) {
    if (bytes.readInt32BE(start) === 0 && readEntry(bytes, start).type === "ok") return true;
  }
  return false;
}

function isZero(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (bytes[at] !== 0) return false;
  }
  return true;
}
