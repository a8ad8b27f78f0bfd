import { setTimeout as delay } from "node:timers/promises";
import type { Random } from "@mesos-ts/base";
import { HttpClient, type RecordStream } from "@mesos-ts/transport";
import type { Json } from "../conformance/recordings.ts";
import type { History } from "./history.ts";
import type { LeaderFinder } from "./leader.ts";
import { TaskBook } from "./task-book.ts";
import { commandOf } from "./tasks.ts";

const MOST_OPEN_TASKS = 10;
const MOST_TASKS_PER_OFFER = 2;
const REFUSE_SECONDS = 0.5;
const FAILOVER_SECONDS = 86_400;
const ANSWER_MS = 4_000;
const RETRY_MS = 200;
const TICK_MS = 1_000;
/** Of a task of which nothing was heard for so long, the master is asked. */
const SILENCE_MS = 6_000;
/** Every second task is short, the others are long. */
const SHORT_SECONDS = 3;
const LONG_SECONDS = 120;
/** One in so many ticks ends a task that runs. */
const KILL_ONE_IN = 4;

export interface FrameworkOptions {
  readonly name: string;
  readonly isPartitionAware: boolean;
  /** Where tasks leave their traces. */
  readonly shared: string;
  readonly leader: LeaderFinder;
  readonly random: Random;
  readonly history: History;
}

