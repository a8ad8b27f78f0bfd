import { chownSync, mkdirSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import type { ContainerSpec, ExitStatus } from "@mesos-ts/agent";
import {
  type Containerizer,
  type ExitStatus as ContainerStatus,
  describeSignal,
  fetchUris,
  isNestedIn,
  type KillScope,
  type LaunchSpec,
  lookupUser,
  type Rlimit,
} from "@mesos-ts/containerizer";
import type { RLimitInfo } from "@mesos-ts/protos";
import type { Logger } from "@mesos-ts/runtime";
import { ForeignProcesses } from "./foreign-processes.ts";
import type { Dispatch } from "./port.ts";
import { redirected } from "./redirected.ts";

export interface ContainersOptions {
  readonly containerizer: Containerizer;
  readonly dispatch: Dispatch;
  readonly logger: Logger;
  readonly workDir: string;
  /** Relative paths of URIs begin here. */
  readonly frameworksHome: string;
  readonly fetchStallTimeoutMs: number;
  /** The account that the agent runs as: nobody needs to become it. */
  readonly ownUser: string;
  readonly onFetch: (succeeded: boolean) => void;
  readonly onDestroyError: () => void;
}

interface Starting {
  readonly fetch: AbortController;
  /** It ended before its start was told. */
  exit: ExitStatus | undefined;
}

/** The containers' life: fetched for, started, signalled, destroyed, forgotten. */
export class Containers {
  readonly #options: ContainersOptions;
  readonly #starting = new Map<string, Starting>();
  /** What is under way with a container: its removal waits for it. */
  readonly #work = new Map<string, Promise<unknown>>();
  /** Signals under way: a SIGKILL right after a SIGTERM must not overtake it. */
  readonly #signals = new Map<string, Promise<unknown>>();
  /** Removals under way: a container goes after those that are nested in it. */
  readonly #removals = new Map<string, Promise<void>>();
  readonly #foreign = new ForeignProcesses((containerId) =>
    this.#exited(containerId, { type: "unknown" }),
  );

  constructor(options: ContainersOptions) {
    this.#options = options;
    options.containerizer.onExit(({ containerId, status }) => {
      const starting = this.#starting.get(containerId);
      if (starting === undefined) this.#exited(containerId, exitStatus(status));
      else starting.exit = exitStatus(status);
    });
  }

  start(spec: ContainerSpec): void {
    const starting: Starting = { fetch: new AbortController(), exit: undefined };
    this.#starting.set(spec.containerId, starting);
    this.#track(spec.containerId, this.#launch(spec, starting));
  }

  /** Takes over the process of an executor that an Apache Mesos agent started. */
  adopt(containerId: string, pid: number): boolean {
    return this.#foreign.adopt(containerId, pid);
  }

  close(): void {
    this.#foreign.close();
  }

  signal(containerId: string, signal: number, scope?: KillScope): void {
    if (this.#foreign.has(containerId)) {
      this.#foreign.signal(containerId, signal);
      return;
    }
    const sent = this.#track(
      containerId,
      this.#options.containerizer.kill(containerId, signal, scope).then((result) => {
        if (result.type === "refused") this.#options.logger.warning(result.message);
      }),
    );
    this.#signals.set(containerId, sent);
    void sent.then(() => {
      if (this.#signals.get(containerId) === sent) this.#signals.delete(containerId);
    });
  }

  destroy(containerId: string): void {
    if (this.#foreign.has(containerId)) {
      this.#foreign.destroy(containerId);
      return;
    }
    const starting = this.#starting.get(containerId);
    starting?.fetch.abort();
    this.#track(containerId, this.#destroy(containerId, starting !== undefined));
  }

  /** Lets the runtime forget a container, once nothing is under way with it. */
  forget(containerId: string): void {
    const { containerizer, logger } = this.#options;
    const remove = async (): Promise<void> => {
      await this.#work.get(containerId);
      const nested = [...this.#removals].filter(([id]) => isNestedIn(id, containerId));
      await Promise.all(nested.map(([, removal]) => removal));
      const result = await containerizer.remove(containerId);
      // Many were never started, or are gone already.
      if (result.type === "refused" && result.code !== "unknown-container") {
        logger.warning(`Failed to remove container ${containerId}: ${result.message}`);
      }
    };
    const removal = remove()
      .catch((cause: unknown) => logger.error(String(cause)))
      .then(() => void this.#removals.delete(containerId));
    this.#removals.set(containerId, removal);
  }

  async #launch(spec: ContainerSpec, starting: Starting): Promise<void> {
    const { containerId } = spec;
    const failure = await this.#tryLaunch(spec, starting);
    this.#starting.delete(containerId);
    if (typeof failure === "string") {
      this.#options.dispatch({ type: "container-failed", containerId, reason: failure });
      return;
    }
    this.#options.dispatch({ type: "container-started", containerId, pid: failure.pid });
    if (starting.exit !== undefined) this.#exited(containerId, starting.exit);
  }

  /** The process, or why there is none. */
  async #tryLaunch(
    spec: ContainerSpec,
    starting: Starting,
  ): Promise<string | { readonly pid: number }> {
    try {
      const { sandbox } = spec;
      const elsewhere = redirected(this.#options.workDir, sandbox);
      if (elsewhere !== undefined) {
        return `Failed to create nested sandbox '${sandbox}': it leads to '${elsewhere}'`;
      }
      const problem = makeLinks(spec) ?? (await this.#fetch(spec, starting));
      if (problem !== undefined) return problem;
      await this.#giveVolumes(spec);
      const result = await this.#options.containerizer.launch(this.#launchSpec(spec));
      return result.type === "refused" ? result.message : { pid: result.pid };
    } catch (cause) {
      return cause instanceof Error ? cause.message : String(cause);
    }
  }

  /** The folder of a volume, not what is in it, belongs to who uses it. */
  async #giveVolumes(spec: ContainerSpec): Promise<void> {
    const name = this.#userOf(spec);
    if (name === undefined) return;
    const user = await lookupUser(name);
    for (const { target, giveTarget } of spec.links) {
      if (giveTarget === true && user !== null) chownSync(target, user.uid, user.gid);
    }
  }

  async #fetch(spec: ContainerSpec, starting: Starting): Promise<string | undefined> {
    if (spec.uris.length === 0) return undefined;
    const user = this.#userOf(spec);
    const { frameworksHome, fetchStallTimeoutMs, onFetch } = this.#options;
    const result = await fetchUris({
      containerId: spec.containerId,
      uris: spec.uris.map(({ value, executable, extract, cache, output_file }) => ({
        value,
        ...(executable === undefined ? {} : { executable }),
        ...(extract === undefined ? {} : { extract }),
        ...(cache === undefined ? {} : { cache }),
        ...(output_file === undefined ? {} : { output_file }),
      })),
      sandbox: spec.sandbox,
      ...(user === undefined ? {} : { user }),
      frameworksHome,
      stallTimeoutMs: fetchStallTimeoutMs,
      signal: starting.fetch.signal,
    });
    onFetch(result.type === "fetched");
    return result.type === "failed" ? result.message : undefined;
  }

  #launchSpec(spec: ContainerSpec): LaunchSpec {
    const { containerId, sandbox, command, environment } = spec;
    const user = this.#userOf(spec);
    const rlimits = rlimitsOf(spec.rlimits);
    const { workingFolder, interaction, notes } = spec;
    return {
      ...{ workingFolder, interaction, notes },
      containerId,
      sandbox,
      command,
      environment,
      stdout: `${sandbox}/stdout`,
      stderr: `${sandbox}/stderr`,
      ...(user === undefined ? {} : { user }),
      ...(rlimits.length === 0 ? {} : { rlimits }),
    };
  }

  #userOf({ user }: ContainerSpec): string | undefined {
    return user === this.#options.ownUser ? undefined : user;
  }

  async #destroy(containerId: string, starting: boolean): Promise<void> {
    const { containerizer, logger, onDestroyError } = this.#options;
    await this.#signals.get(containerId);
    const result = await containerizer.destroy(containerId);
    if (result.type === "destroyed") return;
    if (result.code === "unknown-container") {
      // While it is being fetched for, its start will fail; else nobody will ever see its end.
      if (!starting) this.#exited(containerId, { type: "unknown" });
      return;
    }
    onDestroyError();
    logger.error(`Failed to destroy container ${containerId}: ${result.message}`);
  }

  #exited(containerId: string, status: ExitStatus): void {
    this.#options.dispatch({ type: "container-exited", containerId, status });
  }

  /** Notes what is under way; resolves when that is over, however it went. */
  #track(containerId: string, work: Promise<unknown>): Promise<unknown> {
    const settled = work.catch((cause: unknown) => {
      this.#options.logger.error(`Container ${containerId}: ${String(cause)}`);
    });
    const all = Promise.all([this.#work.get(containerId), settled]);
    this.#work.set(containerId, all);
    void all.then(() => {
      if (this.#work.get(containerId) === all) this.#work.delete(containerId);
    });
    return settled;
  }
}

/** As the containerizer tells it, in the core's words. */
export function exitStatus(status: ContainerStatus): ExitStatus {
  if (status.type !== "signaled") return status;
  const { number, coreDumped } = status;
  return { type: "signaled", number, description: describeSignal(number), coreDumped };
}

function rlimitsOf(info: RLimitInfo | undefined): Rlimit[] {
  return (info?.rlimits ?? []).map(({ type, soft, hard }) => ({
    type: type ?? "UNKNOWN",
    ...(soft === undefined ? {} : { soft }),
    ...(hard === undefined ? {} : { hard }),
  }));
}

/** Makes a container's volumes appear in its sandbox. A text says why that cannot be. */
function makeLinks({ sandbox, links }: ContainerSpec): string | undefined {
  for (const { path, target, createTarget } of links) {
    if (!path.startsWith(`${sandbox}/`) || `${path}/${target}`.split("/").includes("..")) {
      return `Cannot mount a volume at '${path}': without filesystem isolation volumes appear inside the sandbox only; give a relative container_path`;
    }
    if (createTarget) mkdirSync(target, { recursive: true });
    mkdirSync(dirname(path), { recursive: true });
    try {
      symlinkSync(target, path);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    }
  }
  return undefined;
}
