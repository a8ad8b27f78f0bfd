/** A master in this process, and those who talk to it, for tests. */
import { Buffer } from "node:buffer";
import { readFileSync } from "node:fs";
import {
  type AgentInfo,
  decode,
  encode,
  fromJson,
  internal,
  libprocessType,
  type Message,
  type MessageType,
  type scheduler,
  scheduler as schedulerTypes,
  toJson,
} from "@mesos-ts/protos";
import { parseResources } from "@mesos-ts/resources";
import {
  createSystemClock,
  loadFlags,
  masterFlags,
  masterSettings,
  openLogging,
  readLibprocessEnvironment,
} from "@mesos-ts/runtime";
import {
  HttpClient,
  type RecordStream,
  Router,
  startTransport,
  type TransportServer,
} from "@mesos-ts/transport";
import { afterEach } from "vitest";
import { type RunningMaster, startMaster } from "./start-master.ts";

const closers: (() => Promise<void> | void)[] = [];

/** To be called once in a test file: what was started is closed after each test, last first. */
export function closeAfterEach(): void {
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
}

export function closeLater(close: () => Promise<void> | void): void {
  closers.push(close);
}

const noFile = () => ({ type: "error", error: "no files in tests" }) as const;

/** Starts a master at a free port of the loopback interface. */
export async function master(args: readonly string[] = []): Promise<RunningMaster> {
  const loaded = loadFlags(masterFlags, {
    args: [
      "--ip=127.0.0.1",
      "--port=0",
      "--no-hostname_lookup",
      "--hostname=localhost",
      "--registry=in_memory",
      ...args,
    ],
    environment: {},
    prefix: undefined,
    readFile: noFile,
  });
  if (loaded.type === "error") throw new Error(loaded.error);
  const settings = masterSettings(loaded.value.values);
  if (settings.type === "error") throw new Error(settings.error);
  const libprocess = readLibprocessEnvironment(
    { LIBPROCESS_METRICS_SNAPSHOT_ENDPOINT_RATE_LIMIT: "" },
    noFile,
  );
  if (libprocess.type === "error") throw new Error(libprocess.error);
  const clock = createSystemClock({ keepAlive: false });
  const logging = openLogging({
    program: "test",
    component: "master",
    clock,
    level: "ERROR",
    quiet: false,
    logDir: undefined,
    bufferSeconds: 0,
    externalLogFile: loaded.value.values.external_log_file,
  });
  if (logging.type === "error") throw new Error(logging.error);
  const started = await startMaster({
    flags: loaded.value.values,
    given: new Set(loaded.value.givenAs.keys()),
    shownFlags: { port: "0" },
    settings: settings.value,
    libprocess: libprocess.value,
    clock,
    logging: logging.value,
    end: (reason) => {
      throw new Error(reason);
    },
  });
  if (started.type === "error") throw new Error(started.error);
  closeLater(async () => {
    await started.value.close();
    await logging.value.close();
  });
  return started.value;
}

/** Something that happens later: what came waits, or who waits gets it. */
export class Inbox<T> {
  readonly #items: T[] = [];
  readonly #waiting: { readonly fits: (item: T) => boolean; readonly take: (item: T) => void }[] =
    [];

  put(item: T): void {
    const index = this.#waiting.findIndex(({ fits }) => fits(item));
    const [waiter] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (waiter === undefined) this.#items.push(item);
    else waiter.take(item);
  }

  /** The first that fits, those before it stay. */
  next(fits: (item: T) => boolean = () => true): Promise<T> {
    const index = this.#items.findIndex(fits);
    const [item] = index < 0 ? [] : this.#items.splice(index, 1);
    if (item !== undefined) return Promise.resolve(item);
    return new Promise((take) => this.#waiting.push({ fits, take }));
  }

  get items(): readonly T[] {
    return this.#items;
  }
}

export interface Received {
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly message: Message;
}

/** A libprocess process at an address of its own: a scripted agent or an old driver. */
export class Peer {
  readonly inbox = new Inbox<Received>();
  readonly server: TransportServer;
  readonly id: string;
  readonly #master: string;

