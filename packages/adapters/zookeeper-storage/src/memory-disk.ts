import type { Random } from "@mesos-ts/base";
import type { Disk } from "./disk.ts";

const SECTOR_BYTES = 512;

type MemoryFile = { bytes: Buffer; syncedLength: number };

/**
 * A disk in memory that can lose power: what was not synced is then kept, lost, or torn, as chance
 * has it. Names that were not synced come back or vanish likewise.
 */
export class MemoryDisk implements Disk {
  readonly folder = "memory";
  /** What programs see. */
  #files = new Map<string, MemoryFile>();
  /** Which names are on the medium for sure. */
  #durable = new Map<string, MemoryFile>();
  /** Fails every write once that many bytes were written; a full disk. */
  capacity = Number.POSITIVE_INFINITY;
  /** Called before each operation; it may throw, as a machine does that stops there. */
  onOperation: () => void = () => {};
  #generation = 0;

  async list(): Promise<readonly string[]> {
    this.onOperation();
    return [...this.#files.keys()];
  }

  async read(name: string): Promise<Buffer> {
    this.onOperation();
    return Buffer.from(this.#get(name).bytes);
  }

  async create(name: string) {
    this.onOperation();
    if (this.#files.has(name)) throw new Error(`EEXIST: file already exists, open '${name}'`);
    const file: MemoryFile = { bytes: Buffer.alloc(0), syncedLength: 0 };
    this.#files.set(name, file);
    const generation = this.#generation;
    const alive = (): void => {
      if (generation !== this.#generation) throw new Error("EIO: the machine has no power");
      this.onOperation();
    };
    return {
      append: async (bytes: Buffer): Promise<void> => {
        alive();
        const room = this.capacity - this.used;
        file.bytes = Buffer.concat([file.bytes, bytes.subarray(0, Math.max(0, room))]);
        if (bytes.length > room) throw new Error("ENOSPC: no space left on device, write");
      },
      sync: async (): Promise<void> => {
        alive();
        file.syncedLength = file.bytes.length;
      },
      close: async (): Promise<void> => {},
    };
  }

  async truncate(name: string, length: number): Promise<void> {
    this.onOperation();
    const file = this.#get(name);
    file.bytes = file.bytes.subarray(0, length);
    file.syncedLength = file.bytes.length;
  }

  async rename(from: string, to: string): Promise<void> {
    this.onOperation();
    this.#files.set(to, this.#get(from));
    this.#files.delete(from);
  }

  async remove(name: string): Promise<void> {
    this.onOperation();
    this.#files.delete(name);
  }

  async syncFolder(): Promise<void> {
    this.onOperation();
    this.#durable = new Map(this.#files);
  }

  get used(): number {
    let used = 0;
    for (const file of this.#files.values()) used += file.bytes.length;
    return used;
  }

  /** Flips one bit, as a bad medium does. */
  flipBit(name: string, bit: number): void {
    const file = this.#get(name);
    file.bytes = Buffer.from(file.bytes);
    file.bytes[bit >> 3] = (file.bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  }

  /** Power is lost and comes back. Open files are useless from then on. */
  crash(random: Random): void {
    this.#generation++;
    const names = random.int(2) === 0 ? this.#durable : this.#files;
    const survivors = new Map<string, MemoryFile>();
    for (const [name, file] of names) {
      const bytes = torn(file, random);
      survivors.set(name, { bytes, syncedLength: bytes.length });
    }
    this.#files = survivors;
    this.#durable = new Map(survivors);
  }

  #get(name: string): MemoryFile {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`ENOENT: no such file or directory, open '${name}'`);
    return file;
  }
}

/** What is left of a file: all that was synced; of the rest a part, with holes at times. */
function torn({ bytes, syncedLength }: MemoryFile, random: Random): Buffer {
  const unsynced = bytes.length - syncedLength;
  if (unsynced === 0) return bytes;
  const left = Buffer.from(bytes.subarray(0, syncedLength + random.int(unsynced + 1)));
  if (random.int(2) === 0) return left;
  const first = Math.ceil(syncedLength / SECTOR_BYTES) * SECTOR_BYTES;
  for (let start = first; start < left.length; start += SECTOR_BYTES) {
    if (random.int(2) === 0) left.fill(0, start, Math.min(start + SECTOR_BYTES, left.length));
  }
  return left;
}
