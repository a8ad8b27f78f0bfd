import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { containerFolder, readClaim } from "./runtime-files.ts";
import { describeStatus } from "./status.ts";
import { Exits, eventually, TestMachine } from "./test-machine.ts";

const FIXTURE = fileURLToPath(new URL("./agent-process.fixture.ts", import.meta.url));

/** Each waits for the file `go` in its sandbox's parent, then ends in its way. */
const ENDS: Readonly<Record<string, { readonly command: string; readonly status: string }>> = {
  zero: { command: "exit 0", status: "exited with status 0" },
  seven: { command: "exit 7", status: "exited with status 7" },
  code137: { command: "exit 137", status: "exited with status 137" },
  killed: { command: "kill -KILL $$", status: "terminated with signal Killed" },
  terminated: { command: "kill -TERM $$", status: "terminated with signal Terminated" },
  segv: { command: "kill -SEGV $$", status: "terminated with signal Segmentation fault" },
};
const IDS = Object.keys(ENDS);

function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return false;
  } catch {
    return true;
  }
}

describe.each(["/bin/dash", "/bin/bash"].filter(existsSync))("kill -9 below %s", (shellPath) => {
  let machine: TestMachine;
  let agent: ChildProcess;
  let supervisorPid: number;

  const go = (): void => writeFileSync(join(machine.home, "work", "go"), "");
  const folder = (id: string): string => containerFolder(machine.runtimeDir, id);

  beforeEach(async () => {
    machine = new TestMachine(shellPath);
    const specs = IDS.map((id) =>
      machine.spec(id, `until [ -e ../go ]; do sleep 0.02; done; ${ENDS[id]?.command}`),
    );
    agent = spawn(
      process.execPath,
      [FIXTURE, machine.runtimeDir, shellPath, JSON.stringify(specs)],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const [line] = (await once(agent.stdout ?? agent, "data")) as [Buffer];
    supervisorPid = Number(/^ready (\d+)/.exec(line.toString())?.[1]);
  });

  afterEach(async () => {
    agent.kill("SIGKILL");
    await machine.destroy();
  });

  const killAgent = async (): Promise<void> => {
    agent.kill("SIGKILL");
    await once(agent, "exit");
  };
  const killSupervisor = async (): Promise<void> => {
    process.kill(supervisorPid, "SIGKILL");
    // Its parent (the agent, or init) reaps it.
    await eventually("the supervisor's end", () => isGone(supervisorPid));
  };

  /** The agent comes back: every container tells how it ended. */
  async function expectStatuses(): Promise<void> {
    const containerizer = machine.open();
    const exits = new Exits(containerizer);
    const { containers, orphans } = await containerizer.recover(IDS);
    expect(orphans).toEqual([]);
    expect(containers.map((one) => one.containerId).sort()).toEqual([...IDS].sort());
    for (const container of containers) {
      const status =
        container.type === "exited" ? container.status : await exits.of(container.containerId);
      const text = describeStatus(status).replace(" (core dumped)", "");
      expect(text).toBe(ENDS[container.containerId]?.status);
    }
    const next = await containerizer.launch(machine.spec("next", "exit 5"));
    expect(next).toMatchObject({ type: "launched" });
    expect(await exits.of("next")).toEqual({ type: "exited", code: 5 });
  }

  it("of the agent: tasks that end while it is away keep their status", async () => {
    await killAgent();
    go();
    await eventually("all statuses", () =>
      IDS.every((id) => existsSync(join(folder(id), "status"))),
    );
    await expectStatuses();
  });

  it("of the agent: tasks that end after its return tell it", async () => {
    await killAgent();
    const returning = expectStatuses();
    go();
    await returning;
  });

  it("of the supervisor: monitors go on, the agent starts another", async () => {
    await killSupervisor();
    go();
    await eventually("all statuses", () =>
      IDS.every((id) => existsSync(join(folder(id), "status"))),
    );
    await killAgent();
    await expectStatuses();
  });

  it("of agent and supervisor", async () => {
    await killAgent();
    await killSupervisor();
    go();
    await expectStatuses();
  });

  it("of a monitor: its task is watched on and ends as unknown", async () => {
    await killAgent();
    for (const id of IDS) {
      process.kill(readClaim(folder(id))?.monitorPid ?? Number.NaN, "SIGKILL");
    }
    const containerizer = machine.open();
    const exits = new Exits(containerizer);
    const { containers } = await containerizer.recover(IDS);
    expect(containers.map((one) => one.type)).toEqual(IDS.map(() => "running"));
    go();
    for (const id of IDS) {
      expect(await exits.of(id)).toEqual({ type: "unknown" });
    }
  });

  it("of a monitor under a living agent, and of its task", async () => {
    await killAgent();
    const containerizer = machine.open();
    const exits = new Exits(containerizer);
    await containerizer.recover(IDS);
    const claim = readClaim(folder("zero"));
    process.kill(claim?.monitorPid ?? Number.NaN, "SIGKILL");
    process.kill(claim?.task?.pid ?? Number.NaN, "SIGKILL");
    expect(await exits.of("zero")).toEqual({ type: "unknown" });
    await containerizer.close();
    const { containers } = await machine.open().recover(IDS);
    expect(containers.find((one) => one.containerId === "zero")).toMatchObject({
      type: "exited",
      status: { type: "unknown" },
    });
  });

  it("of the supervisor in the middle of many launches loses none", async () => {
    await killAgent();
    const containerizer = machine.open();
    const exits = new Exits(containerizer);
    await containerizer.recover(IDS);
    const ids = Array.from({ length: 60 }, (_, index) => `many${index}`);
    const launches = ids.map((id) => containerizer.launch(machine.spec(id, `exit ${id.slice(4)}`)));
    await Promise.race(launches);
    process.kill(containerizer.supervisorPid ?? Number.NaN, "SIGKILL");
    for (const result of await Promise.all(launches)) {
      expect(result).toMatchObject({ type: "launched" });
    }
    for (const id of ids) {
      expect(await exits.of(id)).toEqual({ type: "exited", code: Number(id.slice(4)) });
    }
  });

  it("does not touch what ignores it: monitors survive SIGTERM, SIGINT and SIGHUP", async () => {
    for (const id of IDS) {
      const pid = readClaim(folder(id))?.monitorPid ?? Number.NaN;
      for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
        process.kill(pid, signal);
      }
    }
    await killAgent();
    go();
    await expectStatuses();
  });
});
