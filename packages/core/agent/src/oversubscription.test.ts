import { unwrap } from "@mesos-ts/base";
import type { FrameworkInfo, internal, Resource, TaskInfo } from "@mesos-ts/protos";
import { parseResources, Resources } from "@mesos-ts/resources";
import { describe, expect, it } from "vitest";
import type { AgentConfig } from "./contract.ts";
import { estimate, excessesOf, type OversubscriptionConfig } from "./oversubscription.ts";
import { AGENT_ID, AgentBench, FRAMEWORK_ID, MASTER, only, sent, shown } from "./testing.ts";
import { agentMetrics } from "./views/index.ts";

const plain = (text: string): Resource[] => [...unwrap(parseResources(text, "*")).items];
const revocable = (text: string, role?: string): Resource[] =>
  plain(text).map((resource) => ({
    ...resource,
    revocable: {},
    ...(role === undefined ? {} : { allocation_info: { role } }),
  }));

const QUIET: OversubscriptionConfig = {
  estimator: { type: "noop" },
  estimateIntervalMs: 15_000,
  controller: { type: "noop" },
  correctionIntervalMs: 0,
};

function withOversubscription(part: Partial<OversubscriptionConfig>): Partial<AgentConfig> {
  return { oversubscription: { ...QUIET, ...part } };
}

const lending = (text: string) =>
  withOversubscription({ estimator: { type: "fixed", resources: plain(text) } });
const loadLimited = (threshold5Min: number) =>
  withOversubscription({
    controller: { type: "load", threshold5Min, threshold15Min: undefined },
    correctionIntervalMs: 1000,
  });

function updates(effects: Parameters<typeof only>[0]): internal.UpdateSlaveMessage[] {
  return only(effects, "send")
    .filter(({ name }) => name === "UpdateSlaveMessage")
    .map(({ message }) => message as internal.UpdateSlaveMessage);
}

const task = (resources: Resource[]): Partial<TaskInfo> & { id: string } => ({
  id: "t",
  resources,
});

function metricsOf(bench: AgentBench): Record<string, number> {
  const metrics: Record<string, number> = {};
  agentMetrics(bench.agent, bench.nowMs, (key, value) => {
    metrics[key] = value;
  });
  return metrics;
}

describe("an estimate", () => {
  it.each([
    ["nothing is lent", "", "cpus:4; mem:512"],
    ["some is lent", "cpus:1", "cpus:3; mem:512"],
    ["all of a kind is lent", "cpus:4", "mem:512"],
    ["more is lent than there is", "cpus:5;mem:1", "mem:511"],
  ])("of fixed resources when %s", (_, lent, spare) => {
    const estimated = estimate(
      { type: "fixed", resources: plain("cpus:4;mem:512") },
      Resources.of(lent === "" ? [] : revocable(lent)),
    );
    expect(estimated?.toString()).toBe(Resources.of(revocable(spare)).toString());
  });

  it("is none without an estimator", () => {
    expect(estimate({ type: "noop" }, Resources.none)).toBeUndefined();
  });
});

describe("the load", () => {
  const load = { fiveMinutes: 4, fifteenMinutes: 2 };
  it.each<[number | undefined, number | undefined, string[]]>([
    [4, 2, []],
    [3.5, undefined, ["System 5 minutes load average 4 exceeds threshold 3.5"]],
    [undefined, 1, ["System 15 minutes load average 2 exceeds threshold 1"]],
    [
      0,
      0,
      [
        "System 5 minutes load average 4 exceeds threshold 0",
        "System 15 minutes load average 2 exceeds threshold 0",
      ],
    ],
  ])("with thresholds %s and %s", (threshold5Min, threshold15Min, excesses) => {
    expect(excessesOf({ type: "load", threshold5Min, threshold15Min }, load)).toEqual(excesses);
  });

  it("is never too much without a controller", () => {
    expect(excessesOf({ type: "noop" }, load)).toEqual([]);
  });
});

