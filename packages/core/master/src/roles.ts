import type { FrameworkInfo } from "@mesos-ts/protos";

/** The roles of a framework, whichever way it writes them. */
export function rolesOf(info: FrameworkInfo): string[] {
  const isMultiRole = info.capabilities?.some(({ type }) => type === "MULTI_ROLE") === true;
  return isMultiRole ? [...new Set(info.roles)] : [info.role ?? "*"];
}
