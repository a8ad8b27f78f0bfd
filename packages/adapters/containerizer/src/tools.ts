import { statSync } from "node:fs";

/** The search path that tasks get when their environment names none (Mesos's host default). */
export const DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const EXECUTE_BITS = 0o111;

/** Whether `path` is a regular file that somebody may execute. */
export function isExecutableFile(path: string): boolean {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() === true && (found.mode & EXECUTE_BITS) !== 0;
  } catch {
    return false;
  }
}

/** First executable `name` on `searchPath`, or undefined. `name` holds no slash. */
export function findProgram(name: string, searchPath: string): string | undefined {
  for (const folder of searchPath.split(":")) {
    const candidate = `${folder === "" ? "." : folder}/${name}`;
    if (isExecutableFile(candidate)) {
      return candidate;
    }
  }
  return undefined;
}

/** Programs of util-linux and coreutils that containers are started with; absolute paths. */
export interface Tools {
  readonly shell: string;
  readonly setsid: string;
  readonly mkfifo: string;
  readonly env: string;
  readonly flock: string;
  readonly setpriv?: string;
  readonly prlimit?: string;
  /** Used only to give a program an argv[0] that is not its name. */
  readonly bash?: string;
  /** Used only for terminals. */
  readonly perl?: string;
}

/** dash first: its monitors are the smallest. */
const SHELLS: readonly string[] = ["/bin/dash", "/usr/bin/dash", "/bin/sh"];

/** Finds the tools. Throws with the missing program's name and its package. */
export function findTools(shell?: string): Tools {
  const need = (name: string, owner: string): string => {
    const found = findProgram(name, DEFAULT_PATH);
    if (found === undefined) {
      throw new Error(`Program '${name}' is missing: install ${owner} to run containers`);
    }
    return found;
  };
  const chosen = shell ?? SHELLS.find(isExecutableFile);
  if (chosen === undefined || !isExecutableFile(chosen)) {
    throw new Error(`No usable shell: '${chosen ?? "/bin/sh"}' cannot be executed`);
  }
  const setpriv = findProgram("setpriv", DEFAULT_PATH);
  const prlimit = findProgram("prlimit", DEFAULT_PATH);
  const bash = findProgram("bash", DEFAULT_PATH);
  const perl = findProgram("perl", DEFAULT_PATH);
  return {
    shell: chosen,
    setsid: need("setsid", "util-linux"),
    flock: need("flock", "util-linux"),
    mkfifo: need("mkfifo", "coreutils"),
    env: need("env", "coreutils"),
    ...(setpriv === undefined ? {} : { setpriv }),
    ...(prlimit === undefined ? {} : { prlimit }),
    ...(bash === undefined ? {} : { bash }),
    ...(perl === undefined ? {} : { perl }),
  };
}
