/** ContainerInfo and volumes. Source: `common::validation`. */
import type { ContainerInfo, Volume, Volume_Source } from "@mesos-ts/protos";

export function validateContainer(container: ContainerInfo): string | undefined {
  for (const volume of container.volumes ?? []) {
    const error = validateVolume(volume);
    if (error !== undefined) return `Invalid volume: ${error}`;
  }
  return container.type === "DOCKER" ? validateDocker(container) : undefined;
}

/** Rule: Docker containers say what they are, and leave their name to the agent. */
export function validateDocker({ docker }: ContainerInfo): string | undefined {
  if (docker === undefined) {
    return "DockerInfo 'docker' is not set for DOCKER typed ContainerInfo";
  }
  return docker.parameters?.some(({ key }) => key === "name") === true
    ? "Parameter in DockerInfo must not be 'name'"
    : undefined;
}

/** Rule: a volume comes from exactly one place. */
export function validateVolume({ host_path, image, source }: Volume): string | undefined {
  const origins = [host_path, image, source].filter((origin) => origin !== undefined);
  if (origins.length !== 1) {
    return "Only one of them should be set: 'host_path', 'image' and 'source'";
  }
  return source === undefined ? undefined : validateVolumeSource(source);
}

/** Rule: a source has the submessage of its type. */
export function validateVolumeSource(source: Volume_Source): string | undefined {
  switch (source.type) {
    case "DOCKER_VOLUME":
      return source.docker_volume === undefined
        ? "'source.docker_volume' is not set for DOCKER_VOLUME volume"
        : undefined;
    case "HOST_PATH":
      return source.host_path === undefined
        ? "'source.host_path' is not set for HOST_PATH volume"
        : undefined;
    case "SANDBOX_PATH":
      return source.sandbox_path === undefined
        ? "'source.sandbox_path' is not set for SANDBOX_PATH volume"
        : undefined;
    case "SECRET":
      return source.secret === undefined
        ? "'source.secret' is not set for SECRET volume"
        : undefined;
    case "CSI_VOLUME":
      return validateCsiVolume(source);
    case "UNKNOWN":
    case undefined:
      return "'source.type' is unknown";
    default:
      return source.type satisfies never;
  }
}

function validateCsiVolume({ csi_volume }: Volume_Source): string | undefined {
  if (csi_volume === undefined) return "'source.csi_volume' is not set for CSI volume";
  return csi_volume.static_provisioning === undefined
    ? "'source.csi_volume.static_provisioning' is not set for CSI volume"
    : undefined;
}
