import {
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { killTree } from "./kill-tree.ts";
import type { PosixContainerizer } from "./posix-containerizer.ts";
import { identityOf, isAlive, ProcessTable, readProcess, scanProcesses } from "./process-table.ts";
import { containerFolder, readClaim } from "./runtime-files.ts";
import { Exits, eventually, shell, TestMachine } from "./test-machine.ts";
import { DEFAULT_PATH } from "./tools.ts";
import type { Command, LaunchSpec } from "./types.ts";
import { lookupUser } from "./users.ts";

let machine: TestMachine;
let containerizer: PosixContainerizer;
let exits: Exits;

beforeEach(() => {
  machine = new TestMachine();
  containerizer = machine.open();
  exits = new Exits(containerizer);
});

afterEach(async () => {
  await machine.destroy();
});

async function launch(
  id: string,
  command: Command | string,
  more: Partial<LaunchSpec> = {},
): Promise<number> {
  const result = await containerizer.launch(machine.spec(id, command, more));
  if (result.type === "refused") {
    throw new Error(`${result.code}: ${result.message}`);
  }
  return result.pid;
}

/** Runs a container to its end and returns what it wrote. */
async function outputOf(id: string, command: Command | string, more: Partial<LaunchSpec> = {}) {
  await launch(id, command, more);
  const status = await exits.of(id);
  return { status, stdout: machine.output(id), stderr: machine.output(id, "stderr") };
}

const program = (file: string, ...args: string[]): Command => ({ shell: false, file, args });

describe("what a task sees", () => {
  it("only its own output in stdout and stderr, appended", async () => {
    const { stdout, stderr } = await outputOf("c", "echo out; echo err >&2; kill -9 $$");
    expect([stdout, stderr]).toEqual(["out\n", "err\n"]);
    await containerizer.launch({ ...machine.spec("c", "echo more"), containerId: "d" });
    await exits.of("d");
    expect(machine.output("c")).toBe("out\nmore\n");
  });

  it("its environment and nothing else", async () => {
    const environment = { A: "1", "odd.name": "2", UID: "3", PATH: `/x:${DEFAULT_PATH}` };
    const { stdout } = await outputOf("c", program("env"), { environment });
    const lines = stdout.trim().split("\n").sort();
    const sandbox = join(machine.home, "work", "c");
    expect(lines).toEqual(
      ["A=1", "UID=3", `PATH=/x:${DEFAULT_PATH}`, `PWD=${sandbox}`, "odd.name=2"].sort(),
    );
  });

  it("the default search path, its sandbox, an empty standard input, no ignored signal", async () => {
    const { stdout } = await outputOf(
      "c",
      "echo $PATH; pwd; cat; umask; grep SigIgn /proc/self/status",
    );
    const sandbox = join(machine.home, "work", "c");
    expect(stdout).toBe(`${DEFAULT_PATH}\n${sandbox}\n0022\nSigIgn:\t0000000000000000\n`);
  });

  it("no open file but its three standard streams", async () => {
    const { stdout } = await outputOf("c", program("ls", "ls", "-l", "/proc/self/fd"));
    const targets = [...stdout.matchAll(/-> (.*)/g)].map(([, target]) => target ?? "");
    const own = targets.filter((one) => !/^\/dev\/null$|^\/proc\/\d+\/fd$/.test(one));
    const sandbox = join(machine.home, "work", "c");
    expect(own).toEqual([join(sandbox, "stdout"), join(sandbox, "stderr")]);
  });

  it("a session of its own, away from the agent's", async () => {
    const pid = await launch("c", "sleep 100");
    await eventually("setsid", () => readProcess(pid)?.session === pid);
    const task = readProcess(pid);
    const monitor = readProcess(
      readClaim(containerFolder(machine.runtimeDir, "c"))?.monitorPid ?? 0,
    );
    expect(task).toMatchObject({ session: pid, group: pid, parent: monitor?.pid });
    expect(monitor?.session).not.toBe(readProcess(process.pid)?.session);
  });

  it("every byte of its environment and arguments", async () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 60 })
      .map((raw) => raw.replaceAll("\0", ""));
    const nasty = fc.constantFrom(
      "'",
      "''\\''",
      "\n#command\n",
      "$(id)`id`",
      "a\nb",
      '"',
      "\\",
      " ",
      "!",
    );
    const word = fc.oneof(text, nasty);
    const name = fc.stringMatching(/^[A-Za-z_.-][A-Za-z0-9_.-]{0,10}$/);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(name, word, { maxKeys: 6 }),
        fc.array(word, { maxLength: 5 }),
        async (extra, args) => {
          const id = `fuzz${run++}`;
          const environment = { ...extra, PATH: DEFAULT_PATH, PWD: "/" };
          const script =
            "const [a, ...e] = [process.argv.slice(1), process.env]; console.log(JSON.stringify({ a, e: process.env }))";
          const command = program(process.execPath, process.execPath, "-e", script, "--", ...args);
          const { stdout } = await outputOf(id, command, { environment });
          expect(JSON.parse(stdout)).toEqual({ a: args, e: environment });
        },
      ),
      { numRuns: 25 },
    );
  });

  it("large values", async () => {
    const value = "x'\n".repeat(40_000);
    const { stdout } = await outputOf("c", 'printf %s "$BIG" | wc -c', {
      environment: { BIG: value },
    });
    expect(stdout.trim()).toBe("120000");
    const result = await containerizer.launch(
      machine.spec("d", "true", { environment: { BIG: value + value } }),
    );
    expect(result).toMatchObject({ type: "refused", code: "invalid-spec" });
  });
});

