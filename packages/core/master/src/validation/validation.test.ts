/** One table per object: what is wrong, and what its sender is told. */
import type {
  CheckInfo,
  ContainerInfo,
  Environment_Variable,
  FrameworkInfo,
  HealthCheck,
  Resource,
  Volume,
} from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { capabilities, registration, scalar } from "../test-harness.ts";
import { validateRegistration, validateReregistration } from "./agents.ts";
import { validateCheck, validateHealthCheck } from "./checks.ts";
import { validateVariable } from "./command.ts";
import { validateContainer, validateVolume } from "./container.ts";
import { validateFrameworkInfo } from "./framework.ts";
import { validateDiskInfo, validateOneRole } from "./resources.ts";

const DEV = { allocation_info: { role: "dev" } };

const volume = (id: string, more: object = {}): Resource =>
  scalar("disk", 1, {
    ...DEV,
    reservations: [{ type: "DYNAMIC", role: "dev" }],
    disk: { persistence: { id }, volume: { mode: "RW", container_path: "d" }, ...more },
  });

describe("a health check", () => {
  it.each<[HealthCheck, string | undefined]>([
    [{ type: "COMMAND", command: { value: "true" } }, undefined],
    [{ type: "HTTP", http: { port: 1, path: "/", scheme: "https" } }, undefined],
    [{ type: "TCP", tcp: { port: 1 } }, undefined],
    [{}, "HealthCheck must specify 'type'"],
    [{ type: "UNKNOWN" }, "'UNKNOWN' is not a valid health check type"],
    [{ type: "COMMAND" }, "Expecting 'command' to be set for COMMAND health check"],
    [{ type: "COMMAND", command: {} }, "Command health check must contain 'shell command'"],
    [
      { type: "COMMAND", command: { shell: false } },
      "Command health check must contain 'executable path'",
    ],
    [
      { type: "COMMAND", command: { value: "x", environment: { variables: [{ name: "A" }] } } },
      "Health check's `CommandInfo` is invalid: Environment variable 'A' of type 'VALUE' must have a value set",
    ],
    [{ type: "HTTP" }, "Expecting 'http' to be set for HTTP health check"],
    [
      { type: "HTTP", http: { port: 1, scheme: "ftp" } },
      "Unsupported HTTP health check scheme: 'ftp'",
    ],
    [
      { type: "HTTP", http: { port: 1, path: "x" } },
      "The path 'x' of HTTP health check must start with '/'",
    ],
    [{ type: "TCP" }, "Expecting 'tcp' to be set for TCP health check"],
    ...(["delay", "grace_period", "interval", "timeout"] as const).map(
      (name): [HealthCheck, string] => [
        { type: "TCP", tcp: { port: 1 }, [`${name}_seconds`]: -1 },
        `Expecting '${name}_seconds' to be non-negative`,
      ],
    ),
  ])("%j: %s", (check, why) => expect(validateHealthCheck(check)).toBe(why));
});

describe("a check", () => {
  it.each<[CheckInfo, string | undefined]>([
    [{ type: "COMMAND", command: { command: { value: "true" } } }, undefined],
    [{}, "CheckInfo must specify 'type'"],
    [{ type: "UNKNOWN" }, "'UNKNOWN' is not a valid check type"],
    [{ type: "COMMAND" }, "Expecting 'command' to be set for COMMAND check"],
    [{ type: "COMMAND", command: { command: {} } }, "Command check must contain 'shell command'"],
    [{ type: "HTTP" }, "Expecting 'http' to be set for HTTP check"],
    [
      { type: "HTTP", http: { port: 1, path: "x" } },
      "The path 'x' of HTTP check must start with '/'",
    ],
    [{ type: "TCP" }, "Expecting 'tcp' to be set for TCP check"],
    [
      { type: "TCP", tcp: { port: 1 }, delay_seconds: -1 },
      "Expecting 'delay_seconds' to be non-negative",
    ],
  ])("%j: %s", (check, why) => expect(validateCheck(check)).toBe(why));
});