  private constructor(server: TransportServer, id: string, masterAddress: string) {
    this.server = server;
    this.id = id;
    this.#master = `master@${masterAddress}`;
    server.register(id, {
      message: ({ from, to, name, body }) => {
        const type = libprocessType(name);
        if (type === undefined) throw new Error(`no message ${name}`);
        const message = decode(type, Buffer.from(body));
        if (name.endsWith(".PingSlaveMessage")) this.send("PongSlaveMessage", {}, from);
        else this.inbox.put({ from, to, name, message });
      },
      exited: () => {},
    });
  }

  static async open(id: string, masterAddress: string): Promise<Peer> {
    const server = await startTransport({ host: "127.0.0.1", router: new Router() });
    closeLater(() => server.close());
    return new Peer(server, id, masterAddress);
  }

  get pid(): string {
    return `${this.id}@${this.server.address}`;
  }

  get port(): number {
    return this.server.port;
  }

  send(name: keyof typeof internal & string, message: Message, to = this.#master): void {
    const type = internal[name] as unknown as MessageType;
    this.sendBytes(`mesos.internal.${name}`, encode(type, message), to);
  }

  sendBytes(name: string, body: Uint8Array, to = this.#master): void {
    this.server.send(this.id, to, name, body);
  }

  /** The next message of a name, such as `RunTaskMessage`. */
  async next<T extends Message>(name: string): Promise<T> {
    const full = name.includes(".") ? name : `mesos.internal.${name}`;
    return (await this.inbox.next((one) => one.name === full)).message as T;
  }
}

/** A scripted agent, registered. */
export interface FakeAgent {
  readonly peer: Peer;
  readonly id: string;
  /** Sends an update of a task as an agent forwards it. */
  update(task: internal.RunTaskMessage, state: internal.StatusUpdate["status"]["state"]): Buffer;
}

export async function fakeAgent(
  masterAddress: string,
  resources = "cpus:4;mem:4096;disk:10240;ports:[31000-32000]",
): Promise<FakeAgent> {
  const peer = await Peer.open("slave(1)", masterAddress);
  const parsed = parseResources(resources, "*");
  if (parsed.type === "error") throw new Error(parsed.error);
  const info: AgentInfo = {
    hostname: "localhost",
    port: peer.port,
    checkpoint: true,
    resources: parsed.value.items.map((item) => ({ ...item, role: "*" })),
    attributes: [
      { name: "rack", type: "TEXT", text: { value: "r1" } },
      { name: "zone", type: "TEXT", text: { value: "z1" } },
    ],
  };
  const capabilities = [
    "MULTI_ROLE",
    "HIERARCHICAL_ROLE",
    "RESERVATION_REFINEMENT",
    "RESOURCE_PROVIDER",
    "RESIZE_VOLUME",
    "AGENT_OPERATION_FEEDBACK",
    "AGENT_DRAINING",
    "TASK_RESOURCE_LIMITS",
  ] as const;
  const registration: internal.RegisterSlaveMessage = {
    agent: info,
    version: "1.12.0",
    agent_capabilities: capabilities.map((type) => ({ type })),
  };
  peer.send("RegisterSlaveMessage", registration);
  const registered = await peer.next<internal.SlaveRegisteredMessage>("SlaveRegisteredMessage");
  const id = registered.agent_id.value;
  let updates = 0;
  return {
    peer,
    id,
    update: (run, state) => {
      updates += 1;
      const uuid = Buffer.alloc(16, updates);
      const framework_id = run.framework.id ?? { value: "" };
      const executor_id = run.task.executor?.executor_id ?? run.task.task_id;
      const update: internal.StatusUpdate = {
        framework_id: run.framework_id ?? framework_id,
        executor_id: { value: executor_id.value },
        agent_id: { value: id },
        status: {
          task_id: run.task.task_id,
          state,
          source: "SOURCE_EXECUTOR",
          agent_id: { value: id },
          uuid,
          timestamp: 1_795_177_054 + updates,
          container_status: {
            executor_pid: 4711,
            container_id: { value: "81635cee-054a-43ea-abf2-0edc857ccd6f" },
            network_infos: [{ ip_addresses: [{ protocol: "IPv4", ip_address: "127.0.0.1" }] }],
          },
        },
        timestamp: 1_795_177_054 + updates,
        uuid,
        latest_state: state,
      };
      const message: internal.StatusUpdateMessage = { update, pid: peer.pid };
      peer.send("StatusUpdateMessage", message);
      return uuid;
    },
  };
}

export type MediaType = "application/json" | "application/x-protobuf";

/** A scheduler over HTTP. */
export class HttpScheduler {
  readonly events = new Inbox<scheduler.Event>();
  readonly mediaType: MediaType;
  readonly stream: RecordStream;
  readonly ended: Promise<void>;
  frameworkId = "";
  readonly #client: HttpClient;
  readonly #url: string;