describe("programs", () => {
  it("keeps argv[0]", async () => {
    const argv0 = async (id: string, ...words: [string, ...string[]]) =>
      (await outputOf(id, program(...words))).stdout;
    expect(await argv0("a", "/bin/cat", "cat", "/proc/self/cmdline")).toBe(
      "cat\0/proc/self/cmdline\0",
    );
    expect(await argv0("b", "cat", "my cat", "/proc/self/cmdline")).toBe(
      "my cat\0/proc/self/cmdline\0",
    );
    expect(await argv0("c", "cat", "cat", "/proc/self/cmdline")).toBe("cat\0/proc/self/cmdline\0");
  });

  it("looks into the sandbox first", async () => {
    const sandbox = join(machine.home, "work", "c");
    mkdirSync(sandbox, { recursive: true });
    writeFileSync(join(sandbox, "ls"), "#!/bin/sh\necho mine\n", { mode: 0o755 });
    expect((await outputOf("c", program("ls", "ls"))).stdout).toBe("mine\n");
    await containerizer.launch({
      ...machine.spec("c", program("./ls", "./ls")),
      containerId: "d",
    });
    await exits.of("d");
    expect(machine.output("c")).toBe("mine\nmine\n");
  });

  it.each([
    ["no-such-program", "Failed to execute 'no-such-program': No such file or directory\n"],
    ["/no/such/file", "Failed to execute '/no/such/file': No such file or directory\n"],
    ["/etc/passwd", "Failed to execute '/etc/passwd': Permission denied\n"],
  ])("says why %s does not start", async (file, text) => {
    const result = await outputOf("c", program(file));
    expect(result).toEqual({ status: { type: "exited", code: 1 }, stdout: "", stderr: text });
  });

  it("leaves a missing shell command to the shell", async () => {
    const { status, stderr } = await outputOf("c", "no-such-program");
    expect(status).toEqual({ type: "exited", code: 127 });
    expect(stderr).toContain("no-such-program: not found");
  });

  it("keeps an idle task to two processes", async () => {
    const pid = await launch("c", "sleep 100");
    const comm = () => readFileSync(`/proc/${pid}/comm`, "utf8");
    await eventually("sleep", () => comm() === "sleep\n");
    const snapshot = await scanProcesses();
    const monitorPid = readClaim(containerFolder(machine.runtimeDir, "c"))?.monitorPid ?? 0;
    const monitor = snapshot.byPid.get(monitorPid);
    const tree = monitor === undefined ? [] : snapshot.descendants(monitor);
    expect(tree.map((one) => one.pid).sort()).toEqual([monitorPid, pid].sort());
  });
});

