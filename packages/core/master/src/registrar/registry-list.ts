import { encode, type Message, type MessageType, type Writer } from "@mesos-ts/protos";

interface Entry<T> {
  readonly value: T;
  /** Undefined until somebody needs them. */
  bytes: Uint8Array | undefined;
}

const LENGTH_DELIMITED = 2;
const MAX_VARINT_BYTES = 5;

/** A list of one kind of agents in the registry, by agent id, each encoded once. */
export class RegistryList<T extends Message> {
  readonly #type: MessageType<T>;
  readonly #entries = new Map<string, Entry<T>>();
  /** Of those entries that are encoded. */
  #bytes = 0;

  constructor(type: MessageType<T>) {
    this.#type = type;
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Roughly: of what was encoded before. */
  get byteLength(): number {
    return this.#bytes + this.#entries.size * MAX_VARINT_BYTES;
  }

  has(id: string): boolean {
    return this.#entries.has(id);
  }

  get(id: string): T | undefined {
    return this.#entries.get(id)?.value;
  }

  set(id: string, value: T): void {
    this.delete(id);
    this.#entries.set(id, { value, bytes: undefined });
  }

  delete(id: string): boolean {
    this.#bytes -= this.#entries.get(id)?.bytes?.length ?? 0;
    return this.#entries.delete(id);
  }

  values(): T[] {
    return [...this.#entries.values()].map(({ value }) => value);
  }

  some(test: (value: T) => boolean): boolean {
    for (const { value } of this.#entries.values()) if (test(value)) return true;
    return false;
  }

  /** As the field `field` of the registry: a message whose field 1 repeats the entries. */
  writeTo(writer: Writer, field: number): void {
    writer.uint32((field << 3) | LENGTH_DELIMITED);
    const list = writer.open();
    for (const entry of this.#entries.values()) {
      writer.uint32((1 << 3) | LENGTH_DELIMITED);
      writer.bytes(this.#encoded(entry));
    }
    writer.close(list);
  }

  #encoded(entry: Entry<T>): Uint8Array {
    if (entry.bytes === undefined) {
      entry.bytes = Uint8Array.from(encode(this.#type, entry.value));
      this.#bytes += entry.bytes.length;
    }
    return entry.bytes;
  }
}
