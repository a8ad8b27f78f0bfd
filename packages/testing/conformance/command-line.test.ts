/** `mesos` and the older tools, as programs, with a real master, agent and tasks. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { end, type Program, Programs, RECORDED_MASTER, until } from "./programs.ts";

const apps = join(import.meta.dirname, "../../apps");
const programs = new Programs();
let master: Program;
let framework = "";

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(program: string, args: readonly string[], environment = {}): Ran {
  const script = join(apps, "cli/bin", `${program}.js`);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: programs.folder, ...environment },
  });
  return { code: status, out: stdout, err: stderr };
}

function mesos(...args: string[]): Ran {
  return run("mesos", args, { MESOS_MASTER: master.address });
}

/** Starts `mesos-execute` with a task that runs until the test is over. */
function execute(name: string, command: string, instead: readonly string[] = []): void {
  const script = join(apps, "execute/bin/mesos-execute.js");
  const flags = [`--name=${name}`, `--command=${command}`, "--resources=cpus:0.5;mem:32"];
  const all = [`--master=${master.address}`, ...(instead.length > 0 ? instead : flags)];
  const child = spawn(process.execPath, [script, ...all], { stdio: "ignore" });
  enders.push(() => end(child, "SIGKILL"));
}

const scalar = (name: string, value: number) => ({ name, type: "SCALAR", scalar: { value } });

const TERMINAL_TASK = {
  name: "terminal",
  task_id: { value: "terminal" },
  agent_id: { value: "" },
  resources: [scalar("cpus", 0.1), scalar("mem", 32)],
  command: { value: "while read x; do echo you said $x; done" },
  container: { type: "MESOS", tty_info: {} },
};

/** `mesos` on a terminal of 33 rows and 101 columns. */
class Terminal {
  text = "";
  readonly #child;

  constructor(words: string) {
    const command = `stty rows 33 cols 101; exec ${process.execPath} ${apps}/cli/bin/mesos.js ${words}`;
    this.#child = spawn("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: process.env["PATH"], HOME: programs.folder, MESOS_MASTER: master.address },
    });
    enders.push(() => end(this.#child, "SIGKILL"));
    this.#child.stdout.on("data", (data) => {
      this.text += data;
    });
  }

  type(keys: string): void {
    this.#child.stdin.write(keys);
  }

  async ended(): Promise<number | null> {
    await until(() => this.#child.exitCode !== null);
    return this.#child.exitCode;
  }
}
const enders: (() => Promise<void>)[] = [];

beforeAll(async () => {
  master = await programs.master([...RECORDED_MASTER, `--log_dir=${programs.folder}/log`]);
  await programs.agent(master, ["--resources=cpus:4;mem:4096;disk:1024", "--attributes=rack:r1"]);
  execute("long", "echo one; echo two; echo three; echo oops >&2; sleep 1000");
  await until(() => mesos("task", "logs", "--stderr", "long").out.includes("oops"));
  framework = mesos("framework", "list").out.split("\n")[1]?.split(" ")[0] ?? "";
});

afterAll(async () => {
  for (const ender of enders) await ender();
  await programs.close();
});

