import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { agentFlags, hostFolders, localFlags, masterFlags } from "@mesos-ts/runtime";
import { HttpClient } from "@mesos-ts/transport";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort } from "./ports.ts";
import { givenValue, programArguments } from "./program-arguments.ts";
import { takeWorkFolder } from "./work-folder.ts";

const closers: (() => Promise<void> | void)[] = [];
let folder = "";

beforeEach(() => {
  const made = mkdtempSync(`${tmpdir()}/local-`);
  folder = made;
  closers.push(() => rmSync(made, { recursive: true, force: true }));
});

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const script = (app: string) =>
  fileURLToPath(new URL(`../../${app}/bin/mesos-${app}.js`, import.meta.url));

function start(app: string, args: readonly string[]) {
  const child = spawn(process.execPath, [script(app), ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  const waiting: { readonly pattern: RegExp; readonly found: (match: RegExpExecArray) => void }[] =
    [];
  const add = (chunk: Buffer): void => {
    text += chunk;
    for (const { pattern, found } of waiting) {
      const match = pattern.exec(text);
      if (match !== null) found(match);
    }
  };
  child.stdout.on("data", add);
  child.stderr.on("data", add);
  const closed = once(child, "close");
  closers.push(() => end(child, closed));
  return {
    child,
    closed,
    text: () => text,
    says: (pattern: RegExp): Promise<RegExpExecArray> => {
      const match = pattern.exec(text);
      return match === null
        ? new Promise((found) => waiting.push({ pattern, found }))
        : Promise.resolve(match);
    },
  };
}

async function end(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await closed;
}

/** Processes whose command line names the test's folder. */
function programs(): { readonly pid: number; readonly words: readonly string[] }[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) return [];
    try {
      const words = readFileSync(`/proc/${name}/cmdline`, "utf8").split("\0");
      return words.some((word) => word.includes(folder)) ? [{ pid: Number(name), words }] : [];
    } catch {
      return [];
    }
  });
}

/** What `mesos-resolve` says. */
async function leader(zk: string): Promise<string> {
  const resolve = start("resolve", [zk]);
  const [, address = ""] = await resolve.says(/^(\d[\d.]*:\d+)$/m);
  await resolve.closed;
  return address;
}

