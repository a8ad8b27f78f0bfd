/** Pieces of v0 JSON, as the endpoints have it. Texts are put together, never parsed again. */
import { jsonDouble, type Message, type MessageType, Resource, toJson } from "@mesos-ts/protos";
import { type Amount, amountText, endpointFormat, Resources } from "@mesos-ts/resources";

/** An object of fields that are JSON already; undefined ones are left out. */
export function object(fields: Readonly<Record<string, string | undefined>>): string {
  let text = "";
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    text += `${text === "" ? "" : ","}${JSON.stringify(name)}:${value}`;
  }
  return `{${text}}`;
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
const ALWAYS = ["cpus", "gpus", "mem", "disk"] as const;

/** Resources by name: scalars as numbers, ranges and sets as text; revocable ones apart. */
export function resourcesJson(resources: Resources): string {
  const sums = new Map<string, number>(ALWAYS.map((name) => [name, 0]));
  const texts = new Map<string, Resources>();
  for (const { meta, amount } of resources) {
    const name = meta.revocable === undefined ? meta.name : `${meta.name}_revocable`;
    if (amount.type === "scalar") sums.set(name, (sums.get(name) ?? 0) + amount.milli);
    else texts.set(name, (texts.get(name) ?? Resources.none).plus(plain(meta.name, amount)));
  }
  return object({
    ...Object.fromEntries([...sums].map(([name, milli]) => [name, jsonDouble(milli / 1000)])),
    ...Object.fromEntries([...texts].map(([name, list]) => [name, text(listText(list))])),
  });
}

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
