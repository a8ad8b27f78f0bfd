/** All agents: registered, unreachable, gone. */
import { useMemo } from "preact/hooks";
import { getRegistry } from "../live/api.ts";
import { type Agent, secondsOf } from "../model/entities.ts";
import { shortId } from "../model/format.ts";
import type { Model } from "../model/model.ts";
import { NOTHING } from "../model/resources.ts";
import { formatPage } from "../model/route.ts";
import { findAgents } from "../model/search.ts";
import type { Registry } from "../model/wire.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import { useDeferredValue } from "../ui/deferred.ts";
import { useAsked } from "../ui/hooks.ts";
import { Bar, Legend } from "../ui/meters.tsx";
import {
  AgentBadge,
  Choices,
  Command,
  Empty,
  Filter,
  Identifier,
  PageHead,
  Term,
  Time,
} from "../ui/parts.tsx";
import { look } from "../ui/router.ts";
import { type Column, Table } from "../ui/table.tsx";

const partsOf = ({ total, allocated = NOTHING, offered }: Agent) => ({ total, allocated, offered });

const columnsOf = (model: Model): Column<Agent>[] => [
  {
    key: "agent",
    label: <Term of="agent">Agent</Term>,
    width: 3,
    phone: "main",
    sort: ({ hostname }) => hostname,
    render: ({ id, hostname }) => (
      <>
        <a class="name" href={formatPage({ type: "agent", id })}>
          {hostname}
        </a>
        <code class="second">{shortId(id)}</code>
      </>
    ),
  },
  {
    key: "state",
    label: "State",
    width: 1.6,
    phone: "side",
    sort: ({ state }) => state,
    render: ({ state }) => <AgentBadge state={state} />,
  },
  {
    key: "tasks",
    label: "Tasks",
    width: 1,
    isNumber: true,
    sort: ({ id }) => model.active.get(id) ?? 0,
    render: ({ id }) => (model.active.get(id) ?? 0).toLocaleString(),
  },
  {
    key: "cpus",
    label: "CPUs",
    width: 2,
    phone: "sub",
    sort: ({ allocated = NOTHING }) => allocated.cpus,
    render: (agent) => <Bar of="cpus" parts={partsOf(agent)} />,
  },
  {
    key: "mem",
    label: "Memory",
    width: 2,
    phone: "sub",
    sort: ({ allocated = NOTHING }) => allocated.mem,
    render: (agent) => <Bar of="mem" parts={partsOf(agent)} />,
  },
  {
    key: "disk",
    label: "Disk",
    width: 2,
    sort: ({ allocated = NOTHING }) => allocated.disk,
    render: (agent) => <Bar of="disk" parts={partsOf(agent)} />,
  },
  {
    key: "registered",
    label: "Registered",
    width: 1.5,
    isNumber: true,
    sort: ({ registeredAt }) => registeredAt,
    render: ({ registeredAt }) => <Time at={registeredAt} />,
  },
];

/** The registry names every agent of the cluster, and hardly ever changes. */
const REGISTRY_MS = 60_000;

const KINDS = {
  all: "All",
  active: "Active",
  drained: "Draining or drained",
  deactivated: "Deactivated",
  inactive: "Disconnected",
} as const;

function kindOf({ state }: Agent): keyof typeof KINDS {
  if (state === "draining" || state === "drained") return "drained";
  return state === "recovering" ? "inactive" : state;
}

function tabsOf(agents: readonly Agent[], unreachable: number, gone: number) {
  const kinds = Map.groupBy(agents, kindOf);
  const countOf = (key: string): number =>
    key === "all" ? agents.length : (kinds.get(key as keyof typeof KINDS)?.length ?? 0);
  return [
    ...Object.entries(KINDS).map(([key, label]) => ({ key, label, count: countOf(key) })),
    { key: "unreachable", label: "Unreachable", count: unreachable },
    { key: "gone", label: "Gone", count: gone },
  ];
}

