/** One task: its life, what it has, and its sandbox. */
import type { Task } from "../model/entities.ts";
import { formatDuration, stateLabel } from "../model/format.ts";
import { formatPage } from "../model/route.ts";
import { type Moment, reasonLabel, timelineOf } from "../model/timeline.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import {
  AgentLink,
  amountsText,
  Empty,
  Facts,
  FrameworkLink,
  Identifier,
  Lasted,
  PageHead,
  Section,
  TaskState,
  Term,
  Time,
  taskTone,
} from "../ui/parts.tsx";
import { TaskSandbox } from "./task-sandbox.tsx";

interface TaskPageProps {
  readonly frameworkId: string;
  readonly taskId: string;
  /** Of the sandbox. */
  readonly path: string;
}

export function TaskPage({ frameworkId, taskId, path }: TaskPageProps) {
  const { store } = useApp();
  const task = useModel().findTask(frameworkId, taskId);
  if (!store.isLoaded.value) return <p class="muted loading">Asking the master…</p>;
  if (task === undefined) {
    return (
      <>
        <PageHead kind="Task" title={taskId} />
        <Empty title="The master does not know this task.">
          It may have forgotten it: it keeps only so many tasks that are over.
        </Empty>
      </>
    );
  }
  return (
    <>
      <PageHead
        kind="Task"
        title={task.name === "" ? task.id : task.name}
        badge={<TaskState task={task} />}
        sub={<Identifier id={task.id} what="the id of the task" />}
      />
      <TaskFacts task={task} />
      <Timeline task={task} />
      <TaskSandbox task={task} path={path} />
    </>
  );
}

function TaskFacts({ task }: { readonly task: Task }) {
  const { agentId, frameworkId, executorId, role, resources, ports, startedAt, endedAt } = task;
  const executor = executorId === "" ? task.id : executorId;
  const ran = { ...(startedAt === undefined ? {} : { from: startedAt }) };
  return (
    <Facts
      facts={[
        { label: <Term of="framework">Framework</Term>, value: <FrameworkLink id={frameworkId} /> },
        { label: <Term of="agent">Agent</Term>, value: <AgentLink id={agentId} /> },
        {
          label: <Term of="executor">Executor</Term>,
          value: (
            <a
              href={formatPage({
                type: "executor",
                agentId,
                frameworkId,
                executorId: executor,
                path: "",
              })}
            >
              {executorId === "" ? "its own" : executorId}
            </a>
          ),
        },
        { label: <Term of="role">Role</Term>, value: role || "–" },
        { label: "Resources", value: amountsText(resources) || "none" },
        ports === "" ? undefined : { label: "Ports", value: ports },
        { label: "Started", value: <Time at={startedAt} /> },
        {
          label: task.group === "completed" ? "Ran for" : "Running for",
          value: <Lasted {...ran} {...(endedAt === undefined ? {} : { to: endedAt })} />,
        },
      ]}
    />
  );
}

function Timeline({ task }: { readonly task: Task }) {
  const { now } = useApp();
  const moments = timelineOf(task, now.value);
  return (
    <Section title="Timeline" label="Timeline">
      {moments.length === 0 ? (
        <Empty title="Nothing is known yet.">
          The agent has the task, and has not said anything about it.
        </Empty>
      ) : (
        <>
          <Phases moments={moments} />
          <ol class="timeline" reversed>
            {moments.toReversed().map((moment, index) => (
              <MomentItem key={moments.length - index} moment={moment} isLast={index === 0} />
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}

function toneOf(state: string, healthy: boolean | undefined): string {
  return healthy === false ? "warn" : taskTone(state);
}

/** How the time was spent, as one bar. */
function Phases({ moments }: { readonly moments: readonly Moment[] }) {
  if (!moments.some(({ part }) => part > 0)) return null;
  return (
    <div class="phases" aria-hidden="true">
      {moments.map(({ state, healthy, part }, index) => (
        <span key={index} class={`phase ${toneOf(state, healthy)}`} style={{ flexGrow: part }} />
      ))}
    </div>
  );
}

function MomentItem({ moment, isLast }: { readonly moment: Moment; readonly isLast: boolean }) {
  const { state, at, message, reason, source, healthy, lasted } = moment;
  return (
    <li class={`moment ${toneOf(state, healthy)} ${isLast ? "last" : ""}`}>
      <div class="moment-head">
        <strong>{stateLabel(state)}</strong>
        {healthy !== undefined && (
          <span class="muted">
            <Term of="health">{healthy ? "healthy" : "unhealthy"}</Term>
          </span>
        )}
        <Time at={at} />
        {lasted !== undefined && (
          <span class="muted">
            for {lasted < 1 ? "less than a second" : formatDuration(lasted)}
          </span>
        )}
      </div>
      {message !== "" && <p class="moment-message">{message}</p>}
      {reason !== "" && (
        <p class="muted" title={reason}>
          {reasonLabel(reason)}
          {source !== "" && <span> · said by the {reasonLabel(source).toLowerCase()}</span>}
        </p>
      )}
    </li>
  );
}
