import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareWorkDir } from "./work-dir.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "work-dir-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("the work_dir", () => {
  it("is made when it is missing", () => {
    expect(prepareWorkDir(join(root, "a", "b")).type).toBe("ok");
    expect(statSync(join(root, "a", "b")).isDirectory()).toBe(true);
  });

  it("is refused when it is no folder", () => {
    writeFileSync(join(root, "file"), "");
    expect(prepareWorkDir(join(root, "file"))).toMatchObject({
      type: "error",
      error: expect.stringMatching(/Cannot use --work_dir=.*Give a folder/),
    });
  });

  it("is refused where nothing can be made", () => {
    expect(prepareWorkDir("/proc/mesos/a")).toMatchObject({
      type: "error",
      error: expect.stringMatching(/Cannot use --work_dir=\/proc\/mesos\/a: ENOENT/),
    });
  });

  it.runIf(process.getuid?.() !== 0)("is refused when it cannot be written", () => {
    chmodSync(root, 0o500);
    expect(prepareWorkDir(root).type).toBe("error");
    chmodSync(root, 0o700);
  });
});