export function AgentsPage() {
  const { route, store } = useApp();
  const { query } = route.value;
  const model = useModel();
  const { value: registry = {} } = useAsked("registry", getRegistry, REGISTRY_MS);
  const find = useDeferredValue(query["find"] ?? "");
  const show = query["show"] ?? "all";
  const revision = store.revision.value;
  const agents = useMemo(() => [...model.agents.values()], [model, revision]);
  const unreachable = registry.unreachable?.slaves ?? [];
  const gone = registry.gone?.slaves ?? [];
  return (
    <>
      <PageHead
        title="Agents"
        actions={
          <Filter
            label="Filter agents"
            value={query["find"] ?? ""}
            onChange={(next) => look(route.value, { find: next })}
          />
        }
      />
      <div class="look">
        <Choices
          label="Which agents"
          tabs={tabsOf(agents, unreachable.length, gone.length)}
          chosen={show}
          onChoose={(next) => look(route.value, { show: next })}
        />
        <Legend />
      </div>
      {show === "unreachable" ? (
        <Former label="Unreachable agents" slaves={unreachable} what="unreachable" />
      ) : show === "gone" ? (
        <Former label="Agents that are gone" slaves={gone} what="gone" />
      ) : (
        <AgentTable
          agents={findAgents(
            show === "all" ? agents : agents.filter((agent) => kindOf(agent) === show),
            find,
          )}
          isFiltered={find !== "" || show !== "all"}
        />
      )}
    </>
  );
}

interface AgentTableProps {
  readonly agents: readonly Agent[];
  readonly isFiltered: boolean;
}

function AgentTable({ agents, isFiltered }: AgentTableProps) {
  const { route } = useApp();
  const model = useModel();
  const columns = useMemo(() => columnsOf(model), [model]);
  return (
    <Table
      label="Agents"
      rows={agents}
      columns={columns}
      keyOf={({ id }) => id}
      sort={route.value.query["sort"] ?? ""}
      onSort={(sort) => look(route.value, { sort })}
      empty={
        isFiltered ? (
          <Empty title="No agent is like that." />
        ) : (
          <Empty title="No agents yet.">
            <p>An agent is a machine that runs tasks. Start one:</p>
            <Command>{`npx mesos-agent --master=${location.host} --work_dir=/var/lib/mesos`}</Command>
          </Empty>
        )
      }
    />
  );
}

type FormerAgent = NonNullable<NonNullable<Registry["gone"]>["slaves"]>[number];

interface FormerProps {
  readonly label: string;
  readonly slaves: readonly FormerAgent[];
  readonly what: "unreachable" | "gone";
}

/** Agents of which the registry knows only their ids. */
function Former({ label, slaves, what }: FormerProps) {
  const model = useModel();
  const idOf = ({ id }: FormerAgent): string => id?.value ?? "";
  const columns: Column<FormerAgent>[] = [
    {
      key: "agent",
      label: <Term of="agent">Agent</Term>,
      width: 3,
      phone: "main",
      render: (slave) => <Identifier id={idOf(slave)} what="the id of the agent" />,
    },
    {
      key: "host",
      label: "Host",
      width: 2,
      phone: "sub",
      render: (slave) => model.hostOf(idOf(slave)) || <span class="muted">not known</span>,
    },
    {
      key: "since",
      label: "Since",
      width: 1.5,
      phone: "side",
      isNumber: true,
      render: ({ timestamp }) => <Time at={secondsOf(timestamp)} />,
    },
  ];
  return (
    <>
      <p class="explain">
        {what === "unreachable"
          ? "The master has lost contact with these. They may come back, and their tasks with them."
          : "These were marked as gone, and will not be let in again."}
      </p>
      <Table
        label={label}
        rows={slaves}
        columns={columns}
        keyOf={idOf}
        empty={
          <Empty title={what === "gone" ? "No agent is gone." : "All agents can be reached."} />
        }
      />
    </>
  );
}