describe("mesos-local", () => {
  const READY = /See it:\s+http:\/\/(\S+)\//;

  it("gives a cluster that runs a task, mends itself and leaves nothing behind", async () => {
    const begun = performance.now();
    const local = start("local", [
      `--work_dir=${folder}/work`,
      "--num_slaves=2",
      "--port=0",
      "--zookeeper_port=0",
    ]);
    const [, address = ""] = await local.says(READY);
    const task = start("execute", [
      `--master=${address}`,
      "--name=hello",
      "--command=echo hello; sleep 1000",
    ]);
    await task.says(/TASK_RUNNING/);
    // Three seconds on an idle machine; this one may be busy.
    expect(performance.now() - begun).toBeLessThan(10_000);

    const agent = programs().find(({ words }) => words.some((w) => w.endsWith("mesos-agent.js")));
    if (agent === undefined) throw new Error("no agent");
    process.kill(agent.pid, "SIGKILL");
    await local.says(/mesos-agent-\d was ended by SIGKILL; starting it again/);
    const client = new HttpClient();
    closers.push(() => client.close());
    const registered = async () => {
      const reply = await client.request({ url: `http://${address}/metrics/snapshot` });
      const metrics = JSON.parse(reply.body.toString()) as Record<string, number>;
      return metrics["master/slaves_active"];
    };
    await expect.poll(registered, { interval: 600, timeout: 20_000 }).toBe(2);

    local.child.kill("SIGINT");
    expect(await local.closed).toEqual([null, "SIGINT"]);
    await end(task.child, task.closed);
    await expect.poll(() => programs(), { interval: 20, timeout: 5_000 }).toEqual([]);
  });

  it("of three masters goes on when the leader is killed, and its task with it", async () => {
    const local = start("local", [
      `--work_dir=${folder}/work`,
      "--num_masters=3",
      "--port=0",
      "--zookeeper_port=0",
    ]);
    await local.says(READY);
    const [, zk = ""] = await local.says(/Join it:\s+(zk:\S+)/);
    const task = start("execute", [
      `--master=${zk}`,
      "--name=survivor",
      `--command=until [ -e ${folder}/go ]; do sleep 0.1; done`,
    ]);
    await task.says(/TASK_RUNNING/);
    const before = await leader(zk);
    const [, port = ""] = /:(\d+)$/.exec(before) ?? [];
    const master = programs().find(({ words }) => words.includes(`--port=${port}`));
    if (master === undefined) throw new Error(`no master at ${before}`);
    process.kill(master.pid, "SIGKILL");
    await local.says(/mesos-master-\d was ended by SIGKILL; starting it again/);
    // The framework subscribes with the next leader, and hears there how its task ends.
    await task.says(/Subscribed with ID[\s\S]*Subscribed with ID/);
    expect(await leader(zk)).not.toBe(before);
    writeFileSync(`${folder}/go`, "");
    await task.says(/TASK_FINISHED/);
    expect(await task.closed).toEqual([0, null]);
    const masters = () =>
      programs().filter(({ words }) => /mesos-master\.js$/.test(words[1] ?? ""));
    await expect.poll(() => masters().length, { interval: 50, timeout: 20_000 }).toBe(3);
  }, 60_000);

  it("takes other ports when its own are taken, and says so", async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    closers.push(() => void server.close());
    const { port } = server.address() as { readonly port: number };
    const local = start("local", [`--work_dir=${folder}/work`, "--num_slaves=0", `--port=${port}`]);
    const [, address = ""] = await local.says(READY);
    expect(address).not.toBe(`127.0.0.1:${port}`);
    expect(local.text()).toContain(
      `The master takes port ${address.split(":")[1]}, because ${port}`,
    );
  });

  it("gives up on a program that cannot start, with its last words", async () => {
    const local = start("local", [`--work_dir=${folder}/work`, "--port=0", "--weights=nonsense"]);
    expect(await local.closed).toEqual([1, null]);
    expect(local.text()).toMatch(/mesos-master ended with status 1, 6 times/);
    expect(local.text()).toContain("Invalid weight: 'nonsense'");
  });

  it("refuses flags that nobody knows", async () => {
    const local = start("local", ["--nonsense=1"]);
    expect(await local.closed).toEqual([1, null]);
    expect(local.text()).toMatch(
      /Failed to load unknown flag 'nonsense'\n\nSee `mesos-local --help`/,
    );
  });
});

describe("the parts", () => {
  it("give each program the flags that it knows", () => {
    const known = {
      local: localFlags("/tmp"),
      master: masterFlags,
      agent: agentFlags(hostFolders({})),
    };
    const args = [
      "--work_dir=/w",
      "--num_slaves=3",
      "--port=0",
      "--ip=127.0.0.1",
      "--allocation_interval=2secs",
      "--resources=cpus:1",
      "--no-switch_user",
      "word",
      "--",
      "--nonsense",
    ];
    expect(programArguments(args, known)).toEqual({
      type: "ok",
      value: {
        master: ["--port=0", "--ip=127.0.0.1", "--allocation_interval=2secs"],
        agent: ["--ip=127.0.0.1", "--resources=cpus:1", "--no-switch_user"],
      },
    });
    expect(givenValue(args, "ip")).toBe("127.0.0.1");
    expect(givenValue(args, "nonsense")).toBeUndefined();
    expect(programArguments(["--master=x"], known).type).toBe("error");
  });

  it("find a free port", async () => {
    const first = await freePort("127.0.0.1", 0, new Set());
    expect(await freePort("127.0.0.1", first, new Set())).toBe(first);
    expect(await freePort("127.0.0.1", first, new Set([first]))).not.toBe(first);
  });

  it("give a folder to one cluster at a time", () => {
    const path = `${folder}/shared`;
    const taken = takeWorkFolder(path, true);
    if (taken.type === "error") throw new Error(taken.error);
    // Process 1 always runs.
    writeFileSync(`${path}/mesos-local.pid`, "1\n");
    const refused = takeWorkFolder(path, true);
    expect(refused).toMatchObject({ type: "error" });
    const beside = takeWorkFolder(path, false);
    expect(beside).toMatchObject({ type: "ok", value: { path: `${path}-${process.pid}` } });
    taken.value.release();
    expect(takeWorkFolder(path, true)).toMatchObject({ type: "ok", value: { path } });
    mkdirSync(`${folder}/file`);
    writeFileSync(`${folder}/file/x`, "");
    expect(takeWorkFolder(`${folder}/file/x/y`, true)).toMatchObject({ type: "error" });
  });
});
