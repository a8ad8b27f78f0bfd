/** A file that only grows. */
export interface AppendFile {
  append(bytes: Buffer): Promise<void>;
  /** Returns when all that was appended survives a loss of power. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** One folder of files. Names appear and vanish for good only with `syncFolder`. */
export interface Disk {
  /** For messages. */
  readonly folder: string;
  list(): Promise<readonly string[]>;
  read(name: string): Promise<Buffer>;
  /** A new file; one of that name must not be there. */
  create(name: string): Promise<AppendFile>;
  truncate(name: string, length: number): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(name: string): Promise<void>;
  syncFolder(): Promise<void>;
}
