// Generated from schema/other/hook.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";
import * as $v1_mesos from "../v1/mesos.ts";

export interface DockerTaskExecutorPrepareInfo extends Message {
  executorEnvironment?: $v1_mesos.Environment | undefined;
  taskEnvironment?: $v1_mesos.Environment | undefined;
}
export const DockerTaskExecutorPrepareInfo: MessageType<DockerTaskExecutorPrepareInfo> = messageType(
  "mesos.DockerTaskExecutorPrepareInfo",
  () => [
    ["executorEnvironment", 1, "optional", $v1_mesos.Environment],
    ["taskEnvironment", 2, "optional", $v1_mesos.Environment],
  ],
  encodeDockerTaskExecutorPrepareInfo,
  decodeDockerTaskExecutorPrepareInfo,
);
export function encodeDockerTaskExecutorPrepareInfo(m: DockerTaskExecutorPrepareInfo, w: Writer): void {
  if (m.executorEnvironment !== undefined) { const v = m.executorEnvironment; w.uint32(10); { const b = w.open(); $v1_mesos.encodeEnvironment(v, w); w.close(b); } }
  if (m.taskEnvironment !== undefined) { const v = m.taskEnvironment; w.uint32(18); { const b = w.open(); $v1_mesos.encodeEnvironment(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDockerTaskExecutorPrepareInfo(r: Reader, end: number, m: DockerTaskExecutorPrepareInfo = {} as DockerTaskExecutorPrepareInfo): DockerTaskExecutorPrepareInfo {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.executorEnvironment = $v1_mesos.decodeEnvironment(r, r.open(end), m.executorEnvironment); break;
      case 18: m.taskEnvironment = $v1_mesos.decodeEnvironment(r, r.open(end), m.taskEnvironment); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
