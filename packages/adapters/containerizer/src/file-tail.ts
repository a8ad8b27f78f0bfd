import { closeSync, constants, fstatSync, openSync, read } from "node:fs";
import { promisify } from "node:util";
import type { SavedFile } from "./run-script.ts";

const CHUNK_BYTES = 32 * 1024;
const readAt = promisify(read);

/** Reads a file that grows. The file is the buffer: who is slow costs no memory. */
export class FileTail {
  readonly #fd: number;
  #position: number;
  #closed = false;
  #reading: Promise<unknown> = Promise.resolve();

  /**
   * Opens the file that was made for a container's output. Throws when it cannot be opened or is
   * another one: its folder belongs to whoever runs in the container.
   */
  static open(file: SavedFile, from: "start" | "now"): FileTail {
    const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
    const fd = openSync(file.path, flags);
    const { dev, ino, size } = fstatSync(fd);
    if (dev !== file.device || ino !== file.inode) {
      closeSync(fd);
      throw new Error(`'${file.path}' is not the file that the container's output goes to`);
    }
    return new FileTail(fd, from === "start" ? file.start : size);
  }

  private constructor(fd: number, position: number) {
    this.#fd = fd;
    this.#position = position;
  }

  /** A path by which the open file, whatever it is called now, can be watched. */
  get path(): string {
    return `/proc/self/fd/${this.#fd}`;
  }

  /** What was written since the last call; null when nothing was, yet. One call at a time. */
  async next(): Promise<Buffer | null> {
    if (this.#closed) {
      return null;
    }
    const reading = readAt(
      this.#fd,
      Buffer.allocUnsafe(CHUNK_BYTES),
      0,
      CHUNK_BYTES,
      this.#position,
    );
    this.#reading = reading.catch(() => undefined);
    const { bytesRead, buffer } = await reading;
    this.#position += bytesRead;
    return bytesRead === 0 ? null : buffer.subarray(0, bytesRead);
  }

  close(): void {
    if (!this.#closed) {
      this.#closed = true;
      // A descriptor that is being read must not become another file's meanwhile.
      void this.#reading.then(() => closeSync(this.#fd));
    }
  }
}
