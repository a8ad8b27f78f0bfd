import { readFileSync } from "node:fs";
import { agent as api, type TaskInfo, toJson } from "@mesos-ts/protos";
import { beforeEach, describe, expect, it } from "vitest";
import { AgentBench, config, only, taskInfo } from "../testing.ts";
import {
  agentMetrics,
  containersJson,
  containerViews,
  invalidContainerFilter,
  operatorRead,
  stateJson,
  statisticsJson,
} from "./index.ts";

interface Recording {
  readonly json: Record<string, unknown> & unknown[];
}

function recorded(name: string): Recording["json"] {
  const url = new URL(`../../../../testing/fixtures/http/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(url, "utf8")) as Recording).json;
}

/** A value with every leaf replaced by its type: what the recordings and we must agree on. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shape);
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, shape(item)])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const FRAMEWORK = {
  user: "root",
  name: "capture",
  id: { value: "m-0000" },
  failover_timeout: 30,
  checkpoint: true,
  roles: ["dev"],
  webui_url: "http://x/",
  capabilities: [
    { type: "MULTI_ROLE" },
    { type: "PARTITION_AWARE" },
    { type: "RESERVATION_REFINEMENT" },
    { type: "GPU_RESOURCES" },
    { type: "TASK_KILLING_STATE" },
  ],
  labels: { labels: [{ key: "k", value: "v" }] },
};

function scalar(name: string, value: number) {
  return { name, type: "SCALAR" as const, scalar: { value }, allocation_info: { role: "dev" } };
}

const EXTRAS = {
  version: {
    version: "1.12.0",
    git_sha: "HEAD",
    git_branch: "refs/heads/master",
    build_date: "2026-11-20 11:45:43 UTC",
    build_time: 1795175143,
    build_user: "",
  },
  flags: recorded("agent_get_state")["flags"] as Record<string, string>,
  masterHostname: "localhost",
};
const VERSION = { version: EXTRAS.version, usageOf: () => undefined };

let bench: AgentBench;

/** The recorded moment: one task runs, one finished and one failed, and their executors linger. */
beforeEach(() => {
  bench = new AgentBench({
    info: {
      ...config.info,
      resources: [
        ...(config.info.resources ?? []),
        { name: "ports", type: "RANGES", ranges: { range: [{ begin: 31000, end: 32000 }] } },
      ],
      attributes: [
        { name: "rack", type: "TEXT", text: { value: "r1" } },
        { name: "zone", type: "TEXT", text: { value: "z1" } },
      ],
    },
    features: [
      "MULTI_ROLE",
      "HIERARCHICAL_ROLE",
      "RESERVATION_REFINEMENT",
      "RESOURCE_PROVIDER",
      "RESIZE_VOLUME",
      "AGENT_OPERATION_FEEDBACK",
      "AGENT_DRAINING",
      "TASK_RESOURCE_LIMITS",
    ],
  }).registered();
});

function run(id: string, value: string): string {
  const task: Partial<TaskInfo> & { id: string } = {
    id,
    command: { value, shell: true },
    resources: [scalar("cpus", 0.1), scalar("mem", 32)],
  };
  const [start] = only(bench.runTask(task, FRAMEWORK), "start-container");
  const containerId = start?.spec.containerId ?? "";
  bench.deliver(bench.step({ type: "container-started", containerId, pid: 2657 }));
  return containerId;
}

/** Ends a task whose executor is still there when it is looked at: its last update is not acknowledged. */
function end(containerId: string, code: number): void {
  bench.step({ type: "container-exited", containerId, status: { type: "exited", code } });
}

function state(): Record<string, unknown> {
  return JSON.parse(stateJson(bench.agent.context, EXTRAS)) as Record<string, unknown>;
}

function answer(type: api.Call_Type): unknown {
  const response = operatorRead(bench.agent.context, { type }, VERSION);
  if (response === undefined) throw new Error(`no answer to ${type}`);
  return JSON.parse(toJson(api.Response, response));
}

describe("/state", () => {
  it("of an idle agent is as recorded", () => {
    const golden = recorded("agent_get_state");
    const { start_time, id, ...same } = state();
    const { start_time: _, id: __, ...wanted } = golden;
    expect(same).toEqual(wanted);
    expect(typeof start_time).toBe("number");
    expect(id).toBe("m-S0");
  });

  it("of a busy agent has the recorded shape", () => {
    end(run("t-fail", "exit 3"), 3);
    run("t-sleep", "sleep 1000");
    end(run("t-ok", "echo hello; echo err >&2"), 0);
    const golden = recorded("agent_get_state_running");
    expect(shape(state()["frameworks"])).toEqual(shape(golden["frameworks"]));
    expect(state()["unreserved_resources_allocated"]).toEqual(
      golden["unreserved_resources_allocated"],
    );
    const [framework] = state()["frameworks"] as { executors: object[] }[];
    const [wanted] = golden["frameworks"] as { executors: object[] }[];
    const names = (list: object[] | undefined) =>
      list?.map((each) => {
        const { id, name, source, resources, role } = each as Record<string, unknown>;
        return { id, name, source, resources, role };
      });
    expect(names(framework?.executors)).toEqual(names(wanted?.executors));
  });

  it("writes doubles as Mesos does", () => {
    const text = stateJson(bench.agent.context, EXTRAS);
    expect(text).toContain('"mem":4096.0');
    expect(text).toContain('"build_time":1795175143.0');
  });
});

describe("the operator API", () => {
  it.each([
    ["GET_HEALTH", "agent_v1_get_health"],
    ["GET_VERSION", "agent_v1_get_version"],
    ["GET_OPERATIONS", "agent_v1_get_operations"],
    ["GET_RESOURCE_PROVIDERS", "agent_v1_get_resource_providers"],
  ] as const)("answers %s as recorded", (type, name) => {
    expect(answer(type)).toEqual(recorded(name));
  });

  it("answers GET_AGENT as recorded", () => {
    const golden = recorded("agent_v1_get_agent");
    const { agent_info: wanted } = golden["get_agent"] as { agent_info: object };
    const { get_agent } = answer("GET_AGENT") as { get_agent: { agent_info: object } };
    expect(get_agent.agent_info).toEqual({ ...wanted, id: { value: "m-S0" } });
  });

  it.each([
    ["GET_STATE", "agent_v1_get_state"],
    ["GET_TASKS", "agent_v1_get_tasks"],
    ["GET_EXECUTORS", "agent_v1_get_executors"],
    ["GET_FRAMEWORKS", "agent_v1_get_frameworks"],
  ] as const)("answers %s in the recorded shape", (type, name) => {
    end(run("t-fail", "exit 3"), 3);
    run("t-sleep", "sleep 1000");
    end(run("t-ok", "echo hello; echo err >&2"), 0);
    // When it was recorded the last updates were acknowledged, and the executors still ended.
    const ours = answer(type) as Record<string, unknown>;
    expect(shape(withoutMoved(ours))).toEqual(shape(withoutMoved(recorded(name))));
  });

  it("leaves the program's calls and changes to others", () => {
    for (const type of ["GET_FLAGS", "GET_METRICS", "READ_FILE", "LAUNCH_CONTAINER"] as const) {
      expect(operatorRead(bench.agent.context, { type }, VERSION)).toBeUndefined();
    }
  });
});

/** Terminated and completed tasks as one list: which of them a task is in depends on the moment. */
function withoutMoved(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMoved);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, unknown] => [key, withoutMoved(item)]),
  );
  if (!("terminated_tasks" in fields)) return fields;
  const { terminated_tasks, completed_tasks, ...rest } = fields;
  return {
    ...rest,
    ended: [...(terminated_tasks as unknown[]), ...(completed_tasks as unknown[])],
  };
}

describe("containers", () => {
  const usage = {
    timestamp: 1,
    cpus_user_time_secs: 0.09,
    cpus_system_time_secs: 0.02,
    mem_rss_bytes: 1024,
  };
  const usageOf = () => usage;

  it("have the recorded shape and limits", () => {
    run("t-sleep", "sleep 1000");
    const views = containerViews(bench.agent.context, usageOf);
    const [golden] = recorded("agent_get_containers_running").filter(
      (each) => (each as { executor_id: string }).executor_id === "t-sleep",
    ) as Record<string, Record<string, unknown>>[];
    const [ours] = JSON.parse(containersJson(views)) as Record<string, Record<string, unknown>>[];
    expect(shape(ours)).toEqual(shape(golden));
    for (const key of ["cpus_soft_limit", "mem_limit_bytes", "mem_soft_limit_bytes"]) {
      expect(ours?.["statistics"]?.[key]).toBe(golden?.["statistics"]?.[key]);
    }
  });

  it("have the recorded shape in the operator API", () => {
    run("t-sleep", "sleep 1000");
    const { context } = bench.agent;
    const response = operatorRead(
      context,
      { type: "GET_CONTAINERS" },
      { version: EXTRAS.version, usageOf },
    );
    const ours = JSON.parse(toJson(api.Response, response ?? {})) as typeof golden;
    const golden = recorded("agent_v1_get_containers") as unknown as {
      get_containers: { containers: object[] };
    };
    expect(shape(ours.get_containers.containers[0])).toEqual(
      shape(golden.get_containers.containers[0]),
    );
  });

  it("are chosen by id, framework and executor", () => {
    const id = run("t-sleep", "sleep 1000");
    run("other", "sleep 1000");
    const ids = (filter: object) =>
      containerViews(bench.agent.context, usageOf, filter).map(({ executor }) => executor?.id);
    expect(ids({})).toEqual(["t-sleep", "other"]);
    expect(ids({ containerId: id })).toEqual(["t-sleep"]);
    expect(ids({ frameworkId: "m-0000" })).toHaveLength(2);
    expect(ids({ frameworkId: "m-0000", executorId: "other" })).toEqual(["other"]);
    expect(ids({ frameworkId: "none" })).toEqual([]);
  });

  it.each([
    [{}, true],
    [{ containerId: "c" }, true],
    [{ frameworkId: "f" }, true],
    [{ frameworkId: "f", executorId: "e" }, true],
    [{ executorId: "e" }, false],
    [{ containerId: "c", frameworkId: "f" }, false],
    [{ containerId: "c", executorId: "e" }, false],
  ])("may be asked for with %j: %s", (filter, allowed) => {
    expect(invalidContainerFilter(filter)).toBe(
      allowed
        ? undefined
        : "Supported query parameters are container_id only, framework_id only, or executor_id and framework_id only",
    );
  });

  it("have no statistics when they use nothing that is known", () => {
    run("t-sleep", "sleep 1000");
    const views = containerViews(bench.agent.context, () => undefined);
    expect(statisticsJson(views)).toBe("[]");
    expect(statisticsJson(containerViews(bench.agent.context, usageOf))).toContain(
      '"executor_id":"t-sleep"',
    );
  });

  it("of a group are summed up, and shown one by one when asked for", () => {
    bench.message("RunTaskGroupMessage", {
      framework: FRAMEWORK,
      executor: {
        type: "DEFAULT",
        executor_id: { value: "pod" },
        resources: [scalar("cpus", 0.1)],
      },
      task_group: { tasks: [taskInfo({ id: "a" }), taskInfo({ id: "b" })] },
    });
    const [pod] = containerViews(bench.agent.context, (id) =>
      id.includes(".") ? usage : undefined,
    );
    expect(pod?.statistics).toMatchObject({ mem_rss_bytes: 2048, cpus_user_time_secs: 0.18 });
    const all = containerViews(bench.agent.context, usageOf, { showNested: true });
    expect(all.map(({ executor }) => executor?.id)).toEqual(["pod", undefined, undefined]);
  });
});

describe("metrics", () => {
  function measured(): Map<string, number> {
    const metrics = new Map<string, number>();
    agentMetrics(bench.agent, bench.nowMs, (key, value) => metrics.set(key, value));
    return metrics;
  }

  it("have the recorded keys", () => {
    const own = /^(slave|gc)\//;
    const program = ["slave/recovery_errors", "slave/recovery_time_secs"];
    const keys = Object.keys(recorded("agent_get_metrics")).filter((key) => own.test(key));
    expect([...measured().keys(), ...program].sort()).toEqual(keys);
  });

  it("count tasks, executors and resources", () => {
    end(run("t-fail", "exit 3"), 3);
    run("t-sleep", "sleep 1000");
    const metrics = measured();
    expect(metrics.get("slave/tasks_failed")).toBe(1);
    expect(metrics.get("slave/tasks_running")).toBe(1);
    expect(metrics.get("slave/executors_running")).toBe(1);
    expect(metrics.get("slave/registered")).toBe(1);
    expect(metrics.get("slave/cpus_total")).toBe(4);
    expect(metrics.get("slave/cpus_used")).toBeCloseTo(0.3);
    expect(metrics.get("slave/mem_percent")).toBeCloseTo(96 / 4096);
  });
});
