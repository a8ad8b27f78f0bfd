import { validateId } from "@mesos-ts/base";
import { AgentInfo, encode, internal, toJson } from "@mesos-ts/protos";
import type { Resources } from "@mesos-ts/resources";
import { type AgentContext, executorsOf } from "./context.ts";
import type { Pid, TimeMs } from "./contract.ts";
import { ownInfo } from "./executor-protocol.ts";
import { metaAgent } from "./paths.ts";
import { checkpointedResources, wireResources } from "./resource-state.ts";
import { allTasks } from "./state.ts";

/** Between attempts to register the wait doubles up to this. */
const MAX_BACKOFF_MS = 60_000;
/** Without the master's word on it: five missed pings of fifteen seconds. */
const DEFAULT_PING_TIMEOUT_MS = 75_000;

const TIMER = "registration";
const PING_TIMER = "master ping";

/** The agent's way to its master: detected, asked to register, registered, pinged. */
export class Registration {
  readonly #context: AgentContext;
  #pingTimeoutMs = DEFAULT_PING_TIMEOUT_MS;
  /** The checkpointed resources in the last registration. */
  #said: Resources | undefined;
  #everDetected = false;
  /** Of the master that was detected, where they are known. */
  #capabilities: ReadonlySet<string> | undefined;

  constructor(context: AgentContext) {
    this.#context = context;
  }

