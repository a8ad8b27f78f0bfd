import type { agent, ContainerInfo } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { AgentBench } from "../testing.ts";
import { inputStep } from "./process-io.ts";
import { unsupportedContainer, unsupportedLaunch } from "./unsupported.ts";
import { invalidContainerCall } from "./validation.ts";

const NESTED = { value: "c", parent: { value: "p" } };
const DEEP = { value: "d", parent: NESTED };
const ALONE = { value: "a" };
const LONG = "x".repeat(243);

const call = (type: string, payload: object): agent.Call =>
  ({ type, [type.toLowerCase()]: payload }) as agent.Call;

const launch = (more: object, container_id: object = ALONE): agent.Call =>
  call("LAUNCH_CONTAINER", { container_id, ...more });

const cpus = (more: object = {}) => [
  { name: "cpus", type: "SCALAR", scalar: { value: 1 }, ...more },
];
const mesos = (more: object) => ({ type: "MESOS", ...more });
const variable = (more: object) => ({
  command: { environment: { variables: [{ name: "A", ...more }] } },
});

describe("a call on containers is invalid", () => {
  it.each<[string, agent.Call]>([
    [
      "'wait_container.container_id' is invalid: ID must not be empty",
      call("WAIT_CONTAINER", { container_id: { value: "" } }),
    ],
    [
      "'kill_container.container_id' is invalid: 'a/b' contains invalid characters",
      call("KILL_CONTAINER", { container_id: { value: "a/b" } }),
    ],
    [
      "'remove_container.container_id' is invalid: '..' is disallowed",
      call("REMOVE_CONTAINER", { container_id: { value: ".." } }),
    ],
    [
      "'launch_container.container_id' is invalid: 'ContainerID.value' 'a.b' contains invalid characters",
      launch({}, { value: "a.b" }),
    ],
    [
      "'launch_container.container_id' is invalid: 'ContainerID.value' 'a b' contains invalid characters",
      launch({}, { value: "a b" }),
    ],
    [
      `'launch_container.container_id' is invalid: 'ContainerID.value' '${LONG}' exceeds the maximum length (242)`,
      launch({}, { value: LONG }),
    ],
    [
      "'launch_container.container_id' is invalid: 'ContainerID.parent' is invalid: ID must not be empty",
      launch({}, { value: "a", parent: { value: "" } }),
    ],
    ...["LAUNCH", "WAIT", "KILL", "REMOVE"].map((verb): [string, agent.Call] => [
      `Expecting '${verb.toLowerCase()}_nested_container.container_id.parent' to be present`,
      call(`${verb}_NESTED_CONTAINER`, { container_id: ALONE }),
    ]),
    [
      "Expecting 'launch_nested_container_session.container_id.parent' to be present",
      call("LAUNCH_NESTED_CONTAINER_SESSION", { container_id: ALONE }),
    ],
    [
      "'launch_nested_container_session.container.linux_info' is invalid: 'share_cgroups' cannot be set to 'false' for nested container sessions",
      call("LAUNCH_NESTED_CONTAINER_SESSION", {
        container_id: NESTED,
        container: mesos({ linux_info: { share_cgroups: false } }),
      }),
    ],
    [
      "'launch_nested_container' is invalid: containers nested at the second level or greater cannot set 'share_cgroups' to 'false'",
      call("LAUNCH_NESTED_CONTAINER", {
        container_id: DEEP,
        container: mesos({ linux_info: { share_cgroups: false } }),
      }),
    ],
    [
      "'launch_container' is invalid: containers nested at the second level or greater cannot specify resources",
      launch({ resources: cpus() }, DEEP),
    ],
    [
      "'launch_container' is invalid: containers nested at the second level or greater cannot specify resource limits",
      launch({ limits: { cpus: { value: 1 } } }, DEEP),
    ],
    [
      "'launch_container' is invalid: containers nested at the second level or greater cannot set 'share_cgroups' to 'false'",
      launch({ container: mesos({ linux_info: { share_cgroups: false } }) }, DEEP),
    ],
    [
      "'launch_container' is invalid: containers without a parent cannot set 'share_cgroups' to 'true'",
      launch({ container: mesos({ linux_info: { share_cgroups: true } }) }),
    ],
    [
      "Invalid resources: Resource 'cpus:-1' is invalid: Invalid scalar resource: value <= 0",
      launch({ resources: cpus({ scalar: { value: -1 } }) }),
    ],
    [
      "Invalid resources: Resource 'gpus:0.5' is invalid: Invalid 'gpus' resource: The 'gpus' resource must be an unsigned integer",
      launch({ resources: cpus({ name: "gpus", scalar: { value: 0.5 } }) }),
    ],
    [
      "'launch_container.resources' must be unreserved",
      launch({ resources: cpus({ reservations: [{ type: "STATIC", role: "r" }] }) }),
    ],
    ["'launch_container.resources' must be unreserved", launch({ resources: cpus({ role: "r" }) })],
    [
      "'launch_container.resources' must be non-revocable",
      launch({ resources: cpus({ revocable: {} }) }),
    ],
    [
      "'launch_container.command' is invalid: Environment variable 'A' of type 'VALUE' must have a value set",
      launch(variable({})),
    ],
    [
      "'launch_container.command' is invalid: Environment variable 'A' of type 'SECRET' must have a secret set",
      launch(variable({ type: "SECRET" })),
    ],
    [
      "'launch_container.command' is invalid: Environment variable of type 'UNKNOWN' is not allowed",
      launch(variable({ type: "UNKNOWN" })),
    ],
    [
      "'launch_container.container' is invalid: Invalid volume: Only one of them should be set: 'host_path', 'image' and 'source'",
      launch({ container: mesos({ volumes: [{ mode: "RW", container_path: "v" }] }) }),
    ],
    [
      "'launch_container.container' is invalid: Invalid volume: 'source.type' is unknown",
      launch({ container: mesos({ volumes: [{ container_path: "v", source: {} }] }) }),
    ],
    ["Expecting 'attach_container_input.type' to be present", call("ATTACH_CONTAINER_INPUT", {})],
    [
      "'attach_container_input.type' is unknown",
      call("ATTACH_CONTAINER_INPUT", { type: "UNKNOWN" }),
    ],
    [
      "'attach_container_input.container_id' is invalid: ID must not be empty",
      call("ATTACH_CONTAINER_INPUT", { type: "CONTAINER_ID" }),
    ],
    [
      "'attach_container_output.container_id' is invalid: 'ContainerID.value' 'a.b' contains invalid characters",
      call("ATTACH_CONTAINER_OUTPUT", { container_id: { value: "a.b" } }),
    ],
  ])("%s", (text, wrong) => {
    expect(invalidContainerCall(wrong)).toBe(text);
  });

  it.each<[string, agent.Call]>([
    ["a standalone launch", launch({ resources: cpus(), limits: { cpus: { value: 2 } } })],
    ["a nested one with resources", launch({ resources: cpus({ role: "r" }) }, NESTED)],
    ["a deep one without", launch({ command: { value: "true" } }, DEEP)],
    ["the first record of an input", call("ATTACH_CONTAINER_INPUT", { type: "PROCESS_IO" })],
    ["another call", { type: "GET_HEALTH" }],
  ])("unless it is %s", (_what, right) => {
    expect(invalidContainerCall(right)).toBeUndefined();
  });
});

