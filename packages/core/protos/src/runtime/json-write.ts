import { Buffer } from "node:buffer";
import type { EnumType, FieldInfo, Message, MessageType, Scalar } from "./message.ts";

/** Which names to use: v1 says `agent_id`, v0 says `slave_id`. */
export type Dialect = "v0" | "v1";

type Render = (value: unknown) => string;
type RenderList = (values: readonly unknown[]) => string;
type Plan = (message: Message) => string;

/**
 * Mesos's JSON of a message: names of the schema, enums by name, bytes in base64, doubles always
 * with a fraction (`4.0`), and the declared defaults of absent optional fields unless deprecated.
 * An empty list is written where it is set: some replies of Mesos show empty lists, most do not.
 */
export function toJson<T extends Message>(
  type: MessageType<T>,
  message: T,
  dialect: Dialect = "v1",
): string {
  return planOf(type as unknown as MessageType, dialect)(message);
}

/** The same of a list of messages of one type: renders `[…]`. */
export function listToJson<T extends Message>(
  type: MessageType<T>,
  dialect: Dialect,
): (messages: readonly T[]) => string {
  return listRenderer(type as unknown as MessageType, dialect);
}

const plans: Readonly<Record<Dialect, WeakMap<MessageType, Plan>>> = {
  v0: new WeakMap(),
  v1: new WeakMap(),
};

/** Plans are derived from the schema alone, so keeping them is a cache and not state. */
function planOf(type: MessageType, dialect: Dialect): Plan {
  const known = plans[dialect].get(type);
  if (known !== undefined) return known;
  const steps = type.fields().map((field) => fieldStep(field, dialect));
  const plan: Plan = (message) => {
    let text = "";
    for (const step of steps) {
      const part = step(message as Record<string, unknown>);
      if (part !== "") text = text === "" ? part : `${text},${part}`;
    }
    return `{${text}}`;
  };
  plans[dialect].set(type, plan);
  return plan;
}

function fieldStep(
  field: FieldInfo,
  dialect: Dialect,
): (message: Record<string, unknown>) => string {
  const key = `${JSON.stringify(dialect === "v0" ? field.v0Name : field.name)}:`;
  const name = field.name;
  const render = renderer(field.type, dialect);
  if (field.label === "repeated") {
    const renderList = listRenderer(field.type, dialect);
    return (message) => {
      const values = message[name] as unknown[] | undefined;
      return values === undefined ? "" : key + renderList(values);
    };
  }
  if (field.label === "map") {
    return (message) => {
      const entries = Object.entries((message[name] ?? {}) as Record<string, unknown>);
      if (entries.length === 0) return "";
      return `${key}{${entries.map(([k, v]) => `${JSON.stringify(k)}:${render(v)}`).join(",")}}`;
    };
  }
  const hidden = field.deprecated || (field.v0Only && dialect === "v1");
  const absent = field.default === undefined || hidden ? "" : key + render(field.default);
  return (message) => {
    const value = message[name];
    return value === undefined ? absent : key + render(value);
  };
}

function listRenderer(type: FieldInfo["type"], dialect: Dialect): RenderList {
  const render = renderer(type, dialect);
  const oneByOne: RenderList = (values) => `[${values.map(render).join(",")}]`;
  if (!isPlainText(type, dialect)) return oneByOne;
  return (values) => (values.some(hasUnknown) ? oneByOne(values) : JSON.stringify(values));
}

/** Messages of texts alone, such as labels: a list of them is rendered in one go, and much faster. */
function isPlainText(type: FieldInfo["type"], dialect: Dialect): boolean {
  if (typeof type === "string" || type.kind !== "message") return false;
  return type
    .fields()
    .every(
      (field) =>
        field.type === "string" &&
        (field.label === "optional" || field.label === "required") &&
        field.default === undefined &&
        (dialect === "v1" || field.v0Name === field.name),
    );
}

function hasUnknown(value: unknown): boolean {
  return (value as Message).$unknown !== undefined;
}

function renderer(type: Scalar | EnumType | MessageType, dialect: Dialect): Render {
  if (typeof type !== "string") {
    if (type.kind === "message") {
      return (value) => planOf(type, dialect)(value as Message);
    }
    const v0 = type.v0Names;
    return dialect === "v1"
      ? (value) => `"${value as string}"`
      : (value) => `"${v0[value as string] ?? (value as string)}"`;
  }
  switch (type) {
    case "double":
    case "float":
      return (value) => jsonDouble(value as number);
    case "bytes":
      return (value) => {
        const bytes = value as Uint8Array;
        return `"${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64")}"`;
      };
    case "int32":
    case "int64":
    case "uint32":
    case "uint64":
    case "bool":
      return String;
    case "string":
      return JSON.stringify;
    default:
      return type satisfies never;
  }
}

/** A double as Mesos prints it: integers keep a `.0`, infinities are strings. */
export function jsonDouble(value: number): string {
  if (Number.isInteger(value)) {
    return Math.abs(value) < 1e15 ? `${Object.is(value, -0) ? "-0" : value}.0` : exponent(value);
  }
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';
}

function exponent(value: number): string {
  const text = String(value);
  return text.includes("e") ? text : `${text}.0`;
}
