/**
 * The scheduler behind `mesos-execute`: launches its work on the first offer that fits, shows the
 * status updates, and is done when the work has ended. It decides; the session does.
 */
import type {
  CheckStatusInfo,
  FrameworkInfo,
  Offer,
  Offer_Operation,
  scheduler,
  TaskInfo,
  TaskState,
  TaskStatus,
} from "@mesos-ts/protos";
import { parseResources, Resources } from "@mesos-ts/resources";
import type { Plan } from "./plan.ts";
import { takeResources } from "./take-resources.ts";

export type Action =
  /** To standard output, with a newline. */
  | { readonly type: "print"; readonly text: string }
  | { readonly type: "call"; readonly call: scheduler.Call }
  /** Calls later, unless the program has ended by then. */
  | {
      readonly type: "call-later";
      readonly delayMs: number;
      readonly text: string;
      readonly call: scheduler.Call;
    }
  | { readonly type: "exit"; readonly code: number; readonly error?: string };

const TERMINAL: ReadonlySet<TaskState | undefined> = new Set<TaskState>([
  "TASK_FINISHED",
  "TASK_FAILED",
  "TASK_KILLED",
  "TASK_LOST",
  "TASK_ERROR",
  "TASK_DROPPED",
  "TASK_GONE",
  "TASK_GONE_BY_OPERATOR",
]);

/** What the executor of a task group needs for itself. */
const GROUP_EXECUTOR_RESOURCES = "cpus:0.1;mem:32;disk:32";

