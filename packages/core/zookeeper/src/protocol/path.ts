/** What is wrong with a node's path, in ZooKeeper's words; nothing if it is right. */
export function pathProblem(path: string): string | undefined {
  if (path.length === 0) return "Path length must be > 0";
  if (!path.startsWith("/")) return "Path must start with / character";
  if (path === "/") return undefined;
  if (path.endsWith("/")) return "Path must not end with / character";
  for (let index = 1; index < path.length; index++) {
    const reason = reasonAt(path, index);
    if (reason !== undefined) {
      return `Invalid path string "${path}" caused by ${reason} @${index}`;
    }
  }
  return undefined;
}

/** For a sequential node the digits come still, so that the path may end with a slash. */
export function createPathProblem(path: string, sequential: boolean): string | undefined {
  return pathProblem(sequential ? `${path}1` : path);
}

function reasonAt(path: string, index: number): string | undefined {
  const unit = path.charCodeAt(index);
  const last = path[index - 1];
  if (unit === 0) return "null character not allowed";
  if (unit === SLASH) return last === "/" ? "empty node name specified" : undefined;
  if (unit === DOT) {
    const ends = index + 1 === path.length || path[index + 1] === "/";
    const alone = last === "/" || (last === "." && path[index - 2] === "/");
    return ends && alone ? "relative paths not allowed" : undefined;
  }
  return isUnprintable(unit) ? "invalid character" : undefined;
}

const SLASH = 0x2f;
const DOT = 0x2e;

function isUnprintable(unit: number): boolean {
  return (
    unit <= 0x1f ||
    (unit >= 0x7f && unit <= 0x9f) ||
    (unit >= 0xd800 && unit <= 0xf8ff) ||
    unit >= 0xfff0
  );
}

/** The path above; that of "/a" is "/", and that of "/" is "". */
export function parentPath(path: string): string {
  if (path === "/") return "";
  const slash = path.lastIndexOf("/");
  return slash <= 0 ? "/" : path.slice(0, slash);
}

/** The last part: "b" of "/a/b". */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

const SEQUENCE_DIGITS = 10;

/** What a sequential node's name ends with: ten digits, and a sign once the counter overflowed. */
export function sequenceSuffix(counter: number): string {
  const digits = String(Math.abs(counter));
  return counter < 0
    ? `-${digits.padStart(SEQUENCE_DIGITS - 1, "0")}`
    : digits.padStart(SEQUENCE_DIGITS, "0");
}
