/** The program itself, as its users start it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { closeAfterEach, closeLater, get } from "./master.test-support.ts";

closeAfterEach();

const script = fileURLToPath(new URL("../bin/mesos-master.js", import.meta.url));

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  closeLater(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const grown = Promise.withResolvers<string>();
  child.stderr.on("data", (chunk) => {
    err += chunk;
    const address = /started on (\S+)/.exec(err)?.[1];
    if (address !== undefined) grown.resolve(address);
  });
  return {
    child,
    address: grown.promise,
    closed: once(child, "close"),
    text: () => ({ out, err }),
  };
}

it.each(["SIGTERM", "SIGUSR1"] as const)("serves until %s", async (signal) => {
  const { child, address, closed, text } = start([
    "--ip=127.0.0.1",
    "--registry=in_memory",
    "--port=0",
  ]);
  expect((await get(await address, "/health")).status).toBe(200);
  child.kill(signal);
  expect(await closed).toEqual([null, "SIGTERM"]);
  expect(text().err).toMatch(/Elected as the leading master!/);
  expect(text().err).not.toMatch(/Error|orderly end/);
});

it("says what is wrong with its flags", async () => {
  for (const [args, pattern] of [
    [["--nonsense"], /Failed to load unknown flag 'nonsense'/],
    [["--zk=zk://x"], /Error parsing ZooKeeper URL: Expecting a \(chroot\) path/],
    [["--agent_reregister_timeout=1secs"], /Must be at least 10mins/],
  ] as const) {
    const { closed, text } = start(args);
    expect(await closed).toEqual([1, null]);
    expect(text().err).toMatch(pattern);
  }
});

it("names the port that it cannot have", async () => {
  const first = start(["--ip=127.0.0.1", "--registry=in_memory", "--port=0"]);
  const port = (await first.address).split(":")[1];
  const second = start(["--ip=127.0.0.1", "--registry=in_memory", `--port=${port}`]);
  expect(await second.closed).toEqual([1, null]);
  expect(second.text().err).toMatch(new RegExp(`EXIT with status 1: .*127.0.0.1:${port}`));
});

it("shows its version and its help", async () => {
  const version = start(["--version"]);
  expect(await version.closed).toEqual([0, null]);
  expect(version.text().out).toBe("mesos 1.12.0\n");
  const help = start(["--help"]);
  expect(await help.closed).toEqual([0, null]);
  expect(help.text().out).toMatch(/^Usage: mesos-master \[options\]/);
});
