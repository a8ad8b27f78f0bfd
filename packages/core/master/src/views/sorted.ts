/** So many are sorted, or merged, between two occasions to rest. */
const PER_REST = 4096;

type Compare<T> = (a: T, b: T) => number;

/** The items in order, equal ones as they came; an empty piece is an occasion to rest. */
export function* sorted<T>(
  items: readonly T[],
  compare: Compare<T>,
): Generator<"", readonly T[], void> {
  let runs: (readonly T[])[] = [];
  for (let start = 0; start < items.length; start += PER_REST) {
    runs.push(items.slice(start, start + PER_REST).sort(compare));
    yield "";
  }
  while (runs.length > 1) {
    const longer: (readonly T[])[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      longer.push(yield* merged(runs[index] ?? [], runs[index + 1] ?? [], compare));
    }
    runs = longer;
  }
  return runs[0] ?? [];
}

function* merged<T>(
  left: readonly T[],
  right: readonly T[],
  compare: Compare<T>,
): Generator<"", readonly T[], void> {
  const all: T[] = [];
  let next = 0;
  let count = 0;
  for (const item of left) {
    for (let other = right[next]; other !== undefined; other = right[++next]) {
      if (compare(item, other) <= 0) break;
      all.push(other);
    }
    all.push(item);
    if (++count % PER_REST === 0) yield "";
  }
  return all.concat(right.slice(next));
}
