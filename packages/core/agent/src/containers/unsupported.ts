import type { CommandInfo, ContainerInfo, LinuxInfo } from "@mesos-ts/protos";

const WHY = "containers of this agent are plain processes (posix isolation)";

const NO_CONTAINERIZER =
  "None of the enabled containerizers (mesos) could create a container for the provided TaskInfo/ExecutorInfo message";

/** What plain processes cannot have, by the field that asks for it; undefined when all can be had. */
export function unsupportedLaunch(
  field: string,
  command: CommandInfo | undefined,
  container: ContainerInfo | undefined,
): string | undefined {
  const name = unsupportedField(command, container);
  return name && `'${field}.${name}' is not supported: ${WHY}`;
}

/** The same for what a task or an executor asks for. */
export function unsupportedContainer(
  command: CommandInfo | undefined,
  container: ContainerInfo | undefined,
): string | undefined {
  if (container?.type === "DOCKER") return NO_CONTAINERIZER;
  const name = unsupportedField(command, container);
  return name && `'${name}' is not supported: ${WHY}`;
}

function unsupportedField(
  command: CommandInfo | undefined,
  container: ContainerInfo | undefined,
): string | undefined {
  return (
    unsupportedCommand(command) ?? (container === undefined ? undefined : unsupportedIn(container))
  );
}

function unsupportedCommand(command: CommandInfo | undefined): string | undefined {
  const secret = command?.environment?.variables?.some(({ type }) => type === "SECRET");
  return secret === true ? "command.environment.variables.secret" : undefined;
}

function unsupportedIn(container: ContainerInfo): string | undefined {
  const { mesos, hostname, network_infos, linux_info, volumes = [] } = container;
  const part =
    (mesos?.image === undefined ? undefined : "mesos.image") ??
    (hostname === undefined ? undefined : "hostname") ??
    ((network_infos ?? []).length > 0 ? "network_infos" : undefined) ??
    (linux_info && unsupportedLinux(linux_info)) ??
    volumes.map(unsupportedVolume).find((each) => each !== undefined);
  return part && `container.${part}`;
}

/** Sharing the host's namespaces and the parent's cgroups is all that there is. */
function unsupportedLinux(info: LinuxInfo): string | undefined {
  const asked: readonly (readonly [name: keyof LinuxInfo, isAsked: boolean])[] = [
    ["capability_info", info.capability_info !== undefined],
    ["bounding_capabilities", info.bounding_capabilities !== undefined],
    ["effective_capabilities", info.effective_capabilities !== undefined],
    ["share_pid_namespace", info.share_pid_namespace === false],
    ["seccomp", info.seccomp !== undefined && info.seccomp.unconfined !== true],
    ["ipc_mode", info.ipc_mode === "PRIVATE"],
    ["shm_size", info.shm_size !== undefined],
    ["share_cgroups", info.share_cgroups === false],
  ];
  const found = asked.find(([, isAsked]) => isAsked);
  return found && `linux_info.${found[0]}`;
}

function unsupportedVolume(
  volume: NonNullable<ContainerInfo["volumes"]>[number],
): string | undefined {
  if (volume.image !== undefined) return "volumes.image";
  if (volume.mode === "RO") return "volumes.mode";
  switch (volume.source?.type) {
    case "DOCKER_VOLUME":
      return "volumes.source.docker_volume";
    case "SECRET":
      return "volumes.source.secret";
    case "CSI_VOLUME":
      return "volumes.source.csi_volume";
    case "HOST_PATH":
      return volume.source.host_path?.mount_propagation === undefined
        ? undefined
        : "volumes.source.host_path.mount_propagation";
    default:
      return undefined;
  }
}
