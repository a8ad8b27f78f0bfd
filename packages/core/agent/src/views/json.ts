/** One member of a JSON object: a key and a rendered value; undefined leaves it out. */
export type Field = readonly [key: string, json: string | undefined];

/** A JSON object from rendered values. */
export function jsonObject(fields: readonly Field[]): string {
  const members: string[] = [];
  for (const [key, json] of fields) {
    if (json !== undefined) members.push(`${JSON.stringify(key)}:${json}`);
  }
  return `{${members.join(",")}}`;
}

export function jsonArray<T>(items: Iterable<T>, render: (item: T) => string): string {
  const list: string[] = [];
  for (const item of items) list.push(render(item));
  return `[${list.join(",")}]`;
}

/** A text, or nothing when it is undefined. */
export function jsonText(text: string | undefined): string | undefined {
  return text === undefined ? undefined : JSON.stringify(text);
}
