import type { Dialect } from "./json-write.ts";
import type { EnumType, FieldInfo, MessageType, Scalar } from "./message.ts";

/** A part of a JSON Schema (2020-12, as OpenAPI 3.1 has it). */
export type JsonSchema = { readonly [key: string]: unknown };

/** The schema of a message's JSON, by name, and those of all messages in it. */
export interface MessageSchemas {
  readonly name: string;
  readonly definitions: () => Readonly<Record<string, JsonSchema>>;
}

/** `toJson`'s and `fromJson`'s JSON of a message, described for programs that generate code. */
// biome-ignore lint/suspicious/noExplicitAny: message types of any content
export function jsonSchemas(type: MessageType<any>, dialect: Dialect = "v1"): MessageSchemas {
  return {
    name: schemaName(type, dialect),
    definitions: () => {
      const found = new Map<string, JsonSchema>();
      define(type, dialect, found);
      return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}

/** One vocabulary serves both dialects; in v0's names there is no `v1`. */
function schemaName(type: MessageType, dialect: Dialect): string {
  return dialect === "v1" ? type.name : type.name.replace("mesos.v1.", "mesos.");
}

function define(type: MessageType, dialect: Dialect, found: Map<string, JsonSchema>): void {
  const name = schemaName(type, dialect);
  if (found.has(name)) return;
  // Set before its fields are: messages contain themselves.
  found.set(name, {});
  const fields = type.fields().filter((field) => dialect === "v0" || !field.v0Only);
  const key = (field: FieldInfo): string => (dialect === "v0" ? field.v0Name : field.name);
  const required = fields.filter(({ label }) => label === "required").map(key);
  found.set(name, {
    type: "object",
    properties: Object.fromEntries(
      fields.map((field) => [key(field), fieldSchema(field, dialect, found)]),
    ),
    ...(required.length === 0 ? {} : { required }),
  });
}

function fieldSchema(
  field: FieldInfo,
  dialect: Dialect,
  found: Map<string, JsonSchema>,
): JsonSchema {
  const value = valueSchema(field.type, dialect, found);
  const deprecated = field.deprecated ? { deprecated: true } : {};
  switch (field.label) {
    case "repeated":
      return { type: "array", items: value, ...deprecated };
    case "map":
      return { type: "object", additionalProperties: value, ...deprecated };
    case "optional":
    case "required":
      return {
        ...value,
        ...(field.default === undefined ? {} : { default: field.default }),
        ...deprecated,
      };
    default:
      return field.label satisfies never;
  }
}

function valueSchema(
  type: Scalar | EnumType | MessageType,
  dialect: Dialect,
  found: Map<string, JsonSchema>,
): JsonSchema {
  if (typeof type === "string") return scalarSchema(type);
  if (type.kind === "message") {
    define(type, dialect, found);
    return { $ref: `#/components/schemas/${schemaName(type, dialect)}` };
  }
  const names = [...type.names.values()];
  return {
    type: "string",
    enum: dialect === "v1" ? names : names.map((name) => type.v0Names[name] ?? name),
  };
}

function scalarSchema(type: Scalar): JsonSchema {
  switch (type) {
    case "double":
    case "float":
      return { type: "number", format: type };
    case "int32":
    case "int64":
      return { type: "integer", format: type };
    case "uint32":
    case "uint64":
      return { type: "integer", minimum: 0 };
    case "bool":
      return { type: "boolean" };
    case "string":
      return { type: "string" };
    case "bytes":
      return { type: "string", contentEncoding: "base64" };
    default:
      return type satisfies never;
  }
}
