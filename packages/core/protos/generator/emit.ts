import protobuf from "protobufjs";
import type { Declared, Schema } from "./schema.ts";

const WIRE_TYPE: Readonly<Record<string, number>> = {
  double: 1,
  float: 5,
  string: 2,
  bytes: 2,
};

const TS_TYPE: Readonly<Record<string, string>> = {
  double: "number",
  float: "number",
  int32: "number",
  int64: "number",
  uint32: "number",
  uint64: "number",
  bool: "boolean",
  string: "string",
  bytes: "Uint8Array",
};

/** Maps are a kind of field of their own in the parser. */
type AnyField = protobuf.Field | protobuf.MapField;

/** The TypeScript module of one schema file. */
export function emitFile(schema: Schema, file: string): string {
  const own = [...schema.declared.values()].filter((declared) => declared.file === file);
  const scope = new Scope(schema, file);
  const body = own.map((declared) =>
    declared.node instanceof protobuf.Enum
      ? emitEnum(declared, declared.node)
      : emitMessage(scope, declared, declared.node),
  );
  const runtime = file.includes("/") ? "../../runtime" : "../runtime";
  return [
    `// Generated from schema/${file}.proto by \`npm run generate\`. Do not edit.`,
    ...runtimeImports(runtime, body.join("\n")),
    ...scope.imports(),
    "",
    ...body,
  ].join("\n");
}

/** What of the runtime the module's text mentions. */
function runtimeImports(folder: string, body: string): string[] {
  const used = (names: readonly string[]): string =>
    names.filter((name) => new RegExp(`\\b${name}\\b`).test(body)).join(", ");
  const rows: readonly [kind: string, names: readonly string[], file: string][] = [
    ["import", ["enumType", "messageType", "setEntry"], "define.ts"],
    ["import type", ["EnumType", "Message", "MessageType"], "message.ts"],
    ["import type", ["Reader"], "reader.ts"],
    ["import type", ["Writer"], "writer.ts"],
  ];
  return rows.flatMap(([kind, names, file]) => {
    const list = used(names);
    return list === "" ? [] : [`${kind} { ${list} } from "${folder}/${file}";`];
  });
}

/** Names that a generated module needs from other modules. */
class Scope {
  readonly #schema: Schema;
  readonly #file: string;
  readonly #used = new Set<string>();

  constructor(schema: Schema, file: string) {
    this.#schema = schema;
    this.#file = file;
  }

