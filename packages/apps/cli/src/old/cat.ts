import { copyFile } from "../cluster/remote-file.ts";
import { systemWorld } from "../shell/system-world.ts";
import { type OldProgram, runOld } from "./program.ts";
import { FILE_HELP, FILE_OPTIONS, taskFile } from "./task-file.ts";

export const catProgram: OldProgram = {
  name: "mesos-cat",
  usage: "--master=VALUE --framework=VALUE --task=VALUE --file=VALUE",
  options: { ...FILE_OPTIONS, file: { type: "string" } },
  help: [...FILE_HELP, "  --file=VALUE       its path in the sandbox, such as stdout", ""].join(
    "\n",
  ),
  check: (input) => ["framework", "task", "file"].forEach((name) => void input.need(name)),
  async run(cluster, input, world) {
    const ids = [input.need("framework"), input.need("task")] as const;
    await copyFile(await taskFile(cluster, ...ids, input.need("file")), world);
    return 0;
  },
};

/** The program `mesos-cat`: a file of a task's sandbox. */
export function main(args: readonly string[]): Promise<number> {
  return runOld(catProgram, args, systemWorld());
}
