import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LiveScheduler } from "./live-scheduler.ts";
import { type Program, Programs, RECORDED_MASTER } from "./programs.ts";
import { type Json, recording, renamed } from "./recordings.ts";
import { recordedMessages, type WireMessage, WirePeer } from "./wire-peer.ts";

/**
 * A master that has just failed over, a framework that comes back to it, and then the recorded
 * agent with the task that outlived it all: what our master's program says to the agent. What it
 * says to drivers is tested beside the program.
 */

const recorded = recordedMessages("wire/one-master.json");
const RESUBSCRIBE = 280;
const AGENT_PORT = "26051";

const programs = new Programs();
let master: Program;
let agent: WirePeer;
let scheduler: LiveScheduler;

function at(place: number): WireMessage {
  const message = recorded[place];
  if (message === undefined) throw new Error(`no message at ${place}`);
  return message;
}

/** The recorded agent's message as from the port at which it lives here. */
function say(place: number): void {
  const body = renamed(at(place).body, [[AGENT_PORT, String(agent.port)]]);
  agent.send("slave(1)", `master@${master.address}`, at(place).name, body as object);
}

beforeAll(async () => {
  master = await programs.master(RECORDED_MASTER);
  agent = await WirePeer.start(["slave(1)"]);
  const call = recording<{ decoded?: Json }[]>("wire/one-master.json")[RESUBSCRIBE]?.decoded;
  scheduler = new LiveScheduler(master, "protobuf");
  await scheduler.subscribe(
    call?.["subscribe"]?.["framework_info"] as object,
    call?.["framework_id"]?.["value"] as string,
  );
});

afterAll(async () => {
  scheduler.close();
  await programs.close();
  await agent.close();
});

describe("an agent that comes back to a new master", () => {
  it("is greeted as recorded", async () => {
    say(282);
    await agent.messages("UpdateFrameworkMessage");
    await agent.messages("PingSlaveMessage");
    const said = (messages: readonly WireMessage[]): string[] =>
      messages.map(({ name, body }) => `${name} ${JSON.stringify(body)}`).sort();
    expect(said(agent.received)).toEqual(said([at(283), at(284), at(285)]));
    const pings = await agent.messages("PingSlaveMessage");
    expect(pings[0]?.from.split("@")[0]).toBe("slave-observer(1)");
  });

  it("delivers its task's last update and hears the acknowledgement", async () => {
    say(289);
    say(293);
    const update = at(293).body["update"];
    const status = await scheduler.update("survivor", "TASK_FINISHED");
    expect(status["uuid"]).toBe(update?.["uuid"]);
    expect(status["message"]).toBe(update?.["status"]?.["message"]);
    const acknowledged = await agent.message("StatusUpdateAcknowledgementMessage");
    expect(acknowledged.body).toEqual({
      slave_id: update?.["slave_id"],
      framework_id: update?.["framework_id"],
      task_id: { value: "survivor" },
      uuid: update?.["uuid"],
    });
  });

  it("is told when the framework is over", async () => {
    await scheduler.say("TEARDOWN");
    expect((await agent.message("ShutdownFrameworkMessage")).body).toEqual(at(295).body);
  });
});

describe("a new agent", () => {
  it("is registered, with the recorded words", async () => {
    const quorum = recordedMessages("wire/quorum-of-three.json");
    const greeting = quorum.find((each) => each?.name === "SlaveRegisteredMessage");
    const other = await WirePeer.start(["slave(1)"]);
    try {
      const body = renamed(at(0).body, [[AGENT_PORT, String(other.port)]]);
      other.send("slave(1)", `master@${master.address}`, "RegisterSlaveMessage", body as object);
      const { body: ours, from } = await other.message("SlaveRegisteredMessage");
      expect(from).toBe(`master@${master.address}`);
      expect(ours["slave_id"]?.["value"]).toMatch(/^[0-9a-f-]{36}-S\d+$/);
      expect(ours["connection"]).toEqual(greeting?.body["connection"]);
      expect(Object.keys(ours)).toEqual(Object.keys(greeting?.body ?? {}));
      const ping = await other.message("PingSlaveMessage");
      expect(ping.body).toEqual({ connected: true });
    } finally {
      await other.close();
    }
  });
});
