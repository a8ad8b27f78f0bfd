// Generated from schema/other/fetcher.proto by `npm run generate`. Do not edit.
import { enumType, messageType } from "../../runtime/define.ts";
import type { EnumType, Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface FetcherInfo extends Message {
  sandbox_directory: string;
  cache_directory?: string | undefined;
  items?: FetcherInfo_Item[] | undefined;
  user?: string | undefined;
  frameworks_home?: string | undefined;
  stall_timeout?: $v1_mesos.DurationInfo | undefined;
}
export const FetcherInfo: MessageType<FetcherInfo> = messageType(
  "mesos.fetcher.FetcherInfo",
  () => [
    ["sandbox_directory", 1, "required", "string"],
    ["cache_directory", 2, "optional", "string"],
    ["items", 3, "repeated", FetcherInfo_Item],
    ["user", 4, "optional", "string"],
    ["frameworks_home", 5, "optional", "string"],
    ["stall_timeout", 6, "optional", $v1_mesos.DurationInfo],
  ],
  encodeFetcherInfo,
  decodeFetcherInfo,
);
export function encodeFetcherInfo(m: FetcherInfo, w: Writer): void {
  if (m.sandbox_directory !== undefined) { const v = m.sandbox_directory; w.uint32(10); w.string(v); }
  if (m.cache_directory !== undefined) { const v = m.cache_directory; w.uint32(18); w.string(v); }
  if (m.items !== undefined) for (const v of m.items) { w.uint32(26); { const b = w.open(); encodeFetcherInfo_Item(v, w); w.close(b); } }
  if (m.user !== undefined) { const v = m.user; w.uint32(34); w.string(v); }
  if (m.frameworks_home !== undefined) { const v = m.frameworks_home; w.uint32(42); w.string(v); }
  if (m.stall_timeout !== undefined) { const v = m.stall_timeout; w.uint32(50); { const b = w.open(); $v1_mesos.encodeDurationInfo(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFetcherInfo(r: Reader, end: number, m: FetcherInfo = {} as FetcherInfo): FetcherInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.sandbox_directory = r.string(); break;
      case 18: m.cache_directory = r.string(); break;
      case 26: { const v = decodeFetcherInfo_Item(r, r.open(end)); (m.items ??= []).push(v); break; }
      case 34: m.user = r.string(); break;
      case 42: m.frameworks_home = r.string(); break;
      case 50: m.stall_timeout = $v1_mesos.decodeDurationInfo(r, r.open(end), m.stall_timeout); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.sandbox_directory === undefined) r.incomplete = true;
  return m;
}

export interface FetcherInfo_Item extends Message {
  uri: $v1_mesos.CommandInfo_URI;
  action: FetcherInfo_Item_Action;
  cache_filename?: string | undefined;
}
export const FetcherInfo_Item: MessageType<FetcherInfo_Item> = messageType(
  "mesos.fetcher.FetcherInfo.Item",
  () => [
    ["uri", 1, "required", $v1_mesos.CommandInfo_URI],
    ["action", 2, "required", FetcherInfo_Item_Action],
    ["cache_filename", 3, "optional", "string"],
  ],
  encodeFetcherInfo_Item,
  decodeFetcherInfo_Item,
);
export function encodeFetcherInfo_Item(m: FetcherInfo_Item, w: Writer): void {
  if (m.uri !== undefined) { const v = m.uri; w.uint32(10); { const b = w.open(); $v1_mesos.encodeCommandInfo_URI(v, w); w.close(b); } }
  if (m.action !== undefined) { const v = m.action; { const n = FetcherInfo_Item_Action.numbers[v]; if (n !== undefined) { w.uint32(16); w.int32(n); } } }
  if (m.cache_filename !== undefined) { const v = m.cache_filename; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeFetcherInfo_Item(r: Reader, end: number, m: FetcherInfo_Item = {} as FetcherInfo_Item): FetcherInfo_Item {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.uri = $v1_mesos.decodeCommandInfo_URI(r, r.open(end), m.uri); break;
      case 16: { const v = FetcherInfo_Item_Action.names.get(r.int32()) as FetcherInfo_Item_Action | undefined; if (v === undefined) r.keep(m, start); else m.action = v; break; }
      case 26: m.cache_filename = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.uri === undefined || m.action === undefined) r.incomplete = true;
  return m;
}

export type FetcherInfo_Item_Action = "BYPASS_CACHE" | "DOWNLOAD_AND_CACHE" | "RETRIEVE_FROM_CACHE";
export const FetcherInfo_Item_Action: EnumType = enumType("mesos.fetcher.FetcherInfo.Item.Action", { BYPASS_CACHE: 0, DOWNLOAD_AND_CACHE: 1, RETRIEVE_FROM_CACHE: 2 }, {  });
