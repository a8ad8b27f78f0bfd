/** Rows in the order of a column. */

export type SortValue = string | number | undefined;

/** By the values, the largest first when `sort` begins with a minus; those without one come last. */
export function order<T>(
  rows: readonly T[],
  sortValue: ((row: T) => SortValue) | undefined,
  sort: string,
): readonly T[] {
  if (sortValue === undefined) return rows;
  const direction = sort.startsWith("-") ? -1 : 1;
  // Each value is computed once: comparisons are many.
  const keyed = rows.map((row) => ({ row, value: sortValue(row) }));
  keyed.sort((a, b) => {
    if (a.value === b.value) return 0;
    if (a.value === undefined) return 1;
    if (b.value === undefined) return -1;
    return (a.value < b.value ? -1 : 1) * direction;
  });
  return keyed.map(({ row }) => row);
}
