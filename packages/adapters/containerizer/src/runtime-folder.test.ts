import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PosixContainerizer } from "./posix-containerizer.ts";
import { readProcess, scanProcesses } from "./process-table.ts";
import { containerFolder, listContainers } from "./runtime-files.ts";
import { Exits, eventually, TestMachine } from "./test-machine.ts";
import { DEFAULT_PATH } from "./tools.ts";

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

async function launch(id: string, command: string): Promise<number> {
  const result = await containerizer.launch(machine.spec(id, command));
  if (result.type === "refused") {
    throw new Error(`${result.code}: ${result.message}`);
  }
  return result.pid;
}

describe("the runtime folder", () => {
  it("keeps no folder of a parent that was never launched", async () => {
    const top = join(machine.runtimeDir, "containers");
    await launch("p.one", "true");
    await launch("p.two", "sleep 100");
    await exits.of("p.one");
    await containerizer.remove("p.one");
    expect(readdirSync(join(top, "p/containers"))).toEqual(["two"]);
    await containerizer.destroy("p.two");
    await containerizer.remove("p.two");
    expect(readdirSync(top)).toEqual([]);
  });

  const folder = (id: string): string => containerFolder(machine.runtimeDir, id);

  it("has Mesos's files", async () => {
    const pid = await launch("a", "exit 3");
    await exits.of("a");
    await launch("a.b", "kill -9 $$");
    await exits.of("a.b");
    expect(readFileSync(join(folder("a"), "pid"), "utf8")).toBe(String(pid));
    expect(readFileSync(join(folder("a"), "status"), "utf8")).toBe("768");
    const nested = join(machine.runtimeDir, "containers", "a", "containers", "b");
    expect(readFileSync(join(nested, "status"), "utf8")).toBe("9");
    expect(listContainers(machine.runtimeDir)).toEqual(["a", "a.b"]);
    await containerizer.remove("a.b");
    await containerizer.remove("a");
    expect(readdirSync(join(machine.runtimeDir, "containers"))).toEqual([]);
  });

  it("never starts what a crashed agent only prepared", async () => {
    await containerizer.close();
    for (const [id, script] of [
      ["half", "exec >"],
      ["whole", `exec >'${join(machine.home, "started")}'\n`],
    ] as const) {
      mkdirSync(folder(id), { recursive: true });
      writeFileSync(join(folder(id), "run"), script);
    }
    containerizer = machine.open();
    const recovery = await containerizer.recover(["half"]);
    expect(recovery).toEqual({ containers: [], orphans: [], missing: ["half"] });
    expect(existsSync(folder("whole"))).toBe(false);
    expect(existsSync(join(machine.home, "started"))).toBe(false);
  });

  it("is not trusted after a restart of the machine", async () => {
    await launch("done", "exit 4");
    await exits.of("done");
    const pid = await launch("lost", "sleep 100");
    await containerizer.close();
    writeFileSync(join(machine.runtimeDir, "supervisor", "boot_id"), "another boot\n");
    for (let restart = 0; restart < 2; restart += 1) {
      containerizer = machine.open();
      const { containers } = await containerizer.recover(["done", "lost"]);
      const statuses = containers.map((one) => one.type === "exited" && one.status);
      expect(statuses).toEqual([{ type: "exited", code: 4 }, { type: "unknown" }]);
      await containerizer.close();
    }
    process.kill(pid, "SIGKILL");
  });

  it("ignores an empty or torn status while the monitor lives", async () => {
    await launch("c", "sleep 100");
    for (const text of ["", "35", "999999", "x"]) {
      writeFileSync(join(folder("c"), "status"), text);
      await delay(120); // Two looks of the watch.
      expect(exits.seen).toEqual([]);
    }
    await containerizer.kill("c", 9);
    expect(await exits.of("c")).toMatchObject({ signal: "SIGKILL" });
    expect(readFileSync(join(folder("c"), "status"), "utf8")).toBe("9");
  });

  it("works without events: the files are the truth", async () => {
    await launch("c", "sleep 0.3; exit 8");
    rmSync(join(machine.runtimeDir, "supervisor", "events"));
    await containerizer.close();
    containerizer = machine.open(); // A new FIFO that the monitor does not know.
    exits = new Exits(containerizer);
    await containerizer.recover(["c"]);
    expect(await exits.of("c")).toEqual({ type: "exited", code: 8 });
  });

  it("has statuses even when the events of a long absence fill the pipe", async () => {
    await launch("c", "until [ -e ../go ]; do sleep 0.02; done; exit 8");
    await containerizer.close();
    const path = join(machine.runtimeDir, "supervisor", "events");
    const pipe = openSync(path, constants.O_RDWR | constants.O_NONBLOCK);
    const fill = (): void => {
      for (;;) {
        writeSync(pipe, `${"junk ".repeat(100)}\n`);
      }
    };
    expect(fill).toThrow("EAGAIN");
    writeFileSync(join(machine.home, "work", "go"), "");
    const status = join(folder("c"), "status");
    await eventually("the status", () => existsSync(status) && readFileSync(status, "utf8") !== "");
    containerizer = machine.open();
    exits = new Exits(containerizer);
    const { containers } = await containerizer.recover(["c"]);
    expect(containers).toMatchObject([{ type: "exited", status: { type: "exited", code: 8 } }]);
    await launch("d", "exit 9");
    expect(await exits.of("d")).toEqual({ type: "exited", code: 9 });
    closeSync(pipe);
  });

  it("holds one supervisor at a time, detached and without the agent's files", async () => {
    await launch("a", "sleep 100");
    const first = containerizer.supervisorPid ?? 0;
    await containerizer.close();
    containerizer = machine.open();
    await containerizer.recover(["a"]);
    await launch("b", "sleep 100");
    expect(containerizer.supervisorPid).toBe(first);
    expect(readProcess(first)).toMatchObject({ session: first, group: first });
    const open = readdirSync(`/proc/${first}/fd`).map((fd) =>
      readlinkSync(`/proc/${first}/fd/${fd}`),
    );
    const home = join(machine.runtimeDir, "supervisor");
    for (const path of open) {
      expect(path === "/dev/null" || path.startsWith(home)).toBe(true);
    }
    const environment = readFileSync(`/proc/${first}/environ`, "utf8").split("\0");
    expect(environment.filter((one) => one !== "")).toEqual([`PATH=${DEFAULT_PATH}`]);
  });

  it("replaces a supervisor of another version", async () => {
    await launch("a", "sleep 0.5; exit 3");
    const first = containerizer.supervisorPid ?? 0;
    await containerizer.close();
    const path = join(machine.runtimeDir, "supervisor", "pid");
    writeFileSync(path, readFileSync(path, "utf8").replace(/\S+\n$/, "0\n"));
    containerizer = machine.open();
    exits = new Exits(containerizer);
    await containerizer.recover(["a"]);
    await launch("b", "exit 4");
    expect(containerizer.supervisorPid).not.toBe(first);
    expect(await exits.of("b")).toEqual({ type: "exited", code: 4 });
    expect(await exits.of("a")).toEqual({ type: "exited", code: 3 });
  });

  it("leaves no zombie", async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `c${index}`);
    await Promise.all(ids.map((id) => launch(id, "true")));
    await Promise.all(ids.map((id) => exits.of(id)));
    const supervisor = containerizer.supervisorPid;
    const zombies = [...(await scanProcesses()).byPid.values()].filter(
      (one) => one.state === "Z" && one.parent === supervisor,
    );
    expect(zombies.length).toBeLessThanOrEqual(1);
  });

  it("takes hundreds of launches at once", async () => {
    const ids = Array.from({ length: 300 }, (_, index) => `c${index}`);
    const results = await Promise.all(
      ids.map((id) => launch(id, `exit ${Number(id.slice(1)) % 100}`)),
    );
    expect(new Set(results).size).toBe(300);
    for (const id of ids) {
      expect(await exits.of(id)).toEqual({ type: "exited", code: Number(id.slice(1)) % 100 });
    }
  });
});
