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
import { type Ensemble, startEnsemble, zooKeeperMissing } from "./zookeeper-ensemble.ts";

const TICK_MS = 200;
const SESSION_TIMEOUT_MS = 1_500;

describe.skipIf(zooKeeperMissing())("against Apache ZooKeeper", () => {
  let ensemble: Ensemble | undefined;
  const links: FaultyLink[] = [];

  afterAll(async () => {
    for (const link of links) link.close();
    await ensemble?.close();
  });

  sessionCompliance("one server", async () => {
    ensemble = await startEnsemble(1, { tickTimeMs: TICK_MS });
    const [port = 0] = ensemble.ports;
    const idle = await Promise.all(Array.from({ length: 60 }, () => FaultyLink.open(port)));
    links.push(...idle);
    return linkedWorld(idle);
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