describe("an environment variable", () => {
  const data = new Uint8Array([65]);
  it.each<[Partial<Environment_Variable>, string | undefined]>([
    [{ value: "x" }, undefined],
    [{ type: "SECRET", secret: { type: "VALUE", value: { data } } }, undefined],
    [{}, "Environment variable 'A' of type 'VALUE' must have a value set"],
    [
      { value: "x", secret: {} },
      "Environment variable 'A' of type 'VALUE' must not have a secret set",
    ],
    [{ type: "UNKNOWN" }, "Environment variable of type 'UNKNOWN' is not allowed"],
    [{ type: "SECRET" }, "Environment variable 'A' of type 'SECRET' must have a secret set"],
    [
      { type: "SECRET", secret: {}, value: "x" },
      "Environment variable 'A' of type 'SECRET' must not have a value set",
    ],
    [
      { type: "SECRET", secret: { type: "REFERENCE" } },
      "Environment variable 'A' specifies an invalid secret: Secret of type REFERENCE must have the 'reference' field set",
    ],
    [
      {
        type: "SECRET",
        secret: { type: "REFERENCE", reference: { name: "n" }, value: { data } },
      },
      "Environment variable 'A' specifies an invalid secret: Secret 'n' of type REFERENCE must not have the 'value' field set",
    ],
    [
      { type: "SECRET", secret: { type: "VALUE" } },
      "Environment variable 'A' specifies an invalid secret: Secret of type VALUE must have the 'value' field set",
    ],
    [
      { type: "SECRET", secret: { type: "VALUE", value: { data }, reference: { name: "n" } } },
      "Environment variable 'A' specifies an invalid secret: Secret of type VALUE must not have the 'reference' field set",
    ],
    [
      { type: "SECRET", secret: { type: "VALUE", value: { data: new Uint8Array([0]) } } },
      "Environment variable 'A' specifies a secret containing null bytes, which is not allowed in the environment",
    ],
  ])("%j: %s", (variable, why) => expect(validateVariable({ name: "A", ...variable })).toBe(why));
});

describe("a volume", () => {
  const one = "Only one of them should be set: 'host_path', 'image' and 'source'";
  it.each<[Partial<Volume>, string | undefined]>([
    [{ host_path: "/x" }, undefined],
    [{ source: { type: "HOST_PATH", host_path: { path: "/" } } }, undefined],
    [{}, one],
    [{ host_path: "/x", source: {} }, one],
    [{ source: {} }, "'source.type' is unknown"],
    [
      { source: { type: "DOCKER_VOLUME" } },
      "'source.docker_volume' is not set for DOCKER_VOLUME volume",
    ],
    [{ source: { type: "HOST_PATH" } }, "'source.host_path' is not set for HOST_PATH volume"],
    [
      { source: { type: "SANDBOX_PATH" } },
      "'source.sandbox_path' is not set for SANDBOX_PATH volume",
    ],
    [{ source: { type: "SECRET" } }, "'source.secret' is not set for SECRET volume"],
    [{ source: { type: "CSI_VOLUME" } }, "'source.csi_volume' is not set for CSI volume"],
  ])("%j: %s", (more, why) =>
    expect(validateVolume({ mode: "RW", container_path: "c", ...more })).toBe(why),
  );
});

describe("a container", () => {
  it.each<[ContainerInfo, string]>([
    [
      { type: "DOCKER", docker: { image: "i", parameters: [{ key: "name", value: "x" }] } },
      "Parameter in DockerInfo must not be 'name'",
    ],
    [
      { type: "MESOS", volumes: [{ mode: "RW", container_path: "c" }] },
      "Invalid volume: Only one of them should be set: 'host_path', 'image' and 'source'",
    ],
  ])("%j: %s", (container, why) => expect(validateContainer(container)).toBe(why));
});

describe("resources", () => {
  it.each<[Resource, string]>([
    [scalar("disk", 1, { disk: {} }), "DiskInfo is set but empty"],
    [
      scalar("disk", 1, { disk: { volume: { mode: "RW", container_path: "d" } } }),
      "Non-persistent volume not supported",
    ],
    [
      scalar("disk", 1, { disk: { persistence: { id: "v" } } }),
      "Persistent volumes cannot be created from unreserved resources",
    ],
    [
      { ...volume("v"), revocable: {} },
      "Persistent volumes cannot be created from revocable resources",
    ],
    [volume("v", { volume: undefined }), "Expecting 'volume' to be set for persistent volume"],
    [
      volume("v", { volume: { mode: "RW", container_path: "d", host_path: "/" } }),
      "Expecting 'host_path' to be unset for persistent volume",
    ],
    [
      volume("a/b"),
      "Invalid persistence ID for persistent volume: 'a/b' contains invalid characters",
    ],
  ])("%j: %s", (resource, why) => expect(validateDiskInfo([resource])).toBe(why));

  it("of one role are those that say so", () => {
    expect(validateOneRole([scalar("cpus", 1, DEV)])).toBeUndefined();
  });
});

