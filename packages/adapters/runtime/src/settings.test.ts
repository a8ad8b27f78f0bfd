import { err } from "@mesos-ts/base";
import { describe, expect, test } from "vitest";
import { agentFlags, hostFolders } from "./definitions/agent.ts";
import { masterFlags } from "./definitions/master.ts";
import { loadFlags } from "./flags/load.ts";
import { parseMasterAddress, parseMasterSource } from "./master-address.ts";
import { agentSettings, masterSettings } from "./settings.ts";

const options = { environment: {}, prefix: undefined, readFile: () => err("none") };

function master(...args: string[]) {
  const loaded = loadFlags(masterFlags, { ...options, args: ["--work_dir=/w", ...args] });
  return loaded.type === "ok" ? masterSettings(loaded.value.values) : loaded;
}

function agent(...args: string[]) {
  const definitions = agentFlags(hostFolders({}, () => true));
  const loaded = loadFlags(definitions, { ...options, args: ["--work_dir=/w", ...args] });
  return loaded.type === "ok" ? agentSettings(loaded.value.values) : loaded;
}

describe("master", () => {
  test("defaults", () => {
    expect(master()).toEqual({
      type: "ok",
      value: {
        agentRemovalRate: undefined,
        recoveryAgentRemovalLimit: 1,
        registry: { type: "replicated_log", workDir: "/w", quorum: 1 },
        zk: undefined,
        roleWhitelist: undefined,
        weights: {},
        minAllocatable: [{ cpus: 0.01 }, { mem: 32 }],
        warnings: [],
      },
    });
  });

  test("a whitelist of everybody is deprecated", () => {
    expect(master("--whitelist=*")).toHaveProperty("value.warnings", [
      expect.stringContaining("Explicitly specifying '*' for the whitelist"),
    ]);
  });

  test("roles, weights and least resources", () => {
    const settings = master(
      "--roles=a,b/c",
      "--weights=a=2.5,*=1",
      "--min_allocatable_resources=disk:1|cpus:1;mem:32;widgets:2|gpus:0",
    );
    expect(settings).toEqual({
      type: "ok",
      value: {
        agentRemovalRate: undefined,
        recoveryAgentRemovalLimit: 1,
        registry: { type: "replicated_log", workDir: "/w", quorum: 1 },
        zk: undefined,
        roleWhitelist: ["a", "b/c", "*"],
        weights: { a: 2.5, "*": 1 },
        minAllocatable: [{ disk: 1 }, { cpus: 1, mem: 32, widgets: 2 }, {}],
        warnings: [
          expect.stringContaining("The '--roles' flag is deprecated."),
          "Non-first-class resource 'widgets' is configured as part of min_allocatable_resources",
        ],
      },
    });
  });

  test.each([
    [
      ["--ip=127.0.0.1", "--ip_discovery_command=x"],
      "Only one of `--ip` or `--ip_discovery_command` should be specified",
    ],
    [
      ["--agent_reregister_timeout=9mins"],
      "Invalid value '9mins' for --agent_reregister_timeout: Must be at least 10mins",
    ],
    [
      ["--zk=zk://a:2181"],
      "Error parsing ZooKeeper URL: Expecting a (chroot) path for ZooKeeper ('/' is not supported)",
    ],
    [
      ["--zk=zk://a:2181/m"],
      "Need to specify --quorum for replicated log based registry when using ZooKeeper",
    ],
    [
      ["--recovery_agent_removal_limit=50"],
      "Invalid value '50' for --recovery_agent_removal_percent_limit: missing '%'",
    ],
    [
      ["--recovery_agent_removal_limit=101%"],
      "Invalid value '101%' for --recovery_agent_removal_percent_limit: Must be within [0%-100%]",
    ],
    [
      ["--agent_removal_rate_limit=1"],
      "Invalid agent_removal_rate_limit: 1. Format is <Number of agents>/<Duration>",
    ],
    [["--roles=/a"], "Failed to parse roles: Role '/a' cannot start with a slash"],
    [
      ["--weights=a"],
      "Invalid weight: 'a'. --weights should be of the form 'role=weight,role=weight'",
    ],
    [["--weights=a=0"], "Invalid weight: 'a=0'. Weights must be positive"],
    [["--weights=a=x"], "Invalid weight: 'a=x'. Weights must be positive"],
    [["--roles=b", "--weights=a=1"], "Invalid weight: 'a=1'. a is not a valid role"],
    [["--offer_timeout=0ns"], "Invalid value '0ns' for --offer_timeout: Must be greater than zero"],
    [
      ["--min_allocatable_resources=cpus"],
      "Error parsing min_allocatable_resources 'cpus': Failed to parse 'cpus': missing or extra ':'",
    ],
    [
      ["--min_allocatable_resources=ports:[1-2]"],
      "Error parsing min_allocatable_resources 'ports:[1-2]': Failed to parse '[1-2]' to quantity: only scalar values are allowed",
    ],
    [
      ["--min_allocatable_resources=cpus:-1"],
      "Error parsing min_allocatable_resources 'cpus:-1': Failed to parse '-1' to quantity: negative values are not allowed",
    ],
  ])("refuses %j", (args, error) => {
    expect(master(...args)).toEqual({ type: "error", error });
  });
});

