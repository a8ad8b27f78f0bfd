import { Buffer } from "node:buffer";
import { Failure } from "../failure.ts";
import type { World } from "../shell/world.ts";
import { type Cluster, type Peer, Refusal } from "./cluster.ts";

/** Read by one request. */
const PAGE_BYTES = 64 * 1024;
/** How often a file that is followed is asked for more. */
const FOLLOW_MS = 500;

const NOT_FOUND = 404;

export interface RemoteFile {
  readonly cluster: Cluster;
  readonly peer: Peer;
  readonly path: string;
}

interface Page {
  readonly size: number;
  readonly data: Buffer;
}

async function readPage(
  { cluster, peer, path }: RemoteFile,
  offset: number,
  length: number,
): Promise<Page> {
  const call = { type: "READ_FILE", read_file: { path, offset, length } } as const;
  try {
    const reply =
      peer === cluster.master ? await cluster.ask(call) : await cluster.askAgent(peer, call);
    const { size = 0, data = new Uint8Array() } = reply.read_file ?? {};
    return { size, data: Buffer.from(data) };
  } catch (error) {
    if (error instanceof Refusal && error.status === NOT_FOUND) {
      throw new Failure(`${path} on ${peer.name}: No such file or directory`);
    }
    throw error;
  }
}

/** Copies a file from an offset to its present end, and tells where that was. */
export async function copyFile(file: RemoteFile, world: World, from = 0): Promise<number> {
  const { size } = await readPage(file, 0, 0);
  let offset = Math.min(from, size);
  while (offset < size) {
    const { data } = await readPage(file, offset, Math.min(PAGE_BYTES, size - offset));
    // It was cut meanwhile.
    if (data.length === 0) break;
    await world.out(data);
    offset += data.length;
  }
  return offset;
}

/** Copies what is added to a file until the command is interrupted. */
export async function followFile(file: RemoteFile, world: World, from: number): Promise<void> {
  const interrupted = world.interruption();
  let offset = from;
  while (!interrupted.aborted) {
    const { size, data } = await readPage(file, offset, PAGE_BYTES);
    if (data.length > 0) await world.out(data);
    offset = size < offset ? 0 : offset + data.length;
    if (data.length < PAGE_BYTES) await world.pause(FOLLOW_MS);
  }
}

const NEWLINE = 0x0a;

/** Where the last `lines` lines begin. A last line without an end counts, too. */
export async function lastLines(file: RemoteFile, lines: number): Promise<number> {
  const { size } = await readPage(file, 0, 0);
  if (lines <= 0) return size;
  let begin = size;
  let wanted = lines;
  while (begin > 0) {
    const length = Math.min(PAGE_BYTES, begin);
    const { data } = await readPage(file, begin - length, length);
    for (let index = data.length - 1; index >= 0; index--) {
      const at = begin - length + index;
      if (data[index] !== NEWLINE || at === size - 1) continue;
      wanted -= 1;
      if (wanted === 0) return at + 1;
    }
    begin -= length;
  }
  return 0;
}
