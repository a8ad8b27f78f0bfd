import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  AgentInfo,
  agentState,
  DrainConfig,
  encode,
  internal,
  type Operation,
  Resource,
} from "@mesos-ts/protos";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { MemoryCheckpointStore } from "./memory-checkpoint-store.ts";
import { posixMetaFiles } from "./posix-meta-files.ts";
import { type AgentState, readMeta } from "./read-agent-state.ts";
import { withContainers } from "./with-containers.ts";

const ARCHIVE = fileURLToPath(
  new URL("../../../testing/fixtures/disk/agent-meta.tar", import.meta.url),
);
/** Where the recorded agent had its work_dir. */
const RECORDED = "/var/lib/mesos/agent";
const CONTAINER = "2c21fe35-c28e-4490-822a-bb1a0d3c9d2e";

let root: string;
let bootId: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "meta-"));
  execFileSync("tar", ["-xf", ARCHIVE, "-C", root]);
  bootId = readFileSync(join(root, "meta", "boot_id"), "utf8");
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function read(options: { workDir?: string; bootId?: string; strict?: boolean } = {}): AgentState {
  const all = { workDir: RECORDED, bootId, strict: true, ...options };
  const state = readMeta(posixMetaFiles(join(root, "meta")), all);
  if (state === undefined) throw new Error("nothing was read");
  return state;
}

function find(name: string): string {
  return execFileSync("find", [root, "-name", name]).toString().trim();
}

describe("the checkpoints of an Apache Mesos agent", () => {
  it("are read: the agent, the framework, the executor and its run", () => {
    const { recovered, containerIds, warnings } = read();
    expect(recovered.errors).toEqual([]);
    expect(warnings).toEqual([]);
    expect(recovered.rebooted).toBe(false);
    expect(recovered.info).toMatchObject({
      id: { value: "c5c849c2-a945-48d2-a33b-6c146f84f4c4-S0" },
      hostname: "localhost",
    });
    expect(containerIds).toEqual([CONTAINER]);
    const [framework] = recovered.frameworks;
    expect(framework?.info.id?.value).toBe("c5c849c2-a945-48d2-a33b-6c146f84f4c4-0005");
    expect(framework?.pid).toBe("@0.0.0.0:0");
    expect(framework?.executors).toMatchObject([
      {
        info: { executor_id: { value: "survivor" } },
        generatedForCommandTask: true,
        containerId: { value: CONTAINER },
        completed: false,
        http: false,
        sandbox: `${RECORDED}/slaves/c5c849c2-a945-48d2-a33b-6c146f84f4c4-S0/frameworks/c5c849c2-a945-48d2-a33b-6c146f84f4c4-0005/executors/survivor/runs/${CONTAINER}`,
      },
    ]);
    const [executor] = framework?.executors ?? [];
    expect(executor?.forkedPid).toBeGreaterThan(0);
    expect(executor?.libprocessPid).toMatch(/^executor\(1\)@127\.0\.0\.1:\d+$/);
  });

  it("say when the agent drains, and how", () => {
    expect(read().recovered.drainConfig).toBeUndefined();
    const info = find("slave.info");
    const drainConfig = { max_grace_period: { nanoseconds: 2e9 }, mark_gone: true };
    const bytes = encode(DrainConfig, drainConfig);
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length);
    writeFileSync(join(dirname(info), "drain.config"), Buffer.concat([length, bytes]));
    const { recovered, warnings } = read();
    expect(recovered.drainConfig).toEqual(drainConfig);
    expect(warnings).toEqual([]);
  });

  it("hold the survivor's updates and their acknowledgements", () => {
    const [task] = read().recovered.frameworks[0]?.executors[0]?.tasks ?? [];
    expect(task?.info.task_id.value).toBe("survivor");
    expect(task?.taskInfo).toBeUndefined();
    const updates = task?.updates.filter(({ type }) => type === "UPDATE") ?? [];
    expect(updates.map(({ update }) => update?.status.state)).toEqual([
      "TASK_STARTING",
      "TASK_RUNNING",
    ]);
  });

  it("name no process after a reboot", () => {
    const { recovered } = read({ bootId: "another" });
    expect(recovered.rebooted).toBe(true);
    expect(recovered.frameworks[0]?.executors[0]).toMatchObject({
      forkedPid: undefined,
      libprocessPid: undefined,
    });
  });

  it("are refused in another work_dir, with the remedy", () => {
    const { recovered } = read({ workDir: "/elsewhere" });
    expect(recovered.info).toBeUndefined();
    expect(recovered.errors).toEqual([
      expect.stringMatching(
        /latest' leads to .* written with another --work_dir\. Start with --work_dir=\/var\/lib\/mesos\/agent, or remove/,
      ),
    ]);
  });

  it("without `latest` are those of a new agent; what they held is to be collected", () => {
    rmSync(join(root, "meta", "slaves", "latest"));
    const { recovered, warnings } = read();
    expect(recovered).toMatchObject({ info: undefined, frameworks: [], errors: [] });
    expect(recovered.leftovers).toHaveLength(2);
    expect(warnings).toEqual([expect.stringContaining("Failed to find the latest agent")]);
  });

  it("read as errors where they are damaged, naming the file and the remedy", () => {
    writeFileSync(
      find("executor.info"),
      Buffer.from([9, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255]),
    );
    writeFileSync(find("forked.pid"), "not a pid");
    const { recovered } = read();
    expect(recovered.errors).toEqual([
      expect.stringMatching(
        /Failed to read executor info from '.*executor\.info': .*Restore the file, or remove it/,
      ),
    ]);
  });

  it("skip what a crash left empty", () => {
    writeFileSync(find("framework.info"), "");
    const { recovered, warnings } = read();
    expect(recovered).toMatchObject({ frameworks: [], errors: [] });
    expect(warnings).toEqual([expect.stringContaining("Found empty framework info file")]);
  });

  it("ignore files that nobody knows", () => {
    writeFileSync(join(root, "meta", "slaves", "note.txt"), "hello");
    writeFileSync(join(find("executor.info"), "..", "runs", ".2-1.new"), "");
    expect(read().recovered.errors).toEqual([]);
  });
});

