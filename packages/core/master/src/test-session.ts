/**
 * A whole scheduler session, recorded from Apache Mesos, played against our master with a scripted
 * agent: every call as it was made, every update as it was reported.
 */

import {
  type FrameworkInfo,
  fromJson,
  master,
  type Offer,
  scheduler,
  type TaskStatus,
  toJson,
} from "@mesos-ts/protos";
import type { MasterEffect } from "./contract.ts";
import { recording } from "./test-fixtures.ts";
import { Bench, registration, scalar } from "./test-harness.ts";
import { getStateJson } from "./views/state-json.ts";

export const MASTER = "e7e97cb5-c635-4950-861d-0f63c3d73e11";
const AGENT = `${MASTER}-S0`;
const FRAMEWORK = `${MASTER}-0000`;
const PID = "slave(1)@127.0.0.1:5051";

export type Json = { readonly [key: string]: Json } & string & number;
type Call = { readonly request: { readonly body: string }; readonly status: number };

const calls = recording<Record<string, Call>>("http/scheduler_calls.json");
export const stream = recording<{ events: { event: Json }[] }>("http/scheduler_stream.json");
export const operators = recording<{ events: { event?: Json }[] }>(
  "http/operator_stream.json",
).events.map((one) => one.event ?? (one as unknown as Json));

/** Which call was made before which event of the stream, by the event's place in it. */
const CALLS_BEFORE: Readonly<Record<number, readonly string[]>> = {
  3: ["accept_launch"],
  11: ["reconcile_explicit"],
  14: ["reconcile_implicit"],
  15: ["kill"],
  17: ["kill_unknown"],
  20: ["accept_bad_too_much"],
  23: ["revive", "accept_bad_no_cmd"],
  26: ["revive", "accept_bad_slash_id"],
  29: ["revive", "accept_bad_no_res"],
  33: ["revive", "accept_bad_wrong_agent"],
  36: ["revive", "accept_bad_neg"],
  39: ["revive", "accept_bad_dup"],
  42: ["accept_unknown_offer"],
  46: ["accept_reserve", "accept_group"],
  60: ["decline", "accept_health"],
  65: ["suppress", "decline_unknown", "message", "request"],
};

export class Session {
  readonly bench = new Bench({ id: MASTER });
  readonly told: Json[] = [];
  readonly offers: Offer[][] = [];
  readonly operatorEvents: Json[] = [];
  readonly replies: [string, string][] = [];
  streamId = "";

  constructor() {
    this.bench.nowMs = 1_795_177_049_000;
    const { agent } = registration({ hostname: "localhost" });
    const ports = {
      name: "ports",
      type: "RANGES",
      ranges: { range: [{ begin: 31000, end: 32000 }] },
    };
    this.bench.message(
      "RegisterSlaveMessage",
      {
        ...registration(),
        agent: {
          ...agent,
          resources: [scalar("cpus", 4), scalar("mem", 4096), scalar("disk", 10240), ports].map(
            (resource) => ({ ...resource, role: "*" }),
          ),
          attributes: ["rack", "zone"].map((name) => ({
            name,
            type: "TEXT",
            text: { value: `${name[0]}1` },
          })),
        },
      },
      PID,
    );
  }

  take(effects: readonly MasterEffect[]): void {
    for (const effect of effects) {
      if (effect.type === "operator-event") {
        this.operatorEvents.push(JSON.parse(toJson(master.Event, effect.event)) as Json);
      }
      if (effect.type === "operator-snapshot") {
        const { snapshot, heartbeatSeconds } = effect;
        const pieces = getStateJson(snapshot, { type: "event", heartbeatSeconds });
        this.operatorEvents.push(JSON.parse([...pieces].join("")) as Json);
      }
      if (effect.type !== "scheduler-event") continue;
      const { event } = effect;
      if (event.type === "OFFERS") this.offers.push(event.offers?.offers ?? []);
      else this.told.push(JSON.parse(toJson(scheduler.Event, event)) as Json);
    }
  }

