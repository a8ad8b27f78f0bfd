import { type Attribute, jsonDouble, Resource, toJson } from "@mesos-ts/protos";
import { amountText, endpointFormat, isRevocable, Resources } from "@mesos-ts/resources";
import { type Field, jsonArray, jsonObject } from "./json.ts";

/** Keys that are shown even when there is nothing of them. */
const ALWAYS = ["disk", "mem", "gpus", "cpus"];

/**
 * Resources as the v0 endpoints sum them up: scalars as numbers, ranges and sets as text, revocable
 * ones under names of their own.
 */
export function resourcesJson(resources: Resources): string {
  const sums = Resources.of(resources.items.map(bare));
  const shown = new Map<string, string>(ALWAYS.map((name) => [name, "0.0"]));
  for (const { meta, amount } of sums) {
    const { name } = meta;
    shown.set(
      name,
      amount.type === "scalar" ? jsonDouble(sums.scalar(name)) : JSON.stringify(amountText(amount)),
    );
  }
  return jsonObject([...shown]);
}

function bare(resource: Resource): Resource {
  const { type, scalar, ranges, set } = resource;
  const name = isRevocable(resource) ? `${resource.name}_revocable` : resource.name;
  return { name, type, scalar, ranges, set };
}

/** Resources by the role that they are reserved for. */
export function byRoleJson(resources: Resources, render: (list: Resources) => string): string {
  const fields = [...resources.reservations()].map(([role, list]): Field => [role, render(list)]);
  return jsonObject(fields);
}

/** Resources in full, in both formats of reservations at once. */
export function fullJson(resources: Resources): string {
  return jsonArray(resources.items, (item) => toJson(Resource, endpointFormat(item), "v0"));
}

/** The role that resources are allocated to; a task's or executor's are never mixed. */
export function allocationRole(resources: readonly Resource[] | undefined): string | undefined {
  const [first] = resources ?? [];
  return first === undefined ? undefined : (first.allocation_info?.role ?? "");
}

export function attributesJson(attributes: readonly Attribute[] | undefined): string {
  return jsonObject((attributes ?? []).map((each): Field => [each.name, attributeJson(each)]));
}

function attributeJson({ type, scalar, ranges, set, text }: Attribute): string {
  switch (type) {
    case "SCALAR":
      return jsonDouble(scalar?.value ?? 0);
    case "RANGES": {
      const list = (ranges?.range ?? []).map(({ begin, end }) => `${begin}-${end}`);
      return JSON.stringify(`[${list.join(", ")}]`);
    }
    case "SET":
      return JSON.stringify(`{${(set?.item ?? []).join(", ")}}`);
    case "TEXT":
      return JSON.stringify(text?.value ?? "");
    default:
      return type satisfies never;
  }
}
