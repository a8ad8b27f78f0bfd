import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Bytes of the files in a folder. */
export function folderBytes(folder: string): number {
  try {
    return readdirSync(folder)
      .map((name) => statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0)
      .reduce((sum, size) => sum + size, 0);
  } catch {
    return 0;
  }
}

/** Open files of this process, and how many it may open; −1 where the system does not say. */
export function openFiles(): { readonly open: number; readonly most: number } {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync("/proc/self/limits", "utf8"));
    return { open: readdirSync("/proc/self/fd").length, most: Number(limit?.[1] ?? -1) };
  } catch {
    return { open: -1, most: -1 };
  }
}
