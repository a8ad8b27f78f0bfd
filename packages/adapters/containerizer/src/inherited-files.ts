import { readdirSync, readFileSync } from "node:fs";

/** Highest file descriptor that is looked after. */
const MAX_FD = 65_536;
const O_CLOEXEC = 0o2000000;

/**
 * Descriptors above 2 that this process got from whoever started it and that its children would
 * get too: a child that lives on would keep somebody's pipe open.
 */
export function inheritedFiles(): readonly number[] {
  const found: number[] = [];
  for (const name of readdirSync("/proc/self/fd")) {
    const fd = Number(name);
    if (fd <= 2 || fd > MAX_FD) {
      continue;
    }
    try {
      const flags = /^flags:\s+([0-7]+)/m.exec(
        readFileSync(`/proc/self/fdinfo/${fd}`, "utf8"),
      )?.[1];
      if (flags !== undefined && (Number.parseInt(flags, 8) & O_CLOEXEC) === 0) {
        found.push(fd);
      }
    } catch {
      // Closed meanwhile: the descriptor of this very listing.
    }
  }
  return found;
}

/**
 * The `stdio` of a child that shall hold nothing of this process: /dev/null (`nullFd`) for the
 * standard streams and in place of every inherited file.
 */
export function emptyStdio(nullFd: number): ("ignore" | number)[] {
  const inherited = inheritedFiles();
  const stdio: ("ignore" | number)[] = Array.from(
    { length: Math.max(2, ...inherited) + 1 },
    () => "ignore",
  );
  for (const fd of inherited) {
    stdio[fd] = nullFd;
  }
  return stdio;
}
