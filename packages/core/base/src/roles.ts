import { err, ok, type Result } from "./result.ts";

/** The role of everyone: resources that are reserved for nobody. */
export const STAR_ROLE = "*";

// Tab, line feed, vertical tab, form feed, carriage return, space, delete.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const INVALID_CHARACTERS = /[\u0009-\u000d\u0020\u007f]/;

/**
 * The longest role. Every role above a role is one, too, and is listed under its full name: without
 * a limit one deep role fills the memory of those who list them.
 */
const MAX_ROLE_LENGTH = 1024;

/** Why `role` is no role name; undefined when it is one. */
export function validateRole(role: string): string | undefined {
  if (role === STAR_ROLE) {
    return undefined;
  }
  if (role.length > MAX_ROLE_LENGTH) {
    return `Role '${role.slice(0, 32)}…' cannot be longer than ${MAX_ROLE_LENGTH} characters`;
  }
  if (role.startsWith("/")) {
    return `Role '${role}' cannot start with a slash`;
  }
  if (role.endsWith("/")) {
    return `Role '${role}' cannot end with a slash`;
  }
  if (role.includes("//")) {
    return `Role '${role}' cannot contain two adjacent slashes`;
  }
  if (role === "") {
    return "Role names cannot be the empty string";
  }
  for (const component of role.split("/")) {
    const problem = validateComponent(role, component);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/** The first refusal among the roles. */
export function validateRoles(roles: Iterable<string>): string | undefined {
  for (const role of roles) {
    const problem = validateRole(role);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

/** A comma-separated list of role names (`--roles`); empty parts are skipped. */
export function parseRoles(text: string): Result<string[]> {
  const roles = text.split(",").filter((role) => role !== "");
  const problem = validateRoles(roles);
  return problem === undefined ? ok(roles) : err(problem);
}

/** The roles above `role`, nearest first: `a/b/c` gives `a/b`, `a`. */
export function roleAncestors(role: string): string[] {
  const ancestors: string[] = [];
  for (
    let at = role.lastIndexOf("/");
    at >= 0;
    at = at === 0 ? -1 : role.lastIndexOf("/", at - 1)
  ) {
    ancestors.push(role.slice(0, at));
  }
  return ancestors;
}

/** Whether `left` lies under `right` (`a/b` under `a`); a role does not lie under itself. */
export function isStrictSubroleOf(left: string, right: string): boolean {
  return left.length > right.length && left[right.length] === "/" && left.startsWith(right);
}

function validateComponent(role: string, component: string): string | undefined {
  if (component === "." || component === ".." || component === STAR_ROLE) {
    return `Role '${role}' cannot include '${component}' as a component`;
  }
  if (component.startsWith("-")) {
    return `Role component '${component}' is invalid because it starts with a dash`;
  }
  if (INVALID_CHARACTERS.test(component)) {
    return `Role component '${component}' is invalid because it contains backspace or whitespace`;
  }
  return undefined;
}