describe("what plain processes cannot have is refused by its field", () => {
  it.each<[string, object, object]>([
    ["command.environment.variables.secret", variable({ type: "SECRET" }).command, {}],
    ["container.mesos.image", {}, { mesos: { image: { type: "DOCKER" } } }],
    ["container.hostname", {}, { hostname: "h" }],
    ["container.network_infos", {}, { network_infos: [{ name: "n" }] }],
    ["container.linux_info.capability_info", {}, { linux_info: { capability_info: {} } }],
    [
      "container.linux_info.bounding_capabilities",
      {},
      { linux_info: { bounding_capabilities: {} } },
    ],
    [
      "container.linux_info.effective_capabilities",
      {},
      { linux_info: { effective_capabilities: {} } },
    ],
    [
      "container.linux_info.share_pid_namespace",
      {},
      { linux_info: { share_pid_namespace: false } },
    ],
    ["container.linux_info.seccomp", {}, { linux_info: { seccomp: { profile_name: "p" } } }],
    ["container.linux_info.ipc_mode", {}, { linux_info: { ipc_mode: "PRIVATE" } }],
    ["container.linux_info.shm_size", {}, { linux_info: { shm_size: 1 } }],
    ["container.linux_info.share_cgroups", {}, { linux_info: { share_cgroups: false } }],
    ["container.volumes.image", {}, { volumes: [{ image: { type: "DOCKER" } }] }],
    ["container.volumes.mode", {}, { volumes: [{ host_path: "/x", mode: "RO" }] }],
    [
      "container.volumes.source.docker_volume",
      {},
      { volumes: [{ source: { type: "DOCKER_VOLUME" } }] },
    ],
    ["container.volumes.source.secret", {}, { volumes: [{ source: { type: "SECRET" } }] }],
    ["container.volumes.source.csi_volume", {}, { volumes: [{ source: { type: "CSI_VOLUME" } }] }],
    [
      "container.volumes.source.host_path.mount_propagation",
      {},
      {
        volumes: [
          { source: { type: "HOST_PATH", host_path: { path: "/x", mount_propagation: {} } } },
        ],
      },
    ],
  ])("%s", (field, command, container) => {
    expect(unsupportedLaunch("launch_container", command, mesos(container) as never)).toBe(
      `'launch_container.${field}' is not supported: containers of this agent are plain processes (posix isolation)`,
    );
  });

  it("is refused to tasks, too", () => {
    const bench = new AgentBench().registered();
    const image = { type: "MESOS", mesos: { image: { type: "DOCKER" } } } as never;
    const effects = bench.runTask({ id: "t", container: image });
    const [refused] = effects.filter(({ type }) => type === "refuse-container");
    expect(refused).toMatchObject({
      reason:
        "'container.mesos.image' is not supported: containers of this agent are plain processes (posix isolation)",
    });
    const docker = { type: "DOCKER", docker: { image: "x" } } as const;
    expect(unsupportedContainer({ value: "true" }, docker)).toBe(
      "None of the enabled containerizers (mesos) could create a container for the provided TaskInfo/ExecutorInfo message",
    );
  });

  it("and what they have anyway is not", () => {
    const linux_info = {
      share_pid_namespace: true,
      ipc_mode: "SHARE_PARENT",
      share_cgroups: true,
      seccomp: { unconfined: true },
    } as const;
    const volumes = [{ mode: "RW", host_path: "/x", container_path: "x" }];
    const container = mesos({ linux_info, volumes, tty_info: {} }) as ContainerInfo;
    expect(unsupportedLaunch("launch_container", { value: "true" }, container)).toBeUndefined();
  });
});