describe("mesos", () => {
  it("lists agents, frameworks, tasks and roles", () => {
    expect(mesos("agent", "list").out).toMatch(
      /^Agent ID +Hostname +Active +State .*\n\S+-S0 +localhost +True +active +0.5\/4 +32MB\/4GB/,
    );
    expect(mesos("framework", "list").out).toMatch(
      /^ID +Active +Hostname +Name .*\n\S+-0000 +True +mesos-execute instance +active/,
    );
    expect(mesos("task", "list").out).toMatch(
      /^ID +State +Framework ID +Executor ID .*\nlong +TASK_RUNNING +\S+-0000 +long/,
    );
    expect(mesos("task", "list", "--framework=nope").out).toBe(
      "There are no tasks running in the cluster.\n",
    );
    expect(mesos("role", "list").out).toMatch(/^Role +Weight .*\n\* +1 +1 +0.5 +32MB/);
  });

  it("shows one of them, by a part of its id", () => {
    expect(mesos("agent", "info", "S0").out).toMatch(/Attributes: +rack:r1\n/);
    expect(JSON.parse(mesos("agent", "info", "S0", "--json").out)).toMatchObject({
      agent_info: { hostname: "localhost" },
      active: true,
    });
    const shown = JSON.parse(mesos("framework", "inspect", "0000").out);
    expect(shown).toMatchObject({ id: framework, name: "mesos-execute instance" });
    expect(shown).not.toHaveProperty("tasks");
    expect(JSON.parse(mesos("task", "inspect", "lo").out)).toMatchObject({
      ...{ id: "long", state: "TASK_RUNNING", framework_id: framework },
    });
    const tasks = JSON.parse(mesos("task", "list", "--json").out);
    expect(tasks.tasks[0].task_id).toEqual({ value: "long" });
  });

  it("reads sandboxes and logs", () => {
    expect(mesos("task", "logs", "-n", "2", "long").out).toBe("two\nthree\n");
    expect(mesos("task", "cat", "long", "stdout").out).toBe("one\ntwo\nthree\n");
    expect(mesos("task", "cat", "long", "nope")).toMatchObject({
      code: 1,
      err: expect.stringContaining("/nope on the agent at "),
    });
    expect(mesos("log", "master", "-n1").out.split("\n")).toHaveLength(2);
    expect(mesos("log", "agent", "S0")).toMatchObject({
      code: 1,
      err: expect.stringContaining("keeps no log file: start it with --log_dir"),
    });
    expect(mesos("log", "level").out).toBe("0\n");
  });

  it("sets quota and weights", () => {
    expect(mesos("quota", "set", "dev", "--guarantee=cpus:1;mem:64", "--limit=cpus:2").code).toBe(
      0,
    );
    expect(mesos("quota", "list").out).toBe(
      "Role  Guarantees      Limits\ndev   cpus:1; mem:64  cpus:2\n",
    );
    expect(mesos("quota", "set", "dev", "--guarantee=cpus:100").err).toMatch(
      /^Error: UPDATE_QUOTA was refused by the master at .*: Invalid QuotaConfig|Not enough/,
    );
    expect(mesos("quota", "remove", "dev").code).toBe(0);
    expect(mesos("quota", "list").out).toBe("No role has quota.\n");
    expect(mesos("weight", "set", "dev=2.5").code).toBe(0);
    expect(mesos("weight", "list").out).toBe("Role  Weight\ndev   2.5\n");
  });

  it("plans maintenance and carries it out", () => {
    expect(mesos("maintenance", "set", "spare/10.9.9.9", "--duration=1hrs").code).toBe(0);
    expect(mesos("maintenance", "schedule").out).toMatch(/spare\/10.9.9.9 +20\S+Z +1hrs\n/);
    expect(mesos("maintenance", "status").out).toMatch(/spare\/10.9.9.9 +draining\n/);
    expect(mesos("maintenance", "down", "spare").code).toBe(0);
    expect(mesos("maintenance", "status").out).toMatch(/spare\/10.9.9.9 +down\n/);
    expect(mesos("maintenance", "up", "spare").code).toBe(0);
    expect(mesos("maintenance", "schedule").out).toBe("No maintenance is scheduled.\n");
    const file = join(programs.folder, "schedule.json");
    writeFileSync(
      file,
      '{"windows":[{"machine_ids":[{"hostname":"h","ip":"10.0.0.1"}],"unavailability":{"start":{"nanoseconds":1}}}]}',
    );
    expect(mesos("maintenance", "set", "-f", file).out).toBe(
      "The schedule has 1 windows, for 1 machines.\n",
    );
    expect(mesos("maintenance", "set", "--clear").code).toBe(0);
  });

  it("shows all of it at once", () => {
    const { out } = mesos("top");
    expect(out).toMatch(/^golden {2}leader \S+, version 1.12.0, elected /);
    expect(out).toContain("Agents (1)\n");
    expect(out).toMatch(/long +TASK_RUNNING/);
  });

  it("deactivates agents and ends frameworks, the latter not without asking", async () => {
    expect(mesos("agent", "deactivate", "S0").code).toBe(0);
    expect(mesos("agent", "list").out).toContain("deactivated");
    expect(mesos("agent", "reactivate", "localhost").code).toBe(0);
    expect(mesos("framework", "teardown", framework)).toMatchObject({ code: 2 });
  });
});

describe("mesos task exec and attach", () => {
  it("run a command beside a task, and end as it does", () => {
    expect(mesos("task", "exec", "long", "sh", "-c", "echo out; echo err >&2; exit 5")).toEqual({
      code: 5,
      out: "out\n",
      err: "err\n",
    });
    expect(mesos("task", "exec", "long", "sh", "-c", "kill -9 $$").code).toBe(128 + 9);
    expect(mesos("task", "exec", "nope", "ls")).toMatchObject({
      ...{ code: 1, err: "Error: Unable to find task 'nope'\n" },
    });
  });

  it("give it our input, to its end", () => {
    const script = join(apps, "cli/bin/mesos.js");
    const args = [script, "task", "exec", "-i", "long", "wc", "-c"];
    const { status, stdout } = spawnSync(process.execPath, args, {
      ...{ input: "x".repeat(200_000), encoding: "utf8" },
      env: { PATH: process.env["PATH"], HOME: programs.folder, MESOS_MASTER: master.address },
    });
    expect([status, stdout.trim()]).toEqual([0, "200000"]);
  });

  it("give it our terminal", async () => {
    const terminal = new Terminal("task exec -it long sh -c 'stty size; read x; echo got $x'");
    await until(() => terminal.text.includes("33 101"));
    terminal.type("typed\r");
    expect(await terminal.ended()).toBe(0);
    expect(terminal.text).toContain("got typed");
  });

  it("attach to a task's terminal, and leave it with CTRL-p CTRL-q", async () => {
    execute("terminal", "", [`--task=${JSON.stringify(TERMINAL_TASK)}`]);
    await until(() => /terminal +TASK_RUNNING/.test(mesos("task", "list").out));
    const terminal = new Terminal("task attach terminal");
    terminal.type("one\r");
    await until(() => terminal.text.includes("you said one"));
    terminal.type("\x10\x11");
    expect(await terminal.ended()).toBe(0);
    expect(mesos("task", "list").out).toMatch(/terminal +TASK_RUNNING/);
    expect(mesos("task", "attach", "long")).toMatchObject({
      ...{ code: 1, err: "Error: Unable to attach to a task launched without a TTY\n" },
    });
  });
});

