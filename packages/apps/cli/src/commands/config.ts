import { existsSync, readFileSync } from "node:fs";
import { configurationPath } from "../cluster/settings.ts";
import type { Command, Group } from "../command.ts";
import { Failure } from "../failure.ts";
import { showTable } from "../present.ts";

const show: Command = {
  name: "show",
  summary: "Show the contents of the configuration file.",
  async run({ world }) {
    const { path } = configurationPath(world.environment);
    if (!existsSync(path)) {
      throw new Failure(`Unable to show the config file, '${path}' does not exist`);
    }
    await world.out(`${readFileSync(path, "utf8").trimEnd()}\n`);
    return undefined;
  },
};

export function configGroup(others: readonly Group[]): Group {
  const plugins: Command = {
    name: "plugins",
    summary: "Print the plugins that can be used.",
    async run(context) {
      const rows = [...others, group]
        .map(({ name, summary }) => [name, summary])
        .sort(([a = ""], [b = ""]) => a.localeCompare(b));
      await showTable(context, ["NAME", "DESCRIPTION"], rows, "");
      return undefined;
    },
  };
  const group: Group = {
    name: "config",
    summary: "Interacts with the Mesos CLI configuration file",
    commands: [plugins, show],
  };
  return group;
}
