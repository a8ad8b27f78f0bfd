/** Longest container id (all levels together) and deepest nesting that are accepted. */
const MAX_ID_LENGTH = 1024;
const MAX_LEVEL_LENGTH = 255;
const MAX_DEPTH = 16;

/** One level: a plain file name without blanks, quotes or control characters. */
const LEVEL = /^[A-Za-z0-9_][A-Za-z0-9_:@+=,~-]*$/;

/** Whether `id` is a usable container id: `level[.level]…`. */
export function isContainerId(id: string): boolean {
  const levels = id.split(".");
  return (
    id.length <= MAX_ID_LENGTH &&
    levels.length <= MAX_DEPTH &&
    levels.every((level) => level.length <= MAX_LEVEL_LENGTH && LEVEL.test(level))
  );
}

/** Folder of a container below `<runtime_dir>/containers`: `a.b` is `a/containers/b`. */
export function relativePathOf(containerId: string): string {
  return containerId.split(".").join("/containers/");
}

/** Whether `id` is nested, at any depth, in `ancestor`. */
export function isNestedIn(id: string, ancestor: string): boolean {
  return id.startsWith(`${ancestor}.`);
}
