import type { Resource } from "@mesos-ts/protos";
import { isPersistentVolume, type Resources, reservationRole } from "@mesos-ts/resources";

/** Where a persistent volume lies. */
export interface VolumePlace {
  readonly id: string;
  /** Absolute. */
  readonly path: string;
  /** The folder is the disk itself, a mount point: only what is in it goes with the volume. */
  readonly isMountPoint: boolean;
}

/**
 * A volume's folder: on the work_dir's disk or a PATH disk one per role and id, on a MOUNT disk the
 * disk's root. Undefined for what is no volume, and for disks that no folder can be on.
 * Source: `paths::getPersistentVolumePath`.
 */
export function volumePlace(workDir: string, volume: Resource): VolumePlace | undefined {
  const id = volume.disk?.persistence?.id;
  if (id === undefined) return undefined;
  const source = volume.disk?.source;
  if (source === undefined) {
    return { id, path: roleFolder(workDir, volume, id), isMountPoint: false };
  }
  switch (source.type) {
    case "PATH": {
      const root = source.path?.root;
      if (root === undefined) return undefined;
      return { id, path: roleFolder(below(workDir, root), volume, id), isMountPoint: false };
    }
    case "MOUNT": {
      const root = source.mount?.root;
      return root === undefined
        ? undefined
        : { id, path: below(workDir, root), isMountPoint: true };
    }
    case "BLOCK":
    case "RAW":
    case "UNKNOWN":
      return undefined;
    default:
      return source.type satisfies never;
  }
}

/** A role is one folder: its slashes become spaces, which no role has. */
function roleFolder(root: string, volume: Resource, id: string): string {
  return `${root}/volumes/roles/${reservationRole(volume).replaceAll("/", " ")}/${id}`;
}

function below(workDir: string, root: string): string {
  return root.startsWith("/") ? root : `${workDir}/${root}`;
}

/** The volumes that `after` has and `before` has not; their sizes do not matter. */
export function newVolumes(workDir: string, before: Resources, after: Resources): VolumePlace[] {
  const known = new Set(placesOf(workDir, before).map(({ path }) => path));
  return placesOf(workDir, after).filter(({ path }) => !known.has(path));
}

function placesOf(workDir: string, resources: Resources): VolumePlace[] {
  return resources
    .filter(isPersistentVolume)
    .items.map((volume) => volumePlace(workDir, volume))
    .filter((place) => place !== undefined);
}
