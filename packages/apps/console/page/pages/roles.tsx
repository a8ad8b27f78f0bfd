/** Roles as a tree: who should have what, and who has it. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { getRoles } from "../live/api.ts";
import { formatScalar } from "../model/format.ts";
import { clusterUsage } from "../model/overview.ts";
import { isNothing, SCALAR_LABELS, SCALARS, type Scalar } from "../model/resources.ts";
import { flatten, type Role, roleTree } from "../model/roles.ts";
import { useApp, useModel } from "../ui/app-context.ts";
import { useAsked } from "../ui/hooks.ts";
import {
  amountsText,
  Command,
  Empty,
  Filter,
  FrameworkLink,
  PageHead,
  Term,
} from "../ui/parts.tsx";
import { look } from "../ui/router.ts";
import { NewRoleDialog, QuotaDialog, WeightDialog } from "./role-forms.tsx";

export function RolesPage() {
  const { route, store } = useApp();
  const model = useModel();
  const { value, error, refresh } = useAsked("roles", getRoles);
  const [isNew, setNew] = useState(false);
  const { total } = clusterUsage(model, store.metrics.value);
  const find = (route.value.query["find"] ?? "").toLowerCase();
  const all = flatten(roleTree(value ?? [], total));
  const roles = all.filter(({ name }) => name.toLowerCase().includes(find));
  return (
    <>
      <PageHead
        title="Roles"
        actions={
          <>
            <Filter
              label="Filter roles"
              value={route.value.query["find"] ?? ""}
              onChange={(next) => look(route.value, { find: next })}
            />
            <button type="button" class="button" onClick={() => setNew(true)}>
              Set a quota…
            </button>
          </>
        }
      />
      <p class="explain">
        A <Term of="role">role</Term> says whose share something is. Each bar shows what a role
        holds; the mark on it is its <Term of="fair">fair share</Term>.
      </p>
      {value === undefined ? (
        <p class="muted loading">{error?.message ?? "Asking the master…"}</p>
      ) : roles.length === 0 ? (
        <NoRoles isFiltered={find !== ""} />
      ) : (
        <ul class="roles" aria-label="Roles">
          {roles.map((role) => (
            <RoleItem key={role.name} role={role} onChange={refresh} />
          ))}
        </ul>
      )}
      {isNew && <NewRoleDialog onDone={refresh} onClose={() => setNew(false)} />}
    </>
  );
}

function NoRoles({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) return <Empty title="No role is called that." />;
  return (
    <Empty title="No roles yet.">
      <p>A role is there as soon as a framework uses it, or somebody gives it a quota:</p>
      <Command>{`npx mesos-execute --master=${location.host} --role=eng/web --name=hello --command='sleep 60'`}</Command>
    </Empty>
  );
}

interface RoleItemProps {
  readonly role: Role;
  readonly onChange: () => void;
}

function RoleItem({ role, onChange }: RoleItemProps) {
  const [open, setOpen] = useState<"quota" | "weight">();
  const close = (): void => setOpen(undefined);
  return (
    <li class="role" style={{ "--depth": `${role.depth}` }}>
      <RoleHead role={role} onOpen={setOpen} />
      <ShareBar role={role} />
      <RoleFacts role={role} />
      <QuotaTable role={role} />
      {open === "quota" && <QuotaDialog role={role} onDone={onChange} onClose={close} />}
      {open === "weight" && <WeightDialog role={role} onDone={onChange} onClose={close} />}
    </li>
  );
}

interface RoleHeadProps {
  readonly role: Role;
  readonly onOpen: (what: "quota" | "weight") => void;
}

function RoleHead({ role: { name, label, depth, weight }, onOpen }: RoleHeadProps) {
  const button = (what: "quota" | "weight", text: string) => (
    <button
      type="button"
      class="button small"
      aria-label={`${text} of ${name}`}
      onClick={() => onOpen(what)}
    >
      {text}…
    </button>
  );
  return (
    <div class="role-head">
      <h2 class="role-name">
        {depth > 0 && <span class="role-parent">{name.slice(0, -label.length)}</span>}
        {label}
      </h2>
      <span class="muted">
        <Term of="weight">weight</Term> {weight}
      </span>
      <span class="role-actions">
        {/* The master refuses quota of roles that have a parent. */}
        {depth === 0 && button("quota", "Quota")}
        {button("weight", "Weight")}
      </span>
    </div>
  );
}

