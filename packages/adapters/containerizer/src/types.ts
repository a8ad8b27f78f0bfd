/**
 * The containerizer port: how an agent starts, watches, signals, measures and recovers processes.
 * Plain types only; the agent maps its messages onto them.
 */

/** What a container runs. `args` is the whole argv including argv[0]; empty means `[file]`. */
export type Command =
  | { readonly shell: true; readonly value: string }
  | { readonly shell: false; readonly file: string; readonly args: readonly string[] };

/** One POSIX resource limit. Both values or neither (neither means unlimited), as Mesos rules. */
export interface Rlimit {
  readonly type: string;
  readonly soft?: number | bigint;
  readonly hard?: number | bigint;
}

/** Of a terminal, in characters; zeros: not known. */
export interface WindowSize {
  readonly rows: number;
  readonly columns: number;
}

/**
 * Others may write to the container's standard input and follow its output. With a terminal its
 * three streams are that terminal, and what it shows goes to the file of `stdout`.
 */
export interface Interaction {
  readonly terminal?: WindowSize | undefined;
}

/** Everything that a container needs to start. Paths are absolute; strings hold no NUL. */
export interface LaunchSpec {
  /** `id`, or `parent.child` (any depth) for a nested container. */
  readonly containerId: string;
  /** Working folder; made with mode 0750 when missing, and given to `user`. */
  readonly sandbox: string;
  readonly command: Command;
  /** The whole environment. PATH falls back to the host's default path. */
  readonly environment: Readonly<Record<string, string>>;
  /** Name of the account to run as; absent: the agent's own. */
  readonly user?: string;
  /** Files that the output is appended to. */
  readonly stdout: string;
  readonly stderr: string;
  readonly rlimits?: readonly Rlimit[];
  /** Where the command works instead of in the sandbox. */
  readonly workingFolder?: string | undefined;
  /** Absent: standard input is empty, and nobody can attach. */
  readonly interaction?: Interaction | undefined;
  /** Small files that are kept with the container and come back with its recovery, by name. */
  readonly notes?: Notes | undefined;
}

export type Notes = Readonly<Record<string, Uint8Array>>;

export type RefusalCode =
  | "invalid-spec"
  | "already-exists"
  | "unknown-container"
  | "unknown-user"
  | "cannot-switch-user"
  | "sandbox-unusable"
  | "bad-rlimit"
  | "still-running"
  | "has-nested-containers"
  | "too-many-containers"
  | "no-terminal"
  | "not-interactive"
  | "input-taken"
  | "input-closed"
  | "too-many-readers"
  | "output-unreadable"
  | "supervisor-unavailable"
  | "closed";

/** An expected "no", with a message for the user that names the culprit. */
export interface Refusal {
  readonly type: "refused";
  readonly code: RefusalCode;
  readonly message: string;
}

/** How a container's process ended. `unknown`: its monitor was killed, nobody saw the end. */
export type ExitStatus =
  | { readonly type: "exited"; readonly code: number }
  | {
      readonly type: "signaled";
      /** `SIGTERM` and the like; `SIG<number>` when it has no name. */
      readonly signal: string;
      readonly number: number;
      readonly coreDumped: boolean;
    }
  | { readonly type: "unknown" };

export interface ContainerExit {
  readonly containerId: string;
  readonly status: ExitStatus;
}

export type LaunchResult = { readonly type: "launched"; readonly pid: number } | Refusal;
export type KillResult = { readonly type: "signalled"; readonly pids: readonly number[] } | Refusal;
export type DestroyResult = { readonly type: "destroyed"; readonly status: ExitStatus } | Refusal;
export type RemoveResult = { readonly type: "removed" } | Refusal;

/**
 * Whom a signal reaches: all processes of the container, or only the one that its command became
 * (with a terminal: the command, not who keeps the terminal).
 */
export type KillScope = "tree" | "init";

/** A piece of a container's output, in the order of its stream. */
export interface OutputPiece {
  readonly stream: "stdout" | "stderr";
  readonly bytes: Buffer;
}

