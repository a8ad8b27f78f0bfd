import { readdirSync, readlinkSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PosixContainerizer } from "./posix-containerizer.ts";
import { describeStatus } from "./status.ts";
import { terminalProblem } from "./terminal-script.ts";
import { Exits, eventually, lacksTerminals, TestMachine } from "./test-machine.ts";
import type { ContainerInput, LaunchSpec } from "./types.ts";

const TERMINAL = { interaction: { terminal: { rows: 30, columns: 100 } } };
const asRoot = process.geteuid?.() === 0;

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

async function launch(command: string, more: Partial<LaunchSpec> = TERMINAL): Promise<void> {
  const result = await containerizer.launch(machine.spec("c", command, more));
  if (result.type === "refused") throw new Error(result.message);
}

async function openInput(): Promise<ContainerInput> {
  const result = await containerizer.openInput("c");
  if (result.type === "refused") throw new Error(result.message);
  return result.input;
}

async function readAll(): Promise<Buffer> {
  const result = await containerizer.openOutput("c", "start");
  if (result.type === "refused") throw new Error(result.message);
  const pieces: Buffer[] = [];
  for (let piece = await result.output.read(); piece !== null; ) {
    pieces.push(piece.bytes);
    piece = await result.output.read();
  }
  return Buffer.concat(pieces);
}

/** Processes that work in a folder. */
function processesIn(folder: string): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(join(folder, "work"));
    } catch {
      return false; // It has just ended.
    }
  });
}

const shows = (text: string): Promise<void> =>
  eventually(text, () => machine.output("c").includes(text));

describe.skipIf(lacksTerminals())("a container with a terminal", () => {
  it("has its three streams there, of the size asked for, in a session of its own", async () => {
    await launch("tty; stty size; test -t 0 && test -t 1 && test -t 2; echo $?; exit 3");
    expect(describeStatus(await exits.of("c"))).toBe("exited with status 3");
    expect(machine.output("c")).toMatch(/^\/dev\/pts\/\d+\r\n30 100\r\n0\r\n$/);
    expect(machine.output("c", "stderr")).toBe("");
  });

  it.each([
    ["kill -TERM $$", "terminated with signal Terminated"],
    ["kill -KILL $$", "terminated with signal Killed"],
    ["exit 143", "exited with status 143"],
  ])("`%s` %s", async (command, status) => {
    await launch(command);
    expect(describeStatus(await exits.of("c"))).toBe(status);
  });

  it("is typed into, and told of a new size", async () => {
    await launch("trap 'stty size' WINCH; read line; echo got $line; while :; do sleep 0.05; done");
    const input = await openInput();
    await input.write(Buffer.from("hello\n"));
    await shows("got hello");
    expect(input.resize({ rows: 5, columns: 77 })).toBe(true);
    await shows("5 77");
    await input.write(Buffer.from("\u0003"));
    expect(await exits.of("c")).toMatchObject({ number: 2 });
  });

  it("loses nothing that comes before it is there", async () => {
    await launch("read line; echo got $line; stty size");
    const input = await openInput();
    expect(input.resize({ rows: 6, columns: 66 })).toBe(true);
    await input.write(Buffer.from("early\n"));
    await exits.of("c");
    expect(machine.output("c")).toMatch(/got early\r\n6 66\r\n$/);
  });

  it("goes on when the agent has died, and takes what the next one types", async () => {
    await launch("read line; echo got $line");
    await containerizer.close();
    containerizer = machine.open();
    exits = new Exits(containerizer);
    await containerizer.recover(["c"]);
    await (await openInput()).write(Buffer.from("again\n"));
    expect(await exits.of("c")).toEqual({ type: "exited", code: 0 });
    expect(machine.output("c")).toContain("got again");
  });

  it("signals the command, not who keeps the terminal", async () => {
    await launch("trap 'echo told; exit 9' USR1; echo ready; while :; do sleep 0.05; done");
    await shows("ready");
    expect(await containerizer.kill("c", 10, "init")).toMatchObject({ type: "signalled" });
    expect(await exits.of("c")).toEqual({ type: "exited", code: 9 });
    expect(machine.output("c")).toContain("told");
  });

  it("leaves no process when it is destroyed", async () => {
    await launch("sleep 100 & echo ready; sleep 100");
    await shows("ready");
    await eventually("all of it", () => processesIn(machine.home).length === 4);
    await containerizer.destroy("c");
    await eventually("the end of all", () => processesIn(machine.home).length === 0);
    expect(await exits.of("c")).toMatchObject({ number: 9 });
  });

  it.skipIf(!asRoot)("belongs to the container's user, with that user's environment", async () => {
    const environment = { GREETING: "hi there", PERL5OPT: "-Mno_such_module" };
    const command = 'id -un; stat -c %U "$(tty)"; echo "$GREETING"; echo >/dev/tty';
    await launch(command, { ...TERMINAL, user: "nobody", environment });
    await exits.of("c");
    expect(machine.output("c")).toBe("nobody\r\nnobody\r\nhi there\r\n\r\n");
  });

  it("is refused where it cannot be made", () => {
    expect(terminalProblem({})).toBe("A terminal needs the program 'perl': install perl-base");
  });
});

describe("a container with pipes", () => {
  const PIPES = { interaction: {} };

  it("passes a megabyte through, whole and in order", async () => {
    await launch("cat", PIPES);
    const input = await openInput();
    const sent = Buffer.alloc(1024 * 1024, "0123456789abcde");
    const reading = readAll();
    for (let at = 0; at < sent.length; at += 50_000) {
      expect(await input.write(sent.subarray(at, at + 50_000))).toBe(true);
    }
    input.end();
    expect((await reading).equals(sent)).toBe(true);
  });

  it("holds back who writes while it does not read", async () => {
    await launch("sleep 100", PIPES);
    const writing = (await openInput()).write(Buffer.alloc(1024 * 1024));
    await containerizer.destroy("c");
    // More than a FIFO holds: it was not taken.
    expect(await writing).toBe(false);
  });

  it("works in the folder that it is told", async () => {
    await launch("pwd", { ...PIPES, workingFolder: "/proc" });
    await exits.of("c");
    expect(machine.output("c")).toBe("/proc\n");
  });

  it("does not read another file that was put in the place of its output", async () => {
    await launch("sleep 100", PIPES);
    const path = join(machine.home, "work", "c", "stdout");
    renameSync(path, `${path}.old`);
    writeFileSync(path, "somebody else's");
    expect(await containerizer.openOutput("c", "start")).toMatchObject({
      code: "output-unreadable",
      message: expect.stringContaining("is not the file that the container's output goes to"),
    });
  });

  it("has a limit on readers", async () => {
    await launch("sleep 100", PIPES);
    const results = [];
    for (let reader = 0; reader < 65; reader += 1) {
      results.push(await containerizer.openOutput("c", "now"));
    }
    expect(results.at(-2)).toMatchObject({ type: "output" });
    expect(results.at(-1)).toMatchObject({ code: "too-many-readers" });
    for (const result of results) if (result.type === "output") result.output.close();
    expect(await containerizer.openOutput("c", "now")).toMatchObject({ type: "output" });
  });
});
