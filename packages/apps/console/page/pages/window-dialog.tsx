/** Maintenance, planned. */
import { call } from "../live/api.ts";
import { typedWindow, withWindow } from "../model/forms.ts";
import type { Schedule } from "../model/wire.ts";
import { useModel } from "../ui/app-context.ts";
import { type Field, FormDialog } from "../ui/dialog.tsx";

/** Machines that are put into the form for a start. */
const SUGGESTED = 1;
const HOUR_MS = 3_600_000;

interface WindowDialogProps {
  readonly schedule: Schedule;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function WindowDialog({ schedule, onDone, onClose }: WindowDialogProps) {
  const machines = [...useModel().agents.values()]
    .slice(0, SUGGESTED)
    .map(({ hostname, ip }) => `${hostname} ${ip}`.trim());
  const fields: readonly Field[] = [
    {
      name: "machines",
      label: "Machines",
      type: "lines",
      placeholder: machines.join("\n") || "host1.example.com 10.0.0.1",
      hint: "One in a line: its host name and its IP address, as its agent has them.",
      isRequired: true,
      about: /machine|hostname|ip address/i,
    },
    {
      name: "start",
      label: "Begins",
      type: "datetime-local",
      initial: localText(new Date(Date.now() + HOUR_MS)),
      isRequired: true,
      about: /start/i,
    },
    {
      name: "duration",
      label: "Lasts",
      placeholder: "until further notice",
      hint: "Like 90min or 2h 30min.",
      about: /duration|unavailability/i,
    },
  ];
  return (
    <FormDialog
      title="Plan maintenance"
      intro="Frameworks are asked to leave these machines by then."
      fields={fields}
      submit="Add to the schedule"
      done="The maintenance is planned"
      send={(texts) => {
        const typed = typedWindow(texts);
        if (typed.type === "wrong") return typed;
        const payload = { schedule: withWindow(schedule, typed.value) };
        return { type: "ok", value: () => call("UPDATE_MAINTENANCE_SCHEDULE", payload) };
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

/** As an input of a date and a time has it, in the browser's time zone. */
function localText(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
