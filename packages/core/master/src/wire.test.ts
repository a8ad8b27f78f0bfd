/**
 * What crossed the wire between Apache Mesos's master, an agent and schedulers: the others'
 * messages go to our master, and what it answers is compared with what Mesos answered.
 */
import { Buffer } from "node:buffer";
import { isDeepStrictEqual } from "node:util";
import {
  decode,
  type internal,
  libprocessType,
  type Message,
  scheduler,
  type schedulerV0,
} from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import type { MasterEffect } from "./contract.ts";
import { operationKey } from "./operations.ts";
import { recording } from "./test-fixtures.ts";
import { Bench } from "./test-harness.ts";

interface Recorded {
  readonly t: number;
  readonly to: number;
  readonly line: string;
  readonly headers: readonly string[];
  readonly body_hex?: string;
  readonly type?: string;
}

interface Sent {
  readonly to: string;
  readonly name: string;
  readonly message: Message;
}

const MASTER_PORT = 26050;
const AGENT_PID = "slave(1)@127.0.0.1:26051";
const records = recording<Recorded[]>("wire/one-master.json");

function header({ headers }: Recorded, name: string): string | undefined {
  return headers.find((one) => one.startsWith(`${name}: `))?.slice(name.length + 2);
}

function bodyOf(record: Recorded): Buffer {
  return Buffer.from(record.body_hex ?? "", "hex");
}

/** `/master/mesos.internal.X` → process and message name. */
function target({ line }: Recorded): { process: string; name: string } | undefined {
  const match = /^POST \/([^/]+)\/(mesos\.[A-Za-z.]+) /.exec(line);
  return match === null ? undefined : { process: match[1] ?? "", name: match[2] ?? "" };
}

function decodeAs(name: string, record: Recorded): Message {
  const type = libprocessType(name);
  if (type === undefined) throw new Error(`no message ${name}`);
  return decode(type, bodyOf(record));
}

class Wire {
  bench = new Bench({ id: "c5c849c2-a945-48d2-a33b-6c146f84f4c4", port: MASTER_PORT });
  readonly sent: Sent[] = [];
  readonly ours: { atSeconds: number; message: Sent }[] = [];
  readonly #streams = new Map<string, string>();
  #openedStream: string | undefined;
  readonly #startMs = this.bench.nowMs;

  /** The master was killed and another took over its registry. */
  failover(): void {
    const agents = [...this.bench.master.core.agents.registered.values()];
    const { nowMs } = this.bench;
    this.bench = new Bench(
      { id: "7b68acb8-68ee-4aab-ae09-4ca80e1ace21", port: MASTER_PORT },
      { agents: { agents: agents.map(({ info }) => ({ info })) } },
    );
    this.bench.nowMs = nowMs;
  }

  /** The HTTP scheduler that subscribed last went away. */
  closeStream(atSeconds: number): void {
    const streamId = this.#openedStream ?? "";
    this.take(atSeconds, this.bench.step({ type: "stream-closed", streamId }));
  }

  play(record: Recorded): void {
    this.take(
      record.t,
      this.bench.advance(Math.max(0, this.#startMs + record.t * 1000 - this.bench.nowMs)),
    );
    const recordedStream = header(record, "Mesos-Stream-Id");
    if (record.line.startsWith("HTTP/1.1 200") && recordedStream !== undefined) {
      if (this.#openedStream !== undefined) this.#streams.set(recordedStream, this.#openedStream);
      return;
    }
    if (record.to !== MASTER_PORT) return;
    if (record.line.includes("/api/v1/scheduler")) this.#playCall(record, recordedStream);
    else this.#playMessage(record);
  }

  #playCall(record: Recorded, recordedStream: string | undefined): void {
    const call = decode(scheduler.Call, bodyOf(record));
    const streamId = recordedStream === undefined ? undefined : this.#streams.get(recordedStream);
    const effects = this.bench.step({
      type: "scheduler-call",
      requestId: 1,
      call: this.#withOurOffers(call),
      streamId,
      principal: undefined,
    });
    for (const effect of effects) {
      if (effect.type === "open-stream") this.#openedStream = effect.streamId;
    }
    this.take(record.t, effects);
  }

  #playMessage(record: Recorded): void {
    const to = target(record);
    const from = header(record, "Libprocess-From");
    if (to === undefined || from === undefined) return;
    const message = decodeAs(to.name, record);
    const effects = this.bench.step({
      type: "message",
      from,
      to: to.process,
      name: to.name,
      message: this.#translated(to.name, message),
    });
    this.take(record.t, effects);
  }

  #translated(name: string, message: Message): Message {
    if (name === "mesos.scheduler.Call") return this.#withOurOffers(message as schedulerV0.Call);
    if (name !== "mesos.internal.UpdateOperationStatusMessage") return message;
    const [operation] =
      this.bench.master.core.agents.byPid.get(AGENT_PID)?.operations.values() ?? [];
    return {
      ...message,
      operation_uuid: operation?.message.uuid,
    } as internal.UpdateOperationStatusMessage;
  }

