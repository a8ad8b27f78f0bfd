/** A server that says to the console what the master of a large cluster would say, at once. */
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { pageFolder } from "@mesos-ts/app-console";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

const MASTER_ID = "6aa688c2-f903-4f99-afa4-8b19b386681e";
const FRAMEWORKS = 20;
const TICK_MS = 50;

const agentId = (n: number): string => `${MASTER_ID}-S${n}`;
const frameworkId = (n: number): string => `${MASTER_ID}-${`${n}`.padStart(4, "0")}`;

const scalars = (amounts: Readonly<Record<string, number>>) =>
  Object.entries(amounts).map(([name, value]) => ({
    name,
    type: "SCALAR",
    scalar: { value },
    allocation_info: { role: "production" },
  }));

export class LargeMaster {
  readonly #agents: number;
  readonly #tasks: number;
  readonly #streams = new Set<ServerResponse>();
  readonly #documents: ReadonlyMap<string, string>;
  readonly #server = createServer((request, response) => this.#serve(request.url ?? "/", response));
  /** The first record of each stream. */
  readonly #snapshot: Buffer;

  constructor(agents: number, tasks: number) {
    this.#agents = agents;
    this.#tasks = tasks;
    const text = JSON.stringify({ type: "SUBSCRIBED", subscribed: this.#subscribed() });
    this.#snapshot = Buffer.from(text);
    this.#documents = new Map([
      ["/state-summary", JSON.stringify(this.#summary())],
      ["/metrics/snapshot", JSON.stringify(this.#metrics())],
      ["/roles", '{"roles":[]}'],
      ["/version", '{"version":"1.12.0"}'],
    ]);
  }

  get snapshotBytes(): number {
    return this.#snapshot.length;
  }

  async start(): Promise<string> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets tasks change their state, so many a second, until the result is called. */
  churn(perSecond: number): () => void {
    let next = 0;
    const timer = setInterval(() => {
      for (let i = 0; i < (perSecond * TICK_MS) / 1000; i++) this.#tell(this.#update(next++));
    }, TICK_MS);
    return () => clearInterval(timer);
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #serve(url: string, response: ServerResponse): void {
    const { pathname } = new URL(url, "http://master");
    const document = this.#documents.get(pathname);
    if (document !== undefined) {
      response.setHeader("Content-Type", "application/json");
      response.end(document);
    } else if (pathname === "/api/v1") {
      this.#streams.add(response);
      response.once("close", () => this.#streams.delete(response));
      response.write(`${this.#snapshot.length}\n`);
      response.write(this.#snapshot);
    } else {
      const name = pathname === "/" ? "/index.html" : pathname;
      response.setHeader("Content-Type", TYPES[extname(name)] ?? "text/plain");
      response.end(readFileSync(join(pageFolder, name)));
    }
  }

  #tell(event: object): void {
    const text = JSON.stringify(event);
    for (const stream of this.#streams) stream.write(`${Buffer.byteLength(text)}\n${text}`);
  }

  #subscribed(): object {
    const now = Date.now() / 1000;
    const agents = Array.from({ length: this.#agents }, (_, n) => ({
      agent_info: {
        id: { value: agentId(n) },
        hostname: `host-${n}.example.com`,
        port: 5051,
        attributes: [{ name: "rack", text: { value: `r${n % 40}` } }],
      },
      active: true,
      version: "1.12.0",
      pid: `slave(1)@10.0.${n >> 8}.${n & 255}:5051`,
      registered_time: { nanoseconds: (now - n) * 1e9 },
      total_resources: scalars({ cpus: 32, mem: 131_072, disk: 1_048_576 }),
    }));
    const frameworks = Array.from({ length: FRAMEWORKS }, (_, n) => ({
      framework_info: {
        id: { value: frameworkId(n) },
        name: `framework-${n}`,
        user: "deploy",
        roles: ["production"],
      },
      active: true,
      connected: true,
      registered_time: { nanoseconds: (now - 1000) * 1e9 },
    }));
    const tasks = Array.from({ length: this.#tasks }, (_, n) => this.#task(n, now));
    return {
      heartbeat_interval_seconds: 15,
      get_state: {
        get_agents: { agents },
        get_frameworks: { frameworks },
        get_tasks: { tasks, completed_tasks: [], unreachable_tasks: [] },
      },
    };
  }

  #task(n: number, now: number): object {
    const status = (state: string, at: number) => ({
      task_id: { value: `task-${n}` },
      state,
      source: "SOURCE_EXECUTOR",
      agent_id: { value: agentId(n % this.#agents) },
      timestamp: at,
      container_status: { container_id: { value: `container-${n}` } },
    });
    const started = now - (this.#tasks - n) / 10;
    return {
      name: `service-${n % 500}.${n}`,
      task_id: { value: `task-${n}` },
      framework_id: { value: frameworkId(n % FRAMEWORKS) },
      agent_id: { value: agentId(n % this.#agents) },
      state: "TASK_RUNNING",
      resources: scalars({ cpus: 0.5, mem: 512 }),
      statuses: [status("TASK_STARTING", started), status("TASK_RUNNING", started + 1)],
    };
  }

  #update(n: number): object {
    const index = n % this.#tasks;
    const state = "TASK_RUNNING";
    const healthy = n % 2 === 0;
    const status = { task_id: { value: `task-${index}` }, state, healthy, timestamp: Date.now() };
    const framework_id = { value: frameworkId(index % FRAMEWORKS) };
    return { type: "TASK_UPDATED", task_updated: { framework_id, status, state } };
  }

  #summary(): object {
    const used_resources = { cpus: 5, mem: 5120, disk: 0, gpus: 0 };
    const slaves = Array.from({ length: this.#agents }, (_, n) => ({
      id: agentId(n),
      active: true,
      used_resources,
      offered_resources: {},
    }));
    const frameworks = Array.from({ length: FRAMEWORKS }, (_, n) => ({
      id: frameworkId(n),
      active: true,
      connected: true,
      used_resources: { cpus: this.#tasks / 40, mem: 25.6 * this.#tasks },
    }));
    return { cluster: "large", slaves, frameworks };
  }

  #metrics(): object {
    return {
      "master/slaves_active": this.#agents,
      "master/tasks_running": this.#tasks,
      "master/cpus_total": this.#agents * 32,
      "master/cpus_used": this.#tasks / 2,
      "master/mem_total": this.#agents * 131_072,
      "master/mem_used": this.#tasks * 512,
    };
  }
}