/** A reader of a container's output: at its own pace, beside any number of others. */
export interface ContainerOutput {
  /** The next piece; null when the container has ended and all was read, or after `close`. */
  read(): Promise<OutputPiece | null>;
  close(): void;
}

/** The one writer of a container's standard input. */
export interface ContainerInput {
  /** Settles when the bytes are on their way; false when the container has ended or will not read. */
  write(bytes: Uint8Array): Promise<boolean>;
  /** End of input. A terminal knows no such thing: it is typed there. */
  end(): void;
  /** False: there is no terminal. */
  resize(size: WindowSize): boolean;
  /** Settles when the container ends. */
  readonly ended: Promise<unknown>;
  /** Lets another one write. Input stays open. */
  close(): void;
}

export type OutputResult = { readonly type: "output"; readonly output: ContainerOutput } | Refusal;
export type InputResult = { readonly type: "input"; readonly input: ContainerInput } | Refusal;

/** One container that the runtime folder knows. `pid` is null when it never wrote one. */
export type RecoveredContainer =
  | {
      readonly type: "running";
      readonly containerId: string;
      readonly pid: number;
      /** Present if the launch gave any. */
      readonly notes?: Notes;
    }
  | {
      readonly type: "exited";
      readonly containerId: string;
      readonly pid: number | null;
      readonly status: ExitStatus;
      readonly notes?: Notes;
    };

export interface Recovery {
  readonly containers: readonly RecoveredContainer[];
  /** Containers found that the caller did not name: to be destroyed and removed by it. */
  readonly orphans: readonly string[];
  /** Containers that the caller named and that left no trace (never started, or already removed). */
  readonly missing: readonly string[];
}

/** The statistics that Mesos's posix isolators report; field names are the wire's. */
export interface ResourceUsage {
  readonly timestamp: number;
  readonly processes: number;
  readonly threads: number;
  readonly cpus_user_time_secs: number;
  readonly cpus_system_time_secs: number;
  readonly mem_rss_bytes: number;
}

export type UsageResult = { readonly type: "usage"; readonly usage: ResourceUsage } | Refusal;

/** A short command run beside a container: same folder, environment and user. */
export interface ExecSpec {
  readonly containerId: string;
  readonly command: Command;
  /** Added to the container's environment, winning over it. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds; the command's process tree is killed when they are over. 0: no limit. */
  readonly timeoutMs: number;
  /** Bytes of output kept (stdout and stderr together). */
  readonly outputLimitBytes?: number;
}

export type ExecResult =
  | { readonly type: "finished"; readonly status: ExitStatus; readonly output: string }
  | { readonly type: "timed-out"; readonly output: string }
  | Refusal;

/** The port. Every call is safe after `close` (refused with code `closed`). */
export interface Containerizer {
  /** Starts a container; resolves when its process exists. */
  launch(spec: LaunchSpec): Promise<LaunchResult>;
  /** Signals the container's whole process tree (descendants, their groups and sessions). */
  kill(containerId: string, signal: number, scope?: KillScope): Promise<KillResult>;
  /** SIGKILLs the tree, nested containers first, until nothing is left. */
  destroy(containerId: string): Promise<DestroyResult>;
  /** Forgets a finished container and deletes its runtime files. */
  remove(containerId: string): Promise<RemoveResult>;
  /** Learns what outlived the previous agent. To be called once, before the first launch. */
  recover(known: Iterable<string>): Promise<Recovery>;
  usage(containerId: string): Promise<UsageResult>;
  exec(spec: ExecSpec): Promise<ExecResult>;
  /** Follows the output of an interactive container, from its start or from now on. */
  openOutput(containerId: string, from: "start" | "now"): Promise<OutputResult>;
  /** Takes the standard input of an interactive container; one at a time can have it. */
  openInput(containerId: string): Promise<InputResult>;
  /** Called once per container that ends from now on. Returns the unsubscription. */
  onExit(listener: (exit: ContainerExit) => void): () => void;
  /** Stops watching. Containers and the supervisor live on. */
  close(): Promise<void>;
}

/** Makes a refusal. */
export const refuse = (code: RefusalCode, message: string): Refusal => ({
  type: "refused",
  code,
  message,
});
