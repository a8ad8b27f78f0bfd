import { closeSync, fstatSync, openSync, renameSync, symlinkSync, writeSync } from "node:fs";
import { join } from "node:path";
import { fileStamp, headStamp, type Level } from "./line.ts";
import type { Target } from "./sink.ts";

/** Whose log it is; part of the file's name. */
export interface LogFileOwner {
  readonly folder: string;
  readonly program: string;
  readonly host: string;
  readonly user: string;
  readonly pid: number;
}

export interface LogFile extends Target {
  /** The file that is written to; undefined before the first write. */
  readonly path: string | undefined;
  close(): void;
}

/** A file that grew beyond this is followed by a new one, as with glog. */
export const MAX_LOG_FILE_BYTES = 1800 * 1024 * 1024;

const FILE_MODE = 0o664;

/** The link that leads to the newest file of a level: `<folder>/<program>.<LEVEL>`. */
export function logLink(folder: string, program: string, level: Level): string {
  return join(folder, `${program}.${level}`);
}

/**
 * The series of files of one level, `<program>.<host>.<user>.log.<LEVEL>.<yyyymmdd-hhmmss>.<pid>`,
 * the first opened at the first write. `onFailure` hears once why no file can be opened.
 */
export function createLogFile(
  owner: LogFileOwner,
  level: Level,
  options: {
    readonly now: () => number;
    readonly onFailure: (text: string) => void;
    readonly maxBytes?: number;
  },
): LogFile {
  const maxBytes = options.maxBytes ?? MAX_LOG_FILE_BYTES;
  let fd: number | undefined;
  let path: string | undefined;
  let failed = false;

  const file = {
    positioned: true,
    position: 0,
    get path() {
      return path;
    },
    descriptor: (chunkBytes: number) => {
      if (fd !== undefined && file.position + chunkBytes > maxBytes) {
        close();
      }
      if (fd === undefined) {
        try {
          open();
          failed = false;
        } catch (cause) {
          if (!failed) {
            failed = true;
            options.onFailure(`Could not create log file: ${String(cause)}`);
          }
        }
      }
      return fd;
    },
    close: () => close(),
  };

  const open = (): void => {
    const at = new Date(options.now());
    const name = `${owner.program}.${owner.host}.${owner.user}.log.${level}.${fileStamp(at)}.${owner.pid}`;
    const opened = join(owner.folder, name);
    fd = openSync(opened, "a+", FILE_MODE);
    closeSync(fd);
    // Not for appending: positions must hold, so that a write can be repeated.
    fd = openSync(opened, "r+");
    path = opened;
    file.position = fstatSync(fd).size;
    const head = `Log file created at: ${headStamp(at)}\nRunning on machine: ${owner.host}\nLog line format: [IWEF]mmdd hh:mm:ss.uuuuuu threadid file:line] msg\n`;
    file.position += writeSync(fd, head, file.position);
    pointLink(logLink(owner.folder, owner.program, level), name, owner.pid);
  };

  const close = (): void => {
    if (fd !== undefined) {
      closeSync(fd);
      fd = undefined;
    }
  };
  return file;
}

/** Points the link at the file in one step, so that a reader never misses it. */
function pointLink(link: string, name: string, pid: number): void {
  const temporary = `${link}.${pid}.new`;
  symlinkSync(name, temporary);
  renameSync(temporary, link);
}
