import { lookupService } from "node:dns/promises";

/** The name of the master's address, looked up once for each master. */
export class MasterHostname {
  #master: string | undefined;
  #name: Promise<string | undefined> | undefined;

  of(master: string | undefined): Promise<string | undefined> {
    if (master === undefined) return Promise.resolve(undefined);
    if (master !== this.#master || this.#name === undefined) {
      this.#master = master;
      this.#name = nameOf(master);
    }
    return this.#name;
  }
}

/** An address without a name is its own name. */
async function nameOf(pid: string): Promise<string> {
  const ip = pid.slice(pid.indexOf("@") + 1, pid.lastIndexOf(":"));
  try {
    return (await lookupService(ip, 0)).hostname;
  } catch {
    return ip;
  }
}
