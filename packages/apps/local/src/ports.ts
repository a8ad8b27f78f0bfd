import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** The wanted port if it is free, or else one that is. */
export async function freePort(
  ip: string,
  wanted: number,
  taken: ReadonlySet<number>,
): Promise<number> {
  const first = taken.has(wanted) ? undefined : await tryPort(ip, wanted);
  return first ?? (await anyPort(ip));
}

async function anyPort(ip: string): Promise<number> {
  const port = await tryPort(ip, 0);
  if (port === undefined) throw new Error(`There is no free port at ${ip}`);
  return port;
}

async function tryPort(ip: string, port: number): Promise<number | undefined> {
  const server = createServer();
  try {
    server.listen(port, ip);
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "EADDRINUSE" || code === "EACCES") return undefined;
    throw cause;
  } finally {
    server.close();
  }
}
