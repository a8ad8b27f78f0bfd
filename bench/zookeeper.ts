import { OPEN_ACL, type Request } from "@mesos-ts/zookeeper";
import { RawZooKeeper } from "../packages/testing/conformance/zookeeper-client.ts";
import { ZooKeeperServers } from "../packages/testing/conformance/zookeeper-servers.ts";

const DATA = Buffer.alloc(100, "x");
const WARM_UP_MS = 2_000;
const OUTSTANDING = [1, 64];

/** Requests that a workload repeats, one after the other. */
type Workload = { readonly name: string; readonly request: (index: number) => Request };

const WORKLOADS: readonly Workload[] = [
  { name: "get", request: () => ({ op: "getData", path: "/bench", watch: false }) },
  { name: "set", request: () => ({ op: "setData", path: "/bench", data: DATA, version: -1 }) },
  {
    name: "create/delete",
    request: (index) => {
      const path = `/bench/${Math.floor(index / 2) % 100_000}`;
      return index % 2 === 0
        ? { op: "create", path, data: DATA, acl: OPEN_ACL, flags: 0 }
        : { op: "delete", path, version: -1 };
    },
  },
];

/** Operations per second with so many requests of one client under way. */
async function measure(
  client: RawZooKeeper,
  { request }: Workload,
  outstanding: number,
  milliseconds: number,
): Promise<number> {
  const started = performance.now();
  const end = started + milliseconds;
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      const { err } = await client.request(request(next++));
      if (err !== 0) throw new Error(`The server refuses: ${err}`);
      done++;
    }
  };
  await Promise.all(Array.from({ length: outstanding }, lane));
  const rate = Math.round((done / (performance.now() - started)) * 1000);
  // Requests come in pairs: what was created last is deleted, too.
  if (next % 2 === 1) await client.request(request(next));
  return rate;
}

async function figuresOf(port: number, seconds: number): Promise<Record<string, number>> {
  const { client } = await RawZooKeeper.open(port, 40_000);
  await client.request({ op: "create", path: "/bench", data: DATA, acl: OPEN_ACL, flags: 0 });
  const figures: Record<string, number> = {};
  for (const workload of WORKLOADS) {
    for (const outstanding of OUTSTANDING) {
      await measure(client, workload, outstanding, WARM_UP_MS);
      const rate = await measure(client, workload, outstanding, seconds * 1000);
      figures[`${workload.name}, ${outstanding} outstanding`] = rate;
    }
  }
  client.drop();
  return figures;
}

/** Ours and Apache ZooKeeper's standalone server, one after the other, with the same client. */
export async function zookeeper(seconds: number): Promise<Record<string, unknown>> {
  const servers = new ZooKeeperServers();
  try {
    const ours = await servers.ours();
    const oursFigures = await figuresOf(ours.port, seconds);
    await servers.kill(ours);
    const apache = await servers.apache();
    return { ours: oursFigures, apache: await figuresOf(apache.port, seconds) };
  } finally {
    await servers.close();
  }
}
