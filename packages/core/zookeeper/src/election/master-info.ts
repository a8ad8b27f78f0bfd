import { Buffer } from "node:buffer";
import { err, mapOk, ok, type Result } from "@mesos-ts/base";
import { DecodeError, decode, fromJson, MasterInfo, toJson } from "@mesos-ts/protos";

/** What a master's node is called since 0.24: the MasterInfo is JSON. */
export const MASTER_INFO_JSON_LABEL = "json.info";

/** What it was called before: the MasterInfo is in protobuf. */
const MASTER_INFO_LABEL = "info";

/** A master of which it is known where it listens: `pid` is `master@ip:port`. */
export type LeaderInfo = MasterInfo & { readonly pid: string };

/** A master's node: JSON with sorted names and without blanks, as recorded. */
export function renderMasterInfo(info: MasterInfo): Buffer {
  const json: unknown = JSON.parse(toJson(MasterInfo, info, "v0"));
  return Buffer.from(JSON.stringify(json, sortedNames));
}

function sortedNames(_name: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The master that a node speaks of, with Mesos's texts for what cannot be read. */
export function parseMasterInfo(label: string | undefined, data: Buffer): Result<LeaderInfo> {
  return mapOk(readInfo(label, data), (info) => ({ ...info, pid: info.pid ?? pidOf(info) }));
}

function readInfo(label: string | undefined, data: Buffer): Result<MasterInfo> {
  switch (label) {
    case MASTER_INFO_JSON_LABEL:
      return parseJsonInfo(data.toString());
    case MASTER_INFO_LABEL:
      return refusing("Failed to parse data into MasterInfo", () => decode(MasterInfo, data));
    case undefined:
      return err("Failed to parse data without a label: masters before 0.20 are not supported");
    default:
      return err(`Failed to parse data of unknown label '${label}'`);
  }
}

/** The oldest masters say only this much: the address as a number, its first byte lowest. */
function pidOf({ ip, port }: MasterInfo): string {
  const bytes = [0, 8, 16, 24].map((shift) => (ip >>> shift) & 0xff);
  return `master@${bytes.join(".")}:${port}`;
}

function parseJsonInfo(text: string): Result<MasterInfo> {
  const json = parseJson(text);
  if (json.type === "error") return json;
  return refusing("Failed to parse JSON into a valid MasterInfo protocol buffer", () =>
    fromJson(MasterInfo, json.value),
  );
}

function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(`Failed to parse data into valid JSON: ${why}`);
  }
}

function refusing(what: string, read: () => MasterInfo): Result<MasterInfo> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof DecodeError) return err(`${what}: ${error.message}`);
    throw error;
  }
}