describe("a task's updates", () => {
  it("lose only the torn tail, wherever the tear is", () => {
    const path = find("task.updates");
    const whole = readFileSync(path);
    for (let size = 0; size <= whole.length; size += 1) {
      writeFileSync(path, whole.subarray(0, size));
      const { recovered } = read();
      expect(recovered.errors).toEqual([]);
      const [task] = recovered.frameworks[0]?.executors[0]?.tasks ?? [];
      const kept = readFileSync(path);
      expect(whole.subarray(0, kept.length).equals(kept)).toBe(true);
      // What was read is what is left, and reading again changes nothing.
      const again = read().recovered.frameworks[0]?.executors[0]?.tasks[0];
      expect(again?.updates).toEqual(task?.updates);
    }
  });

  it("never make the reader fail, whatever is in the file", () => {
    const path = find("task.updates");
    const whole = readFileSync(path);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.uint8Array({ minLength: 1, maxLength: 40 }),
        fc.boolean(),
        (at, bytes, strict) => {
          const damaged = Buffer.concat([whole.subarray(0, at), bytes, whole.subarray(at + 1)]);
          writeFileSync(path, damaged);
          const { recovered } = read({ strict });
          if (strict && recovered.errors.length > 0) {
            // Somebody may want to repair it.
            expect(readFileSync(path).equals(damaged)).toBe(true);
          }
          if (!strict) expect(read({ strict: true }).recovered.errors).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("may be followed by zeros that a machine's crash left", () => {
    const path = find("task.updates");
    const whole = readFileSync(path);
    writeFileSync(path, Buffer.concat([whole, Buffer.alloc(4096)]));
    expect(read().recovered.errors).toEqual([]);
    expect(readFileSync(path).equals(whole)).toBe(true);
  });
});

describe("resources", () => {
  const volume: Resource = {
    name: "disk",
    type: "SCALAR",
    scalar: { value: 5 },
    reservations: [{ type: "DYNAMIC", role: "r", principal: "p" }],
    disk: { persistence: { id: "v" }, volume: { mode: "RW", container_path: "data" } },
  };
  const old: Resource = {
    name: "mem",
    type: "SCALAR",
    scalar: { value: 1 },
    role: "r",
    reservation: { principal: "p" },
  };
  const options = { workDir: "/w", bootId: undefined, strict: true };
  let store: MemoryCheckpointStore;
  beforeEach(() => {
    store = new MemoryCheckpointStore("/w/meta");
  });
  const resources = () => readMeta(store, options)?.recovered.resources;

  it("are those of the state file", () => {
    store.apply({
      type: "message",
      path: "resources/resources_and_operations.state",
      bytes: encode(agentState.ResourceState, { resources: [volume] }),
    });
    expect(resources()).toEqual([volume]);
  });

  it("tell what they were to become when the agent went down", () => {
    const uuid = { value: Buffer.alloc(16, 1) };
    const operation: Operation = {
      info: { type: "CREATE", create: { volumes: [volume] } },
      latest_status: { state: "OPERATION_FINISHED" },
      uuid,
    };
    for (const [name, state] of [
      ["state", {}],
      ["target", { resources: [volume], operations: [operation] }],
    ] as const) {
      store.apply({
        type: "message",
        path: `resources/resources_and_operations.${name}`,
        bytes: encode(agentState.ResourceState, state as agentState.ResourceState),
      });
    }
    expect(readMeta(store, options)?.recovered).toMatchObject({
      resources: [],
      targetResources: [volume],
      operations: [operation],
    });
  });

  it("have no target when its file was cut off while it was written", () => {
    store.apply({ type: "append", path: "resources/resources.info", bytes: encode(Resource, old) });
    store.apply({ type: "touch", path: "resources/resources_and_operations.target" });
    const recovered = readMeta(store, options)?.recovered;
    expect(recovered?.targetResources).toBeUndefined();
    expect(recovered?.resources).toHaveLength(1);
  });

  it("of an older Mesos may have a target, too", () => {
    store.apply({ type: "touch", path: "resources/resources.info" });
    store.apply({
      type: "records",
      path: "resources/resources.target",
      list: [encode(Resource, old)],
    });
    const recovered = readMeta(store, options)?.recovered;
    expect([recovered?.resources.length, recovered?.targetResources?.length]).toEqual([0, 1]);
  });

  it("come with what was written of operations' statuses", () => {
    const uuid = "01010101-0101-0101-0101-010101010101";
    store.apply({ type: "mkdir", path: "slaves/a" });
    store.apply({ type: "symlink", path: "slaves/latest", target: "/w/meta/slaves/a" });
    const record = { type: "ACK", uuid: { value: new Uint8Array(16).fill(2) } } as const;
    store.apply({
      type: "append",
      path: `slaves/a/operations/${uuid}/operation.updates`,
      bytes: encode(internal.UpdateOperationStatusRecord, record),
    });
    expect(readMeta(store, options)?.recovered.operationUpdates).toMatchObject({
      [uuid]: [{ type: "ACK" }],
    });
  });

  it("of an older Mesos are read, and upgraded", () => {
    store.apply({ type: "append", path: "resources/resources.info", bytes: encode(Resource, old) });
    expect(resources()).toEqual([
      {
        name: "mem",
        type: "SCALAR",
        scalar: { value: 1 },
        reservations: [{ type: "DYNAMIC", role: "r", principal: "p" }],
      },
    ]);
  });

  it("stay when the agent is to start as a new one", () => {
    store.apply({ type: "append", path: "resources/resources.info", bytes: encode(Resource, old) });
    expect(readMeta(store, options)?.recovered).toMatchObject({ info: undefined });
    expect(resources()).toHaveLength(1);
  });
});

describe("older runs and agents", () => {
  it("are to be collected", () => {
    const store = new MemoryCheckpointStore("/w/meta");
    const run = "slaves/a/frameworks/f/executors/e/runs";
    store.apply({
      type: "message",
      path: "slaves/a/slave.info",
      bytes: encode(AgentInfo, { hostname: "h" }),
    });
    store.apply({ type: "symlink", path: "slaves/latest", target: "/w/meta/slaves/a" });
    store.apply({ type: "mkdir", path: "slaves/gone" });
    store.apply({
      type: "message",
      path: "slaves/a/frameworks/f/framework.info",
      bytes: Buffer.from([10, 1, 117, 18, 1, 110]),
    });
    store.apply({
      type: "message",
      path: "slaves/a/frameworks/f/executors/e/executor.info",
      bytes: Buffer.from([10, 3, 10, 1, 101]),
    });
    for (const id of ["one", "two"]) store.apply({ type: "mkdir", path: `${run}/${id}` });
    store.apply({ type: "symlink", path: `${run}/latest`, target: `/w/meta/${run}/two` });
    store.apply({ type: "touch", path: `${run}/two/executor.sentinel` });
    const state = readMeta(store, { workDir: "/w", bootId: undefined, strict: true });
    expect(state?.recovered.errors).toEqual([]);
    expect(state?.recovered.leftovers).toEqual([
      "/w/slaves/gone",
      "/w/meta/slaves/gone",
      `/w/${run}/one`,
      `/w/meta/${run}/one`,
    ]);
    expect(state?.recovered.frameworks[0]?.executors[0]).toMatchObject({ completed: true });
  });
});

describe("containers of the runtime", () => {
  it("go to their executors; the others are orphans", () => {
    const { recovered } = read();
    const running = { type: "running", pid: 5 } as const;
    const joined = withContainers(
      recovered,
      new Map([
        [CONTAINER, running],
        [`${CONTAINER}.child`, running],
        ["stranger", running],
        ["stranger.child", running],
      ]),
    );
    expect(joined.frameworks[0]?.executors[0]?.containers).toEqual({
      [CONTAINER]: running,
      [`${CONTAINER}.child`]: running,
    });
    expect(joined.orphans).toEqual(["stranger", "stranger.child"]);
  });
});
