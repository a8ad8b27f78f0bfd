import {
  accessSync,
  chownSync,
  closeSync,
  constants,
  fchownSync,
  fstatSync,
  mkdirSync,
  openSync,
  statSync,
} from "node:fs";
import { dirname, isAbsolute } from "node:path";
import { isContainerId } from "./container-id.ts";
import { rlimitArguments } from "./rlimits.ts";
import type { SavedFile, SavedStreams } from "./run-script.ts";
import { errorCode, isNoteName, MAX_NOTE_BYTES } from "./runtime-files.ts";
import type { Tools } from "./tools.ts";
import { type Command, type LaunchSpec, type Refusal, refuse } from "./types.ts";
import { lookupUser, type User } from "./users.ts";

/** Linux's MAX_ARG_STRLEN: no single argument or variable can be longer. */
const MAX_STRING_BYTES = 131_072;
const SANDBOX_MODE = 0o750;
const OUTPUT_MODE = 0o644;

function commandStrings(command: Command): readonly string[] {
  return command.shell ? [command.value] : [command.file, ...command.args];
}

/** The first rule that these strings break, or null. */
export function invalidStrings(
  command: Command,
  environment: Readonly<Record<string, string>>,
): Refusal | null {
  for (const text of commandStrings(command)) {
    if (text.includes("\0")) {
      return refuse("invalid-spec", "The command holds a NUL character");
    }
    if (text.length > MAX_STRING_BYTES / 4 && Buffer.byteLength(text) >= MAX_STRING_BYTES) {
      return refuse(
        "invalid-spec",
        `The command holds a word longer than ${MAX_STRING_BYTES - 1} bytes`,
      );
    }
  }
  for (const [name, value] of Object.entries(environment)) {
    if (name === "" || name.includes("=") || name.includes("\0") || value.includes("\0")) {
      return refuse(
        "invalid-spec",
        `Environment variable '${name}' has an invalid name or holds a NUL character`,
      );
    }
    const size = name.length + value.length + 2;
    if (
      size > MAX_STRING_BYTES / 4 &&
      Buffer.byteLength(name) + Buffer.byteLength(value) + 2 > MAX_STRING_BYTES
    ) {
      return refuse(
        "invalid-spec",
        `Environment variable '${name}' is longer than ${MAX_STRING_BYTES} bytes`,
      );
    }
  }
  return null;
}

/** The first rule that `spec` breaks, or null. */
export function invalidSpec(spec: LaunchSpec): Refusal | null {
  if (!isContainerId(spec.containerId)) {
    return refuse("invalid-spec", `'${spec.containerId}' is not a container id`);
  }
  for (const [what, path] of [
    ["sandbox", spec.sandbox],
    ["stdout file", spec.stdout],
    ["stderr file", spec.stderr],
    ["working folder", spec.workingFolder],
  ] as const) {
    if (path === undefined) {
      continue;
    }
    if (!isAbsolute(path) || path.includes("\0")) {
      return refuse("invalid-spec", `The ${what} '${path}' is not an absolute path`);
    }
  }
  for (const [name, bytes] of Object.entries(spec.notes ?? {})) {
    if (!isNoteName(name) || bytes.length > MAX_NOTE_BYTES) {
      return refuse("invalid-spec", `The note '${name}' has no usable name or is too long`);
    }
  }
  return invalidStrings(spec.command, spec.environment);
}

/** The account to switch to (undefined: stay), or why not. */
export async function resolveUser(
  name: string | undefined,
  tools: Pick<Tools, "setpriv">,
): Promise<{ readonly type: "user"; readonly user: User | undefined } | Refusal> {
  if (name === undefined) {
    return { type: "user", user: undefined };
  }
  const user = await lookupUser(name);
  if (user === null) {
    return refuse("unknown-user", `Failed to get the uid of user '${name}': not found`);
  }
  const own = process.geteuid?.() ?? 0;
  if (user.uid === own) {
    return { type: "user", user: undefined };
  }
  if (own !== 0) {
    return refuse(
      "cannot-switch-user",
      `Switching to user '${name}' needs an agent that runs as root`,
    );
  }
  if (tools.setpriv === undefined) {
    return refuse(
      "cannot-switch-user",
      `Switching to user '${name}' needs the program 'setpriv': install util-linux`,
    );
  }
  return { type: "user", user };
}

/** Options of prlimit(1), or why not. */
export function resolveRlimits(spec: LaunchSpec, tools: Tools): readonly string[] | Refusal {
  if (spec.rlimits === undefined || spec.rlimits.length === 0) {
    return [];
  }
  const result = rlimitArguments(spec.rlimits);
  if (result.type === "bad") {
    return refuse("bad-rlimit", result.message);
  }
  return tools.prlimit === undefined
    ? refuse("bad-rlimit", "Resource limits need the program 'prlimit': install util-linux")
    : result.args;
}

function makeSandbox(path: string): void {
  try {
    mkdirSync(path, { mode: SANDBOX_MODE });
  } catch (error) {
    if (errorCode(error) !== "ENOENT") {
      throw error;
    }
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(path, { mode: SANDBOX_MODE });
  }
}

/** Makes the sandbox, or checks it and gives it to `user`. A text says what is wrong with it. */
export function prepareFolder(path: string, user: User | undefined): string | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) {
    makeSandbox(path);
    if (user !== undefined) {
      chownSync(path, user.uid, user.gid);
    }
    return null;
  }
  if (!found.isDirectory()) {
    return "it is not a directory";
  }
  accessSync(path, constants.W_OK | constants.X_OK);
  if (user !== undefined && (found.uid !== user.uid || found.gid !== user.gid)) {
    chownSync(path, user.uid, user.gid);
  }
  return null;
}

/** Makes an output file that belongs to the task's user, never through a symbolic link. */
function prepareOutput(path: string, user: User | undefined): SavedFile {
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const fd = openSync(path, flags | constants.O_NONBLOCK, OUTPUT_MODE);
  try {
    if (user !== undefined) {
      fchownSync(fd, user.uid, user.gid);
    }
    const { dev: device, ino: inode, size: start } = fstatSync(fd);
    return { path, device, inode, start };
  } finally {
    closeSync(fd);
  }
}

/** Makes the files that the output of an interactive container goes to. Throws on failed I/O. */
export function prepareStreams(
  { stdout, stderr, interaction }: LaunchSpec,
  user: User | undefined,
): SavedStreams {
  return {
    terminal: interaction?.terminal !== undefined,
    stdout: prepareOutput(stdout, user),
    stderr: prepareOutput(stderr, user),
  };
}

/** Makes the sandbox and what the output goes to. Null when all is well. */
export function prepareSandbox(spec: LaunchSpec, user: User | undefined): Refusal | null {
  const { sandbox } = spec;
  try {
    const reason = prepareFolder(sandbox, user);
    if (reason !== null) {
      return refuse("sandbox-unusable", `Cannot use sandbox '${sandbox}': ${reason}`);
    }
    for (const path of [spec.stdout, spec.stderr]) {
      if (user !== undefined) {
        prepareOutput(path, user);
      } else if (dirname(path) !== sandbox) {
        accessSync(dirname(path), constants.W_OK);
      }
    }
    return null;
  } catch (error) {
    return refuse("sandbox-unusable", `Cannot use sandbox '${sandbox}': ${String(error)}`);
  }
}
