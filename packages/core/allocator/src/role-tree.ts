import type { Quantities } from "./contract.ts";
import { DrfSorter } from "./sorter.ts";

interface Node {
  readonly path: string;
  /** Below this role: its sub-roles, and `.` for the role itself when frameworks use it. */
  readonly sorter: DrfSorter;
  readonly children: Map<string, Node>;
}

/** The name under which a role competes with its own sub-roles. */
const SELF = ".";

/**
 * Orders roles level by level: `eng/web` competes with `eng/db` for what `eng` is due, `eng`
 * competes with `ops`. A role that has sub-roles and frameworks of its own competes as a leaf
 * beside its sub-roles.
 */
export class RoleTree {
  readonly #root: Node = node("");
  readonly #weightOf: (role: string) => number;
  #totals: Quantities = new Map();

  constructor(weightOf: (role: string) => number) {
    this.#weightOf = weightOf;
  }

  /** A role that frameworks subscribe to. */
  add(role: string): void {
    let at = this.#root;
    for (const part of role.split("/")) at = this.#child(at, part);
    at.sorter.add(SELF, () => 1);
  }

  remove(role: string): void {
    const path = this.#path(role);
    path.at(-1)?.sorter.remove(SELF);
    for (let i = path.length - 1; i > 0; i--) {
      const child = path[i];
      const parent = path[i - 1];
      if (child === undefined || parent === undefined || child.sorter.size > 0) break;
      const name = nameOf(child);
      parent.sorter.remove(name);
      parent.children.delete(name);
    }
  }

  setActive(role: string, active: boolean): void {
    this.#path(role).at(-1)?.sorter.setActive(SELF, active);
  }

  allocated(role: string, quantities: Quantities): void {
    this.#along(role, (sorter, name) => sorter.allocated(name, quantities));
  }

  restored(role: string, quantities: Quantities): void {
    this.#along(role, (sorter, name) => sorter.restored(name, quantities));
  }

  unallocated(role: string, quantities: Quantities): void {
    this.#along(role, (sorter, name) => sorter.unallocated(name, quantities));
  }

  setTotals(totals: Quantities): void {
    this.#totals = totals;
    visit(this.#root, (each) => each.sorter.setTotals(totals));
  }

  invalidate(): void {
    visit(this.#root, (each) => each.sorter.invalidate());
  }

  /** The roles that frameworks subscribe to, the one to serve first in front. */
  sorted(): string[] {
    const roles: string[] = [];
    collect(this.#root, roles);
    return roles;
  }

  /** The role's dominant share on its level. */
  share(role: string): number {
    const path = this.#path(role);
    const last = path.at(-1);
    return last === undefined ? 0 : (path.at(-2)?.sorter.share(nameOf(last)) ?? 0);
  }

  #child(parent: Node, part: string): Node {
    const known = parent.children.get(part);
    if (known !== undefined) return known;
    const path = parent.path === "" ? part : `${parent.path}/${part}`;
    const child = node(path);
    child.sorter.setTotals(this.#totals);
    parent.children.set(part, child);
    parent.sorter.add(part, () => this.#weightOf(path));
    return child;
  }

  /** From the root to the role. */
  #path(role: string): Node[] {
    const path = [this.#root];
    for (const part of role.split("/")) {
      const next = path.at(-1)?.children.get(part);
      if (next === undefined) return [];
      path.push(next);
    }
    return path;
  }

  #along(role: string, change: (sorter: DrfSorter, name: string) => void): void {
    const path = this.#path(role);
    for (const [i, each] of path.entries()) {
      const next = path[i + 1];
      change(each.sorter, next === undefined ? SELF : nameOf(next));
    }
  }
}

function node(path: string): Node {
  return { path, sorter: new DrfSorter(), children: new Map() };
}

function nameOf({ path }: Node): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

function visit(start: Node, each: (node: Node) => void): void {
  each(start);
  for (const child of start.children.values()) visit(child, each);
}

function collect(start: Node, roles: string[]): void {
  for (const name of start.sorter.sorted()) {
    const child = start.children.get(name);
    if (name === SELF) roles.push(start.path);
    else if (child !== undefined) collect(child, roles);
  }
}
