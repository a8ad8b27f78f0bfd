import type {
  OperatorEvent,
  StateSummary,
  TaskStatus,
  WireAgent,
  WireTask,
} from "../page/model/wire.ts";
import type { FakeMaster } from "./fake-master.test-support.ts";

const MASTER_ID = "6aa688c2-f903-4f99-afa4-8b19b386681e";
export const WEB = `${MASTER_ID}-0000`;
export const BATCH = `${MASTER_ID}-0001`;
export const HOSTILE_NAME = "<img src=x onerror=\"document.title='owned'\">";
export const RUNS = "/var/lib/mesos/runs";

export const agentId = (n: number): string => `${MASTER_ID}-S${n}`;

type Amounts = { readonly cpus: number; readonly mem: number; readonly disk?: number };

const resources = (amounts: Record<string, number>) =>
  Object.entries(amounts).map(([name, value]) => ({
    name,
    type: "SCALAR",
    scalar: { value },
    allocation_info: { role: "production" },
  }));

function agent(n: number, now: number): WireAgent {
  const gpus = n === 3 ? { gpus: 2 } : {};
  return {
    agent_info: {
      id: { value: agentId(n) },
      hostname: `10.0.4.${20 + n}`,
      port: 5051,
      attributes: [{ name: "rack", text: { value: `r${n % 2}` } }],
    },
    active: true,
    version: "1.12.0",
    pid: `slave(1)@10.0.4.${20 + n}:5051`,
    registered_time: { nanoseconds: (now - 86_400 * 3 - n * 60) * 1e9 },
    total_resources: resources({ cpus: 8, mem: 32_768, disk: 204_800, ...gpus }),
  };
}

interface TaskWanted {
  readonly id: string;
  readonly name?: string;
  readonly framework?: string;
  readonly on: number;
  readonly amounts: Amounts;
  readonly state: string;
  /** Seconds ago. */
  readonly started: number;
  readonly ended?: number;
  readonly message?: string;
  readonly healthy?: boolean;
}

function task(wanted: TaskWanted, now: number): WireTask {
  const { id, state, message, healthy } = wanted;
  const status = (of: string, ago: number): TaskStatus => ({
    task_id: { value: id },
    state: of,
    timestamp: now - ago,
    container_status: { container_id: { value: `c-${id}` } },
    ...(healthy === undefined ? {} : { healthy }),
  });
  const first = state === "TASK_STAGING" ? [] : [status("TASK_STARTING", wanted.started + 0.4)];
  const ran = state === "TASK_STAGING" ? [] : [status("TASK_RUNNING", wanted.started)];
  const last =
    state === "TASK_RUNNING" || state === "TASK_STAGING"
      ? []
      : [
          {
            ...status(state, wanted.ended ?? 0),
            ...(message === undefined ? {} : { message, reason: "REASON_COMMAND_EXECUTOR_FAILED" }),
            source: "SOURCE_EXECUTOR",
          },
        ];
  return {
    name: wanted.name ?? id,
    task_id: { value: id },
    framework_id: { value: wanted.framework ?? WEB },
    agent_id: { value: agentId(wanted.on) },
    state,
    resources: resources(wanted.amounts as unknown as Record<string, number>),
    statuses: [...first, ...ran, ...last],
  };
}

const TASKS: readonly TaskWanted[] = [
  {
    id: "db-primary.0",
    on: 1,
    amounts: { cpus: 4, mem: 16_384, disk: 102_400 },
    state: "TASK_RUNNING",
    started: 259_000,
    healthy: true,
  },
  {
    id: "search.0",
    on: 2,
    amounts: { cpus: 3, mem: 12_288, disk: 20_480 },
    state: "TASK_RUNNING",
    started: 172_000,
  },
  {
    id: "web.0",
    on: 1,
    amounts: { cpus: 2, mem: 4096 },
    state: "TASK_RUNNING",
    started: 9200,
    healthy: true,
  },
  {
    id: "web.1",
    on: 2,
    amounts: { cpus: 2, mem: 4096 },
    state: "TASK_RUNNING",
    started: 9180,
    healthy: true,
  },
  {
    id: "web.2",
    on: 3,
    amounts: { cpus: 2, mem: 4096 },
    state: "TASK_RUNNING",
    started: 340,
    healthy: true,
  },
  {
    id: "nightly-report.2026-11-20",
    name: "nightly-report",
    framework: BATCH,
    on: 3,
    amounts: { cpus: 1, mem: 2048 },
    state: "TASK_RUNNING",
    started: 64,
  },
  {
    id: "thumbnails.17",
    name: "thumbnails",
    framework: BATCH,
    on: 4,
    amounts: { cpus: 0.5, mem: 512 },
    state: "TASK_STAGING",
    started: 1,
  },
  {
    id: "import.2026-11-19",
    name: "import",
    framework: BATCH,
    on: 3,
    amounts: { cpus: 1, mem: 1024 },
    state: "TASK_FINISHED",
    started: 8000,
    ended: 4200,
  },
  {
    id: "thumbnails.15",
    name: "thumbnails",
    framework: BATCH,
    on: 4,
    amounts: { cpus: 0.5, mem: 512 },
    state: "TASK_FINISHED",
    started: 900,
    ended: 610,
  },
  {
    id: "thumbnails.16",
    name: "thumbnails",
    framework: BATCH,
    on: 4,
    amounts: { cpus: 0.5, mem: 512 },
    state: "TASK_FAILED",
    started: 400,
    ended: 130,
    message: "Command exited with status 3",
  },
];

