/** What the flags ask for: a framework, and the task or tasks that it launches. */
import { err, ok, type Result } from "@mesos-ts/base";
import {
  FrameworkInfo_Capability_Type as CapabilityType,
  DecodeError,
  type Environment,
  type FrameworkInfo,
  type FrameworkInfo_Capability_Type,
  fromJson,
  type MessageType,
  TaskGroupInfo,
  TaskInfo,
} from "@mesos-ts/protos";
import { parseResources } from "@mesos-ts/resources";
import type { executeFlags, FlagValues, Json } from "@mesos-ts/runtime";

export type ExecuteFlagValues = FlagValues<typeof executeFlags>;

/** One task, or tasks that start and end together. */
type Work =
  | { readonly type: "task"; readonly task: TaskInfo }
  | { readonly type: "group"; readonly tasks: readonly TaskInfo[] };

export interface Plan {
  readonly framework: FrameworkInfo;
  readonly work: Work;
  readonly killAfterMs: number | undefined;
}

/** `usage`: the error is shown above the flags; otherwise it ends the program as a log line. */
export interface PlanError {
  readonly text: string;
  readonly usage: boolean;
}

const ONE_KIND =
  "Either task or task group should be set but not both. Provide either '--task' OR '--task_group'";
const NOT_BOTH =
  "'--name, --command, --env, --appc_image, --docker_image, --volumes' can only be set when both '--task' and '--task_group' are not set";

/** Checks the flags against each other, with Mesos's texts. `user`: who runs this program. */
export function readPlan(flags: ExecuteFlagValues, user: string): Result<Plan, PlanError> {
  const misuse = checkUse(flags);
  if (misuse !== undefined) return err({ text: misuse, usage: true });
  const capabilities = readCapabilities(flags);
  if (capabilities.type === "error") return err({ text: capabilities.error, usage: false });
  const work = readWork(flags);
  if (work.type === "error") return err({ text: work.error, usage: false });
  return ok({
    framework: {
      user,
      name: "mesos-execute instance",
      checkpoint: flags.checkpoint,
      role: flags.role,
      capabilities: capabilities.value.map((type) => ({ type })),
    },
    work: work.value,
    killAfterMs: flags.kill_after,
  });
}

function checkUse(flags: ExecuteFlagValues): string | undefined {
  if (flags.task !== undefined && flags.task_group !== undefined) return ONE_KIND;
  if (flags.task === undefined && flags.task_group === undefined) {
    if (flags.name === undefined) return "Missing required option --name";
    if (flags.shell && flags.command === undefined) return "Missing required option --command";
    return undefined;
  }
  const isMixed =
    flags.name !== undefined || flags.command !== undefined || flags.env !== undefined;
  return isMixed ? NOT_BOTH : undefined;
}

function readCapabilities(flags: ExecuteFlagValues): Result<FrameworkInfo_Capability_Type[]> {
  const capabilities: FrameworkInfo_Capability_Type[] = [
    "RESERVATION_REFINEMENT",
    "TASK_KILLING_STATE",
    "REVOCABLE_RESOURCES",
    ...(flags.partition_aware ? (["PARTITION_AWARE"] as const) : []),
  ];
  for (const name of flags.framework_capabilities ?? []) {
    if (!Object.hasOwn(CapabilityType.numbers, name)) {
      return err(`Flags '--framework_capabilities' specifies an unknown capability '${name}'`);
    }
    if (name !== "GPU_RESOURCES") {
      return err(`Flags '--framework_capabilities' specifies an unsupported capability '${name}'`);
    }
    capabilities.push(name);
  }
  return ok(capabilities);
}

function readWork(flags: ExecuteFlagValues): Result<Work> {
  if (flags.task !== undefined) {
    const task = convert(TaskInfo, withAgent(flags.task), "task");
    return task.type === "error" ? task : ok({ type: "task", task: task.value });
  }
  if (flags.task_group !== undefined) {
    const group = convert(TaskGroupInfo, withAgents(flags.task_group), "task_group");
    if (group.type === "error") return group;
    const tasks = group.value.tasks ?? [];
    return tasks.length === 0
      ? err("Failed to read --task_group: it has no tasks")
      : ok({ type: "group", tasks });
  }
  return commandTask(flags);
}

/** The agent is known only when an offer comes. */
function withAgent(json: Json): Json {
  return { agent_id: { value: "" }, ...json };
}

function withAgents(json: Json): Json {
  const { tasks } = json as { readonly tasks?: unknown };
  return Array.isArray(tasks) ? { ...json, tasks: tasks.map((task) => withAgent(task)) } : json;
}

function convert<T extends object>(type: MessageType<T>, json: Json, flag: string): Result<T> {
  try {
    return ok(fromJson(type, json));
  } catch (cause) {
    if (!(cause instanceof DecodeError)) throw cause;
    return err(`Failed to read --${flag}: ${cause.message}`);
  }
}

function commandTask(flags: ExecuteFlagValues): Result<Work> {
  const resources = parseResources(flags.resources, "*");
  if (resources.type === "error") {
    return err(`Failed to parse resources '${flags.resources}': ${resources.error}`);
  }
  const name = flags.name ?? "";
  const environment = readEnvironment(flags.env);
  return ok({
    type: "task",
    task: {
      name,
      task_id: { value: name },
      agent_id: { value: "" },
      resources: [...resources.value.items],
      command: {
        ...(environment === undefined ? {} : { environment }),
        ...(flags.shell ? { value: flags.command, shell: true } : { shell: false }),
      },
    },
  });
}

/** The flag's own validation has seen that every value is a string. */
function readEnvironment(env: Json | undefined): Environment | undefined {
  if (env === undefined) return undefined;
  const variables = Object.entries(env).map(([name, value]) => ({ name, value: String(value) }));
  return { variables };
}
