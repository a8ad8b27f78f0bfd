import type { Master, MasterEffect, MasterEvent, Registrar } from "@mesos-ts/master";
import { type Clock, EventQueue, type Logger, logAt, type Timer } from "@mesos-ts/runtime";
import type { Calls } from "./calls.ts";
import type { Messages } from "./messages.ts";
import type { EffectOf, NewEvent } from "./port.ts";
import type { Streams } from "./streams.ts";

/** Who carries the effects out, by family. */
export interface EffectPorts {
  readonly messages: Messages;
  readonly calls: Calls;
  readonly streams: Streams;
  readonly registrar: Registrar;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends the process. */
  readonly end: (reason: string) => void;
}

/**
 * Feeds the master's core with events, one at a time, and carries its effects out in order. An
 * event that arrives while a step is carried out waits for its end.
 */
export class MasterRunner {
  readonly #master: Master;
  readonly #events = new EventQueue<NewEvent>("master");
  #wake: Timer | undefined;
  #steps = 0;
  #originMs: number | undefined;

  constructor(master: Master) {
    this.#master = master;
  }

  /** Steps so far that may have changed what is shown of the state. */
  get steps(): number {
    return this.#steps;
  }

  /** Events that wait for the one under way, or for this master to lead. */
  get waiting(): readonly NewEvent[] {
    return this.#events.waiting;
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

  /** A step that throws is a bug; it must not take the daemon and everybody else's work with it. */
  #step(event: NewEvent, ports: EffectPorts): void {
    try {
      // The event is ours since it was dispatched, and a copy for each would cost.
      const timed = event as MasterEvent & { nowMs: number; steadyMs: number };
      timed.nowMs = ports.clock.now();
      timed.steadyMs = this.#steadyMs(ports.clock);
      const effects = this.#master.step(timed);
      if (!isIdle(event, effects)) this.#steps += 1;
      for (const effect of effects) this.#carryOut(effect, ports);
    } catch (cause) {
      const text = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      ports.logger.error(`Failed to carry out '${event.type}': ${text}`);
      if ("requestId" in event) ports.calls.failed(event.requestId);
    }
  }

  #carryOut(effect: MasterEffect, ports: EffectPorts): void {
    switch (effect.type) {
      case "send":
        return ports.messages.send(effect);
      case "link":
        return ports.messages.link(effect.pid);
      case "unlink":
        return ports.messages.unlink(effect.pid);
      case "reply":
        return ports.calls.reply(effect);
      case "open-stream":
        return ports.calls.openStream(effect);
      case "scheduler-event":
        return ports.streams.schedulerEvent(effect);
      case "operator-snapshot":
        return ports.streams.operatorSnapshot(effect);
      case "operator-event":
        return ports.streams.operatorEvent(effect);
      case "close-stream":
        return ports.streams.close(effect);
      case "persist":
        return this.#persist(effect, ports);
      case "wake-at":
        return this.#wakeAt(effect.atMs, ports.clock);
      case "end":
        return ports.end(effect.reason);
      case "log":
        return logAt(ports.logger, effect.level, effect.text);
      default:
        return effect satisfies never;
    }
  }

  #persist({ persistId, operation }: EffectOf<"persist">, ports: EffectPorts): void {
    ports.registrar.apply(operation, (ok) => this.dispatch({ type: "persisted", persistId, ok }));
  }

  /** From where the system's clock stood at the first event; it does not follow when that is set. */
  #steadyMs(clock: Clock): number {
    this.#originMs ??= clock.now() - clock.monotonic();
    return this.#originMs + clock.monotonic();
  }

  #wakeAt(atMs: number, clock: Clock): void {
    this.#wake?.cancel();
    this.#wake = clock.setTimer(atMs - this.#steadyMs(clock), () =>
      this.dispatch({ type: "wake" }),
    );
  }
}

/** What comes most often and changes nothing that is shown: pings and their answers, and reads. */
function isIdle(event: NewEvent, effects: readonly MasterEffect[]): boolean {
  switch (event.type) {
    case "message":
      return event.name === "mesos.internal.PongSlaveMessage";
    case "operator-call":
      return event.call.type?.startsWith("GET_") === true;
    case "wake":
      return effects.every(isPing);
    default:
      return false;
  }
}

function isPing(effect: MasterEffect): boolean {
  return (
    effect.type === "wake-at" || (effect.type === "send" && effect.name === "PingSlaveMessage")
  );
}
