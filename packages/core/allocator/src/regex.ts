/** Regular expressions of RE2: linear in time, limited in size, as Mesos limits them. */
import { err, ok, type Result } from "@mesos-ts/base";
import { RE2JS, RE2JSException, RE2JSSyntaxException } from "re2js";
import { programSizeOf } from "./regex-cost.ts";

export interface RegexLimits {
  /** RE2's `max_mem`, in bytes; 0 or less: its own bound. */
  readonly maxMemBytes: number;
  readonly maxProgramSize: number;
}

/** The defaults of the master's flags. */
export const DEFAULT_REGEX_LIMITS: RegexLimits = { maxMemBytes: 4096, maxProgramSize: 100 };

/** An instruction takes at most about ten characters to write, as in `\x{10ffff}`. */
const CHARACTERS_PER_INSTRUCTION = 16;
const TOO_LARGE = "pattern too large - compile failed";

/** Whether the whole of a text matches. */
export type TextTest = (text: string) => boolean;

export function compileRegex(pattern: string, limits: RegexLimits): Result<TextTest> {
  const refuse = (why: string) =>
    err(`Failed to construct regex from pattern '${pattern}': ${why}`);
  const most = maxInstructions(limits.maxMemBytes);
  if (pattern.length > most * CHARACTERS_PER_INSTRUCTION) return refuse(TOO_LARGE);
  let regex: RE2JS;
  try {
    regex = RE2JS.compile(pattern);
  } catch (cause) {
    if (!(cause instanceof RE2JSException)) throw cause;
    return refuse(syntaxError(cause));
  }
  const programSize = programSizeOf(regex.re2().prog, most);
  if (programSize === undefined) return refuse(TOO_LARGE);
  if (programSize > limits.maxProgramSize) {
    return err(
      `Regex '${pattern}' is too complex: program size of ${programSize} is larger than maximum of ${limits.maxProgramSize} allowed`,
    );
  }
  return ok((text) => regex.testExact(text));
}

/** Compiling takes parts of a millisecond each: so many of one framework take seconds. */
export const MAX_REGEXES = 10_000;

/** The regular expressions of one framework; equal ones are compiled once. */
export class Regexes {
  readonly #limits: RegexLimits;
  readonly #tests = new Map<string, TextTest>();

  constructor(limits: RegexLimits) {
    this.#limits = limits;
  }

  compile(pattern: string): Result<TextTest> {
    const known = this.#tests.get(pattern);
    if (known !== undefined) return ok(known);
    if (this.#tests.size >= MAX_REGEXES) {
      return err(
        `There are more than ${MAX_REGEXES} different regular expressions: join some with '|', or compare texts instead`,
      );
    }
    const compiled = compileRegex(pattern, this.#limits);
    if (compiled.type === "ok") this.#tests.set(pattern, compiled.value);
    return compiled;
  }
}

/** RE2 gives two thirds of its memory to the forward program, which has a fixed part. */
function maxInstructions(maxMemBytes: number): number {
  const [program, instruction] = [416, 8];
  const bytes = Math.floor((maxMemBytes * 2) / 3);
  return bytes <= 0 ? 100_000 : Math.floor((bytes - program) / instruction);
}

/** RE2's words for what the library says in Go's. */
const WORDS: Readonly<Record<string, string>> = {
  "missing closing ]": "missing ]",
  "missing closing )": "missing )",
  "trailing backslash at end of expression": "trailing \\",
  "missing argument to repetition operator": "no argument for repetition operator",
  "invalid repeat count": "invalid repetition size",
  "invalid nested repetition operator": "bad repetition operator",
  "invalid or unsupported Perl syntax": "invalid perl operator",
  "invalid named capture": "invalid named capture group",
  "duplicate capture group name": "invalid named capture group",
  "expression too large": TOO_LARGE,
  "expression nests too deeply": TOO_LARGE,
};

function syntaxError(cause: RE2JSException): string {
  if (!(cause instanceof RE2JSSyntaxException)) return cause.message;
  const words = WORDS[cause.error] ?? cause.error;
  const where = cause.input ?? "";
  return where === "" || words === TOO_LARGE ? words : `${words}: ${where}`;
}
