import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { describeStatus } from "./status.ts";
import { Exits, lacksTerminals, shell } from "./test-machine.ts";
import type {
  Command,
  ContainerInput,
  Containerizer,
  ContainerOutput,
  Interaction,
  LaunchResult,
  LaunchSpec,
  ResourceUsage,
} from "./types.ts";

/** A machine to test a containerizer on. */
export interface ComplianceMachine {
  /** A new incarnation of the agent; the previous one is closed first by the test. */
  open(): Containerizer;
  spec(containerId: string, command: Command | string, more?: Partial<LaunchSpec>): LaunchSpec;
  /** Waits until the container ran `: >ready`. */
  untilReady(containerId: string): Promise<void>;
  destroy(): Promise<void>;
}

/** What every containerizer does. */
export function describeContainerizer(name: string, makeMachine: () => ComplianceMachine): void {
  const withoutTerminals = lacksTerminals();
  describe(`${name} as a containerizer`, () => {
    let machine: ComplianceMachine;
    let containerizer: Containerizer;
    let exits: Exits;

    const reopen = (): void => {
      containerizer = machine.open();
      exits = new Exits(containerizer);
    };

    beforeEach(() => {
      machine = makeMachine();
      reopen();
    });

    afterEach(async () => {
      await machine.destroy();
    });

    it.each([
      ["true", "exited with status 0"],
      ["exit 7", "exited with status 7"],
      ["exit 137", "exited with status 137"],
      ["exit 143", "exited with status 143"],
      ["kill -KILL $$", "terminated with signal Killed"],
      ["kill -TERM $$", "terminated with signal Terminated"],
      ["kill -SEGV $$", "terminated with signal Segmentation fault"],
      ["kill -HUP $$", "terminated with signal Hangup"],
      ["kill -INT $$", "terminated with signal Interrupt"],
      ["kill -PIPE $$", "terminated with signal Broken pipe"],
      ["no-such-program", "exited with status 127"],
    ])("`%s` %s", async (command, status) => {
      const result = await containerizer.launch(machine.spec("c", command));
      expect(result).toMatchObject({ type: "launched" });
      expect(describeStatus(await exits.of("c")).replace(" (core dumped)", "")).toBe(status);
    });

    it("exits with 1 when a file to execute is missing", async () => {
      const command: Command = { shell: false, file: "no-such-program", args: [] };
      await containerizer.launch(machine.spec("c", command));
      expect(await exits.of("c")).toEqual({ type: "exited", code: 1 });
    });

    it("passes arguments without a shell", async () => {
      const command: Command = { shell: false, file: "sleep", args: ["sleep", "0"] };
      await containerizer.launch(machine.spec("c", command));
      expect(await exits.of("c")).toEqual({ type: "exited", code: 0 });
    });

    it("reports each exit once", async () => {
      const ids = Array.from({ length: 20 }, (_, index) => `c${index}`);
      await Promise.all(ids.map((id) => containerizer.launch(machine.spec(id, "true"))));
      await Promise.all(ids.map((id) => exits.of(id)));
      expect(exits.seen.map((exit) => exit.containerId).sort()).toEqual([...ids].sort());
    });

    it("stops telling who unsubscribed", async () => {
      const seen: string[] = [];
      containerizer.onExit((exit) => seen.push(exit.containerId))();
      await containerizer.launch(machine.spec("c", "true"));
      await exits.of("c");
      expect(seen).toEqual([]);
    });

    it("signals a running container", async () => {
      const launched = await containerizer.launch(machine.spec("c", "sleep 100"));
      const pid = launched.type === "launched" ? launched.pid : 0;
      expect(await containerizer.kill("c", 15)).toEqual({ type: "signalled", pids: [pid] });
      expect(describeStatus(await exits.of("c"))).toBe("terminated with signal Terminated");
      expect(await containerizer.kill("c", 15)).toEqual({ type: "signalled", pids: [] });
    });

    it("destroys what ignores SIGTERM", async () => {
      await containerizer.launch(machine.spec("c", "trap '' TERM; : >ready; sleep 100; sleep 100"));
      await machine.untilReady("c");
      await containerizer.kill("c", 15);
      const result = await containerizer.destroy("c");
      expect(result).toMatchObject({ type: "destroyed", status: { signal: "SIGKILL" } });
      expect(await exits.of("c")).toMatchObject({ type: "signaled", number: 9 });
    });

    it("destroys a finished container to its old status", async () => {
      await containerizer.launch(machine.spec("c", "exit 3"));
      await exits.of("c");
      const result = await containerizer.destroy("c");
      expect(result).toEqual({ type: "destroyed", status: { type: "exited", code: 3 } });
    });

    it("destroys nested containers with their parent", async () => {
      await containerizer.launch(machine.spec("p", "sleep 100"));
      await containerizer.launch(machine.spec("p.c", "sleep 100"));
      await containerizer.launch(machine.spec("pq", "sleep 100"));
      await containerizer.destroy("p");
      expect(await exits.of("p.c")).toMatchObject({ signal: "SIGKILL" });
      expect(await containerizer.usage("pq")).toMatchObject({ type: "usage" });
      expect(await containerizer.remove("p")).toMatchObject({ code: "has-nested-containers" });
      expect(await containerizer.remove("p.c")).toEqual({ type: "removed" });
      expect(await containerizer.remove("p")).toEqual({ type: "removed" });
    });

    it("removes only what has ended, and lets the id be used again", async () => {
      await containerizer.launch(machine.spec("c", "sleep 100"));
      expect(await containerizer.remove("c")).toMatchObject({ code: "still-running" });
      await containerizer.destroy("c");
      expect(await containerizer.remove("c")).toEqual({ type: "removed" });
      expect(await containerizer.remove("c")).toMatchObject({ code: "unknown-container" });
      expect(await containerizer.launch(machine.spec("c", "true"))).toMatchObject({
        type: "launched",
      });
    });

    it("measures a running container", async () => {
      await containerizer.launch(machine.spec("c", "sleep 100"));
      let usage: ResourceUsage | undefined;
      // Just after the launch the process may be between two programs.
      for (let look = 0; look < 200 && !((usage?.mem_rss_bytes ?? 0) > 100_000); look += 1) {
        const result = await containerizer.usage("c");
        usage = result.type === "usage" ? result.usage : undefined;
      }
      expect(usage).toMatchObject({ processes: 1, threads: 1 });
      expect(usage?.mem_rss_bytes).toBeGreaterThan(100_000);
      expect(usage?.cpus_user_time_secs).toBeLessThan(1);
      expect(Math.abs((usage?.timestamp ?? 0) - Date.now() / 1000)).toBeLessThan(60);
      await containerizer.destroy("c");
      expect(await containerizer.usage("c")).toMatchObject({ code: "unknown-container" });
    });

    it("runs commands beside a container", async () => {
      await containerizer.launch(machine.spec("c", "sleep 100"));
      const exec = (value: string, timeoutMs = 10_000) =>
        containerizer.exec({ containerId: "c", command: shell(value), timeoutMs });
      expect(await exec("echo hello; exit 4")).toEqual({
        type: "finished",
        status: { type: "exited", code: 4 },
        output: "hello\n",
      });
      expect(await exec("sleep 100", 50)).toEqual({ type: "timed-out", output: "" });
      await containerizer.destroy("c");
      expect(await exec("true")).toMatchObject({ code: "unknown-container" });
    });

    it.each<[string, Partial<LaunchSpec>, string]>([
      ["a blank in the id", { containerId: "a b" }, "invalid-spec"],
      ["an id that climbs", { containerId: ".." }, "invalid-spec"],
      ["a slash in the id", { containerId: "a/b" }, "invalid-spec"],
      ["a relative sandbox", { sandbox: "work" }, "invalid-spec"],
      ["NUL in the command", { command: shell("echo \0") }, "invalid-spec"],
      ["NUL in the environment", { environment: { A: "\0" } }, "invalid-spec"],
      ["a variable without name", { environment: { "": "x" } }, "invalid-spec"],
      ["an unknown user", { user: "no-such-user" }, "unknown-user"],
      ["an unknown limit", { rlimits: [{ type: "RLMT_FOO" }] }, "bad-rlimit"],
      ["half a limit", { rlimits: [{ type: "RLMT_NOFILE", soft: 10 }] }, "bad-rlimit"],
      ["soft over hard", { rlimits: [{ type: "RLMT_CPU", soft: 2, hard: 1 }] }, "bad-rlimit"],
    ])("refuses %s", async (_what, more, code) => {
      const result = await containerizer.launch(machine.spec("c", "true", more));
      expect(result).toMatchObject({ type: "refused", code });
      expect(await containerizer.recover([])).toEqual({ containers: [], orphans: [], missing: [] });
    });

    it("refuses an id that is in use", async () => {
      await containerizer.launch(machine.spec("c", "sleep 100"));
      const again = await containerizer.launch(machine.spec("c", "true"));
      expect(again).toMatchObject({ type: "refused", code: "already-exists" });
    });

    it("refuses unknown containers", async () => {
      const code = "unknown-container";
      expect(await containerizer.kill("x", 15)).toMatchObject({ code });
      expect(await containerizer.destroy("../x")).toMatchObject({ code });
      expect(await containerizer.usage("x")).toMatchObject({ code });
      expect(await containerizer.remove("x")).toMatchObject({ code });
    });

    it("refuses everything after close", async () => {
      await containerizer.launch(machine.spec("c", "sleep 100"));
      await containerizer.close();
      const code = "closed";
      expect(await containerizer.launch(machine.spec("d", "true"))).toMatchObject({ code });
      expect(await containerizer.kill("c", 15)).toMatchObject({ code });
      expect(await containerizer.remove("c")).toMatchObject({ code });
    });

    it("recovers running, finished, orphaned and missing containers", async () => {
      const pids = new Map<string, number>();
      for (const [id, command] of [
        ["running", "sleep 100"],
        ["finished", "exit 9"],
        ["orphan", "sleep 100"],
        ["running.nested", "sleep 100"],
      ] as const) {
        const result = await containerizer.launch(machine.spec(id, command));
        pids.set(id, result.type === "launched" ? result.pid : 0);
      }
      await exits.of("finished");
      await containerizer.close();
      reopen();
      const known = ["running", "finished", "running.nested", "missing"];
      const recovery = await containerizer.recover(known);
      const byId = new Map(recovery.containers.map((one) => [one.containerId, one]));
      expect(byId.get("running")).toMatchObject({ type: "running", pid: pids.get("running") });
      expect(byId.get("running.nested")).toMatchObject({ type: "running" });
      expect(byId.get("finished")).toMatchObject({
        type: "exited",
        status: { type: "exited", code: 9 },
      });
      expect(recovery.orphans).toEqual(["orphan"]);
      expect(recovery.missing).toEqual(["missing"]);
      await containerizer.kill("running", 15);
      expect(await exits.of("running")).toMatchObject({ signal: "SIGTERM" });
      expect(await containerizer.remove("finished")).toEqual({ type: "removed" });
      expect(exits.seen.map((exit) => exit.containerId)).toEqual(["running"]);
    });

    describe("with a container that can be attached to", () => {
      const interactive = (command: string, interaction: Interaction = {}): Promise<LaunchResult> =>
        containerizer.launch(machine.spec("c", command, { interaction }));
      const output = async (from: "start" | "now" = "start"): Promise<ContainerOutput> => {
        const result = await containerizer.openOutput("c", from);
        if (result.type === "refused") throw new Error(result.message);
        return result.output;
      };
      const input = async (): Promise<ContainerInput> => {
        const result = await containerizer.openInput("c");
        if (result.type === "refused") throw new Error(result.message);
        return result.input;
      };
      const all = async (reader: ContainerOutput): Promise<string> => {
        let text = "";
        for (let piece = await reader.read(); piece !== null; piece = await reader.read()) {
          text += `${piece.stream === "stderr" ? "E:" : ""}${piece.bytes.toString()}`;
        }
        return text;
      };

      it("shows what it printed, to all who read, also when it has ended", async () => {
        await interactive("echo hello; sleep 0.1");
        expect(await Promise.all([all(await output()), all(await output())])).toEqual([
          "hello\n",
          "hello\n",
        ]);
        expect(await exits.of("c")).toEqual({ type: "exited", code: 0 });
        expect(await all(await output())).toBe("hello\n");
        expect(await all(await output("now"))).toBe("");
      });

      it("reads its input to the end", async () => {
        await interactive("cat");
        const reader = all(await output());
        const writer = await input();
        expect(await writer.write(Buffer.from("one\n"))).toBe(true);
        expect(await writer.write(Buffer.from("two\n"))).toBe(true);
        writer.end();
        expect(await reader).toBe("one\ntwo\n");
        await writer.ended;
        expect(await writer.write(Buffer.from("three"))).toBe(false);
        expect(await exits.of("c")).toEqual({ type: "exited", code: 0 });
      });

      it("lets one write at a time, and none after the end of the input", async () => {
        await interactive("sleep 100");
        const first = await input();
        expect(await containerizer.openInput("c")).toMatchObject({ code: "input-taken" });
        first.close();
        const second = await input();
        second.end();
        second.close();
        expect(await containerizer.openInput("c")).toMatchObject({ code: "input-closed" });
      });

      it("ends readers that are closed, and tells writers of the end", async () => {
        await interactive("sleep 100");
        const reader = await output();
        const reading = reader.read();
        reader.close();
        expect(await reading).toBeNull();
        const writer = await input();
        await containerizer.destroy("c");
        await writer.ended;
        expect(await writer.write(Buffer.from("x"))).toBe(false);
        expect(await containerizer.openInput("c")).toMatchObject({ code: "unknown-container" });
      });

      it.skipIf(withoutTerminals)("has a window only with a terminal", async () => {
        await interactive("sleep 100");
        expect((await input()).resize({ rows: 1, columns: 2 })).toBe(false);
        await containerizer.destroy("c");
        await containerizer.remove("c");
        await interactive("sleep 100", { terminal: { rows: 10, columns: 20 } });
        expect((await input()).resize({ rows: 1, columns: 2 })).toBe(true);
      });

      it("refuses others", async () => {
        await containerizer.launch(machine.spec("d", "sleep 100"));
        const refused = { code: "not-interactive" };
        expect(await containerizer.openInput("d")).toMatchObject(refused);
        expect(await containerizer.openOutput("d", "now")).toMatchObject(refused);
        const unknown = { code: "unknown-container" };
        expect(await containerizer.openInput("x")).toMatchObject(unknown);
        expect(await containerizer.openOutput("x", "now")).toMatchObject(unknown);
      });

      it("comes back with its notes when the agent does", async () => {
        const notes = { config: Buffer.from([1, 2]), "standalone.marker": Buffer.alloc(0) };
        await containerizer.launch(machine.spec("c", "sleep 100", { notes }));
        await containerizer.close();
        reopen();
        const { containers } = await containerizer.recover(["c"]);
        expect(containers).toMatchObject([{ type: "running", containerId: "c", notes }]);
      });

      it.each(["run", "../x", "containers", "x/y", ""])(
        "refuses a note named '%s'",
        async (name) => {
          const notes = { [name]: Buffer.alloc(0) };
          const result = await containerizer.launch(machine.spec("c", "true", { notes }));
          expect(result).toMatchObject({ code: "invalid-spec" });
        },
      );
    });

    it("signals the command alone when asked to", async () => {
      const launched = await containerizer.launch(machine.spec("c", "sleep 100; sleep 100"));
      const pids = [launched.type === "launched" ? launched.pid : 0];
      expect(await containerizer.kill("c", 15, "init")).toEqual({ type: "signalled", pids });
      expect(await exits.of("c")).toMatchObject({ number: 15 });
    });
  });
}
