import { master, type Task } from "@mesos-ts/protos";
import { pick } from "../cluster/match.ts";
import { copyFile, followFile, lastLines, type RemoteFile } from "../cluster/remote-file.ts";
import { sandboxOf } from "../cluster/sandbox.ts";
import { containerOf, findTask } from "../cluster/tasks.ts";
import type { Command, Context, Group } from "../command.ts";
import { amount, megabytesText, numberText, showJson, showMessage, showTable } from "../present.ts";
import type { Cell } from "../shell/table.ts";
import { DEFAULT_LINES, linesOf } from "./lines.ts";
import { attachCommand, execCommand } from "./task-io.ts";

/** What the Python command line indents JSON by. */
const INSPECT_INDENT = 4;

const list: Command = {
  name: "list",
  summary: "List all running tasks in a Mesos cluster",
  json: true,
  options: {
    all: { short: "a", help: "list all tasks, not only running" },
    framework: { value: "<framework>", help: "only of this framework" },
    agent: { value: "<agent>", help: "only on this agent" },
  },
  async run(context, input) {
    const cluster = await context.cluster();
    const { get_tasks: reply = {} } = await cluster.ask({ type: "GET_TASKS" });
    if (context.json) {
      await showMessage(context, master.Response_GetTasks, reply);
      return undefined;
    }
    const framework = input.text("framework") ?? "";
    const agent = input.text("agent") ?? "";
    const wanted = ({ framework_id, agent_id }: Task): boolean =>
      isMeant(framework_id.value, framework) && isMeant(agent_id.value, agent);
    const { tasks = [], unreachable_tasks = [], completed_tasks = [] } = reply;
    const shown = input.flag("all")
      ? [...tasks, ...unreachable_tasks, ...completed_tasks]
      : tasks.filter(({ state }) => state === "TASK_RUNNING");
    await showTable(
      context,
      ["ID", "State", "Framework ID", "Executor ID", "Name", "Agent ID", "CPUs", "Memory"],
      shown.filter(wanted).map(taskRow),
      input.flag("all")
        ? "The cluster does not know any tasks."
        : "There are no tasks running in the cluster.",
    );
    return undefined;
  },
};

function isMeant(id: string, given: string): boolean {
  return given === "" || id.startsWith(given) || id.endsWith(`-${given}`);
}

function taskRow(task: Task): (string | Cell)[] {
  return [
    task.task_id.value,
    stateCell(task.state),
    ...[task.framework_id.value, task.executor_id?.value ?? "", task.name, task.agent_id.value],
    ...[numberText(amount(task.resources, "cpus")), megabytesText(amount(task.resources, "mem"))],
  ];
}

function stateCell(state: Task["state"]): Cell {
  switch (state) {
    case "TASK_RUNNING":
      return { text: state, colour: "green" };
    case "TASK_FAILED":
    case "TASK_ERROR":
    case "TASK_LOST":
    case "TASK_GONE":
      return { text: state, colour: "red" };
    case "TASK_FINISHED":
    case "TASK_KILLED":
      return { text: state, colour: "dim" };
    default:
      return { text: state, colour: "yellow" };
  }
}

type V0Task = { readonly id: string; readonly name: string } & Record<string, unknown>;

const inspect: Command = {
  name: "inspect",
  summary: "Return low-level information on the task",
  details: "As the master's /tasks shows it.",
  words: ["<task>"],
  async run(context, { words: [given = ""] }) {
    const cluster = await context.cluster();
    // All of them: an endpoint that asks for one id cannot be asked for a part of it.
    const { tasks = [] } = await cluster.getJson<{ tasks?: V0Task[] }>(
      cluster.master,
      "/tasks?order=asc&limit=-1",
    );
    const task = pick(tasks, given, "task", ({ id, name }) => [id, name]);
    await showJson(context.world, task, INSPECT_INDENT);
    return undefined;
  },
};

const logs: Command = {
  name: "logs",
  summary: "Show the end of a task's output",
  words: ["<task>"],
  options: {
    follow: { short: "f", help: "go on with what the task writes, until interrupted" },
    lines: { short: "n", value: "<lines>", help: `how many lines [${DEFAULT_LINES}]` },
    stderr: { help: "stderr instead of stdout" },
  },
  async run(context, input) {
    const name = input.flag("stderr") ? "stderr" : "stdout";
    const file = await fileOf(context, input.words[0] ?? "", name);
    const from = await lastLines(file, linesOf(input.text("lines")));
    const end = await copyFile(file, context.world, from);
    if (input.flag("follow")) await followFile(file, context.world, end);
    return undefined;
  },
};

const cat: Command = {
  name: "cat",
  summary: "Print a file of a task's sandbox",
  words: ["<task>", "[file]"],
  details: "Without a file: stdout.",
  async run(context, { words: [task = "", name = "stdout"] }) {
    await copyFile(await fileOf(context, task, name), context.world);
    return undefined;
  },
};

async function fileOf(context: Context, given: string, name: string): Promise<RemoteFile> {
  const cluster = await context.cluster();
  const { task, agent } = await findTask(cluster, given);
  const container = containerOf(task);
  const folder = await sandboxOf(cluster, agent, {
    frameworkId: task.framework_id.value,
    taskId: task.task_id.value,
    executorId: task.executor_id?.value ?? "",
    containerId: container.parent?.value ?? container.value,
    nested: container.parent !== undefined,
  });
  return { cluster, peer: agent, path: `${folder}/${name}` };
}

export const taskGroup: Group = {
  name: "task",
  summary: "Interacts with the tasks running in a Mesos cluster",
  commands: [attachCommand, cat, execCommand, inspect, list, logs],
};
