import { createRandom, unwrap } from "@mesos-ts/base";
import { createMemoryLogger, createSystemClock } from "@mesos-ts/runtime";
import {
  contend,
  detect,
  openSession,
  watchGroup,
  type ZooKeeperSession,
} from "@mesos-ts/zk-client";
import {
  CREATE_MODE,
  ERROR_CODE,
  groupAcl,
  parseZkUrl,
  type SessionState,
} from "@mesos-ts/zookeeper";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { until } from "./programs.ts";
import { type Ensemble, fourLetters, startEnsemble } from "./zookeeper-ensemble.ts";
import { noApacheZooKeeper } from "./zookeeper-servers.ts";

const SESSION_TIMEOUT_MS = 6_000;

describe.skipIf(noApacheZooKeeper())("an ensemble of three", () => {
  const clock = createSystemClock();
  const logger = createMemoryLogger();
  let ensemble: Ensemble;
  let sessions: ZooKeeperSession[] = [];
  let seed = 0;

  beforeAll(async () => {
    ensemble = await startEnsemble(3);
  }, 60_000);

  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.close()));
    sessions = [];
  });

  afterAll(async () => {
    await ensemble?.close();
  });

  function open(credentials?: string): { session: ZooKeeperSession; states: SessionState[] } {
    seed += 1;
    const user = credentials === undefined ? "" : `${credentials}@`;
    const url = unwrap(parseZkUrl(`zk://${user}${ensemble.servers}/mesos`));
    const random = createRandom(seed);
    const options = { clock, logger, random, sessionTimeoutMs: SESSION_TIMEOUT_MS };
    const session = openSession(url, options);
    const states: SessionState[] = [];
    session.onState((state) => states.push(state));
    sessions.push(session);
    return { session, states };
  }

  /** The server that holds the session's connection. */
  async function serverOf(session: ZooKeeperSession): Promise<number> {
    if (session.state.type !== "connected") throw new Error("No connection");
    const id = session.state.sessionId.toString(16);
    const dumps = await Promise.all(ensemble.ports.map((port) => fourLetters(port, "cons")));
    return dumps.findIndex((dump) => dump.includes(`sid=0x${id}`));
  }

  it("keeps sessions and their nodes when its leader is killed", async () => {
    const clients = Array.from({ length: 6 }, () => open());
    const [first] = clients;
    await first?.session.create("/kept", { mode: CREATE_MODE.ephemeral });
    for (const { session } of clients) await session.exists("/kept");
    const leader = await ensemble.leader();
    await ensemble.kill(leader);
    for (const { session } of clients) {
      await until(async () => {
        const found = await session.exists("/kept");
        return found.type === "ok" && found.value !== undefined;
      });
    }
    const disturbed = clients.filter(({ states }) =>
      states.some(({ type }) => type === "suspended"),
    );
    expect(disturbed.length).toBeGreaterThan(0);
    for (const { states } of clients) {
      expect(states.map(({ type }) => type)).not.toContain("expired");
      expect(new Set(states.flatMap((s) => ("sessionId" in s ? [s.sessionId] : []))).size).toBe(1);
    }
    await ensemble.restart(leader);
  }, 30_000);

  it("loses no session to a server that falls silent", async () => {
    const leader = await ensemble.leader();
    const clients = Array.from({ length: 6 }, () => open());
    for (const { session } of clients) await session.exists("/");
    const servers = await Promise.all(clients.map(({ session }) => serverOf(session)));
    const follower = servers.find((server) => server !== leader);
    if (follower === undefined) throw new Error("All clients chose the leader");
    ensemble.pause(follower);
    try {
      await until(() =>
        clients.every(({ session, states }, index) => {
          const left = states.some(({ type }) => type === "suspended");
          return session.state.type === "connected" && left === (servers[index] === follower);
        }),
      );
    } finally {
      ensemble.resume(follower);
    }
    const all = clients.flatMap(({ states }) => states.map(({ type }) => type));
    expect(all).not.toContain("expired");
  }, 30_000);

  it("lets nobody else into a group with credentials, though all may look", async () => {
    const [owner, stranger] = [open("mesos:secret"), open()];
    const url = unwrap(parseZkUrl(`zk://mesos:secret@${ensemble.servers}/guarded`));
    const master = { id: "m1", ip: 0x0100007f, port: 5050, pid: "master@127.0.0.1:5050" };
    const options = { session: owner.session, url, clock, logger };
    const candidacy = contend(options, master);
    await candidacy.candidacy;
    const open_ = {
      ...options,
      session: stranger.session,
      url: { ...url, credentials: undefined },
    };
    const leader = new Promise((resolve) => {
      detect(open_, { onLeader: resolve, onError: (text) => resolve(text) });
    });
    expect(await leader).toEqual(master);
    await expect(contend(open_, master).candidacy).rejects.toThrow("NOAUTH");
    expect(groupAcl("mesos:secret")).toHaveLength(2);
    const removed = await stranger.session.delete("/guarded/json.info_0000000000");
    expect(removed).toMatchObject({ error: { code: ERROR_CODE.NOAUTH } });
    await candidacy.withdraw();
  }, 15_000);

  it("ends a group that may not be read", async () => {
    const { session } = open();
    await session.create("/closed", { acl: [{ perms: 2, id: { scheme: "world", id: "anyone" } }] });
    const url = { path: "/closed", credentials: undefined };
    const failure = await new Promise((resolve) => {
      watchGroup({ session, url, clock, logger }, () => undefined, resolve);
    });
    expect(failure).toContain("Failed to get children of '/closed' in ZooKeeper: NOAUTH");
  }, 15_000);
});
