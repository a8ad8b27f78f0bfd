import type {
  FrameworkInfo,
  Offer,
  Offer_Operation,
  OperationStatus,
  Resource,
  scheduler,
  TaskInfo,
  TaskStatus,
} from "@mesos-ts/protos";
import { type History, hex } from "./history.ts";
import { diskOperations } from "./operations.ts";
import type { World } from "./world.ts";

/** How a scheduler speaks to the master; the cluster makes one for HTTP and one for libprocess. */
export interface Line {
  /** Operations may have ids, and are answered. */
  readonly hasFeedback: boolean;
  subscribe(framework: FrameworkInfo): void;
  call(call: scheduler.Call): void;
  /** Ends the connection from the scheduler's side. */
  hangUp(): void;
}

const MAX_LIVE_TASKS = 12;
const RESUBSCRIBE_MS = 2_000;

/** A framework that does everything frameworks do, at random, and remembers what it was told. */
export class ScriptedScheduler {
  readonly name: string;
  readonly info: FrameworkInfo;
  readonly #world: World;
  readonly #history: History;
  readonly #live = new Map<string, string | undefined>();
  line: Line | undefined;
  frameworkId: string | undefined;
  connected = false;
  ended = false;
  calm = false;
  launched = 0;
  #next = 0;

  constructor(name: string, info: FrameworkInfo, world: World, history: History) {
    this.name = name;
    this.info = info;
    this.#world = world;
    this.#history = history;
  }

  /** Task ids are its name and a number, so that histories of all schedulers can be kept apart. */
  owns(task: string): boolean {
    return task.startsWith(`${this.name}-`);
  }

  get liveTasks(): number {
    return this.#live.size;
  }

