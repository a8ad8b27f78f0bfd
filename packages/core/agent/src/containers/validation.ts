import { validateId } from "@mesos-ts/base";
import type { agent, CommandInfo, ContainerID, ContainerInfo } from "@mesos-ts/protos";
import { isPersistentVolume, isReserved, upgrade, validateResources } from "@mesos-ts/resources";

/** Longest id of one level. */
const MAX_CONTAINER_ID_LENGTH = 242;

/**
 * The first rule that a call on containers breaks, in Mesos's words; undefined for other calls and
 * for those in order. That the payload is there is looked at before.
 * Source: the agent's `validation::agent::call::validate`.
 */
export function invalidContainerCall(call: agent.Call): string | undefined {
  switch (call.type) {
    case "LAUNCH_NESTED_CONTAINER":
      return (
        invalidNested("launch_nested_container", call.launch_nested_container) ??
        invalidLaunch("launch_nested_container", call.launch_nested_container)
      );
    case "LAUNCH_NESTED_CONTAINER_SESSION":
      return (
        invalidNested("launch_nested_container_session", call.launch_nested_container_session) ??
        invalidLaunch("launch_nested_container_session", call.launch_nested_container_session) ??
        invalidSession(call.launch_nested_container_session?.container)
      );
    case "LAUNCH_CONTAINER":
      return invalidLaunchContainer(call.launch_container);
    case "WAIT_NESTED_CONTAINER":
      return invalidNested("wait_nested_container", call.wait_nested_container);
    case "KILL_NESTED_CONTAINER":
      return invalidNested("kill_nested_container", call.kill_nested_container);
    case "REMOVE_NESTED_CONTAINER":
      return invalidNested("remove_nested_container", call.remove_nested_container);
    case "WAIT_CONTAINER":
      return invalidId("wait_container", call.wait_container);
    case "KILL_CONTAINER":
      return invalidId("kill_container", call.kill_container);
    case "REMOVE_CONTAINER":
      return invalidId("remove_container", call.remove_container);
    case "ATTACH_CONTAINER_OUTPUT":
      return invalidId("attach_container_output", call.attach_container_output);
    case "ATTACH_CONTAINER_INPUT":
      return invalidInput(call.attach_container_input);
    default:
      return undefined;
  }
}

interface WithId {
  readonly container_id: ContainerID;
}

interface Launch extends WithId {
  readonly command?: CommandInfo | undefined;
  readonly container?: ContainerInfo | undefined;
}

/** Why this is no container's id. Dots separate the levels of an id in texts. */
export function invalidContainerId({ value, parent }: ContainerID): string | undefined {
  const problem = validateId(value);
  if (problem !== undefined) return problem;
  if (value.length > MAX_CONTAINER_ID_LENGTH) {
    return `'ContainerID.value' '${value}' exceeds the maximum length (${MAX_CONTAINER_ID_LENGTH})`;
  }
  if (/[. ]/.test(value)) return `'ContainerID.value' '${value}' contains invalid characters`;
  const above = parent && invalidContainerId(parent);
  return above && `'ContainerID.parent' is invalid: ${above}`;
}

function invalidId(field: string, payload: WithId | undefined): string | undefined {
  const problem = payload && invalidContainerId(payload.container_id);
  return problem && `'${field}.container_id' is invalid: ${problem}`;
}

function invalidNested(field: string, payload: WithId | undefined): string | undefined {
  const problem = invalidId(field, payload);
  if (problem !== undefined) return problem;
  return payload?.container_id.parent === undefined
    ? `Expecting '${field}.container_id.parent' to be present`
    : undefined;
}

function invalidLaunch(field: string, launch: Launch | undefined): string | undefined {
  const command = launch?.command && invalidCommand(launch.command);
  if (command !== undefined) return `'${field}.command' is invalid: ${command}`;
  const volume = launch?.container && invalidVolumes(launch.container);
  if (volume !== undefined) return `'${field}.container' is invalid: Invalid volume: ${volume}`;
  if (field !== "launch_container" && launch !== undefined && isTwiceNested(launch)) {
    return launch.container?.linux_info?.share_cgroups === false
      ? `'${field}' is invalid: ${DEEP} cannot set 'share_cgroups' to 'false'`
      : undefined;
  }
  return undefined;
}

const DEEP = "containers nested at the second level or greater";

function isTwiceNested({ container_id }: WithId): boolean {
  return container_id.parent?.parent !== undefined;
}

