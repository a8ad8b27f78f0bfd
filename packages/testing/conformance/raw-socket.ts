import { connect, type Socket } from "node:net";
import type { Program } from "./programs.ts";

/** How long a reply may take before the silence counts as the answer. */
const SILENCE_MS = 1500;

/** A connection on which anything may be written. */
export async function open(program: Program): Promise<Socket> {
  const socket = connect({ host: "127.0.0.1", port: program.port });
  // Resets are what some of these requests deserve.
  socket.on("error", () => undefined);
  await new Promise<void>((resolve) => {
    socket.once("connect", resolve);
    socket.once("close", () => resolve());
  });
  return socket;
}

/**
 * Writes bytes and reads until the program has replied in full, closed the connection, or stayed
 * silent. Returns what came.
 */
export async function exchange(
  program: Program,
  bytes: Uint8Array | string,
  options: { readonly halfClose?: boolean; readonly replies?: number } = {},
): Promise<string> {
  const socket = await open(program);
  let text = "";
  const done = new Promise<void>((resolve) => {
    socket.setTimeout(SILENCE_MS, resolve);
    socket.once("close", () => resolve());
    socket.on("data", (data) => {
      text += data.toString("latin1");
      if (statuses(text).length >= (options.replies ?? 1)) resolve();
    });
  });
  socket.write(bytes);
  if (options.halfClose === true) socket.end();
  await done;
  socket.destroy();
  return text;
}

/** The status codes of the replies in a text. */
export function statuses(text: string): number[] {
  return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map((match) => Number(match[1]));
}

/** A request as it goes over the wire. */
export function request(
  path: string,
  body: Uint8Array | string,
  headers: readonly string[] = ["Content-Type: application/json"],
  length = Buffer.byteLength(body),
): Buffer {
  const head = [`POST ${path} HTTP/1.1`, "Host: x", ...headers, `Content-Length: ${length}`];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), Buffer.from(body)]);
}

/** A libprocess message as it goes over the wire. */
export function message(process: string, name: string, body: Uint8Array | string): Buffer {
  return request(`/${process}/${name}`, body, [
    "User-Agent: libprocess/stranger@127.0.0.1:1",
    "Libprocess-From: stranger@127.0.0.1:1",
    "Connection: Keep-Alive",
  ]);
}
