import { readFileSync } from "node:fs";
import { join } from "node:path";

interface LockedPackage {
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly optional?: boolean;
}

type Lock = Readonly<Record<string, LockedPackage>>;

/** Folders of our own packages that run in production, and of all libraries they need. */
export interface Production {
  readonly own: readonly string[];
  readonly libraries: readonly string[];
}

const OWN = /^packages\/(core|adapters|apps)\/[^/]+$/;

/** Reads `package-lock.json`: what a program of ours can import, and nothing else. */
export function productionOf(root: string): Production {
  const text = readFileSync(join(root, "package-lock.json"), "utf8");
  const { packages: lock } = JSON.parse(text) as { packages: Lock };
  const own = Object.keys(lock).filter((path) => OWN.test(path));
  const libraries = new Set<string>();
  const visit = (from: string): void => {
    const { dependencies, optionalDependencies } = lock[from] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const path = resolve(lock, from, name);
      if (path === undefined) {
        if (optionalDependencies?.[name] !== undefined) continue;
        throw new Error(`${from} needs ${name}, which package-lock.json does not have`);
      }
      if (lock[path]?.link === true || libraries.has(path)) continue;
      libraries.add(path);
      visit(path);
    }
  };
  for (const path of own) visit(path);
  return { own: own.sort(), libraries: [...libraries].sort() };
}

/** As Node.js looks for a package: in the nearest `node_modules`, then further out. */
function resolve(lock: Lock, from: string, name: string): string | undefined {
  for (let folder = from; ; folder = outer(folder)) {
    const path = join(folder, "node_modules", name);
    if (lock[path] !== undefined) return path;
    if (folder === "") return undefined;
  }
}

function outer(folder: string): string {
  const at = folder.lastIndexOf("/");
  return at < 0 ? "" : folder.slice(0, at);
}