/** A name that is markup, for those who test that it stays a name. */
export const HOSTILE_TASK: TaskWanted = {
  id: "<script>alert(1)</script>",
  name: HOSTILE_NAME,
  on: 4,
  amounts: { cpus: 0.1, mem: 32 },
  state: "TASK_RUNNING",
  started: 5,
};

/** Makes a master speak of a cluster of four machines with two frameworks and ten tasks. */
export function makeLively(master: FakeMaster, nowMs: number): void {
  const now = nowMs / 1000;
  const agents = [1, 2, 3, 4].map((n) => agent(n, now));
  const tasks = TASKS.map((wanted) => task(wanted, now));
  const ended = new Set(["TASK_FINISHED", "TASK_FAILED"]);
  const framework = (id: string, name: string, roles: string[], url: string) => ({
    framework_info: {
      id: { value: id },
      name,
      user: "deploy",
      roles,
      webui_url: url,
    },
    active: true,
    connected: true,
    registered_time: { nanoseconds: (now - 259_300) * 1e9 },
  });
  master.startTime = now - 86_400 * 12 - 14_500;
  master.events = [
    {
      type: "SUBSCRIBED",
      subscribed: {
        heartbeat_interval_seconds: 15,
        get_state: {
          get_agents: { agents },
          get_frameworks: {
            frameworks: [
              framework(WEB, "marathon", ["eng/web", "eng/data"], "javascript:alert(1)"),
              framework(BATCH, "chronos", ["batch", "research"], "http://10.0.4.11:4400/"),
            ],
          },
          get_tasks: {
            tasks: tasks.filter(({ state = "" }) => !ended.has(state)),
            completed_tasks: tasks.filter(({ state = "" }) => ended.has(state)),
          },
        },
      },
    },
  ];
  master.summary = summarize(agents);
  master.agentState = agentState(now);
  for (const [path, document] of documentsOf(now)) master.documents.set(path, document);
  for (const [call, answer] of answersOf(now)) master.answers.set(call, answer);
}

function agentState(now: number): object {
  const executorsOf = (framework: string) =>
    TASKS.filter((task) => (task.framework ?? WEB) === framework).map(({ id, amounts, state }) => ({
      id,
      name: `Command Executor (Task: ${id})`,
      container: `c-${id}`,
      directory: `${RUNS}/${id}`,
      resources: amounts,
      tasks: [{ id, name: id, state, resources: amounts }],
    }));
  const cpus = (value: number) => ({ name: "cpus", type: "SCALAR", scalar: { value } });
  const reservation = { type: "DYNAMIC", role: "eng/web", principal: "ops" };
  return {
    start_time: now - 86_400 * 4,
    version: "1.12.0",
    frameworks: [
      { id: WEB, name: "marathon", executors: executorsOf(WEB) },
      { id: BATCH, name: "chronos", executors: executorsOf(BATCH) },
    ],
    unreserved_resources_full: [{ ...cpus(6), role: "*" }],
    reserved_resources_full: { "eng/web": [{ ...cpus(2), reservations: [reservation] }] },
  };
}

