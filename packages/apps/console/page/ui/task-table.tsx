/** Tasks as a table, wherever they are listed. */

import type { ComponentChildren } from "preact";
import { useMemo } from "preact/hooks";
import type { Task } from "../model/entities.ts";
import { shortId } from "../model/format.ts";
import type { Model } from "../model/model.ts";
import { useApp, useModel } from "./app-context.ts";
import {
  AgentLink,
  amountsText,
  FrameworkLink,
  TaskLink,
  TaskState,
  Term,
  Time,
} from "./parts.tsx";
import { look } from "./router.ts";
import { type Column, Table } from "./table.tsx";

const COLUMNS = {
  task: {
    key: "task",
    label: "Task",
    width: 2.9,
    phone: "main",
    sort: ({ name }) => name,
    render: (task) => (
      <>
        <TaskLink task={task} />
        {task.id !== task.name && <code class="second">{shortId(task.id)}</code>}
      </>
    ),
  },
  state: {
    key: "state",
    label: "State",
    width: 2.3,
    phone: "side",
    sort: ({ state }) => state,
    render: (task) => <TaskState task={task} />,
  },
  role: {
    key: "role",
    label: <Term of="role">Role</Term>,
    width: 1.6,
    render: ({ role }) => role || <span class="muted">–</span>,
  },
  resources: {
    key: "resources",
    label: "Resources",
    width: 3.1,
    isNumber: true,
    phone: "sub",
    sort: ({ resources }) => resources.cpus,
    render: ({ resources }) => amountsText(resources),
  },
  started: {
    key: "started",
    label: "Started",
    width: 1.4,
    isNumber: true,
    sort: ({ startedAt }) => startedAt,
    render: ({ startedAt }) => <Time at={startedAt} />,
  },
  ended: {
    key: "ended",
    label: "Ended",
    width: 1.4,
    isNumber: true,
    sort: ({ endedAt }) => endedAt,
    render: ({ endedAt }) => <Time at={endedAt} />,
  },
} as const satisfies Record<string, Column<Task>>;

const framework = (model: Model): Column<Task> => ({
  key: "framework",
  label: <Term of="framework">Framework</Term>,
  width: 1.7,
  sort: ({ frameworkId }) => model.frameworkName(frameworkId),
  render: ({ frameworkId }) => <FrameworkLink id={frameworkId} />,
});

const agent = (model: Model): Column<Task> => ({
  key: "agent",
  label: <Term of="agent">Agent</Term>,
  width: 1.7,
  phone: "sub",
  sort: ({ agentId }) => model.hostOf(agentId),
  render: ({ agentId }) => <AgentLink id={agentId} />,
});

interface TaskTableProps {
  readonly label: string;
  readonly tasks: readonly Task[];
  readonly empty: ComponentChildren;
  /** What all of them share, and so no column tells. */
  readonly without?: "framework" | "agent";
  readonly isSortable?: boolean;
  readonly showsEnd?: boolean;
}

export function TaskTable(props: TaskTableProps) {
  const { label, tasks, empty, without, isSortable = true, showsEnd = false } = props;
  const { route } = useApp();
  const model = useModel();
  const columns = useMemo<Column<Task>[]>(
    () => [
      COLUMNS.task,
      COLUMNS.state,
      ...(without === "framework" ? [] : [framework(model)]),
      ...(without === "agent" ? [] : [agent(model)]),
      COLUMNS.role,
      COLUMNS.resources,
      COLUMNS.started,
      ...(showsEnd ? [COLUMNS.ended] : []),
    ],
    [model, without, showsEnd],
  );
  const sort = isSortable ? (route.value.query["sort"] ?? "") : "";
  return (
    <Table
      label={label}
      rows={tasks}
      columns={columns}
      keyOf={({ number }) => number}
      empty={empty}
      sort={sort}
      {...(isSortable ? { onSort: (next: string) => look(route.value, { sort: next }) } : {})}
    />
  );
}
