import { spawn } from "node:child_process";
import { agentsOf } from "../cluster/agents.ts";
import { systemWorld } from "../shell/system-world.ts";
import { Misuse, type OldProgram, runOld } from "./program.ts";

/** Copies under way. */
const AT_ONCE = 16;

export const scpProgram: OldProgram = {
  name: "mesos-scp",
  usage: "[options] local-file(s) remote-directory",
  options: { master: { type: "string" } },
  help: [
    "  --master=VALUE  host:port, zk://… or file://…",
    "",
    "Uploads the local files to a folder on all agents that the master knows, with scp, which must",
    "not ask for passwords.",
    "",
  ].join("\n"),
  check({ words }) {
    if (words.length < 2) throw new Misuse("Missing arguments");
  },
  async run(cluster, { words }, world) {
    const files = words.slice(0, -1);
    const folder = words.at(-1) ?? "";
    const { registered } = await agentsOf(cluster);
    const hosts = [...new Set(registered.map(({ agent_info: { hostname } }) => hostname))].sort();
    const failed = new Set<string>();
    const waiting = [...hosts];
    const work = async (): Promise<void> => {
      for (let host = waiting.shift(); host !== undefined; host = waiting.shift()) {
        const trouble = await copy(files, `${host}:${folder}`);
        if (trouble === undefined) continue;
        failed.add(host);
        if (trouble !== "") await world.err(`Failed to copy to ${host}: ${trouble}\n`);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const list = (ends: string, isMeant: (host: string) => boolean): string =>
      `\n${hosts
        .filter(isMeant)
        .map((host) => `${host}\t${ends}\n`)
        .join("")}`;
    await world.out(list("uploaded", (host) => !failed.has(host)));
    await world.out(list("failed", (host) => failed.has(host)));
    const good = hosts.length - failed.size;
    await world.out(
      `\n----- ${good} uploaded, ${failed.size} failed of total ${hosts.length} slaves\n\n`,
    );
    return failed.size === 0 ? 0 : 1;
  },
};

/** Undefined when it is done; else why not, if scp has not said so itself. */
function copy(files: readonly string[], to: string): Promise<string | undefined> {
  // After `--` a host that begins with `-` is no option.
  const child = spawn("scp", ["-pr", "--", ...files, to], { stdio: "inherit" });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code) => resolve(code === 0 ? undefined : ""));
  });
}

/** The program `mesos-scp`: files for every agent's host. */
export function main(args: readonly string[]): Promise<number> {
  return runOld(scpProgram, args, systemWorld());
}