/** A scheduler that launches tasks all the time, and finds the leader again when it loses it. */
export class Framework {
  readonly tasks = new TaskBook();
  /** Whether it launches and kills; without, it only listens and asks. */
  isBusy = true;
  readonly #options: FrameworkOptions;
  readonly #client = new HttpClient();
  #isWanted = true;
  #id: string | undefined;
  #count = 0;
  #master = "";
  #stream: RecordStream | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: FrameworkOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  start(): void {
    this.#running = Promise.all([this.#listen(), this.#tick()]);
  }

  /** Asks for the states of all tasks that have not ended. */
  async reconcile(silentForMs = 0): Promise<void> {
    const now = this.#options.history.now();
    const silent = this.tasks.open.filter(({ toldMs }) => now - toldMs >= silentForMs);
    if (silent.length === 0) return;
    const tasks = silent.map(({ id, agent }) => ({
      task_id: { value: id },
      agent_id: { value: agent },
    }));
    await this.#say("RECONCILE", { reconcile: { tasks } });
  }

  /** Ends a task, whatever it takes to tell the master so. */
  async kill(id: string): Promise<void> {
    const task = this.tasks.all.find((each) => each.id === id);
    if (task === undefined) return;
    task.isKilled = true;
    const { history, name } = this.#options;
    history.add({ kind: "kill", framework: name, task: id, agent: task.agent });
    const kill = { task_id: { value: id }, agent_id: { value: task.agent } };
    await this.#say("KILL", { kill });
  }

  /** Takes leave of the master. */
  async stop(): Promise<void> {
    this.#isWanted = false;
    await this.#say("TEARDOWN");
    this.#stream?.close();
    this.#client.close();
    await this.#running;
  }

  async #listen(): Promise<void> {
    const { leader, history, name } = this.#options;
    while (this.#isWanted) {
      const master = await leader.find(() => this.#isWanted);
      if (master === undefined) return;
      try {
        const stream = await this.#subscribe(master);
        if (stream.status === 200) {
          for await (const record of stream.records) this.#take(JSON.parse(record.toString()));
        }
      } catch {
        // It is gone, or cannot be reached: there will be another.
      }
      if (this.#stream !== undefined) history.add({ kind: "lost", framework: name, master });
      this.#stream = undefined;
      await delay(RETRY_MS);
    }
  }

  async #subscribe(master: string): Promise<RecordStream> {
    const { name, isPartitionAware } = this.#options;
    const id = this.#id === undefined ? {} : { id: { value: this.#id } };
    const framework_info = {
      ...id,
      user: "root",
      name,
      roles: ["*"],
      checkpoint: true,
      failover_timeout: FAILOVER_SECONDS,
      capabilities: [
        { type: "MULTI_ROLE" },
        ...(isPartitionAware ? [{ type: "PARTITION_AWARE" }] : []),
      ],
    };
    const stream = await this.#client.stream({
      url: `http://${master}/api/v1/scheduler`,
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({
        type: "SUBSCRIBE",
        ...(this.#id === undefined ? {} : { framework_id: { value: this.#id } }),
        subscribe: { framework_info },
      }),
      timeoutMs: ANSWER_MS,
      followRedirects: false,
    });
    if (stream.status === 200) {
      this.#stream = stream;
      this.#master = master;
    }
    return stream;
  }

  /** Looks after its tasks, and after whether it still talks to the leader. */
  async #tick(): Promise<void> {
    const { leader, random } = this.#options;
    while (this.#isWanted) {
      await delay(TICK_MS);
      if (this.#stream === undefined) continue;
      const leading = await leader.ask();
      if (leading !== undefined && leading !== this.#master) this.#stream?.close();
      if (!this.isBusy) continue;
      await this.reconcile(SILENCE_MS);
      const running = this.tasks.open.filter(({ state }) => state === "TASK_RUNNING");
      if (running.length > 0 && random.int(KILL_ONE_IN) === 0) {
        await this.kill(random.pick(running).id);
      }
    }
  }

  #take(event: Json): void {
    const { history, name } = this.#options;
    switch (event["type"]) {
      case "SUBSCRIBED":
        this.#id ??= event["subscribed"]?.["framework_id"]?.["value"];
        history.add({ kind: "subscribed", framework: name, master: this.#master });
        void this.#say("RECONCILE", { reconcile: {} });
        return;
      case "OFFERS":
        for (const offer of event["offers"]?.["offers"] ?? []) this.#use(offer);
        return;
      case "UPDATE":
        this.#told(event["update"]?.["status"] as Json);
        return;
      case "ERROR": {
        const text = String(event["error"]?.["message"]);
        history.add({ kind: "error", framework: name, text });
        return;
      }
      default:
        // Heartbeats, rescinded offers, lost agents: the tasks' statuses say what matters.
        return;
    }
  }

  #use(offer: Json): void {
    const { random } = this.#options;
    const room = this.isBusy ? MOST_OPEN_TASKS - this.tasks.open.length : 0;
    const count = Math.min(room, 1 + random.int(MOST_TASKS_PER_OFFER));
    const offer_ids = [offer["id"]];
    const filters = { refuse_seconds: REFUSE_SECONDS };
    if (count <= 0) {
      void this.#say("DECLINE", { decline: { offer_ids, filters } });
      return;
    }
    const task_infos = Array.from({ length: count }, () => this.#newTask(offer));
    const operations = [{ type: "LAUNCH", launch: { task_infos } }];
    void this.#say("ACCEPT", { accept: { offer_ids, operations, filters } });
  }

  #newTask(offer: Json): object {
    const { random, history, shared, name } = this.#options;
    const id = `${name}-${++this.#count}`;
    const agent = offer["agent_id"]?.["value"] ?? "";
    const longest = random.int(2) === 0 ? SHORT_SECONDS : LONG_SECONDS;
    history.add({ kind: "launch", framework: name, task: id, agent });
    this.tasks.launched(id, agent, history.now());
    return {
      name: id,
      task_id: { value: id },
      agent_id: { value: agent },
      command: commandOf(shared, id, 1 + random.int(longest)),
      resources: [
        { name: "cpus", type: "SCALAR", scalar: { value: 0.1 } },
        { name: "mem", type: "SCALAR", scalar: { value: 32 } },
      ],
    };
  }

  #told(status: Json): void {
    const { history, name } = this.#options;
    const { task_id, agent_id, uuid } = status as Record<string, Json>;
    const text = (field: string): string => String(status[field] ?? "");
    const task = String(task_id?.["value"]);
    history.add({
      kind: "status",
      framework: name,
      task,
      state: text("state"),
      source: text("source"),
      reason: text("reason"),
      uuid: text("uuid"),
      message: text("message"),
    });
    this.tasks.told(task, text("state"), history.now());
    if (uuid === undefined) return;
    void this.#say("ACKNOWLEDGE", { acknowledge: { agent_id, task_id, uuid } });
  }

  /** A call to the master of now; it may be lost, as calls are. */
  async #say(type: string, rest: object = {}): Promise<void> {
    const stream = this.#stream;
    if (stream === undefined || this.#id === undefined) return;
    try {
      await this.#client.request({
        url: `http://${this.#master}/api/v1/scheduler`,
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          Accept: "application/json",
          "Mesos-Stream-Id": stream.headers["mesos-stream-id"] ?? "",
        },
        body: JSON.stringify({ type, framework_id: { value: this.#id }, ...rest }),
        timeoutMs: ANSWER_MS,
        followRedirects: false,
      });
    } catch {
      // Whatever mattered is asked for again.
    }
  }
}
