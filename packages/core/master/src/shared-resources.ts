import type { Resource } from "@mesos-ts/protos";
import { Resources } from "@mesos-ts/resources";
import { BoundedMap } from "./bounded.ts";

interface Shared {
  readonly list: Resource[];
  readonly resources: Resources;
}

/** Tasks of a cluster ask for few different things. */
const MAX_LISTS = 1_000;

/**
 * Resources of many tasks, kept once where they are equal: a master that takes over a hundred
 * thousand tasks would keep as many bags otherwise. Nobody changes them.
 */
export class SharedResources {
  readonly #known = new BoundedMap<string, Shared>(MAX_LISTS);

  /** What `make` makes of the list for a role, or made of an equal one. */
  of(
    list: readonly Resource[],
    role: string,
    make: (list: readonly Resource[], role: string) => Resource[],
  ): Shared {
    const key = `${role} ${JSON.stringify(list)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = make(list, role);
    const shared = { list: made, resources: Resources.of(made) };
    this.#known.set(key, shared);
    return shared;
  }
}
