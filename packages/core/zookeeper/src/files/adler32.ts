const MODULUS = 65_521;
/** Most bytes that can be added up before the sums must be reduced to stay exact. */
const RUN_BYTES = 5_552;

/** A checksum that can be fed in pieces; ZooKeeper's files have it. */
export class Adler32 {
  #a = 1;
  #b = 0;

  update(bytes: Uint8Array): this {
    let a = this.#a;
    let b = this.#b;
    for (let start = 0; start < bytes.length; start += RUN_BYTES) {
      const end = Math.min(start + RUN_BYTES, bytes.length);
      for (let at = start; at < end; at++) {
        a += bytes[at] as number;
        b += a;
      }
      a %= MODULUS;
      b %= MODULUS;
    }
    this.#a = a;
    this.#b = b;
    return this;
  }

  get value(): number {
    return ((this.#b << 16) | this.#a) >>> 0;
  }
}

export function adler32(bytes: Uint8Array): number {
  return new Adler32().update(bytes).value;
}
