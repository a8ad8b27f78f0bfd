import type { Execution } from "./command.ts";
import { isExportable, shellQuote } from "./quote.ts";
import type { Tools } from "./tools.ts";
import { setprivArguments, type User } from "./users.ts";

/** First line: `#run <length of redirections> <length of context> <identity words, base64>`. */
const HEADER = /^#run (\d+) (\d+) ([A-Za-z0-9+/=]*)\n/;

/** What a container's run script is made of. Strings hold no NUL. */
export interface RunContext {
  readonly sandbox: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly user?: User;
}

const words = (list: readonly string[]): string => list.map(shellQuote).join(" ");

function identityWords(context: RunContext, tools: Tools): readonly string[] {
  const odd = Object.entries(context.environment).filter(([name]) => !isExportable(name));
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
  const folder = shellQuote(context.sandbox);
  const complaint = shellQuote(
    `Failed to chdir into current working directory '${context.sandbox}'`,
  );
  let text = `cd ${folder} 2>/dev/null || { echo ${complaint} >&2; exit 1; }\nunset OLDPWD SHLVL\n`;
  for (const [name, value] of Object.entries(context.environment)) {
    if (isExportable(name)) {
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
  const redirections = `exec </dev/null >>${shellQuote(output.stdout)} 2>>${shellQuote(output.stderr)} || exit 1\n`;
  const lines = contextLines(context);
  const limits =
    rlimits.length === 0 || tools.prlimit === undefined
      ? ""
      : `${words([tools.prlimit, ...rlimits, "--"])} `;
  const hidden = Buffer.from(identity, "utf8").toString("base64");
  return (
    `#run ${redirections.length} ${lines.length} ${hidden}\n${redirections}${lines}` +
    executionLine(execution, `${shellQuote(tools.setsid)} -- ${limits}${identity}`)
  );
}

/**
 * A script that runs `execution` in the context (folder, environment, user) of the container whose
 * run script is `runScript`. Null when that is not a whole run script.
 */
export function renderExecScript(
  runScript: string,
  environment: Readonly<Record<string, string>>,
  execution: Execution,
  tools: Tools,
): string | null {
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
  const identity = Buffer.from(hidden ?? "", "base64").toString("utf8");
  const extra = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const more = extra.length === 0 ? "" : words([tools.env, "--", ...extra]);
  return lines + executionLine(execution, `${identity} ${more}`);
}
