import type { EnumType, FieldInfo, Message, MessageType } from "./message.ts";

/** A field as generated modules write it: name, number, label, type, and what is not usual. */
type FieldRow = readonly [
  name: string,
  number: number,
  label: FieldInfo["label"],
  // biome-ignore lint/suspicious/noExplicitAny: message types of any content stand here
  type: FieldInfo["type"] | MessageType<any>,
  rest?: {
    readonly v0?: string;
    readonly v0Only?: boolean;
    readonly default?: string | number | boolean;
    readonly deprecated?: boolean;
  },
];

/** Used by generated modules. */
export function messageType<T extends Message>(
  name: string,
  rows: () => readonly FieldRow[],
  encodeTo: MessageType<T>["encodeTo"],
  decodeFrom: MessageType<T>["decodeFrom"],
): MessageType<T> {
  let fields: readonly FieldInfo[] | undefined;
  return {
    kind: "message",
    name,
    fields: () => {
      fields ??= rows().map(fieldInfo);
      return fields;
    },
    encodeTo,
    decodeFrom,
  };
}

function fieldInfo([name, number, label, type, rest]: FieldRow): FieldInfo {
  return {
    name,
    v0Name: rest?.v0 ?? name,
    number,
    label,
    type,
    v0Only: rest?.v0Only ?? false,
    deprecated: rest?.deprecated ?? false,
    ...(rest?.default === undefined ? {} : { default: rest.default }),
  };
}

/** Used by generated modules. */
export function enumType(
  name: string,
  numbers: Readonly<Record<string, number>>,
  v0Names: Readonly<Record<string, string>>,
): EnumType {
  const names = new Map<number, string>();
  for (const [value, number] of Object.entries(numbers)) {
    if (!names.has(number)) names.set(number, value);
  }
  return { kind: "enum", name, numbers, names, v0Names };
}

/** Sets a map's entry whatever its key is, `__proto__` included. */
export function setEntry<V>(map: Record<string, V>, key: string, value: V): void {
  if (key !== "__proto__") map[key] = value;
  else {
    Object.defineProperty(map, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
}
