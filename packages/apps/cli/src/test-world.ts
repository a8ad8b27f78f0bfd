import { Buffer } from "node:buffer";
import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { World } from "./shell/world.ts";

/** A world of a test: what was written is kept, and what is typed is said by the test. */
export class TestWorld {
  outText = "";
  errText = "";
  readonly raw: boolean[] = [];
  readonly world: World;
  readonly #interrupt = new AbortController();
  #onData: ((data: Buffer) => void) | undefined;
  #onEnd: (() => void) | undefined;
  #resized: () => void = () => undefined;
  #size = { columns: 80, rows: 24 };

  constructor(
    options: {
      readonly environment?: Readonly<Record<string, string>>;
      readonly terminal?: boolean;
      readonly stdin?: string;
      readonly columns?: number;
    } = {},
  ) {
    const { terminal = false, columns = 80 } = options;
    this.#size = { ...this.#size, columns };
    const size = (): { columns: number; rows: number } => this.#size;
    this.world = {
      environment: { HOME: "/nonexistent", ...options.environment },
      out: async (data) => {
        this.outText += Buffer.from(data).toString();
      },
      err: async (data) => {
        this.errText += Buffer.from(data).toString();
      },
      screen: {
        isTerminal: terminal,
        get columns() {
          return size().columns;
        },
        get rows() {
          return size().rows;
        },
        colours: false,
        onResize: (listener) => {
          this.#resized = listener;
          return () => undefined;
        },
      },
      keyboard: {
        isTerminal: terminal,
        setRaw: (raw) => void this.raw.push(raw),
        hold: () => undefined,
        listen: (onData, onEnd) => {
          this.#onData = onData;
          this.#onEnd = onEnd;
          return () => {
            this.#onData = undefined;
          };
        },
      },
      readAll: async () => Buffer.from(options.stdin ?? ""),
      now: () => Date.UTC(2026, 10, 20),
      pause: async () => undefined,
      interruption: () => this.#interrupt.signal,
    };
  }

  get listens(): boolean {
    return this.#onData !== undefined;
  }

  type(text: string): void {
    this.#onData?.(Buffer.from(text));
  }

  endOfInput(): void {
    this.#onEnd?.();
  }

  resize(rows: number, columns: number): void {
    this.#size = { rows, columns };
    this.#resized();
  }

  interrupt(): void {
    this.#interrupt.abort();
  }
}

/** A server of a test, on loopback. */
export async function serve(
  listener: RequestListener,
): Promise<{ address: string; close(): Promise<void> }> {
  const server: Server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** Waits for what another part of the test brings about. */
export async function eventually(condition: () => boolean): Promise<void> {
  const endMs = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > endMs) throw new Error(`not within 10 s: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}
