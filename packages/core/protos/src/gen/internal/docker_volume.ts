// Generated from schema/internal/docker_volume.proto by `npm run generate`. Do not edit.
import { messageType } from "../../runtime/define.ts";
import type { Message, MessageType } from "../../runtime/message.ts";
import type { Reader } from "../../runtime/reader.ts";
import type { Writer } from "../../runtime/writer.ts";

export interface DockerVolume extends Message {
  driver: string;
  name: string;
}
export const DockerVolume: MessageType<DockerVolume> = messageType(
  "mesos.internal.slave.DockerVolume",
  () => [
    ["driver", 1, "required", "string"],
    ["name", 2, "required", "string"],
  ],
  encodeDockerVolume,
  decodeDockerVolume,
);
export function encodeDockerVolume(m: DockerVolume, w: Writer): void {
  if (m.driver !== undefined) { const v = m.driver; w.uint32(10); w.string(v); }
  if (m.name !== undefined) { const v = m.name; w.uint32(18); w.string(v); }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDockerVolume(r: Reader, end: number, m: DockerVolume = {} as DockerVolume): DockerVolume {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: m.driver = r.string(); break;
      case 18: m.name = r.string(); break;
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  if (m.driver === undefined || m.name === undefined) r.incomplete = true;
  return m;
}

export interface DockerVolumes extends Message {
  volumes?: DockerVolume[] | undefined;
}
export const DockerVolumes: MessageType<DockerVolumes> = messageType(
  "mesos.internal.slave.DockerVolumes",
  () => [
    ["volumes", 1, "repeated", DockerVolume],
  ],
  encodeDockerVolumes,
  decodeDockerVolumes,
);
export function encodeDockerVolumes(m: DockerVolumes, w: Writer): void {
  if (m.volumes !== undefined) for (const v of m.volumes) { w.uint32(10); { const b = w.open(); encodeDockerVolume(v, w); w.close(b); } }
  if (m.$unknown !== undefined) w.raw(m.$unknown);
}
export function decodeDockerVolumes(r: Reader, end: number, m: DockerVolumes = {} as DockerVolumes): DockerVolumes {
  while (r.pos < end) {
    const start = r.pos;
    const tag = r.uint32();
    switch (tag) {
      case 10: { const v = decodeDockerVolume(r, r.open(end)); (m.volumes ??= []).push(v); break; }
      default: r.unknown(m, tag, start);
    }
  }
  r.leave(end);
  return m;
}
