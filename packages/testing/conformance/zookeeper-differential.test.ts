import { createHash } from "node:crypto";
import { createRandom, type Random } from "@mesos-ts/base";
import {
  type Acl,
  ADD_WATCH_MODE,
  OPEN_ACL,
  PERM,
  READ_ACL,
  type Request,
  type SimpleRequest,
} from "@mesos-ts/zookeeper";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RawReply, RawZooKeeper } from "./zookeeper-client.ts";
import { noApacheZooKeeper, type ZooKeeperServer, ZooKeeperServers } from "./zookeeper-servers.ts";

const CLIENTS = 3;
const STEPS = 400;
const SEEDS = [1, 2, 3];

const NAMES = ["a", "b", "c"];
const digest = (user: string): string =>
  `${user}:${createHash("sha1").update(`${user}:secret`).digest("base64")}`;
const ACLS: readonly (readonly Acl[])[] = [
  OPEN_ACL,
  OPEN_ACL,
  OPEN_ACL,
  READ_ACL,
  [{ perms: PERM.all, id: { scheme: "auth", id: "" } }],
  [{ perms: PERM.read | PERM.create, id: { scheme: "digest", id: digest("bob") } }],
  [{ perms: PERM.all, id: { scheme: "ip", id: "127.0.0.0/8" } }],
  [{ perms: PERM.all, id: { scheme: "ip", id: "no address" } }],
  [{ perms: PERM.all & ~PERM.admin, id: { scheme: "world", id: "anyone" } }],
  [],
];
const BAD_PATHS = ["", "x", "/a/", "/a//b", "/a/./b", "/zookeeper", "/", "/a\u0001"];

const QUOTA = "/zookeeper/quota/a";
const LIMITS = Buffer.from("count=12,bytes=40=;byteHardLimit=40;countHardLimit=12");
const USE = Buffer.from("count=1,bytes=0");

/** A quota for what lies below `/a`, made as the command line makes it. */
const PRELUDE: readonly Request[] = [
  { op: "create", path: "/a", data: null, acl: OPEN_ACL, flags: 0 },
  { op: "create", path: QUOTA, data: null, acl: OPEN_ACL, flags: 0 },
  { op: "create", path: `${QUOTA}/zookeeper_limits`, data: LIMITS, acl: OPEN_ACL, flags: 0 },
  { op: "create", path: `${QUOTA}/zookeeper_stats`, data: USE, acl: OPEN_ACL, flags: 0 },
];

/** Paths in three levels; each client has names of its own for watches that stay. */
function path(random: Random): string {
  if (random.int(25) === 0) return random.pick(BAD_PATHS);
  const depth = 1 + random.int(3);
  return `/${Array.from({ length: depth }, () => random.pick(NAMES)).join("/")}`;
}

const data = (random: Random): Buffer | null =>
  random.int(8) === 0 ? null : Buffer.from("x".repeat(random.int(20)));
const version = (random: Random): number => (random.int(3) === 0 ? random.int(3) : -1);

function create(random: Random): SimpleRequest {
  const common = { path: path(random), data: data(random), acl: random.pick(ACLS) };
  switch (random.int(8)) {
    case 0:
      return { op: "createContainer", ...common, flags: 4 };
    case 1:
      return { op: "createTTL", ...common, flags: 5 + random.int(2), ttl: random.int(3) * 1e6 - 1 };
    case 2:
      return { op: "create2", ...common, flags: random.int(4) };
    default:
      return { op: "create", ...common, flags: random.int(30) === 0 ? 9 : random.int(4) };
  }
}

function simpleWrite(random: Random): SimpleRequest {
  switch (random.int(7)) {
    case 0:
    case 1:
      return { op: "delete", path: path(random), version: version(random) };
    case 2:
      return { op: "setData", path: path(random), data: data(random), version: version(random) };
    case 3:
      return { op: "check", path: path(random), version: version(random) };
    default:
      return create(random);
  }
}

/** Within a `multi` 3.8 takes `create2` for `create`. */
function partOfMulti(random: Random): SimpleRequest {
  const request = simpleWrite(random);
  return request.op === "create2" ? { ...request, op: "create" } : request;
}

function simpleRead(random: Random): SimpleRequest {
  return random.int(2) === 0
    ? { op: "getData", path: path(random), watch: false }
    : { op: "getChildren", path: path(random), watch: false };
}

const several = <T>(random: Random, one: (random: Random) => T): readonly T[] =>
  Array.from({ length: random.int(5) }, () => one(random));

function read(random: Random): Request {
  const watch = random.int(2) === 0;
  const where = { path: path(random), watch };
  switch (random.int(8)) {
    case 0:
      return { op: "exists", ...where };
    case 1:
      return { op: "getData", ...where };
    case 2:
      return { op: "getChildren", ...where };
    case 3:
      return { op: "getChildren2", ...where };
    case 4:
      return { op: "getACL", path: where.path };
    case 5:
      return { op: "getAllChildrenNumber", path: where.path };
    case 6:
      return { op: "getEphemerals", prefixPath: random.pick(["", "/", "/a", "/b/c"]) };
    default:
      return { op: "multiRead", requests: several(random, simpleRead) };
  }
}

/**
 * A path is watched in one way only: 3.8 forgets the first when there is a second. And nobody asks
 * with `checkWatches`: 3.8 also says yes where only somebody else watches.
 */
