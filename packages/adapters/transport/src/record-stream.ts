import type { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { RecordDecoder } from "@mesos-ts/wire";

/** Records of a RecordIO reply, with a way to stop early. */
export type Records = { readonly records: AsyncIterable<Buffer>; close(): void };

/**
 * Decodes a reply's body record by record; a reader that is slow slows the sender. Errors of the
 * connection and of the framing are thrown to the reader; `close` ends the loop quietly.
 */
export function recordsOf(
  response: IncomingMessage,
  url: string,
  maxRecordBytes?: number,
): Records {
  let closed = false;
  const close = (): void => {
    closed = true;
    response.destroy();
  };
  return { close, records: read() };

  async function* read(): AsyncGenerator<Buffer> {
    let batch: Buffer[] = [];
    const decoder = new RecordDecoder({
      onRecord: (record) => batch.push(record),
      ...(maxRecordBytes === undefined ? {} : { maxRecordBytes }),
    });
    try {
      for await (const chunk of response as AsyncIterable<Buffer>) {
        const error = decoder.push(chunk);
        const records = batch;
        batch = [];
        for (const record of records) {
          if (closed) return;
          yield record;
        }
        if (error !== undefined) throw new Error(`${url}: ${error.text}`);
      }
    } catch (cause) {
      if (closed) return;
      const text = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${url}: the event stream broke: ${text}`, { cause });
    } finally {
      response.destroy();
    }
    const error = decoder.end();
    if (error !== undefined && !closed) throw new Error(`${url}: ${error.text}`);
  }
}
