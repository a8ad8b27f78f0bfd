import type { Execution } from "./command.ts";
import { isExportable, shellQuote } from "./quote.ts";
import { DEFAULT_PATH, type Tools } from "./tools.ts";
import { setprivArguments, type User } from "./users.ts";

/** First line: `#run <length of redirections> <length of context> <base64 of a saved context>`. */
const HEADER = /^#run (\d+) (\d+) ([A-Za-z0-9+/=]*)\n/;

/** What a container's run script is made of. Strings hold no NUL. */
export interface RunContext {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user?: User;
  /** Standard input, a FIFO, and a file that is made once it is open. Default: empty. */
  readonly stdin?: { readonly path: string; readonly openedPath: string };
  /** Words that run what follows them in a terminal. */
  readonly terminal?: readonly string[];
  /** How others reach its streams, for later agents. */
  readonly streams?: SavedStreams;
}

/** An output file as it was made: who reads it later must find the same one. */
export interface SavedFile {
  readonly path: string;
  readonly device: number;
  readonly inode: number;
  /** Its size before the container wrote to it. */
  readonly start: number;
}

export interface SavedStreams {
  readonly terminal: boolean;
  readonly stdout: SavedFile;
  /** With a terminal: what went wrong before there was one. */
  readonly stderr: SavedFile;
}

const words = (list: readonly string[]): string => list.map(shellQuote).join(" ");

/**
 * Whether a variable may be set in the shell. When the user is switched none may: setpriv(1) runs
 * as root and must not run under an environment that another user chose. Nor may the keeper of a
 * terminal, which is not the container's program.
 */
const isEarly = (context: RunContext, name: string): boolean =>
  context.user === undefined && context.terminal === undefined && isExportable(name);

function identityWords(context: RunContext, tools: Tools): readonly string[] {
  const odd = Object.entries(context.environment).filter(([name]) => !isEarly(context, name));
  return [
    ...(context.user === undefined || tools.setpriv === undefined
      ? []
      : [tools.setpriv, ...setprivArguments(context.user)]),
    ...(odd.length === 0
      ? []
      : [tools.env, "--", ...odd.map(([name, value]) => `${name}=${value}`)]),
  ];
}

function contextLines(context: RunContext): string {
  const folder = shellQuote(context.folder);
  const complaint = shellQuote(
    `Failed to chdir into current working directory '${context.folder}'`,
  );
  let text = `cd ${folder} 2>/dev/null || { echo ${complaint} >&2; exit 1; }\nunset OLDPWD SHLVL\n`;
  for (const [name, value] of Object.entries(context.environment)) {
    if (isEarly(context, name)) {
      text += `export ${name}=${shellQuote(value)}\n`;
    }
  }
  return text;
}

/** env(1) takes a first word with `=` for an assignment: such a program is started by a shell. */
function guarded(list: readonly string[]): readonly string[] {
  return list[0]?.includes("=") ? ["/bin/sh", "-c", 'exec "$@"', "sh", ...list] : list;
}

function executionLine(execution: Execution, prefix: string): string {
  switch (execution.type) {
    case "failure":
      return `echo ${shellQuote(execution.text)} >&2\nexit 1\n`;
    case "words":
      return `exec ${prefix} ${words(guarded(execution.words))}\n`;
    default: {
      const never: never = execution;
      return never;
    }
  }
}

/** The script that a monitor sources to become the task. `rlimits` are prlimit(1) options. */
export function renderRunScript(
  context: RunContext,
  execution: Execution,
  output: { readonly stdout: string; readonly stderr: string },
  rlimits: readonly string[],
  tools: Tools,
): string {
  const identity = words(identityWords(context, tools));
  const { stdin } = context;
  const source = stdin === undefined ? "/dev/null" : shellQuote(stdin.path);
  const opened = stdin === undefined ? "" : `: >${shellQuote(stdin.openedPath)}\n`;
  const redirections = `exec <${source} >>${shellQuote(output.stdout)} 2>>${shellQuote(output.stderr)} || exit 1\n${opened}`;
  const lines = contextLines(context);
  const limits =
    rlimits.length === 0 || tools.prlimit === undefined
      ? ""
      : `${words([tools.prlimit, ...rlimits, "--"])} `;
  const searchPath = context.environment["PATH"] ?? DEFAULT_PATH;
  const saved: SavedContext = {
    identity,
    sandbox: context.folder,
    searchPath,
    ...(context.streams === undefined ? {} : { streams: context.streams }),
  };
  const hidden = Buffer.from(JSON.stringify(saved), "utf8").toString("base64");
  return (
    `#run ${redirections.length} ${lines.length} ${hidden}\n${redirections}${lines}` +
    executionLine(
      execution,
      `${shellQuote(tools.setsid)} -- ${words(context.terminal ?? [])} ${limits}${identity}`,
    )
  );
}

/** What a run script remembers for commands that are run beside its container. */
interface SavedContext {
  /** Quoted words that become the user and set the variables which the shell could not. */
  readonly identity: string;
  readonly sandbox: string;
  readonly searchPath: string;
  readonly streams?: SavedStreams;
}

/** A container's context, read back from its run script. */
export interface RunningContext {
  readonly sandbox: string;
  readonly searchPath: string;
  /** Undefined for containers that nobody can attach to. */
  readonly streams: SavedStreams | undefined;
  /** A script that runs `execution` in the container's folder, environment and user. */
  readonly render: (
    environment: Readonly<Record<string, string>>,
    execution: Execution,
    tools: Tools,
  ) => string;
}

/** Reads a run script back; null when it is not whole. */
export function parseRunScript(runScript: string): RunningContext | null {
  const header = HEADER.exec(runScript);
  if (header === null) {
    return null;
  }
  const [whole, redirections, length, hidden] = header;
  const start = whole.length + Number(redirections);
  const lines = runScript.slice(start, start + Number(length));
  if (lines.length !== Number(length)) {
    return null;
  }
  const saved = JSON.parse(Buffer.from(hidden ?? "", "base64").toString("utf8")) as SavedContext;
  return {
    sandbox: saved.sandbox,
    searchPath: saved.searchPath,
    streams: saved.streams,
    render: (environment, execution, tools) => {
      const extra = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
      const more = extra.length === 0 ? "" : words([tools.env, "--", ...extra]);
      return lines + executionLine(execution, `${saved.identity} ${more}`);
    },
  };
}