  name(node: protobuf.ReflectionObject): string {
    const declared = this.#schema.declared.get(node.fullName.slice(1));
    if (declared === undefined) throw new Error(`not in the schema: ${node.fullName}`);
    if (declared.file === this.#file) return declared.tsName;
    this.#used.add(declared.file);
    return `${alias(declared.file)}.${declared.tsName}`;
  }

  codec(node: protobuf.Type, verb: "encode" | "decode"): string {
    const name = this.name(node);
    const dot = name.lastIndexOf(".");
    return `${name.slice(0, dot + 1)}${verb}${name.slice(dot + 1)}`;
  }

  imports(): string[] {
    const up = this.#file.includes("/") ? "../" : "./";
    return [...this.#used]
      .sort()
      .map((file) => `import * as ${alias(file)} from "${up}${file}.ts";`);
  }
}

function alias(file: string): string {
  return `$${file.replace(/\W/g, "_")}`;
}

function emitEnum({ tsName, fullName }: Declared, node: protobuf.Enum): string {
  const names = Object.keys(node.values);
  const v0 = names.flatMap((name) => {
    const options = node.valuesOptions?.[name] as Record<string, unknown> | undefined;
    const other = options?.["(v0_name)"];
    return typeof other === "string" ? [`${name}: ${JSON.stringify(other)}`] : [];
  });
  const values = names.map((name) => `${name}: ${node.values[name]}`);
  return [
    `export type ${tsName} = ${names.map((name) => JSON.stringify(name)).join(" | ")};`,
    `export const ${tsName}: EnumType = enumType(${JSON.stringify(fullName)}, { ${values.join(", ")} }, { ${v0.join(", ")} });`,
    "",
  ].join("\n");
}

function emitMessage(scope: Scope, { tsName, fullName }: Declared, node: protobuf.Type): string {
  const fields = node.fieldsArray;
  return [
    `export interface ${tsName} extends Message {`,
    ...fields.map((field) => `  ${interfaceField(scope, field)}`),
    "}",
    `export const ${tsName}: MessageType<${tsName}> = messageType(`,
    `  ${JSON.stringify(fullName)},`,
    "  () => [",
    ...fields.map((field) => `    ${fieldRow(scope, field)},`),
    "  ],",
    `  encode${tsName},`,
    `  decode${tsName},`,
    ");",
    `export function encode${tsName}(m: ${tsName}, w: Writer): void {`,
    ...[...fields].sort((a, b) => a.id - b.id).map((field) => `  ${encodeField(scope, field)}`),
    "  if (m.$unknown !== undefined) w.raw(m.$unknown);",
    "}",
    `export function decode${tsName}(r: Reader, end: number, m: ${tsName} = {} as ${tsName}): ${tsName} {`,
    "  while (r.pos < end) {",
    "    const start = r.pos;",
    "    const tag = r.uint32();",
    "    switch (tag) {",
    ...fields.flatMap((field) => decodeField(scope, field).map((line) => `      ${line}`)),
    "      default: r.unknown(m, tag, start);",
    "    }",
    "  }",
    "  r.leave(end);",
    ...requiredCheck(fields),
    "  return m;",
    "}",
    "",
  ].join("\n");
}

function requiredCheck(fields: readonly AnyField[]): string[] {
  const required = fields.filter((field) => field instanceof protobuf.Field && field.required);
  if (required.length === 0) return [];
  const test = required.map((field) => `m.${field.name} === undefined`).join(" || ");
  return [`  if (${test}) r.incomplete = true;`];
}

function interfaceField(scope: Scope, field: AnyField): string {
  const type = valueType(scope, field);
  if (field instanceof protobuf.MapField) {
    return `${field.name}?: Record<string, ${type}> | undefined;`;
  }
  if (field.repeated) return `${field.name}?: ${type}[] | undefined;`;
  return field.required ? `${field.name}: ${type};` : `${field.name}?: ${type} | undefined;`;
}

function valueType(scope: Scope, field: AnyField): string {
  const resolved = field.resolvedType;
  if (resolved !== null) return scope.name(resolved);
  return TS_TYPE[field.type] ?? unsupported(field);
}

function fieldRow(scope: Scope, field: AnyField): string {
  const label =
    field instanceof protobuf.MapField
      ? "map"
      : field.repeated
        ? "repeated"
        : field.required
          ? "required"
          : "optional";
  const type = field.resolvedType === null ? `"${field.type}"` : scope.name(field.resolvedType);
  const options = (field.options ?? {}) as Record<string, unknown>;
  const extra: string[] = [];
  const v0 = options["(v0_name)"];
  if (typeof v0 === "string") extra.push(`v0: ${JSON.stringify(v0)}`);
  if (options["default"] !== undefined)
    extra.push(`default: ${JSON.stringify(options["default"])}`);
  if (options["(v0_only)"] === true) extra.push("v0Only: true");
  if (options["deprecated"] === true) extra.push("deprecated: true");
  const rest = extra.length > 0 ? `, { ${extra.join(", ")} }` : "";
  return `["${field.name}", ${field.id}, "${label}", ${type}${rest}]`;
}

function encodeField(scope: Scope, field: AnyField): string {
  const get = `m.${field.name}`;
  if (field instanceof protobuf.MapField) {
    const value = encodeValue(scope, field, "v", 2);
    return `if (${get} !== undefined) for (const [k, v] of Object.entries(${get})) { w.uint32(${(field.id << 3) | 2}); const a = w.open(); w.uint32(10); w.string(k); ${value} w.close(a); }`;
  }
  if (field.repeated) {
    return `if (${get} !== undefined) for (const v of ${get}) { ${encodeValue(scope, field, "v", field.id)} }`;
  }
  return `if (${get} !== undefined) { const v = ${get}; ${encodeValue(scope, field, "v", field.id)} }`;
}

function encodeValue(scope: Scope, field: AnyField, value: string, id: number): string {
  const resolved = field.resolvedType;
  if (resolved instanceof protobuf.Type) {
    const codec = scope.codec(resolved, "encode");
    return `w.uint32(${(id << 3) | 2}); { const b = w.open(); ${codec}(${value}, w); w.close(b); }`;
  }
  if (resolved instanceof protobuf.Enum) {
    return `{ const n = ${scope.name(resolved)}.numbers[${value}]; if (n !== undefined) { w.uint32(${id << 3}); w.int32(n); } }`;
  }
  const wire = WIRE_TYPE[field.type] ?? 0;
  const method = field.type === "uint64" ? "int64" : field.type;
  return `w.uint32(${((id << 3) | wire) >>> 0}); w.${method}(${value});`;
}

function decodeField(scope: Scope, field: AnyField): string[] {
  const name = field.name;
  const resolved = field.resolvedType;
  if (field instanceof protobuf.MapField) return [decodeMap(scope, field)];
  if (resolved instanceof protobuf.Type) {
    const codec = scope.codec(resolved, "decode");
    const tag = (field.id << 3) | 2;
    return field.repeated
      ? [`case ${tag}: { const v = ${codec}(r, r.open(end)); (m.${name} ??= []).push(v); break; }`]
      : [`case ${tag}: m.${name} = ${codec}(r, r.open(end), m.${name}); break;`];
  }
  if (resolved instanceof protobuf.Enum) {
    const lookup = `${scope.name(resolved)}.names.get(r.int32()) as ${scope.name(resolved)} | undefined`;
    const set = field.repeated ? `(m.${name} ??= []).push(v)` : `m.${name} = v`;
    return [
      `case ${field.id << 3}: { const v = ${lookup}; if (v === undefined) r.keep(m, start); else ${set}; break; }`,
    ];
  }
  const wire = WIRE_TYPE[field.type] ?? 0;
  const tag = ((field.id << 3) | wire) >>> 0;
  if (!field.repeated) return [`case ${tag}: m.${name} = r.${field.type}(); break;`];
  const lines = [`case ${tag}: (m.${name} ??= []).push(r.${field.type}()); break;`];
  if (wire !== 2) {
    lines.push(
      `case ${(field.id << 3) | 2}: { const e = r.open(end); while (r.pos < e) (m.${name} ??= []).push(r.${field.type}()); r.leave(e); break; }`,
    );
  }
  return lines;
}

function decodeMap(scope: Scope, field: protobuf.MapField): string {
  if (field.keyType !== "string") return unsupported(field);
  const resolved = field.resolvedType;
  const tag = (field.id << 3) | 2;
  const type = valueType(scope, field);
  const isMessage = resolved instanceof protobuf.Type;
  const read = isMessage
    ? `${scope.codec(resolved, "decode")}(r, r.open(e), v)`
    : `r.${field.type}()`;
  const wire = isMessage ? 2 : (WIRE_TYPE[field.type] ?? 0);
  const empty = isMessage ? "{} as never" : field.type === "string" ? '""' : "0 as never";
  return `case ${tag}: { const e = r.open(end); let k = ""; let v: ${type} | undefined; const unknown: Message = {}; while (r.pos < e) { const s = r.pos; const t = r.uint32(); if (t === 10) k = r.string(); else if (t === ${(2 << 3) | wire}) v = ${read}; else r.unknown(unknown, t, s); } r.leave(e); setEntry((m.${field.name} ??= {}), k, v ?? ${empty}); break; }`;
}

function unsupported(field: AnyField): never {
  throw new Error(`field ${field.fullName}: type ${field.type} is not supported by the generator`);
}
