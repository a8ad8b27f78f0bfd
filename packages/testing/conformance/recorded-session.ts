/**
 * The recorded scheduler session, made again against running programs: the calls as they were
 * made, on the offers that are open now, at the points at which they were made.
 */
import { decode, encode, fromJson, master as masterApi, toJson } from "@mesos-ts/protos";
import { HttpClient } from "@mesos-ts/transport";
import { type Encoding, idOf, LiveScheduler, type Reply } from "./live-scheduler.ts";
import { getJson, type Program, until } from "./programs.ts";
import { type Exchange, type Json, recording, renamed } from "./recordings.ts";

export const RECORDED_ID = "e7e97cb5-c635-4950-861d-0f63c3d73e11";
const OLD_STREAM = "08268876-178a-45be-86ca-185bd77505f5";

export const calls = recording<Record<string, Exchange>>("http/scheduler_calls.json");
export const operatorStream = recording<{ events: { event: Json }[] }>("http/operator_stream.json");

/** What the session brought, in the recording's own names for ids and ports. */
export interface SessionResult {
  readonly replies: ReadonlyMap<string, Reply>;
  /** The offer that each ACCEPT was made on. */
  readonly accepted: ReadonlyMap<string, Json>;
  readonly acknowledgements: readonly Reply[];
  readonly events: readonly Json[];
  readonly operatorEvents: readonly Json[];
  readonly headers: Readonly<Record<string, string>>;
  readonly operatorHeaders: Readonly<Record<string, string>>;
  readonly second: readonly Json[];
  readonly secondHeaders: Readonly<Record<string, string>>;
  /** Both streams after TEARDOWN have ended. */
  readonly ended: boolean;
}

/** Plays the session to its end; `master` and `agent` are fresh and the agent is registered. */
export async function playSession(
  master: Program,
  agent: Program,
  encoding: Encoding,
): Promise<SessionResult> {
  const operator = await watchOperator(master, encoding);
  const live = new LiveScheduler(master, encoding);
  const second = new LiveScheduler(master, encoding);
  const session = new Session(live, agent);
  try {
    await live.subscribe(recordedFramework("FRAMEWORK_ADDED"));
    await session.play();
    const again = { ...recordedFramework("FRAMEWORK_UPDATED"), id: { value: live.frameworkId } };
    await second.subscribe(again, live.frameworkId);
    await second.offer();
    await live.end();
    session.replies.set(
      "old_stream_call",
      await live.call(session.body("old_stream_call"), live.streamId),
    );
    session.replies.set("teardown", await second.call(session.body("teardown")));
    await second.end();
    await until(() => operator.events.some(({ type }) => type === "FRAMEWORK_REMOVED"));
    const { id } = await getJson<{ id: string }>(master, "/master/state");
    const names: [string | RegExp, string][] = [
      [id, RECORDED_ID],
      [live.streamId, OLD_STREAM],
      [new RegExp(`\\b${master.port}\\b`, "g"), "5050"],
      [new RegExp(`\\b${agent.port}\\b`, "g"), "5051"],
    ];
    return {
      replies: new Map([...session.replies].map(([name, reply]) => [name, renamed(reply, names)])),
      accepted: new Map(
        [...session.accepted].map(([name, offer]) => [name, renamed(offer, names)]),
      ),
      acknowledgements: live.acknowledgements,
      events: renamed(live.events, names),
      operatorEvents: renamed(operator.events, names),
      headers: live.headers,
      operatorHeaders: operator.headers,
      second: renamed(second.events, names),
      secondHeaders: second.headers,
      ended: live.ended && second.ended,
    };
  } finally {
    live.close();
    second.close();
    operator.close();
  }
}

class Session {
  readonly replies = new Map<string, Reply>();
  readonly accepted = new Map<string, Json>();
  readonly #live: LiveScheduler;
  readonly #agent: Program;

  constructor(live: LiveScheduler, agent: Program) {
    this.#live = live;
    this.#agent = agent;
  }

