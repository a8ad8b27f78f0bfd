/** One framework: who it is, what it has, its tasks. */
import { useState } from "preact/hooks";
import { call } from "../live/api.ts";
import type { Framework } from "../model/entities.ts";
import { formatDuration } from "../model/format.ts";
import { clusterUsage } from "../model/overview.ts";
import { dominantShare, NOTHING } from "../model/resources.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import { FormDialog } from "../ui/dialog.tsx";
import {
  amountsText,
  Empty,
  Facts,
  FrameworkBadge,
  Identifier,
  isWebAddress,
  OuterLink,
  PageHead,
  Section,
  Term,
  Time,
} from "../ui/parts.tsx";
import { TaskLists } from "./tasks.tsx";

export function FrameworkPage({ id }: { readonly id: string }) {
  const { store } = useApp();
  const framework = useModel().frameworkOf(id);
  if (!store.isLoaded.value) return <p class="muted loading">Asking the master…</p>;
  if (framework === undefined) {
    return (
      <>
        <PageHead kind="Framework" title={id} />
        <Empty title={`No framework found with ID: ${id}`}>
          The master keeps only so many frameworks that are over.
        </Empty>
      </>
    );
  }
  const isOver = framework.state === "completed";
  return (
    <>
      <PageHead
        kind="Framework"
        title={framework.name || id}
        badge={<FrameworkBadge state={framework.state} />}
        sub={<Identifier id={id} what="the id of the framework" />}
        actions={isOver ? undefined : <Teardown framework={framework} />}
      />
      {isOver && (
        <p class="banner" role="status">
          This framework has terminated!
        </p>
      )}
      <FrameworkFacts framework={framework} />
      <Section title="Tasks" label="Tasks">
        <TaskLists frameworkId={id} />
      </Section>
    </>
  );
}

function FrameworkFacts({ framework }: { readonly framework: Framework }) {
  const { user, principal, roles, hostname, webuiUrl, failoverTimeout } = framework;
  const { registeredAt, reregisteredAt, unregisteredAt, allocated = NOTHING, offered } = framework;
  const share = dominantShare(allocated, clusterUsage(useModel(), {}).total);
  return (
    <Facts
      facts={[
        webuiUrl === ""
          ? undefined
          : { label: "Its page", value: <OuterLink url={webuiUrl}>{webuiUrl}</OuterLink> },
        { label: "User", value: user },
        { label: <Term of="role">Roles</Term>, value: roles.join(", ") },
        principal === ""
          ? undefined
          : { label: <Term of="principal">Principal</Term>, value: principal },
        hostname === "" ? undefined : { label: "Host", value: hostname },
        {
          label: <Term of="allocated">Allocated</Term>,
          value: amountsText(allocated) || "nothing",
        },
        { label: <Term of="offered">Offered</Term>, value: amountsText(offered) || "nothing" },
        { label: <Term of="share">Share</Term>, value: `${(share * 100).toFixed(1)} %` },
        { label: "Registered", value: <Time at={registeredAt} /> },
        reregisteredAt === undefined || reregisteredAt === registeredAt
          ? undefined
          : { label: "Registered again", value: <Time at={reregisteredAt} /> },
        unregisteredAt === undefined
          ? undefined
          : { label: "Unregistered", value: <Time at={unregisteredAt} /> },
        {
          label: "May be away for",
          value: failoverTimeout > 0 ? formatDuration(failoverTimeout) : "no time at all",
        },
        webuiUrl === "" || isWebAddress(webuiUrl)
          ? undefined
          : { label: "Note", value: "Its page is no web address, and so no link." },
      ]}
    />
  );
}

function Teardown({ framework: { id, name } }: { readonly framework: Framework }) {
  const [isOpen, setOpen] = useState(false);
  const count = useModel().active.get(id) ?? 0;
  return (
    <>
      <button type="button" class="button danger-soft" onClick={() => setOpen(true)}>
        Tear down…
      </button>
      {isOpen && (
        <FormDialog
          title={`Tear down ${name}?`}
          intro={`All of its tasks are ended, ${count.toLocaleString()} at the moment, and it cannot come back with this id.`}
          fields={[{ name: "name", label: `Type ${name} to confirm`, isRequired: true }]}
          submit="Tear down"
          isDangerous={true}
          done={`${name} is torn down`}
          send={(texts) =>
            texts["name"] === name
              ? {
                  type: "ok",
                  value: () => call("TEARDOWN", { framework_id: { value: id } }),
                }
              : { type: "wrong", field: "name", text: `Type ${name} to confirm` }
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
