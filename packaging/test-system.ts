import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const RUN_LIMIT_MS = 60_000;

/** Mounts a system over a folder that is only read, and waits to be asked for. */
const BEGIN = `
set -e
cd "$FOLDER"
# Where the folder cannot hold the upper layer, being one itself, memory does.
mount -t overlay overlay -o "lowerdir=$LOWER,upperdir=up,workdir=work" root 2>/dev/null || {
  mount -t tmpfs tmpfs "$FOLDER"
  cd "$FOLDER"
  mkdir up work root
  mount -t overlay overlay -o "lowerdir=$LOWER,upperdir=up,workdir=work" root
}
mount -t proc proc root/proc
mount -t tmpfs tmpfs root/run
mount -t tmpfs tmpfs root/tmp
mount --bind "$SHARED" root/mnt
for device in null zero random urandom tty; do
  [ -e "root/dev/$device" ] || touch "root/dev/$device"
  mount --bind "/dev/$device" "root/dev/$device"
done
ln -sfn /proc/self/fd root/dev/fd
mkdir -p root/dev/pts
mount -t devpts -o newinstance,ptmxmode=0666 devpts root/dev/pts
ln -sfn pts/ptmx root/dev/ptmx
ip link set lo up
echo ready
# As an init, it lets no process that has ended lie about.
while :; do sleep 3600 & wait $!; done
`;

/**
 * A Debian system of a test's own: its files are another system's that stay as they are, its
 * processes, ports and host name are its own, and all of it is gone when it is closed. Needs root.
 */
export class TestSystem {
  readonly #folder: string;
  readonly #shared: string;
  readonly #keeper: ChildProcess;
  readonly #init: string;

  private constructor(folder: string, shared: string, keeper: ChildProcess, init: string) {
    this.#folder = folder;
    this.#shared = shared;
    this.#keeper = keeper;
    this.#init = init;
  }

  /** Over `lower`: this system's own root, or one that debootstrap made. */
  static async over(lower: string): Promise<TestSystem> {
    const folder = mkdtempSync(join(tmpdir(), "mesos-system-"));
    const shared = mkdtempSync(join(tmpdir(), "mesos-shared-"));
    for (const name of ["up", "work", "root"]) mkdirSync(join(folder, name));
    const keeper = spawn(
      "unshare",
      [...NAMESPACES, "--fork", "--kill-child", "bash", "-c", BEGIN],
      {
        env: { ...process.env, FOLDER: folder, LOWER: lower, SHARED: shared },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    let complaint = "";
    keeper.stderr?.on("data", (text) => {
      complaint += text;
    });
    const [said] = await Promise.race([
      once(keeper.stdout ?? keeper, "data"),
      once(keeper, "exit").then(() => [""]),
    ]);
    if (!String(said).includes("ready")) {
      rmSync(folder, { recursive: true, force: true });
      rmSync(shared, { recursive: true, force: true });
      throw new Error(`no system of its own can be made: ${complaint.trim()}`);
    }
    const children = readFileSync(`/proc/${keeper.pid}/task/${keeper.pid}/children`, "utf8");
    return new TestSystem(folder, shared, keeper, children.trim().split(" ")[0] ?? "");
  }

  /** Runs a shell's command inside. */
  run(command: string, limitMs = RUN_LIMIT_MS): Ran {
    const enter = ["--target", this.#init, ...NAMESPACES];
    const inside = ["chroot", join(this.#folder, "root"), "/bin/bash", "-c", command];
    const { status, stdout, stderr } = spawnSync("nsenter", [...enter, ...inside], {
      encoding: "utf8",
      timeout: limitMs,
      cwd: "/",
      env: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root" },
    });
    return { status, stdout, stderr };
  }

  /** Brings a file inside, and tells where it is there. */
  bring(path: string): string {
    cpSync(path, join(this.#shared, basename(path)));
    return `/mnt/${basename(path)}`;
  }

  /** Ends all its processes, and removes what they wrote. */
  async close(): Promise<void> {
    const ended = once(this.#keeper, "exit");
    this.#keeper.kill("SIGKILL");
    await ended;
    const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 100 } as const;
    rmSync(this.#folder, options);
    rmSync(this.#shared, options);
  }
}

const NAMESPACES = ["--mount", "--pid", "--net", "--uts"] as const;

/** Which of the programs a test cannot have; undefined when they are all there. */
export function whatIsMissing(...programs: readonly string[]): string | undefined {
  const missing = programs.filter(
    (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status !== 0,
  );
  return missing.length === 0 ? undefined : `there is no ${missing.join(", ")}`;
}

/** Why no system can be made here; undefined when one can. */
export function whyNoSystem(): string | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "it needs root on Linux";
  const missing = whatIsMissing(
    "dpkg-deb",
    "dpkg",
    "unshare",
    "nsenter",
    "ip",
    "start-stop-daemon",
  );
  if (missing !== undefined) return missing;
  const probe = spawnSync("unshare", [
    ...NAMESPACES,
    "--fork",
    "mount",
    "-t",
    "tmpfs",
    "t",
    "/mnt",
  ]);
  return probe.status === 0 ? undefined : "namespaces and mounts are not permitted here";
}

/** A Debian with little more than what is essential, from the mirror that apt is set to. */
export function makeCleanRoot(folder: string): void {
  const release = readFileSync("/etc/os-release", "utf8");
  const suite = /^VERSION_CODENAME=(\w+)/m.exec(release)?.[1] ?? "bookworm";
  const sources = ["/etc/apt/sources.list.d/debian.sources", "/etc/apt/sources.list"];
  const flags = ["--quiet", "--variant=essential", "--include=libatomic1,libstdc++6,procps"];
  const { status, stderr } = spawnSync(
    "mmdebstrap",
    [...flags, suite, folder, ...sources.filter((path) => existsSync(path)).slice(0, 1)],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`mmdebstrap failed: ${stderr}`);
  // Which the installer of Debian writes.
  writeFileSync(join(folder, "etc/hosts"), "127.0.0.1\tlocalhost\n");
}
