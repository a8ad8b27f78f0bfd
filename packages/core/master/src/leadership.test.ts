import type { MasterInfo } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { Leadership } from "./leadership.ts";

const master = (id: string, region?: string): MasterInfo => ({
  id,
  ip: 1,
  port: 5050,
  pid: `master@${id}:5050`,
  ...(region === undefined
    ? {}
    : { domain: { fault_domain: { region: { name: region }, zone: { name: "z" } } } }),
});

function open(own = master("a")) {
  const log: string[] = [];
  const ends: string[] = [];
  let done: ((failure?: string) => void) | undefined;
  const leadership = new Leadership({
    own,
    log: (text) => void log.push(text),
    lead: (called) => {
      done = called;
    },
    end: (reason) => void ends.push(reason),
  });
  return { leadership, log, ends, recovered: (failure?: string) => done?.(failure) };
}

describe("leadership", () => {
  it("begins with recovery, and is complete after it", () => {
    const { leadership, log, recovered } = open();
    expect(leadership.role).toBe("standing by");
    leadership.detected(master("a"));
    expect(leadership.role).toBe("recovering");
    recovered();
    expect(leadership.role).toBe("leading");
    leadership.detected(master("a"));
    expect(log).toEqual(["Elected as the leading master!", "Re-elected as the leading master"]);
  });

  it("is not taken from another, whose name is known", () => {
    const { leadership, log } = open();
    leadership.detected(master("b"));
    expect(leadership.role).toBe("standing by");
    expect(leadership.leader?.id).toBe("b");
    expect(leadership.lostCandidacy()).toBe(true);
    leadership.detected(undefined);
    expect(leadership.leader).toBeUndefined();
    expect(log).toEqual([
      "The newly elected leader is master@b:5050 with id b",
      "Lost candidacy as a follower... Contend again",
      "No master was elected.",
    ]);
  });

  it.each<[string, (one: ReturnType<typeof open>) => void, string]>([
    [
      "another leads",
      ({ leadership }) => leadership.detected(master("b")),
      "Conceded leadership to another master... committing suicide!",
    ],
    [
      "nobody leads",
      ({ leadership }) => leadership.detected(undefined),
      "Lost leadership after indecisive election... committing suicide!",
    ],
    [
      "its session is lost",
      ({ leadership }) => leadership.lostCandidacy(),
      "Lost candidacy as a leader... committing suicide!",
    ],
    [
      "the registry cannot be read",
      ({ recovered }) => recovered("no quorum"),
      "Recovery failed: no quorum",
    ],
  ])("ends the process when %s, also while it recovers, and only once", (_, happens, reason) => {
    const one = open();
    one.leadership.detected(master("a"));
    happens(one);
    one.leadership.detected(master("b"));
    one.leadership.lostCandidacy();
    one.recovered();
    expect(one.ends).toEqual([reason]);
    expect(one.leadership.role).toBe("standing by");
  });

  it("does not follow a leader of another region", () => {
    const { leadership, ends } = open(master("a", "north"));
    leadership.detected(master("b", "north"));
    expect(ends).toEqual([]);
    leadership.detected(master("c", "south"));
    expect(ends).toEqual([
      "Leading master uses region 'south'; this master is configured to use region 'north'; all masters in the same cluster must use the same region",
    ]);
  });
});
