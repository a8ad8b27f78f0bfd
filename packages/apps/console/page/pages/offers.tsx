/** Offers that wait for an answer, and inverse offers. */
import { getFrameworks } from "../live/api.ts";
import { secondsOf } from "../model/entities.ts";
import { amountsOf } from "../model/resources.ts";
import type { WireInverseOffer, WireOffer } from "../model/wire.ts";
import { useAsked } from "../ui/hooks.ts";
import {
  AgentLink,
  amountsText,
  Empty,
  FrameworkLink,
  Identifier,
  PageHead,
  Section,
  Term,
  Time,
} from "../ui/parts.tsx";
import { type Column, Table } from "../ui/table.tsx";

const roleOf = ({ allocation_info, resources }: WireOffer): string =>
  allocation_info?.role ??
  resources?.find((resource) => resource.allocation_info)?.allocation_info?.role ??
  "";

const COLUMNS: readonly Column<WireOffer>[] = [
  {
    key: "offer",
    label: <Term of="offer">Offer</Term>,
    width: 2.2,
    phone: "main",
    render: ({ id }) => <Identifier id={id?.value ?? ""} what="the id of the offer" />,
  },
  {
    key: "role",
    label: <Term of="role">Role</Term>,
    width: 1.4,
    phone: "side",
    render: roleOf,
  },
  {
    key: "framework",
    label: <Term of="framework">Framework</Term>,
    width: 2,
    phone: "sub",
    render: ({ framework_id }) => <FrameworkLink id={framework_id?.value ?? ""} />,
  },
  {
    key: "agent",
    label: <Term of="agent">Agent</Term>,
    width: 2,
    render: ({ agent_id }) => <AgentLink id={agent_id?.value ?? ""} />,
  },
  {
    key: "resources",
    label: "Resources",
    width: 2.6,
    isNumber: true,
    phone: "sub",
    render: ({ resources }) => amountsText(amountsOf(resources)),
  },
];

const INVERSE_COLUMNS: readonly Column<WireInverseOffer>[] = [
  {
    key: "offer",
    label: <Term of="inverse">Inverse offer</Term>,
    width: 2.2,
    phone: "main",
    render: ({ id }) => <Identifier id={id?.value ?? ""} what="the id of the inverse offer" />,
  },
  {
    key: "framework",
    label: <Term of="framework">Framework</Term>,
    width: 2,
    phone: "sub",
    render: ({ framework_id }) => <FrameworkLink id={framework_id?.value ?? ""} />,
  },
  {
    key: "agent",
    label: <Term of="agent">Agent</Term>,
    width: 2,
    phone: "sub",
    render: ({ agent_id }) => <AgentLink id={agent_id?.value ?? ""} />,
  },
  {
    key: "leave",
    label: "Leave by",
    width: 2,
    phone: "side",
    isNumber: true,
    render: ({ unavailability }) => <Time at={secondsOf(unavailability?.start)} />,
  },
];

export function OffersPage() {
  const { value: frameworks, error } = useAsked("offers", getFrameworks);
  if (frameworks === undefined) {
    return (
      <>
        <PageHead title="Offers" />
        <p class="muted loading">{error?.message ?? "Asking the master…"}</p>
      </>
    );
  }
  const offers = frameworks.flatMap((framework) => framework.offers ?? []);
  const inverse = frameworks.flatMap((framework) => framework.inverse_offers ?? []);
  return (
    <>
      <PageHead title="Offers" />
      <p class="explain">
        Resources that were put before a framework which has not answered yet. Nobody else can have
        them meanwhile: long lists that stay the same hint at a framework that sleeps.
      </p>
      <Section title="Offers" count={offers.length}>
        <Table
          label="Offers"
          rows={offers}
          columns={COLUMNS}
          keyOf={({ id }) => id?.value ?? ""}
          empty={<Empty title="No offer waits for an answer." />}
        />
      </Section>
      <Section title={<Term of="inverse">Inverse offers</Term>} count={inverse.length}>
        <Table
          label="Inverse offers"
          rows={inverse}
          columns={INVERSE_COLUMNS}
          keyOf={({ id }) => id?.value ?? ""}
          empty={<Empty title="No framework is asked to leave an agent." />}
        />
      </Section>
    </>
  );
}
