import { COMMON_OPTIONS, type Command, type Options, optionsOf } from "./command.ts";
import type { Program } from "./help.ts";

export const SHELLS = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof SHELLS)[number];

/** What may follow a path of words: `""` is the beginning, `agent drain` the words so far. */
type Choices = ReadonlyMap<string, readonly string[]>;

/** A script that a shell reads to complete words after `mesos`. */
export function completionScript(
  shell: Shell,
  program: Program,
  others: readonly string[],
): string {
  switch (shell) {
    case "bash":
      return bash(choicesOf(program, others));
    case "zsh":
      // zsh reads bash's completions.
      return `autoload -U +X bashcompinit && bashcompinit\n${bash(choicesOf(program, others))}`;
    case "fish":
      return fish(program, others);
    default:
      return shell satisfies never;
  }
}

function choicesOf({ groups, commands }: Program, others: readonly string[]): Choices {
  const names = [...groups, ...commands].map(({ name }) => name);
  const programs = others.filter((name) => !names.includes(name));
  const choices = new Map([["", [...names, "help", ...programs, ...optionWords(COMMON_OPTIONS)]]]);
  for (const command of commands) choices.set(command.name, wordsOf(command));
  choices.set("help", names);
  choices.set("completion", [...SHELLS]);
  for (const group of groups) {
    choices.set(
      group.name,
      group.commands.map(({ name }) => name),
    );
    for (const command of group.commands) {
      choices.set(`${group.name} ${command.name}`, wordsOf(command));
    }
  }
  return choices;
}

function wordsOf(command: Command): string[] {
  return optionWords(optionsOf(command));
}

function optionWords(options: Options): string[] {
  return Object.entries(options).map(([name, { value }]) =>
    value === undefined ? `--${name}` : `--${name}=`,
  );
}

function bash(choices: Choices): string {
  const cases = [...choices].map(([path, words]) => `    "${path}") words="${words.join(" ")}" ;;`);
  return `# Completion of mesos. For this shell: source <(mesos completion bash)
_mesos() {
  local path="" word index words
  for ((index = 1; index < COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    case "$word" in
      -* | = ) continue ;;
    esac
    [[ "\${COMP_WORDS[index - 1]}" == "=" ]] && continue
    [[ "$path" == *" "* ]] && break
    path="\${path:+$path }$word"
  done
  case "$path" in
${cases.join("\n")}
    *) words="" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
  [[ "\${COMPREPLY[0]:-}" == *= ]] && compopt -o nospace 2>/dev/null
  return 0
}
complete -o default -F _mesos mesos
`;
}

function fish({ groups, commands }: Program, others: readonly string[]): string {
  const first = [...groups, ...commands, { name: "help", summary: "what a command does" }];
  return [
    "# Completion of mesos. For this shell: mesos completion fish | source",
    "complete -c mesos -f",
    ...first.map(({ name, summary }) => entry("__fish_use_subcommand", name, summary)),
    ...others
      .filter((name) => first.every((own) => own.name !== name))
      .map((name) => entry("__fish_use_subcommand", name, `runs mesos-${name}`)),
    ...SHELLS.map((shell) => entry("__fish_seen_subcommand_from completion", shell, "")),
    ...groups.flatMap((group) => {
      const verbs = group.commands.map(({ name }) => name).join(" ");
      const seen = `__fish_seen_subcommand_from ${group.name}`;
      return group.commands.flatMap((command) => [
        entry(
          `${seen}; and not __fish_seen_subcommand_from ${verbs}`,
          command.name,
          command.summary,
        ),
        ...fishOptions(`${seen}; and __fish_seen_subcommand_from ${command.name}`, command.options),
      ]);
    }),
    ...fishOptions("true", COMMON_OPTIONS),
    "",
  ].join("\n");
}

function fishOptions(condition: string, options: Options = {}): string[] {
  return Object.entries(options).map(([name, { short, value, help }]) =>
    [
      `complete -c mesos -n '${condition}' -l ${name}`,
      ...(short === undefined ? [] : [`-s ${short}`]),
      ...(value === undefined ? [] : ["-r"]),
      `-d '${quoted(help)}'`,
    ].join(" "),
  );
}

function entry(condition: string, word: string, text: string): string {
  return `complete -c mesos -n '${condition}' -a ${word} -d '${quoted(text)}'`;
}

function quoted(text: string): string {
  return text.replace(/[\\']/g, "\\$&");
}
