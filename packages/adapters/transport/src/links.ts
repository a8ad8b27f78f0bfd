/** A link: the local process `fromId` watches `toPid`. */
export type Link = { readonly fromId: string; readonly toPid: string };

/** Who watches whom, by address of the watched. */
export class Links {
  /** address → watched pid → watching ids. */
  readonly #byAddress = new Map<string, Map<string, Set<string>>>();

  add(fromId: string, toPid: string, address: string): void {
    const pids = this.#byAddress.get(address) ?? new Map<string, Set<string>>();
    this.#byAddress.set(address, pids);
    const watchers = pids.get(toPid) ?? new Set<string>();
    pids.set(toPid, watchers);
    watchers.add(fromId);
  }

  remove(fromId: string, toPid: string, address: string): void {
    const pids = this.#byAddress.get(address);
    const watchers = pids?.get(toPid);
    if (pids === undefined || watchers === undefined) return;
    watchers.delete(fromId);
    if (watchers.size === 0) pids.delete(toPid);
    if (pids.size === 0) this.#byAddress.delete(address);
  }

  /** Removes all links of a watching process; returns the addresses that it watched. */
  removeWatcher(fromId: string): string[] {
    const touched: string[] = [];
    for (const [address, pids] of this.#byAddress) {
      for (const [toPid, watchers] of pids) {
        if (!watchers.has(fromId)) continue;
        touched.push(address);
        this.remove(fromId, toPid, address);
      }
    }
    return touched;
  }

  has(address: string): boolean {
    return this.#byAddress.has(address);
  }

  /** Removes and returns all links to an address, in the order made. */
  takeAddress(address: string): Link[] {
    const pids = this.#byAddress.get(address);
    this.#byAddress.delete(address);
    const links: Link[] = [];
    for (const [toPid, watchers] of pids ?? []) {
      for (const fromId of watchers) links.push({ fromId, toPid });
    }
    return links;
  }

  /** Removes and returns all links to one pid. */
  takePid(toPid: string, address: string): Link[] {
    const pids = this.#byAddress.get(address);
    const links = [...(pids?.get(toPid) ?? [])].map((fromId) => ({ fromId, toPid }));
    for (const link of links) this.remove(link.fromId, toPid, address);
    return links;
  }
}
