import { createRandom } from "@mesos-ts/base";
import { decode, encode, internal, type TaskInfo } from "@mesos-ts/protos";
import { Router, startTransport, type TransportServer } from "@mesos-ts/transport";

/** Thousands of agents in one process: they register, and their tasks run and finish at once. */
export class FakeAgents {
  readonly #master: string;
  readonly #random = createRandom(1);
  #server: TransportServer | undefined;
  registered = 0;

  constructor(master: string) {
    this.#master = master;
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
          for (const state of ["TASK_RUNNING", "TASK_FINISHED"] as const) {
            this.#update(id, agentId, frameworkId, task, state);
          }
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
    state: "TASK_RUNNING" | "TASK_FINISHED",
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
