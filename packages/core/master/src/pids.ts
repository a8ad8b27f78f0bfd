import type { Pid } from "./contract.ts";

/** The parts of `id@ip:port`; what is missing is empty or 0. */
export function parsePid(pid: Pid): { id: string; ip: string; port: number } {
  const at = pid.lastIndexOf("@");
  const colon = pid.lastIndexOf(":");
  if (at < 0 || colon < at) return { id: pid, ip: "", port: 0 };
  const port = Number(pid.slice(colon + 1));
  return {
    id: pid.slice(0, at),
    ip: pid.slice(at + 1, colon),
    port: Number.isInteger(port) ? port : 0,
  };
}
