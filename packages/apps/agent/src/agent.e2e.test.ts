import { mkdtempSync, readFileSync, readlinkSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { internal } from "@mesos-ts/protos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AgentHost } from "./agent-process.test-support.ts";
import { AGENT_ID, FakeMaster, FRAMEWORK_ID } from "./fake-master.test-support.ts";

let master: FakeMaster;
const host = new AgentHost();

beforeAll(async () => {
  master = await FakeMaster.start();
  await host.join(master);
});
afterAll(async () => {
  await host.close();
  await master.close();
});

function sandbox(taskId: string): string {
  return join(
    host.workDir,
    "slaves",
    AGENT_ID,
    "frameworks",
    FRAMEWORK_ID,
    "executors",
    taskId,
    "runs",
    "latest",
  );
}

describe("a registered agent", () => {
  it("told the master what it is", async () => {
    const { agent, version } =
      await master.message<internal.RegisterSlaveMessage>("RegisterSlaveMessage");
    expect(version).toBe("1.12.0");
    expect(agent).toMatchObject({ hostname: "localhost", checkpoint: true });
    expect(agent.resources?.map(({ name, role }) => `${name}/${role}`)).toEqual([
      "cpus/*",
      "mem/*",
      "disk/*",
      "ports/*",
    ]);
  });

  it("runs a command, and shows what it wrote", async () => {
    master.runTask({ id: "hello", command: { value: "echo hello; echo oops >&2" } });
    const last = await master.status("hello", "TASK_FINISHED");
    expect(last).toMatchObject({
      message: "Command exited with status 0",
      source: "SOURCE_EXECUTOR",
    });
    expect(master.states("hello")).toEqual(["TASK_STARTING", "TASK_RUNNING", "TASK_FINISHED"]);
    const path = `/frameworks/${FRAMEWORK_ID}/executors/hello/runs/latest`;
    const read = (name: string) =>
      host.json<{ data: string }>(`/files/read?path=${path}/${name}&offset=0&length=1000`);
    expect((await read("stdout")).data).toBe("hello\n");
    const { data } = await read("stderr");
    expect(data).toContain("oops\n");
    expect(data).toMatch(/^I\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ executor\.ts:0\] Version: /);
    for (const line of ["Starting task hello", "Forked command at", "Command exited with status 0"])
      expect(data).toContain(line);
    expect((statSync(`${sandbox("hello")}/.`).mode & 0o777).toString(8)).toBe("750");
  });

  it("links the latest run, and remembers the task as completed", async () => {
    expect(readlinkSync(sandbox("hello"))).toMatch(/\/executors\/hello\/runs\/[0-9a-f-]{36}$/);
    const state = await host.json<State>("/slave%281%29/state");
    const tasks = state.completed_frameworks
      .flatMap((framework) => framework.completed_executors)
      .flatMap((executor) => executor.completed_tasks);
    expect(tasks.map(({ id, state: last }) => [id, last])).toEqual([["hello", "TASK_FINISHED"]]);
  });

  it("asks a task to end, and makes it when it does not", async () => {
    const grace_period = { nanoseconds: 300_000_000 };
    const command = { value: "trap '' TERM; echo ready; while :; do sleep 0.05; done" };
    master.runTask({ id: "stubborn", command, kill_policy: { grace_period } });
    await master.status("stubborn", "TASK_RUNNING");
    const said = () => statSync(`${sandbox("stubborn")}/stdout`, { throwIfNoEntry: false })?.size;
    while ((said() ?? 0) === 0) await host.get("/health");
    master.killTask("stubborn");
    expect(await master.status("stubborn", "TASK_KILLED")).toMatchObject({
      message: "Command terminated with signal Killed",
    });
    expect(master.states("stubborn")).toEqual([
      "TASK_STARTING",
      "TASK_RUNNING",
      "TASK_KILLING",
      "TASK_KILLED",
    ]);
  });

  it("checks a task's health, and ends it when it stays ill", async () => {
    let status = 200;
    const server = createServer((_, response) => response.writeHead(status).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    try {
      master.runTask({
        id: "patient",
        command: { value: "exec sleep 1000" },
        health_check: {
          type: "HTTP",
          http: { port, path: "/" },
          delay_seconds: 0,
          interval_seconds: 0.05,
          grace_period_seconds: 0,
          consecutive_failures: 2,
        },
      });
      await master.message<internal.StatusUpdateMessage>(
        "StatusUpdateMessage",
        ({ update }) => update.status.task_id.value === "patient" && update.status.healthy === true,
      );
      status = 500;
      expect(await master.status("patient", "TASK_KILLED")).toMatchObject({ healthy: false });
    } finally {
      server.close();
    }
  });

  it("runs a command check beside the task", async () => {
    master.runTask({
      id: "checked",
      command: { value: "exec sleep 1000" },
      check: {
        type: "COMMAND",
        command: { command: { value: "exit 5" } },
        delay_seconds: 0,
        interval_seconds: 0.05,
      },
    });
    const { update } = await master.message<internal.StatusUpdateMessage>(
      "StatusUpdateMessage",
      ({ update: { status } }) => status.check_status?.command?.exit_code !== undefined,
    );
    expect(update.status).toMatchObject({
      reason: "REASON_TASK_CHECK_STATUS_UPDATED",
      check_status: { type: "COMMAND", command: { exit_code: 5 } },
    });
    master.killTask("checked");
    await master.status("checked", "TASK_KILLED");
  });

  it("fetches files first, and says when it cannot", async () => {
    const folder = mkdtempSync(join(host.root, "files-"));
    writeFileSync(join(folder, "data.txt"), "fetched\n");
    const uri = (name: string) => ({ value: join(folder, name), extract: false });
    master.runTask({
      id: "fetch",
      command: { value: "cat data.txt", uris: [uri("data.txt")] },
    });
    await master.status("fetch", "TASK_FINISHED");
    expect(readFileSync(`${sandbox("fetch")}/stdout`, "utf8")).toBe("fetched\n");
    master.runTask({ id: "no-file", command: { value: "true", uris: [uri("missing")] } });
    const failed = await master.status("no-file", "TASK_FAILED");
    expect(failed.reason).toBe("REASON_CONTAINER_LAUNCH_FAILED");
    expect(failed.message).toMatch(
      /Failed to fetch all URIs for container '.*': exited with status 1/,
    );
    const metrics = await host.json<Record<string, number>>("/metrics/snapshot");
    expect(metrics["containerizer/fetcher/task_fetches_failed"]).toBe(1);
  });

  it.runIf(process.getuid?.() === 0)("runs a task as the user that it names", async () => {
    master.runTask({ id: "nobody", command: { value: "id -un; touch mine", user: "nobody" } });
    await master.status("nobody", "TASK_FINISHED");
    expect(readFileSync(`${sandbox("nobody")}/stdout`, "utf8")).toBe("nobody\n");
    const { uid } = statSync(`${sandbox("nobody")}/mine`);
    expect(uid).not.toBe(0);
    expect(statSync(`${sandbox("nobody")}/.`).uid).toBe(uid);
  });

  it("says so when there is no such user", async () => {
    master.runTask({ id: "ghost", command: { value: "true", user: "no-such-user" } });
    const failed = await master.status("ghost", "TASK_FAILED");
    expect(failed.message).toContain("Failed to get the uid of user 'no-such-user'");
  });

  it("survives what a broken master sends", async () => {
    master.sendRaw("mesos.internal.RunTaskMessage", Buffer.from([0xff, 0xff, 1]));
    master.sendRaw("mesos.internal.RunTaskMessage", Buffer.alloc(0));
    master.sendRaw("mesos.internal.NoSuchMessage", Buffer.from("x"));
    master.send("FrameworkRegisteredMessage", {
      framework_id: { value: "f" },
      master_info: { id: "m", ip: 1, port: 1 },
    } as never);
    master.killTask("never-heard-of");
    master.runTask({ id: "../../../escape" });
    master.runTask({ id: "t" }, { id: { value: "a/b" } });
    master.runTask({ id: "after" });
    await master.status("after", "TASK_FINISHED");
    expect(master.states("../../../escape")).toEqual([]);
  });
});

interface State {
  readonly completed_frameworks: readonly {
    readonly completed_executors: readonly {
      readonly completed_tasks: readonly { readonly id: string; readonly state: string }[];
    }[];
  }[];
}
