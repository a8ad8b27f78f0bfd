import { Buffer } from "node:buffer";
import {
  decode,
  encode,
  type FrameworkInfo,
  internal,
  libprocessType,
  type Message,
  type MessageType,
  type TaskInfo,
  type TaskStatus,
} from "@mesos-ts/protos";
import { Router, startTransport, type TransportServer } from "@mesos-ts/transport";

export const FRAMEWORK_ID = "11111111-2222-4333-8444-555555555555-0000";
export const AGENT_ID = "11111111-2222-4333-8444-555555555555-S0";

interface Received {
  readonly from: string;
  readonly name: string;
  readonly message: Message;
}

interface Waiter {
  readonly wanted: (received: Received) => boolean;
  readonly resolve: (received: Received) => void;
}

/** A master that follows a script: it takes agents in, acknowledges updates, and notes everything. */
export class FakeMaster {
  readonly received: Received[] = [];
  /** Statuses in order of arrival, each once. */
  readonly statuses: TaskStatus[] = [];
  acknowledges = true;
  agent = "";
  readonly #server: TransportServer;
  readonly #id: string;
  readonly #waiters = new Set<Waiter>();
  readonly #seen = new Set<string>();

  /** `id` is the process's, for peers that are no masters. */
  static async start(port = 0, id = "master"): Promise<FakeMaster> {
    const router = new Router(id);
    return new FakeMaster(await startTransport({ host: "127.0.0.1", port, router }), id);
  }

  private constructor(server: TransportServer, id: string) {
    this.#server = server;
    this.#id = id;
    server.register(id, {
      message: ({ from, name, body }) => {
        const type = libprocessType(name);
        if (type === undefined) throw new Error(`unknown message ${name}`);
        this.#receive({ from, name, message: decode(type, Buffer.from(body)) });
      },
      exited: () => undefined,
    });
  }

  get pid(): string {
    return `${this.#id}@${this.#server.address}`;
  }

  get port(): number {
    return this.#server.port;
  }

  send(name: keyof typeof internal & string, message: Message, to = this.agent): void {
    const type = internal[name] as unknown as MessageType;
    this.#server.send(this.#id, to, `mesos.internal.${name}`, encode(type, message));
  }

  /** Bytes as they are, under a name as it is. */
  sendRaw(name: string, bytes: Uint8Array): void {
    this.#server.send(this.#id, this.agent, name, bytes);
  }

  runTask(task: Partial<TaskInfo> & { readonly id: string }, framework: object = {}): void {
    const info: FrameworkInfo = {
      user: "root",
      name: "test",
      id: { value: FRAMEWORK_ID },
      checkpoint: true,
      capabilities: [{ type: "TASK_KILLING_STATE" }],
      ...framework,
    };
    this.send("RunTaskMessage", { framework: info, task: taskInfo(task) } as Message);
  }

  killTask(id: string): void {
    this.send("KillTaskMessage", {
      framework_id: { value: FRAMEWORK_ID },
      task_id: { value: id },
    } as Message);
  }

  /** The first message, past or future, that fits. */
  async message<T extends Message>(
    name: string,
    wanted: (message: T) => boolean = () => true,
  ): Promise<T> {
    const fits = (each: Received): boolean =>
      each.name === `mesos.internal.${name}` && wanted(each.message as T);
    const past = this.received.find(fits);
    if (past !== undefined) return past.message as T;
    const { promise, resolve } = Promise.withResolvers<Received>();
    this.#waiters.add({ wanted: fits, resolve });
    return (await promise).message as T;
  }

  /** A task's status of the given state. */
  async status(taskId: string, state: TaskStatus["state"]): Promise<TaskStatus> {
    const { update } = await this.message<internal.StatusUpdateMessage>(
      "StatusUpdateMessage",
      ({ update: { status } }) => status.task_id.value === taskId && status.state === state,
    );
    return update.status;
  }

  /** The states that a task went through. */
  states(taskId: string): string[] {
    return this.statuses.filter((each) => each.task_id.value === taskId).map(({ state }) => state);
  }

  async close(): Promise<void> {
    await this.#server.close();
  }

  #receive(received: Received): void {
    this.received.push(received);
    this.#answer(received);
    for (const waiter of [...this.#waiters]) {
      if (!waiter.wanted(received)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve(received);
    }
  }

  #answer({ from, name, message }: Received): void {
    switch (name) {
      case "mesos.internal.RegisterSlaveMessage":
        this.agent = from;
        this.send("SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } } as Message);
        return;
      case "mesos.internal.ReregisterSlaveMessage":
        this.agent = from;
        this.send("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } } as Message);
        return;
      case "mesos.internal.StatusUpdateMessage":
        this.#update((message as internal.StatusUpdateMessage).update);
        return;
      default:
    }
  }

  #update({ status, framework_id, uuid }: internal.StatusUpdate): void {
    const key = Buffer.from(uuid ?? []).toString("hex");
    if (!this.#seen.has(key)) this.statuses.push(status);
    this.#seen.add(key);
    if (!this.acknowledges) return;
    this.send("StatusUpdateAcknowledgementMessage", {
      agent_id: { value: AGENT_ID },
      framework_id,
      task_id: status.task_id,
      uuid,
    } as Message);
  }
}

export function taskInfo({ id, ...rest }: Partial<TaskInfo> & { readonly id: string }): TaskInfo {
  return {
    name: id,
    task_id: { value: id },
    agent_id: { value: AGENT_ID },
    resources: [
      { name: "cpus", type: "SCALAR", scalar: { value: 0.1 }, allocation_info: { role: "*" } },
      { name: "mem", type: "SCALAR", scalar: { value: 32 }, allocation_info: { role: "*" } },
    ],
    command: { value: "true", shell: true },
    ...rest,
  };
}
