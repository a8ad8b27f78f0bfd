import { execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MESOS_VERSION } from "../packages/adapters/runtime/src/build-info.ts";
import { type Architecture, stage } from "./stage.ts";

/** What the package needs beside a Debian or Ubuntu that is not older than its C library. */
const DEPENDS = [
  "bash",
  "bsdutils",
  "libatomic1",
  "libc6 (>= 2.28)",
  "libstdc++6",
  "procps",
  "tar",
  "util-linux",
];

const SUGGESTS = ["openssh-client", "psmisc", "zookeeper"];

export type Compression = "xz" | "gzip" | "none";

export interface PackageOptions {
  readonly root: string;
  /** The folder that the package is written to. */
  readonly target: string;
  readonly architecture: Architecture;
  readonly compression: Compression;
}

/**
 * Higher than every package of Apache Mesos up to 1.12.0, whose place this one takes, and lower
 * than any later one.
 */
export function debianVersion(root: string): string {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  return `${MESOS_VERSION}+ts${version}`;
}

/** Builds `mesos_<version>_<architecture>.deb`, and tells its path. Needs `dpkg-deb` only. */
export function buildDebianPackage(options: PackageOptions): string {
  const { root, target, architecture, compression } = options;
  const folder = mkdtempSync(join(tmpdir(), "mesos-deb-"));
  try {
    // The temporary folder's own mode would be that of `/`.
    chmodSync(folder, 0o755);
    buildConsole(root);
    stage(root, folder, architecture);
    const version = debianVersion(root);
    writeControl(root, folder, version, architecture);
    mkdirSync(target, { recursive: true });
    const path = join(target, `mesos_${version}_${architecture}.deb`);
    const flags = ["--root-owner-group", `-Z${compression}`];
    execFileSync("dpkg-deb", [...flags, "--build", folder, path], { stdio: "pipe" });
    return path;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The page that the master serves; does nothing when it is built already. */
function buildConsole(root: string): void {
  execFileSync(process.execPath, [join(root, "scripts/build-console.ts")], { stdio: "pipe" });
}

function writeControl(root: string, folder: string, version: string, architecture: string): void {
  const control = join(folder, "DEBIAN");
  mkdirSync(control);
  for (const script of ["postinst", "prerm", "postrm"]) {
    cpSync(join(root, "packaging/debian", script), join(control, script));
    chmodSync(join(control, script), 0o755);
  }
  const settings = filesBelow(folder, "etc");
  writeFileSync(join(control, "conffiles"), settings.map((path) => `/${path}\n`).join(""));
  const kilobytes = execFileSync("du", ["-sk", "--exclude=DEBIAN", folder], { encoding: "utf8" });
  writeFileSync(
    join(control, "control"),
    [
      "Package: mesos",
      `Version: ${version}`,
      `Architecture: ${architecture}`,
      "Maintainer: mesos-ts <mesos-ts@localhost>",
      "Section: misc",
      "Priority: optional",
      `Installed-Size: ${kilobytes.split("\t")[0]}`,
      `Depends: ${DEPENDS.join(", ")}`,
      `Suggests: ${SUGGESTS.join(", ")}`,
      "Description: cluster manager with fine-grained resource sharing",
      " Apache Mesos, rebuilt in TypeScript: master, agent, coordinator and tools,",
      " with the programs, flags, ports and files of Apache Mesos. Node.js is inside.",
      "",
    ].join("\n"),
  );
}

/** Every plain file below a folder, relative to the root. */
function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(root, path) : [path];
    })
    .sort();
}
