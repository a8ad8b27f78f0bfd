/** How many instructions over bytes of UTF-8 a class of characters takes in RE2. */

export interface ByteCost {
  /** For first bytes: alternatives of one another. */
  readonly first: number;
  /** For the bytes after them; equal ends are shared. */
  readonly later: number;
}

/** First and last character of each range, in turn, as code points. */
export type Ranges = ArrayLike<number>;

const LAST_CHARACTER = 0x10ffff;
/** The last characters of one, two and three bytes. */
const LAST_OF_LENGTH = [0x7f, 0x7ff, 0xffff] as const;
const CONTINUATION_BITS = 6;

export function utf8Cost(ranges: Ranges): ByteCost {
  const first = new Set<string>();
  const later = new Set<string>();
  const isFolded = foldsAscii(ranges);
  for (let at = 0; at + 1 < ranges.length; at += 2) {
    const [low, high] = [ranges[at] ?? 0, ranges[at + 1] ?? 0];
    if (isFolded && low >= 0x41 && high <= 0x5a) continue;
    addRange(low, high, first, later);
  }
  return { first: first.size, later: later.size };
}

/** Upper and lower case of ASCII are alike in the class: one range then stands for both. */
function foldsAscii(ranges: Ranges): boolean {
  const has = (character: number): boolean => {
    for (let at = 0; at + 1 < ranges.length; at += 2) {
      if ((ranges[at] ?? 0) <= character && character <= (ranges[at + 1] ?? 0)) return true;
    }
    return false;
  };
  for (let upper = 0x41; upper <= 0x5a; upper++) {
    if (has(upper) !== has(upper + 0x20)) return false;
  }
  return true;
}

function addRange(low: number, high: number, first: Set<string>, later: Set<string>): void {
  if (low > high) return;
  if (low === 0x80 && high === LAST_CHARACTER) {
    // Everything beyond ASCII is not looked at closely.
    for (const lead of ["c2-df", "e0-ef", "f0-f4"]) first.add(lead);
    for (const end of ["80-bf", "80-bf 80-bf", "80-bf 80-bf 80-bf"]) later.add(end);
    return;
  }
  const cut = cutOf(low, high);
  if (cut !== undefined) {
    addRange(low, cut, first, later);
    addRange(cut + 1, high, first, later);
    return;
  }
  const from = encode(low);
  const steps = encode(high).map((byte, index) => `${from[index]}-${byte}`);
  first.add(steps[0] ?? "");
  for (let at = 1; at < steps.length; at++) later.add(steps.slice(at).join(" "));
}

/** Where a range ends whose characters differ in no more than one run of bytes. */
function cutOf(low: number, high: number): number | undefined {
  const last = LAST_OF_LENGTH.find((each) => low <= each && each < high);
  if (last !== undefined) return last;
  if (high <= LAST_OF_LENGTH[0]) return undefined;
  for (let bytes = 1; bytes <= 3; bytes++) {
    const mask = 2 ** (CONTINUATION_BITS * bytes) - 1;
    if ((low & ~mask) === (high & ~mask)) continue;
    if ((low & mask) !== 0) return low | mask;
    if ((high & mask) !== mask) return (high & ~mask) - 1;
  }
  return undefined;
}

function encode(character: number): number[] {
  const length = 1 + LAST_OF_LENGTH.filter((last) => character > last).length;
  if (length === 1) return [character];
  const bytes: number[] = [];
  let rest = character;
  for (let at = 1; at < length; at++) {
    bytes.unshift(0x80 | (rest & 0x3f));
    rest >>= CONTINUATION_BITS;
  }
  const mark = [0, 0xc0, 0xe0, 0xf0][length - 1] ?? 0;
  return [mark | rest, ...bytes];
}