describe("a FrameworkInfo", () => {
  const multi = capabilities("MULTI_ROLE");
  it.each<[Partial<FrameworkInfo>, string | undefined]>([
    [{ capabilities: multi, roles: ["a", "b/c"] }, undefined],
    [{ capabilities: multi }, undefined],
    [{ role: "a" }, undefined],
    [
      { roles: ["a"] },
      "'FrameworkInfo.roles' must not be set when the framework is not MULTI_ROLE capable",
    ],
    [
      { capabilities: multi, role: "a" },
      "'FrameworkInfo.role' must not be set when the framework is MULTI_ROLE capable",
    ],
    [
      { role: "a b" },
      "'FrameworkInfo.role' is not a valid role: Role component 'a b' is invalid because it contains backspace or whitespace",
    ],
    [{ failover_timeout: -1e300 }, "The framework failover_timeout (-1e+300) is invalid"],
    [
      { offer_filters: { "*": { min_allocatable_resources: { quantities: [{}] } } } },
      "Resource quantities must contain at least one quantity",
    ],
    ...(
      [
        [Number.NaN, "NaN not supported"],
        [Number.POSITIVE_INFINITY, "Infinite values not supported"],
        [1e-320, "Subnormal values not supported"],
        [-1, "Negative values not supported"],
      ] as const
    ).map(([value, why]): [Partial<FrameworkInfo>, string] => [
      {
        offer_filters: {
          "*": { min_allocatable_resources: { quantities: [{ quantities: { cpus: { value } } }] } },
        },
      },
      `Invalid resource quantity for 'cpus': ${why}`,
    ]),
  ])("%j: %s", (info, why) =>
    expect(validateFrameworkInfo({ user: "u", name: "n", ...info })).toBe(why),
  );
});

describe("an agent's registration", () => {
  const message = registration();
  const known = {
    ...message,
    agent: { ...message.agent, id: { value: "S" } },
    frameworks: [{ user: "u", name: "n", id: { value: "F" } }],
  };
  const taskOf = (more: object) => ({
    name: "t",
    task_id: { value: "t" },
    framework_id: { value: "F" },
    agent_id: { value: "S" },
    state: "TASK_RUNNING" as const,
    ...more,
  });
  const executor = { executor_id: { value: "e" }, framework_id: { value: "F" } };

  it.each([
    [
      { agent: { ...message.agent, checkpoint: false }, checkpointed_resources: [volume("v")] },
      "Checkpointed resources provided when checkpointing is not enabled",
    ],
    [{ agent: { ...message.agent, id: { value: "a/b" } } }, "'a/b' contains invalid characters"],
  ])("with %j is refused", (wrong, why) =>
    expect(validateRegistration({ ...message, ...wrong })).toBe(why),
  );

  it.each([
    [{ agent: message.agent }, "ID must not be empty"],
    [
      { frameworks: [...known.frameworks, ...known.frameworks] },
      "Framework has a duplicate FrameworkID: 'F'",
    ],
    [{ executor_infos: [executor, executor] }, "Framework 'F' has a duplicate ExecutorID 'e'"],
    [
      { executor_infos: [{ ...executor, framework_id: { value: "X" } }] },
      "Executor has an invalid FrameworkID 'X'",
    ],
    [
      { tasks: [taskOf({ task_id: { value: "" } })] },
      "Task has an invalid TaskID: ID must not be empty",
    ],
    [{ tasks: [taskOf({ agent_id: { value: "X" } })] }, "Task has an invalid SlaveID 'X'"],
    [{ tasks: [taskOf({ framework_id: { value: "X" } })] }, "Task has an invalid FrameworkID 'X'"],
    [{ tasks: [taskOf({ executor_id: { value: "x" } })] }, "Task has an invalid ExecutorID 'x'"],
    [
      { tasks: [taskOf({ resources: [scalar("cpus", -1)] })] },
      "Task uses invalid resources: Resource 'cpus:-1' is invalid: Invalid scalar resource: value <= 0",
    ],
  ])("again with %j is refused", (wrong, why) =>
    expect(validateReregistration({ ...known, ...wrong })).toBe(why),
  );
});