describe("an agent that lends", () => {
  it("says so when it has registered, and again only when it changed", () => {
    const bench = new AgentBench(lending("cpus:2"));
    bench.step({ type: "start", recovered: undefined });
    bench.step({ type: "master-detected", master: MASTER });
    const registered = bench.message("SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(updates(registered)).toMatchObject([
      {
        update_oversubscribed_resources: true,
        oversubscribed_resources: [{ name: "cpus", scalar: { value: 2 }, revocable: {} }],
      },
    ]);
    expect(sent(bench.pass(60_000))).not.toContain("UpdateSlaveMessage");
  });

  it("counts what runs on lent resources as lent, not as gone", () => {
    const bench = new AgentBench(lending("cpus:2;mem:100")).registered();
    bench.runTask(task(revocable("cpus:1.5", "dev")));
    expect(updates(bench.pass(15_000))).toEqual([]);
    expect(metricsOf(bench)).toMatchObject({
      "slave/cpus_revocable_total": 2,
      "slave/cpus_revocable_used": 1.5,
      "slave/cpus_revocable_percent": 0.75,
      "slave/mem_revocable_total": 100,
      "slave/cpus_total": 4,
    });
  });

  it("tells the total when more runs than is estimated, as the difference is taken back", () => {
    const bench = new AgentBench(lending("cpus:1")).registered();
    bench.runTask(task(revocable("cpus:3", "dev")));
    expect(updates(bench.pass(15_000))).toEqual([
      {
        agent_id: { value: AGENT_ID },
        update_oversubscribed_resources: true,
        oversubscribed_resources: [expect.objectContaining({ scalar: { value: 3 } })],
      },
    ]);
  });

  it("tells a master that it finds again", () => {
    const bench = new AgentBench(lending("cpus:2")).registered();
    bench.step({ type: "master-detected", master: MASTER });
    bench.pass(5000);
    const again = bench.message("SlaveReregisteredMessage", { agent_id: { value: AGENT_ID } });
    expect(updates(again)).toMatchObject([{ update_oversubscribed_resources: true }]);
  });
});

describe("an agent without an estimator", () => {
  it("says nothing of lent resources", () => {
    const bench = new AgentBench();
    bench.step({ type: "start", recovered: undefined });
    bench.step({ type: "master-detected", master: MASTER });
    const registered = bench.message("SlaveRegisteredMessage", { agent_id: { value: AGENT_ID } });
    const [update] = updates(registered);
    expect(update?.update_oversubscribed_resources).toBe(false);
    expect(update).not.toHaveProperty("oversubscribed_resources");
    expect(only(bench.pass(60_000), "measure-load")).toEqual([]);
  });
});

