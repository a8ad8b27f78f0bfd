import { createRandom } from "@mesos-ts/base";
import { decode, encode, internal, type TaskInfo } from "@mesos-ts/protos";
import { Router, startTransport, type TransportServer } from "@mesos-ts/transport";

type State = "TASK_RUNNING" | "TASK_FINISHED";

/** Thousands of agents in one process: they register, and their tasks run and finish at once. */
export class FakeAgents {
  readonly #master: string;
  /** What each task goes through as soon as it is launched. */
  readonly #states: readonly State[];
  /** For each task that runs: reports that its health has changed. */
  readonly #running: ((healthy: boolean) => void)[] = [];
  readonly #random = createRandom(1);
  #server: TransportServer | undefined;
  registered = 0;

  constructor(master: string, states: readonly State[] = ["TASK_RUNNING", "TASK_FINISHED"]) {
    this.#master = master;
    this.#states = states;
  }

  get running(): number {
    return this.#running.length;
  }

  /** Every so many tasks reports that it is healthy, or is not any more. */
  change(every: number, healthy: boolean): void {
    for (let i = 0; i < this.#running.length; i += every) this.#running[i]?.(healthy);
  }

  async start(count: number, cpus: number, mem: number): Promise<void> {
    this.#server = await startTransport({ host: "127.0.0.1", router: new Router("none") });
    const all = Promise.withResolvers<void>();
    for (let i = 1; i <= count; i++) this.#add(i, cpus, mem, count, all.resolve);
    await all.promise;
  }

  async close(): Promise<void> {
    await this.#server?.close();
  }

  #add(index: number, cpus: number, mem: number, count: number, done: () => void): void {
    const id = `slave(${index})`;
    let agentId = { value: "" };
    this.#server?.register(id, {
      exited: () => {},
      message: ({ name, body, from }) => {
        if (name === "mesos.internal.SlaveRegisteredMessage") {
          agentId = decode(internal.SlaveRegisteredMessage, body).agent_id;
          if (++this.registered === count) done();
        } else if (name === "mesos.internal.PingSlaveMessage") {
          this.#send(id, from, "PongSlaveMessage", Buffer.alloc(0));
        } else if (name === "mesos.internal.RunTaskMessage") {
          const { task, framework } = decode(internal.RunTaskMessage, body);
          const frameworkId = framework.id ?? { value: "" };
          for (const state of this.#states) this.#update(id, agentId, frameworkId, task, state);
          if (this.#states.at(-1) !== "TASK_RUNNING") return;
          this.#running.push((healthy) =>
            this.#update(id, agentId, frameworkId, task, "TASK_RUNNING", healthy),
          );
        }
      },
    });
    const scalar = (name: string, value: number) => ({
      name,
      type: "SCALAR" as const,
      scalar: { value },
      role: "*",
    });
    const message = encode(internal.RegisterSlaveMessage, {
      agent: {
        hostname: `agent${index}`,
        port: this.#server?.port,
        checkpoint: true,
        resources: [scalar("cpus", cpus), scalar("mem", mem)],
      },
      version: "1.12.0",
      agent_capabilities: [{ type: "MULTI_ROLE" }, { type: "RESERVATION_REFINEMENT" }],
      resource_version_uuid: { value: this.#random.uuidBytes() },
    });
    this.#send(id, this.#master, "RegisterSlaveMessage", message);
  }

  #update(
    id: string,
    agent_id: { value: string },
    framework_id: { value: string },
    task: TaskInfo,
    state: State,
    healthy?: boolean,
  ): void {
    const uuid = this.#random.uuidBytes();
    const timestamp = Date.now() / 1000;
    const status = {
      task_id: task.task_id,
      state,
      source: "SOURCE_EXECUTOR" as const,
      agent_id,
      timestamp,
      uuid,
      executor_id: { value: task.task_id.value },
      ...(healthy === undefined ? {} : { healthy }),
    };
    const update = { framework_id, agent_id, status, timestamp, uuid, latest_state: state };
    const pid = `${id}@${this.#server?.address}`;
    const message = encode(internal.StatusUpdateMessage, { update, pid });
    this.#send(id, this.#master, "StatusUpdateMessage", message);
  }

  #send(from: string, to: string, name: string, body: Buffer): void {
    this.#server?.send(from, to, `mesos.internal.${name}`, body);
  }
}
