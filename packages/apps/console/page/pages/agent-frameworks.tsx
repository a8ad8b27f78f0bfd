/** Who is on an agent: executors, each of some framework. */
import { useRef } from "preact/hooks";
import type { ContainerUse } from "../live/api.ts";
import { formatBytes, formatCount } from "../model/format.ts";
import { summaryAmounts } from "../model/resources.ts";
import { formatPage } from "../model/route.ts";
import type { AgentFramework, AgentState, Executor } from "../model/sandbox.ts";
import { amountsText, Empty, Term } from "../ui/parts.tsx";
import { type Column, Table } from "../ui/table.tsx";

interface Row {
  readonly framework: AgentFramework;
  readonly executor: Executor;
  readonly isOver: boolean;
}

function rowsOf(state: AgentState): Row[] {
  const rowsIn =
    (isOver: boolean) =>
    (framework: AgentFramework): Row[] => {
      const { executors = [], completed_executors = [] } = framework;
      return [
        ...executors.map((executor) => ({ framework, executor, isOver })),
        ...completed_executors.map((executor) => ({ framework, executor, isOver: true })),
      ];
    };
  return [
    ...(state.frameworks ?? []).flatMap(rowsIn(false)),
    ...(state.completed_frameworks ?? []).flatMap(rowsIn(true)),
  ].sort((a, b) => Number(a.isOver) - Number(b.isOver));
}

interface AgentFrameworksProps {
  readonly agentId: string;
  readonly state: AgentState | undefined;
  readonly containers: readonly ContainerUse[];
}

export function AgentFrameworks({ agentId, state, containers }: AgentFrameworksProps) {
  const use = useCpuUse(containers);
  if (state === undefined) return <p class="muted">Asking the agent…</p>;
  const columns: Column<Row>[] = [
    {
      key: "executor",
      label: <Term of="executor">Executor</Term>,
      width: 3,
      phone: "main",
      render: ({ framework, executor }) => (
        <a
          class="name"
          href={formatPage({
            type: "executor",
            agentId,
            frameworkId: framework.id ?? "",
            executorId: executor.id ?? "",
            path: "",
          })}
        >
          {executor.id}
        </a>
      ),
    },
    {
      key: "framework",
      label: <Term of="framework">Framework</Term>,
      width: 2,
      phone: "sub",
      render: ({ framework: { id = "", name } }) => (
        <a href={formatPage({ type: "framework", id })}>{name}</a>
      ),
    },
    {
      key: "tasks",
      label: "Tasks",
      width: 1.2,
      isNumber: true,
      phone: "side",
      render: ({ executor, isOver }) =>
        isOver ? <span class="muted">over</span> : tasksText(executor),
    },
    {
      key: "allocated",
      label: <Term of="allocated">Allocated</Term>,
      width: 2.8,
      isNumber: true,
      render: ({ executor, isOver }) =>
        isOver ? "–" : amountsText(summaryAmounts(executor.resources)),
    },
    {
      key: "used",
      label: "Used now",
      width: 2,
      isNumber: true,
      phone: "sub",
      render: ({ executor }) => use.get(executor.container ?? "") ?? <span class="muted">–</span>,
    },
  ];
  return (
    <Table
      label="Executors"
      rows={rowsOf(state)}
      columns={columns}
      keyOf={({ framework, executor }) => `${framework.id} ${executor.id} ${executor.container}`}
      empty={<Empty title="Nothing has run here yet." />}
    />
  );
}

function tasksText({ tasks = [], queued_tasks = [] }: Executor): string {
  const text = `${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}`;
  return queued_tasks.length === 0 ? text : `${text}, ${queued_tasks.length} waiting`;
}

/** CPU time between two looks, and memory now; by container. */
function useCpuUse(containers: readonly ContainerUse[]): ReadonlyMap<string, string> {
  const before = useRef<readonly ContainerUse[]>([]);
  const shown = useRef(containers);
  if (shown.current !== containers) {
    before.current = shown.current;
    shown.current = containers;
  }
  const use = new Map<string, string>();
  for (const { container_id = "", statistics } of containers) {
    const earlier = before.current.find((each) => each.container_id === container_id)?.statistics;
    const seconds = (statistics?.timestamp ?? 0) - (earlier?.timestamp ?? 0);
    const spent = cpuSeconds(statistics) - cpuSeconds(earlier);
    const cpus = earlier === undefined || seconds <= 0 ? "" : `${formatCount(spent / seconds)} CPU`;
    const memory = statistics?.mem_rss_bytes;
    const parts = [cpus, memory === undefined ? "" : formatBytes(memory)];
    use.set(container_id, parts.filter(Boolean).join(" · "));
  }
  return use;
}

function cpuSeconds(statistics: ContainerUse["statistics"]): number {
  const { cpus_user_time_secs = 0, cpus_system_time_secs = 0 } = statistics ?? {};
  return cpus_user_time_secs + cpus_system_time_secs;
}