describe("an agent that corrects", () => {
  const aware: Partial<FrameworkInfo> = { capabilities: [{ type: "PARTITION_AWARE" }] };
  const high = { fiveMinutes: 9, fifteenMinutes: 9 };

  function running(resources: Resource[], framework: object = {}) {
    const bench = new AgentBench(loadLimited(8)).registered();
    const [start] = only(bench.runTask(task(resources), framework), "start-container");
    const containerId = start?.spec.containerId ?? "";
    bench.deliver(bench.step({ type: "container-started", containerId, pid: 42 }));
    return { bench, containerId };
  }

  it.each([
    [1000, 5],
    [2500, 2],
    [0, 5],
  ])("asks for the load every %i ms, at most each second", (correctionIntervalMs, times) => {
    const controller = { type: "load", threshold5Min: 8, threshold15Min: undefined } as const;
    const bench = new AgentBench(withOversubscription({ controller, correctionIntervalMs }));
    expect(only(bench.step({ type: "start", recovered: undefined }), "measure-load")).toHaveLength(
      1,
    );
    expect(only(bench.pass(5000), "measure-load")).toHaveLength(times);
  });

  it.each([
    ["TASK_LOST", {}],
    ["TASK_GONE", aware],
  ])("ends what runs on lent resources: %s", (state, framework) => {
    const { bench, containerId } = running(revocable("cpus:1", "dev"), framework);
    const corrected = bench.step({ type: "load", load: high });
    expect(only(corrected, "destroy-container")).toEqual([
      { type: "destroy-container", containerId },
    ]);
    expect(only(bench.step({ type: "load", load: high }), "destroy-container")).toEqual([]);
    const killed = {
      type: "signaled",
      number: 9,
      description: "Killed",
      coreDumped: false,
    } as const;
    const exited = bench.step({ type: "container-exited", containerId, status: killed });
    expect(bench.deliver(exited).map(shown)).toEqual([
      `${state}/SOURCE_AGENT/REASON_CONTAINER_PREEMPTED: Container preempted by QoS correction`,
    ]);
    expect(metricsOf(bench)).toMatchObject({
      "slave/executors_preempted": 1,
      [`slave/tasks_${state === "TASK_LOST" ? "lost" : "gone"}`]: 1,
    });
  });

  it("ends all tasks of a group, and its executor", () => {
    const bench = new AgentBench(loadLimited(8)).registered();
    const tasks = ["a", "b"].map((id) => ({
      name: id,
      task_id: { value: id },
      agent_id: { value: AGENT_ID },
      command: { value: "sleep 1" },
      resources: id === "a" ? revocable("cpus:1", "dev") : plain("mem:32"),
    }));
    const launched = bench.message("RunTaskGroupMessage", {
      framework: { user: "root", name: "f", id: { value: FRAMEWORK_ID }, ...aware },
      executor: { executor_id: { value: "pod" }, type: "DEFAULT" },
      task_group: { tasks },
    });
    const ids = only(launched, "start-container").map(({ spec }) => spec.containerId);
    for (const containerId of ids) {
      bench.deliver(bench.step({ type: "container-started", containerId, pid: 7 }));
    }
    const corrected = bench.step({ type: "load", load: high });
    expect(only(corrected, "destroy-container").map((each) => each.containerId)).toEqual(ids);
    const status = { type: "unknown" } as const;
    const ended = ids.map((containerId) =>
      bench.step({ type: "container-exited", containerId, status }),
    );
    const why =
      "TASK_GONE/SOURCE_AGENT/REASON_CONTAINER_PREEMPTED: Container preempted by QoS correction";
    expect(bench.deliver(ended.flat()).map(shown)).toEqual([why, why]);
    expect(sent(ended.flat())).toContain("ExitedExecutorMessage");
    expect(bench.agent.context.frameworks.size).toBe(0);
  });

  it("ends a custom executor whose own resources are lent", () => {
    const bench = new AgentBench(loadLimited(8)).registered();
    const { command: _, ...bare } = task(plain("mem:32"));
    const launched = bench.runTask({
      ...bare,
      command: undefined,
      executor: {
        executor_id: { value: "e" },
        framework_id: { value: FRAMEWORK_ID },
        command: { value: "./executor" },
        resources: revocable("cpus:1", "dev"),
      },
    });
    const containerId = only(launched, "start-container")[0]?.spec.containerId ?? "";
    bench.step({ type: "container-started", containerId, pid: 7 });
    bench.step({ type: "load", load: high });
    const status = { type: "exited", code: 0 } as const;
    const exited = bench.step({ type: "container-exited", containerId, status });
    expect(bench.deliver(exited).map(shown)).toEqual([
      "TASK_LOST/SOURCE_AGENT/REASON_CONTAINER_PREEMPTED: Container preempted by QoS correction",
    ]);
  });

  it("ends what has not started yet", () => {
    const bench = new AgentBench(loadLimited(8)).registered();
    const [start] = only(bench.runTask(task(revocable("cpus:1", "dev"))), "start-container");
    const containerId = start?.spec.containerId ?? "";
    bench.step({ type: "load", load: high });
    const failed = bench.step({ type: "container-failed", containerId, reason: "destroyed" });
    expect(bench.deliver(failed).map(shown)).toEqual([
      "TASK_LOST/SOURCE_AGENT/REASON_CONTAINER_PREEMPTED: Container preempted by QoS correction",
    ]);
  });

  it.each([
    ["resources of its own", plain("cpus:1"), high],
    [
      "lent resources under a load it bears",
      revocable("cpus:1", "dev"),
      { ...high, fiveMinutes: 8 },
    ],
    ["lent resources under a load that is unknown", revocable("cpus:1", "dev"), undefined],
  ])("leaves alone what runs on %s", (_, resources, load) => {
    const { bench } = running(resources);
    expect(only(bench.step({ type: "load", load }), "destroy-container")).toEqual([]);
  });

  it.each([
    ["a task", 1, undefined],
    ["an ended task no more", 0, high],
  ])("probes %s", (_, probes, load) => {
    const bench = new AgentBench(loadLimited(8)).registered();
    const [start] = only(
      bench.runTask({
        ...task(revocable("cpus:1", "dev")),
        health_check: { type: "TCP", tcp: { port: 80 }, delay_seconds: 1, interval_seconds: 1 },
      }),
      "start-container",
    );
    const containerId = start?.spec.containerId ?? "";
    bench.deliver(bench.step({ type: "container-started", containerId, pid: 42 }));
    if (load !== undefined) {
      bench.step({ type: "load", load });
      const ended = { type: "container-exited", containerId, status: { type: "unknown" } } as const;
      bench.deliver(bench.step(ended));
    }
    expect(only(bench.pass(10_000), "probe")).toHaveLength(probes);
  });
});
