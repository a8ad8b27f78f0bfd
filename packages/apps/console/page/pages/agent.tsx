/** One agent: what it has, who is on it, and what an operator may do with it. */
import { getAgentState, getContainers } from "../live/api.ts";
import type { Agent } from "../model/entities.ts";
import { NOTHING } from "../model/resources.ts";
import { formatPage } from "../model/route.ts";
import type { AgentState } from "../model/sandbox.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import { type Asked, useAsked } from "../ui/hooks.ts";
import { Legend, Meters } from "../ui/meters.tsx";
import {
  AgentBadge,
  Empty,
  Facts,
  Identifier,
  PageHead,
  Section,
  Term,
  Time,
} from "../ui/parts.tsx";
import { AgentActions } from "./agent-actions.tsx";
import { AgentFrameworks } from "./agent-frameworks.tsx";
import { Reservations } from "./reservations.tsx";
import { TaskLists } from "./tasks.tsx";

export function AgentPage({ id }: { readonly id: string }) {
  const { store } = useApp();
  const model = useModel();
  const agent = model.agents.get(id);
  if (!store.isLoaded.value) return <p class="muted loading">Asking the master…</p>;
  if (agent === undefined) return <NoAgent id={id} host={model.formerHosts.get(id)} />;
  return <KnownAgent agent={agent} />;
}

function NoAgent({ id, host }: { readonly id: string; readonly host: string | undefined }) {
  return (
    <>
      <PageHead kind="Agent" title={host ?? id} />
      <Empty title={`No agent found with ID: ${id}`}>
        <p>
          It may be <a href="#/agents?show=unreachable">unreachable</a> or{" "}
          <a href="#/agents?show=gone">gone</a>, or it has registered again with another id.
        </p>
      </Empty>
    </>
  );
}

function KnownAgent({ agent }: { readonly agent: Agent }) {
  const { id, hostname, state, total, allocated = NOTHING, offered } = agent;
  const asked = useAsked(id, () => getAgentState(id));
  const { value: containers } = useAsked(`${id} containers`, () => getContainers(id));
  return (
    <>
      <PageHead
        kind="Agent"
        title={hostname}
        badge={<AgentBadge state={state} />}
        sub={<Identifier id={id} what="the id of the agent" />}
        actions={<AgentActions agent={agent} />}
      />
      <Draining agent={agent} state={asked.value} />
      {asked.error !== undefined && (
        <p class="banner warn" role="status">
          The agent does not answer the master: {asked.error.message}
        </p>
      )}
      <AgentFacts agent={agent} asked={asked} />
      <Section title="Resources" aside={<Legend />}>
        <Meters parts={{ total, allocated, offered }} label="Resources of the agent" />
      </Section>
      <Section title={<Term of="executor">Executors</Term>} label="Executors">
        <AgentFrameworks agentId={id} state={asked.value} containers={containers ?? []} />
      </Section>
      <Reservations agent={agent} state={asked.value} onChange={asked.refresh} />
      <Section title="Tasks" label="Tasks">
        <TaskLists agentId={id} />
      </Section>
    </>
  );
}

interface AgentFactsProps {
  readonly agent: Agent;
  readonly asked: Asked<AgentState>;
}

function AgentFacts({ agent, asked: { value: state } }: AgentFactsProps) {
  const { id, ip, port, version, registeredAt, reregisteredAt, ports, attributes } = agent;
  return (
    <Facts
      facts={[
        { label: "Address", value: `${ip === "" ? agent.hostname : ip}:${port}` },
        { label: "Version", value: version },
        state === undefined
          ? undefined
          : { label: "Started", value: <Time at={state.start_time} /> },
        { label: "Registered", value: <Time at={registeredAt} /> },
        reregisteredAt === undefined
          ? undefined
          : { label: "Registered again", value: <Time at={reregisteredAt} /> },
        ports === "" ? undefined : { label: "Ports", value: ports },
        ...attributes.map(({ name, text }) => ({ label: name, value: text })),
        { label: "Log", value: <a href={formatPage({ type: "agent-log", id })}>What it says</a> },
      ]}
    />
  );
}

/** What an agent that is to be emptied still does. */
function Draining({
  agent,
  state,
}: {
  readonly agent: Agent;
  readonly state?: AgentState | undefined;
}) {
  const model = useModel();
  if (agent.state !== "draining" && agent.state !== "drained") return null;
  const config = state?.drain_config?.config;
  const grace = config?.max_grace_period?.nanoseconds;
  const left = model.active.get(agent.id) ?? 0;
  return (
    <div class="banner warn" role="status">
      <strong>
        {agent.state === "drained"
          ? "Drained: nothing runs here any more."
          : `Draining: ${left} ${left === 1 ? "task is" : "tasks are"} still here.`}
      </strong>{" "}
      {grace !== undefined && `Each has at most ${Math.round(grace / 1e9)} s to end. `}
      {config?.mark_gone === true && "It will be marked as gone when it is empty."}
    </div>
  );
}
