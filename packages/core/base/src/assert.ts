/** An invariant of ours does not hold: always a bug here, never bad input. */
export class AssertionError extends Error {
  override readonly name = "AssertionError";
}

/** Throws when `condition` is false. For invariants only: hostile input is validated, not asserted. */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) {
    throw new AssertionError(message);
  }
}

/** The value, which an invariant says is present. */
export function present<T>(value: T | undefined | null, message: string): T {
  if (value === undefined || value === null) {
    throw new AssertionError(message);
  }
  return value;
}

/** Ends a switch whose cases are complete; the compiler refuses it when one is missing. */
export function unreachable(value: never): never {
  throw new AssertionError(`Unreachable case: ${describe(value)}`);
}

function describe(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
