import { err, ok, type Result } from "@mesos-ts/base";

/**
 * A JSON value from a request. The error has the form of Mesos's parser:
 * `syntax error at line <n> near: <rest of that line>`.
 */
export function parseJson(text: string): Result<unknown> {
  try {
    return ok(JSON.parse(text));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : "";
    const at = /at position (\d+)/.exec(message)?.[1];
    const position = at === undefined ? tokenPosition(text, message) : Number(at);
    const line = text.slice(0, position).split("\n").length;
    const near = printable(text.slice(position).split("\n", 1)[0] ?? "");
    return err(`syntax error at line ${line} near: ${near}`);
  }
}

/** Short texts are quoted in the error instead of a position; what is broken off has its end. */
function tokenPosition(text: string, message: string): number {
  const token = /^Unexpected token '(.)'/su.exec(message)?.[1];
  const at = token === undefined ? -1 : text.indexOf(token);
  return at < 0 ? text.length : at;
}

/** Without control characters. */
function printable(text: string): string {
  return [...text].filter((character) => character >= " ").join("");
}
