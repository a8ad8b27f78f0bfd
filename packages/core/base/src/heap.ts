/** A binary heap: the first item by `before` is always at hand. Equal items come in any order. */
export class Heap<T> {
  readonly #before: (a: T, b: T) => boolean;
  readonly #items: T[] = [];

  constructor(before: (a: T, b: T) => boolean) {
    this.#before = before;
  }

  get size(): number {
    return this.#items.length;
  }

  peek(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = this.#items[above];
      if (parent === undefined || !this.#before(item, parent)) break;
      this.#items[at] = parent;
      at = above;
    }
    this.#items[at] = item;
  }

  pop(): T | undefined {
    const [first] = this.#items;
    const last = this.#items.pop();
    if (last !== undefined && this.#items.length > 0) this.#sink(last);
    return first;
  }

  /** Puts the item where the root was and lets it sink to its place. */
  #sink(item: T): void {
    let at = 0;
    for (;;) {
      const child = this.#firstChild(at);
      const below = this.#items[child];
      if (below === undefined || !this.#before(below, item)) break;
      this.#items[at] = below;
      at = child;
    }
    this.#items[at] = item;
  }

  #firstChild(at: number): number {
    const left = at * 2 + 1;
    const a = this.#items[left];
    const b = this.#items[left + 1];
    return a !== undefined && b !== undefined && this.#before(b, a) ? left + 1 : left;
  }
}