describe("users, limits and sandboxes", () => {
  it("becomes another user with its groups and sandbox", async () => {
    const { stdout } = await outputOf("c", "id -un; id -Gn; touch file; echo done", {
      user: "nobody",
    });
    expect(stdout).toBe("nobody\nnogroup\ndone\n");
    const nobody = await lookupUser("nobody");
    for (const name of ["", "file", "stdout", "stderr"]) {
      expect(statSync(join(machine.home, "work", "c", name)).uid).toBe(nobody?.uid);
    }
  });

  it("does not let a user's environment rule programs that run as root", async () => {
    const trace = {
      LD_DEBUG: "statistics",
      LD_DEBUG_OUTPUT: join(machine.home, "work", "c", "ld"),
    };
    await outputOf("c", program("true"), { user: "nobody", environment: trace });
    const nobody = await lookupUser("nobody");
    const traces = readdirSync(join(machine.home, "work", "c")).filter((name) =>
      name.startsWith("ld"),
    );
    expect(traces.length).toBe(1);
    expect(statSync(join(machine.home, "work", "c", traces[0] ?? "")).uid).toBe(nobody?.uid);
  });

  it("does not write through a link that a user made of its output", async () => {
    const sandbox = join(machine.home, "work", "c");
    mkdirSync(sandbox, { recursive: true });
    symlinkSync("/etc/passwd", join(sandbox, "stdout"));
    const result = await containerizer.launch(machine.spec("c", "true", { user: "nobody" }));
    expect(result).toMatchObject({ type: "refused", code: "sandbox-unusable" });
  });

  it("makes the sandbox with mode 0750 and refuses what is no folder", async () => {
    await outputOf("c", "true");
    expect(statSync(join(machine.home, "work", "c")).mode & 0o777).toBe(0o750);
    const result = await containerizer.launch(
      machine.spec("d", "true", { sandbox: "/etc/passwd" }),
    );
    expect(result).toMatchObject({ type: "refused", code: "sandbox-unusable" });
    const deep = await containerizer.launch(
      machine.spec("d", "true", { sandbox: "/etc/passwd/x" }),
    );
    expect(deep).toMatchObject({ type: "refused", code: "sandbox-unusable" });
  });

  it("sets every kind of limit", async () => {
    const limit = (type: string, soft: number, hard = soft) => ({
      type: `RLMT_${type}`,
      soft,
      hard,
    });
    const rlimits = [
      limit("NOFILE", 100, 200),
      limit("CORE", 1000, 3000),
      limit("AS", 2 ** 33),
      limit("CPU", 50),
      limit("DATA", 2 ** 32),
      limit("FSIZE", 2 ** 31),
      limit("LOCKS", 5),
      limit("MEMLOCK", 65_536),
      limit("MSGQUEUE", 8192),
      limit("NICE", 0),
      limit("NPROC", 5000),
      limit("RSS", 2 ** 30),
      limit("RTPRIO", 0),
      limit("RTTIME", 1_000_000),
      limit("SIGPENDING", 500),
      limit("STACK", 2 ** 23),
    ];
    const { stdout } = await outputOf("c", "cat /proc/self/limits", { rlimits });
    expect(stdout).toMatch(/Max open files +100 +200/);
    expect(stdout).toMatch(/Max core file size +1000 +3000/);
    expect(stdout).toMatch(/Max realtime timeout +1000000 +1000000/);
    expect(stdout).toMatch(/Max pending signals +500 +500/);
    const unlimited = await outputOf("d", "ulimit -c", { rlimits: [{ type: "RLMT_CORE" }] });
    expect(unlimited.stdout).toBe("unlimited\n");
  });

  it("runs checks in the container's context", async () => {
    const tool = join(machine.home, "tool");
    writeFileSync(tool, "#!/bin/sh\necho tool\n", { mode: 0o755 });
    const environment = {
      WORD: "it's\nthere",
      "odd.name": "x",
      PATH: `${machine.home}:${DEFAULT_PATH}`,
    };
    await launch("c", "sleep 100", { user: "nobody", environment });
    const exec = (command: Command) =>
      containerizer.exec({
        containerId: "c",
        command,
        environment: { MORE: "y" },
        timeoutMs: 5000,
      });
    const sandbox = join(machine.home, "work", "c");
    const expected = `nobody\n${sandbox}\nit's\nthere y`;
    expect(await exec(shell('id -un; pwd; echo "$WORD $MORE"'))).toMatchObject({
      output: `${expected}\n`,
    });
    expect(await exec(program("printenv", "printenv", "odd.name"))).toMatchObject({
      output: "x\n",
    });
    expect(await exec(program("tool"))).toMatchObject({ output: "tool\n" });
    expect(await exec(program("nope"))).toEqual({
      type: "finished",
      status: { type: "exited", code: 1 },
      output: "Failed to execute 'nope': No such file or directory\n",
    });
    // The next incarnation of the agent knows the context as well.
    await containerizer.close();
    containerizer = machine.open();
    await containerizer.recover(["c"]);
    expect(await exec(shell('id -un; pwd; echo "$WORD $MORE"'))).toMatchObject({
      output: `${expected}\n`,
    });
  });

  it("limits output and kills a check's whole tree in time", async () => {
    await launch("c", "sleep 100");
    const exec = (value: string, timeoutMs: number) =>
      containerizer.exec({
        containerId: "c",
        command: shell(value),
        timeoutMs,
        outputLimitBytes: 5,
      });
    expect(await exec("echo 123456789", 5000)).toMatchObject({ type: "finished", output: "12345" });
    const result = await exec("(trap '' TERM; sleep 77) & echo $!; wait", 300);
    expect(result).toMatchObject({ type: "timed-out" });
    expect(readProcess(Number(result.type === "timed-out" ? result.output : 0))?.state ?? "Z").toBe(
      "Z",
    );
  });
});

