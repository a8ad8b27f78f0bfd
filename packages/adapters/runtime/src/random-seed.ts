import { randomBytes } from "node:crypto";
import { createRandom, type Random } from "@mesos-ts/base";

/** A random source that nobody can foresee: 128 bits of seed from the system. */
export function createSystemRandom(): Random {
  return createRandom(BigInt(`0x${randomBytes(16).toString("hex")}`));
}
