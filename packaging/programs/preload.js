// Loaded before a packaged program, under the Node.js that comes with it.
import { writeFileSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { basename, join } from "node:path";

const program = basename(process.argv0);
const NAME_BYTES = 15;

// `killall mesos-master` and `pgrep mesos-agent` look for this name; it would be "node".
try {
  writeFileSync("/proc/self/comm", program.slice(0, NAME_BYTES));
} catch {
  // A system without /proc has no such name either.
}

// Compiled code is kept where only its own user can write: from a folder that all share, such as
// /tmp, a daemon of root would run what somebody else put there.
enableCompileCache(
  process.getuid?.() === 0
    ? "/var/cache/mesos"
    : join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "mesos"),
);
