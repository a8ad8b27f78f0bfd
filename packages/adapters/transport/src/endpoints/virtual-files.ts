import { Buffer } from "node:buffer";
import { constants } from "node:fs";
import {
  access,
  type FileHandle,
  lstat,
  open,
  readdir,
  readlink,
  realpath,
  stat,
} from "node:fs/promises";
import type { HttpPrincipal } from "../http-types.ts";
import { AccountNames } from "./account-names.ts";

/** Most bytes of one read: 16 pages. */
export const MAX_READ_BYTES = 16 * 4096;
/** Most entries of one listing. */
export const MAX_LISTED_ENTRIES = 100_000;

/** A file as listings show it. `mtime` is in seconds. */
export type FileInfo = {
  readonly path: string;
  readonly nlink: number;
  readonly size: number;
  readonly mtime: number;
  /** Type and permission bits, as `st_mode`. */
  readonly mode: number;
  /** Names, or numbers where there are none. */
  readonly uid: string;
  readonly gid: string;
};

/** Why a file is not served. `text` is empty when the status says all. */
export type FilesRefusal = {
  readonly type: "invalid" | "not-found" | "unauthorized" | "unknown";
  readonly text: string;
};

/** May this principal see what lies under an attached path? */
export type FileAuthorization = (
  principal: HttpPrincipal | undefined,
) => boolean | Promise<boolean>;

type Attached = { readonly real: string; readonly authorize: FileAuthorization | undefined };
type Opened = { readonly handle: FileHandle; readonly real: string };

const NOT_FOUND: FilesRefusal = { type: "not-found", text: "" };

/**
 * Files and folders under virtual paths. What a path leads to is checked on the opened file, so
 * that nothing outside an attached path is served whatever links say, and whenever they change.
 */
export class VirtualFiles {
  readonly #attached = new Map<string, Attached>();
  readonly #names = new AccountNames();

  /** Attaches a real path. Rejects when it does not exist or cannot be read. */
  async attach(
    realPath: string,
    virtualPath: string,
    authorize?: FileAuthorization,
  ): Promise<void> {
    let real: string;
    try {
      real = await realpath(realPath);
    } catch (cause) {
      throw new Error(`Failed to get realpath of '${realPath}': ${reason(cause)}`, { cause });
    }
    try {
      await access(real, constants.R_OK);
    } catch (cause) {
      throw new Error(`Failed to access '${realPath}': Access denied`, { cause });
    }
    this.#attached.set(trimEnd(virtualPath), { real, authorize });
  }

  detach(virtualPath: string): void {
    this.#attached.delete(trimEnd(virtualPath));
  }