  start(): void {
    if (this.ended) return;
    const id = this.frameworkId;
    this.line?.subscribe(id === undefined ? this.info : { ...this.info, id: { value: id } });
    this.#world.after(RESUBSCRIBE_MS, () => {
      if (!this.connected && !this.ended) this.start();
    });
  }

  disconnected(): void {
    if (!this.connected) return;
    this.connected = false;
    this.#world.note(() => `${this.name}: disconnected`);
    this.#world.after(this.#world.between(100, RESUBSCRIBE_MS), () => {
      if (!this.connected) this.start();
    });
  }

  receive(event: scheduler.Event): void {
    switch (event.type) {
      case "SUBSCRIBED":
        this.connected = true;
        this.frameworkId = event.subscribed?.framework_id.value;
        this.#call({ type: "RECONCILE", reconcile: {} });
        if (this.calm) this.#call({ type: "SUPPRESS", suppress: {} });
        return;
      case "OFFERS":
        for (const offer of event.offers?.offers ?? []) this.#offered(offer);
        return;
      case "UPDATE":
        if (event.update !== undefined) this.#updated(event.update.status);
        return;
      case "UPDATE_OPERATION_STATUS":
        if (event.update_operation_status !== undefined) {
          this.#operated(event.update_operation_status.status);
        }
        return;
      case "ERROR":
        this.#world.note(() => `${this.name}: error ${event.error?.message}`);
        this.connected = false;
        if (event.error?.message === "Framework has been removed") this.ended = true;
        return;
      default:
        return;
    }
  }

  /** Something that a scheduler may do at any moment. */
  act(): void {
    if (!this.connected || this.calm) return;
    const [task] = [...this.#live.keys()].filter(() => this.#world.chance(0.3));
    const roll = this.#world.random.next();
    if (roll < 0.4 && task !== undefined) {
      this.#call({ type: "KILL", kill: { task_id: { value: task } } });
    } else if (roll < 0.5) this.#call({ type: "REVIVE", revive: {} });
    else if (roll < 0.55) this.#call({ type: "SUPPRESS", suppress: {} });
    else if (roll < 0.65) this.reconcile(this.#world.chance(0.5));
    else if (roll < 0.7) {
      this.line?.hangUp();
      this.disconnected();
    } else if (roll < 0.71) this.teardown();
  }

  /** Asks for the state of what it knows of, or of everything there is. */
  reconcile(explicit: boolean): void {
    const tasks = [...this.#live].map(([id]) => ({ task_id: { value: id } }));
    this.#call({ type: "RECONCILE", reconcile: explicit ? { tasks } : {} });
  }

  /** No more work, no more mistakes: it only listens and acknowledges. */
  settle(): void {
    this.calm = true;
    this.#call({ type: "SUPPRESS", suppress: {} });
  }

  teardown(): void {
    this.#call({ type: "TEARDOWN" });
    this.ended = true;
    this.connected = false;
  }

  #offered(offer: Offer): void {
    const wanted = !this.calm && this.#live.size < MAX_LIVE_TASKS && this.#world.chance(0.7);
    const filters = { refuse_seconds: this.#world.random.pick([0, 1, 5, 30]) };
    if (!wanted) {
      this.#call({ type: "DECLINE", decline: { offer_ids: [offer.id], filters } });
      return;
    }
    const isGroup = this.#world.chance(0.2);
    // The executor of a group has resources of its own, with which lent ones must not mix.
    const borrows = !isGroup && isLent(offer) && this.#world.chance(0.5);
    const tasks = Array.from({ length: 1 + this.#world.random.int(3) }, () =>
      this.#task(offer, borrows ? { revocable: {} } : {}),
    );
    for (const { task_id } of tasks) this.#live.set(task_id.value, undefined);
    this.launched += tasks.length;
    const operation = isGroup ? this.#group(offer, tasks) : launch(tasks);
    const operations = [...this.#operations(offer), operation];
    this.#call({ type: "ACCEPT", accept: { offer_ids: [offer.id], operations, filters } });
  }

  #operations(offer: Offer): Offer_Operation[] {
    const operations = diskOperations(offer, this.#world, () => `${this.name}-${this.#next++}`);
    if (this.line?.hasFeedback === true) return operations;
    return operations.map(({ id: _, ...operation }) => operation);
  }

  #task(offer: Offer, kind: Partial<Resource>): TaskInfo {
    const id = `${this.name}-${this.#next++}`;
    const forMs = Math.round(this.#world.between(10, 20_000));
    const code = this.#world.chance(0.8) ? 0 : 3;
    const cpus = this.#world.random.pick([0.1, 0.5, 1]);
    return {
      name: id,
      task_id: { value: id },
      agent_id: offer.agent_id,
      resources: [
        { name: "cpus", type: "SCALAR", scalar: { value: cpus }, ...kind },
        { name: "mem", type: "SCALAR", scalar: { value: 32 }, ...kind },
      ],
      command: {
        value: `run ${forMs} ${code}`,
        environment: { variables: [{ name: "SIM_TASK", value: id }] },
      },
    };
  }

  #group(offer: Offer, tasks: TaskInfo[]) {
    const executor = {
      executor_id: { value: `pod-${tasks[0]?.task_id.value}` },
      type: "DEFAULT" as const,
      ...(offer.framework_id === undefined ? {} : { framework_id: offer.framework_id }),
      resources: [
        { name: "cpus", type: "SCALAR" as const, scalar: { value: 0.1 } },
        { name: "mem", type: "SCALAR" as const, scalar: { value: 32 } },
        { name: "disk", type: "SCALAR" as const, scalar: { value: 32 } },
      ],
    };
    return { type: "LAUNCH_GROUP" as const, launch_group: { executor, task_group: { tasks } } };
  }

  #updated(status: TaskStatus): void {
    const id = status.task_id.value;
    this.#history.received(id, status);
    if (isOver(status.state)) this.#live.delete(id);
    else if (this.#live.has(id)) this.#live.set(id, status.agent_id?.value);
    const { uuid, agent_id } = status;
    if (uuid === undefined || agent_id === undefined || hex(uuid) === "") return;
    // Now and then a scheduler dawdles, or dies before it acknowledges.
    if (!this.calm && this.#world.chance(0.05)) return;
    this.#world.after(this.#world.between(0, this.calm ? 1 : 200), () => {
      this.#call({
        type: "ACKNOWLEDGE",
        acknowledge: { agent_id, task_id: status.task_id, uuid },
      });
    });
  }

  #operated({ operation_id, agent_id, uuid }: OperationStatus): void {
    if (operation_id === undefined || agent_id === undefined || uuid === undefined) return;
    if (!this.calm && this.#world.chance(0.05)) return;
    this.#world.after(this.#world.between(0, this.calm ? 1 : 200), () => {
      this.#call({
        type: "ACKNOWLEDGE_OPERATION_STATUS",
        acknowledge_operation_status: { agent_id, operation_id, uuid: uuid.value },
      });
    });
  }

  #call(call: scheduler.Call): void {
    if (this.frameworkId === undefined || this.ended || !this.connected) return;
    this.#world.note(() => `${this.name}: ${call.type}`);
    this.line?.call({ ...call, framework_id: { value: this.frameworkId } });
  }
}

/** Something of it belongs to nobody for long. */
function isLent({ resources = [] }: Offer): boolean {
  return resources.some(({ revocable }) => revocable !== undefined);
}

function launch(tasks: TaskInfo[]) {
  return { type: "LAUNCH" as const, launch: { task_infos: tasks } };
}

/** States that end a task for its scheduler, unless an agent returns with it. */
function isOver(state: TaskStatus["state"]): boolean {
  return ![
    "TASK_STAGING",
    "TASK_STARTING",
    "TASK_RUNNING",
    "TASK_KILLING",
    "TASK_UNREACHABLE",
  ].includes(state);
}