describe("process trees", () => {
  const TREE =
    "sleep 71 & (sleep 72 & sleep 73) & setsid sh -c 'sleep 74 & sleep 75' & echo ready; wait";

  const sleepers = async (): Promise<number> => {
    let count = 0;
    for (const pid of (await scanProcesses()).byPid.keys()) {
      try {
        count += /^sleep 7[1-5] $/.test(
          readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " "),
        )
          ? 1
          : 0;
      } catch {
        // Ended meanwhile.
      }
    }
    return count;
  };

  it("are signalled whole, and continue", async () => {
    await launch("c", TREE);
    await eventually("five sleepers", async () => (await sleepers()) === 5);
    const result = await containerizer.kill("c", 15);
    expect(result.type === "signalled" ? result.pids.length : 0).toBeGreaterThanOrEqual(7);
    expect(await exits.of("c")).toMatchObject({ signal: "SIGTERM" });
    await containerizer.destroy("c");
    expect(await sleepers()).toBe(0);
  });

  it("are destroyed with what their root left behind", async () => {
    await launch("c", "sleep 71 & sleep 72 & exit 6");
    expect(await exits.of("c")).toEqual({ type: "exited", code: 6 });
    await eventually("two sleepers", async () => (await sleepers()) === 2);
    expect(await containerizer.destroy("c")).toMatchObject({ status: { code: 6 } });
    expect(await sleepers()).toBe(0);
  });

  it("are left alone when the pid is another process's by now", async () => {
    const pid = await launch("c", "sleep 100");
    const entry = readProcess(pid);
    const earlier = { pid, latestStart: (entry?.start ?? 0) - 1 };
    expect(isAlive(earlier)).toBe(false);
    expect(await killTree(earlier, 9, new ProcessTable())).toEqual([]);
    expect(entry !== null && isAlive(identityOf(entry))).toBe(true);
  });

  it("does not believe a recorded pid that started after the record", async () => {
    const victim = await launch("victim", "sleep 100");
    const folder = containerFolder(machine.runtimeDir, "old");
    mkdirSync(folder);
    writeFileSync(join(folder, "run"), "");
    writeFileSync(join(folder, "monitor"), `${victim}\n${victim} 1.00\n`);
    writeFileSync(join(folder, "pid"), String(victim));
    await containerizer.close();
    containerizer = machine.open();
    const { containers } = await containerizer.recover([]);
    expect(containers.find((one) => one.containerId === "old")).toMatchObject({
      type: "exited",
      status: { type: "unknown" },
    });
    await containerizer.destroy("old");
    // It sleeps, is about to, or waits for its disk; a killed one would be a zombie or gone.
    expect(readProcess(victim)?.state).toMatch(/^[SRD]$/);
  });
});
