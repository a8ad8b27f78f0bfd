/** A value, or the refusal that stands in its place. Refusals are values; exceptions are bugs. */
export type Result<T, E = string> = Ok<T> | Err<E>;

export interface Ok<T> {
  readonly type: "ok";
  readonly value: T;
}

export interface Err<E> {
  readonly type: "error";
  readonly error: E;
}

export function ok<T>(value: T): Ok<T> {
  return { type: "ok", value };
}

export function err<E>(error: E): Err<E> {
  return { type: "error", error };
}

export function isOk<T, E>(result: Result<T, E>): result is Ok<T> {
  return result.type === "ok";
}

export function isErr<T, E>(result: Result<T, E>): result is Err<E> {
  return result.type === "error";
}

export function mapOk<T, U, E>(result: Result<T, E>, f: (value: T) => U): Result<U, E> {
  return result.type === "ok" ? ok(f(result.value)) : result;
}

export function mapErr<T, E, F>(result: Result<T, E>, f: (error: E) => F): Result<T, F> {
  return result.type === "error" ? err(f(result.error)) : result;
}

export function andThen<T, U, E>(
  result: Result<T, E>,
  f: (value: T) => Result<U, E>,
): Result<U, E> {
  return result.type === "ok" ? f(result.value) : result;
}

/** The value of a result that cannot be a refusal here; a refusal is a bug and throws. */
export function unwrap<T, E>(result: Result<T, E>): T {
  if (result.type === "ok") {
    return result.value;
  }
  const { error } = result;
  throw error instanceof Error ? error : new Error(`Unexpected refusal: ${String(error)}`);
}

/** Every value in order, or the first refusal. */
export function collect<T, E>(results: Iterable<Result<T, E>>): Result<T[], E> {
  const values: T[] = [];
  for (const result of results) {
    if (result.type === "error") {
      return result;
    }
    values.push(result.value);
  }
  return ok(values);
}
