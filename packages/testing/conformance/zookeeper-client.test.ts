import { createRandom, unwrap } from "@mesos-ts/base";
import { createMemoryLogger, createSystemClock } from "@mesos-ts/runtime";
import { openSession, type ZooKeeperSession } from "@mesos-ts/zk-client";
import { parseZkUrl } from "@mesos-ts/zookeeper";
import { afterAll, describe } from "vitest";
import {
  type CoordinatorWorld,
  sessionCompliance,
} from "../../adapters/zk-client/src/session.compliance.ts";
import { FaultyLink } from "./faulty-link.ts";
import { noApacheZooKeeper, type ZooKeeperServer, ZooKeeperServers } from "./zookeeper-servers.ts";

/** What all tests of one suite need together. */
const MAX_SESSIONS = 60;
const TICK_MS = 200;
const SESSION_TIMEOUT_MS = 1_500;

describe("a session with", () => {
  const servers = new ZooKeeperServers();
  const links: FaultyLink[] = [];

  afterAll(async () => {
    for (const link of links) link.close();
    await servers.close();
  });

  const world = async (server: ZooKeeperServer): Promise<CoordinatorWorld> => {
    const idle = await Promise.all(
      Array.from({ length: MAX_SESSIONS }, () => FaultyLink.open(server.port)),
    );
    links.push(...idle);
    return linkedWorld(idle);
  };

  sessionCompliance("our coordinator", async () =>
    world(await servers.ours([`--tick_time=${TICK_MS}ms`])),
  );

  describe.skipIf(noApacheZooKeeper())("the original", () => {
    sessionCompliance("Apache ZooKeeper", async () => world(await servers.apache(TICK_MS)));
  });
});

/** Each session takes a link of its own. */
function linkedWorld(idle: FaultyLink[]): CoordinatorWorld {
  const clock = createSystemClock();
  const logger = createMemoryLogger();
  const taken = new Map<ZooKeeperSession, FaultyLink>();
  const linkOf = (session: ZooKeeperSession): FaultyLink => {
    const link = taken.get(session);
    if (link === undefined) throw new Error("The session has no link");
    return link;
  };
  return {
    clock,
    logger,
    open: () => {
      const link = idle.pop();
      if (link === undefined) throw new Error("No link is left");
      const url = unwrap(parseZkUrl(`zk://127.0.0.1:${link.port}/unused`));
      const random = createRandom(link.port);
      const options = { clock, logger, random, sessionTimeoutMs: SESSION_TIMEOUT_MS };
      const session = openSession(url, options);
      taken.set(session, link);
      return session;
    },
    cut: (session) => linkOf(session).cut(),
    mute: (session) => linkOf(session).mute(),
    heal: (session) => linkOf(session).heal(),
    expire: (session) => linkOf(session).expire(),
  };
}
