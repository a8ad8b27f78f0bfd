import type { Context } from "../command.ts";
import { EXIT, Failure, misused } from "../failure.ts";
import type { Input } from "../shell/parse.ts";

/** What cannot be undone is asked for twice: with `--yes`, or by a word on the terminal. */
export async function confirm(
  { world }: Context,
  input: Input,
  consequence: string,
): Promise<void> {
  if (input.flag("yes")) return;
  if (!world.keyboard.isTerminal) throw misused(`${consequence} Add --yes if that is meant`);
  await world.err(`${consequence} Go on? [y/N] `);
  const answer = await line(world.keyboard);
  if (/^y(es)?$/i.test(answer.trim())) return;
  throw new Failure("Nothing was changed", EXIT.refused);
}

export const YES = { yes: { short: "y", help: "do not ask" } } as const;

function line(keyboard: Context["world"]["keyboard"]): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    const done = (): void => {
      stop();
      resolve(text);
    };
    const stop = keyboard.listen((data) => {
      text += data.toString();
      if (text.includes("\n")) done();
    }, done);
  });
}
