/** What of an agent is kept for whom; reserved and given back in forms. */
import { useState } from "preact/hooks";
import { call } from "../live/api.ts";
import type { Agent } from "../model/entities.ts";
import { type Texts, typedReservation } from "../model/forms.ts";
import { byReservation, type ReservedPart } from "../model/resources.ts";
import type { AgentState } from "../model/sandbox.ts";
import { type Field, FormDialog } from "../ui/dialog.tsx";
import { amountsText, Section, Term } from "../ui/parts.tsx";

interface ReservationsProps {
  readonly agent: Agent;
  readonly state: AgentState | undefined;
  readonly onChange: () => void;
}

export function Reservations({ agent, state, onChange }: ReservationsProps) {
  const [open, setOpen] = useState<ReservedPart | "new">();
  const close = (): void => setOpen(undefined);
  if (state === undefined) return null;
  const resources = [
    ...(state.unreserved_resources_full ?? []),
    ...Object.values(state.reserved_resources_full ?? {}).flat(),
  ];
  return (
    <Section
      title={<Term of="reserved">Reservations</Term>}
      label="Reservations"
      aside={
        <button type="button" class="button small" onClick={() => setOpen("new")}>
          Reserve…
        </button>
      }
    >
      <ul class="parts">
        {byReservation(resources).map((part) => (
          <li key={`${part.role} ${part.isDynamic} ${part.principal}`} class="part">
            <div>
              <strong>{part.role === "" ? "Unreserved" : part.role}</strong>{" "}
              <span class="muted">{partKind(part)}</span>
            </div>
            <div>{amountsText(part.amounts) || "ports only"}</div>
            {part.isDynamic && (
              <button type="button" class="button small" onClick={() => setOpen(part)}>
                Unreserve…
              </button>
            )}
          </li>
        ))}
      </ul>
      {open === "new" && <ReserveDialog agent={agent} onDone={onChange} onClose={close} />}
      {open !== undefined && open !== "new" && (
        <UnreserveDialog agent={agent} part={open} onDone={onChange} onClose={close} />
      )}
    </Section>
  );
}

function partKind({ role, isDynamic, principal, volumes }: ReservedPart): string {
  if (role === "") return "";
  const by = principal === "" ? "" : ` by ${principal}`;
  const kept = volumes.length === 0 ? "" : `, with volumes ${volumes.join(", ")}`;
  return `${isDynamic ? `reserved${by}` : "by the agent's --resources"}${kept}`;
}

const RESERVE_FIELDS: readonly Field[] = [
  { name: "role", label: "For the role", isRequired: true, about: /role/i },
  { name: "principal", label: "By (principal)", placeholder: "nobody", about: /principal/i },
  { name: "cpus", label: "CPUs", type: "number", group: "How much", about: /cpus/ },
  { name: "mem", label: "Memory (MB)", type: "number", group: "How much", about: /\bmem\b/ },
  { name: "disk", label: "Disk (MB)", type: "number", group: "How much", about: /\bdisk\b/ },
  { name: "gpus", label: "GPUs", type: "number", group: "How much", about: /gpus/ },
];

interface DialogProps {
  readonly agent: Agent;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function ReserveDialog({ agent, onDone, onClose }: DialogProps) {
  return (
    <FormDialog
      title={`Reserve on ${agent.hostname}`}
      intro="Offers that are in the way are taken back; what tasks use cannot be reserved."
      fields={RESERVE_FIELDS}
      submit="Reserve"
      done="Reserved"
      send={(texts: Texts) => {
        const typed = typedReservation(texts);
        if (typed.type === "wrong") return typed;
        const payload = { agent_id: { value: agent.id }, resources: typed.value };
        return { type: "ok", value: () => call("RESERVE_RESOURCES", payload) };
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

interface UnreserveProps extends DialogProps {
  readonly part: ReservedPart;
}

function UnreserveDialog({ agent, part, onDone, onClose }: UnreserveProps) {
  const payload = { agent_id: { value: agent.id }, resources: part.resources };
  return (
    <FormDialog
      title={`Give back what ${part.role} has here?`}
      intro={`${amountsText(part.amounts)} will be for everybody again.`}
      fields={[]}
      submit="Unreserve"
      done="Given back"
      send={() => ({ type: "ok", value: () => call("UNRESERVE_RESOURCES", payload) })}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
