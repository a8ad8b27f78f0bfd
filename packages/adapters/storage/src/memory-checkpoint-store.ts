import { Buffer } from "node:buffer";
import type { Checkpoint } from "@mesos-ts/agent";
import { frame } from "./framing.ts";
import { insideMeta } from "./safe-path.ts";
import type { CheckpointStore, MetaFiles } from "./types.ts";

type Node =
  | { readonly type: "file"; readonly content: Buffer }
  | { readonly type: "folder" }
  | { readonly type: "link"; readonly target: string };

/** The twin of the checkpoint files, in memory; it outlives an agent's restart when it is kept. */
export class MemoryCheckpointStore implements CheckpointStore, MetaFiles {
  readonly root: string;
  readonly #nodes = new Map<string, Node>();

  /** `metaDir` is what messages and links call this place. */
  constructor(metaDir = "/memory/meta") {
    this.root = metaDir;
  }

  apply(change: Checkpoint): void {
    const path = insideMeta(change.path);
    switch (change.type) {
      case "message":
        return this.#put(path, { type: "file", content: frame(change.bytes) });
      case "text":
        return this.#put(path, { type: "file", content: Buffer.from(change.text) });
      case "append":
        return this.#put(path, {
          type: "file",
          content: Buffer.concat([this.read(path) ?? Buffer.alloc(0), frame(change.bytes)]),
        });
      case "records":
        return this.#put(path, { type: "file", content: Buffer.concat(change.list.map(frame)) });
      case "rename":
        return this.rename(path, insideMeta(change.to));
      case "touch":
        if (!this.#nodes.has(path)) this.#put(path, { type: "file", content: Buffer.alloc(0) });
        return;
      case "mkdir":
        if (!this.#nodes.has(path)) this.#put(path, { type: "folder" });
        return;
      case "symlink":
        return this.#put(path, { type: "link", target: change.target });
      case "remove":
        return this.#remove(path);
      default:
        return change satisfies never;
    }
  }

  forget(): void {
    // Nothing is held.
  }

  close(): void {
    // What was kept stays: it is this twin's disk.
  }

  exists(): boolean {
    return this.#nodes.size > 0;
  }

  read(path: string): Buffer | undefined {
    const node = this.#nodes.get(path);
    return node?.type === "file" ? node.content : undefined;
  }

  folders(path: string): string[] {
    const prefix = `${path}/`;
    return [...this.#nodes]
      .filter(([key, { type }]) => type === "folder" && key.startsWith(prefix))
      .map(([key]) => key.slice(prefix.length))
      .filter((name) => !name.includes("/"))
      .sort();
  }

  readLink(path: string): string | undefined {
    const node = this.#nodes.get(path);
    return node?.type === "link" ? node.target : undefined;
  }

  truncate(path: string, size: number): void {
    const content = this.read(path);
    if (content !== undefined) {
      this.#nodes.set(path, { type: "file", content: content.subarray(0, size) });
    }
  }

  rename(from: string, to: string): void {
    const node = this.#nodes.get(from);
    if (node === undefined) throw new Error(`'${from}' does not exist`);
    this.#nodes.delete(from);
    this.#nodes.set(to, node);
  }

  #remove(path: string): void {
    this.#nodes.delete(path);
    const prefix = `${path}/`;
    for (const key of this.#nodes.keys()) if (key.startsWith(prefix)) this.#nodes.delete(key);
  }

  #put(path: string, node: Node): void {
    for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1)) {
      const folder = path.slice(0, at);
      if (!this.#nodes.has(folder)) this.#nodes.set(folder, { type: "folder" });
    }
    this.#nodes.set(path, node);
  }
}