  /** Offer ids depend on when the allocator ran; the framework uses all that it has. */
  #withOurOffers<Call extends scheduler.Call | schedulerV0.Call>(call: Call): Call {
    const framework = this.bench.master.core.frameworks.registered.get(
      call.framework_id?.value ?? "",
    );
    const offer_ids = [...(framework?.offers ?? [])].map(({ id }) => ({ value: id }));
    if (call.accept !== undefined) return { ...call, accept: { ...call.accept, offer_ids } };
    if (call.decline !== undefined) return { ...call, decline: { ...call.decline, offer_ids } };
    return call;
  }

  take(atSeconds: number, effects: readonly MasterEffect[]): void {
    for (const effect of effects) {
      if (effect.type !== "send") continue;
      const { to, name, message } = effect;
      this.ours.push({ atSeconds, message: { to, name, message } });
    }
  }
}

// Broken connections are not in the recording; these are the records that followed them.
const AGENT_FAILED_AT = 260;
const MASTER_FAILED_AT = 280;
/** Calls that were redirected, because the master was not elected yet. */
const REDIRECTED = [266, 279] as const;
const SCHEDULERS_LEFT_AT: readonly number[] = [23, 295];

const wire = new Wire();
for (const [index, record] of records.entries()) {
  if (index === AGENT_FAILED_AT) wire.bench.step({ type: "exited", pid: AGENT_PID });
  if (index === MASTER_FAILED_AT) wire.failover();
  if (SCHEDULERS_LEFT_AT.includes(index)) wire.closeStream(record.t);
  if (index < REDIRECTED[0] || index > REDIRECTED[1]) wire.play(record);
}

/** What Mesos's master sent to a process. */
function recordedTo(process: string): Sent[] {
  return records.flatMap((record) => {
    const to = target(record);
    const from = header(record, "Libprocess-From") ?? "";
    if (to?.process !== process || !/^(master|slave-observer\(\d+\))@/.test(from)) return [];
    const name = to.name.slice("mesos.internal.".length);
    return [{ to: process, name, message: decodeAs(to.name, record) }];
  });
}

function oursTo(process: string, sinceSeconds = 0): Sent[] {
  return wire.ours
    .filter(
      ({ atSeconds, message }) => atSeconds >= sinceSeconds && message.to.startsWith(`${process}@`),
    )
    .map(({ message }) => message);
}

const isOffers = ({ name }: Sent): boolean => name === "ResourceOffersMessage";

