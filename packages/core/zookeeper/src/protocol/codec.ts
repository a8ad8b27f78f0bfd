import type { Buffer } from "node:buffer";
import type { JuteReader, JuteWriter } from "./jute.ts";

/** How one type of value is read and written. Methods, so that a table can hold many types. */
export interface Codec<T> {
  read(reader: JuteReader): T;
  write(writer: JuteWriter, value: T): void;
}

/** The type of the values of a codec. */
export type ValueOf<C> = C extends Codec<infer T> ? T : never;

export const bool: Codec<boolean> = {
  read: (reader) => reader.readBool(),
  write: (writer, value) => writer.writeBool(value),
};

export const int: Codec<number> = {
  read: (reader) => reader.readInt(),
  write: (writer, value) => writer.writeInt(value),
};

/** Transaction ids and session ids, which use all 64 bits. */
export const long: Codec<bigint> = {
  read: (reader) => reader.readLong(),
  write: (writer, value) => writer.writeLong(value),
};

/** Milliseconds: 64 bits on the wire, and a number here. */
export const time: Codec<number> = {
  read: (reader) => reader.readTime(),
  write: (writer, value) => writer.writeTime(value),
};

/** Null reads as "", which no rule accepts where a text is needed. */
export const text: Codec<string> = {
  read: (reader) => reader.readText() ?? "",
  write: (writer, value) => writer.writeText(value),
};

/** Null and empty are different: a node may have no data at all. */
export const buffer: Codec<Buffer | null> = {
  read: (reader) => reader.readBuffer(),
  write: (writer, value) => writer.writeBuffer(value),
};

export function vector<T>(element: Codec<T>): Codec<readonly T[]> {
  return {
    read: (reader) => {
      const count = reader.readCount();
      const values: T[] = [];
      for (let index = 0; index < count; index++) values.push(element.read(reader));
      return values;
    },
    write: (writer, values) => {
      writer.writeInt(values.length);
      for (const value of values) element.write(writer, value);
    },
  };
}

type Fields = Readonly<Record<string, Codec<unknown>>>;
type RecordOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** Fields in the order in which they stand on the wire. */
export function record<F extends Fields>(fields: F): Codec<RecordOf<F>> {
  const entries = Object.entries(fields) as [string, Codec<unknown>][];
  return {
    read: (reader) => {
      const value: Record<string, unknown> = {};
      for (const [name, codec] of entries) value[name] = codec.read(reader);
      return value as RecordOf<F>;
    },
    write: (writer, value) => {
      for (const [name, codec] of entries) {
        codec.write(writer, (value as Record<string, unknown>)[name]);
      }
    },
  };
}

/** A record without fields. */
export const nothing: Codec<Record<never, never>> = record({});