/** What the master serves beside the stream. */
function documentsOf(now: number): [string, object][] {
  const role = (name: string, weight: number, allocated: object, more: object = {}) => ({
    name,
    weight,
    frameworks: [],
    allocated,
    offered: {},
    reserved: {},
    ...more,
  });
  const quota = {
    guarantee: { cpus: 8, mem: 16_384 },
    limit: { cpus: 16, mem: 65_536 },
    consumed: { cpus: 13, mem: 40_960 },
  };
  const roles = [
    role("eng", 2, { cpus: 13, mem: 40_960, disk: 122_880 }, { quota }),
    role("eng/web", 3, { cpus: 9, mem: 28_672 }, { frameworks: [WEB], reserved: { cpus: 2 } }),
    role("eng/data", 1, { cpus: 4, mem: 12_288 }, { frameworks: [WEB] }),
    role("batch", 1, { cpus: 1.5, mem: 2560 }, { frameworks: [BATCH], offered: { cpus: 4 } }),
    role("research", 1, {}, { frameworks: [BATCH] }),
  ];
  const at = (ago: number) => ({ nanoseconds: (now - ago) * 1e9 });
  return [
    ["/health", {}],
    ["/roles", { roles }],
    ["/version", { version: "1.12.0", build_date: "2026-11-20 11:45:43 UTC" }],
    ["/metrics/snapshot", METRICS],
    [
      "/registrar(1)/registry",
      {
        unreachable: { slaves: [{ id: { value: agentId(7) }, timestamp: at(1300) }] },
        gone: { slaves: [{ id: { value: agentId(0) }, timestamp: at(90_000) }] },
      },
    ],
  ];
}

const METRICS = {
  "master/slaves_unreachable": 1,
  "master/cpus_used": 14.5,
  "master/mem_used": 43_520,
  "master/disk_used": 122_880,
  "master/tasks_running": 6,
  "master/tasks_finished": 1204,
  "master/tasks_failed": 3,
};

function answersOf(now: number): [string, object][] {
  const id = (value: string) => ({ value });
  const offer = {
    id: id(`${MASTER_ID}-O512`),
    framework_id: id(BATCH),
    agent_id: id(agentId(4)),
    hostname: "10.0.4.24",
    resources: resources({ cpus: 4, mem: 8192, disk: 40_960 }),
    allocation_info: { role: "batch" },
  };
  const machine = { hostname: "10.0.4.23", ip: "10.0.4.23" };
  const start = { nanoseconds: (now + 5400) * 1e9 };
  const unavailability = { start, duration: { nanoseconds: 7.2e12 } };
  const inverse = {
    id: id(`${MASTER_ID}-O513`),
    framework_id: id(WEB),
    agent_id: id(agentId(3)),
    unavailability,
  };
  const framework = (offers: object[], inverse_offers: object[]) => ({ offers, inverse_offers });
  const draining = {
    id: machine,
    statuses: [
      { framework_id: id(WEB), status: "ACCEPT" },
      { framework_id: id(BATCH), status: "DECLINE" },
    ],
  };
  return [
    ["GET_FRAMEWORKS", { frameworks: [framework([offer], []), framework([], [inverse])] }],
    [
      "GET_MAINTENANCE_SCHEDULE",
      { schedule: { windows: [{ machine_ids: [machine], unavailability }] } },
    ],
    ["GET_MAINTENANCE_STATUS", { status: { draining_machines: [draining] } }],
  ];
}

function summarize(agents: readonly WireAgent[]): StateSummary {
  const live = TASKS.filter(({ state }) => state === "TASK_RUNNING" || state === "TASK_STAGING");
  const used = (mine: readonly TaskWanted[]) => ({
    cpus: mine.reduce((sum, { amounts }) => sum + amounts.cpus, 0),
    mem: mine.reduce((sum, { amounts }) => sum + amounts.mem, 0),
    disk: mine.reduce((sum, { amounts }) => sum + (amounts.disk ?? 0), 0),
    gpus: 0,
  });
  return {
    cluster: "aurora-bay",
    slaves: agents.map(({ agent_info }, i) => ({
      id: agent_info?.id?.value ?? "",
      active: true,
      used_resources: used(live.filter(({ on }) => on === i + 1)),
      offered_resources: i === 3 ? { cpus: 4, mem: 8192, disk: 40_960, gpus: 0 } : {},
    })),
    frameworks: [WEB, BATCH].map((id) => ({
      id,
      active: true,
      connected: true,
      used_resources: used(live.filter(({ framework = WEB }) => framework === id)),
    })),
  };
}

/** What the master says when this task appears. */
export function taskAdded(wanted: TaskWanted, nowMs: number): OperatorEvent {
  return { type: "TASK_ADDED", task_added: { task: task(wanted, nowMs / 1000) } };
}
