import { master, registry, toJson } from "@mesos-ts/protos";
import { describe, expect, it } from "vitest";
import { recording } from "../test-fixtures.ts";
import { Bench, scalar, task } from "../test-harness.ts";
import { replay } from "../test-session.ts";
import {
  maintenanceScheduleView,
  maintenanceStatusView,
  quotaView,
  rolesView,
  type Surroundings,
  weightsView,
} from "./endpoints.ts";
import { snapshotOf } from "./snapshot.ts";
import { frameworksDocument, slavesDocument, stateDocument, stateHead } from "./state-document.ts";
import { stateSummaryDocument } from "./state-summary.ts";
import { type TaskQuery, tasksDocument } from "./tasks-document.ts";

type Json = Record<string, unknown>;

function recorded(name: string): Json {
  return recording<{ json: Json }>(`http/${name}.json`).json;
}

/** When things began differs, and so does the order of Mesos's hash maps. */
function comparable(json: unknown): unknown {
  const text = JSON.stringify(json)
    .replace(/"(registered_time|reregistered_time)":[\d.]+/g, '"$1":0')
    .replace(/"nanoseconds":\d+/g, '"nanoseconds":0');
  return JSON.parse(text, (key, value: unknown) =>
    key === "completed_tasks" && Array.isArray(value)
      ? [...value].sort((a: Json, b: Json) => String(a["name"]).localeCompare(String(b["name"])))
      : value,
  );
}

/** The session at the point where the views were recorded: one task runs, two have ended. */
function running(): Bench {
  const RUNNING_UNTIL = 11;
  const session = replay(RUNNING_UNTIL);
  session.call("suppress");
  const offer_ids = [...session.bench.master.core.offers.keys()].map((value) => ({ value }));
  session.bench.call(
    {
      type: "DECLINE",
      framework_id: { value: `${session.bench.master.core.config.id}-0000` },
      decline: { offer_ids },
    },
    session.streamId,
  );
  return session.bench;
}

const bench = running();
const { core } = bench.master;

function registryText(): string {
  return toJson(registry.Registry, bench.book.content(), "v0");
}

function tasksText(query?: TaskQuery): string {
  return [...tasksDocument(core, query)].join("");
}

function stateText(): string {
  return [...stateDocument(stateHead(core, around), snapshotOf(core))].join("");
}

function summaryText(): string {
  const { hostname } = core.config;
  return [...stateSummaryDocument({ hostname, cluster: "golden" }, snapshotOf(core))].join("");
}

function slavesText(of: typeof core): string {
  return [...slavesDocument(of)].join("");
}

function frameworksText(of: typeof core): string {
  return [...frameworksDocument(of)].join("");
}

const state = recorded("master_get_state_running");
const around: Surroundings = {
  build: {
    gitSha: "HEAD",
    gitBranch: "refs/heads/master",
    date: String(state["build_date"]),
    timeSeconds: Number(state["build_time"]),
    user: "",
  },
  startMs: Number(state["start_time"]) * 1000,
  electedMs: Number(state["elected_time"]) * 1000,
  cluster: "golden",
  logDir: "/var/log/mesos",
  externalLogFile: undefined,
  flags: state["flags"] as Record<string, string>,
};

describe("the endpoints, as recorded while a task runs", () => {
  it.each([
    ["/state", "master_get_state_running", () => stateText()],
    ["/state-summary", "master_get_state_summary_running", summaryText],
    ["/slaves", "master_get_slaves_running", () => slavesText(core)],
    ["/frameworks", "master_get_frameworks_running", () => frameworksText(core)],
    ["/roles", "master_get_roles_running", () => rolesView(core)],
    ["/registrar(1)/registry", "master_get_registry", registryText],
    ["/quota", "master_get_quota", () => quotaView(core)],
    [
      "/maintenance/schedule",
      "master_get_maintenance_schedule",
      () => maintenanceScheduleView(core),
    ],
    ["/maintenance/status", "master_get_maintenance_status", () => maintenanceStatusView(core)],
    ["/weights", "master_get_weights", () => weightsView(core)],
  ])("%s", (_path, name, view) => {
    expect(comparable(JSON.parse(view()))).toEqual(comparable(recorded(name)));
  });

  it("write doubles with a fraction and integers without", () => {
    const text = slavesText(core);
    expect(text).toContain('"cpus":4.0');
    expect(text).toContain('"mem":4096.0');
    expect(text).toContain('"port":5051,');
    expect(stateText()).toContain('"activated_slaves":1.0');
    expect(rolesView(core)).toContain('"weight":1.0');
  });
});

