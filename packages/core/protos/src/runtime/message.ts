import type { Buffer } from "node:buffer";
import { DecodeError, Reader } from "./reader.ts";
import { missingFields } from "./required.ts";
import type { StringPool } from "./string-pool.ts";
import { Writer } from "./writer.ts";

/** What every decoded message may carry beside its fields. */
export interface Message {
  /** Fields that the schema does not know, as they came: they are written out again at the end. */
  $unknown?: Buffer | undefined;
}

/** How a field is stored on the wire. */
export type Scalar =
  | "double"
  | "float"
  | "int32"
  | "int64"
  | "uint32"
  | "uint64"
  | "bool"
  | "string"
  | "bytes";

/** An enum: its values' v1 names by number, and the v0 names where they differ. */
export interface EnumType {
  readonly kind: "enum";
  readonly name: string;
  readonly numbers: Readonly<Record<string, number>>;
  readonly names: ReadonlyMap<number, string>;
  readonly v0Names: Readonly<Record<string, string>>;
}

/** One field of a message, as the schema declares it. */
export interface FieldInfo {
  readonly name: string;
  readonly v0Name: string;
  readonly number: number;
  readonly label: "optional" | "required" | "repeated" | "map";
  readonly type: Scalar | EnumType | MessageType;
  readonly default?: string | number | boolean;
  readonly deprecated: boolean;
  /** Only v0 declares it: v1 shows it where it is set, but no default for it. */
  readonly v0Only: boolean;
}

/** A message type: its name, its fields and its binary codec. */
export interface MessageType<T extends Message = Message> {
  readonly kind: "message";
  /** The full protobuf name, e.g. `mesos.v1.TaskInfo`. */
  readonly name: string;
  /** In the order of the schema. */
  readonly fields: () => readonly FieldInfo[];
  readonly encodeTo: (message: T, writer: Writer) => void;
  readonly decodeFrom: (reader: Reader, end: number, into?: T) => T;
}

/** The bytes of a message. Required fields are the caller's duty: the types demand them. */
export function encode<T extends Message>(type: MessageType<T>, message: T): Buffer {
  const writer = new Writer();
  type.encodeTo(message, writer);
  return writer.finish();
}

/**
 * The message in `bytes`.
 *
 * Byte fields and strings do not keep the input alive, except `bytes` fields, which are views.
 * @param pool keeps strings that come again, for messages that are kept for long.
 * @throws DecodeError `malformed` when the bytes are no such message, `incomplete` when a required
 *   field is missing (the text lists them in the words of protobuf).
 */
export function decode<T extends Message>(
  type: MessageType<T>,
  bytes: Uint8Array,
  pool?: StringPool,
): T {
  const reader = new Reader(bytes, pool);
  reader.depth = 1;
  const message = type.decodeFrom(reader, reader.buf.length);
  if (reader.incomplete) {
    throw new DecodeError(
      "incomplete",
      missingFields(type as unknown as MessageType, message).join(", "),
    );
  }
  return message;
}
