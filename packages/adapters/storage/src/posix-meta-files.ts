import {
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  statSync,
  truncateSync,
} from "node:fs";
import type { MetaFiles } from "./types.ts";

/** The files below a `meta` folder on disk. */
export function posixMetaFiles(metaDir: string): MetaFiles {
  const at = (path: string): string => `${metaDir}/${path}`;
  return {
    root: metaDir,
    exists: () => statSync(metaDir, { throwIfNoEntry: false })?.isDirectory() === true,
    read: (path) => unlessMissing(() => readFileSync(at(path))),
    folders: (path) =>
      (unlessMissing(() => readdirSync(at(path), { withFileTypes: true })) ?? [])
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort(),
    readLink: (path) => unlessMissing(() => readlinkSync(at(path))),
    truncate: (path, size) => truncateSync(at(path), size),
    rename: (from, to) => renameSync(at(from), at(to)),
  };
}

/** EINVAL: what is there is no link. */
const MISSING = ["ENOENT", "ENOTDIR", "EINVAL"];

function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (cause) {
    if (MISSING.includes((cause as NodeJS.ErrnoException).code ?? "")) return undefined;
    throw cause;
  }
}
