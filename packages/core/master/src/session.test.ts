import type { Offer } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { isBeat, type Json, operators, replay, stream } from "./test-session.ts";

/** Times of the master's own updates, and ids made at random, differ. */
function comparable(event: Json): Json {
  const { status } = event["update"] ?? event["task_updated"] ?? {};
  if (status === undefined || (status["source"] as string) !== "SOURCE_MASTER") return event;
  return JSON.parse(JSON.stringify(event).replace(/"timestamp":[\d.]+/, '"timestamp":0')) as Json;
}

describe("a recorded session", () => {
  const session = replay();

  it("brings the recorded events, all but offers and heartbeats, in their order", () => {
    const recorded = stream.events
      .map(({ event }) => event)
      .filter((event) => !isBeat(event) && (event["type"] as string) !== "OFFERS");
    const ours = session.told.filter((event) => !isBeat(event)).slice(0, recorded.length);
    expect(ours.map(comparable)).toEqual(recorded.map(comparable));
  });

  it("accepts every call", () => {
    expect(session.replies.filter(([, reply]) => reply !== "accepted")).toEqual([]);
  });

  it("offers what was offered", () => {
    const texts = (offers: readonly Offer[]) =>
      new Set(
        offers.flatMap(({ resources = [] }) =>
          resources.map(
            ({ name, scalar: amount, reservations }) =>
              `${name}:${amount?.value ?? "31000-32000"}${reservations === undefined ? "" : " reserved"}`,
          ),
        ),
      );
    const first = session.offers[0] ?? [];
    expect(texts(first)).toEqual(
      new Set(["cpus:4", "mem:4096", "disk:10240", "ports:31000-32000"]),
    );
    const all = session.offers.map(texts);
    expect(all).toContainEqual(
      new Set(["cpus:0.5 reserved", "cpus:3.4", "mem:4064", "disk:10240", "ports:31000-32000"]),
    );
    expect(all).toContainEqual(
      new Set(["cpus:0.5 reserved", "cpus:3.2", "mem:4000", "disk:10208", "ports:31000-32000"]),
    );
  });

  it("tells operators what operators were told", () => {
    const untimed = (event: Json): Json =>
      JSON.parse(
        JSON.stringify(comparable(event)).replace(/"nanoseconds":\d+/g, '"nanoseconds":0'),
      ) as Json;
    const recorded = operators.slice(1).filter((event) => !isBeat(event));
    const ours = session.operatorEvents.slice(1).filter((event) => !isBeat(event));
    expect(ours.map(untimed)).toEqual(recorded.map(untimed));
  });

  it("keeps heartbeats coming, the first right after SUBSCRIBED", () => {
    expect(session.told.slice(0, 2).map((event) => event["type"])).toEqual([
      "SUBSCRIBED",
      "HEARTBEAT",
    ]);
    expect(session.told.filter(isBeat).length).toBeGreaterThan(2);
  });
});
