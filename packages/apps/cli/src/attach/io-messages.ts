import { Buffer } from "node:buffer";
import { agent, type ContainerID, toJson } from "@mesos-ts/protos";
import { encodeRecord } from "@mesos-ts/wire";

/** How often the agent hears that we are still there. */
export const HEARTBEAT_MS = 30_000;

const NANOSECONDS_PER_MS = 1e6;

/** The first record of an input stream: whose input it is. */
export function containerRecord(container_id: ContainerID): Buffer {
  return record({ type: "CONTAINER_ID", container_id });
}

/** What was typed; nothing means the end of the input. */
export function stdinRecord(data: Uint8Array): Buffer {
  return processRecord({ type: "DATA", data: { type: "STDIN", data } });
}

export function heartbeatRecord(): Buffer {
  const interval = { nanoseconds: HEARTBEAT_MS * NANOSECONDS_PER_MS };
  return processRecord({
    type: "CONTROL",
    control: { type: "HEARTBEAT", heartbeat: { interval } },
  });
}

export function windowRecord(rows: number, columns: number): Buffer {
  const tty_info = { window_size: { rows, columns } };
  return processRecord({ type: "CONTROL", control: { type: "TTY_INFO", tty_info } });
}

function processRecord(process_io: agent.ProcessIO): Buffer {
  return record({ type: "PROCESS_IO", process_io });
}

function record(attach_container_input: agent.Call_AttachContainerInput): Buffer {
  const call: agent.Call = { type: "ATTACH_CONTAINER_INPUT", attach_container_input };
  return Buffer.from(encodeRecord(Buffer.from(toJson(agent.Call, call))));
}
