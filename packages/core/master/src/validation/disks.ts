/** CREATE_DISK and DESTROY_DISK, which only resource providers carry out. */
import type { Offer_Operation_CreateDisk, Offer_Operation_DestroyDisk } from "@mesos-ts/protos";
import { isPersistentVolume, resourceText } from "@mesos-ts/resources";
import { validateResources } from "./resources.ts";

const NOT_PROVIDED = "'source' is not managed by a resource provider";

export function validateCreateDisk({
  source,
  target_type,
  target_profile,
}: Offer_Operation_CreateDisk): string | undefined {
  const invalid = validateResources([source]);
  if (invalid !== undefined) return `Invalid resource: ${invalid}`;
  if (source.provider_id === undefined) return NOT_PROVIDED;
  if (source.disk?.source?.type !== "RAW") return "'source' is not a RAW disk resource";
  if (target_type !== "MOUNT" && target_type !== "BLOCK") {
    return "'target_type' is neither MOUNT or BLOCK";
  }
  const isProfiled = source.disk.source.profile !== undefined;
  if (isProfiled !== (target_profile !== undefined)) return undefined;
  return isProfiled
    ? "'target_profile' must not be set when 'source' has a profile"
    : "'target_profile' must be set when 'source' has no profile";
}

export function validateDestroyDisk({ source }: Offer_Operation_DestroyDisk): string | undefined {
  const invalid = validateResources([source]);
  if (invalid !== undefined) return `Invalid resource: ${invalid}`;
  if (source.provider_id === undefined) return NOT_PROVIDED;
  const type = source.disk?.source?.type;
  if (type !== "MOUNT" && type !== "BLOCK" && type !== "RAW") {
    return "'source' is neither a MOUNT, BLOCK or RAW disk resource";
  }
  if (source.disk?.source?.id === undefined) return "'source' is not backed by a CSI volume";
  return isPersistentVolume(source)
    ? `A disk resource containing a persistent volume ${resourceText(source)} cannot be destroyed directly. Please destroy the persistent volume first then destroy the disk resource`
    : undefined;
}
