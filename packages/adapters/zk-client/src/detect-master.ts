import type { ZkUrl } from "@mesos-ts/zookeeper";
import { type DetectorListener, detect } from "./groups.ts";
import { openSession, type SessionOptions } from "./tcp-session.ts";

/** Tells who leads, through a session of its own; `close` ends both. */
export function detectMaster(
  url: ZkUrl,
  options: SessionOptions,
  listener: DetectorListener,
): { close(): Promise<void> } {
  const session = openSession(url, options);
  const { clock, logger } = options;
  const detector = detect({ session, url, clock, logger }, listener);
  return {
    close: () => {
      detector.stop();
      return session.close();
    },
  };
}
