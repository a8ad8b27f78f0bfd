/** All frameworks: active, inactive, completed. */
import { useMemo } from "preact/hooks";
import type { Framework } from "../model/entities.ts";
import { shortId } from "../model/format.ts";
import type { Model } from "../model/model.ts";
import { clusterUsage } from "../model/overview.ts";
import { dominantShare, NOTHING } from "../model/resources.ts";
import { formatPage } from "../model/route.ts";
import { findFrameworks } from "../model/search.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import {
  amountsText,
  Choices,
  Command,
  Empty,
  Filter,
  FrameworkBadge,
  PageHead,
  Term,
  Time,
} from "../ui/parts.tsx";
import { look } from "../ui/router.ts";
import { type Column, Table } from "../ui/table.tsx";

const KINDS = {
  active: "Active",
  inactive: "Inactive",
  completed: "Completed",
} as const;

function kindOf({ state }: Framework): keyof typeof KINDS {
  return state === "active" || state === "completed" ? state : "inactive";
}

const columnsOf = (model: Model, isOver: boolean): Column<Framework>[] => {
  const { total } = clusterUsage(model, {});
  const shareOf = ({ allocated = NOTHING }: Framework) => dominantShare(allocated, total);
  return [
    {
      key: "framework",
      label: <Term of="framework">Framework</Term>,
      width: 2.4,
      phone: "main",
      sort: ({ name }) => name,
      render: ({ id, name }) => (
        <>
          <a class="name" href={formatPage({ type: "framework", id })}>
            {name || shortId(id)}
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
      render: ({ state }) => <FrameworkBadge state={state} />,
    },
    {
      key: "roles",
      label: <Term of="role">Roles</Term>,
      width: 2,
      phone: "sub",
      sort: ({ roles }) => roles.join(),
      render: ({ roles }) => roles.join(", "),
    },
    {
      key: "user",
      label: "User",
      width: 1,
      sort: ({ user }) => user,
      render: ({ user }) => user,
    },
    ...(isOver ? [] : liveColumns(model, shareOf)),
    {
      key: "registered",
      label: "Registered",
      width: 1.4,
      isNumber: true,
      sort: ({ registeredAt }) => registeredAt,
      render: ({ registeredAt }) => <Time at={registeredAt} />,
    },
    ...(isOver
      ? [
          {
            key: "unregistered",
            label: "Unregistered",
            width: 1.4,
            isNumber: true,
            sort: ({ unregisteredAt }: Framework) => unregisteredAt,
            render: ({ unregisteredAt }: Framework) => <Time at={unregisteredAt} />,
          },
        ]
      : []),
  ];
};

function liveColumns(model: Model, shareOf: (of: Framework) => number): Column<Framework>[] {
  return [
    {
      key: "tasks",
      label: "Tasks",
      width: 0.9,
      isNumber: true,
      phone: "sub",
      sort: ({ id }) => model.active.get(id) ?? 0,
      render: ({ id }) => (model.active.get(id) ?? 0).toLocaleString(),
    },
    {
      key: "allocated",
      label: <Term of="allocated">Allocated</Term>,
      width: 3,
      isNumber: true,
      sort: ({ allocated = NOTHING }) => allocated.cpus,
      render: ({ allocated = NOTHING }) => amountsText(allocated) || "–",
    },
    {
      key: "share",
      label: <Term of="share">Share</Term>,
      width: 1,
      isNumber: true,
      sort: shareOf,
      render: (framework) => `${(shareOf(framework) * 100).toFixed(1)} %`,
    },
  ];
}

export function FrameworksPage() {
  const { route, store } = useApp();
  const { query } = route.value;
  const model = useModel();
  const find = query["find"] ?? "";
  const show = query["show"] ?? "active";
  const revision = store.revision.value;
  const columns = useMemo(() => columnsOf(model, show === "completed"), [model, revision, show]);
  const all = [...model.frameworks.values(), ...[...model.completedFrameworks.values()].reverse()];
  const kinds = Map.groupBy(all, kindOf);
  const rows = findFrameworks(kinds.get(show as keyof typeof KINDS) ?? [], find);
  return (
    <>
      <PageHead
        title="Frameworks"
        actions={
          <Filter
            label="Filter frameworks"
            value={find}
            onChange={(next) => look(route.value, { find: next })}
          />
        }
      />
      <div class="look">
        <Choices
          label="Which frameworks"
          tabs={Object.entries(KINDS).map(([key, label]) => ({
            key,
            label,
            count: kinds.get(key as keyof typeof KINDS)?.length ?? 0,
          }))}
          chosen={show}
          onChoose={(next) => look(route.value, { show: next })}
        />
      </div>
      <Table
        label="Frameworks"
        rows={rows}
        columns={columns}
        keyOf={({ id }) => id}
        sort={query["sort"] ?? ""}
        onSort={(sort) => look(route.value, { sort })}
        empty={<NoFrameworks isPlain={find === "" && show === "active"} />}
      />
    </>
  );
}

function NoFrameworks({ isPlain }: { readonly isPlain: boolean }) {
  if (!isPlain) return <Empty title="No framework is like that." />;
  return (
    <Empty title="No frameworks yet.">
      <p>A framework is a program that runs its tasks here. The smallest one runs a command:</p>
      <Command>{`npx mesos-execute --master=${location.host} --name=hello --command='echo hello'`}</Command>
    </Empty>
  );
}
