import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSettings } from "./settings.ts";

const folder = mkdtempSync(join(tmpdir(), "mesos-cli-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(
  toml: string,
  environment: Record<string, string> = {},
  given: { master?: string; timeout?: string } = {},
) {
  const path = join(folder, "config.toml");
  writeFileSync(path, toml);
  return readSettings(
    { MESOS_CLI_CONFIG: path, ...environment },
    { master: given.master, timeout: given.timeout },
  );
}

describe("the configuration", () => {
  it.each([
    ["", "127.0.0.1:5050"],
    ['[master]\naddress = "10.0.0.1:5050"', "10.0.0.1:5050"],
    ['[master]\naddress = "http://10.0.0.1:5050/"', "10.0.0.1:5050"],
    [
      '[master.zookeeper]\naddresses = ["a:2181", "b:2181"]\npath = "/mesos"',
      "zk://a:2181,b:2181/mesos",
    ],
  ])("%j names %s", (toml, master) => expect(read(toml).master).toBe(master));

  it("goes behind the environment, and that behind the command line", () => {
    const toml = '[master]\naddress = "file:1"';
    expect(read(toml, { MESOS_MASTER: "env:2" }).master).toBe("env:2");
    expect(read(toml, { MESOS_MASTER: "env:2" }, { master: "arg:3" }).master).toBe("arg:3");
    expect(read(toml, { MESOS_MASTER: "" }).master).toBe("file:1");
  });

  it("has credentials and a timeout", () => {
    const settings = read(
      [
        '[master]\naddress = "a:1"\nprincipal = "ops"\nsecret = "s"',
        '[agent]\nprincipal = "p"\nsecret = "q"\ntimeout = 7\nssl = false',
      ].join("\n"),
    );
    expect(settings).toEqual({
      master: "a:1",
      masterCredentials: { principal: "ops", secret: "s" },
      agentCredentials: { principal: "p", secret: "q" },
      timeoutMs: 7_000,
    });
    expect(read("[agent]\ntimeout = 7", {}, { timeout: "1mins" }).timeoutMs).toBe(60_000);
  });

  it("is not needed", () => {
    const settings = readSettings({ HOME: folder }, { master: undefined, timeout: undefined });
    expect(settings).toMatchObject({ master: "127.0.0.1:5050", timeoutMs: 5_000 });
  });

  it.each([
    ["[master", "Error loading config file as TOML"],
    ["master = 1", "The 'master' field must be a dictionary"],
    [
      "[master]\nprincipal = 'x'\nsecret = 'y'",
      "The 'master' field must either contain an 'address' field or a 'zookeeper' dictionary",
    ],
    [
      '[master]\naddress = "a:1"\n[master.zookeeper]\naddresses = ["a:1"]\npath = "/m"',
      "but not both",
    ],
    ['[master.zookeeper]\npath = "/m"', "must contain an 'addresses' list"],
    ['[master.zookeeper]\naddresses = ["a:1"]', "must contain a 'path' field"],
    ['[master.zookeeper]\naddresses = ["a:1"]\npath = "m"', "must start with a '/'"],
    [
      '[master.zookeeper]\naddresses = ["a:1"]\npath = "/"',
      "should be nested ('/' is not supported)",
    ],
    ["[agent]\nssl = true", "'agent.ssl' is not supported"],
    ["[agent]\ntimeout = 'x'", "The 'agent->timeout' field must be a number in seconds"],
    ["[agent]\nprincipal = 'x'", "'agent' needs both 'principal' and 'secret'"],
    ["plugins = 1", "'plugins' field must be a list"],
    ["plugins = ['/x/y']", "the plugin '/x/y' cannot be loaded"],
  ])("refuses %j", (toml, text) => expect(() => read(toml)).toThrow(text));

  it("names a file that is not there, if it was asked for", () => {
    const environment = { MESOS_CLI_CONFIG: "/nonexistent/config.toml" };
    expect(() => readSettings(environment, { master: undefined, timeout: undefined })).toThrow(
      "/nonexistent/config.toml: ENOENT",
    );
    expect(() => read("", {}, { timeout: "soon" })).toThrow("--timeout: ");
  });
});