  /** The recorded call's body with the live framework and agent. */
  body(name: string): Json {
    const body = JSON.parse(calls[name]?.request.body ?? "") as Json;
    return renamed(body, [[RECORDED_ID, this.#live.frameworkId.replace(/-0000$/, "")]]);
  }

  async play(): Promise<void> {
    const live = this.#live;
    await this.#accept("accept_launch", await live.offer());
    await live.update("t-sleep", "TASK_RUNNING");
    await live.update("t-fail", "TASK_FAILED");
    await live.update("t-ok", "TASK_FINISHED");
    await this.#call("reconcile_explicit");
    await live.update("never", "TASK_UNKNOWN");
    await live.offer();
    await this.#call("reconcile_implicit");
    await live.update("t-sleep", "TASK_RUNNING", 3);
    await this.#call("kill");
    await live.update("t-sleep", "TASK_KILLED");
    await this.#call("kill_unknown");
    await live.update("t-unknown", "TASK_UNKNOWN");
    await live.offer();
    await this.#badLaunches();
    await this.#reserveAndGroup();
    await this.#health();
    for (const name of ["suppress", "decline_unknown", "message", "request"])
      await this.#call(name);
  }

  async #badLaunches(): Promise<void> {
    const live = this.#live;
    const tasks = {
      accept_bad_too_much: "b-too-much",
      accept_bad_no_cmd: "b-no-cmd",
      accept_bad_slash_id: "b/3",
      accept_bad_no_res: "b-no-res",
      accept_bad_wrong_agent: "b-wrong-agent",
      accept_bad_neg: "b-neg",
    };
    for (const [name, task] of Object.entries(tasks)) {
      await this.#fresh();
      await this.#accept(name, await live.offer());
      await live.update(task, "TASK_ERROR");
      await live.offer();
    }
    await this.#fresh();
    // The recorder had other things to do than to acknowledge this task's updates.
    live.acknowledges = false;
    await this.#accept("accept_bad_dup", await live.offer());
    await live.update("b-dup", "TASK_STARTING");
    await live.offer();
  }

  async #reserveAndGroup(): Promise<void> {
    const live = this.#live;
    await live.offer();
    await this.#call("accept_unknown_offer");
    await live.update("b-unknown-offer", "TASK_DROPPED");
    await this.#fresh();
    await this.#accept("accept_reserve", await live.offer());
    await live.offer();
    await this.#fresh();
    await this.#taskEnded("b-dup");
    await this.#accept("accept_group", await live.offer());
    await live.acknowledgeHeld();
    await live.update("b-dup", "TASK_FINISHED");
    await live.update("pod-a", "TASK_FINISHED");
  }

  async #health(): Promise<void> {
    const live = this.#live;
    await live.seen((event) => event["type"] === "FAILURE");
    const held = live.openOffers().map((offer) => ({ value: idOf(offer) }));
    live.used(held.map(({ value }) => value));
    const decline = this.body("decline") as unknown as { decline: object };
    await this.#call("decline", {
      ...decline,
      decline: { ...decline.decline, offer_ids: held },
    });
    await this.#accept(
      "accept_health",
      await live.offer((offer) => /cpus:3/.test(resourcesOf(offer))),
    );
    await live.update("t-health", "TASK_FINISHED");
  }

  /** Declines what is held, asks for more, and waits for it, as the recorder did before accepts. */
  async #fresh(): Promise<void> {
    await this.#live.freshOffer();
    await this.#call("revive");
  }

  async #accept(name: string, offer: Json): Promise<void> {
    const body = this.body(name) as unknown as { accept: object };
    this.#live.used([idOf(offer)]);
    this.accepted.set(name, offer);
    await this.#call(name, { ...body, accept: { ...body.accept, offer_ids: [offer["id"]] } });
  }

  async #call(name: string, body: object = this.body(name)): Promise<void> {
    this.replies.set(name, await this.#live.call(body));
  }

  /** Waits until the agent knows that a task has ended, whatever the master was told. */
  async #taskEnded(taskId: string): Promise<void> {
    interface Executor {
      readonly tasks: readonly { readonly id: string; readonly state: string }[];
    }
    await until(async () => {
      const state = await getJson<{ frameworks: { executors: Executor[] }[] }>(
        this.#agent,
        "/state",
      );
      return !state.frameworks
        .flatMap(({ executors }) => executors)
        .flatMap(({ tasks }) => tasks)
        .some(({ id, state: now }) => id === taskId && now !== "TASK_FINISHED");
    });
  }
}

/** The scalars of an offer in one line, reserved ones marked. */
export function resourcesOf(offer: Json): string {
  return (offer["resources"] ?? [])
    .map((resource) => {
      const reserved = resource["reservations"] === undefined ? "" : "(reserved)";
      return `${resource["name"]}${reserved}:${
        resource["scalar"]?.["value"] ?? JSON.stringify(resource["ranges"]?.["range"])
      }`;
    })
    .sort()
    .join(" ");
}

/** The FrameworkInfo that the recorder subscribed with, as operators were told. */
function recordedFramework(event: "FRAMEWORK_ADDED" | "FRAMEWORK_UPDATED"): object {
  const found = operatorStream.events.find((each) => each.event["type"] === event)?.event;
  const framework = (found?.["framework_added"] ?? found?.["framework_updated"])?.["framework"];
  const info: Record<string, unknown> = { ...(framework?.["framework_info"] as object) };
  if (event === "FRAMEWORK_ADDED") delete info["id"];
  return info;
}

export interface OperatorWatch {
  readonly events: Json[];
  readonly headers: Readonly<Record<string, string>>;
  close(): void;
}

/** Subscribes an operator; resolves when it has the master's state. */
export async function watchOperator(master: Program, encoding: Encoding): Promise<OperatorWatch> {
  const client = new HttpClient();
  const type = `application/${encoding === "json" ? "json" : "x-protobuf"}`;
  const call = { type: "SUBSCRIBE" };
  const stream = await client.stream({
    url: `http://${master.address}/api/v1`,
    method: "POST",
    headers: { "Content-Type": type, Accept: type },
    body:
      encoding === "json"
        ? JSON.stringify(call)
        : encode(masterApi.Call, fromJson(masterApi.Call, call)),
  });
  const events: Json[] = [];
  const read = async (): Promise<void> => {
    for await (const record of stream.records) {
      const text =
        encoding === "json"
          ? record.toString()
          : toJson(masterApi.Event, decode(masterApi.Event, record));
      events.push(JSON.parse(text) as Json);
    }
  };
  const reading = read();
  await until(() => events.length > 0);
  const close = (): void => {
    stream.close();
    client.close();
    void reading;
  };
  return { events, headers: stream.headers, close };
}
