/** Masters and the disk that they are given: an Apache Mesos master's, a damaged one, none at all. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { end, freePort, getJson, type Program, Programs, until } from "./programs.ts";
import {
  RECORDED_AGENT_FLAGS,
  RECORDED_AGENT_ID,
  unpackRecordedAgent,
} from "./recorded-agent-folder.ts";
import { ZooKeeperServers } from "./zookeeper-servers.ts";

const ARCHIVE = join(import.meta.dirname, "../fixtures/disk/master-log.tar");
const FETCH_TIMEOUT = "2secs";

const programs = new Programs();
const coordinators = new ZooKeeperServers();
afterAll(async () => {
  await programs.close();
  await coordinators.close();
});

/** A work_dir with the `replicated_log` that an Apache Mesos master left. */
function recordedWorkDir(name: string): string {
  const workDir = join(programs.folder, name);
  mkdirSync(workDir);
  execFileSync("tar", ["-xf", ARCHIVE, "-C", workDir]);
  return workDir;
}

interface Slaves {
  readonly slaves: readonly { readonly id: string; readonly active: boolean }[];
  readonly recovered_slaves: readonly { readonly id: string }[];
}

const slaves = (master: Program) => getJson<Slaves>(master, "/slaves");

/** Until a program has said so: pipes lag behind. */
const says = (program: Program, what: RegExp | string) =>
  until(() => program.output().search(what) >= 0, program.output);

async function refused(flags: readonly string[], says: RegExp | string): Promise<void> {
  const { code, output } = await programs.failingMaster(flags);
  expect(output).toMatch(says);
  expect(code).toBe(1);
}

describe("the work_dir of an Apache Mesos master", () => {
  it("is taken over; the agent of that time comes back under its id, and is written down", async () => {
    const flags = [`--work_dir=${recordedWorkDir("taken")}`];
    const first = await programs.master(flags);
    await says(first, "Recovered 0 agents from the registry");
    expect(first.output()).toContain("Replica recovered with log positions 7 -> 8");
    expect(first.output()).toContain("Successfully fetched the registry (138B)");

    const workDir = join(programs.folder, "agent");
    const port = await freePort();
    unpackRecordedAgent(workDir, port);
    const agent = await programs.lone(first.address, RECORDED_AGENT_FLAGS, port);
    await until(async () => (await slaves(first)).slaves.some(({ active }) => active));
    expect((await slaves(first)).slaves.map(({ id }) => id)).toEqual([RECORDED_AGENT_ID]);

    await end(agent.process, "SIGKILL");
    await end(first.process, "SIGKILL");
    const second = await programs.master(flags);
    expect((await slaves(second)).recovered_slaves).toMatchObject([{ id: RECORDED_AGENT_ID }]);
    await refused(flags, new RegExp(`process ${second.process.pid} has it open`));
    await end(second.process, "SIGKILL");
  });

  it.each<[string, string, (folder: string) => void]>([
    ["names no manifest", "CURRENT", (at) => writeFileSync(join(at, "CURRENT"), "noise")],
    ["has an empty manifest", "CURRENT", (at) => writeFileSync(join(at, "MANIFEST-000011"), "")],
    ["has lost a file", "000020.ldb", (at) => rmSync(join(at, "000020.ldb"))],
    ["has a flipped bit", "000020.ldb", (at) => flipBit(join(at, "000020.ldb"))],
  ])("is refused and left alone when it %s", async (name, file, damage) => {
    const folder = join(recordedWorkDir(name.replaceAll(" ", "-")), "replicated_log");
    damage(folder);
    const before = contents(folder);
    await refused(
      [`--work_dir=${join(folder, "..")}`],
      new RegExp(`EXIT with status 1: .*${file}.*move the folder away`),
    );
    expect(contents(folder)).toEqual(before);
  });
});

describe("a work_dir that cannot be used", () => {
  it("is refused below a file, and where nothing can be made", async () => {
    const file = join(programs.folder, "file");
    writeFileSync(file, "kept");
    for (const workDir of [file, `${file}/work`, "/proc/mesos"]) {
      await refused([`--work_dir=${workDir}`], `Cannot use --work_dir=${workDir}: `);
    }
    expect(readFileSync(file, "utf8")).toBe("kept");
  });

  it("ends the master when it is full, and has all of the registry when it is not", async (test) => {
    const workDir = join(programs.folder, "small");
    mkdirSync(workDir);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", workDir]);
    } catch {
      return test.skip("only root may mount a small tmpfs");
    }
    try {
      const flags = [`--work_dir=${workDir}`];
      const first = await programs.master(flags);
      expect(await setWeight(first, 2)).toBe(200);
      fill(join(workDir, "filler"));
      // What is in the journal already has room; what is to be appended soon has not.
      for (let weight = 3; first.process.exitCode === null; weight++) {
        await setWeight(first, weight).catch(() => undefined);
      }
      await says(first, /EXIT with status 1: .*replicated_log'.*No space left/);
      expect(first.process.exitCode).toBe(1);
      rmSync(join(workDir, "filler"));
      const second = await programs.master(flags);
      expect(await getJson(second, "/weights")).toHaveLength(1);
      await end(second.process, "SIGKILL");
    } finally {
      // Lazily: whoever still has a file open must not keep the test from its own error.
      execFileSync("umount", ["-l", workDir]);
    }
  });
});

describe("a quorum", () => {
  const workDir = `--work_dir=${join(programs.folder, "quorum")}`;
  const zk = "--zk=zk://127.0.0.1:1/mesos";

  it.each([
    [[zk], "Need to specify --quorum for replicated log based registry when using ZooKeeper"],
    [[zk, "--quorum=0"], "Failed to load flag 'quorum': Failed to load value '0'"],
    [[zk, "--quorum=two"], "Failed to load flag 'quorum': Failed to load value 'two'"],
  ])("of %j is refused", async (flags, says) => {
    await refused([workDir, ...flags], says);
  });

  it("that the group cannot have ends the master, which says who is missing", async () => {
    const { port } = await coordinators.ours();
    await refused(
      [
        workDir,
        `--zk=zk://127.0.0.1:${port}/mesos`,
        "--quorum=2",
        `--registry_fetch_timeout=${FETCH_TIMEOUT}`,
      ],
      `EXIT with status 1: Recovery failed: Failed to perform fetch within ${FETCH_TIMEOUT}: 1 of the 2 replicas of --quorum are here`,
    );
  });
});

async function setWeight(master: Program, weight: number): Promise<number> {
  const body = JSON.stringify([{ role: "eng", weight }]);
  return (await fetch(`http://${master.address}/weights`, { method: "PUT", body })).status;
}

/** Writes until there is no room. */
function fill(path: string): void {
  const file = openSync(path, "w");
  try {
    for (;;) writeSync(file, Buffer.alloc(512, 1));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ENOSPC") throw cause;
  } finally {
    closeSync(file);
  }
}

function flipBit(path: string): void {
  const bytes = readFileSync(path);
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

/** Every file of a folder, with what is in it. */
function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const bytes = readFileSync(join(folder, name));
      return [name, createHash("sha256").update(bytes).digest("hex")];
    }),
  );
}
