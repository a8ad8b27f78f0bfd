import type { Buffer } from "node:buffer";
import { type ListForm, pagesOf } from "./page.ts";
import type { Shown } from "./shown.ts";

/**
 * A large reply, a piece at a time. What it shows was decided before the first piece; whoever writes
 * it may rest between any two. An empty piece is only an occasion to rest.
 */
export type Pieces = Generator<string | Buffer, void, void>;

/** `[a,b]` of texts that are JSON. */
export function* listPieces<T>(items: Iterable<T>, render: (item: T) => string): Pieces {
  let separator = "[";
  for (const item of items) {
    yield separator;
    yield render(item);
    separator = ",";
  }
  yield separator === "[" ? "[]" : "]";
}

/** `[a,b]` of what is shown, from pages. */
export function* pagedList(items: readonly Shown<unknown>[], form: ListForm): Pieces {
  let isFirst = true;
  yield "[";
  for (const { bytes } of pagesOf(items, form)) {
    yield isFirst ? bytes.subarray(1) : bytes;
    isFirst = false;
  }
  yield "]";
}