  /** Virtual path → real path. */
  paths(): ReadonlyMap<string, string> {
    return new Map([...this.#attached].map(([path, { real }]) => [path, real]));
  }

  /** The entries of a folder, sorted by path; none for a file. */
  async browse(
    path: string,
    principal?: HttpPrincipal,
  ): Promise<readonly FileInfo[] | FilesRefusal> {
    const opened = await this.#open(path, principal);
    if (isRefusal(opened)) return opened;
    const { handle } = opened;
    try {
      if (!(await handle.stat()).isDirectory()) return [];
      return await this.#list(trimEnd(path), opened);
    } finally {
      await handle.close();
    }
  }

  /**
   * Up to `length` bytes from `offset` on (at most `MAX_READ_BYTES`; undefined asks for as many),
   * with the file's size. Nothing is read at or past the end, and for a length of 0.
   */
  async read(
    path: string,
    offset: number,
    length: number | undefined,
    principal?: HttpPrincipal,
  ): Promise<{ readonly size: number; readonly data: Buffer } | FilesRefusal> {
    const opened = await this.openFile(path, "Cannot read a directory", principal);
    if (isRefusal(opened)) return opened;
    const { handle, size } = opened;
    try {
      const wanted = Math.min(length ?? MAX_READ_BYTES, MAX_READ_BYTES, Math.max(0, size - offset));
      const data = Buffer.alloc(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await handle.read(data, filled, wanted - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return { size, data: data.subarray(0, filled) };
    } finally {
      await handle.close();
    }
  }

  /** Opens a regular file for reading; the caller closes it. */
  async openFile(
    path: string,
    directoryText: string,
    principal?: HttpPrincipal,
  ): Promise<(Opened & { readonly size: number }) | FilesRefusal> {
    const opened = await this.#open(path, principal);
    if (isRefusal(opened)) return opened;
    const info = await opened.handle.stat();
    if (info.isFile()) return { ...opened, size: info.size };
    await opened.handle.close();
    const text = info.isDirectory() ? directoryText : `'${path}' is not a regular file`;
    return { type: "invalid", text: `${text}.\n` };
  }

  async #list(path: string, { handle, real }: Opened): Promise<FileInfo[]> {
    const root = this.#find(path)?.attached.real ?? real;
    const folder = `/proc/self/fd/${handle.fd}`;
    const entries = (await readdir(folder)).slice(0, MAX_LISTED_ENTRIES);
    const names = await this.#names.load();
    const listing: FileInfo[] = [];
    for (const entry of entries.sort((a, b) => Buffer.from(a).compare(Buffer.from(b)))) {
      const info = await statInside(`${folder}/${entry}`, root);
      if (info === undefined) continue;
      listing.push({
        path: `${path}/${entry}`,
        nlink: info.nlink,
        size: info.size,
        mtime: Math.floor(info.mtimeMs / 1000),
        mode: info.mode,
        uid: names.user(info.uid),
        gid: names.group(info.gid),
      });
    }
    return listing;
  }

  async #open(path: string, principal: HttpPrincipal | undefined): Promise<Opened | FilesRefusal> {
    if (!(await this.#authorized(path, principal))) return { type: "unauthorized", text: "" };
    const found = this.#find(path);
    if (found === undefined) return NOT_FOUND;
    const { attached, suffix } = found;
    const full = suffix === "" ? attached.real : `${attached.real}/${suffix}`;
    const inaccessible: FilesRefusal = { type: "invalid", text: `'${full}' is inaccessible.\n` };
    let handle: FileHandle;
    try {
      const real = await realpath(full);
      if (!isInside(real, attached.real)) return inaccessible;
      const kind = await stat(real);
      if (!kind.isFile() && !kind.isDirectory()) {
        return { type: "invalid", text: `'${path}' is not a regular file.\n` };
      }
      // Not blocking: a pipe may take the file's place before this opens it.
      handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY);
    } catch (error) {
      return openRefusal(full, error);
    }
    const opened = await readlink(`/proc/self/fd/${handle.fd}`);
    if (isInside(opened, attached.real)) return { handle, real: opened };
    await handle.close();
    return inaccessible;
  }

  /** The longest attached path that `path` is at or under. */
  #find(path: string): { readonly attached: Attached; readonly suffix: string } | undefined {
    const trimmed = trimEnd(path);
    for (let end = trimmed.length; end >= 0; end = trimmed.lastIndexOf("/", end - 1)) {
      const attached = this.#attached.get(trimmed.slice(0, end));
      if (attached !== undefined) return { attached, suffix: trimmed.slice(end + 1) };
      if (end === 0) break;
    }
    return undefined;
  }

  /** The nearest attached path that has an authorization decides; without one all may see it. */
  async #authorized(path: string, principal: HttpPrincipal | undefined): Promise<boolean> {
    const trimmed = trimEnd(path);
    for (let end = trimmed.length; end > 0; end = trimmed.lastIndexOf("/", end - 1)) {
      const authorize = this.#attached.get(trimmed.slice(0, end))?.authorize;
      if (authorize !== undefined) return authorize(principal);
    }
    return true;
  }
}

export function isRefusal(value: object): value is FilesRefusal {
  return "type" in value && "text" in value;
}

function isInside(real: string, root: string): boolean {
  return real === root || root === "/" || real.startsWith(`${root}/`);
}

/** A link that leads out of the attached path is shown as a link, not as what it leads to. */
async function statInside(path: string, root: string) {
  try {
    const info = await lstat(path);
    if (!info.isSymbolicLink()) return info;
    const target = await realpath(path).catch(() => undefined);
    return target !== undefined && isInside(target, root) ? await stat(target) : info;
  } catch {
    return undefined;
  }
}

function openRefusal(full: string, error: unknown): FilesRefusal {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return NOT_FOUND;
    case "ELOOP":
    case "ENAMETOOLONG":
    case "ERR_INVALID_ARG_VALUE":
      return {
        type: "invalid",
        text: `Failed to determine canonical path of '${full}': ${reason(error)}.\n`,
      };
    default:
      return { type: "unknown", text: `Failed to open file at '${full}': ${reason(error)}.\n` };
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: "Permission denied",
  ELOOP: "Too many levels of symbolic links",
  EMFILE: "Too many open files",
  ENAMETOOLONG: "File name too long",
  ENOENT: "No such file or directory",
};

function reason(error: unknown): string {
  const { code = "", message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

/** A path without one slash at its end. */
function trimEnd(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : path;
}