export class CommandScheduler {
  readonly #plan: Plan;
  #framework: FrameworkInfo;
  #launched = false;
  #ended = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#framework = plan.framework;
  }

  /** The first call on every connection. */
  subscribe(): scheduler.Call {
    const { id } = this.#framework;
    return {
      ...(id === undefined ? {} : { framework_id: id }),
      type: "SUBSCRIBE",
      subscribe: { framework_info: this.#framework },
    };
  }

  receive(event: scheduler.Event): readonly Action[] {
    switch (event.type) {
      case "SUBSCRIBED": {
        const id = event.subscribed?.framework_id ?? { value: "" };
        this.#framework = { ...this.#framework, id };
        return [{ type: "print", text: `Subscribed with ID ${id.value}` }];
      }
      case "OFFERS":
        return (event.offers?.offers ?? []).flatMap((offer) => this.#offer(offer));
      case "UPDATE":
        return event.update === undefined ? [] : this.#update(event.update.status);
      case "ERROR": {
        const message = event.error?.message ?? "";
        return [{ type: "exit", code: 1, error: `Received an ERROR event: ${message}` }];
      }
      default:
        return [];
    }
  }

  #call(call: scheduler.Call): Action {
    return { type: "call", call: { framework_id: this.#framework.id, ...call } };
  }

  #offer(offer: Offer): readonly Action[] {
    const operation = this.#launched ? undefined : this.#operation(offer);
    if (operation === undefined) {
      return [
        this.#call({ type: "DECLINE", decline: { offer_ids: [offer.id] } }),
        this.#call({ type: "SUPPRESS" }),
      ];
    }
    this.#launched = true;
    const agentId = offer.agent_id.value;
    const { work } = this.#plan;
    const what =
      work.type === "task"
        ? `Submitted task '${work.task.name}' to agent '${agentId}'`
        : `Submitted task group with tasks ${idList(work.tasks)} to agent '${agentId}'`;
    return [
      this.#call({ type: "ACCEPT", accept: { offer_ids: [offer.id], operations: [operation] } }),
      { type: "print", text: what },
    ];
  }

  /** The launch on this offer; undefined when the work does not fit. */
  #operation(offer: Offer): Offer_Operation | undefined {
    const { work } = this.#plan;
    if (work.type === "task") {
      const [task] = this.#place([work.task], offer) ?? [];
      return task === undefined ? undefined : { type: "LAUNCH", launch: { task_infos: [task] } };
    }
    const tasks = this.#place(work.tasks, offer);
    return tasks === undefined ? undefined : this.#group(tasks);
  }

  #place(tasks: readonly TaskInfo[], offer: Offer): TaskInfo[] | undefined {
    let left = Resources.of(offer.resources).unallocated();
    const placed: TaskInfo[] = [];
    for (const task of tasks) {
      const role = this.#framework.role ?? "*";
      const taken = takeResources(left, Resources.of(task.resources), role);
      if (taken === undefined) return undefined;
      left = left.minus(taken);
      placed.push({ ...task, agent_id: offer.agent_id, resources: [...taken.items] });
    }
    return placed;
  }

  #group(tasks: TaskInfo[]): Offer_Operation {
    const resources = parseResources(GROUP_EXECUTOR_RESOURCES, "*");
    return {
      type: "LAUNCH_GROUP",
      launch_group: {
        executor: {
          type: "DEFAULT",
          executor_id: { value: "default-executor" },
          framework_id: this.#framework.id,
          resources: resources.type === "ok" ? [...resources.value.items] : [],
        },
        task_group: { tasks },
      },
    };
  }

  #update(status: TaskStatus): readonly Action[] {
    const actions: Action[] = describeStatus(status).map((text) => ({ type: "print", text }));
    const { uuid, agent_id, task_id, state } = status;
    if (uuid !== undefined && agent_id !== undefined) {
      const acknowledge = { agent_id, task_id, uuid };
      actions.push(this.#call({ type: "ACKNOWLEDGE", acknowledge }));
    }
    const { killAfterMs, work } = this.#plan;
    if (state === "TASK_RUNNING" && killAfterMs !== undefined && agent_id !== undefined) {
      const call = { framework_id: this.#framework.id, kill: { task_id, agent_id } };
      actions.push({
        type: "call-later",
        delayMs: killAfterMs,
        text: `Asked to kill task '${task_id.value}' on agent '${agent_id.value}'`,
        call: { ...call, type: "KILL" },
      });
    }
    if (TERMINAL.has(state)) {
      this.#ended += 1;
      const all = work.type === "task" ? 1 : work.tasks.length;
      // How a task ended is shown and does not make this program fail: rule of Mesos.
      if (this.#ended === all) actions.push({ type: "exit", code: 0 });
    }
    return actions;
  }
}

function idList(tasks: readonly TaskInfo[]): string {
  return `[ ${tasks.map(({ task_id }) => task_id.value).join(", ")} ]`;
}

function describeStatus(status: TaskStatus): string[] {
  const { state, task_id, message, source, reason, healthy, check_status, limitation } = status;
  const lines = [`Received status update ${state} for task '${task_id.value}'`];
  if (message !== undefined) lines.push(`  message: '${message}'`);
  if (source !== undefined) lines.push(`  source: ${source}`);
  if (reason !== undefined) lines.push(`  reason: ${reason}`);
  if (healthy !== undefined) lines.push(`  healthy?: ${healthy ? 1 : 0}`);
  if (check_status !== undefined) lines.push(`  check status: ${checkText(check_status)}`);
  const limited = Resources.of(limitation?.resources);
  if (!limited.isEmpty) lines.push(`  resource limit violation: ${limited}`);
  return lines;
}

function checkText({ type, command, http, tcp }: CheckStatusInfo): string {
  switch (type) {
    case "COMMAND":
      return command?.exit_code === undefined
        ? "COMMAND"
        : `COMMAND exit code ${command.exit_code}`;
    case "HTTP":
      return http?.status_code === undefined ? "HTTP" : `HTTP status code ${http.status_code}`;
    case "TCP":
      if (tcp?.succeeded === undefined) return "TCP";
      return `TCP connection ${tcp.succeeded ? "success" : "failure"}`;
    default:
      return "UNKNOWN";
  }
}
