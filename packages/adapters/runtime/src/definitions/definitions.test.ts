import { readFileSync } from "node:fs";
import { err } from "@mesos-ts/base";
import { describe, expect, test } from "vitest";
import type { FlagDefinitions } from "../flags/definition.ts";
import { loadFlags } from "../flags/load.ts";
import { flagsMap, usage } from "../flags/show.ts";
import { agentFlags, hostFolders } from "./agent.ts";
import { masterFlags } from "./master.ts";
import { executeFlags, localFlags, resolveFlags } from "./tools.ts";

const folders = hostFolders({}, () => true);
const agent = agentFlags(folders);

function recorded(name: string): Record<string, string> {
  const url = new URL(`../../../../testing/fixtures/http/${name}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")).json.flags;
}

function load<D extends FlagDefinitions>(definitions: D, args: string[]) {
  return loadFlags(definitions, {
    args,
    environment: {},
    prefix: "MESOS_",
    readFile: () => err("No such file or directory"),
  });
}

function shown<D extends FlagDefinitions>(definitions: D, args: string[]) {
  const loaded = load(definitions, args);
  return loaded.type === "ok" ? flagsMap(definitions, loaded.value) : loaded.error;
}

function refusal<D extends FlagDefinitions>(definitions: D, args: string[]): string | undefined {
  const loaded = load(definitions, args);
  return loaded.type === "error" ? loaded.error : undefined;
}

describe("recorded /flags", () => {
  test("of a master", () => {
    const { quorum, ...golden } = recorded("master_get_flags.json");
    expect(quorum).toBe("1");
    const ours = shown(masterFlags, [
      "--cluster=golden",
      "--hostname=localhost",
      "--ip=127.0.0.1",
      "--log_dir=/var/log/mesos",
      "--work_dir=/var/lib/mesos/master",
    ]);
    expect(ours).toEqual(golden);
    expect(masterFlags).toHaveProperty("quorum");
  });

  test("of an agent", () => {
    const ours = shown(agent, [
      "--attributes=rack:r1;zone:z1",
      "--hostname=localhost",
      "--ip=127.0.0.1",
      "--log_dir=/var/log/mesos",
      "--master=127.0.0.1:5050",
      "--resources=cpus:4;mem:4096;disk:10240;ports:[31000-32000]",
      "--no-systemd_enable_support",
      "--work_dir=/var/lib/mesos/agent",
    ]);
    expect(ours).toEqual(recorded("agent_get_flags.json"));
  });
});

describe("Module", () => {
  const load = (name: string) => refusal(masterFlags, [`--allocator=${name}`]);

  test("the allocator is built in, under both of its names", () => {
    expect([load("hierarchical"), load("HierarchicalDRF")]).toEqual([undefined, undefined]);
  });

  test("one from a shared library is refused by its name", () => {
    expect(load("org_apache_mesos_TestAllocator")).toContain(
      "'--allocator=org_apache_mesos_TestAllocator' needs loading of modules",
    );
  });
});

describe("masters refuse", () => {
  const later = "which this release does not build yet";
  test.each([
    ["--registry=paper", "'paper' is not a supported option for registry persistence"],
    [
      "--registry_strict",
      "Support for '--registry_strict' has been disabled and will be removed in a future version of Mesos",
    ],
    [
      "--slave_ping_timeout=500ms",
      "Expected `--agent_ping_timeout` to be between 1secs and 15mins",
    ],
    [
      "--agent_ping_timeout=16mins",
      "Expected `--agent_ping_timeout` to be between 1secs and 15mins",
    ],
    ["--max_agent_ping_timeouts=0", "Expected `--max_agent_ping_timeouts` to be at least 1"],
    ["--domain={}", "`domain` must define `fault_domain`"],
    ['--domain={"fault_domain": null}', "`domain` must define `fault_domain`"],
    ["--ip=::1", "Failed to parse IPv4: ::1"],
    [
      "--port=65536",
      "Failed to load flag 'port': Failed to load value '65536': Failed to convert into required type",
    ],
    ["--user_sorter=fair", "Unknown sorter 'fair' for --role_sorter: expected 'drf' or 'random'"],
    ["--framework_sorter=x", "Unknown sorter 'x' for --framework_sorter"],
    ["--allocator=mine", `'--allocator=mine' needs loading of modules, ${later}`],
    [
      "--allocator_agent_recovery_factor=1.5",
      "Expected `--allocator_agent_recovery_factor` to be between 0 and 1",
    ],
    ["--authenticate", `Flag '--authenticate_frameworks' needs authentication, ${later}`],
    ["--acls={}", `Flag '--acls' needs authorization, ${later}`],
    ["--modules={}", `Flag '--modules' needs loading of modules, ${later}`],
    [
      "--logging_level=LOUD",
      "'LOUD' is not a valid logging level. Possible values for 'logging_level' flag are: 'INFO', 'WARNING', 'ERROR'.",
    ],
  ])("%s", (argument, error) => {
    expect(refusal(masterFlags, [argument])?.startsWith(error)).toBe(true);
  });

  test.each([
    "--allocator=HierarchicalDRF",
    "--user_sorter=random",
    "--framework_sorter=random",
    "--fair_sharing_excluded_resource_names=gpus,tpus",
    "--allocator_agent_recovery_factor=0",
    "--allocator_recovery_timeout=1mins",
    "--whitelist=file:///list",
  ])("not %s", (argument) => {
    expect(refusal(masterFlags, [argument])).toBeUndefined();
  });

  test("not what does what is done anyway", () => {
    const harmless = [
      "--whitelist=*",
      "--no-authenticate_agents",
      "--registry_store_timeout=20000ms",
    ];
    expect(refusal(masterFlags, harmless)).toBeUndefined();
  });
});

describe("agents refuse", () => {
  const later = "which this release does not build yet";
  test.each([
    [
      "--isolation=cgroups/cpu",
      `'--isolation=cgroups/cpu' needs the isolator 'cgroups/cpu', ${later}`,
    ],
    ["--launcher=linux", `'--launcher=linux' needs cgroups and namespaces, ${later}`],
    [
      "--containerizers=docker,mesos",
      `'--containerizers=docker,mesos' needs the Docker containerizer, ${later}`,
    ],
    [
      "--reconfiguration_policy=any",
      "Unknown option for 'reconfiguration_policy' flag any. Please run the agent with '--help' to see the valid options.",
    ],
    [
      "--recover=maybe",
      "Unknown option for 'recover' flag maybe. Please run the agent with '--help' to see the valid options",
    ],
    [
      "--executor_reregistration_timeout=16secs",
      "Expected `--executor_reregistration_timeout` to be not more than 15secs",
    ],
    [
      '--executor_environment_variables={"A": 1}',
      "`executor_environment_variables` must only contain string values",
    ],
    [
      '--agent_features={"capabilities": [{"type": "MULTI_ROLE"}]}',
      "At least the following agent features need to be enabled: MULTI_ROLE,",
    ],
    [
      "--gc_disk_headroom=1.5",
      "Invalid value '1.5' for --gc_disk_headroom. Must be between 0.0 and 1.0",
    ],
    [
      "--default_role=a b",
      "Role component 'a b' is invalid because it contains backspace or whitespace",
    ],
    [
      "--master=zk://h:2181/",
      "Failed to create a master detector: Expecting a (chroot) path for ZooKeeper ('/' is not supported)",
    ],
    ["--master=nowhere", "Failed to create a master detector: Failed to parse 'nowhere'"],
    ["--image_providers=docker", `Flag '--image_providers' needs container images, ${later}`],
    [
      "--ephemeral_ports_per_container=1024",
      `Flag '--ephemeral_ports_per_container' needs network/port_mapping isolation, ${later}`,
    ],
  ])("%s", (argument, error) => {
    expect(refusal(agent, ["--work_dir=/w", argument])?.slice(0, error.length)).toBe(error);
  });

  test("to start without --work_dir", () => {
    expect(refusal(agent, [])).toBe("Flag 'work_dir' is required, but it was not provided");
  });

  test("not what does what is done anyway", () => {
    const harmless = ["--isolation=posix/mem", "--systemd_enable_support", "--launcher=posix"];
    expect(refusal(agent, ["--work_dir=/w", ...harmless])).toBeUndefined();
  });
});

test("folders follow the host", () => {
  expect(hostFolders({ TMPDIR: "/t" }, () => false)).toEqual({
    temporary: "/t",
    runtime: "/t/mesos/runtime",
  });
  expect(folders).toEqual({ temporary: "/tmp", runtime: "/var/run/mesos" });
});

test("tools", () => {
  expect(refusal(executeFlags, [])).toBe("Flag 'master' is required, but it was not provided");
  expect(refusal(executeFlags, ["--master=m", "--content_type=xml"])).toBe(
    "Invalid content type 'xml'",
  );
  expect(refusal(executeFlags, ["--master=m", "--containerizer=rkt"])).toBe(
    "Unsupported containerizer: rkt",
  );
  expect(refusal(executeFlags, ["--master=m", '--env={"A": 1}'])).toContain("string values");
  expect(shown(resolveFlags, [])).toEqual({ help: "false", timeout: "5secs", verbose: "false" });
  expect(shown(localFlags("/tmp"), [])).toMatchObject({
    num_slaves: "1",
    work_dir: "/tmp/mesos/work",
  });
});

test.each([
  ["mesos-master", masterFlags],
  ["mesos-agent", agent],
  ["mesos-execute", executeFlags],
] as [string, FlagDefinitions][])(
  "%s: every flag has help, and its default is valid",
  (program, definitions) => {
    const text = usage(definitions, { program });
    for (const [name, definition] of Object.entries(definitions)) {
      expect(text).toContain(`--${definition.type === "boolean" ? "[no-]" : ""}${name}`);
      expect(definition.help.length, name).toBeGreaterThan(8);
      const validate = definition.validate as ((value: unknown) => unknown) | undefined;
      if (definition.default !== undefined) {
        expect(validate?.(definition.default), name).toBeUndefined();
      }
    }
  },
);
