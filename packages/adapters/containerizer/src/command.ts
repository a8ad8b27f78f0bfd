import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { DEFAULT_PATH, findProgram, isExecutableFile, type Tools } from "./tools.ts";
import type { Command } from "./types.ts";

/** What the shell is to exec, or the text that Mesos's launcher prints before it exits with 1. */
export type Execution =
  | { readonly type: "words"; readonly words: readonly string[] }
  | { readonly type: "failure"; readonly text: string };

/** Words that need no shell to be understood: no quote, glob, expansion, tilde or comment. */
const PLAIN_WORD = /^[A-Za-z0-9_./:@%+,=-]+$/;

/** Reserved words and builtins of dash, bash and ash: the shell itself does these. */
const SHELL_WORDS: ReadonlySet<string> = new Set(
  (
    ". : alias bg bind break builtin caller case cd chdir command compgen complete compopt continue " +
    "coproc declare dirs disown do done echo elif else enable esac eval exec exit export false fc fg " +
    "fi for function getopts hash help history if in jobs kill let local logout mapfile newgrp popd " +
    "printf pushd pwd read readarray readonly return select set shift shopt source suspend test then " +
    "time times trap true type typeset ulimit umask unalias unset until wait while"
  ).split(" "),
);

/** A limit on what is looked at: longer values simply go through the shell. */
const MAX_PLAIN_LENGTH = 4096;

/**
 * Splits a shell command that is one simple command of plain words: `sleep 60`.
 * Such a command needs no shell of its own, which saves a process per task.
 */
export function splitPlainCommand(value: string): readonly string[] | null {
  if (value.length > MAX_PLAIN_LENGTH) {
    return null;
  }
  const words = value.split(/[ \t]+/).filter((word) => word !== "");
  const [first] = words;
  return first !== undefined &&
    words.every((word) => PLAIN_WORD.test(word)) &&
    !first.includes("=") &&
    !SHELL_WORDS.has(first)
    ? words
    : null;
}

function sameFile(left: string, right: string): boolean {
  const a = statSync(left, { throwIfNoEntry: false });
  const b = statSync(right, { throwIfNoEntry: false });
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}

function shellExecution(value: string, sandbox: string, searchPath: string): Execution {
  const words = splitPlainCommand(value);
  const [first] = words ?? [];
  if (words !== null && first !== undefined) {
    const found = first.includes("/")
      ? isExecutableFile(resolve(sandbox, first))
      : findProgram(first, searchPath) !== undefined;
    if (found) {
      return { type: "words", words };
    }
  }
  const known = searchPath === DEFAULT_PATH || findProgram("sh", searchPath) !== undefined;
  const shell = known ? "sh" : "/bin/sh";
  return { type: "words", words: [shell, "-c", value] };
}

/** Where execvp would find `file`, looking into the sandbox first as Mesos does. */
function locate(
  file: string,
  sandbox: string,
  searchPath: string,
): { readonly word: string; readonly path: string } | string {
  if (file.includes("/")) {
    const path = resolve(sandbox, file);
    if (isExecutableFile(path)) {
      return { word: file, path };
    }
    return existsSync(path) ? "Permission denied" : "No such file or directory";
  }
  const local = join(sandbox, file);
  if (file !== "" && isExecutableFile(local)) {
    return { word: local, path: local };
  }
  const path = file === "" ? undefined : findProgram(file, searchPath);
  return path === undefined ? "No such file or directory" : { word: file, path };
}

function fileExecution(
  command: Extract<Command, { shell: false }>,
  sandbox: string,
  searchPath: string,
  tools: Tools,
): Execution {
  const found = locate(command.file, sandbox, searchPath);
  if (typeof found === "string") {
    return { type: "failure", text: `Failed to execute '${command.file}': ${found}` };
  }
  const [argv0, ...rest] = command.args.length === 0 ? [found.word] : command.args;
  if (argv0 === undefined || argv0 === found.word || argv0 === found.path) {
    return { type: "words", words: [argv0 ?? found.word, ...rest] };
  }
  const byName = argv0.includes("/") || argv0 === "" ? undefined : findProgram(argv0, searchPath);
  if (byName !== undefined && sameFile(byName, found.path)) {
    return { type: "words", words: [argv0, ...rest] };
  }
  return tools.bash === undefined
    ? { type: "words", words: [found.word, ...rest] }
    : {
        type: "words",
        words: [tools.bash, "-c", 'exec -a "$0" "$@"', argv0, found.word, ...rest],
      };
}

/**
 * Decides what to exec for `command` in `sandbox` under the search path `searchPath`.
 * argv[0] is kept: by the search path where that suffices, else by bash's `exec -a`; without bash
 * a program gets its path as argv[0].
 */
export function resolveCommand(
  command: Command,
  sandbox: string,
  searchPath: string,
  tools: Tools,
): Execution {
  return command.shell
    ? shellExecution(command.value, sandbox, searchPath)
    : fileExecution(command, sandbox, searchPath, tools);
}
