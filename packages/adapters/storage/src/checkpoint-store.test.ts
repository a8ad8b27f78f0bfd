import { lstatSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkpointStoreCompliance } from "./checkpoint-store.compliance.ts";
import { MemoryCheckpointStore } from "./memory-checkpoint-store.ts";
import { PosixCheckpointStore } from "./posix-checkpoint-store.ts";
import { posixMetaFiles } from "./posix-meta-files.ts";
import { CheckpointError } from "./types.ts";

let root: string;
let store: PosixCheckpointStore;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "storage-"));
  store = new PosixCheckpointStore(join(root, "meta"));
});
afterEach(() => {
  store.close();
  rmSync(root, { recursive: true, force: true });
});

checkpointStoreCompliance("checkpoints in memory", () => {
  const memory = new MemoryCheckpointStore();
  return { store: memory, files: memory };
});

checkpointStoreCompliance("checkpoints on disk", () => ({
  store,
  files: posixMetaFiles(join(root, "meta")),
}));

const mode = (path: string): string =>
  (statSync(join(root, "meta", path)).mode & 0o7777).toString(8);

describe("checkpoints on disk", () => {
  it("have Mesos's modes", () => {
    store.apply({ type: "message", path: "slaves/a/slave.info", bytes: Buffer.from("x") });
    store.apply({ type: "mkdir", path: "slaves/a/runs/c" });
    store.apply({
      type: "append",
      path: "slaves/a/runs/c/tasks/t/task.updates",
      bytes: Buffer.of(1),
    });
    store.apply({ type: "touch", path: "slaves/a/runs/c/executor.sentinel" });
    expect(mode("slaves/a/slave.info")).toBe("600");
    expect(mode("slaves/a")).toBe("755");
    expect(mode("slaves/a/runs/c")).toBe("750");
    expect(mode("slaves/a/runs/c/tasks/t")).toBe("755");
    expect(mode("slaves/a/runs/c/tasks/t/task.updates")).toBe("644");
    expect(mode("slaves/a/runs/c/executor.sentinel")).toBe("644");
  });

  it("leave nothing temporary behind", () => {
    for (const text of ["a", "b", "b".repeat(10_000)])
      store.apply({ type: "text", path: "f", text });
    for (const target of ["/a", "/b"]) store.apply({ type: "symlink", path: "l", target });
    expect(readdirSync(join(root, "meta")).sort()).toEqual(["f", "l"]);
    expect(lstatSync(join(root, "meta", "l")).isSymbolicLink()).toBe(true);
  });

  it("keep a bounded number of files open", () => {
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 1100; i += 1) {
        store.apply({ type: "append", path: `u${i}`, bytes: Buffer.of(i & 0xff) });
      }
    }
    const open = readdirSync("/proc/self/fd").length;
    expect(open).toBeLessThan(1100);
    expect(posixMetaFiles(join(root, "meta")).read("u0")?.length).toBe(10);
  });

  it("say which file could not be written, why, and what to do", () => {
    writeFileSync(join(root, "meta"), "in the way");
    expect(() => store.apply({ type: "text", path: "boot_id", text: "x" })).toThrow(
      CheckpointError,
    );
    expect(() => store.apply({ type: "text", path: "boot_id", text: "x" })).toThrow(
      /Failed to write checkpoint '.*\/meta\/boot_id': .*Make the --work_dir writable/,
    );
  });
});
