import { err, ok, type Result } from "@mesos-ts/base";
import type { MasterAddress, MasterSource } from "@mesos-ts/runtime";
import { detectMaster, type SessionOptions } from "@mesos-ts/zk-client";

/** Where the leading master is, now and later. */
export interface Masters {
  /** Resolves when there is one, or when none can be found any more. */
  leader(): Promise<Result<MasterAddress>>;
  /** Called when the leader is another one, or gone. */
  onChange(listener: () => void): void;
  close(): void;
}

export function findMasters(source: MasterSource, options: SessionOptions): Masters {
  switch (source.type) {
    case "address":
      return fixedMaster(source.address, options);
    case "zookeeper":
      return electedMaster(source, options);
    default:
      return source satisfies never;
  }
}

function fixedMaster(address: MasterAddress, { logger }: SessionOptions): Masters {
  logger.info(`New master detected at master@${address.host}:${address.port}`);
  return {
    leader: () => Promise.resolve(ok(address)),
    onChange: () => undefined,
    close: () => undefined,
  };
}

function electedMaster(
  { url }: Extract<MasterSource, { type: "zookeeper" }>,
  options: SessionOptions,
): Masters {
  let found = Promise.withResolvers<Result<MasterAddress>>();
  let known = false;
  let listener = (): void => undefined;
  const forget = (): void => {
    if (!known) return;
    known = false;
    found = Promise.withResolvers();
    listener();
  };
  const detector = detectMaster(url, options, {
    onLeader: (leader) => {
      forget();
      if (leader === undefined) return;
      options.logger.info(`New master detected at ${leader.pid}`);
      known = true;
      found.resolve(ok({ host: hostOf(leader.pid), port: leader.port }));
    },
    onError: (text, final) => {
      forget();
      const failure = `Failed to detect a master: ${text}`;
      if (final) found.resolve(err(failure));
      else options.logger.error(failure);
    },
  });
  return {
    leader: () => found.promise,
    onChange: (changed) => {
      listener = changed;
    },
    close: () => void detector.close(),
  };
}

/** `127.0.0.1` of `master@127.0.0.1:5050`. */
function hostOf(pid: string): string {
  return pid.slice(pid.indexOf("@") + 1, pid.lastIndexOf(":"));
}
