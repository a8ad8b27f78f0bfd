import { detectMaster, type SessionOptions } from "@mesos-ts/zk-client";
import type { ZkUrl } from "@mesos-ts/zookeeper";
import type { Dispatch } from "./effects/port.ts";
import type { MasterWatch } from "./master-watch.ts";

export interface ZooKeeperMasterWatchOptions extends SessionOptions {
  /** There is no finding a master any more: no permission, say. */
  readonly onFailure: (text: string) => void;
}

/**
 * The master that ZooKeeper names. A broken link says nothing here: a master that has ended loses
 * its node as well, and one that has not is missed by its pings.
 */
export class ZooKeeperMasterWatch implements MasterWatch {
  readonly #url: ZkUrl;
  readonly #dispatch: Dispatch;
  readonly #options: ZooKeeperMasterWatchOptions;
  #detector: { close(): Promise<void> } | undefined;

  constructor(url: ZkUrl, dispatch: Dispatch, options: ZooKeeperMasterWatchOptions) {
    this.#url = url;
    this.#dispatch = dispatch;
    this.#options = options;
  }

  async start(): Promise<void> {
    this.#detector = detectMaster(this.#url, this.#options, {
      onLeader: (leader) => {
        const capabilities = new Set<string>(leader?.capabilities?.map(({ type }) => type ?? ""));
        this.#dispatch({ type: "master-detected", master: leader?.pid, capabilities });
      },
      onError: (text, final) => {
        const failure = `Failed to detect a master: ${text}`;
        if (final) return this.#options.onFailure(failure);
        this.#options.logger.error(failure);
        this.#dispatch({ type: "master-detected", master: undefined });
      },
    });
  }

  exited(): void {
    // Nothing to do: see above.
  }

  stop(): void {
    void this.#detector?.close();
  }
}
