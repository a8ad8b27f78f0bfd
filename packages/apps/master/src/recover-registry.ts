/** What a newly elected master does before it may lead. Source: `RegistrarProcess::recover`. */
import { Registrar, RegistryBook } from "@mesos-ts/master";
import { decode, type MasterInfo, registry, StringPool } from "@mesos-ts/protos";
import { type Clock, type Logger, logAt } from "@mesos-ts/runtime";
import type { MasterMetrics } from "./metrics.ts";
import type { RegistryStorage } from "./registry.ts";

export interface RecoverOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: MasterMetrics;
  /** Ends the process: a write failed. */
  readonly end: (reason: string) => void;
}

export interface RecoveredRegistry {
  readonly registrar: Registrar;
  /** What the master before left. */
  readonly content: registry.Registry;
}

/**
 * Reads the registry and writes down who leads now.
 * @throws when the registry cannot be read, or needs what this master does not know.
 */
export async function recoverRegistry(
  own: MasterInfo,
  storage: RegistryStorage,
  { clock, logger, metrics, end }: RecoverOptions,
): Promise<RecoveredRegistry> {
  logger.info("Recovering from registrar");
  const begunMs = clock.monotonic();
  const bytes = await storage.fetch();
  const content = bytes === undefined ? {} : decode(registry.Registry, bytes, new StringPool());
  const tookMs = clock.monotonic() - begunMs;
  metrics.fetched(tookMs);
  logger.info(
    `Successfully fetched the registry (${bytes?.length ?? 0}B) in ${tookMs.toFixed(3)}ms`,
  );
  refuseUnknown(own, content);
  const registrar = new Registrar(new RegistryBook(content), storage.store, {
    log: (level, text) => logAt(logger, level, text),
    aborted: (reason) => end(`Failed to update the registry: ${reason}`),
    monotonic: () => clock.monotonic(),
    stored: (ms) => metrics.stored(ms),
  });
  await new Promise<void>((done) => registrar.recover(own, () => done()));
  logger.info("Successfully recovered registrar");
  return { registrar, content };
}

function refuseUnknown(own: MasterInfo, content: registry.Registry): void {
  const known = new Set<string>((own.capabilities ?? []).map(({ type }) => type ?? ""));
  const missing = (content.minimum_capabilities ?? [])
    .map(({ capability }) => capability)
    .filter((capability) => !known.has(capability));
  if (missing.length === 0) return;
  throw new Error(
    `Master is missing the following minimum capabilities: ${missing.join(", ")}. The registry was written by a newer master that used them; start that release, or undo what needs them there (reactivate drained agents, remove quota) before going back`,
  );
}
