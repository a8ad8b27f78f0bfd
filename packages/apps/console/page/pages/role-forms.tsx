/** Quota and weight of a role, edited. */
import { call } from "../live/api.ts";
import { type Texts, type Typed, typedQuota, typedWeight } from "../model/forms.ts";
import { SCALAR_LABELS, SCALARS } from "../model/resources.ts";
import type { Quantities, Role } from "../model/roles.ts";
import { type Field, FormDialog } from "../ui/dialog.tsx";

const UNITS = { cpus: "", mem: " (MB)", disk: " (MB)", gpus: "" } as const;

function quotaFields(guarantee: Quantities, limit: Quantities): Field[] {
  const fields = (prefix: string, group: string, known: Quantities): Field[] =>
    SCALARS.map((name) => ({
      name: prefix + name,
      label: SCALAR_LABELS[name] + UNITS[name],
      type: "number" as const,
      group,
      initial: known.get(name)?.toString() ?? "",
      placeholder: prefix === "limit-" ? "no limit" : "nothing",
      about: new RegExp(`\\b${name}\\b`),
    }));
  return [
    ...fields("guarantee-", "Guarantee: kept free for it", guarantee),
    ...fields("limit-", "Limit: the most it may use", limit),
    {
      name: "force",
      label: "Even if the cluster cannot keep it",
      type: "check",
      hint: "Without, the master refuses guarantees that go beyond what there is.",
    },
  ];
}

function sendQuota(role: string, texts: Texts): Typed<() => Promise<unknown>> {
  const typed = typedQuota(role, texts, texts["force"] === "yes");
  if (typed.type === "wrong") return typed;
  return { type: "ok", value: () => call("UPDATE_QUOTA", typed.value) };
}

interface DialogProps {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

interface RoleDialogProps extends DialogProps {
  readonly role: Role;
}

export function QuotaDialog({ role, onDone, onClose }: RoleDialogProps) {
  const { name, guarantee, limit } = role;
  return (
    <FormDialog
      title={`Quota of ${name}`}
      intro="What is left empty is neither guaranteed nor limited."
      fields={quotaFields(guarantee, limit)}
      submit="Set the quota"
      done={`The quota of ${name} is set`}
      send={(texts) => sendQuota(name, texts)}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

const ROLE_FIELD: Field = {
  name: "role",
  label: "Role",
  placeholder: "eng",
  hint: "Only roles without a parent can have a quota.",
  isRequired: true,
  about: /\brole\b/,
};

export function NewRoleDialog({ onDone, onClose }: DialogProps) {
  const none: Quantities = new Map();
  return (
    <FormDialog
      title="Quota of a role"
      intro="The role need not be in use yet."
      fields={[ROLE_FIELD, ...quotaFields(none, none)]}
      submit="Set the quota"
      done="The quota is set"
      send={(texts) => {
        const role = (texts["role"] ?? "").trim();
        if (role === "") return { type: "wrong", field: "role", text: "Which role?" };
        return sendQuota(role, texts);
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

export function WeightDialog({ role, onDone, onClose }: RoleDialogProps) {
  const { name, weight } = role;
  return (
    <FormDialog
      title={`Weight of ${name}`}
      intro="A role of weight 2 gets twice as much as one of weight 1 beside it."
      fields={[
        {
          name: "weight",
          label: "Weight",
          type: "number",
          initial: `${weight}`,
          isRequired: true,
          about: /weight/i,
        },
      ]}
      submit="Set the weight"
      done={`The weight of ${name} is set`}
      send={(texts) => {
        const typed = typedWeight(name, texts["weight"] ?? "");
        if (typed.type === "wrong") return typed;
        return { type: "ok", value: () => call("UPDATE_WEIGHTS", typed.value) };
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}
