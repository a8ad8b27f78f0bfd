/** One executor on an agent: its tasks and its sandbox. */
import { agentFiles, getAgentState } from "../live/api.ts";
import { shortId, stateLabel } from "../model/format.ts";
import { summaryAmounts } from "../model/resources.ts";
import { formatPage } from "../model/route.ts";
import { type AgentTask, executorsOf, frameworksOf } from "../model/sandbox.ts";
import { FileBrowser } from "../ui/file-browser.tsx";
import { useAsked } from "../ui/hooks.ts";
import {
  AgentLink,
  amountsText,
  Badge,
  Empty,
  Facts,
  FrameworkLink,
  Identifier,
  PageHead,
  Section,
  Term,
  taskTone,
} from "../ui/parts.tsx";
import { type Column, Table } from "../ui/table.tsx";

interface ExecutorPageProps {
  readonly agentId: string;
  readonly frameworkId: string;
  readonly executorId: string;
  readonly path: string;
}

export function ExecutorPage({ agentId, frameworkId, executorId, path }: ExecutorPageProps) {
  const { value: state, error } = useAsked(agentId, () => getAgentState(agentId));
  const framework = state && frameworksOf(state).find(({ id }) => id === frameworkId);
  const executor = framework && executorsOf(framework).find(({ id }) => id === executorId);
  const head = <PageHead kind="Executor" title={executor?.name || executorId} />;
  if (error !== undefined && state === undefined) {
    return (
      <>
        {head}
        <Empty title="The agent does not answer.">{error.message}</Empty>
      </>
    );
  }
  if (state === undefined) return <p class="muted loading">Asking the agent…</p>;
  if (framework === undefined || executor === undefined) {
    return (
      <>
        {head}
        <Empty title={`No executor found with ID: ${executorId}`}>
          The agent keeps only so many executors that are over.
        </Empty>
      </>
    );
  }
  const isOver = framework.completed_executors?.includes(executor) === true;
  const tasks = [
    ...(executor.queued_tasks ?? []).map((task) => ({ state: "TASK_STAGING", ...task })),
    ...(executor.tasks ?? []),
    ...(executor.completed_tasks ?? []),
  ];
  return (
    <>
      <PageHead
        kind="Executor"
        title={executor.name || executorId}
        badge={<Badge tone={isOver ? "calm" : "good"}>{isOver ? "Over" : "Running"}</Badge>}
        sub={<Identifier id={executorId} what="the id of the executor" />}
      />
      <Facts
        facts={[
          {
            label: <Term of="framework">Framework</Term>,
            value: <FrameworkLink id={frameworkId} />,
          },
          { label: <Term of="agent">Agent</Term>, value: <AgentLink id={agentId} /> },
          { label: <Term of="role">Role</Term>, value: executor.role || "–" },
          { label: "Source", value: executor.source || "–" },
          {
            label: <Term of="allocated">Allocated</Term>,
            value: amountsText(summaryAmounts(executor.resources)) || "nothing",
          },
          { label: "Container", value: <code>{executor.container}</code> },
        ]}
      />
      <Section title="Tasks" count={tasks.length}>
        <ExecutorTasks frameworkId={frameworkId} tasks={tasks} />
      </Section>
      <Section title={<Term of="sandbox">Sandbox</Term>} label="Sandbox">
        <FileBrowser
          files={agentFiles(agentId)}
          root={executor.directory ?? ""}
          path={path}
          isOver={isOver}
          hrefOf={(inner) =>
            formatPage({ type: "executor", agentId, frameworkId, executorId, path: inner })
          }
        />
      </Section>
    </>
  );
}

interface ExecutorTasksProps {
  readonly frameworkId: string;
  readonly tasks: readonly AgentTask[];
}

function ExecutorTasks({ frameworkId, tasks }: ExecutorTasksProps) {
  const columns: Column<AgentTask>[] = [
    {
      key: "task",
      label: "Task",
      width: 3,
      phone: "main",
      render: ({ id = "", name }) => (
        <>
          <a class="name" href={formatPage({ type: "task", frameworkId, taskId: id })}>
            {name || id}
          </a>
          <code class="second">{shortId(id)}</code>
        </>
      ),
    },
    {
      key: "state",
      label: "State",
      width: 1.5,
      phone: "side",
      render: ({ state = "" }) => <Badge tone={taskTone(state)}>{stateLabel(state)}</Badge>,
    },
    {
      key: "resources",
      label: "Resources",
      width: 2,
      isNumber: true,
      phone: "sub",
      render: ({ resources }) => amountsText(summaryAmounts(resources)),
    },
  ];
  return (
    <Table
      label="Tasks of the executor"
      rows={tasks}
      columns={columns}
      keyOf={({ id = "" }) => id}
      empty={<Empty title="It has no task." />}
    />
  );
}
