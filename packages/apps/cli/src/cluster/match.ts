import { Failure, misused } from "../failure.ts";

/** How many candidates an error names. */
const MOST_NAMED = 5;

/**
 * The one item that `given` means: its whole id, the beginning of just one id, the last part of
 * just one (`S3` of `…-S3`, since all ids of a master begin alike), or one of its other names.
 */
export function pick<T>(
  items: readonly T[],
  given: string,
  what: string,
  names: (item: T) => readonly [id: string, ...others: string[]],
): T {
  if (given === "") throw misused(`An empty text names no ${what}`);
  const exact = items.filter((item) => names(item)[0] === given);
  const ways = [
    exact,
    items.filter((item) => names(item).slice(1).includes(given)),
    items.filter((item) => names(item)[0].startsWith(given)),
    items.filter((item) => names(item)[0].endsWith(`-${given}`)),
  ];
  const found = ways.find((way) => way.length > 0) ?? [];
  const [first] = found;
  if (first === undefined) throw new Failure(`Unable to find ${what} '${given}'`);
  if (found.length === 1) return first;
  const ids = found.slice(0, MOST_NAMED).map((item) => names(item)[0]);
  const more = found.length > ids.length ? ", …" : "";
  throw new Failure(
    `'${given}' could be ${found.length} ${what}s: ${ids.join(", ")}${more}. Give more of its id`,
  );
}
