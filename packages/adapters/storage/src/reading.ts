import type { Buffer } from "node:buffer";
import { DecodeError, decode, type Message, type MessageType } from "@mesos-ts/protos";
import { unframe } from "./framing.ts";
import type { MetaFiles } from "./types.ts";

/**
 * Reads checkpoints and notes what is wrong with them. Errors mean damage; warnings what a crash
 * in the middle of writing explains.
 */
export class Reading {
  readonly files: MetaFiles;
  /** Cut off damaged records, too, because the agent is to go on without them. */
  readonly lenient: boolean;
  readonly errors: string[] = [];
  readonly warnings: string[] = [];

  constructor(files: MetaFiles, lenient: boolean) {
    this.files = files;
    this.lenient = lenient;
  }

  absolute(path: string): string {
    return `${this.files.root}/${path}`;
  }

  /** Damage: the path, what is wrong, what to do. */
  damaged(path: string, what: string, why: string): undefined {
    this.errors.push(
      `Failed to read ${what} from '${this.absolute(path)}': ${why}. Restore the file, or remove it to go on without it`,
    );
    return undefined;
  }

  warn(text: string): undefined {
    this.warnings.push(text);
    return undefined;
  }

  bytes(path: string, what: string): Buffer | undefined {
    try {
      return this.files.read(path);
    } catch (cause) {
      return this.damaged(path, what, cause instanceof Error ? cause.message : String(cause));
    }
  }

  /** A file that holds one message. Missing and empty ones are what a crash leaves behind. */
  message<T extends Message>(type: MessageType<T>, path: string, what: string): T | undefined {
    const file = this.bytes(path, what);
    if (file === undefined)
      return this.warn(`Failed to find ${what} file '${this.absolute(path)}'`);
    if (file.length === 0) return this.warn(`Found empty ${what} file '${this.absolute(path)}'`);
    const [record] = unframe(file).records;
    if (record === undefined) {
      // A message without fields is a length of zero, which looks like a torn tail.
      if (file.length === 4) return this.decoded(type, file.subarray(4), path, what);
      return this.damaged(path, what, "it ends too early");
    }
    return this.decoded(type, record, path, what);
  }

  decoded<T extends Message>(
    type: MessageType<T>,
    bytes: Buffer,
    path: string,
    what: string,
  ): T | undefined {
    try {
      return decode(type, bytes);
    } catch (cause) {
      if (!(cause instanceof DecodeError)) throw cause;
      return this.damaged(path, what, cause.message);
    }
  }

  /**
   * A message that says whose it is, in a folder that says it, too: an id that is another one is
   * damage that the codec cannot see.
   */
  identified<T extends Message>(
    type: MessageType<T>,
    path: string,
    what: string,
    expected: string,
    idOf: (message: T) => { readonly value: string } | undefined,
  ): T | undefined {
    const message = this.message(type, path, what);
    if (message === undefined) return undefined;
    const id = idOf(message)?.value;
    if (id === undefined || id === expected) return message;
    return this.damaged(path, what, `its id is '${id}' instead of '${expected}'`);
  }

  text(path: string, what: string): string | undefined {
    const text = this.bytes(path, what)?.toString("utf8");
    if (text === "") return this.warn(`Found empty ${what} file '${this.absolute(path)}'`);
    return text;
  }

  /**
   * The records of a file that grows at its end. A torn last record is cut off, so that the next
   * one is written after the last whole one.
   */
  records<T extends Message>(type: MessageType<T>, path: string, what: string): T[] {
    const file = this.bytes(path, what);
    if (file === undefined) return [];
    const { records, ends, end } = unframe(file);
    const messages: T[] = [];
    for (const [index, record] of records.entries()) {
      const message = this.decoded(type, record, path, `${what} (record ${index + 1})`);
      if (message === undefined) {
        if (this.lenient) this.files.truncate(path, index === 0 ? 0 : (ends[index - 1] ?? 0));
        return messages;
      }
      messages.push(message);
    }
    if (end < file.length) {
      this.warn(
        `Cut ${file.length - end} bytes of an incomplete record off '${this.absolute(path)}'`,
      );
      this.files.truncate(path, end);
    }
    return messages;
  }
}
