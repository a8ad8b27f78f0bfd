import { err, ok, type Result } from "@mesos-ts/base";
import {
  type Attribute,
  DecodeError,
  fromJson,
  Resource,
  type Value,
  type Value_Ranges,
} from "@mesos-ts/protos";
import { isDynamicallyReserved, isPersistentVolume, isRevocable, upgrade } from "./format.ts";
import { Resources } from "./resources.ts";
import { validateResource } from "./validate.ts";
import { toIntervals } from "./values.ts";

/**
 * The agent's `--resources`: `cpus:4;mem(dev):1024;ports:[31000-32000]`, or a JSON array of
 * Resource. Resources without a role get `defaultRole`. Errors are Mesos's texts.
 */
export function parseResources(text: string, defaultRole: string): Result<Resources, string> {
  const listed =
    text.trimStart().startsWith("[{") || /^\s*\[\s*(\{|\])/.test(text)
      ? parseJson(text)
      : parseSimple(text, defaultRole);
  if (listed.type === "error") return listed;
  const types = new Map<string, string>();
  const list = listed.value.map((resource) => withDefaultRole(resource, defaultRole));
  for (const resource of list) {
    const error = validateResource(resource) ?? commandLineRule(resource);
    if (error !== undefined) return err(error);
    const known = types.get(resource.name);
    if (known !== undefined && known !== resource.type) {
      return err(
        `Resources with the same name ('${resource.name}') but different types are not allowed`,
      );
    }
    types.set(resource.name, resource.type);
  }
  return ok(Resources.of(list));
}

function withDefaultRole(resource: Resource, role: string): Resource {
  const upgraded = upgrade(resource);
  const unreserved = (upgraded.reservations?.length ?? 0) === 0 && resource.role === undefined;
  return unreserved && role !== "*" ? upgrade({ ...upgraded, role }) : upgraded;
}

function commandLineRule(resource: Resource): string | undefined {
  if (isPersistentVolume(resource)) {
    return "Persistent volumes cannot be specified at the command line";
  }
  if (isRevocable(resource)) {
    return "Revocable resources cannot be specified at the command line; do not include a 'revocable' key in the resources JSON";
  }
  if (isDynamicallyReserved(resource)) {
    return "Dynamic reservations cannot be specified at the command line; do not include a reservation with DYNAMIC type in the resources JSON";
  }
  return undefined;
}

function parseJson(text: string): Result<Resource[], string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return err(`Some JSON resources were not formatted properly: ${String(error)}`);
  }
  if (!Array.isArray(json))
    return err("Some JSON resources were not formatted properly: not an array");
  try {
    return ok(json.map((item) => fromJson(Resource, item)));
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return err(`Some JSON resources were not formatted properly: ${error.message}`);
  }
}

function parseSimple(text: string, defaultRole: string): Result<Resource[], string> {
  const list: Resource[] = [];
  for (const token of text.split(";").filter((part) => part.trim() !== "")) {
    const colon = token.indexOf(":");
    if (colon < 0 || token.indexOf(":", colon + 1) >= 0) {
      return err(`Bad value for resources, missing or extra ':' in ${token}`);
    }
    const head = splitRole(token.slice(0, colon), defaultRole);
    if (head === undefined)
      return err(`Bad value for resources, mismatched parentheses in ${token}`);
    const { name, role } = head;
    const raw = token.slice(colon + 1);
    const value = parseValue(raw);
    if (value.type === "error")
      return err(`Failed to parse resource ${name} value ${raw} error ${value.error}`);
    if (value.value.type === "TEXT") {
      return err(`Bad type for resource ${name} value ${raw} type TEXT`);
    }
    list.push({ ...value.value, name, role });
  }
  return ok(list);
}

function splitRole(head: string, defaultRole: string): { name: string; role: string } | undefined {
  const open = head.indexOf("(");
  if (open < 0) return { name: head.trim(), role: defaultRole };
  const close = head.indexOf(")");
  if (close < open) return undefined;
  return { name: head.slice(0, open).trim(), role: head.slice(open + 1, close).trim() };
}

/** The agent's `--attributes`: `rack:r1;zone:[1-3];speed:2.5`. */
export function parseAttributes(text: string): Result<Attribute[], string> {
  const list: Attribute[] = [];
  for (const token of text.split(/[;\n]/).filter((part) => part.trim() !== "")) {
    const colon = token.indexOf(":");
    if (colon < 0) return err(`Invalid attribute key:value pair '${token}'`);
    const name = token.slice(0, colon).trim();
    const raw = token.slice(colon + 1);
    const value = parseValue(raw);
    if (value.type === "error") {
      return err(`Failed to parse attribute ${name} value ${raw} error ${value.error}`);
    }
    if (value.value.type === "SET") {
      return err(`Bad type for attribute ${name} text ${raw} type SET`);
    }
    list.push({ ...value.value, name });
  }
  return ok(list);
}

/** A value in Mesos's text form: `1.5`, `[1-2,4-4]`, `{a,b}`, or any other text. */
export function parseValue(text: string): Result<Value, string> {
  const trimmed = text.trim();
  if (trimmed === "") return err("Expecting non-empty string");
  if (!bracketsMatch(trimmed)) return err("Mismatched brackets");
  if (trimmed.startsWith("[")) {
    const ranges = parseRanges(trimmed);
    return ranges.type === "ok" ? ok({ type: "RANGES", ranges: ranges.value }) : ranges;
  }
  if (trimmed.includes("[")) return err("Unexpected '[' found");
  if (trimmed.startsWith("{")) {
    const item = trimmed
      .slice(1, -1)
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
    return ok({ type: "SET", set: { item } });
  }
  if (trimmed.includes("{")) return err("Unexpected '{' found");
  return parseScalarOrText(trimmed);
}

function parseScalarOrText(text: string): Result<Value, string> {
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
    const value = Number(text);
    if (value !== 0 && Math.abs(value) < 2.2250738585072014e-308) {
      return err("Subnormal values not supported");
    }
    if (Number.isFinite(value) && value >= 0) return ok({ type: "SCALAR", scalar: { value } });
  }
  return ok({ type: "TEXT", text: { value: text } });
}

function parseRanges(text: string): Result<Value_Ranges, string> {
  const body = text.replaceAll(/[[\]\s]/g, "");
  if (body === "") return ok({});
  const ranges: { begin: number; end: number }[] = [];
  for (const part of body.split(",")) {
    const bounds = part.split("-");
    if (bounds.length !== 2) return err('Expecting one or more "ranges"');
    const [begin, end] = bounds.map((bound) => (/^\d+$/.test(bound) ? Number(bound) : Number.NaN));
    if (begin === undefined || end === undefined || Number.isNaN(begin) || Number.isNaN(end)) {
      return err(`Expecting non-negative integers in '${bounds[0] ?? ""}'`);
    }
    ranges.push({ begin, end });
  }
  return ok({ range: toIntervals(ranges).map(([begin, end]) => ({ begin, end })) });
}

function bracketsMatch(text: string): boolean {
  const open: string[] = [];
  const pair: Readonly<Record<string, string>> = { "]": "[", "}": "{" };
  for (const char of text) {
    if (char === "[" || char === "{") open.push(char);
    const expected = pair[char];
    if (expected !== undefined && open.pop() !== expected) return false;
  }
  return open.length === 0;
}
