/**
 * The package, built, installed, used as the tutorials use it, and removed. It takes a minute, so
 * it is not part of `npm test`: `npm run package:test` does it on a fresh Debian, for which it needs
 * a mirror; with `MESOS_PACKAGE_ROOT=host` it does it on a copy of this system, and with a folder on
 * a copy of the system there.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDebianPackage } from "./debian-package.ts";
import { makeCleanRoot, TestSystem, whyNoSystem } from "./test-system.ts";

const WANTED = process.env["MESOS_PACKAGE_ROOT"];
const IS_FRESH = WANTED !== "host";
const PATIENCE_MS = 240_000;
const READY_MS = 60_000;
const POLL_MS = 100;
const PORT = 5055;

/** The system that the package is tried on. */
function lowerOf(wanted: string | undefined, fresh: string): string {
  if (wanted === "host") return "/";
  if (wanted !== "clean") return wanted ?? fresh;
  makeCleanRoot(fresh);
  return fresh;
}

const why = WANTED === undefined ? "it was not asked for (npm run package:test)" : whyNoSystem();
if (why !== undefined) console.warn(`The package is not installed in a test: ${why}`);
if (why?.startsWith("there is no") && process.env["CI"] === "true") throw new Error(why);

describe.skipIf(why !== undefined)("the Debian package", { timeout: PATIENCE_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), "mesos-package-"));
  let system: TestSystem;
  let deb = "";

  beforeAll(async () => {
    const lower = lowerOf(WANTED, join(folder, "clean"));
    const path = buildDebianPackage({
      root: join(import.meta.dirname, ".."),
      target: folder,
      architecture: process.arch === "arm64" ? "arm64" : "amd64",
      compression: "none",
    });
    system = await TestSystem.over(lower);
    deb = system.bring(path);
    rmSync(path);
  }, PATIENCE_MS);

  afterAll(async () => {
    await system?.close();
    rmSync(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  /** A command that must succeed; its output. */
  const run = (command: string): string => {
    const { status, stdout, stderr } = system.run(command);
    expect([command, status, status === 0 ? "" : stderr]).toEqual([command, 0, ""]);
    return stdout;
  };

  const until = async (command: string, isSo: (stdout: string) => boolean): Promise<string> => {
    const endMs = Date.now() + READY_MS;
    for (;;) {
      const { stdout, stderr } = system.run(command);
      if (isSo(stdout)) return stdout;
      if (Date.now() > endMs) throw new Error(`not in time: ${command}\n${stdout}\n${stderr}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };

  it("is installed, with the files of the tutorials", () => {
    run(`dpkg --force-unsafe-io -i ${deb}`);
    expect(run("cat /etc/mesos/zk /etc/mesos-master/quorum /etc/mesos-master/work_dir")).toBe(
      "zk://localhost:2181/mesos\n1\n/var/lib/mesos\n",
    );
    expect(run("cat /etc/default/mesos")).toBe('LOGS=/var/log/mesos\nULIMIT="-n 8192"\n');
    expect(run("service mesos-master status || echo $?")).toBe("mesos-master stop/waiting\n3\n");
    for (const name of ["mesos-master", "mesos-slave", "mesos-agent", "mesos-zookeeper"]) {
      expect(run(`${name} --help`)).toContain("Usage: mesos-");
    }
  });

  it("starts a coordinator, a master and an agent as services", async () => {
    run(
      [
        "echo 127.0.0.1 | tee /etc/mesos-master/ip /etc/mesos-slave/ip",
        "echo localhost | tee /etc/mesos-master/hostname /etc/mesos-slave/hostname",
        `echo ${PORT} > /etc/mesos-master/port`,
        "mkdir /etc/mesos-slave/attributes",
        "echo north-west > /etc/mesos-slave/attributes/rack",
        "echo RESPAWN_SECONDS=1 >> /etc/default/mesos",
      ].join(" && "),
    );
    for (const name of ["mesos-zookeeper", "mesos-master", "mesos-slave"]) {
      expect(run(`service ${name} start`)).toMatch(
        new RegExp(`^${name} start/running, process \\d+\n$`),
      );
    }
    await until("mesos --master=$(cat /etc/mesos/zk) agent list", (out) => out.includes("active"));
    expect(run("mesos --master=$(cat /etc/mesos/zk) agent info localhost")).toContain(
      "Attributes:  rack:north-west",
    );
    expect(run("pgrep -xl 'mesos-(master|slave)' | sed 's/.* //'")).toBe(
      "mesos-master\nmesos-slave\n",
    );
    expect(run("ls /var/log/mesos")).toContain("mesos-master.INFO");
    const look = `fetch("http://127.0.0.1:${PORT}/").then((page) => page.text()).then(console.log)`;
    expect(run(`/usr/lib/mesos/bin/node -e '${look}'`)).toMatch(/^<!doctype html>/i);
  });

  it("runs a task", () => {
    expect(run("mesos-resolve `cat /etc/mesos/zk`")).toBe(`127.0.0.1:${PORT}\n`);
    const out = run(
      "MASTER=$(mesos-resolve `cat /etc/mesos/zk`) && " +
        'mesos-execute --master=$MASTER --name="cluster-test" --command="echo it runs"',
    );
    expect(out).toContain("Received status update TASK_FINISHED for task 'cluster-test'");
    const master = `MESOS_MASTER=127.0.0.1:${PORT}`;
    expect(run(`${master} mesos task cat cluster-test`)).toBe("it runs\n");
    // Compiled code is nowhere that others can write to.
    expect(run("ls /var/cache/mesos")).not.toBe("");
    expect(run("ls /tmp")).not.toContain("node-compile-cache");
  });

  it("brings a daemon back that was killed, and lets tasks outlive their agent", async () => {
    const master = `MESOS_MASTER=127.0.0.1:${PORT}`;
    run(
      `mesos-execute --master=127.0.0.1:${PORT} --name=long --command="sleep 4321" --checkpoint >/dev/null 2>&1 & `,
    );
    await until(`${master} mesos task list`, (out) => out.includes("TASK_RUNNING"));
    const before = run("cat /run/mesos-slave.pid");
    run("kill -9 $(cat /run/mesos-slave.pid)");
    await until("cat /run/mesos-slave.pid", (pid) => pid !== "" && pid !== before);
    expect(run("service mesos-slave restart")).toMatch(
      /^mesos-slave stop\/waiting\nmesos-slave start\/running, process \d+\n$/,
    );
    await until(`${master} mesos agent list`, (out) => out.includes("active"));
    await until(`${master} mesos task list`, (out) => out.includes("TASK_RUNNING"));
    expect(run("pgrep -fc '^sleep 4321'")).toBe("1\n");
  });

  it("keeps settings over an upgrade, and restarts what runs", async () => {
    const before = run("cat /run/mesos-master.pid");
    run("echo zk://127.0.0.1:2181/mesos > /etc/mesos/zk");
    run(`dpkg --force-unsafe-io -i ${deb}`);
    expect(run("cat /etc/mesos/zk")).toBe("zk://127.0.0.1:2181/mesos\n");
    await until("cat /run/mesos-master.pid", (pid) => pid !== "" && pid !== before);
    await until("mesos --master=$(cat /etc/mesos/zk) agent list", (out) => out.includes("active"));
  });

  it("stops", async () => {
    const master = `MESOS_MASTER=127.0.0.1:${PORT}`;
    run(`${master} mesos framework teardown --yes "mesos-execute instance"`);
    await until("pgrep -f '^sleep 4321'", (pids) => pids === "");
    run("pkill -x mesos-execute || true");
    expect(run("service mesos-slave stop")).toBe("mesos-slave stop/waiting\n");
    expect(system.run("service mesos-slave stop").stderr).toContain("stop: Unknown instance:");
    expect(run("service mesos-slave status || echo $?")).toBe("mesos-slave stop/waiting\n3\n");
  });

  it("is removed with its daemons, and purged with its settings", async () => {
    run("dpkg -r mesos");
    await until("pgrep -f '[m]esos'", (pids) => pids === "");
    expect(run("ls /etc/mesos-master")).toContain("port\n");
    expect(run("ls /usr/lib/mesos /var/cache/mesos 2>/dev/null || true")).toBe("");
    run("dpkg -P mesos");
    expect(run("find / -xdev -path /mnt -prune -o -name '*mesos*' -print | sort")).toMatch(
      IS_FRESH ? /^\/var\/lib\/mesos\n\/var\/lib\/mesos-zookeeper\n$/ : /./,
    );
    expect(run("find /etc /var/log /var/cache /usr/bin /usr/sbin -name 'mesos*'")).toBe("");
  });
});
