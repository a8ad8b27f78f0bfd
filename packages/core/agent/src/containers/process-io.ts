import type { agent } from "@mesos-ts/protos";

/** What one record of an attached input asks for. */
export type InputStep =
  | { readonly type: "invalid"; readonly text: string }
  | { readonly type: "heartbeat" }
  | { readonly type: "resize"; readonly rows: number; readonly columns: number }
  /** No bytes: the end of the input. */
  | { readonly type: "data"; readonly bytes: Uint8Array };

/** Reads a record that follows the first one. Texts are those of Mesos's I/O switchboard. */
export function inputStep(call: agent.Call): InputStep {
  const { type, process_io: io } = call.attach_container_input ?? {};
  if (type !== "PROCESS_IO") {
    return invalid(
      `Expecting 'attach_container_input.type' to be 'PROCESS_IO' instead of: '${type}'`,
    );
  }
  if (io === undefined) return missing("attach_container_input.process_io");
  switch (io.type) {
    case undefined:
      return missing("process_io.type");
    case "UNKNOWN":
      return invalid("'process_io.type' is unknown");
    case "CONTROL":
      return controlStep(io.control);
    case "DATA":
      return dataStep(io.data);
    default:
      return io.type satisfies never;
  }
}

function controlStep(control: agent.ProcessIO_Control | undefined): InputStep {
  if (control === undefined) return missing("process_io.control");
  switch (control.type) {
    case undefined:
      return missing("process_io.control.type");
    case "UNKNOWN":
      return invalid("'process_io.control.type' is unknown");
    case "HEARTBEAT":
      return control.heartbeat === undefined
        ? missing("process_io.control.heartbeat")
        : { type: "heartbeat" };
    case "TTY_INFO": {
      if (control.tty_info === undefined) return missing("process_io.control.tty_info");
      const { window_size: size } = control.tty_info;
      return size === undefined ? missing("tty_info.window_size") : { type: "resize", ...size };
    }
    default:
      return control.type satisfies never;
  }
}

function dataStep(data: agent.ProcessIO_Data | undefined): InputStep {
  if (data === undefined) return missing("process_io.data");
  if (data.type === undefined) return missing("process_io.data.type");
  if (data.type !== "STDIN") return invalid("Expecting 'process_io.data.type' to be 'STDIN'");
  return data.data === undefined
    ? missing("process_io.data.data")
    : { type: "data", bytes: data.data };
}

function missing(field: string): InputStep {
  return invalid(`Expecting '${field}' to be present`);
}

function invalid(text: string): InputStep {
  return { type: "invalid", text };
}
