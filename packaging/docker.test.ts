/** The image's entrypoint, with programs that tell how they were called. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "mesos-image-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(() => {
  for (const name of ["mesos-master", "mesos-agent", "mesos-slave", "mesos-zookeeper", "mesos"]) {
    const path = join(folder, name);
    const variables = "$MESOS_WORK_DIR:$MESOS_ZOOKEEPER_DATA_DIR";
    writeFileSync(path, `#!/bin/sh\necho ${name} "${variables}" "$@"\n`);
    chmodSync(path, 0o755);
  }
});

describe("the image", () => {
  it.each<[string[], Record<string, string>, string]>([
    [["master", "--quorum=1"], {}, "mesos-master /var/lib/mesos/master: --quorum=1\n"],
    [["master"], { MESOS_WORK_DIR: "/w" }, "mesos-master /w:\n"],
    [["agent"], {}, "mesos-agent /var/lib/mesos/agent:\n"],
    [["slave", "--port=1"], {}, "mesos-slave /var/lib/mesos/agent: --port=1\n"],
    [["zookeeper"], {}, "mesos-zookeeper :/var/lib/mesos/zookeeper\n"],
    [["mesos", "agent", "list"], {}, "mesos : agent list\n"],
  ])("runs %j", (args, variables, expected) => {
    const { stdout } = spawnSync(join(import.meta.dirname, "docker/entrypoint.sh"), args, {
      encoding: "utf8",
      env: { PATH: `${folder}:/usr/bin:/bin`, ...variables },
    });
    expect(stdout).toBe(expected);
  });

  it.each([[[]], [["--help"]]])("says what it takes: %j", (args) => {
    const { status, stderr } = spawnSync(join(import.meta.dirname, "docker/entrypoint.sh"), args, {
      encoding: "utf8",
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining("Usage: master|agent|zookeeper")]);
  });
});