describe("/tasks", () => {
  const names = (text: string): string[] =>
    (JSON.parse(text) as { tasks: { name: string }[] }).tasks.map(({ name }) => name);

  it("shows what was recorded", () => {
    expect(comparable(JSON.parse(tasksText()))).toEqual(
      comparable(recorded("master_get_tasks_running")),
    );
  });

  it("is ordered by the first status, latest first unless asked otherwise", () => {
    expect(names(tasksText())).toEqual(["t-ok", "t-fail", "t-sleep"]);
    expect(names(tasksText({ order: "asc" }))).toEqual(["t-sleep", "t-fail", "t-ok"]);
  });

  it.each([
    [{ limit: "1" }, ["t-ok"]],
    [{ limit: "1", offset: "1" }, ["t-fail"]],
    [{ offset: "5" }, []],
    [{ limit: "many" }, ["t-ok", "t-fail", "t-sleep"]],
    [{ task_id: "t-fail" }, ["t-fail"]],
    [{ framework_id: "none" }, []],
  ])("with %j", (query, expected) => expect(names(tasksText(query))).toEqual(expected));
});

describe("the v1 operator API, as recorded while a task runs", () => {
  it.each([
    ["GET_HEALTH", "master_v1_get_health"],
    ["GET_STATE", "master_v1_get_state"],
    ["GET_AGENTS", "master_v1_get_agents"],
    ["GET_FRAMEWORKS", "master_v1_get_frameworks"],
    ["GET_TASKS", "master_v1_get_tasks"],
    ["GET_EXECUTORS", "master_v1_get_executors"],
    ["GET_OPERATIONS", "master_v1_get_operations"],
    ["GET_ROLES", "master_v1_get_roles"],
    ["GET_WEIGHTS", "master_v1_get_weights"],
    ["GET_QUOTA", "master_v1_get_quota"],
    ["GET_MAINTENANCE_STATUS", "master_v1_get_maintenance_status"],
    ["GET_MAINTENANCE_SCHEDULE", "master_v1_get_maintenance_schedule"],
  ] as const)("%s", (type, name) => {
    const response = bench.read(type);
    expect(comparable(JSON.parse(toJson(master.Response, response)))).toEqual(
      comparable(recorded(name)),
    );
  });

  it("GET_MASTER", () => {
    const recordedMaster = recorded("master_v1_get_master")["get_master"] as Json;
    const ours = (
      JSON.parse(toJson(master.Response, bench.read("GET_MASTER"))) as { get_master: Json }
    ).get_master;
    expect(ours["master_info"]).toEqual(recordedMaster["master_info"]);
    expect(Object.keys(ours).sort()).toEqual(Object.keys(recordedMaster).sort());
  });
});

describe("views of more than was recorded", () => {
  it("show executors, offers, limits and reservations", () => {
    const bench = new Bench();
    const agentId = bench.registerAgent();
    const scheduler = bench.subscribe();
    const reserved = scalar("disk", 10, {
      reservations: [{ type: "DYNAMIC", role: "dev", principal: "p" }],
    });
    scheduler.accept(scheduler.held(), [
      { type: "RESERVE", reserve: { resources: [reserved] } },
      {
        type: "LAUNCH",
        launch: {
          task_infos: [
            {
              ...task("t", agentId),
              command: undefined,
              limits: { cpus: { value: Number.POSITIVE_INFINITY } },
              executor: {
                executor_id: { value: "e" },
                command: { value: "x", environment: { variables: [{ name: "A", value: "b" }] } },
                resources: [scalar("cpus", 0.1)],
              },
            },
          ],
        },
      },
    ]);
    bench.advance(1000);
    const [framework] = (JSON.parse(frameworksText(bench.master.core)) as { frameworks: Json[] })
      .frameworks;
    expect(framework?.["executors"]).toEqual([
      {
        executor_id: "e",
        name: "",
        framework_id: scheduler.id,
        command: {
          value: "x",
          argv: [],
          environment: { variables: [{ name: "A", type: "VALUE", value: "b" }] },
          uris: [],
        },
        resources: { cpus: 0.1, gpus: 0, mem: 0, disk: 0 },
        role: "dev",
        slave_id: agentId,
      },
    ]);
    expect(framework?.["tasks"]).toMatchObject([
      { limits: { cpus: "Infinity" }, executor_id: "e" },
    ]);
    expect(framework?.["offers"]).toMatchObject([
      { slave_id: agentId, allocation_info: { role: "dev" } },
    ]);
    const [agent] = (JSON.parse(slavesText(bench.master.core)) as { slaves: Json[] }).slaves;
    expect(agent?.["reserved_resources"]).toEqual({ dev: { cpus: 0, gpus: 0, mem: 0, disk: 10 } });
    expect(agent?.["reserved_resources_full"]).toMatchObject({
      dev: [{ role: "dev", reservation: { principal: "p" } }],
    });
  });
});
