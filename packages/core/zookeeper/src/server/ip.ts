const IPV4_BYTES = 4;
const IPV6_GROUPS = 8;

type Pattern = { readonly bytes: readonly number[]; readonly bits: number };

/** Is it an address, or a network such as `10.1.0.0/16`? */
export function isIpPattern(text: string): boolean {
  return parsePattern(text) !== undefined;
}

/** Is the address the one that the pattern names, or within its network? */
export function ipMatches(address: string, pattern: string): boolean {
  const wanted = parsePattern(pattern);
  const bytes = parseIp(address);
  if (wanted === undefined || bytes?.length !== wanted.bytes.length) return false;
  return bytes.every((byte, index) => {
    const bits = Math.min(8, Math.max(0, wanted.bits - index * 8));
    const mask = (0xff << (8 - bits)) & 0xff;
    return (byte & mask) === ((wanted.bytes[index] ?? 0) & mask);
  });
}

function parsePattern(text: string): Pattern | undefined {
  const slash = text.indexOf("/");
  const bytes = parseIp(slash < 0 ? text : text.slice(0, slash));
  if (bytes === undefined) return undefined;
  const most = bytes.length * 8;
  if (slash < 0) return { bytes, bits: most };
  const digits = text.slice(slash + 1);
  const bits = /^\d{1,3}$/.test(digits) ? Number(digits) : -1;
  return bits >= 0 && bits <= most ? { bytes, bits } : undefined;
}

function parseIp(text: string): readonly number[] | undefined {
  return text.includes(":") ? parseIpv6(text) : parseIpv4(text);
}

function parseIpv4(text: string): readonly number[] | undefined {
  const parts = text.split(".");
  if (parts.length !== IPV4_BYTES) return undefined;
  const bytes = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  return bytes.every((byte) => byte <= 255) ? bytes : undefined;
}

function parseIpv6(text: string): readonly number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const given = head.length + tail.length;
  if (halves.length === 1 ? given !== IPV6_GROUPS : given >= IPV6_GROUPS) return undefined;
  if (![...head, ...tail].every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const zeros = new Array<string>(IPV6_GROUPS - given).fill("0");
  return [...head, ...zeros, ...tail].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
