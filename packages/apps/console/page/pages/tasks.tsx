/** All tasks: active, unreachable, completed. */

import { useMemo } from "preact/hooks";
import type { TaskGroup } from "../model/entities.ts";
import { stateLabel } from "../model/format.ts";
import { countTasks, selectTasks } from "../model/search.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import { useDeferredValue } from "../ui/deferred.ts";
import { Choices, Command, Empty, Filter, PageHead } from "../ui/parts.tsx";
import { look } from "../ui/router.ts";
import { TaskTable } from "../ui/task-table.tsx";

const GROUPS = ["active", "unreachable", "completed"] as const;

export function TasksPage() {
  const { route } = useApp();
  const { query } = route.value;
  return (
    <>
      <PageHead
        title="Tasks"
        actions={
          <Filter
            label="Filter tasks"
            value={query["find"] ?? ""}
            onChange={(find) => look(route.value, { find })}
          />
        }
      />
      <TaskLists />
    </>
  );
}

interface TaskListsProps {
  readonly agentId?: string;
  readonly frameworkId?: string;
}

/** Tasks by group, of everything or of one agent or framework. */
export function TaskLists(of: TaskListsProps) {
  const { route, store } = useApp();
  const model = useModel();
  const { query } = route.value;
  const { agentId, frameworkId } = of;
  const group = GROUPS.find((each) => each === query["show"]) ?? "active";
  const find = useDeferredValue(query["find"] ?? "");
  const state = query["state"] ?? "";
  const revision = store.revision.value;
  const tasks = useMemo(
    () => selectTasks(model, { group, find, state, ...of }),
    [model, revision, group, find, state, agentId, frameworkId],
  );
  const counts = useMemo(
    () => GROUPS.map((each) => countTasks(model, { group: each, ...of })),
    [model, revision, agentId, frameworkId],
  );
  const without = agentId !== undefined ? "agent" : frameworkId ? "framework" : undefined;
  return (
    <>
      <div class="look">
        <Choices
          label="Which tasks"
          tabs={GROUPS.map((key, i) => ({ key, label: stateLabel(key), count: counts[i] ?? 0 }))}
          chosen={group}
          onChoose={(show) => look(route.value, { show, state: "" })}
        />
        {state !== "" && (
          <button type="button" class="chip" onClick={() => look(route.value, { state: "" })}>
            only {stateLabel(state).toLowerCase()} ×<span class="offscreen">show all states</span>
          </button>
        )}
      </div>
      <TaskTable
        label={`${stateLabel(group)} tasks`}
        tasks={tasks}
        showsEnd={group === "completed"}
        {...(without === undefined ? {} : { without })}
        empty={<NoTasks group={group} isFiltered={find !== "" || state !== ""} />}
      />
    </>
  );
}

interface NoTasksProps {
  readonly group: TaskGroup;
  readonly isFiltered: boolean;
}

function NoTasks({ group, isFiltered }: NoTasksProps) {
  if (isFiltered) return <Empty title="No task matches." />;
  switch (group) {
    case "active":
      return (
        <Empty title="No task runs.">
          <p>Run one, and watch it here:</p>
          <Command>{`npx mesos-execute --master=${location.host} --name=hello --command='echo hello'`}</Command>
        </Empty>
      );
    case "unreachable":
      return <Empty title="All tasks can be reached." />;
    case "completed":
      return <Empty title="No task has ended yet." />;
    default:
      return group satisfies never;
  }
}
