import type { RecoveredExecutor, RecoveredFramework, RecoveredTask } from "@mesos-ts/agent";
import { ExecutorInfo, FrameworkInfo, internal, Task, TaskInfo } from "@mesos-ts/protos";
import type { Reading } from "./reading.ts";

/** Which agent's checkpoints are read. */
export interface Place {
  readonly workDir: string;
  readonly agentId: string;
  readonly rebooted: boolean;
}

/** A framework, and folders of it that nothing needs any more (absolute). */
export interface ReadFramework {
  readonly framework: RecoveredFramework;
  readonly leftovers: readonly string[];
}

export function readFramework(
  reading: Reading,
  place: Place,
  frameworkId: string,
): ReadFramework | undefined {
  const path = `slaves/${place.agentId}/frameworks/${frameworkId}`;
  const info = reading.identified(
    FrameworkInfo,
    `${path}/framework.info`,
    "framework info",
    frameworkId,
    ({ id }) => id,
  );
  if (info === undefined) return undefined;
  const pid = reading.text(`${path}/framework.pid`, "framework pid");
  const executors = reading.files
    .folders(`${path}/executors`)
    .map((id) => readExecutor(reading, place, `${path}/executors/${id}`, id));
  return {
    framework: {
      info: info.id === undefined ? { ...info, id: { value: frameworkId } } : info,
      pid,
      executors: executors.flatMap(({ executor }) => executor ?? []),
    },
    leftovers: executors.flatMap(({ leftovers }) => leftovers),
  };
}

interface ReadExecutor {
  readonly executor: RecoveredExecutor | undefined;
  readonly leftovers: readonly string[];
}

/** Only an executor's latest run can be alive. */
function readExecutor(
  reading: Reading,
  place: Place,
  path: string,
  executorId: string,
): ReadExecutor {
  const runs = reading.files.folders(`${path}/runs`);
  const link = reading.files.readLink(`${path}/runs/latest`);
  const latest = link?.slice(link.lastIndexOf("/") + 1);
  const sandbox = (run: string): string => `${place.workDir}/${path}/runs/${run}`;
  const old = (run: string): string[] => [sandbox(run), reading.absolute(`${path}/runs/${run}`)];
  if (latest === undefined || !runs.includes(latest)) {
    reading.warn(`Failed to find the latest run of executor '${executorId}'`);
    return { executor: undefined, leftovers: runs.flatMap(old) };
  }
  const leftovers = runs.filter((run) => run !== latest).flatMap(old);
  const info = reading.identified(
    ExecutorInfo,
    `${path}/executor.info`,
    "executor info",
    executorId,
    ({ executor_id }) => executor_id,
  );
  if (info === undefined) return { executor: undefined, leftovers };
  const run = `${path}/runs/${latest}`;
  const executor: RecoveredExecutor = {
    info,
    generatedForCommandTask: isForCommandTask(reading, path, info),
    containerId: { value: latest },
    completed: reading.files.read(`${run}/executor.sentinel`) !== undefined,
    sandbox: sandbox(latest),
    ...readPids(reading, place, run),
    tasks: reading.files
      .folders(`${run}/tasks`)
      .flatMap((id) => readTask(reading, `${run}/tasks/${id}`, id) ?? []),
    containers: {},
  };
  return { executor, leftovers };
}

/** Agents before 1.7 did not write it down: the executor's looks tell. */
function isForCommandTask(reading: Reading, path: string, info: ExecutorInfo): boolean {
  const file = `${path}/executor_generated_for_command_task`;
  const text = reading.text(file, "executor origin")?.trim();
  if (text === undefined) {
    const program = info.command?.value ?? "";
    return program.endsWith("mesos-executor") && (info.name ?? "").startsWith("Command Executor");
  }
  if (!/^-?\d+$/.test(text)) {
    reading.damaged(file, "executor origin", `'${text}' is not a number`);
    return false;
  }
  return Number(text) !== 0;
}

/** Pids of before a reboot mean nothing. */
function readPids(
  reading: Reading,
  place: Place,
  run: string,
): Pick<RecoveredExecutor, "forkedPid" | "libprocessPid" | "http"> {
  if (place.rebooted) return { forkedPid: undefined, libprocessPid: undefined, http: false };
  const file = `${run}/pids/forked.pid`;
  const text = reading.text(file, "executor forked pid")?.trim();
  if (text !== undefined && !/^\d+$/.test(text)) {
    reading.damaged(file, "executor forked pid", `'${text}' is not a number`);
  }
  return {
    forkedPid: text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined,
    libprocessPid: reading.text(`${run}/pids/libprocess.pid`, "executor libprocess pid"),
    http: reading.files.read(`${run}/http.marker`) !== undefined,
  };
}

function readTask(reading: Reading, path: string, taskId: string): RecoveredTask | undefined {
  const info = reading.identified(
    Task,
    `${path}/task.info`,
    "task info",
    taskId,
    ({ task_id }) => task_id,
  );
  if (info === undefined) return undefined;
  const launch = `${path}/launch.info`;
  return {
    info,
    taskInfo:
      reading.files.read(launch) === undefined
        ? undefined
        : reading.message(TaskInfo, launch, "launch info"),
    nestedId: reading.text(`${path}/container.id`, "container id")?.trim(),
    updates: reading.records(internal.StatusUpdateRecord, `${path}/task.updates`, "status updates"),
  };
}