  /** A new leading master, or none. */
  detected(
    master: Pid | undefined,
    nowMs: TimeMs,
    capabilities: ReadonlySet<string> | undefined = this.#capabilities,
  ): void {
    this.#capabilities = capabilities;
    const { outbox, timers, updates } = this.#context;
    timers.cancel(TIMER);
    timers.cancel(PING_TIMER);
    updates.pause();
    outbox.info("Pausing sending task status updates");
    this.#context.operationUpdates.pause();
    outbox.info("Pausing sending operation status updates");
    if (this.#context.phase === "running") this.#context.phase = "disconnected";
    if (this.#context.master !== undefined) {
      outbox.push({ type: "unlink", pid: this.#context.master });
    }
    this.#context.master = master;
    if (master === undefined) {
      outbox.info("Lost leading master");
      outbox.info("Detecting new master");
      return;
    }
    outbox.info(`New master detected at ${master}`);
    outbox.info("No credentials provided. Attempting to register without authentication");
    outbox.push({ type: "link", pid: master });
    if (this.#context.phase !== "disconnected") return;
    // A leader's failover brings all agents at once; a first start brings one.
    const spread = this.#everDetected ? this.#context.config.registrationBackoffFactorMs : 0;
    this.#everDetected = true;
    this.#attempt(this.#context.config.registrationBackoffFactorMs, spread, nowMs);
  }

  /** Recovery is over: the agent may speak to its master. */
  ready(nowMs: TimeMs): void {
    this.#context.phase = "disconnected";
    const { master } = this.#context;
    if (master === undefined) return;
    this.#everDetected = true;
    this.#attempt(this.#context.config.registrationBackoffFactorMs, 0, nowMs);
  }

  #attempt(backoffMs: number, spreadMs: number, nowMs: TimeMs): void {
    if (this.#refuses()) return;
    const waitMs = spreadMs * this.#context.random.next();
    this.#context.timers.set(TIMER, nowMs + waitMs, (atMs) => {
      if (this.#context.phase !== "disconnected") return;
      this.#register();
      const next = Math.min(backoffMs * 2, MAX_BACKOFF_MS);
      // Half fixed, half random: never a storm, never at once again.
      this.#attempt(next, next, atMs + backoffMs / 2);
    });
  }

  /** Masters of before 1.5 keep what they know of an agent, whatever it says later. */
  #refuses(): boolean {
    const { hasChanged, outbox } = this.#context;
    const text = "Agent state changed on restart, but the detected master lacks the";
    const lacks = this.#capabilities?.has("AGENT_UPDATE") === false;
    if (!hasChanged || !lacks) return false;
    outbox.push({
      type: "exit",
      code: 1,
      text: `${text} AGENT_UPDATE capability. Refusing to connect. Upgrade the master first, or give the agent its former resources and attributes`,
    });
    return true;
  }

  #register(): void {
    const { master, outbox, agentId, config } = this.#context;
    if (master === undefined) return;
    this.#said = checkpointedResources(this.#context);
    const common = {
      version: config.version,
      agent_capabilities: config.features.map((type) => ({ type })),
      resource_version_uuid: { value: this.#context.resourceVersion },
      checkpointed_resources: [...this.#said.items],
    };
    if (agentId === undefined) {
      outbox.send(master, "RegisterSlaveMessage", {
        agent: wireInfo(ownInfo(this.#context)),
        ...common,
      });
      return;
    }
    outbox.send(master, "ReregisterSlaveMessage", {
      agent: wireInfo(ownInfo(this.#context)),
      ...common,
      ...this.#inventory(),
    });
  }

  /** What runs here, for a master that may know nothing of it. */
  #inventory() {
    const { frameworks } = this.#context;
    const executors = [...executorsOf(this.#context)];
    return {
      executor_infos: executors
        .filter(({ kind, state }) => kind !== "command" && state !== "terminated")
        .map(({ info }) => ({ ...info, resources: wireResources(info.resources) })),
      tasks: executors
        .flatMap((executor) => allTasks(executor))
        .map(({ task }) => ({ ...task, resources: wireResources(task.resources) })),
      frameworks: [...frameworks.values()].map(({ info }) => info),
      completed_frameworks: this.#context.completedFrameworks.map((framework) => ({
        framework_info: framework.info,
        ...(framework.pid === undefined ? {} : { pid: framework.pid }),
        tasks: framework.completedExecutors.flatMap(({ completed }) =>
          completed.map(({ task }) => ({ ...task, resources: wireResources(task.resources) })),
        ),
      })),
    };
  }

  /** SlaveRegisteredMessage. */
  registered(from: Pid, message: internal.SlaveRegisteredMessage, nowMs: TimeMs): void {
    if (this.#ignores(from)) return;
    const id = message.agent_id.value;
    if (validateId(id) !== undefined) {
      this.#context.outbox.warn(`Ignoring registration from ${from}: '${id}' is not an id`);
      return;
    }
    if (this.#context.agentId !== undefined && this.#context.agentId !== id) {
      this.#context.outbox.push({
        type: "exit",
        code: 1,
        text: `Registered but got wrong id: ${id} (expected: ${this.#context.agentId})`,
      });
      return;
    }
    this.#context.outbox.info(`Registered with master ${from}; given agent ID ${id}`);
    if (this.#context.agentId === undefined) {
      this.#context.agentId = id;
      this.#checkpointIdentity(id);
    }
    this.#connected(message.connection, nowMs);
  }

  /** SlaveReregisteredMessage. */
  reregistered(from: Pid, message: internal.SlaveReregisteredMessage, nowMs: TimeMs): void {
    if (this.#ignores(from)) return;
    this.#context.outbox.info(`Re-registered with master ${from}`);
    this.#checkpointChange();
    this.#connected(message.connection, nowMs);
  }

  #ignores(from: Pid): boolean {
    if (from === this.#context.master) return false;
    this.#context.outbox.warn(`Ignoring registration from ${from}: it is not the leading master`);
    return true;
  }

  #connected(connection: internal.MasterSlaveConnection | undefined, nowMs: TimeMs): void {
    const { timers, updates, outbox, master, agentId } = this.#context;
    if (master === undefined || agentId === undefined) return;
    if (connection?.total_ping_timeout_seconds !== undefined) {
      this.#pingTimeoutMs = connection.total_ping_timeout_seconds * 1000;
    }
    timers.cancel(TIMER);
    const again = this.#context.phase === "running";
    this.#context.phase = "running";
    this.#expectPing(nowMs);
    if (again) {
      this.#repeatIfOutdated(nowMs);
      return;
    }
    outbox.info("Resuming sending task status updates");
    updates.resume(master, nowMs);
    const { oversubscribed } = this.#context;
    const update: internal.UpdateSlaveMessage = {
      agent_id: { value: agentId },
      update_oversubscribed_resources: oversubscribed !== undefined,
      ...(oversubscribed === undefined
        ? {}
        : { oversubscribed_resources: [...oversubscribed.items] }),
      operations:
        this.#context.operations.size === 0
          ? {}
          : { operations: [...this.#context.operations.values()] },
      resource_version_uuid: { value: this.#context.resourceVersion },
      resource_providers: {},
    };
    outbox.info(`Forwarding agent update ${toJson(internal.UpdateSlaveMessage, update, "v0")}`);
    outbox.send(master, "UpdateSlaveMessage", update);
    // A new master learns of the operations first, and then what became of them.
    outbox.info("Resuming sending operation status updates");
    this.#context.operationUpdates.resume(master, nowMs);
  }

  /**
   * The master answered a repeated registration. When this agent's resources have changed since it
   * was sent, the master has just gone back to what they were before.
   */
  #repeatIfOutdated(nowMs: TimeMs): void {
    if (this.#said?.equals(checkpointedResources(this.#context)) !== false) return;
    this.#context.outbox.info(
      "Forcing re-registration: the resources have changed since the master was told of them",
    );
    this.detected(this.#context.master, nowMs);
  }

  #checkpointIdentity(id: string): void {
    const { outbox, config } = this.#context;
    this.#checkpointInfo(id);
    outbox.checkpoint({
      type: "symlink",
      path: "slaves/latest",
      target: `${config.workDir}/meta/${metaAgent(id)}`,
    });
  }

  /** The master knows of more resources: tasks may use them, so no later start may lack them. */
  #checkpointChange(): void {
    const { agentId, hasChanged } = this.#context;
    if (agentId === undefined || !hasChanged) return;
    this.#checkpointInfo(agentId);
    this.#context.hasChanged = false;
  }

  #checkpointInfo(id: string): void {
    this.#context.outbox.checkpoint({
      type: "message",
      path: `${metaAgent(id)}/slave.info`,
      bytes: encode(AgentInfo, wireInfo(ownInfo(this.#context))),
    });
  }

  /** PingSlaveMessage: answered always; a master that thinks us gone is registered with again. */
  ping(from: Pid, message: internal.PingSlaveMessage, nowMs: TimeMs): void {
    const { outbox, phase } = this.#context;
    outbox.send(from, "PongSlaveMessage", {});
    if (phase !== "running") return;
    if (!message.connected) {
      outbox.info(
        "Master marked the agent as disconnected but the agent considers itself registered! Forcing re-registration.",
      );
      this.detected(this.#context.master, nowMs);
      return;
    }
    this.#expectPing(nowMs);
  }

  #expectPing(nowMs: TimeMs): void {
    this.#context.timers.set(PING_TIMER, nowMs + this.#pingTimeoutMs, (atMs) => {
      this.#context.outbox.info("No pings from master received within the ping timeout");
      this.detected(this.#context.master, atMs);
    });
  }
}

function wireInfo(info: AgentInfo): AgentInfo {
  return { ...info, resources: wireResources(info.resources) };
}
