import type { MasterInfo, MasterInfo_Capability_Type } from "@mesos-ts/protos";
import type { MasterConfig } from "./contract.ts";

export const MASTER_CAPABILITIES: readonly MasterInfo_Capability_Type[] = [
  "AGENT_UPDATE",
  "AGENT_DRAINING",
  "QUOTA_V2",
];

/** How the master presents itself to schedulers, agents and operators. */
export function masterInfo(config: MasterConfig): MasterInfo {
  return {
    id: config.id,
    ip: ipNumber(config.ip),
    port: config.port,
    pid: `master@${config.ip}:${config.port}`,
    hostname: config.hostname,
    version: config.version,
    address: { hostname: config.hostname, ip: config.ip, port: config.port },
    ...(config.domain === undefined ? {} : { domain: config.domain }),
    capabilities: MASTER_CAPABILITIES.map((type) => ({ type })),
  };
}

/** An IPv4 address as `MasterInfo.ip` has it: network byte order read as little-endian. */
function ipNumber(ip: string): number {
  return ip.split(".").reduce((sum, byte, index) => sum + Number(byte) * 256 ** index, 0);
}
