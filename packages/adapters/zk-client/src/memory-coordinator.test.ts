import { createMemoryLogger, createSystemClock } from "@mesos-ts/runtime";
import { MemoryCoordinator } from "./memory-coordinator.ts";
import { sessionCompliance } from "./session.compliance.ts";

sessionCompliance("the coordinator in memory", async () => {
  const clock = createSystemClock();
  const coordinator = new MemoryCoordinator(clock);
  return {
    clock,
    logger: createMemoryLogger(),
    open: () => coordinator.openSession({ sessionTimeoutMs: 100 }),
    cut: (session) => coordinator.partition(session),
    mute: (session) => coordinator.mute(session),
    heal: (session) => coordinator.heal(session),
    expire: async (session) => coordinator.expire(session),
  };
});
