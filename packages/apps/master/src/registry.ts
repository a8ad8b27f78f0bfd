/** Where the registry is kept. */
import type { RegistryStore } from "@mesos-ts/master";

export interface RegistryStorage {
  /** What the registry holds; undefined when nobody ever wrote it. From now on only we write. */
  fetch(): Promise<Uint8Array | undefined>;
  readonly store: RegistryStore;
  /** For metrics. */
  readonly ensembleSize: () => number;
  readonly isRecovered: () => boolean;
  close(): Promise<void>;
}

/** `--registry=in_memory`: it is gone with the process. */
export function memoryRegistry(): RegistryStorage {
  return {
    fetch: async () => undefined,
    store: { store: (_book, done) => done({ type: "stored" }) },
    ensembleSize: () => 1,
    isRecovered: () => true,
    close: async () => {},
  };
}
