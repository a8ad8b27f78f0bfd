import { assert } from "./assert.ts";

/**
 * A source of random numbers that is wholly decided by its seed: the same seed gives the same
 * numbers, on every machine, for ever. Not for secrets.
 */
export interface Random {
  /** A number in [0, 1) with 53 random bits. */
  next(): number;
  /** A whole number in [0, 2^32). */
  uint32(): number;
  /** A whole number in [0, bound), without bias; `bound` is 1..2^32. */
  int(bound: number): number;
  /** One of the items, which must not be empty. */
  pick<T>(items: readonly T[]): T;
  /** Shuffles in place (every order equally likely) and returns the same array. */
  shuffle<T>(items: T[]): T[];
  /** `count` random bytes. */
  bytes(count: number): Uint8Array;
  /** 16 bytes of a version 4 UUID (variant and version bits set). */
  uuidBytes(): Uint8Array;
  /** A version 4 UUID in text: `xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx`, lower case. */
  uuid(): string;
  /** An independent source, decided by this one's state and the label; draws one number here. */
  fork(label: string): Random;
}

/** A whole number (up to 128 bits of it count) or any text. */
export type Seed = number | bigint | string;

type State = [number, number, number, number];

const UINT32 = 2 ** 32;
const WARM_UP_ROUNDS = 15;

/** A source that starts from `seed`. The generator is sfc32 (128 bits of state, a period over 2^32). */
export function createRandom(seed: Seed): Random {
  const state = seedState(seed);
  for (let round = 0; round < WARM_UP_ROUNDS; round++) {
    advance(state);
  }
  const uint32 = (): number => advance(state);
  const int = (bound: number): number => boundedInt(uint32, bound);
  const bytes = (count: number): Uint8Array => randomBytes(uint32, count);
  const uuidBytes = (): Uint8Array => stampVersion4(bytes(16));

  return {
    uint32,
    int,
    bytes,
    uuidBytes,
    next: () => ((uint32() >>> 5) * 67_108_864 + (uint32() >>> 6)) / 2 ** 53,
    pick: (items) => {
      const item = items[int(items.length)];
      assert(item !== undefined, "pick: the chosen item is undefined");
      return item;
    },
    shuffle: (items) => shuffleInPlace(items, int),
    uuid: () => formatUuid(uuidBytes()),
    fork: (label) => createRandom(`${uint32()}:${label}`),
  };
}

/** The text form of 16 bytes. */
export function formatUuid(bytes: Uint8Array): string {
  assert(bytes.length === 16, `A UUID has 16 bytes, not ${bytes.length}`);
  let text = "";
  for (let index = 0; index < 16; index++) {
    if (index === 4 || index === 6 || index === 8 || index === 10) {
      text += "-";
    }
    text += HEX[bytes[index] ?? 0];
  }
  return text;
}

/** The 16 bytes of a UUID's text (any case, with dashes), or undefined when it is not one. */
export function parseUuid(text: string): Uint8Array | undefined {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)) {
    return undefined;
  }
  const digits = text.replaceAll("-", "");
  const bytes = new Uint8Array(16);
  for (let index = 0; index < 16; index++) {
    bytes[index] = Number.parseInt(digits.slice(index * 2, index * 2 + 2), 16);
  }
  return bytes;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  byte.toString(16).padStart(2, "0"),
);

function advance(state: State): number {
  const [a, b, c, counter] = state;
  const output = (((a + b) | 0) + counter) | 0;
  state[0] = b ^ (b >>> 9);
  state[1] = (c + (c << 3)) | 0;
  state[2] = (((c << 21) | (c >>> 11)) + output) | 0;
  state[3] = (counter + 1) | 0;
  return output >>> 0;
}

function seedState(seed: Seed): State {
  return typeof seed === "string" ? hashText(seed) : splitInteger(seed);
}

function splitInteger(seed: number | bigint): State {
  if (typeof seed === "number" && !Number.isSafeInteger(seed)) {
    return hashText(String(seed));
  }
  const bits = BigInt.asUintN(128, BigInt(seed));
  const word = (index: bigint): number => Number(BigInt.asUintN(32, bits >> (index * 32n)));
  return [word(0n) | 0, word(1n) | 0, word(2n) | 0, word(3n) ^ 1];
}

/** 128 bits of text: four FNV-1a hashes from four offsets, each finished with a mix. */
function hashText(text: string): State {
  const lane = (offset: number): number => {
    let hash = 0x811c9dc5 ^ Math.imul(offset, 0x9e3779b1);
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
      hash = (hash << 13) | (hash >>> 19);
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) | 0;
  };
  return [lane(1), lane(2), lane(3), lane(4)];
}

function boundedInt(uint32: () => number, bound: number): number {
  assert(
    Number.isInteger(bound) && bound >= 1 && bound <= UINT32,
    `A bound is a whole number in 1..2^32, not ${bound}`,
  );
  // Draws above the last whole multiple of the bound would favour small numbers. Each draw is
  // refused with a chance under one half, so the loop ends.
  const limit = UINT32 - (UINT32 % bound);
  let draw = uint32();
  while (draw >= limit) {
    draw = uint32();
  }
  return draw % bound;
}

function shuffleInPlace<T>(items: T[], int: (bound: number) => number): T[] {
  for (let last = items.length - 1; last > 0; last--) {
    const chosen = int(last + 1);
    const swapped = items[last] as T;
    items[last] = items[chosen] as T;
    items[chosen] = swapped;
  }
  return items;
}

function randomBytes(uint32: () => number, count: number): Uint8Array {
  const bytes = new Uint8Array(count);
  let word = 0;
  for (let index = 0; index < count; index++) {
    word = index % 4 === 0 ? uint32() : word >>> 8;
    bytes[index] = word & 0xff;
  }
  return bytes;
}

function stampVersion4(bytes: Uint8Array): Uint8Array {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes;
}
