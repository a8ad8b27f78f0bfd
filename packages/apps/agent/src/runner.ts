import type { Agent, AgentEffect, AgentEvent } from "@mesos-ts/agent";
import type { Containerizer } from "@mesos-ts/containerizer";
import { type Clock, EventQueue, type Logger, logAt, type Timer } from "@mesos-ts/runtime";
import { CheckpointError, type CheckpointStore } from "@mesos-ts/storage";
import type { Containers } from "./effects/containers.ts";
import { measureLoad } from "./effects/load.ts";
import type { Messages } from "./effects/messages.ts";
import type { NewEvent } from "./effects/port.ts";
import { runProbe } from "./effects/probes.ts";
import type { Replies } from "./effects/replies.ts";
import type { Sandboxes } from "./effects/sandboxes.ts";
import { makeVolume, removeVolume, VolumeError } from "./effects/volumes.ts";

/** Who carries the effects out, by family. */
export interface EffectPorts {
  readonly messages: Messages;
  readonly replies: Replies;
  readonly store: CheckpointStore;
  readonly sandboxes: Sandboxes;
  readonly containers: Containers;
  readonly containerizer: Containerizer;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends the program. */
  readonly exit: (code: number, text: string) => void;
}

/**
 * Feeds the agent's core with events, one at a time, and carries its effects out in order: what
 * was to be checkpointed is on disk before a later message leaves.
 */
export class AgentRunner {
  readonly #agent: Agent;
  readonly #events = new EventQueue<NewEvent>("agent");
  #wake: Timer | undefined;

  constructor(agent: Agent) {
    this.#agent = agent;
  }

  /** Begins with the event `start`; what came before it waits until then. */
  start(ports: EffectPorts, start: Extract<NewEvent, { readonly type: "start" }>): void {
    this.#events.open(start, (event) => this.#step(event, ports));
  }

  readonly dispatch = (event: NewEvent): void => this.#events.push(event);

  /** No event has an effect from now on. */
  stop(): void {
    this.#events.close();
    this.#wake?.cancel();
  }

  /** What cannot be kept on disk ends the agent; no other failure of one event does. */
  #step(event: NewEvent, ports: EffectPorts): void {
    try {
      const { clock } = ports;
      const time = { nowMs: clock.now(), steadyMs: clock.monotonic() };
      const timed = { ...event, ...time } as AgentEvent;
      for (const effect of this.#agent.step(timed)) {
        if (this.#events.isClosed) return;
        this.#carryOut(effect, ports);
      }
    } catch (cause) {
      if (cause instanceof CheckpointError || cause instanceof VolumeError) {
        ports.exit(1, cause.message);
        return;
      }
      const text = cause instanceof Error ? cause.stack : String(cause);
      ports.logger.error(`Failed to handle the event '${event.type}': ${text}`);
    }
  }

  #carryOut(effect: AgentEffect, ports: EffectPorts): void {
    switch (effect.type) {
      case "send":
        return ports.messages.send(effect);
      case "link":
        return ports.messages.link(effect.pid);
      case "unlink":
        return ports.messages.unlink(effect.pid);
      case "reply":
        return ports.replies.reply(effect);
      case "open-stream":
        return ports.replies.openStream(effect);
      case "executor-event":
        return ports.replies.event(effect);
      case "close-stream":
        return ports.replies.closeStream(effect);
      case "checkpoint":
        return ports.store.apply(effect.change);
      case "make-sandbox":
        return ports.sandboxes.make(effect);
      case "link-path":
        return ports.sandboxes.link(effect);
      case "sandbox-log":
        return ports.sandboxes.log(effect);
      case "remove-path":
        return void ports.sandboxes.remove(effect);
      case "make-volume":
        return makeVolume(effect);
      case "remove-volume":
        return removeVolume(effect, ports.logger);
      case "measure-disk":
        return void ports.sandboxes.measureDisk();
      case "measure-load":
        return measureLoad(this.dispatch);
      case "attach-path":
        return ports.sandboxes.attach(effect);
      case "detach-path":
        return ports.sandboxes.detach(effect);
      case "start-container":
        return ports.containers.start(effect.spec);
      case "refuse-container": {
        const { containerId, reason } = effect;
        return this.dispatch({ type: "container-failed", containerId, reason });
      }
      case "signal-container":
        return ports.containers.signal(effect.containerId, effect.signal, effect.scope);
      case "destroy-container":
        return ports.containers.destroy(effect.containerId);
      case "forget-container":
        return ports.containers.forget(effect.containerId);
      case "probe":
        return void runProbe(effect, ports.containerizer, this.dispatch);
      case "wake-at":
        return this.#wakeAt(effect.atMs, ports.clock);
      case "exit":
        return ports.exit(effect.code, effect.text);
      case "log":
        return logAt(ports.logger, effect.level, effect.text);
      default:
        return effect satisfies never;
    }
  }

  #wakeAt(atMs: number, clock: Clock): void {
    this.#wake?.cancel();
    this.#wake = clock.setTimer(atMs - clock.now(), () => this.dispatch({ type: "wake" }));
  }
}
