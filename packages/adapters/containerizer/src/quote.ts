/** Quotes for a POSIX shell: the text comes out as one word, byte for byte. No NUL. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** Names that some shell treats specially: assigning them fails or does more than assigning. */
const SPECIAL_NAMES: ReadonlySet<string> = new Set([
  "_",
  "BASHOPTS",
  "BASHPID",
  "BASH_ARGC",
  "BASH_ARGV",
  "BASH_ARGV0",
  "BASH_COMPAT",
  "BASH_LINENO",
  "BASH_SOURCE",
  "BASH_VERSINFO",
  "COMP_WORDBREAKS",
  "DIRSTACK",
  "EPOCHREALTIME",
  "EPOCHSECONDS",
  "EUID",
  "FUNCNAME",
  "GROUPS",
  "HISTCMD",
  "IGNOREEOF",
  "LINENO",
  "OPTIND",
  "POSIXLY_CORRECT",
  "PPID",
  "RANDOM",
  "SECONDS",
  "SHELLOPTS",
  "SRANDOM",
  "UID",
]);

/** Names that change how the programs between the shell and the task (setsid, prlimit) load. */
const isLoaderName = (name: string): boolean =>
  name.startsWith("LD_") || name === "GLIBC_TUNABLES" || name === "GCONV_PATH";

/** Whether every shell can `export NAME=value` plainly. Other names travel through env(1). */
export function isExportable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !SPECIAL_NAMES.has(name) && !isLoaderName(name);
}
