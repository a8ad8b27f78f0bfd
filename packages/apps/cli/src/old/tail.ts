import { copyFile, followFile, lastLines } from "../cluster/remote-file.ts";
import { linesOf } from "../commands/lines.ts";
import { systemWorld } from "../shell/system-world.ts";
import type { World } from "../shell/world.ts";
import { Misuse, type OldProgram, runOld } from "./program.ts";
import { FILE_HELP, FILE_OPTIONS, taskFile } from "./task-file.ts";

export const tailProgram: OldProgram = {
  name: "mesos-tail",
  usage: "--master=VALUE --framework=VALUE --task=VALUE --file=VALUE [-f] [-n LINES] [-q]",
  options: {
    ...FILE_OPTIONS,
    file: { type: "string", multiple: true },
    follow: { type: "boolean", short: "f" },
    lines: { type: "string", short: "n" },
    quiet: { type: "boolean", short: "q" },
  },
  help: [
    ...FILE_HELP,
    "  --file=VALUE       its path in the sandbox, such as stdout; may be given several times",
    "  -f, --follow       go on with what is written, until interrupted",
    "  -n, --lines=VALUE  how many lines [10]",
    "  -q, --quiet        no headers between several files",
    "",
  ].join("\n"),
  check(input) {
    for (const name of ["framework", "task"]) input.need(name);
    if (input.texts("file").length === 0) throw new Misuse("Missing --file");
  },
  async run(cluster, input, world) {
    const lines = linesOf(input.text("lines"));
    const names = input.texts("file");
    const ids = [input.need("framework"), input.need("task")] as const;
    const headers = names.length > 1 && !input.flag("quiet");
    const outs = separated(world, names, headers);
    const ends: (() => Promise<void>)[] = [];
    for (const [index, name] of names.entries()) {
      const file = await taskFile(cluster, ...ids, name);
      const out = outs[index] ?? world;
      const end = await copyFile(file, out, await lastLines(file, lines));
      ends.push(() => followFile(file, out, end));
    }
    if (input.flag("follow")) await Promise.all(ends.map((follow) => follow()));
    return 0;
  },
};

/** One output for each file; whenever another one writes, it says its name first, as tail(1). */
function separated(world: World, names: readonly string[], headers: boolean): World[] {
  let last: string | undefined;
  return names.map((name) => ({
    ...world,
    out: async (data) => {
      const gap = last === undefined ? "" : "\n";
      const header = headers && last !== name ? `${gap}==> ${name} <==\n` : "";
      last = name;
      if (header !== "") await world.out(header);
      await world.out(data);
    },
  }));
}

/** The program `mesos-tail`: the end of files of a task's sandbox. */
export function main(args: readonly string[]): Promise<number> {
  return runOld(tailProgram, args, systemWorld());
}
