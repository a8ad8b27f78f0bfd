/** Maintenance, planned. */
import { call, getSchedule } from "../live/api.ts";
import { typedWindow, withWindow } from "../model/forms.ts";
import type { MaintenanceWindow } from "../model/wire.ts";
import { type Field, FormDialog } from "../ui/dialog.tsx";

const HOUR_MS = 3_600_000;

interface WindowDialogProps {
  /** That are put into the form, one a line. */
  readonly machines: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function WindowDialog({ machines, onDone, onClose }: WindowDialogProps) {
  const fields: readonly Field[] = [
    {
      name: "machines",
      label: "Machines",
      type: "lines",
      initial: machines,
      placeholder: "host1.example.com 10.0.0.1",
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
        return { type: "ok", value: () => plan(typed.value) };
      }}
      onDone={onDone}
      onClose={onClose}
    />
  );
}

/** Into the schedule as it is now: somebody else may have changed it meanwhile. */
async function plan(window: MaintenanceWindow): Promise<unknown> {
  const schedule = withWindow(await getSchedule(), window);
  return call("UPDATE_MAINTENANCE_SCHEDULE", { schedule });
}

/** As an input of a date and a time has it, in the browser's time zone. */
function localText(date: Date): string {
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
