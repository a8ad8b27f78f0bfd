/** Drain, deactivate, reactivate, mark gone: each after a question. */
import { useState } from "preact/hooks";
import { call } from "../live/api.ts";
import type { Agent } from "../model/entities.ts";
import { type Texts, typedDrain } from "../model/forms.ts";
import { type Field, FormDialog } from "../ui/dialog.tsx";
import { go } from "../ui/router.ts";
import { WindowDialog } from "./window-dialog.tsx";

type Action = "drain" | "deactivate" | "reactivate" | "maintain" | "gone";

/** What makes sense in the agent's state. */
function actionsFor({ state }: Agent): readonly Action[] {
  switch (state) {
    case "active":
      return ["drain", "deactivate", "maintain", "gone"];
    case "deactivated":
    case "drained":
    case "draining":
      return [
        "reactivate",
        ...(state === "deactivated" ? ["drain" as const] : []),
        "maintain",
        "gone",
      ];
    case "inactive":
    case "recovering":
      return ["drain", "maintain", "gone"];
    default:
      return state satisfies never;
  }
}

const LABELS: Readonly<Record<Action, string>> = {
  drain: "Drain…",
  deactivate: "Deactivate…",
  reactivate: "Reactivate…",
  maintain: "Maintenance…",
  gone: "Mark gone…",
};

export function AgentActions({ agent }: { readonly agent: Agent }) {
  const [open, setOpen] = useState<Action>();
  const close = (): void => setOpen(undefined);
  return (
    <>
      {actionsFor(agent).map((action) => (
        <button
          key={action}
          type="button"
          class={action === "gone" ? "button danger-soft" : "button"}
          onClick={() => setOpen(action)}
        >
          {LABELS[action]}
        </button>
      ))}
      {open === "drain" && <DrainDialog agent={agent} onClose={close} />}
      {(open === "deactivate" || open === "reactivate") && (
        <SimpleDialog agent={agent} action={open} onClose={close} />
      )}
      {open === "maintain" && (
        <WindowDialog
          machines={`${agent.hostname} ${agent.ip}`.trim()}
          onDone={() => go("#/maintenance")}
          onClose={close}
        />
      )}
      {open === "gone" && <GoneDialog agent={agent} onClose={close} />}
    </>
  );
}

interface DialogProps {
  readonly agent: Agent;
  readonly onClose: () => void;
}

const DRAIN_FIELDS: readonly Field[] = [
  {
    name: "grace",
    label: "Longest grace period",
    placeholder: "each task's own",
    hint: "How long a task has to end after it was asked to, like 5min or 1h 30min.",
    about: /grace/i,
  },
  {
    name: "gone",
    label: "Mark it as gone when it is empty",
    type: "check",
    hint: "For a machine that never comes back. This cannot be undone.",
  },
];

function DrainDialog({ agent, onClose }: DialogProps) {
  return (
    <FormDialog
      title={`Drain ${agent.hostname}?`}
      intro="Its tasks are ended, and nothing new is started here, until it is reactivated."
      fields={DRAIN_FIELDS}
      submit="Drain"
      isDangerous={true}
      done={`${agent.hostname} drains`}
      send={(texts) => {
        const typed = typedDrain(agent.id, texts["grace"] ?? "", texts["gone"] === "yes");
        if (typed.type === "wrong") return typed;
        return { type: "ok", value: () => call("DRAIN_AGENT", typed.value) };
      }}
      onClose={onClose}
    />
  );
}

interface SimpleDialogProps extends DialogProps {
  readonly action: "deactivate" | "reactivate";
}

function SimpleDialog({ agent, action, onClose }: SimpleDialogProps) {
  const isOff = action === "deactivate";
  const type = isOff ? "DEACTIVATE_AGENT" : "REACTIVATE_AGENT";
  return (
    <FormDialog
      title={`${isOff ? "Deactivate" : "Reactivate"} ${agent.hostname}?`}
      intro={
        isOff
          ? "What runs there goes on, and nothing new is started until it is reactivated."
          : "Its resources are offered again."
      }
      fields={[]}
      submit={isOff ? "Deactivate" : "Reactivate"}
      done={`${agent.hostname} is ${isOff ? "deactivated" : "in use again"}`}
      send={() => ({ type: "ok", value: () => call(type, { agent_id: { value: agent.id } }) })}
      onClose={onClose}
    />
  );
}

function GoneDialog({ agent, onClose }: DialogProps) {
  return (
    <FormDialog
      title={`Mark ${agent.hostname} as gone?`}
      intro="Its tasks count as ended, and it will never be let in again. This cannot be undone."
      fields={[
        {
          name: "host",
          label: `Type ${agent.hostname} to confirm`,
          isRequired: true,
        },
      ]}
      submit="Mark as gone"
      isDangerous={true}
      done={`${agent.hostname} is gone`}
      send={(texts: Texts) => {
        if (texts["host"] !== agent.hostname) {
          return { type: "wrong", field: "host", text: `Type ${agent.hostname} to confirm` };
        }
        const payload = { agent_id: { value: agent.id } };
        return { type: "ok", value: () => call("MARK_AGENT_GONE", payload) };
      }}
      onDone={() => go("#/agents?show=gone")}
      onClose={onClose}
    />
  );
}