describe.each([
  "scheduler-83673df8-0400-4784-b619-b1d877294116",
  "scheduler-067fc47e-8be6-4385-a118-100988e14a2b",
])("the driver %s", (process) => {
  it("gets the same messages, offers aside", () => {
    const plain = ({ name, message }: Sent) => ({ name, message });
    const recorded = recordedTo(process).filter((one) => !isOffers(one));
    const ours = oursTo(process).filter((one) => !isOffers(one));
    expect(ours.map(plain)).toEqual(recorded.map(plain));
  });

  it("gets the same first offer", () => {
    const firstOf = (list: Sent[]) => {
      const message = list.find(isOffers)?.message as internal.ResourceOffersMessage | undefined;
      const { id: _, resources, ...offer } = message?.offers?.[0] ?? { id: undefined };
      return { offer, resources, pids: message?.pids };
    };
    const [recorded, ours] = [firstOf(recordedTo(process)), firstOf(oursTo(process))];
    expect(ours.offer).toEqual(recorded.offer);
    expect(ours.pids).toEqual(recorded.pids);
    expect(ours.resources).toEqual(recorded.resources);
  });
});

describe("the framework that reserves dynamically", () => {
  const PROCESS = "scheduler-067fc47e-8be6-4385-a118-100988e14a2b";

  /** What each offer held, in order: an offer of ours more, made at once, does no harm. */
  function offered(list: Sent[]): unknown[] {
    return list.filter(isOffers).flatMap(({ message }) => {
      const { offers = [] } = message as internal.ResourceOffersMessage;
      return offers.map(({ resources, agent_id, hostname, executor_ids, allocation_info }) => ({
        resources,
        agent_id,
        hostname,
        executor_ids,
        allocation_info,
      }));
    });
  }

  it("is offered what Mesos offered it, in the same order", () => {
    const ours = offered(oursTo(PROCESS));
    const recorded = offered(recordedTo(PROCESS));
    expect(JSON.stringify(recorded)).toContain('"reservations":');
    let from = 0;
    for (const offer of recorded) {
      const at = ours.findIndex((one, i) => i >= from && isDeepStrictEqual(one, offer));
      expect(at, `${JSON.stringify(offer)}\nin\n${JSON.stringify(ours.slice(from))}`).not.toBe(-1);
      from = at + 1;
    }
  });
});

describe("the agent", () => {
  it("gets the same messages from its restart on", () => {
    const SINCE_SECONDS = 26.97;
    const untimed = ({ name, message }: Sent) => ({ name, message });
    const recorded = recordedTo("slave(1)").map(untimed);
    const ours = oursTo("slave(1)", SINCE_SECONDS).map(untimed);
    // Acknowledgements went over a connection that was not recorded to its end.
    const shown = new Set(recorded.map(({ name }) => name));
    expect(ours.filter(({ name }) => shown.has(name))).toEqual(recorded);
  });

  it("is told of reservations with the operations' UUIDs, and they are acknowledged", () => {
    const operations = oursTo("slave(1)").filter(({ name }) => name === "ApplyOperationMessage");
    expect(
      operations.map(
        ({ message }) => (message as internal.ApplyOperationMessage).operation_info.type,
      ),
    ).toEqual(["RESERVE", "UNRESERVE"]);
    const acknowledged = oursTo("slave(1)")
      .filter(({ name }) => name === "AcknowledgeOperationStatusMessage")
      .map(({ message }) =>
        operationKey((message as internal.AcknowledgeOperationStatusMessage).operation_uuid.value),
      );
    expect(acknowledged).toEqual(
      operations.map(({ message }) =>
        operationKey((message as internal.ApplyOperationMessage).operation_uuid.value),
      ),
    );
  });

  it("launches what the frameworks asked for", () => {
    const tasks = oursTo("slave(1)")
      .filter(({ name }) => name === "RunTaskMessage")
      .map(({ message }) => message as internal.RunTaskMessage);
    expect(tasks.map(({ task }) => task.name)).toEqual(
      expect.arrayContaining(["echo-test", "Task 0", "Task 4", "Task 0: echo hello", "survivor"]),
    );
    const [first] = tasks;
    expect(first).toMatchObject({ pid: "@0.0.0.0:0", launch_executor: true });
    expect(first?.task.resources?.every((one) => one.allocation_info?.role === "*")).toBe(true);
    // One executor for the tasks of the test framework, and it lives on for the fifth.
    const custom = tasks.filter(({ task }) => task.executor !== undefined);
    expect(custom.map(({ launch_executor }) => launch_executor).slice(0, 5)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
