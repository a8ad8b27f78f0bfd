// Generated from schema/internal/agent_state.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface ResourceState extends Message {
  operations?: $v1_mesos.Operation[] | undefined;
  resources?: $v1_mesos.Resource[] | undefined;
}
export const ResourceState: MessageType<ResourceState> = messageType(
  "mesos.internal.slave.ResourceState",
  () => [
    ["operations", 1, "repeated", $v1_mesos.Operation],
    ["resources", 2, "repeated", $v1_mesos.Resource],
  ],
  encodeResourceState,
  decodeResourceState,
);
export function encodeResourceState(m: ResourceState, w: Writer): void {
  if (m.operations !== undefined) for (const v of m.operations) { w.uint32(10); { const b = w.open(); $v1_mesos.encodeOperation(v, w); w.close(b); } }
  if (m.resources !== undefined) for (const v of m.resources) { w.uint32(18); { const b = w.open(); $v1_mesos.encodeResource(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeResourceState(r: Reader, end: number, m: ResourceState = {} as ResourceState): ResourceState {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = $v1_mesos.decodeOperation(r, r.open(end)); (m.operations ??= []).push(v); break; }
      case 18: { const v = $v1_mesos.decodeResource(r, r.open(end)); (m.resources ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
