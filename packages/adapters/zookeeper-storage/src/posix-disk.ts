import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Disk } from "./disk.ts";

/** A folder of the file system, made if it is missing. */
export async function openPosixDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true });
  const at = (name: string): string => join(folder, name);
  return {
    folder,
    list: () => readdir(folder),
    read: (name) => readFile(at(name)),
    create: async (name) => {
      const handle = await open(at(name), "wx", 0o600);
      return {
        append: async (bytes) => {
          // A write may be cut short, by a full disk for one.
          for (let start = 0; start < bytes.length; ) {
            start += (await handle.write(bytes, start)).bytesWritten;
          }
        },
        sync: () => handle.datasync(),
        close: () => handle.close(),
      };
    },
    truncate: async (name, length) => {
      const handle = await open(at(name), "r+");
      try {
        await handle.truncate(length);
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
    rename: (from, to) => rename(at(from), at(to)),
    remove: (name) => rm(at(name), { force: true }),
    syncFolder: async () => {
      const handle = await open(folder, "r");
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}
