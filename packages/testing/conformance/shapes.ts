/**
 * What differs between two JSON values in names and types, as lines: `-path` is missing, `+path`
 * is new, `path a≠b` has another type. Elements of an array are taken together.
 */
export function shapeDifferences(theirs: unknown, ours: unknown, path = ""): string[] {
  const [theirKind, ourKind] = [kindOf(theirs), kindOf(ours)];
  if (theirKind !== ourKind) return [`${path} ${theirKind}≠${ourKind}`];
  if (Array.isArray(theirs) && Array.isArray(ours)) {
    if (theirs.length === 0 || ours.length === 0) {
      if (theirs.length === ours.length) return [];
      return [`${theirs.length === 0 ? "+" : "-"}${path}[]`];
    }
    return shapeDifferences(together(theirs), together(ours), `${path}[]`);
  }
  if (theirKind !== "object") return [];
  const [left, right] = [theirs as Record<string, unknown>, ours as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].sort().flatMap((key) => {
    const below = `${path}.${key}`;
    if (!(key in right)) return [`-${below}`];
    if (!(key in left)) return [`+${below}`];
    return shapeDifferences(left[key], right[key], below);
  });
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** One element with the names of all of them. */
function together(elements: readonly unknown[]): unknown {
  const objects = elements.filter((each) => kindOf(each) === "object") as object[];
  if (elements.every((each) => Array.isArray(each))) return elements.flat();
  if (objects.length < elements.length) return elements[0];
  const values = new Map<string, unknown[]>();
  for (const [key, value] of objects.flatMap((each) => Object.entries(each))) {
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return Object.fromEntries([...values].map(([key, all]) => [key, together(all)]));
}
