/** The part of a file that is shown, as lines: it grows at its end, and backwards on demand. */

/** Lines that are kept; older ones go. */
export const MAX_LINES = 50_000;

/** Characters that are kept, for files of long lines. */
export const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Characters of a line that are shown. */
export const MAX_SHOWN_CHARACTERS = 2000;

export interface Match {
  readonly line: number;
  readonly column: number;
}

/** Matches that are counted and can be gone to. */
export const MAX_MATCHES = 10_000;

export class Lines {
  #lines: string[] = [];
  #characters = 0;
  /** The last line has no line feed yet. */
  #isOpen = false;
  /** Lines that were dropped at the front since the beginning: a line keeps its number. */
  dropped = 0;

  get count(): number {
    return this.#lines.length;
  }

  at(index: number): string {
    return this.#lines[index] ?? "";
  }

  text(): string {
    return this.#lines.join("\n") + (this.#isOpen || this.#lines.length === 0 ? "" : "\n");
  }

  clear(): void {
    this.#lines = [];
    this.#characters = 0;
    this.#isOpen = false;
    this.dropped = 0;
  }

  append(text: string): void {
    if (text === "") return;
    const pieces = text.split("\n");
    const first = pieces.shift() ?? "";
    if (this.#isOpen) this.#lines[this.#lines.length - 1] += first;
    else this.#lines.push(first);
    for (const piece of pieces) this.#lines.push(piece);
    // A text that ends with a line feed leaves an empty piece, which is no line yet.
    this.#isOpen = this.#lines.at(-1) !== "";
    if (!this.#isOpen) this.#lines.pop();
    this.#characters += text.length;
    this.#dropOld();
  }

  /** Adds whole lines before the first one. Returns how many: none when there is no room. */
  prepend(text: string): number {
    const older = text.replace(/\n$/, "").split("\n");
    const hasRoom =
      this.#lines.length + older.length <= MAX_LINES &&
      this.#characters + text.length <= MAX_CHARACTERS;
    if (text === "" || !hasRoom) return 0;
    this.#lines = [...older, ...this.#lines];
    this.#characters += text.length;
    return older.length;
  }

  /** Where the words are, whatever their case. */
  find(words: string): Match[] {
    const matches: Match[] = [];
    const wanted = words.toLowerCase();
    if (wanted === "") return matches;
    for (const [line, text] of this.#lines.entries()) {
      const lower = text.toLowerCase();
      let column = lower.indexOf(wanted);
      while (column >= 0) {
        matches.push({ line, column });
        if (matches.length >= MAX_MATCHES) return matches;
        column = lower.indexOf(wanted, column + wanted.length);
      }
    }
    return matches;
  }

  #dropOld(): void {
    let count = Math.max(0, this.#lines.length - MAX_LINES);
    for (let i = 0; i < count; i++) this.#characters -= this.at(i).length + 1;
    while (this.#characters > MAX_CHARACTERS && count < this.#lines.length - 1) {
      this.#characters -= this.at(count).length + 1;
      count += 1;
    }
    if (count === 0) return;
    this.#lines.splice(0, count);
    this.dropped += count;
  }
}
