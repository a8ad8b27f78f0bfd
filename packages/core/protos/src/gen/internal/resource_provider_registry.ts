// Generated from schema/internal/resource_provider_registry.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface ResourceProvider extends Message {
  id: $v1_mesos.ResourceProviderID;
  type?: string | undefined;
  name?: string | undefined;
}
export const ResourceProvider: MessageType<ResourceProvider> = messageType(
  "mesos.resource_provider.registry.ResourceProvider",
  () => [
    ["id", 1, "required", $v1_mesos.ResourceProviderID],
    ["type", 2, "optional", "string"],
    ["name", 3, "optional", "string"],
  ],
  encodeResourceProvider,
  decodeResourceProvider,
);
export function encodeResourceProvider(m: ResourceProvider, w: Writer): void {
  if (m.id !== undefined) { const v = m.id; w.uint32(10); { const b = w.open(); $v1_mesos.encodeResourceProviderID(v, w); w.close(b); } }
  if (m.type !== undefined) { const v = m.type; w.uint32(18); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(26); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceProvider(r: Reader, end: number, m: ResourceProvider = {} as ResourceProvider): ResourceProvider {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.id = $v1_mesos.decodeResourceProviderID(r, r.open(end), m.id); break;
      case 18: m.type = r.string(); break;
      case 26: m.name = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.id === undefined) r.incomplete = true;
  return m;
}

export interface Registry extends Message {
  resource_providers?: ResourceProvider[] | undefined;
  removed_resource_providers?: ResourceProvider[] | undefined;
}
export const Registry: MessageType<Registry> = messageType(
  "mesos.resource_provider.registry.Registry",
  () => [
    ["resource_providers", 1, "repeated", ResourceProvider],
    ["removed_resource_providers", 2, "repeated", ResourceProvider],
  ],
  encodeRegistry,
  decodeRegistry,
);
export function encodeRegistry(m: Registry, w: Writer): void {
  if (m.resource_providers !== undefined) for (const v of m.resource_providers) { w.uint32(10); { const b = w.open(); encodeResourceProvider(v, w); w.close(b); } }
  if (m.removed_resource_providers !== undefined) for (const v of m.removed_resource_providers) { w.uint32(18); { const b = w.open(); encodeResourceProvider(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeRegistry(r: Reader, end: number, m: Registry = {} as Registry): Registry {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeResourceProvider(r, r.open(end)); (m.resource_providers ??= []).push(v); break; }
      case 18: { const v = decodeResourceProvider(r, r.open(end)); (m.removed_resource_providers ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
