/** Resources in the words of Mesos's errors and log lines: `cpus(allocated: dev):0.1`. */
import { formatDouble15 } from "@mesos-ts/base";
import type { Labels, Resource, Resource_ReservationInfo } from "@mesos-ts/protos";
import { isRevocable, isShared } from "./format.ts";
import { intervalsText } from "./values.ts";

type DiskInfo = NonNullable<Resource["disk"]>;

/** What a resource is, without how much of it: `disk(reservations: [(DYNAMIC,dev)])[v:data]`. */
export function kindText(resource: Resource): string {
  const { name, allocation_info, reservations = [], disk } = resource;
  let text = name;
  if (allocation_info !== undefined) text += `(allocated: ${allocation_info.role ?? ""})`;
  if (reservations.length > 0) {
    text += `(reservations: [${reservations.map(reservationText).join(",")}])`;
  }
  if (disk !== undefined) text += `[${diskText(disk)}]`;
  if (isRevocable(resource)) text += "{REV}";
  if (isShared(resource)) text += "<SHARED>";
  return text;
}

/** One resource as it came, whether it is valid or not. */
export function resourceText(resource: Resource): string {
  return `${kindText(resource)}:${valueText(resource)}`;
}

function valueText({ type, scalar, ranges, set }: Resource): string {
  switch (type) {
    case "SCALAR":
      return doubleText(scalar?.value ?? 0);
    case "RANGES":
      return intervalsText((ranges?.range ?? []).map(({ begin, end }) => [begin, end] as const));
    case "SET":
      return `{${(set?.item ?? []).join(", ")}}`;
    case "TEXT":
      return "";
    default:
      return type satisfies never;
  }
}

/** As C++ streams print it. */
function doubleText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  return formatDouble15(value);
}

function reservationText({ type, role, principal, labels }: Resource_ReservationInfo): string {
  const parts = [type ?? "UNKNOWN", role ?? ""];
  if (principal !== undefined) parts.push(principal);
  if (labels !== undefined) parts.push(labelsText(labels));
  return `(${parts.join(",")})`;
}

export function labelsText({ labels = [] }: Labels): string {
  const pairs = labels.map(({ key, value }) => (value === undefined ? key : `${key}: ${value}`));
  return `{${pairs.join(", ")}}`;
}

function diskText({ source, persistence, volume }: DiskInfo): string {
  const parts: string[] = [];
  if (source !== undefined) parts.push(sourceText(source));
  if (persistence !== undefined) parts.push(persistence.id);
  const text = parts.join(",");
  return volume === undefined ? text : `${text}:${volumeText(volume)}`;
}

/** `PATH:/mnt/data`, `RAW(vendor,id,profile)`. */
export function sourceText(source: NonNullable<DiskInfo["source"]>): string {
  const { type, vendor = "", id, profile } = source;
  if (type === "UNKNOWN") return type;
  if (id !== undefined || profile !== undefined) {
    return `${type}(${vendor},${id ?? ""},${profile ?? ""})`;
  }
  const root =
    type === "PATH" ? source.path?.root : type === "MOUNT" ? source.mount?.root : undefined;
  return root === undefined ? type : `${type}:${root}`;
}

function volumeText({ container_path, host_path, mode }: NonNullable<DiskInfo["volume"]>): string {
  return host_path === undefined
    ? container_path
    : `${host_path}:${container_path}:${mode === "RO" ? "ro" : "rw"}`;
}
