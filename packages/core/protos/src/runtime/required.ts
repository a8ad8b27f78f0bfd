import type { Message, MessageType } from "./message.ts";

/**
 * The paths of required fields that a message lacks, in the order and form in which protobuf lists
 * them (`subscribe.framework_info.user`, `tasks[2].name`).
 */
export function missingFields(type: MessageType, message: Message, prefix = ""): string[] {
  const own: string[] = [];
  const nested: string[] = [];
  for (const field of type.fields()) {
    const value = (message as Record<string, unknown>)[field.name];
    if (value === undefined) {
      if (field.label === "required") own.push(prefix + field.name);
      continue;
    }
    const fieldType = field.type;
    if (typeof fieldType === "string" || fieldType.kind === "enum") continue;
    for (const [suffix, item] of items(field.label, value)) {
      nested.push(...missingFields(fieldType, item, `${prefix}${field.name}${suffix}.`));
    }
  }
  return [...own, ...nested];
}

function items(label: string, value: unknown): [suffix: string, item: Message][] {
  if (label === "repeated") {
    return (value as Message[]).map((item, index) => [`[${index}]`, item]);
  }
  if (label === "map") {
    return Object.values(value as Record<string, Message>).map((item, index) => [
      `[${index}].value`,
      item,
    ]);
  }
  return [["", value as Message]];
}