function invalidSession(container: ContainerInfo | undefined): string | undefined {
  return container?.linux_info?.share_cgroups === false
    ? "'launch_nested_container_session.container.linux_info' is invalid: 'share_cgroups' cannot be set to 'false' for nested container sessions"
    : undefined;
}

function invalidLaunchContainer(
  launch: agent.Call_LaunchContainer | undefined,
): string | undefined {
  if (launch === undefined) return undefined;
  return (
    invalidId("launch_container", launch) ??
    invalidResources(launch) ??
    invalidLaunch("launch_container", launch) ??
    invalidDepth(launch)
  );
}

/** Rule: a standalone container takes nothing that the cluster hands out. */
function invalidResources({
  container_id,
  resources = [],
}: agent.Call_LaunchContainer): string | undefined {
  const problem = validateResources(resources);
  if (problem !== undefined) return `Invalid resources: ${problem}`;
  if (container_id.parent !== undefined) return undefined;
  for (const resource of resources.map(upgrade)) {
    if (isReserved(resource)) {
      return "'launch_container.resources' must be unreserved";
    }
    if (isPersistentVolume(resource)) {
      return "'launch_container.resources' may not use persistent volumes";
    }
    if (resource.revocable !== undefined) {
      return "'launch_container.resources' must be non-revocable";
    }
  }
  return undefined;
}

function invalidDepth(launch: agent.Call_LaunchContainer): string | undefined {
  const shareCgroups = launch.container?.linux_info?.share_cgroups;
  const prefix = "'launch_container' is invalid: ";
  if (isTwiceNested(launch)) {
    if ((launch.resources ?? []).length > 0) return `${prefix}${DEEP} cannot specify resources`;
    if (Object.keys(launch.limits ?? {}).length > 0) {
      return `${prefix}${DEEP} cannot specify resource limits`;
    }
    if (shareCgroups === false) return `${prefix}${DEEP} cannot set 'share_cgroups' to 'false'`;
  }
  return launch.container_id.parent === undefined && shareCgroups === true
    ? `${prefix}containers without a parent cannot set 'share_cgroups' to 'true'`
    : undefined;
}

/** Rule: a variable has the value of its type. */
function invalidCommand({ environment }: CommandInfo): string | undefined {
  for (const { name, type = "VALUE", value, secret } of environment?.variables ?? []) {
    const variable = `Environment variable '${name}' of type '${type}'`;
    switch (type) {
      case "VALUE":
        if (value === undefined) return `${variable} must have a value set`;
        if (secret !== undefined) return `${variable} must not have a secret set`;
        break;
      case "SECRET":
        if (secret === undefined) return `${variable} must have a secret set`;
        if (value !== undefined) return `${variable} must not have a value set`;
        break;
      case "UNKNOWN":
        return "Environment variable of type 'UNKNOWN' is not allowed";
      default:
        return type satisfies never;
    }
  }
  return undefined;
}

/** Rule: a volume comes from exactly one place, which it names. */
function invalidVolumes({ volumes = [] }: ContainerInfo): string | undefined {
  for (const { host_path, image, source } of volumes) {
    const origins = [host_path, image, source].filter((origin) => origin !== undefined);
    if (origins.length !== 1) {
      return "Only one of them should be set: 'host_path', 'image' and 'source'";
    }
    if (source?.type === "HOST_PATH" && source.host_path === undefined) {
      return "'source.host_path' is not set for HOST_PATH volume";
    }
    if (source?.type === "SANDBOX_PATH" && source.sandbox_path === undefined) {
      return "'source.sandbox_path' is not set for SANDBOX_PATH volume";
    }
    if (source !== undefined && (source.type ?? "UNKNOWN") === "UNKNOWN") {
      return "'source.type' is unknown";
    }
  }
  return undefined;
}

function invalidInput(input: agent.Call_AttachContainerInput | undefined): string | undefined {
  if (input === undefined) return undefined;
  switch (input.type) {
    case undefined:
      return "Expecting 'attach_container_input.type' to be present";
    case "UNKNOWN":
      return "'attach_container_input.type' is unknown";
    case "CONTAINER_ID":
      if (input.container_id === undefined) {
        return "'attach_container_input.container_id' is invalid: ID must not be empty";
      }
      return invalidId("attach_container_input", { container_id: input.container_id });
    case "PROCESS_IO":
      return undefined;
    default:
      return input.type satisfies never;
  }
}
