/**
 * `/agent/<agent id>/<endpoint>`: what a browser that reaches only the master needs of an agent.
 *
 * It reads, and only the endpoints named here, and only from agents that are registered.
 */
import type { IncomingMessage } from "node:http";
import type { Master } from "@mesos-ts/master";
import { http } from "@mesos-ts/runtime";
import type {
  HttpRequest,
  HttpResponse,
  ResponseWriter,
  RouteDescription,
} from "@mesos-ts/transport";
import { parsePid } from "@mesos-ts/wire";
import { MASTER_PROCESS } from "../messages.ts";
import type { Routes } from "./leader-only.ts";

/** An agent that says nothing for this long is given up. */
const AGENT_TIMEOUT_MS = 10_000;

/** Requests to agents that are under way; more are refused. */
const MAX_PROXIED = 256;

/** Served by the agent's own process. */
const AGENT_ENDPOINTS: ReadonlySet<string> = new Set(["state", "containers"]);
/** Served by the process `files`. */
const FILE_ENDPOINTS: ReadonlySet<string> = new Set(["browse", "read", "download", "debug"]);

const PASSED_HEADERS = ["content-type", "content-length", "content-disposition"] as const;

/** What comes from an agent, or out of a sandbox, is data: no browser may run it as ours. */
const HARMLESS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cache-Control": "no-store",
} as const;

const AGENT_ID = {
  name: "agent_id",
  summary: "The id of a registered agent.",
  required: true,
} as const;

const STATUSES = {
  200: "As the agent answers.",
  400: "The agent does not understand the query.",
  404: "No such agent or endpoint, or no such file.",
  502: "The agent does not answer.",
} as const;

const DESCRIPTION: RouteDescription = {
  summary: "Reads from an agent, for browsers that reach the master only.",
  operations: {},
  below: [
    ...[...AGENT_ENDPOINTS].map((name) => ({ name, path: name })),
    ...[...FILE_ENDPOINTS].map((name) => ({ name, path: `files/${name}` })),
  ].map(({ name, path }) => ({
    path: `{agent_id}/${path}`,
    parameters: [AGENT_ID],
    operations: {
      GET: {
        summary: `The agent's \`/${path}\`, with its query parameters.`,
        reply: { types: [name === "download" ? "application/octet-stream" : "application/json"] },
        statuses: STATUSES,
      },
    },
  })),
};

export function addAgentProxy(router: Routes, master: Master): void {
  const proxy = new AgentProxy(master);
  router.route(MASTER_PROCESS, "/agent", (request) => proxy.serve(request), {
    methods: ["GET"],
    description: DESCRIPTION,
  });
}

/** Where a request goes to. */
interface Target {
  readonly host: string;
  readonly port: number;
  readonly path: string;
  readonly isDownload: boolean;
}

class AgentProxy {
  readonly #master: Master;
  #active = 0;

  constructor(master: Master) {
    this.#master = master;
  }

  serve(request: HttpRequest): HttpResponse | Promise<HttpResponse> {
    const target = this.#target(request);
    if (target === undefined) return { status: 404 };
    if (this.#active >= MAX_PROXIED) {
      return { status: 503, body: `More than ${MAX_PROXIED} requests to agents are under way` };
    }
    this.#active += 1;
    return forward(target, request, () => {
      this.#active -= 1;
    });
  }

  #target(request: HttpRequest): Target | undefined {
    const [id = "", ...endpoint] = request.rest.split("/");
    const agent = this.#master.core.agents.registered.get(decoded(id));
    const pid = agent === undefined ? undefined : parsePid(agent.pid);
    if (pid === undefined) return undefined;
    const path = upstreamPath(pid.id, endpoint);
    return path === undefined
      ? undefined
      : {
          host: pid.ip,
          port: pid.port,
          path: path + queryOf(request),
          isDownload: endpoint[1] === "download",
        };
  }
}

function upstreamPath(process: string, endpoint: readonly string[]): string | undefined {
  const [first = "", second] = endpoint;
  if (endpoint.length === 1 && AGENT_ENDPOINTS.has(first)) {
    return `/${encodeURIComponent(process)}/${first}`;
  }
  const isFile = endpoint.length === 2 && first === "files" && FILE_ENDPOINTS.has(second ?? "");
  return isFile ? `/files/${second}` : undefined;
}

/** Without `jsonp`, which would turn the reply into a script. */
function queryOf(request: HttpRequest): string {
  const query = new URLSearchParams([...request.query].filter(([name]) => name !== "jsonp"));
  return query.size === 0 ? "" : `?${query}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Passes the agent's reply on as it comes. `done` is called once, when it is over. */
function forward(
  { host, port, path, isDownload }: Target,
  request: HttpRequest,
  done: () => void,
): Promise<HttpResponse> {
  const { promise, resolve } = Promise.withResolvers<HttpResponse>();
  const upstream = http.request({ host, port, path, timeout: AGENT_TIMEOUT_MS, agent: false });
  upstream.once("response", (response) => resolve(passOn(response, isDownload)));
  upstream.once("timeout", () => upstream.destroy(new Error("it does not answer")));
  upstream.on("error", (cause) => {
    resolve({
      status: 502,
      body: `Failed to read from the agent at ${host}:${port}: ${cause.message}`,
    });
  });
  upstream.once("close", done);
  request.onClose(() => upstream.destroy());
  upstream.end();
  return promise;
}

function passOn(response: IncomingMessage, isDownload: boolean): HttpResponse {
  const headers: Record<string, string> = {};
  for (const name of PASSED_HEADERS) {
    const value = response.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  if (isDownload && response.statusCode === 200)
    headers["content-type"] = "application/octet-stream";
  return {
    status: response.statusCode ?? 502,
    headers: { ...headers, ...HARMLESS },
    stream: (writer) => pump(response, writer),
  };
}

function pump(response: IncomingMessage, writer: ResponseWriter): void {
  // "close" follows and cuts the reply.
  response.on("error", ignore);
  response.on("data", (chunk: Buffer) => {
    if (!writer.write(chunk)) response.pause();
  });
  writer.onDrain(() => response.resume());
  response.once("end", () => writer.end());
  response.once("close", () => {
    if (!response.complete) writer.destroy();
  });
}

function ignore(): void {}
