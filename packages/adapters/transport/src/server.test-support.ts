import { afterEach } from "vitest";
import type { LibprocessMessage } from "./libprocess.ts";
import { RawClient, type RawReply } from "./raw-client.test-support.ts";
import { Router } from "./router.ts";
import { startTransport, type TransportOptions, type TransportServer } from "./transport-server.ts";

/** A server on a free port with one process, `master`, and clients that are closed at the end. */
export type Harness = {
  readonly server: TransportServer;
  readonly router: Router;
  /** Messages that `master` received. */
  readonly seen: LibprocessMessage[];
  readonly logged: string[];
  client(): Promise<RawClient>;
  /** GET on a connection of its own; `headers` are complete lines. */
  get(path: string, headers?: string): Promise<RawReply>;
  close(): Promise<void>;
};

/** Starts a server; it is closed after the test. */
export async function start(options: Partial<TransportOptions> = {}): Promise<Harness> {
  const router = new Router("master");
  const seen: LibprocessMessage[] = [];
  const logged: string[] = [];
  const clients: RawClient[] = [];
  const log = (text: string): void => {
    logged.push(text);
  };
  const server = await startTransport({
    host: "127.0.0.1",
    router,
    log: { info: log, warn: log, error: log },
    ...options,
  });
  server.register("master", {
    message: (m) => seen.push({ ...m, body: Buffer.from(m.body) }),
    exited: () => {},
  });
  const harness: Harness = {
    server,
    router,
    seen,
    logged,
    async client() {
      const opened = await RawClient.open(server.port);
      clients.push(opened);
      return opened;
    },
    async get(path, headers = "") {
      const one = await harness.client();
      one.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n`);
      return one.reply();
    },
    async close() {
      for (const one of clients.splice(0)) one.close();
      await server.close();
    },
  };
  open.add(harness);
  return harness;
}

const open = new Set<Harness>();

/** To be called once in a test file. */
export function closeAfterEach(): void {
  afterEach(async () => {
    const harnesses = [...open];
    open.clear();
    await Promise.all(harnesses.map((harness) => harness.close()));
  });
}
