import { unreachable } from "@mesos-ts/base";
import { EVENT_TYPE, type EventType } from "../protocol/constants.ts";
import { parentPath } from "../protocol/path.ts";
import type { Acl } from "../protocol/records.ts";
import type { TreeEvent } from "./tree.ts";

/** A bit each: one client may watch one path in several ways. */
export const WATCH_MODE = { once: 1, persistent: 2, recursive: 4 } as const;
const ANY_MODE = 7;

/** Whoever watches: the number of a connection. */
type Watcher = number;

/** Something to tell a watcher, if it may read a node with this ACL. */
export type Notice = {
  readonly watcher: Watcher;
  readonly type: EventType;
  readonly path: string;
  readonly acl: readonly Acl[];
};

/** Watches of one kind, by path and by watcher. */
export class WatchTable {
  readonly #byPath = new Map<string, Map<Watcher, number>>();
  readonly #byWatcher = new Map<Watcher, Set<string>>();
  #recursive = 0;

  add(path: string, watcher: Watcher, mode: number): void {
    const watchers = this.#byPath.get(path) ?? new Map<Watcher, number>();
    this.#byPath.set(path, watchers);
    const old = watchers.get(watcher) ?? 0;
    this.#setModes(path, watchers, watcher, old, old | mode);
  }

  /** Does it watch in this way? Without a mode: in any. */
  has(path: string, watcher: Watcher, mode: number = ANY_MODE): boolean {
    return ((this.#byPath.get(path)?.get(watcher) ?? 0) & mode) !== 0;
  }

  /** Ends watching in this way (in all, without a mode). Was there anything to end? */
  remove(path: string, watcher: Watcher, mode: number = ANY_MODE): boolean {
    const watchers = this.#byPath.get(path);
    const old = watchers?.get(watcher) ?? 0;
    if (watchers === undefined || (old & mode) === 0) return false;
    this.#setModes(path, watchers, watcher, old, old & ~mode);
    return true;
  }

  removeWatcher(watcher: Watcher): void {
    for (const path of this.#byWatcher.get(watcher) ?? []) this.remove(path, watcher);
  }

  /** Who is to be told of what happened at `path`. Watches of one time end with it. */
  trigger(path: string): ReadonlySet<Watcher> {
    const told = new Set<Watcher>();
    const watchers = this.#byPath.get(path);
    for (const [watcher, modes] of watchers ?? []) {
      told.add(watcher);
      if (watchers !== undefined && (modes & WATCH_MODE.once) !== 0) {
        this.#setModes(path, watchers, watcher, modes, modes & ~WATCH_MODE.once);
      }
    }
    if (this.#recursive > 0) this.#addRecursive(path, told);
    return told;
  }

  get watcherCount(): number {
    return this.#byWatcher.size;
  }

  get pathCount(): number {
    return this.#byPath.size;
  }

  /** Watches in all: a client that watches one path in two ways counts once. */
  get size(): number {
    let size = 0;
    for (const paths of this.#byWatcher.values()) size += paths.size;
    return size;
  }

  byPath(): Iterable<readonly [string, Iterable<Watcher>]> {
    return [...this.#byPath].map(([path, watchers]) => [path, watchers.keys()] as const);
  }

  byWatcher(): ReadonlyMap<Watcher, ReadonlySet<string>> {
    return this.#byWatcher;
  }

  #addRecursive(path: string, told: Set<Watcher>): void {
    for (let above = parentPath(path); above !== ""; above = parentPath(above)) {
      for (const [watcher, modes] of this.#byPath.get(above) ?? []) {
        if ((modes & WATCH_MODE.recursive) !== 0) told.add(watcher);
      }
    }
  }

  #setModes(
    path: string,
    watchers: Map<Watcher, number>,
    watcher: Watcher,
    old: number,
    modes: number,
  ): void {
    this.#recursive += recursiveBit(modes) - recursiveBit(old);
    if (modes !== 0) {
      watchers.set(watcher, modes);
      const paths = this.#byWatcher.get(watcher);
      if (paths === undefined) this.#byWatcher.set(watcher, new Set([path]));
      else paths.add(path);
      return;
    }
    watchers.delete(watcher);
    if (watchers.size === 0) this.#byPath.delete(path);
    const paths = this.#byWatcher.get(watcher);
    paths?.delete(path);
    if (paths?.size === 0) this.#byWatcher.delete(watcher);
  }
}

const recursiveBit = (modes: number): number => ((modes & WATCH_MODE.recursive) === 0 ? 0 : 1);

/** Every watch. Those for data and existence share a table; recursive ones live there too. */
export class Watches {
  readonly data = new WatchTable();
  readonly children = new WatchTable();

  removeWatcher(watcher: Watcher): void {
    this.data.removeWatcher(watcher);
    this.children.removeWatcher(watcher);
  }

  /** What a change has to tell, and to whom, in ZooKeeper's order. */
  trigger(event: TreeEvent): readonly Notice[] {
    const { path, acl } = event;
    switch (event.type) {
      case "created":
        return [
          ...notices(this.data.trigger(path), EVENT_TYPE.nodeCreated, path, acl),
          ...this.#childrenChanged(path, event.parentAcl),
        ];
      case "changed":
        return notices(this.data.trigger(path), EVENT_TYPE.nodeDataChanged, path, acl);
      case "deleted": {
        const first = this.data.trigger(path);
        const second = [...this.children.trigger(path)].filter((watcher) => !first.has(watcher));
        return [
          ...notices(first, EVENT_TYPE.nodeDeleted, path, acl),
          ...notices(second, EVENT_TYPE.nodeDeleted, path, acl),
          ...this.#childrenChanged(path, event.parentAcl),
        ];
      }
      default:
        return unreachable(event);
    }
  }

  #childrenChanged(path: string, acl: readonly Acl[]): readonly Notice[] {
    const parent = parentPath(path);
    return notices(this.children.trigger(parent), EVENT_TYPE.nodeChildrenChanged, parent, acl);
  }
}

function notices(
  watchers: Iterable<Watcher>,
  type: EventType,
  path: string,
  acl: readonly Acl[],
): readonly Notice[] {
  return [...watchers].map((watcher) => ({ watcher, type, path, acl }));
}
