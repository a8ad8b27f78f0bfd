/** The program's own doings: help, dispatch, completion, and what it says when it fails. */
import { Buffer } from "node:buffer";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runMesos } from "./mesos.ts";
import { listPrograms } from "./path-programs.ts";
import { eventually, serve, TestWorld } from "./test-world.ts";

const folder = mkdtempSync(join(tmpdir(), "mesos-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  args: readonly string[],
  options: ConstructorParameters<typeof TestWorld>[0] = {},
) {
  const test = new TestWorld(options);
  const code = await runMesos(args, { world: test.world, folders: [folder] });
  return { code, out: test.outText, err: test.errText };
}

function program(name: string, text: string): void {
  const path = join(folder, `mesos-${name}`);
  writeFileSync(path, `#!/bin/sh\n${text}\n`);
  chmodSync(path, 0o755);
}

describe("help", () => {
  it("lists the commands, and the programs of the PATH", async () => {
    program("hello", "exit 0");
    writeFileSync(join(folder, "mesos-not-executable"), "");
    const { code, out } = await run(["help"]);
    expect(code).toBe(0);
    expect(out).toContain("agent list|info|drain|deactivate|reactivate|gone");
    expect(out).toContain("Programs that `mesos <name>` runs: hello\n");
    expect(listPrograms([folder, "/nonexistent"])).toEqual(["hello"]);
  });

  it.each([
    [["help", "agent"], "Usage: mesos agent <command> [options]"],
    [["agent", "--help"], "Usage: mesos agent <command> [options]"],
    [["help", "task", "exec"], "Usage: mesos task exec [options] <task> <command> [args…]"],
    [["task", "exec", "--help"], "Usage: mesos task exec [options] <task> <command> [args…]"],
    [["top", "-h"], "Usage: mesos top [options]"],
    [["--version"], "mesos 1.12.0\n"],
    [["--help"], "Usage: mesos [options] <command> [arguments]"],
  ])("%j", async (args, text) => {
    const { code, out } = await run(args);
    expect([code, out]).toEqual([0, expect.stringContaining(text)]);
  });

  it.each([
    [[], "Usage: mesos [options]"],
    [["agent"], "Usage: mesos agent <command>"],
    [["bogus"], "Error: 'bogus' is not a valid command (or cannot be found). See `mesos help`"],
    [["agent", "fly"], "Error: 'fly' is no command of `mesos agent`. See `mesos help agent`"],
    [["../x"], "Error: '../x' is not a valid command"],
    [["--master=a:1", "hello"], "Error: Not expecting '--master=a:1' before command"],
    [["agent", "info"], "Error: Missing <agent>\nUsage: mesos agent info [options] <agent>"],
    [["agent", "drain", "x", "--json"], "Error: Unknown option '--json'"],
    [["completion", "csh"], "Error: 'csh' is none of bash, zsh, fish"],
    [["quota", "set", "dev"], "Error: Give --guarantee=cpus:4;mem:2048, --limit=…, or both"],
    [["quota", "set", "dev", "--limit=cpus"], "Error: --limit: 'cpus' is not <name>:<number>"],
    [["weight", "set", "dev"], "Error: 'dev' is not <role>=<weight>"],
    [["maintenance", "set"], "Error: Give machines, or --file=<file>, or --clear"],
    [["maintenance", "set", "a/1", "--start=never"], "Error: --start: 'never' is no time"],
    [["maintenance", "set", "-f", "-"], "Error: --file: cannot read a schedule: "],
    [["agent", "gone", "00000000-x-S1"], "will be gone for ever. Add --yes if that is meant"],
    [["log", "level", "loud"], "Error: 'loud' is no level"],
  ])("refuses %j", async (args, text) => {
    const quiet = await serve((_, response) => response.end());
    try {
      const environment = { MESOS_MASTER: quiet.address };
      const { code, out, err } = await run(args, { environment, stdin: "{" });
      expect([code, out, err]).toEqual([2, "", expect.stringContaining(text)]);
    } finally {
      await quiet.close();
    }
  });
});

describe("what is none of its own", () => {
  it("is run from the PATH, with its arguments and its end", () => {
    program("echo", 'echo "$@"; exit 7');
    const bin = join(import.meta.dirname, "../bin/mesos.js");
    const { status, stdout } = spawnSync(process.execPath, [bin, "echo", "-a", "b c"], {
      env: { PATH: folder },
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([7, "-a b c\n"]);
  });
});

describe("failures", () => {
  it.each([
    [["--master=127.0.0.1:1", "agent", "list"], "Error: Could not reach the master at 127.0.0.1:1"],
    [["--master=nonsense", "agent", "list"], "Failed to parse 'nonsense'. Name it with --master"],
  ])("%j ends with 3", async (args, text) => {
    expect(await run(args)).toMatchObject({ code: 3, err: expect.stringContaining(text) });
  });

  it.each([
    [401, "", 1, "HTTP 401. Put 'principal' and 'secret' into ~/.mesos/config.toml"],
    [503, "No leader elected", 3, "No leader elected. Try again in a moment"],
    [400, "Role 'x' is bad", 1, "UPDATE_QUOTA was refused by the master at "],
  ])("a master's %d", async (status, body, code, text) => {
    const master = await serve((_, response) => response.writeHead(status).end(body));
    const environment = { MESOS_MASTER: master.address };
    const ended = await run(["quota", "remove", "x"], { environment });
    expect(ended).toMatchObject({ code, err: expect.stringContaining(text) });
    await master.close();
  });
});

describe("the configuration", () => {
  it("is shown as it is, if there is one", async () => {
    const path = join(folder, "config.toml");
    writeFileSync(path, '[master]\naddress = "a:1"\n\n');
    const environment = { MESOS_CLI_CONFIG: path };
    expect((await run(["config", "show"], { environment })).out).toBe(
      '[master]\naddress = "a:1"\n',
    );
    expect(await run(["config", "show"])).toMatchObject({
      code: 1,
      err: "Error: Unable to show the config file, '/nonexistent/.mesos/config.toml' does not exist\n",
    });
    expect((await run(["config", "plugins"])).out).toMatch(
      /^NAME +DESCRIPTION\nagent +Interacts with the Mesos agents\nconfig +/,
    );
  });

  it("says who asks", async () => {
    const asked: (string | undefined)[] = [];
    const master = await serve((request, response) => {
      asked.push(request.headers.authorization);
      response.end();
    });
    const path = join(folder, "secret.toml");
    const lines = [`address = "${master.address}"`, 'principal = "ops"', 'secret = "s:e"'];
    writeFileSync(path, `[master]\n${lines.join("\n")}\n`);
    await run(["weight", "set", "a=1"], { environment: { MESOS_CLI_CONFIG: path } });
    expect(asked).toEqual([`Basic ${Buffer.from("ops:s:e").toString("base64")}`]);
    await master.close();
  });
});

describe("what cannot be undone", () => {
  const ID = "0f7b3c11-1111-2222-3333-444444444444-S1";

  it.each([
    ["yes\n", 0, `Agent ${ID} is gone.\n`, 2],
    ["\n", 1, "", 1],
    ["no\n", 1, "", 1],
  ])("is asked for on a terminal: %j", async (answer, code, out, calls) => {
    let asked = 0;
    const master = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    const test = new TestWorld({ terminal: true });
    const args = [`--master=${master.address}`, "agent", "gone", ID];
    const done = runMesos(args, { world: test.world, folders: [] });
    await eventually(() => test.listens);
    expect(test.errText).toBe(`Agent ${ID} and its tasks will be gone for ever. Go on? [y/N] `);
    test.type(answer);
    expect([await done, test.outText, asked]).toEqual([code, out, calls]);
    await master.close();
  });
});

describe("what is no Mesos", () => {
  it.each([
    [["agent", "list"], "answered GET_AGENTS with what is no reply of Mesos: "],
    [["top"], "with what is no reply of Mesos: "],
    [["task", "inspect", "x"], "answered GET /tasks?order=asc&limit=-1 with what is no reply"],
  ])("is said to be none: %j", async (args, text) => {
    const web = await serve((_, response) => response.end("<html>hello</html>"));
    const ended = await run(args, { environment: { MESOS_MASTER: web.address } });
    expect(ended).toMatchObject({ code: 1, out: "", err: expect.stringContaining(text) });
    await web.close();
  });
});

describe("completion", () => {
  const complete = (script: string, words: string): string[] =>
    execFileSync(
      "bash",
      [
        "-c",
        `${script}\nCOMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _mesos 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ],
      { encoding: "utf8" },
    )
      .trim()
      .split("\n");

  it.each([
    ["mesos ag", ["agent"]],
    ["mesos task ''", ["attach", "cat", "exec", "inspect", "list", "logs"]],
    ["mesos task logs --f", ["--follow"]],
    ["mesos --master = a:1 quota re", ["remove"]],
    ["mesos completion f", ["fish"]],
    ["mesos hel", ["hello", "help"]],
  ])("in bash: %s", async (words, expected) => {
    program("hello", "exit 0");
    const { out } = await run(["completion", "bash"]);
    expect(complete(out, words).sort()).toEqual(expected);
  });

  it.each([
    ["zsh", "autoload -U compinit && compinit -u -D; source $SCRIPT; echo $_comps[mesos]"],
    ["fish", 'source $SCRIPT; complete -C "mesos task lo"; complete -C "mesos hel" | sort'],
  ])("is a script that %s can read", async (shell, commands) => {
    program("hello", "exit 0");
    const { out } = await run(["completion", shell]);
    const SCRIPT = join(folder, `completion.${shell}`);
    writeFileSync(SCRIPT, out);
    const args = shell === "zsh" ? ["-f", "-c", commands] : ["-c", commands];
    const env = { PATH: process.env["PATH"], HOME: folder, SCRIPT };
    const { stdout, stderr, error } = spawnSync(shell, args, { env, encoding: "utf8" });
    if (error !== undefined) {
      if (process.env["CI"] === "true") throw error;
      console.warn(`not tried, because ${shell} is not installed`);
      return;
    }
    expect([stdout, stderr]).toEqual([COMPLETED[shell], ""]);
  });
});

const COMPLETED: Readonly<Record<string, string>> = {
  zsh: "_bash_complete -o default -F _mesos\n",
  fish: "logs\tShow the end of a task's output\nhello\truns mesos-hello\nhelp\twhat a command does\n",
};