describe("agent", () => {
  test("settings", () => {
    expect(agent("--master=h:5050")).toEqual({
      type: "ok",
      value: {
        master: { type: "address", address: { host: "h", port: 5050 } },
        executorEnvironment: undefined,
        features: undefined,
        oversubscription: { estimator: { type: "noop" }, controller: { type: "noop" } },
      },
    });
    expect(agent("--master=h:5050", '--executor_environment_variables={"A": "b"}')).toHaveProperty(
      "value.executorEnvironment",
      { A: "b" },
    );
  });

  test.each([
    [[], "Missing required option `--master` or `--master_detector`"],
    [
      ["--master=h:1", "--ip=127.0.0.1", "--ip_discovery_command=x"],
      "Only one of `--ip` or `--ip_discovery_command` should be specified",
    ],
    [
      ["--master=h:1", "--registration_backoff_factor=61secs"],
      "Invalid value '61secs' for --registration_backoff_factor: Must be less than 1mins",
    ],
  ])("refuses %j", (args, error) => {
    expect(agent(...args)).toEqual({ type: "error", error });
  });
});

test.each([
  ["127.0.0.1:5050", { host: "127.0.0.1", port: 5050 }],
  ["master@host.example:1\n", { host: "host.example", port: 1 }],
])("the master's address %j", (text, value) => {
  expect(parseMasterAddress(text)).toEqual({ type: "ok", value });
});

test.each(["", "host", ":5050", "host:", "host:x", "host:65536", "ho st:1", "slave@h:1"])(
  "no master's address: %j",
  (text) => {
    expect(parseMasterAddress(text)).toEqual({
      type: "error",
      error: `Failed to parse '${text}'`,
    });
  },
);

test.each([
  "zk://10.0.0.11:2181,10.0.0.12:2181/mesos",
  "10.0.0.11:2181,10.0.0.12:2181/mesos",
  "10.0.0.11:2181,10.0.0.12:2181,/mesos",
])("the masters' group, as guides write it: %s", (zk) => {
  expect(master(`--zk=${zk}`, "--quorum=2")).toMatchObject({
    value: {
      zk: {
        servers: [
          { host: "10.0.0.11", port: 2181 },
          { host: "10.0.0.12", port: 2181 },
        ],
        path: "/mesos",
      },
    },
  });
});

test("a master that ZooKeeper names", () => {
  expect(parseMasterSource(" zk://user:pw@a:2181,b:2182/mesos\n")).toEqual({
    type: "ok",
    value: {
      type: "zookeeper",
      url: {
        servers: [
          { host: "a", port: 2181 },
          { host: "b", port: 2182 },
        ],
        path: "/mesos",
        credentials: "user:pw",
      },
    },
  });
  expect(parseMasterSource("zk://a:2181")).toEqual({
    type: "error",
    error:
      "Failed to create a master detector: Expecting a (chroot) path for ZooKeeper ('/' is not supported)",
  });
});
