/**
 * The container image, built by a Docker engine on a fresh Debian, and a cluster of its containers.
 * It takes half a minute and a mirror, so it is part of `npm run package:test` and not of `npm test`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../packages/apps/local/src/ports.ts";
import { buildDebianPackage } from "./debian-package.ts";
import { DockerEngine, whyNoDocker } from "./test-docker.ts";
import { makeCleanRoot } from "./test-system.ts";

const PATIENCE_MS = 240_000;
const READY_MS = 60_000;
const POLL_MS = 200;
const NOT_TAKEN: ReadonlySet<number> = new Set();

const isWanted = process.env["MESOS_PACKAGE_ROOT"] === "clean";
const why = isWanted ? whyNoDocker() : "it was not asked for (npm run package:test)";
if (why !== undefined) console.warn(`The image is not built in a test: ${why}`);
if (why?.startsWith("there is no") && process.env["CI"] === "true") throw new Error(why);

describe.skipIf(why !== undefined)("the image", { timeout: PATIENCE_MS }, () => {
  const folder = mkdtempSync(join(tmpdir(), "mesos-image-"));
  let docker: DockerEngine;
  let address = "";

  beforeAll(async () => {
    const [clean, context] = [join(folder, "clean"), join(folder, "context")];
    mkdirSync(context);
    makeCleanRoot(clean);
    buildDebianPackage({
      root: join(import.meta.dirname, ".."),
      target: context,
      architecture: process.arch === "arm64" ? "arm64" : "amd64",
      compression: "none",
    });
    const sources = join(import.meta.dirname, "docker");
    copyFileSync(join(sources, "entrypoint.sh"), join(context, "entrypoint.sh"));
    docker = await DockerEngine.start(join(folder, "engine"));
    docker.import(clean, "clean");
    rmSync(clean, { recursive: true });
    const file = join(sources, "Dockerfile");
    // Nothing is fetched: all that the package needs is there.
    docker.run(
      "build",
      "--network=none",
      `--file=${file}`,
      "--build-arg=BASE=clean",
      "--tag=mesos",
      context,
    );
  }, PATIENCE_MS);

  afterAll(async () => {
    await docker?.close();
    rmSync(folder, { recursive: true, force: true });
  }, PATIENCE_MS);

  const until = async (args: readonly string[], isSo: (stdout: string) => boolean) => {
    const endMs = Date.now() + READY_MS;
    for (;;) {
      const { stdout, stderr } = docker.try(args);
      if (isSo(stdout)) return;
      if (Date.now() > endMs) throw new Error(`not in time: ${args.join(" ")}\n${stdout}${stderr}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  };
  const inMaster = (...command: readonly string[]) => ["exec", "master", ...command];

  it("is a master, and an agent that joins it", async () => {
    address = `127.0.0.1:${await freePort("127.0.0.1", 0, NOT_TAKEN)}`;
    const run = ["run", "--detach", "--network=host", "--env=MESOS_IP=127.0.0.1"];
    const [, port = ""] = address.split(":");
    docker.run(
      ...run,
      "--name=master",
      `--env=MESOS_PORT=${port}`,
      "mesos",
      "master",
      "--registry=in_memory",
    );
    const agent = [
      `--env=MESOS_MASTER=${address}`,
      `--env=MESOS_PORT=${await freePort("127.0.0.1", 0, NOT_TAKEN)}`,
    ];
    docker.run(...run, "--init", "--name=agent", ...agent, "mesos", "agent");
    await until(inMaster("mesos", `--master=${address}`, "agent", "list"), (list) =>
      list.includes("active"),
    );
  });

  it("runs a task", () => {
    const hello = ["--name=hello", "--command=echo it runs"];
    expect(docker.run(...inMaster("mesos-execute", `--master=${address}`, ...hello))).toContain(
      "Received status update TASK_FINISHED for task 'hello'",
    );
    const read = inMaster("mesos", `--master=${address}`, "task", "cat", "hello");
    expect(docker.run(...read)).toBe("it runs\n");
  });

  it("stops when it is told to, well before it would be killed", () => {
    // By itself, or by the signal: an engine that loses its patience makes it 137.
    const ended = /^(0|143)\n$/;
    for (const name of ["agent", "master"]) {
      const begunMs = performance.now();
      docker.run("stop", "--time=60", name);
      expect(performance.now() - begunMs).toBeLessThan(30_000);
      expect(docker.run("inspect", "--format={{.State.ExitCode}}", name)).toMatch(ended);
    }
  });
});
