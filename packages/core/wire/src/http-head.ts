/** The head of an HTTP/1.1 request. */
export type RequestHead = {
  readonly method: string;
  /** The request target as sent: path and query, not decoded. */
  readonly target: string;
  /** Lower-case names; repeated headers are joined with `, `. Values are Latin-1. */
  readonly headers: ReadonlyMap<string, string>;
  /** Body length in bytes, or "chunked"; 0 when the request has none. */
  readonly body: number | "chunked";
};

/** Why a head is refused, with the HTTP status that says so. */
export type HeadError = { readonly status: 400 | 431 | 501 | 505; readonly text: string };

const REQUEST_LINE =
  /^([!#$%&'*+.^_`|~0-9A-Za-z-]+) ([\x21-\x7e\x80-\xff]+) HTTP\/([0-9])\.([0-9])$/;
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point.
const BAD_VALUE = /[\x00-\x08\x0a-\x1f\x7f]/;
const CONTENT_LENGTH = /^[0-9]{1,15}$/;

/**
 * Parses a request head: the bytes up to and excluding the empty line, as Latin-1. Strict: no
 * folded lines, no bare line feeds, no blanks before a colon, one unambiguous body length.
 */
export function parseRequestHead(
  text: string,
  maxHeaders: number,
): RequestHead | { readonly error: HeadError } {
  const lines = text.split("\r\n");
  const first = lines[0] ?? "";
  const match = REQUEST_LINE.exec(first);
  if (match === null) return refuse(400, `malformed request line '${clip(first)}'`);
  const [, method = "", target = "", major, minor] = match;
  if (major !== "1" || minor !== "1") {
    return refuse(505, `HTTP version ${major}.${minor} is not supported here`);
  }
  if (lines.length - 1 > maxHeaders) {
    return refuse(431, `request has more than ${maxHeaders} headers`);
  }

  const headers = new Map<string, string>();
  for (let i = 1; i < lines.length; i += 1) {
    const line = lines[i] ?? "";
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0));
    if (!HEADER_NAME.test(name)) return refuse(400, `malformed header '${clip(line)}'`);
    const value = trimBlanks(line.slice(colon + 1));
    if (BAD_VALUE.test(value)) return refuse(400, `control character in header '${clip(name)}'`);
    const key = name.toLowerCase();
    const before = headers.get(key);
    headers.set(key, before === undefined ? value : `${before}, ${value}`);
  }

  const body = bodyLength(headers);
  return typeof body === "object" ? body : { method, target, headers, body };
}

function bodyLength(
  headers: ReadonlyMap<string, string>,
): number | "chunked" | { readonly error: HeadError } {
  const length = headers.get("content-length");
  const encoding = headers.get("transfer-encoding");
  if (encoding !== undefined) {
    if (length !== undefined) {
      return refuse(400, "both Content-Length and Transfer-Encoding are present");
    }
    if (encoding.toLowerCase() !== "chunked") {
      return refuse(501, `Transfer-Encoding '${clip(encoding)}' is not supported`);
    }
    return "chunked";
  }
  if (length === undefined) return 0;
  if (!CONTENT_LENGTH.test(length)) {
    return refuse(400, `malformed Content-Length '${clip(length)}'`);
  }
  return Number(length);
}

function refuse(status: HeadError["status"], text: string): { readonly error: HeadError } {
  return { error: { status, text } };
}

/** Longest piece of a peer's text that is repeated in an error, in characters. */
const MAX_QUOTED = 80;

function clip(text: string): string {
  const printable = text.replace(/[^\x20-\x7e]/g, "?");
  return printable.length > MAX_QUOTED ? `${printable.slice(0, MAX_QUOTED)}…` : printable;
}

function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
