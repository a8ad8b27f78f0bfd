/**
 * The master: one function from an event to its effects, and the state that views read.
 *
 * A step decides on one event, lets alarms ring that are due, lets the allocator decide when it
 * wants to, and says when it must be woken. It never throws for what others send.
 */
import type { Allocator } from "@mesos-ts/allocator";
import type { Random } from "@mesos-ts/base";
import type { Message } from "@mesos-ts/protos";
import { pingTimeout } from "./agent-health.ts";
import { agentExited } from "./agent-loss.ts";
import { receiveAgentMessage } from "./agent-messages.ts";
import type { MasterConfig, MasterEffect, MasterEvent, TimeMs } from "./contract.ts";
import { Core } from "./core.ts";
import { failoverTimeout, frameworkExited } from "./frameworks.ts";
import { makeInverseOffers, withdrawInverseOffers } from "./inverse-offers.ts";
import { masterMetrics } from "./metrics.ts";
import { isConnected } from "./model.ts";
import { makeOffers, rescindOffer } from "./offers.ts";
import { receiveOperatorCall, tearDown } from "./operator-calls.ts";
import { beat as beatOperator, unsubscribeOperator } from "./operator-events.ts";
import { removeQuota } from "./quota-calls.ts";
import { recoverRoles } from "./recover-roles.ts";
import { collectGarbage, recoverRegistry } from "./registry.ts";
import { recoveredAgentsTimeout, removalTurn, reregisterTimeout } from "./removals.ts";
import { receiveSchedulerCall } from "./scheduler-calls.ts";
import { beat as beatScheduler } from "./subscribe.ts";
import type { Alarm } from "./timers.ts";
import { receiveDriverCall, receiveDriverMessage } from "./v0.ts";
import { updateWhitelist } from "./whitelist.ts";

export interface Master {
  /** Decides; the effects are to be carried out in order. */
  step(event: MasterEvent): readonly MasterEffect[];
  /** The state, for views. */
  readonly core: Core;
  /** Every `master/…` metric at `nowMs`. */
  metrics(nowMs: TimeMs): Record<string, number>;
}

export function createMaster(config: MasterConfig, allocator: Allocator, random: Random): Master {
  const core = new Core(config, allocator, random);
  let wakeAtMs: TimeMs | undefined;

  const announceWake = (): void => {
    const nextMs = earliest(core.timers.nextMs(), allocator.dueMs());
    if (nextMs === undefined || nextMs === wakeAtMs) return;
    wakeAtMs = nextMs;
    core.emit({ type: "wake-at", atMs: nextMs });
  };

  return {
    core,
    metrics: (nowMs) => masterMetrics(core, nowMs),
    step(event) {
      core.nowMs = event.nowMs;
      core.steadyMs = event.steadyMs ?? event.nowMs;
      if (event.type === "wake") wakeAtMs = undefined;
      decide(core, event);
      ringAlarms(core);
      allocate(core);
      announceWake();
      return core.takeEffects();
    },
  };
}

function earliest(a: TimeMs | undefined, b: TimeMs | undefined): TimeMs | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}

function decide(core: Core, event: MasterEvent): void {
  switch (event.type) {
    case "start":
      core.startMs = event.startedMs ?? event.nowMs;
      core.electedMs = event.nowMs;
      recoverRegistry(core, event.registry);
      recoverRoles(core, event.registry);
      return;
    case "message":
      receiveMessage(core, event.from, event.to, event.name, event.message);
      return;
    case "exited":
      receiveExited(core, event.pid);
      return;
    case "scheduler-call":
      receiveSchedulerCall(core, event);
      return;
    case "operator-call":
      receiveOperatorCall(core, event);
      return;
    case "teardown":
      core.reply(event.requestId, tearDown(core, event.frameworkId));
      return;
    case "remove-quota":
      removeQuota(core, event.requestId, event.role, event.path);
      return;
    case "whitelist":
      updateWhitelist(core, event.hostnames);
      return;
    case "stream-closed":
      receiveStreamClosed(core, event.streamId);
      return;
    case "persisted":
      core.persisted(event.persistId, event.ok);
      return;
    case "wake":
      return;
    default:
      event satisfies never;
  }
}

function receiveMessage(
  core: Core,
  from: string,
  to: string,
  name: string,
  message: Message,
): void {
  if (name === "mesos.scheduler.Call") {
    receiveDriverCall(core, from, message);
    return;
  }
  if (receiveAgentMessage(core, from, to, name, message)) return;
  if (receiveDriverMessage(core, from, name, message)) return;
  core.counters.count("dropped_messages");
  core.log("WARNING", `Dropping ${name} from ${from}: the master does not expect it`);
}

/** A libprocess peer is gone: a driver or an agent. */
function receiveExited(core: Core, pid: string): void {
  const framework = core.frameworks.byPid.get(pid);
  if (framework !== undefined && isConnected(framework)) {
    core.send(pid, "FrameworkErrorMessage", { message: "Framework disconnected" });
    frameworkExited(core, framework);
    return;
  }
  const agent = core.agents.byPid.get(pid);
  if (agent !== undefined) agentExited(core, agent);
}

function receiveStreamClosed(core: Core, streamId: string): void {
  unsubscribeOperator(core, streamId);
  const framework = core.frameworks.byStream.get(streamId);
  if (framework !== undefined && isConnected(framework)) frameworkExited(core, framework);
}

/** More alarms than this in one step wait for the next one, so that a step stays short. */
const MAX_ALARMS_PER_STEP = 10_000;

function ringAlarms(core: Core): void {
  for (let rung = 0; rung < MAX_ALARMS_PER_STEP; rung++) {
    const alarm = core.timers.take(core.steadyMs);
    if (alarm === undefined) return;
    ring(core, alarm);
  }
}

function ring(core: Core, alarm: Alarm): void {
  switch (alarm.type) {
    case "agent-ping":
      pingTimeout(core, alarm.agentId);
      return;
    case "agent-reregister":
      reregisterTimeout(core, alarm.agentId);
      return;
    case "recovered-agents":
      recoveredAgentsTimeout(core);
      return;
    case "agent-removal":
      removalTurn(core);
      return;
    case "offer": {
      const offer = core.offers.get(alarm.offerId);
      if (offer !== undefined) rescindOffer(core, offer);
      return;
    }
    case "inverse-offer": {
      const offer = core.inverseOffers.get(alarm.inverseOfferId);
      if (offer !== undefined) withdrawInverseOffers(core, [offer], "told");
      return;
    }
    case "framework-failover":
      failoverTimeout(core, alarm.frameworkId, alarm.reregisteredMs);
      return;
    case "scheduler-heartbeat": {
      const framework = core.frameworks.registered.get(alarm.frameworkId);
      if (framework !== undefined) beatScheduler(core, framework, alarm.streamId);
      return;
    }
    case "operator-heartbeat":
      beatOperator(core, alarm.streamId);
      return;
    case "registry-gc":
      collectGarbage(core);
      return;
    default:
      alarm satisfies never;
  }
}

function allocate(core: Core): void {
  const dueMs = core.allocator.dueMs();
  if (dueMs === undefined || dueMs > core.steadyMs) return;
  const { offers, inverseOffers } = core.allocator.run(core.steadyMs);
  makeOffers(core, offers);
  makeInverseOffers(core, inverseOffers);
}
