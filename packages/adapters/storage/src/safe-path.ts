/** Whether a relative path stays below the folder that it is joined to. */
export function staysInside(path: string): boolean {
  return (
    path !== "" &&
    !path.startsWith("/") &&
    !path.includes("\0") &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** The path, or an error that is a bug of the caller's: checkpoints never leave `meta`. */
export function insideMeta(path: string): string {
  if (!staysInside(path)) throw new RangeError(`Checkpoint path '${path}' leaves the meta folder`);
  return path;
}