describe("a record of an attached input", () => {
  const io = (process_io?: object, type = "PROCESS_IO") =>
    inputStep(call("ATTACH_CONTAINER_INPUT", { type, process_io }));

  it.each<[string, object | undefined]>([
    ["Expecting 'attach_container_input.process_io' to be present", undefined],
    ["Expecting 'process_io.type' to be present", {}],
    ["'process_io.type' is unknown", { type: "UNKNOWN" }],
    ["Expecting 'process_io.control' to be present", { type: "CONTROL" }],
    ["Expecting 'process_io.control.type' to be present", { type: "CONTROL", control: {} }],
    ["'process_io.control.type' is unknown", { type: "CONTROL", control: { type: "UNKNOWN" } }],
    [
      "Expecting 'process_io.control.tty_info' to be present",
      { type: "CONTROL", control: { type: "TTY_INFO" } },
    ],
    [
      "Expecting 'tty_info.window_size' to be present",
      { type: "CONTROL", control: { type: "TTY_INFO", tty_info: {} } },
    ],
    [
      "Expecting 'process_io.control.heartbeat' to be present",
      { type: "CONTROL", control: { type: "HEARTBEAT" } },
    ],
    ["Expecting 'process_io.data' to be present", { type: "DATA" }],
    ["Expecting 'process_io.data.type' to be present", { type: "DATA", data: {} }],
    ["Expecting 'process_io.data.type' to be 'STDIN'", { type: "DATA", data: { type: "STDOUT" } }],
    ["Expecting 'process_io.data.data' to be present", { type: "DATA", data: { type: "STDIN" } }],
  ])("is refused: %s", (text, process_io) => {
    expect(io(process_io)).toEqual({ type: "invalid", text });
  });

  it("may not name the container again", () => {
    expect(io(undefined, "CONTAINER_ID")).toEqual({
      type: "invalid",
      text: "Expecting 'attach_container_input.type' to be 'PROCESS_IO' instead of: 'CONTAINER_ID'",
    });
  });

  it("asks for one thing", () => {
    const bytes = Uint8Array.of(1);
    expect(io({ type: "DATA", data: { type: "STDIN", data: bytes } })).toEqual({
      type: "data",
      bytes,
    });
    const tty_info = { window_size: { rows: 1, columns: 2 } };
    expect(io({ type: "CONTROL", control: { type: "TTY_INFO", tty_info } })).toEqual({
      type: "resize",
      rows: 1,
      columns: 2,
    });
    expect(io({ type: "CONTROL", control: { type: "HEARTBEAT", heartbeat: {} } })).toEqual({
      type: "heartbeat",
    });
  });
});