  subscribeOperator(): void {
    this.bench.operator({ type: "SUBSCRIBE" });
    this.take(this.bench.effects);
  }

  subscribe(info: FrameworkInfo, framework_id?: { value: string }): void {
    const effects = this.bench.step({
      type: "scheduler-call",
      requestId: 1,
      call: { type: "SUBSCRIBE", framework_id, subscribe: { framework_info: info } },
      streamId: undefined,
      principal: undefined,
    });
    for (const effect of effects)
      if (effect.type === "open-stream") this.streamId = effect.streamId;
    this.take(effects);
  }

  /** The recorded call, on the offers that the framework holds now. */
  call(name: string): void {
    this.take(this.bench.advance(1000));
    const body = JSON.parse(calls[name]?.request.body ?? "{}") as { accept?: object };
    const held = [...this.bench.master.core.offers.keys()].map((value) => ({ value }));
    const usesOffers = body.accept !== undefined && name !== "accept_unknown_offer";
    const json = usesOffers ? { ...body, accept: { ...body.accept, offer_ids: held } } : body;
    const reply = this.bench.call(fromJson(scheduler.Call, json), this.streamId);
    this.replies.push([name, reply?.type ?? "none"]);
    this.take(this.bench.effects);
  }

  /** What an executor reported, as the agent passes it on; then the acknowledgement. */
  report(json: Json): void {
    const status = fromJson(scheduler.Event_Update, json).status as TaskStatus;
    const { executor_id, agent_id, timestamp = 0, uuid = new Uint8Array() } = status;
    const latest = operators.find(
      (event) => event["task_updated"]?.["status"]?.["uuid"] === json["status"]?.["uuid"],
    )?.["task_updated"]?.["state"];
    this.bench.nowMs = timestamp * 1000;
    this.take(
      this.bench.message(
        "StatusUpdateMessage",
        {
          update: {
            framework_id: { value: FRAMEWORK },
            executor_id,
            agent_id,
            status,
            timestamp,
            uuid,
            latest_state: latest ?? status.state,
          },
          pid: PID,
        },
        PID,
      ),
    );
    const { task_id } = status;
    this.bench.call(
      {
        type: "ACKNOWLEDGE",
        framework_id: { value: FRAMEWORK },
        acknowledge: { agent_id: agent_id ?? { value: AGENT }, task_id, uuid },
      },
      this.streamId,
    );
    this.take(this.bench.effects);
  }

  executorExited(executorId: string): void {
    this.take(
      this.bench.message(
        "ExitedExecutorMessage",
        {
          agent_id: { value: AGENT },
          framework_id: { value: FRAMEWORK },
          executor_id: { value: executorId },
          status: 0,
        },
        PID,
      ),
    );
  }
}

function frameworkInfoOf(event: Json | undefined): FrameworkInfo {
  const info = event?.["framework_added"] ?? event?.["framework_updated"];
  return fromJson(scheduler.Call_Subscribe, {
    framework_info: info?.["framework"]?.["framework_info"],
  }).framework_info;
}

/** Plays the session, up to the event at `until` if that is given. */
export function replay(until = stream.events.length): Session {
  const session = new Session();
  session.subscribeOperator();
  session.bench.nowMs = 1_795_177_054_458;
  const { id: _, ...info } = frameworkInfoOf(operators.find((event) => "framework_added" in event));
  session.subscribe(info);
  for (const [index, { event }] of stream.events.slice(0, until).entries()) {
    for (const name of CALLS_BEFORE[index] ?? []) session.call(name);
    if ((event["update"]?.["status"]?.["source"] as string) === "SOURCE_EXECUTOR") {
      session.report(event["update"] as Json);
    }
    if ("failure" in event) session.executorExited("pod-1");
  }
  if (until < stream.events.length) return session;
  session.subscribe(frameworkInfoOf(operators.find((event) => "framework_updated" in event)), {
    value: FRAMEWORK,
  });
  session.call("teardown");
  return session;
}

export const isBeat = (event: Json): boolean => (event["type"] as string) === "HEARTBEAT";
