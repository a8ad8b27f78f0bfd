import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { OperatorEvent, StateSummary } from "../page/model/wire.ts";
import { pageFolder } from "./index.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** As strict as that of the master: nothing inline, nothing from elsewhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "font-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a master that stands by leaves to the one that leads. */
const LEADERS = /^\/(api\/v1|state-summary|redirect)$/;

/** Serves the page, and says of a cluster what a test wants. */
export class FakeMaster {
  events: OperatorEvent[] = [];
  summary: StateSummary = {};
  startTime = 0;
  /** Answers to reads of the operators' API, by call. */
  readonly answers = new Map<string, object>();
  /** Documents by path: `/roles`, `/metrics/snapshot`. */
  readonly documents = new Map<string, object>();
  /** What the master says to calls that it refuses, by call. */
  readonly refusals = new Map<string, string>();
  /** Calls that change something. */
  readonly calls: { readonly type: string }[] = [];
  agentState: object = {};
  /** Contents of files, by their path on the agent. */
  readonly files = new Map<string, string>();
  /** Refuses new streams. */
  isDown = false;
  /** Origin of the master that leads, if it is another one. */
  leader = "";
  readonly streams = new Set<ServerResponse>();
  readonly #server: Server = createServer((request, response) => {
    this.#serve(request, response).catch((cause: Error) => {
      response.statusCode = 500;
      response.end(cause.message);
    });
  });

  async start(): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.listen(0, "127.0.0.1", resolve);
    await promise;
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Tells those who listen, and those who will. */
  tell(...events: OperatorEvent[]): void {
    this.events.push(...events);
    for (const stream of this.streams) for (const event of events) writeRecord(stream, event);
  }

  endStreams(): void {
    for (const stream of this.streams) stream.destroy();
  }

  append(path: string, text: string): void {
    this.files.set(path, (this.files.get(path) ?? "") + text);
  }

  async close(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#server.close(() => resolve());
    this.#server.closeAllConnections();
    await promise;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://master");
    if (this.leader !== "" && LEADERS.test(pathname)) {
      const path = pathname === "/redirect" ? "" : (request.url ?? "");
      response.writeHead(307, { Location: this.leader.replace("http:", "") + path });
      response.end();
      return;
    }
    if (pathname === "/api/v1") return await this.#call(request, response);
    if (pathname === "/state-summary") return json(response, this.summary);
    const document = this.documents.get(pathname);
    if (document !== undefined) return json(response, document);
    const own = /^\/(files\/.+)$/.exec(pathname);
    if (own !== null) return this.#agent(own[1] ?? "", searchParams, response);
    const agent = /^\/agent\/[^/]+\/(.+)$/.exec(pathname);
    if (agent !== null) return this.#agent(agent[1] ?? "", searchParams, response);
    await servePage(pathname, response);
  }

  async #call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = "";
    for await (const chunk of request) body += chunk;
    const call = JSON.parse(body) as { type: string };
    const { type } = call;
    if (type === "GET_MASTER") {
      const info = { hostname: "10.0.4.11", port: 5050, version: "1.12.0" };
      const times = { start_time: this.startTime, elected_time: this.startTime };
      return json(response, { type, get_master: { master_info: info, ...times } });
    }
    const answer = this.answers.get(type);
    if (answer !== undefined) return json(response, { type, [type.toLowerCase()]: answer });
    if (type !== "SUBSCRIBE") return this.#change(call, response);
    if (this.isDown) {
      response.statusCode = 503;
      response.end("No leader elected");
      return;
    }
    response.setHeader("Content-Type", "application/json");
    this.streams.add(response);
    response.once("close", () => this.streams.delete(response));
    for (const event of this.events) writeRecord(response, event);
  }

  #change(call: { readonly type: string }, response: ServerResponse): void {
    const refusal = this.refusals.get(call.type);
    response.statusCode = refusal === undefined ? 200 : 400;
    if (refusal === undefined) this.calls.push(call);
    response.end(refusal);
  }

  #agent(endpoint: string, query: URLSearchParams, response: ServerResponse): void {
    const path = (query.get("path") ?? "").replace(/\/$/, "");
    if (endpoint === "state") return json(response, this.agentState);
    if (endpoint === "containers") return json(response, []);
    if (endpoint === "files/browse") return this.#browse(path, response);
    const content = this.files.get(path);
    if (content === undefined) return notFound(response);
    const bytes = Buffer.from(content);
    if (endpoint === "files/download") {
      response.end(bytes);
      return;
    }
    const offset = Number(query.get("offset"));
    const length = Number(query.get("length"));
    const data = offset === -1 ? "" : bytes.subarray(offset, offset + length).toString();
    json(response, { data, offset: offset === -1 ? bytes.length : offset });
  }

  #browse(folder: string, response: ServerResponse): void {
    const listed = new Map<string, { size: number; mode: string }>();
    for (const [path, content] of this.files) {
      if (!path.startsWith(`${folder}/`)) continue;
      const [name = "", ...deeper] = path.slice(folder.length + 1).split("/");
      const isFolder = deeper.length > 0;
      const size = isFolder ? 4096 : Buffer.byteLength(content);
      listed.set(`${folder}/${name}`, { size, mode: isFolder ? "drwxr-xr-x" : "-rw-r--r--" });
    }
    if (listed.size === 0) return notFound(response);
    const mtime = Math.floor(Date.now() / 1000) - 40;
    json(
      response,
      [...listed].map(([path, info]) => ({
        path,
        mtime,
        nlink: 1,
        uid: "root",
        gid: "root",
        ...info,
      })),
    );
  }
}

function writeRecord(stream: ServerResponse, event: OperatorEvent): void {
  const text = JSON.stringify(event);
  stream.write(`${Buffer.byteLength(text)}\n${text}`);
}

function json(response: ServerResponse, value: unknown): void {
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(value));
}

function notFound(response: ServerResponse): void {
  response.statusCode = 404;
  response.end();
}

async function servePage(pathname: string, response: ServerResponse): Promise<void> {
  const name = pathname === "/" ? "index.html" : normalize(pathname).replace(/^\/+/, "");
  try {
    const bytes = await readFile(join(pageFolder, name));
    response.setHeader("Content-Type", TYPES[extname(name)] ?? "application/octet-stream");
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.end(bytes);
  } catch {
    notFound(response);
  }
}
