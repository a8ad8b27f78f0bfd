/**
 * A large reply, a piece at a time. What it shows was decided before the first piece; whoever writes
 * it may rest between any two. An empty piece is only an occasion to rest.
 */
export type Pieces = Generator<string | Uint8Array, void, void>;

/**
 * `[a,b]` of texts that are JSON. Each is a piece by itself: a text that is written as it is becomes
 * one run of bytes in memory, where one that is joined to another stays the tree that it was built as.
 */
export function* listPieces<T>(items: Iterable<T>, render: (item: T) => string): Pieces {
  let separator = "[";
  for (const item of items) {
    yield separator;
    yield render(item);
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}
