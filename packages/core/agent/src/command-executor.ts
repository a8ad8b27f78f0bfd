import type {
  CommandInfo,
  ExecutorInfo,
  FrameworkInfo,
  Resource,
  TaskInfo,
} from "@mesos-ts/protos";

/** What Mesos adds to a command task for its executor. */
const EXECUTOR_CPUS = 0.1;
const EXECUTOR_MEM_MB = 32;
/** The command is shown up to this length in the executor's name. */
const SHOWN_COMMAND = 12;

/** The executor that Mesos makes up for a task that brings a command instead of one. */
export function commandExecutorInfo(
  task: TaskInfo,
  framework: FrameworkInfo,
  launcherDir: string,
): ExecutorInfo {
  const command = task.command ?? {};
  return {
    executor_id: { value: task.task_id.value },
    framework_id: framework.id ?? { value: "" },
    name: `Command Executor (Task: ${task.task_id.value}) (Command: ${shownCommand(command)})`,
    source: task.task_id.value,
    ...(task.container === undefined ? {} : { container: task.container }),
    command: {
      ...(command.uris === undefined ? {} : { uris: command.uris }),
      ...(command.environment === undefined ? {} : { environment: command.environment }),
      ...(command.user === undefined ? {} : { user: command.user }),
      shell: false,
      value: `${launcherDir}/mesos-executor`,
      arguments: ["mesos-executor", `--launcher_dir=${launcherDir}`],
    },
    resources: executorResources(task),
    ...(task.discovery === undefined ? {} : { discovery: task.discovery }),
    ...(task.labels === undefined ? {} : { labels: task.labels }),
  };
}

function shownCommand(command: CommandInfo): string {
  if (!(command.shell ?? true)) {
    const words = [command.value, ...(command.arguments ?? [])].filter(
      (word) => word !== undefined,
    );
    return `[${shorten(words.join(", "))}]`;
  }
  return `sh -c '${shorten(command.value ?? "")}'`;
}

function shorten(text: string): string {
  return text.length > SHOWN_COMMAND + 3 ? `${text.slice(0, SHOWN_COMMAND)}...` : text;
}

function executorResources(task: TaskInfo): Resource[] {
  const allocation = task.resources?.find((each) => each.allocation_info)?.allocation_info;
  const info = allocation === undefined ? {} : { allocation_info: allocation };
  return [
    { name: "cpus", type: "SCALAR", scalar: { value: EXECUTOR_CPUS }, ...info },
    { name: "mem", type: "SCALAR", scalar: { value: EXECUTOR_MEM_MB }, ...info },
  ];
}
