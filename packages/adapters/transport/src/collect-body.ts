import { Buffer } from "node:buffer";
import type { IncomingMessage } from "node:http";
import { ByteAccumulator } from "@mesos-ts/wire";

/** A body, or why there is none: above the limit, or the client left or stalled. */
export type CollectedBody =
  | { readonly type: "body"; readonly body: Buffer }
  | { readonly type: "too-large" }
  | { readonly type: "gone" };

/** Reads request bodies whole, and gives up on those that stall. */
export class BodyCollector {
  readonly #active = new Set<Collection>();

  /**
   * Reads the body of `req`. Above `maxBytes` reading stops. A body of one piece is not copied;
   * memory is bounded by what has arrived, however small its pieces.
   */
  collect(req: IncomingMessage, maxBytes: number, next: (result: CollectedBody) => void): void {
    if (Number(req.headers["content-length"] ?? 0) > maxBytes) {
      next({ type: "too-large" });
      return;
    }
    const collection: Collection = new Collection(req, maxBytes, (result) => {
      this.#active.delete(collection);
      next(result);
    });
    this.#active.add(collection);
  }

  /** To be called at intervals: ends the requests whose bodies have not moved since the last call. */
  endStalled(): void {
    for (const collection of [...this.#active]) collection.endIfStalled();
  }
}

class Collection {
  readonly #req: IncomingMessage;
  readonly #maxBytes: number;
  readonly #next: (result: CollectedBody) => void;
  #first: Buffer | undefined;
  #rest: ByteAccumulator | undefined;
  #length = 0;
  #progress = true;

  constructor(req: IncomingMessage, maxBytes: number, next: (result: CollectedBody) => void) {
    this.#req = req;
    this.#maxBytes = maxBytes;
    this.#next = next;
    req.on("data", this.#onData);
    req.on("end", this.#onEnd);
    req.on("close", this.#onClose);
    req.on("error", ignore);
  }

  endIfStalled(): void {
    if (this.#progress) {
      this.#progress = false;
      return;
    }
    this.#settle({ type: "gone" });
    this.#req.destroy();
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#progress = true;
    this.#length += chunk.length;
    if (this.#length > this.#maxBytes) {
      this.#req.pause();
      this.#settle({ type: "too-large" });
    } else if (this.#first === undefined) {
      this.#first = chunk;
    } else {
      if (this.#rest === undefined) {
        this.#rest = new ByteAccumulator();
        this.#rest.append(this.#first, 0, this.#first.length);
      }
      this.#rest.append(chunk, 0, chunk.length);
    }
  };

  readonly #onEnd = (): void => {
    const body = this.#rest === undefined ? (this.#first ?? Buffer.alloc(0)) : this.#rest.take();
    this.#settle({ type: "body", body });
  };

  readonly #onClose = (): void => this.#settle({ type: "gone" });

  #settle(result: CollectedBody): void {
    this.#req.off("data", this.#onData);
    this.#req.off("end", this.#onEnd);
    this.#req.off("close", this.#onClose);
    this.#next(result);
  }
}

/** "close" follows and says that the client is gone. */
function ignore(): void {}