describe("the older tools", () => {
  it("list tasks and what they use", () => {
    const { out } = run("mesos-ps", [`--master=${master.address}`]);
    const [head = "", row = ""] = out.split("\n");
    expect(head).toBe(
      "USER    FRAMEWORK    TASK      SLAVE              MEM                TIME              CPU (allocated)",
    );
    expect(row).toMatch(
      /^\w+ +mesos-exe\.\.\. long {6}localhost {10}\S+ [KM]B\/\S+ MB +00:00:\d\d\.\d{6} /,
    );
    expect(run("mesos-ps", [])).toMatchObject({ code: 1, err: "Missing --master\n" });
  });

  it("print files of sandboxes", () => {
    const ids = [`--master=${master.address}`, `--framework=${framework}`, "--task=long"];
    expect(run("mesos-cat", [...ids, "--file=stdout"]).out).toBe("one\ntwo\nthree\n");
    expect(run("mesos-tail", [...ids, "--file=stdout", "-n", "1"]).out).toBe("three\n");
    const both = run("mesos-tail", [...ids, "--file=stdout", "--file=stderr", "-n2"]).out;
    expect(both).toMatch(/^==> stdout <==\ntwo\nthree\n\n==> stderr <==\n[^=]*oops\n/);
    expect(run("mesos-cat", [...ids.slice(0, 2), "--task=no", "--file=stdout"])).toMatchObject({
      ...{ code: 1, err: "No task found!\n" },
    });
    expect(run("mesos-cat", ids)).toMatchObject({ code: 1, err: "Missing --file\n" });
  });

  it("follow what is written", async () => {
    const script = join(apps, "cli/bin/mesos-tail.js");
    execute("writer", "echo begun; sleep 1; echo more; sleep 1000");
    await until(() => mesos("task", "logs", "writer").out.includes("begun"));
    const frameworks = mesos("task", "list").out.split("\n");
    const own = frameworks.find((line) => line.startsWith("writer"))?.split(/ +/)[2];
    const flags = [`--master=${master.address}`, `--framework=${own}`, "--task=writer"];
    const child = spawn(process.execPath, [script, ...flags, "--file=stdout", "-f"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let text = "";
    child.stdout.on("data", (data) => {
      text += data;
    });
    await until(() => text === "begun\nmore\n");
    await end(child, "SIGTERM");
    expect(child.exitCode).toBe(0);
  });

  it("copy files to all agents, and tell where that failed", () => {
    const path = join(programs.folder, "path");
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, "scp"), '#!/bin/sh\necho "scp $*"\n[ "$3" != bad ]\n');
    chmodSync(join(path, "scp"), 0o755);
    const args = [`--master=${master.address}`, "a", "b", "/tmp"];
    expect(run("mesos-scp", args, { PATH: `${path}:/usr/bin:/bin` })).toEqual({
      code: 0,
      out: "scp -pr -- a b localhost:/tmp\n\nlocalhost\tuploaded\n\n\n----- 1 uploaded, 0 failed of total 1 slaves\n\n",
      err: "",
    });
    const failed = run("mesos-scp", [...args.slice(0, 1), "bad", "x", "/tmp"], {
      PATH: `${path}:/usr/bin:/bin`,
    });
    expect(failed.code).toBe(1);
    expect(failed.out).toContain("localhost\tfailed\n\n----- 0 uploaded, 1 failed of total 1");
    expect(run("mesos-scp", args.slice(0, 2))).toMatchObject({
      code: 1,
      err: "Missing arguments\n",
    });
  });
});

describe("an agent's end", () => {
  it("is to be drained, and then gone", async () => {
    expect(mesos("agent", "drain", "S0", "--max-grace-period=100ms")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Agent \S+-S0 is draining\.\n$/),
    });
    await until(() => mesos("agent", "list").out.includes(" drained "));
    expect(mesos("task", "list").out).toBe("There are no tasks running in the cluster.\n");
    expect(mesos("agent", "info", "S0").out).toMatch(/Max grace period: +100ms\n/);
    expect(mesos("agent", "gone", "S0").code).toBe(2);
    expect(mesos("agent", "gone", "S0", "--yes").code).toBe(0);
    expect(mesos("agent", "list").out).toBe("The cluster does not have any agents.\n");
  });
});
