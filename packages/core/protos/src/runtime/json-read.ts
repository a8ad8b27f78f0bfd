import { Buffer } from "node:buffer";
import type { Dialect } from "./json-write.ts";
import type { EnumType, FieldInfo, Message, MessageType, Scalar } from "./message.ts";
import { DecodeError } from "./reader.ts";
import { missingFields } from "./required.ts";

/** As protobuf's own limit; JSON from the network may nest as deep as it likes. */
const MAX_DEPTH = 100;

type JsonObject = Record<string, unknown>;

/**
 * The message that a parsed JSON value stands for.
 *
 * Lenient where Mesos is: numbers and booleans may be strings, unknown names are ignored, `null`
 * means unset, an unknown value of an optional enum leaves it unset.
 * @throws DecodeError with Mesos's text (`Missing required fields: …`, `Not expecting a JSON … for
 *   field '…'`, `Failed to base64 decode bytes field '…'`, `Failed to find enum for '…'`).
 */
export function fromJson<T extends Message>(
  type: MessageType<T>,
  json: unknown,
  dialect: Dialect = "v1",
): T {
  if (!isObject(json)) throw malformed("Expecting a JSON object");
  const message = readMessage(type as unknown as MessageType, json, dialect, 1);
  const missing = missingFields(type as unknown as MessageType, message);
  if (missing.length > 0) {
    throw new DecodeError("incomplete", `Missing required fields: ${missing.join(", ")}`);
  }
  return message as T;
}

function readMessage(
  type: MessageType,
  json: JsonObject,
  dialect: Dialect,
  depth: number,
): Message {
  if (depth > MAX_DEPTH) throw malformed(`JSON nested deeper than ${MAX_DEPTH} levels`);
  const message: JsonObject = {};
  for (const field of type.fields()) {
    const name = dialect === "v0" ? field.v0Name : field.name;
    const value = Object.hasOwn(json, name) ? json[name] : undefined;
    if (value === undefined || value === null) continue;
    const read = readField(field, value, dialect, depth);
    if (read !== undefined) message[field.name] = read;
  }
  return message;
}

function readField(field: FieldInfo, value: unknown, dialect: Dialect, depth: number): unknown {
  if (field.label === "map") {
    if (!isObject(value)) throw unexpected(value, field.name);
    const map: JsonObject = {};
    for (const [key, item] of Object.entries(value)) {
      const read = readValue(field, item, dialect, depth);
      Object.defineProperty(map, key, {
        value: read,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    }
    return map;
  }
  if (field.label === "repeated") {
    const values = Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
    return values
      .filter((item) => item !== null)
      .map((item) => readValue(field, item, dialect, depth))
      .filter((item) => item !== undefined);
  }
  if (Array.isArray(value)) throw unexpected(value, field.name);
  return readValue(field, value, dialect, depth);
}

function readValue(field: FieldInfo, value: unknown, dialect: Dialect, depth: number): unknown {
  const type = field.type;
  if (typeof type === "string") return readScalar(type, value, field.name);
  if (type.kind === "enum") return readEnum(type, value, field, dialect);
  if (!isObject(value)) throw unexpected(value, field.name);
  return readMessage(type, value, dialect, depth + 1);
}

function readEnum(type: EnumType, value: unknown, field: FieldInfo, dialect: Dialect): unknown {
  if (typeof value !== "string") throw unexpected(value, field.name);
  const name = dialect === "v1" ? value : v1Name(type, value);
  if (Object.hasOwn(type.numbers, name)) return name;
  if (field.label === "required") throw malformed(`Failed to find enum for '${value}'`);
  return undefined;
}

function v1Name(type: EnumType, v0: string): string {
  for (const [v1, name] of Object.entries(type.v0Names)) if (name === v0) return v1;
  return Object.hasOwn(type.v0Names, v0) ? "" : v0;
}

function readScalar(type: Scalar, value: unknown, name: string): unknown {
  switch (type) {
    case "string":
      if (typeof value === "string") return value;
      throw unexpected(value, name);
    case "bytes":
      if (typeof value === "string") return base64(value, name);
      throw unexpected(value, name);
    case "bool":
      return readBoolean(value, name);
    case "double":
    case "float":
      if (value === "Infinity") return Number.POSITIVE_INFINITY;
      if (value === "-Infinity") return Number.NEGATIVE_INFINITY;
      return readNumber(value, name);
    case "int32":
      return readNumber(value, name) | 0;
    case "uint32":
      return readNumber(value, name) >>> 0;
    case "int64":
    case "uint64":
      return Math.trunc(readNumber(value, name));
    default:
      return type satisfies never;
  }
}

function readBoolean(value: unknown, name: string): boolean {
  if (typeof value === "boolean") return value;
  if (value === "true") return true;
  if (value === "false") return false;
  if (typeof value !== "string") throw unexpected(value, name);
  throw malformed(
    `Failed to parse '${value}' as a JSON boolean for field '${name}': not a boolean`,
  );
}

function readNumber(value: unknown, name: string): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") throw unexpected(value, name);
  const number = /^\s*-?\d+(\.\d+)?([eE][+-]?\d+)?\s*$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) {
    throw malformed(
      `Failed to parse '${value}' as a JSON number for field '${name}': not a number`,
    );
  }
  return number;
}

function base64(value: string, name: string): Buffer {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(value)) {
    throw malformed(`Failed to base64 decode bytes field '${name}': Illegal character`);
  }
  return Buffer.from(value, "base64");
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function unexpected(value: unknown, name: string): DecodeError {
  const kind = Array.isArray(value) ? "array" : typeof value;
  return malformed(`Not expecting a JSON ${kind} for field '${name}'`);
}

function malformed(text: string): DecodeError {
  return new DecodeError("malformed", text);
}
