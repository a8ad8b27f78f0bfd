/** Pieces of v0 JSON, as the endpoints have it. Texts are put together, never parsed again. */
import { jsonDouble, type Message, type MessageType, Resource, toJson } from "@mesos-ts/protos";
import { type Amount, amountText, endpointFormat, Resources } from "@mesos-ts/resources";

/** An object of fields that are JSON already; undefined ones are left out. */
export function object(fields: Readonly<Record<string, string | undefined>>): string {
  let json = "";
  for (const name in fields) {
    const value = fields[name];
    if (value === undefined) continue;
    json += `${json === "" ? "" : ","}${JSON.stringify(name)}:${value}`;
  }
  return `{${json}}`;
}

/** An object that is JSON already, and more fields. */
export function extended(
  json: string,
  fields: Readonly<Record<string, string | undefined>>,
): string {
  return `${json.slice(0, -1)},${object(fields).slice(1)}`;
}

export function array(items: readonly string[]): string {
  return `[${items.join(",")}]`;
}

export function text(value: string): string {
  return JSON.stringify(value);
}

export function optionalText(value: string | undefined): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

/** Milliseconds as seconds with a fraction. */
export function seconds(ms: number): string {
  return jsonDouble(ms / 1000);
}

export function message<T extends Message>(type: MessageType<T>, value: T): string {
  return toJson(type, value, "v0");
}

/** Scalars that are shown even when there are none. */
type Always = "cpus" | "gpus" | "mem" | "disk";

/** Resources by name: scalars as numbers, ranges and sets as text; revocable ones apart. */
export function resourcesJson(resources: Resources): string {
  if (resources.isEmpty) return NOTHING;
  const common: Record<Always, number> = { cpus: 0, gpus: 0, mem: 0, disk: 0 };
  const others = new Map<string, number>();
  const lists = new Map<string, Resources>();
  for (const { meta, amount } of resources) {
    const name = meta.revocable === undefined ? meta.name : `${meta.name}_revocable`;
    if (amount.type !== "scalar") {
      lists.set(name, (lists.get(name) ?? Resources.none).plus(plain(meta.name, amount)));
    } else if (Object.hasOwn(common, name)) common[name as Always] += amount.milli;
    else others.set(name, (others.get(name) ?? 0) + amount.milli);
  }
  let json = commonJson(common);
  for (const [name, milli] of others) json += `,${text(name)}:${jsonDouble(milli / 1000)}`;
  for (const [name, list] of lists) json += `,${text(name)}:${text(listText(list))}`;
  return `${json}}`;
}

/** Most of a large state is this: it is put together without a detour. */
function commonJson({ cpus, gpus, mem, disk }: Readonly<Record<Always, number>>): string {
  return `{"cpus":${jsonDouble(cpus / 1000)},"gpus":${jsonDouble(gpus / 1000)},"mem":${jsonDouble(mem / 1000)},"disk":${jsonDouble(disk / 1000)}`;
}

const NOTHING = `${commonJson({ cpus: 0, gpus: 0, mem: 0, disk: 0 })}}`;

/** Ranges or a set without what distinguishes them, so that they add up. */
function plain(name: string, amount: Amount): Resources {
  if (amount.type === "ranges") {
    const range = amount.intervals.map(([begin, end]) => ({ begin, end }));
    return Resources.of([{ name, type: "RANGES", ranges: { range } }]);
  }
  const item = amount.type === "set" ? [...amount.items] : [];
  return Resources.of([{ name, type: "SET", set: { item } }]);
}

function listText(list: Resources): string {
  for (const { amount } of list) return amountText(amount);
  return "";
}

/** Resources one by one, in both formats of reservations. */
export function resourceList(resources: Resources): string {
  return array(resources.items.map((one) => message(Resource, endpointFormat(one))));
}

export function quantitiesJson(quantities: readonly (readonly [string, number])[]): string {
  return object(Object.fromEntries(quantities.map(([name, value]) => [name, jsonDouble(value)])));
}
