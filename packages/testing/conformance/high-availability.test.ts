/** Commands of guides for Apache Mesos, as they write them, and what our own guide says. */
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getJson, type Program, Programs, RECORDED_AGENT, until } from "./programs.ts";
import { type ZooKeeperServer, ZooKeeperServers } from "./zookeeper-servers.ts";

const ROOT = join(import.meta.dirname, "../../..");
const GUIDE = readFileSync(join(ROOT, "docs/high-availability.md"), "utf8");

const programs = new Programs();
const coordinators = new ZooKeeperServers();
let coordinator: ZooKeeperServer;
let master: Program;

beforeAll(async () => {
  coordinator = await coordinators.ours();
  const servers = `127.0.0.1:${coordinator.port}`;
  writeFileSync(join(programs.folder, "zk"), `zk://${servers}/mesos\n`);
  master = await programs.master([
    `--zk=${servers},${servers},/mesos`,
    "--quorum=1",
    "--cluster=mesos-test",
    "--hostname=127.0.0.1",
    "--advertise_ip=127.0.0.1",
    "--allocation_interval=200ms",
  ]);
  await programs.lone(`zk://${servers},${servers},/mesos`, RECORDED_AGENT);
  await until(async () => (await shell("mesos-resolve $(cat zk)")) === `${master.address}\n`);
  await until(async () => {
    const metrics = await getJson<Record<string, number>>(master, "/metrics/snapshot");
    return metrics["master/slaves_active"] === 1;
  });
}, 60_000);

afterAll(async () => {
  await programs.close();
  await coordinators.close();
});

/** What a command line writes to its standard output. */
async function shell(command: string): Promise<string> {
  const { stdout } = await promisify(execFile)("bash", ["-c", command], {
    cwd: programs.folder,
    env: { PATH: `${ROOT}/node_modules/.bin:${process.env["PATH"]}` },
  });
  return stdout;
}

describe("a guide's commands", () => {
  it("ask a coordinator how it is", async () => {
    const mode = await shell(`echo stat | nc 127.0.0.1 ${coordinator.port} | grep Mode`);
    expect(mode).toBe("Mode: standalone\n");
  });

  it("find the master and run a command with it", async () => {
    const said = await shell(
      [
        "MASTER=$(mesos-resolve `cat zk`)",
        'LIBPROCESS_IP=127.0.0.1 mesos-execute --master=$MASTER --name="cluster-test" --command="sleep 0.1"',
      ].join("\n"),
    );
    expect(said).toContain("Received status update TASK_RUNNING for task 'cluster-test'");
    expect(said).toContain("Received status update TASK_FINISHED for task 'cluster-test'");
  });

  it("run a command with the master that a file of the group names", async () => {
    const said = await shell(
      'mesos-execute --master=$(cat zk) --name=hello --command="echo hello"',
    );
    expect(said).toContain("Received status update TASK_FINISHED for task 'hello'");
  });
});

it("every metric of our guide is there", async () => {
  const [, watched = ""] = /## What to watch\n([\s\S]*?)\n## /.exec(GUIDE) ?? [];
  const named = [...watched.matchAll(/`((?:master|registrar)\/[\w/]+)`/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(10);
  const metrics = await getJson<Record<string, number>>(master, "/metrics/snapshot");
  expect(named.filter((name) => metrics[name ?? ""] === undefined)).toEqual([]);
});

it("every flag of our guide is a program's", async () => {
  const apps = ["master", "agent", "execute", "local", "zookeeper"];
  const helps = await Promise.all(apps.map((app) => shell(`mesos-${app} --help`)));
  const logHelp = await shell("mesos-log help initialize");
  const known = [...helps, logHelp].join("\n");
  const named = new Set([...GUIDE.matchAll(/--(?:no-)?([a-z_]+)/g)].map(([, name = ""]) => name));
  const unknown = [...named].filter((name) => !new RegExp(`--(\\[no-\\])?${name}\\b`).test(known));
  expect(unknown).toEqual([]);
});
