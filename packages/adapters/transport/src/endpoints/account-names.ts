import { readFile } from "node:fs/promises";

/** How long the account files are believed, in milliseconds. */
const MAX_AGE_MS = 10_000;

/** Names of users and groups by number. */
export type Names = { user(uid: number): string; group(gid: number): string };

/** Reads /etc/passwd and /etc/group, not more often than they change in practice. */
export class AccountNames {
  #names: Promise<Names> | undefined;
  #readAt = 0;

  load(): Promise<Names> {
    const now = Date.now();
    if (this.#names === undefined || now - this.#readAt > MAX_AGE_MS) {
      this.#readAt = now;
      this.#names = read();
    }
    return this.#names;
  }
}

async function read(): Promise<Names> {
  const [users, groups] = await Promise.all([table("/etc/passwd"), table("/etc/group")]);
  return {
    user: (uid) => users.get(uid) ?? String(uid),
    group: (gid) => groups.get(gid) ?? String(gid),
  };
}

/** number → name; the first line of a number counts. A file that cannot be read has no names. */
async function table(path: string): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  const text = await readFile(path, "utf8").catch(() => "");
  for (const line of text.split("\n")) {
    const [name = "", , number = ""] = line.split(":");
    if (/^[0-9]+$/.test(number) && !names.has(Number(number))) names.set(Number(number), name);
  }
  return names;
}
