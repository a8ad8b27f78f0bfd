import { readFileSync } from "node:fs";

const BOOT_ID_PATH = "/proc/sys/kernel/random/boot_id";

/** What names this boot of the machine; undefined where the system does not say. */
export function readBootId(): string | undefined {
  try {
    return readFileSync(BOOT_ID_PATH, "utf8").trim();
  } catch {
    return undefined;
  }
}
