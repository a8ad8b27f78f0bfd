import { Agent, request } from "node:http";
import { encode, master } from "@mesos-ts/protos";

const MEDIA = "application/x-protobuf";

/** Operators who follow the events of a master and throw them away. */
export class Subscribers {
  /** Bytes that all of them have received. */
  received = 0;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });

  /** Resolves when each has received the state. */
  async open(port: number, count: number): Promise<void> {
    await Promise.all(Array.from({ length: count }, () => this.#subscribe(port)));
  }

  close(): void {
    this.#agent.destroy();
  }

  #subscribe(port: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const headers = { "Content-Type": MEDIA, Accept: MEDIA };
    const options = { host: "127.0.0.1", port, path: "/api/v1", method: "POST", headers };
    const asked = request({ ...options, agent: this.#agent }, (response) => {
      response.on("data", (chunk: Buffer) => {
        this.received += chunk.length;
        resolve();
      });
      response.on("error", () => {});
    });
    asked.on("error", reject);
    asked.end(encode(master.Call, { type: "SUBSCRIBE" }));
    return promise;
  }
}