  private constructor(client: HttpClient, url: string, mediaType: MediaType, stream: RecordStream) {
    this.#client = client;
    this.#url = url;
    this.mediaType = mediaType;
    this.stream = stream;
    this.ended = this.#read();
  }

  /** Subscribes, and waits for SUBSCRIBED (unless it is refused). */
  static async subscribe(
    address: string,
    mediaType: MediaType,
    info: scheduler.Call_Subscribe["framework_info"],
  ): Promise<HttpScheduler> {
    const client = new HttpClient();
    closeLater(() => client.close());
    const url = `http://${address}/api/v1/scheduler`;
    const id = info.id === undefined ? {} : { framework_id: info.id };
    const stream = await client.stream({
      url,
      method: "POST",
      headers: { Accept: mediaType, "Content-Type": mediaType },
      body: render(mediaType, { ...id, type: "SUBSCRIBE", subscribe: { framework_info: info } }),
    });
    const made = new HttpScheduler(client, url, mediaType, stream);
    closeLater(async () => {
      stream.close();
      await made.ended;
    });
    const first = await made.events.next(({ type }) => type !== "HEARTBEAT");
    if (first.type === "SUBSCRIBED") {
      made.frameworkId = first.subscribed?.framework_id.value ?? "";
    } else {
      made.events.put(first);
    }
    return made;
  }

  next(type: scheduler.Event_Type): Promise<scheduler.Event> {
    return this.events.next((event) => event.type === type);
  }

  async call(call: scheduler.Call) {
    return this.#client.request({
      url: this.#url,
      method: "POST",
      headers: {
        Accept: this.mediaType,
        "Content-Type": this.mediaType,
        "Mesos-Stream-Id": this.stream.headers["mesos-stream-id"] ?? "",
      },
      body: render(this.mediaType, { framework_id: { value: this.frameworkId }, ...call }),
    });
  }

  async #read(): Promise<void> {
    try {
      for await (const record of this.stream.records) {
        this.events.put(
          this.mediaType === "application/json"
            ? fromJson(schedulerTypes.Event, JSON.parse(record.toString()))
            : decode(schedulerTypes.Event, record),
        );
      }
    } catch {
      // The end of the stream is all that tests look at.
    }
  }
}

function render(mediaType: MediaType, call: scheduler.Call): Buffer | string {
  return mediaType === "application/json"
    ? toJson(schedulerTypes.Call, call)
    : encode(schedulerTypes.Call, call);
}

/** One recorded exchange. */
export interface Recording {
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string | null;
  };
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly json?: unknown;
}

/** What was recorded from an Apache Mesos master, by name. */
export function recording<T = Recording>(name: string): T {
  const url = new URL(`../../../testing/fixtures/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as T;
}

/** Sends a recorded request to a master. */
export async function replay(address: string, { request }: Recording) {
  const client = new HttpClient();
  closeLater(() => client.close());
  return client.request({
    url: `http://${address}${request.path}`,
    method: request.method,
    headers: request.headers,
    followRedirects: false,
    ...(request.body === null ? {} : { body: request.body }),
  });
}

/** GET, with the reply as text. */
export async function get(address: string, path: string, headers: Record<string, string> = {}) {
  return replay(address, {
    request: { method: "GET", path, headers, body: null },
    status: 0,
    headers: {},
  });
}
