/** The first page: the cluster at a glance. */
import { TROUBLED_STATES } from "../model/entities.ts";
import { formatCount, formatMebibytes, stateLabel } from "../model/format.ts";
import { clusterUsage, countAgents, countStates } from "../model/overview.ts";
import { dominantShare, NOTHING } from "../model/resources.ts";
import { countTasks, newestTasks } from "../model/search.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import { Legend, Meters, Sparkline } from "../ui/meters.tsx";
import { Command, Empty, FrameworkLink, PageHead, Section, Term, Time } from "../ui/parts.tsx";
import { TaskTable } from "../ui/task-table.tsx";

/** Rows of lists that have a page of their own. */
const SHOWN = 8;

export function OverviewPage() {
  const { store } = useApp();
  const { cluster } = store.facts.value;
  return (
    <>
      <PageHead title={cluster === "" ? "Cluster" : cluster} sub={<MasterLine />} />
      <Figures />
      <Resources />
      {store.isLoaded.value ? <Lists /> : <Reading />}
    </>
  );
}

function MasterLine() {
  const { leader, version, startedAt, electedAt, builtAt } = useApp().store.facts.value;
  if (leader === "") return <>Asking the master…</>;
  return (
    <ul class="line">
      <li title={builtAt === "" ? undefined : `Built ${builtAt}`}>Mesos {version}</li>
      <li>led by {leader}</li>
      <li>
        elected <Time at={electedAt} />
      </li>
      <li>
        started <Time at={startedAt} />
      </li>
    </ul>
  );
}

/** How far the first snapshot is; the figures above come from the metrics meanwhile. */
function Reading() {
  const progress = useApp().store.progress.value;
  if (progress === undefined) return <p class="muted loading">Asking the master…</p>;
  const { done, all } = progress;
  return (
    <p class="muted loading" role="status">
      Reading {all.toLocaleString()} tasks…
      <progress max={Math.max(1, all)} value={done} aria-label="Tasks read" />
    </p>
  );
}

interface FigureProps {
  readonly value: number;
  readonly label: string;
  readonly href: string;
  readonly tone?: string;
}

function Figure({ value, label, href, tone = "" }: FigureProps) {
  return (
    <a class={`figure ${value > 0 ? tone : ""}`} href={href}>
      <span class="figure-value">{value.toLocaleString()}</span>
      <span class="figure-label">{label}</span>
    </a>
  );
}

function Figures() {
  const { store } = useApp();
  const model = useModel();
  const metrics = store.metrics.value;
  const agents = countAgents(model, metrics);
  return (
    <div class="figures">
      <section aria-label="Agents">
        <h2 class="figures-title">
          <Term of="agent">Agents</Term>
        </h2>
        <div class="figures-row">
          <Figure value={agents.active} label="active" href="#/agents" tone="good" />
          <Figure value={agents.inactive} label="not in use" href="#/agents" tone="warn" />
          <Figure
            value={agents.unreachable}
            label="unreachable"
            href="#/agents?show=unreachable"
            tone="bad"
          />
        </div>
      </section>
      <section aria-label="Tasks">
        <h2 class="figures-title">Tasks</h2>
        <div class="figures-row">
          {countStates(model, metrics).map(({ state, count, group }) => (
            <Figure
              key={state}
              value={count}
              label={stateLabel(state).toLowerCase()}
              href={`#/tasks?show=${group}&state=${state}`}
              tone={TROUBLED_STATES.has(state) ? "bad" : state === "TASK_RUNNING" ? "good" : ""}
            />
          ))}
        </div>
      </section>
    </div>
  );
}

function Resources() {
  const { store } = useApp();
  const model = useModel();
  const usage = clusterUsage(model, store.metrics.value);
  const { series } = store;
  return (
    <Section title="Resources" aside={<Legend />}>
      <Meters parts={usage} label="Resources of the cluster" />
      <div class="sparks">
        <Sparkline
          label="CPUs allocated"
          samples={series.cpus.samples}
          max={usage.total.cpus}
          format={formatCount}
        />
        <Sparkline
          label="Memory allocated"
          samples={series.mem.samples}
          max={usage.total.mem}
          format={formatMebibytes}
        />
        <Sparkline
          label="Tasks running"
          samples={series.tasks.samples}
          max={1}
          format={(value) => value.toLocaleString()}
        />
      </div>
    </Section>
  );
}

function Lists() {
  const model = useModel();
  const active = countTasks(model, { group: "active" });
  const over = model.completedTasks.slice(-SHOWN).reverse();
  if (model.agents.size === 0) return <NoAgents />;
  return (
    <>
      <Shares />
      <Section
        title="Active tasks"
        count={active}
        aside={active > SHOWN && <a href="#/tasks">All tasks</a>}
      >
        <TaskTable
          label="Active tasks"
          tasks={newestTasks(model, SHOWN)}
          isSortable={false}
          empty={<NoTasks />}
        />
      </Section>
      <Section
        title="Completed tasks"
        count={model.completedTasks.length}
        aside={
          model.completedTasks.length > SHOWN && <a href="#/tasks?show=completed">All of them</a>
        }
      >
        <TaskTable
          label="Completed tasks"
          tasks={over}
          isSortable={false}
          showsEnd={true}
          empty={<Empty title="No task has ended yet." />}
        />
      </Section>
    </>
  );
}

/** Who has how much of the cluster. */
function Shares() {
  const model = useModel();
  const { total } = clusterUsage(model, {});
  const shares = [...model.frameworks.values()]
    .map(({ id, allocated = NOTHING }) => ({ id, share: dominantShare(allocated, total) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, SHOWN);
  if (shares.length === 0) return null;
  return (
    <Section
      title={<Term of="framework">Frameworks</Term>}
      count={model.frameworks.size}
      aside={<Term of="share">Share of the cluster</Term>}
    >
      <ul class="shares">
        {shares.map(({ id, share }) => (
          <li key={id}>
            <FrameworkLink id={id} />
            <span class="bar" aria-hidden="true">
              <span class="bar-allocated" style={{ width: `${Math.min(100, share * 100)}%` }} />
            </span>
            <span class="share-text">{(share * 100).toFixed(1)} %</span>
            <span class="muted">{(model.active.get(id) ?? 0).toLocaleString()} tasks</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function NoTasks() {
  return (
    <Empty title="No task runs.">
      <p>Run one, and watch it here:</p>
      <Command>{`npx mesos-execute --master=${location.host} --name=hello --command='echo hello'`}</Command>
    </Empty>
  );
}

function NoAgents() {
  return (
    <Empty title="No agents yet.">
      <p>An agent is a machine that runs tasks. Start one:</p>
      <Command>{`npx mesos-agent --master=${location.host} --work_dir=/var/lib/mesos`}</Command>
      <p>Then run a task:</p>
      <Command>{`npx mesos-execute --master=${location.host} --name=hello --command='echo hello'`}</Command>
    </Empty>
  );
}
