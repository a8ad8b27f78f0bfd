import { runMesos } from "./mesos.ts";
import { programFolders } from "./path-programs.ts";
import { systemWorld } from "./shell/system-world.ts";

/** The program `mesos`. */
export function main(args: readonly string[]): Promise<number> {
  return runMesos(args, {
    world: systemWorld(),
    folders: programFolders(process.env, process.argv[1]),
  });
}
