import { OPEN_ACL, type Request } from "@mesos-ts/zookeeper";
import { RawZooKeeper } from "../packages/testing/conformance/zookeeper-client.ts";
import { ZooKeeperServers } from "../packages/testing/conformance/zookeeper-servers.ts";

const DATA = Buffer.alloc(100, "x");
const ROUNDS = 5;
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

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function connected(port: number): Promise<RawZooKeeper> {
  const { client } = await RawZooKeeper.open(port, 40_000);
  await client.request({ op: "create", path: "/bench", data: DATA, acl: OPEN_ACL, flags: 0 });
  return client;
}

/**
 * Ours and Apache ZooKeeper's standalone server, with the same client and by turns: what else the
 * machine does then hits both. Medians of operations per second.
 */
export async function zookeeper(seconds: number): Promise<Record<string, unknown>> {
  const servers = new ZooKeeperServers();
  try {
    const ours = await connected((await servers.ours()).port);
    const apache = await connected((await servers.apache()).port);
    const figures: Record<string, unknown> = {};
    for (const workload of WORKLOADS) {
      for (const outstanding of OUTSTANDING) {
        const rates = { ours: [] as number[], apache: [] as number[] };
        for (let round = 0; round <= ROUNDS; round++) {
          // The first round warms up.
          const [list, other] = round === 0 ? [[], []] : [rates.ours, rates.apache];
          list.push(await measure(ours, workload, outstanding, seconds * 1000));
          other.push(await measure(apache, workload, outstanding, seconds * 1000));
        }
        const medians = { ours: median(rates.ours), apache: median(rates.apache) };
        figures[`${workload.name}, ${outstanding} outstanding`] = { ...medians, rounds: rates };
      }
    }
    for (const client of [ours, apache]) client.drop();
    return figures;
  } finally {
    await servers.close();
  }
}
