import type { Buffer } from "node:buffer";
import { RecordDecoder } from "@mesos-ts/wire";

/** A record that follows, the end of the stream, or why there is nothing more to read. */
export type NextRecord =
  | { readonly type: "record"; readonly bytes: Buffer }
  | { readonly type: "end" }
  | { readonly type: "broken"; readonly text: string };

/** Largest record of an attached input. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;

/** Takes records off a request's body, one at a time: what is not taken is not read. */
export class RecordReader {
  readonly #chunks: AsyncIterator<Buffer>;
  readonly #records: Buffer[] = [];
  readonly #decoder = new RecordDecoder({
    maxRecordBytes: MAX_RECORD_BYTES,
    onRecord: (record) => this.#records.push(record),
  });

  constructor(body: AsyncIterable<Buffer>) {
    this.#chunks = body[Symbol.asyncIterator]();
  }

  /** Never rejects. One call at a time. */
  async next(): Promise<NextRecord> {
    for (;;) {
      const bytes = this.#records.shift();
      if (bytes !== undefined) return { type: "record", bytes };
      let chunk: IteratorResult<Buffer>;
      try {
        chunk = await this.#chunks.next();
      } catch {
        return { type: "broken", text: "The connection broke" };
      }
      const error = chunk.done === true ? this.#decoder.end() : this.#decoder.push(chunk.value);
      if (error !== undefined) return { type: "broken", text: error.text };
      if (chunk.done === true) return { type: "end" };
    }
  }
}
