import type { Action } from "@mesos-ts/log";

const ESCAPES: Readonly<Record<number, string>> = {
  9: "\\t",
  10: "\\n",
  13: "\\r",
  34: '\\"',
  39: "\\'",
  92: "\\\\",
};

/** Bytes in C's notation, as protobuf's text format has them. */
function escaped(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    if (ESCAPES[byte] !== undefined) text += ESCAPES[byte];
    else if (byte >= 32 && byte < 127) text += String.fromCharCode(byte);
    else text += `\\${byte.toString(8).padStart(3, "0")}`;
  }
  return text;
}

/** An action in protobuf's text format, which is what `mesos-log read` prints. */
export function actionText(action: Action): string {
  const lines = [`position: ${action.position}`, `promised: ${action.promised}`];
  if (action.performed !== undefined) lines.push(`performed: ${action.performed}`);
  if (action.learned !== undefined) lines.push(`learned: ${action.learned}`);
  if (action.type !== undefined) lines.push(`type: ${action.type}`);
  const { nop, append, truncate } = action;
  if (nop !== undefined) {
    lines.push(
      "nop {",
      ...(nop.tombstone === undefined ? [] : [`  tombstone: ${nop.tombstone}`]),
      "}",
    );
  }
  if (append !== undefined) {
    lines.push("append {", `  bytes: "${escaped(append.bytes)}"`);
    if (append.cksum !== undefined) lines.push(`  cksum: "${escaped(append.cksum)}"`);
    lines.push("}");
  }
  if (truncate !== undefined) lines.push("truncate {", `  to: ${truncate.to}`, "}");
  return lines.map((line) => `${line}\n`).join("");
}