function RoleFacts({ role }: { readonly role: Role }) {
  const { allocated, offered, reserved, frameworkIds } = role;
  return (
    <dl class="role-facts">
      <RoleFact label={<Term of="allocated">Allocated</Term>} amounts={allocated} />
      <RoleFact label={<Term of="offered">Offered</Term>} amounts={offered} />
      <RoleFact label={<Term of="reserved">Reserved</Term>} amounts={reserved} />
      {frameworkIds.length > 0 && (
        <div>
          <dt>
            <Term of="framework">Frameworks</Term>
          </dt>
          <dd class="linked">
            {frameworkIds.map((id) => (
              <FrameworkLink key={id} id={id} />
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

interface RoleFactProps {
  readonly label: ComponentChildren;
  readonly amounts: Role["allocated"];
}

function RoleFact({ label, amounts }: RoleFactProps) {
  if (isNothing(amounts)) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{amountsText(amounts)}</dd>
    </div>
  );
}

function ShareBar({ role: { share, fairShare } }: { readonly role: Role }) {
  const percent = (part: number): string => `${Math.min(100, part * 100)}%`;
  return (
    <div class="share">
      <span class="bar" aria-hidden="true">
        <span class="bar-allocated" style={{ width: percent(share) }} />
        {fairShare > 0 && <span class="bar-mark" style={{ left: percent(fairShare) }} />}
      </span>
      <span class="share-text">
        holds {(share * 100).toFixed(1)} %
        {fairShare > 0 && (
          <span class="muted">
            {" "}
            · <Term of="fair">fair</Term> {(fairShare * 100).toFixed(1)} %
          </span>
        )}
      </span>
    </div>
  );
}

interface QuotaBarProps {
  readonly used: number;
  readonly guarantee: number | undefined;
  readonly limit: number | undefined;
}

/** What is used of the limit, with a mark at the guarantee; without a limit, of the guarantee. */
function QuotaBar({ used, guarantee = 0, limit }: QuotaBarProps) {
  const whole = Math.max(limit ?? guarantee, 0);
  const percent = (value: number): string =>
    `${whole > 0 ? Math.min(100, (value / whole) * 100) : 0}%`;
  return (
    <span class="bar" aria-hidden="true">
      <span class="bar-allocated" style={{ width: percent(used) }} />
      {guarantee > 0 && limit !== undefined && (
        <span class="bar-mark" style={{ left: percent(guarantee) }} />
      )}
    </span>
  );
}

/** What is promised and allowed, of each resource that either names. */
function QuotaTable({ role: { guarantee, limit, consumed, name } }: { readonly role: Role }) {
  const names = SCALARS.filter((each) => guarantee.has(each) || limit.has(each));
  if (names.length === 0) return null;
  const text = (of: Scalar, value: number | undefined): string =>
    value === undefined ? "–" : formatScalar(of, value);
  return (
    <table class="quota" aria-label={`Quota of ${name}`}>
      <thead>
        <tr>
          <th scope="col">Quota</th>
          <th scope="col">Used</th>
          <th scope="col">
            <Term of="guarantee">Guarantee</Term>
          </th>
          <th scope="col">
            <Term of="limit">Limit</Term>
          </th>
        </tr>
      </thead>
      <tbody>
        {names.map((each) => (
          <tr key={each}>
            <th scope="row">
              {SCALAR_LABELS[each]}
              <QuotaBar
                used={consumed[each]}
                guarantee={guarantee.get(each)}
                limit={limit.get(each)}
              />
            </th>
            <td>{formatScalar(each, consumed[each])}</td>
            <td>{text(each, guarantee.get(each))}</td>
            <td class={limit.has(each) && consumed[each] >= (limit.get(each) ?? 0) ? "full" : ""}>
              {text(each, limit.get(each))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
