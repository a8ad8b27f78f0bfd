/** `mesos-init-wrapper` and the deployment's scripts, in folders of their own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { freePort, until } from "../packages/testing/conformance/programs.ts";

const WRAPPER = join(import.meta.dirname, "programs/mesos-init-wrapper");
const DEPLOY = join(import.meta.dirname, "deploy");
const MASTER = join(import.meta.dirname, "../packages/apps/master/bin/mesos-master.js");

let folder = "";
const running: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "mesos-etc-"));
});
afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

function file(path: string, text = ""): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function program(path: string, text: string): void {
  file(path, `#!/bin/bash\n${text}\n`);
  chmodSync(join(folder, path), 0o755);
}

const environment = (): Record<string, string> => ({
  PATH: `${join(folder, "path")}:/usr/sbin:/usr/bin:/sbin:/bin`,
  MESOS_ETC: join(folder, "etc"),
  MESOS_SBIN: join(folder, "sbin"),
});

/** Runs the wrapper with programs that tell how they were called; gives their flags. */
function flagsOf(role: string, files: Readonly<Record<string, string>>): string[] {
  for (const name of ["mesos-master", "mesos-slave", "mesos-agent"]) {
    program(`sbin/${name}`, `printf '%s\\n' ${name} "$@"`);
  }
  for (const [path, text] of Object.entries({ ...files, [`mesos-${role}/?no-logger`]: "" })) {
    file(`etc/${path}`, text);
  }
  const { status, stdout, stderr } = spawnSync(WRAPPER, [role], {
    env: environment(),
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  return stdout.trimEnd().split("\n");
}

describe("what the wrapper makes of files", () => {
  it.each<[string, string, Record<string, string>, string[]]>([
    ["nothing", "master", {}, ["mesos-master"]],
    [
      "a file is a flag",
      "master",
      { "mesos-master/quorum": "1\n", "mesos-master/work_dir": "/var/lib/mesos\n" },
      ["mesos-master", "--quorum=1", "--work_dir=/var/lib/mesos"],
    ],
    [
      "a question mark is a flag without a value",
      "slave",
      { "mesos-slave/?no-switch_user": "", "mesos-slave/?strict": "ignored" },
      ["mesos-slave", "--no-switch_user", "--strict"],
    ],
    [
      "the environment of both, then of the role",
      "master",
      {
        "default/mesos": "LOGS=/logs\nULIMIT='-n 256'\nPORT=1\n",
        "default/mesos-master": `PORT=5050\nZK=\`echo zk://h:2181/mesos\`\nCLUSTER='my cluster'\nIP=10.0.0.1`,
      },
      [
        ...["mesos-master", "--zk=zk://h:2181/mesos", "--ip=10.0.0.1", "--port=5050"],
        ...["--cluster=my cluster", "--log_dir=/logs"],
      ],
    ],
    [
      "an agent's variables",
      "slave",
      { "default/mesos-slave": "MASTER=zk://h/m\nIP=10.0.0.2\nISOLATION=posix/cpu\nPORT=7\n" },
      ["mesos-slave", "--master=zk://h/m", "--ip=10.0.0.2", "--isolation=posix/cpu"],
    ],
    [
      "a file goes before a variable",
      "master",
      { "default/mesos-master": "PORT=5050", "mesos-master/port": "5055" },
      ["mesos-master", "--port=5055"],
    ],
    [
      "folders of attributes and resources",
      "agent",
      {
        "mesos-agent/attributes/rack": "r1\n",
        "mesos-agent/attributes/empty": "",
        "mesos-agent/attributes/zone": "z 1",
        "mesos-agent/resources/ports": "[1-9]",
      },
      ["mesos-agent", "--attributes=rack:r1;zone:z 1", "--resources=ports:[1-9]"],
    ],
    [
      "the plain files of those names",
      "slave",
      { "mesos-slave/attributes": "rack:r2", "mesos-slave/containerizers": "docker,mesos\n" },
      ["mesos-slave", "--attributes=rack:r2", "--containerizers=docker,mesos"],
    ],
  ])("%s", (_, role, files, expected) => {
    expect(flagsOf(role, files)).toEqual(expected);
  });

  it("exports what the files of environment set, and obeys ULIMIT", () => {
    program("sbin/mesos-slave", 'echo "$MESOS_QUIET $(ulimit -n)"');
    file("etc/default/mesos", 'ULIMIT="-n 200"\nMESOS_QUIET=true\n');
    file("etc/mesos-slave/?no-logger");
    const { stdout } = spawnSync(WRAPPER, ["slave"], { env: environment(), encoding: "utf8" });
    expect(stdout).toBe("true 200\n");
  });

  it("sends what is printed to the system's log, as the program's", async () => {
    const log = join(folder, "log");
    program("path/logger", `while read -r line; do echo "$* $line" >>${log}.$3; done`);
    program("sbin/mesos-master", "echo $$; echo trouble >&2");
    const { pid } = spawnSync(WRAPPER, ["master"], { env: environment() });
    const read = (priority: string): string => readFileSync(`${log}.${priority}`, "utf8");
    await until(() => {
      try {
        return read("-t") !== "" && read("-t").split("\n").length === 3;
      } catch {
        return false;
      }
    });
    expect(read("-t").split("\n").sort()).toEqual([
      "",
      `-p user.err -t mesos-master[${pid}] trouble`,
      `-p user.info -t mesos-master[${pid}] ${pid}`,
    ]);
  });

  it.each([[[]], [["sl"]]])("refuses %j", (args) => {
    const { status, stderr } = spawnSync(WRAPPER, args, { env: environment(), encoding: "utf8" });
    expect([status, stderr]).toEqual([1, "Please use `master' or `slave'.\n"]);
  });

  it("starts a real master", async () => {
    const port = await freePort();
    program("sbin/mesos-master", `exec ${process.execPath} ${MASTER} "$@"`);
    file("etc/default/mesos-master", "CLUSTER=wrapped\nPORT=1");
    const settings = {
      port: `${port}\n`,
      ip: "127.0.0.1\n",
      hostname: "localhost",
      "?no-logger": "",
    };
    const paths = { work_dir: join(folder, "work"), ...settings };
    for (const [name, value] of Object.entries(paths)) file(`etc/mesos-master/${name}`, value);
    const child = spawn(WRAPPER, ["master"], { env: environment(), stdio: "ignore" });
    running.push(child);
    await until(async () => (await fetch(`http://127.0.0.1:${port}/health`)).ok);
    const reply = await fetch(`http://127.0.0.1:${port}/flags`);
    const { flags } = (await reply.json()) as { flags: Record<string, string> };
    expect(flags).toMatchObject({ cluster: "wrapped", hostname: "localhost", port: `${port}` });
    // The wrapper became the master: the pid that a service manager knows is the master's.
    expect(readFileSync(`/proc/${child.pid}/cmdline`, "utf8")).toContain("mesos-master.js");
  });
});

describe("the deployment's scripts", () => {
  const run = (script: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(join(DEPLOY, script), args, {
      env: environment(),
      encoding: "utf8",
    });
    return {
      status,
      lines: stdout
        .split("\n")
        .filter((line) => line !== "")
        .sort(),
      stderr,
    };
  };

  beforeEach(() => {
    program("path/ssh", `[[ $1 == bad ]] && exit 255; echo "ssh $*"`);
    file("etc/mesos/masters", "10.1.1.1\n# 10.1.1.2\n\n10.1.1.3\n");
  });

  it("start masters and agents on their hosts", () => {
    file("etc/mesos/slaves", "a1\n");
    file("etc/mesos/mesos-deploy-env.sh", 'SSH_OPTS="-o X=no"');
    const daemon = (name: string): string =>
      `${join(folder, "sbin")}/mesos-daemon.sh ${name} </dev/null >/dev/null`;
    expect(run("mesos-start-cluster.sh", "-s")).toEqual({
      status: 0,
      lines: [
        "Everything's started!",
        "Starting mesos-agent on a1",
        "Starting mesos-master on 10.1.1.1",
        "Starting mesos-master on 10.1.1.3",
        `ssh -o X=no 10.1.1.1 sudo ${daemon("mesos-master")}`,
        `ssh -o X=no 10.1.1.3 sudo ${daemon("mesos-master")}`,
        `ssh -o X=no a1 sudo ${daemon("mesos-agent")}`,
      ],
      stderr: "",
    });
  });

  it("stop them", () => {
    file("etc/mesos/agents", "a1\n");
    expect(run("mesos-stop-agents.sh").lines).toEqual([
      "Stopping mesos-agent on a1",
      "ssh a1 killall mesos-agent",
    ]);
    expect(run("mesos-stop-masters.sh").lines).toContain("ssh 10.1.1.3 killall mesos-master");
    expect(run("mesos-stop-cluster.sh").lines).toContain("Everything's stopped!");
  });

  it("say what is missing, and fail with a host", () => {
    const missing = run("mesos-start-agents.sh");
    expect(missing).toMatchObject({
      status: 1,
      stderr: `Failed to find ${join(folder, "etc/mesos/agents")}\n`,
    });
    file("etc/mesos/agents", "bad\na2\n");
    expect(run("mesos-start-agents.sh").status).toBe(1);
    expect(run("mesos-start-cluster.sh", "-x").status).toBe(1);
    expect(run("mesos-daemon.sh").stderr).toBe("Usage: mesos-daemon.sh <program> [flags]\n");
  });

  it("start a daemon with its environment", async () => {
    const told = join(folder, "told");
    program("sbin/mesos-agent", `echo "$MESOS_master $*" >${told}.new; mv ${told}.new ${told}`);
    file("etc/mesos/mesos-agent-env.sh", "export MESOS_master=h:5050\n");
    expect(run("mesos-daemon.sh", "mesos-agent", "--port=1", "--attributes=a b").status).toBe(0);
    const read = (): string => readFileSync(told, "utf8");
    await until(() => {
      try {
        return read() !== "";
      } catch {
        return false;
      }
    });
    expect(read()).toBe("h:5050 --port=1 --attributes=a b\n");
  });
});
