import type { EnumType, FieldInfo, MessageType, Scalar } from "@mesos-ts/protos";
import fc from "fast-check";

/** Messages within messages, this deep; below that only what must be there. */
const MAX_DEPTH = 4;

const NUMBERS = [0, 1, -1, 0.001, 1e9, 2 ** 31, 2 ** 53, -(2 ** 53), 2 ** 63, 1e300];
const TEXTS = [
  "",
  "*",
  "dev",
  "a/b",
  "..",
  "x".repeat(300),
  "\0",
  "ünïcödé",
  "mem",
  "cpus",
  "disk",
];

/**
 * JSON of a message: every field has its type, and its value makes sense or not. So calls come
 * through the parsers, to the rules behind them.
 */
export function messageJson(type: MessageType, depth = 0): fc.Arbitrary<object> {
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  const requiredKeys: string[] = [];
  for (const field of type.fields()) {
    const isRequired = field.label === "required";
    if (isRequired) requiredKeys.push(field.name);
    else if (field.v0Only || (depth >= MAX_DEPTH && typeof field.type === "object")) continue;
    fields[field.name] = fieldJson(field, depth);
  }
  return fc.record(fields, { requiredKeys, noNullPrototype: true });
}

function fieldJson(field: FieldInfo, depth: number): fc.Arbitrary<unknown> {
  const value = valueJson(field.type, depth);
  switch (field.label) {
    case "repeated":
      return fc.array(value, { maxLength: 2 });
    case "map":
      return fc.dictionary(fc.constantFrom("cpus", "mem", "odd"), value, { maxKeys: 2 });
    case "optional":
    case "required":
      return value;
    default:
      return field.label satisfies never;
  }
}

function valueJson(type: Scalar | EnumType | MessageType, depth: number): fc.Arbitrary<unknown> {
  if (typeof type === "object") {
    return type.kind === "message"
      ? messageJson(type, depth + 1)
      : fc.constantFrom(...type.names.values());
  }
  switch (type) {
    case "double":
    case "float":
      return fc.oneof(fc.constantFrom(...NUMBERS), fc.double({ noNaN: true }));
    case "int32":
    case "int64":
    case "uint32":
    case "uint64":
      return fc.oneof(fc.constantFrom(...NUMBERS.map(Math.trunc)), fc.integer());
    case "bool":
      return fc.boolean();
    case "string":
      return fc.oneof(fc.constantFrom(...TEXTS), fc.string({ maxLength: 20 }));
    case "bytes":
      return fc.base64String({ maxLength: 20 });
    default:
      return type satisfies never;
  }
}
