/** Where a libprocess listens. `ip` is an IPv4 literal, or a host name that the adapter resolves. */
export type Address = { readonly ip: string; readonly port: number };

/** A libprocess process: `id@ip:port`. An empty `id` addresses the peer as a whole. */
export type Pid = { readonly id: string; readonly ip: string; readonly port: number };

/** The sender of messages that come from no process, `@0.0.0.0:0`. */
export const ANONYMOUS_PID = "@0.0.0.0:0";

/** Longest process id, host or pid that is accepted, in characters. */
const MAX_PID_LENGTH = 1024;

const HOST = /^[A-Za-z0-9._-]+$/;
const PORT = /^[0-9]{1,5}$/;
/** Ids go into request lines unescaped: control characters and spaces would split them. */
const UNSAFE_ID = /[^\x21-\x7e]/;

/** Parses `ip:port`. Undefined when it is not an address. */
export function parseAddress(text: string): Address | undefined {
  const colon = text.lastIndexOf(":");
  if (colon <= 0 || text.length > MAX_PID_LENGTH) return undefined;
  const ip = text.slice(0, colon);
  const digits = text.slice(colon + 1);
  if (!HOST.test(ip) || !PORT.test(digits)) return undefined;
  const port = Number(digits);
  return port > 65535 ? undefined : { ip, port };
}

/** `ip:port`. */
export function formatAddress(address: Address): string {
  return `${address.ip}:${address.port}`;
}

/** Parses `id@ip:port`; surrounding blanks are ignored. Undefined when it is not a pid. */
export function parsePid(text: string): Pid | undefined {
  const trimmed = text.trim();
  const at = trimmed.indexOf("@");
  if (at < 0 || trimmed.length > MAX_PID_LENGTH) return undefined;
  const id = trimmed.slice(0, at);
  if (UNSAFE_ID.test(id)) return undefined;
  const address = parseAddress(trimmed.slice(at + 1));
  return address === undefined ? undefined : { id, ip: address.ip, port: address.port };
}

/** `id@ip:port`. */
export function formatPid(pid: Pid): string {
  return `${pid.id}@${pid.ip}:${pid.port}`;
}

/**
 * Percent-decodes one path segment (`slave%281%29` is `slave(1)`). Undefined for a broken escape,
 * for bytes that are not UTF-8, and for decoded control characters.
 */
export function percentDecode(text: string): string | undefined {
  if (!text.includes("%")) return text;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch {
    return undefined;
  }
  return hasControl(decoded) ? undefined : decoded;
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}

/** True when `text` may stand in a request line or header as it is. */
export function isSafeToken(text: string): boolean {
  return text.length <= MAX_PID_LENGTH && !UNSAFE_ID.test(text);
}
