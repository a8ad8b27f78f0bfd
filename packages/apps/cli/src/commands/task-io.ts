import { randomUUID } from "node:crypto";
import type { agent, ContainerID, Task } from "@mesos-ts/protos";
import { runSession } from "../attach/session.ts";
import type { Cluster, Peer } from "../cluster/cluster.ts";
import { containerOf, findTask } from "../cluster/tasks.ts";
import type { Command, Context } from "../command.ts";
import { Failure, misused } from "../failure.ts";

/** A shell's exit status for a command that a signal ended. */
const SIGNAL_EXIT = 128;

export const attachCommand: Command = {
  name: "attach",
  summary: "Attach the CLI to the stdio of a running task",
  details: "The task must have been launched with a TTY. To detach type CTRL-p CTRL-q.",
  words: ["<task>"],
  options: { "no-stdin": { help: "do not attach a stdin" } },
  async run(context, input) {
    const { cluster, agent: peer, container } = await running(context, input.words[0] ?? "");
    const end = await runSession({
      ...{ cluster, world: context.world, agent: peer, container },
      call: {
        type: "ATTACH_CONTAINER_OUTPUT",
        attach_container_output: { container_id: container },
      },
      input: !input.flag("no-stdin"),
      tty: context.world.keyboard.isTerminal,
    });
    // Only a container below its executor's can be waited for.
    return end === "ended" && container.parent !== undefined
      ? exitOf(cluster, peer, container)
      : undefined;
  },
};

export const execCommand: Command = {
  name: "exec",
  summary: "Execute commands in a task's container",
  details: "Ends with the command's exit status.",
  words: ["<task>"],
  rest: "<command> [args…]",
  options: {
    interactive: { short: "i", help: "interactive: what is typed goes to the command" },
    tty: { short: "t", help: "with a terminal" },
  },
  async run(context, input) {
    const { keyboard, screen } = context.world;
    const tty = input.flag("tty");
    if (tty && !keyboard.isTerminal) {
      throw misused("Must be running in a tty to pass the '--tty flag'");
    }
    const found = await running(context, input.words[0] ?? "");
    const container = { value: randomUUID(), parent: found.container };
    const window_size = { rows: screen.rows, columns: screen.columns };
    const end = await runSession({
      ...{ cluster: found.cluster, world: context.world, agent: found.agent, container, tty },
      call: launchCall(container, input.rest, tty ? { window_size } : undefined),
      input: input.flag("interactive"),
    });
    return end === "ended" ? exitOf(found.cluster, found.agent, container) : undefined;
  },
};

function launchCall(
  container_id: ContainerID,
  argv: readonly string[],
  tty_info: { window_size: { rows: number; columns: number } } | undefined,
): agent.Call {
  const [value = ""] = argv;
  return {
    type: "LAUNCH_NESTED_CONTAINER_SESSION",
    launch_nested_container_session: {
      container_id,
      command: { value, arguments: [...argv], shell: false },
      ...(tty_info === undefined ? {} : { container: { type: "MESOS", tty_info } }),
    },
  };
}

async function running(
  context: Context,
  given: string,
): Promise<{ cluster: Cluster; agent: Peer; container: ContainerID }> {
  const cluster = await context.cluster();
  const { task, agent: peer } = await findTask(cluster, given);
  checkRunning(task);
  return { cluster, agent: peer, container: containerOf(task) };
}

function checkRunning({ task_id, state, container }: Task): void {
  if (state !== "TASK_RUNNING") {
    throw new Failure(`Task '${task_id.value}' is not running, but ${state}`);
  }
  if (container !== undefined && container.type !== "MESOS") {
    throw new Failure(
      "This command is only supported for tasks launched by the Universal Container Runtime (UCR).",
    );
  }
}

/** The exit status of a container that has ended, as a shell would tell it. */
async function exitOf(cluster: Cluster, peer: Peer, container_id: ContainerID): Promise<number> {
  const reply = await cluster.askAgent(
    peer,
    { type: "WAIT_CONTAINER", wait_container: { container_id } },
    0,
  );
  const status = reply.wait_container?.exit_status ?? 0;
  const signal = status & 0x7f;
  return signal === 0 ? (status >> 8) & 0xff : SIGNAL_EXIT + signal;
}