function watching(random: Random): Request {
  const stay = `/stay/${random.pick(NAMES)}`;
  switch (random.int(4)) {
    case 0:
      return random.int(2) === 0
        ? { op: "addWatch", path: "/stay", mode: ADD_WATCH_MODE.persistentRecursive }
        : { op: "addWatch", path: stay, mode: ADD_WATCH_MODE.persistent };
    case 1:
      return { op: "removeWatches", path: path(random), type: 1 + random.int(3) };
    case 2:
      return { op: "create", path: stay, data: data(random), acl: OPEN_ACL, flags: 0 };
    default:
      return random.int(2) === 0
        ? { op: "delete", path: stay, version: -1 }
        : { op: "setData", path: stay, data: data(random), version: -1 };
  }
}

function other(random: Random): Request {
  switch (random.int(8)) {
    case 7:
      return { op: "getData", path: `${QUOTA}/zookeeper_stats`, watch: true };
    case 0:
      return { op: "setACL", path: path(random), acl: random.pick(ACLS), version: version(random) };
    case 1:
      return { op: "auth", type: 0, scheme: "digest", auth: Buffer.from("bob:secret") };
    case 2:
      return { op: "whoAmI" };
    case 3:
      return { op: "sync", path: path(random) };
    case 4:
      return {
        op: "reconfig",
        joiningServers: "",
        leavingServers: "",
        newMembers: "",
        curConfigId: -1n,
      };
    case 5:
      return {
        op: "setWatches",
        relativeZxid: BigInt(random.int(200)),
        dataWatches: several(random, path),
        existWatches: several(random, path),
        childWatches: several(random, path),
      };
    default:
      return { op: "create", path: "/stay", data: null, acl: OPEN_ACL, flags: 0 };
  }
}

function anyRequest(random: Random): Request {
  switch (random.int(10)) {
    case 0:
    case 1:
    case 2: {
      const request = simpleWrite(random);
      // Apache ZooKeeper does not answer a lone check at all.
      return request.op === "check" ? read(random) : request;
    }
    case 3:
      return { op: "multi", requests: several(random, partOfMulti) };
    case 4:
    case 5:
      return watching(random);
    case 6:
      return other(random);
    default:
      return read(random);
  }
}

/** What may differ between two servers: the time, the ids of sessions, the order of children. */
class Normal {
  readonly #sessions: readonly bigint[];

  constructor(sessions: readonly bigint[]) {
    this.#sessions = sessions;
  }

  of(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value, (key, part) => this.#part(key, part)));
  }

  #part(key: string, part: unknown): unknown {
    if (key === "ctime" || key === "mtime") return part === 0 ? "never" : "some time";
    if (key === "clientInfo")
      return [...(part as object[])].map((info) => JSON.stringify(info)).sort();
    if (key === "children" || key === "ephemerals") return [...(part as string[])].sort();
    if (typeof part !== "bigint") return part;
    const session = this.#sessions.indexOf(part);
    return session < 0 ? `${part}` : `session ${session}`;
  }
}

type Step = { readonly client: number; readonly request: Request };
type Seen = { readonly reply: unknown; readonly events: readonly unknown[] };

/** Does the steps one after the other, and sees after each what every client was told. */
class Run {
  readonly #clients: RawZooKeeper[] = [];
  readonly #sessions: bigint[] = [];

  static async open(port: number): Promise<Run> {
    const run = new Run();
    for (let index = 0; index < CLIENTS; index++) {
      const { client, session } = await RawZooKeeper.open(port, 30_000);
      run.#clients.push(client);
      run.#sessions.push(session.sessionId);
    }
    return run;
  }

  async step({ client, request }: Step): Promise<Seen> {
    const reply = await this.#clients[client]?.request(request);
    return this.#see(reply);
  }

  /** One client's session ends, and with it all its ephemeral nodes at once. */
  async closeSession(client: number): Promise<Seen> {
    const reply = await this.#clients[client]?.request({ op: "closeSession" });
    await this.#clients[client]?.closed;
    return this.#see(reply, client, true);
  }

  async #see(reply: RawReply | undefined, gone = -1, sorted = false): Promise<Seen> {
    const normal = new Normal(this.#sessions);
    const events: unknown[] = [];
    for (const [index, client] of this.#clients.entries()) {
      if (index === gone) continue;
      // What was told before this answer was told because of the step.
      await client.request({ op: "ping" });
      const told = client.takeEvents().map((event) => normal.of(event));
      events.push(sorted ? told.map((event) => JSON.stringify(event)).sort() : told);
    }
    return { reply: normal.of(reply), events };
  }

  drop(): void {
    for (const client of this.#clients) client.drop();
  }
}

describe.skipIf(noApacheZooKeeper())("beside Apache ZooKeeper", () => {
  const servers = new ZooKeeperServers();
  let pairs: { ours: ZooKeeperServer; apache: ZooKeeperServer }[] = [];

  beforeAll(async () => {
    pairs = [];
    for (const _ of SEEDS) {
      pairs.push({ ours: await servers.ours(["--enforce_quota"]), apache: await servers.apache() });
    }
  });
  afterAll(() => servers.close());

  it.each(SEEDS.map((seed, index) => ({ seed, index })))(
    `${STEPS} random requests of ${CLIENTS} clients have the same replies and notifications (seed $seed)`,
    async ({ seed, index }) => {
      const random = createRandom(seed);
      const pair = pairs[index];
      const ours = await Run.open(pair?.ours.port ?? 0);
      const apache = await Run.open(pair?.apache.port ?? 0);
      for (let at = 0; at < STEPS; at++) {
        const request = PRELUDE[at] ?? anyRequest(random);
        const step = { client: random.int(CLIENTS), request };
        const expected = await apache.step(step);
        const text = JSON.stringify(step, (_, part) =>
          typeof part === "bigint" ? `${part}` : part,
        );
        expect({ at, text, ...(await ours.step(step)) }).toEqual({ at, text, ...expected });
      }
      expect(await ours.closeSession(0)).toEqual(await apache.closeSession(0));
      ours.drop();
      apache.drop();
    },
  );
});
