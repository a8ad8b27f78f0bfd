/** When which machines are to go down, and how they are now. */
import { useState } from "preact/hooks";
import { call, getMaintenanceStatus, getSchedule } from "../live/api.ts";
import { secondsOf } from "../model/entities.ts";
import { formatDuration } from "../model/format.ts";
import { withoutWindow } from "../model/forms.ts";
import type { ClusterStatus, MachineId, MaintenanceWindow, Schedule } from "../model/wire.ts";
import { useApp } from "../ui/app-context.ts";
import { FormDialog } from "../ui/dialog.tsx";
import { useAsked } from "../ui/hooks.ts";
import { Badge, Empty, FrameworkLink, PageHead, Section, Term } from "../ui/parts.tsx";
import { WindowDialog } from "./window-dialog.tsx";

export function MaintenancePage() {
  const { value, error, refresh } = useAsked("maintenance", async () => {
    const [schedule, status] = await Promise.all([getSchedule(), getMaintenanceStatus()]);
    return { schedule, status };
  });
  const [isNew, setNew] = useState(false);
  return (
    <>
      <PageHead
        title="Maintenance"
        actions={
          <button
            type="button"
            class="button primary"
            disabled={value === undefined}
            onClick={() => setNew(true)}
          >
            Plan maintenance…
          </button>
        }
      />
      <p class="explain">
        Machines that are planned to go down are <Term of="mode">draining</Term>: frameworks are
        asked to leave them by <Term of="inverse">inverse offers</Term>. They go down only when
        somebody says so.
      </p>
      {value === undefined ? (
        <p class="muted loading">{error?.message ?? "Asking the master…"}</p>
      ) : (
        <>
          <Windows schedule={value.schedule} status={value.status} onChange={refresh} />
          {isNew && <WindowDialog machines="" onDone={refresh} onClose={() => setNew(false)} />}
        </>
      )}
    </>
  );
}

interface WindowsProps {
  readonly schedule: Schedule;
  readonly status: ClusterStatus;
  readonly onChange: () => void;
}

function Windows({ schedule, status, onChange }: WindowsProps) {
  const { windows = [] } = schedule;
  return (
    <Section title="Schedule" count={windows.length}>
      {windows.length === 0 ? (
        <Empty title="Nothing is planned.">
          Plan it here, or with POST /maintenance/schedule: frameworks hear of it, and can move
          their tasks in time.
        </Empty>
      ) : (
        <ul class="windows">
          {windows.map((window, index) => (
            <li key={index} class="window">
              <WindowHead window={window} onRemove={() => remove(window)} onChange={onChange} />
              <ul class="machines">
                {(window.machine_ids ?? []).map((machine) => (
                  <Machine key={machineKey(machine)} {...{ machine, status, onChange }} />
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** From the schedule as it is now: somebody else may have changed it meanwhile. */
async function remove(window: MaintenanceWindow): Promise<unknown> {
  const schedule = withoutWindow(await getSchedule(), window);
  return call("UPDATE_MAINTENANCE_SCHEDULE", { schedule });
}

interface WindowHeadProps {
  readonly window: MaintenanceWindow;
  readonly onRemove: () => Promise<unknown>;
  readonly onChange: () => void;
}

function WindowHead({ window, onRemove, onChange }: WindowHeadProps) {
  const { now } = useApp();
  const [isOpen, setOpen] = useState(false);
  const start = secondsOf(window.unavailability?.start);
  const length = secondsOf(window.unavailability?.duration);
  const end = start === undefined || length === undefined ? undefined : start + length;
  return (
    <div class="window-head">
      <div>
        <strong>{dateText(start)}</strong>
        <span class="muted"> to {end === undefined ? "further notice" : dateText(end)}</span>
        <div class="muted">
          {start === undefined ? "" : whenText(start, end, now.value)}
          {length !== undefined && `, for ${formatDuration(length)}`}
        </div>
      </div>
      <button type="button" class="button small" onClick={() => setOpen(true)}>
        Remove…
      </button>
      {isOpen && (
        <FormDialog
          title="Remove this window?"
          intro="Its machines are offered as before. Those that are down have to be brought up first."
          fields={[]}
          submit="Remove"
          done="The window is removed"
          send={() => ({ type: "ok", value: onRemove })}
          onDone={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}

function dateText(seconds: number | undefined): string {
  if (seconds === undefined) return "?";
  const format = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Date(seconds * 1000).toLocaleString(undefined, format);
}

function whenText(start: number, end: number | undefined, now: number): string {
  if (now < start) return `begins in ${formatDuration(start - now)}`;
  if (end !== undefined && now > end) return `ended ${formatDuration(now - end)} ago`;
  return `began ${formatDuration(now - start)} ago`;
}

function machineKey({ hostname = "", ip = "" }: MachineId): string {
  return `${hostname.toLowerCase()} ${ip}`;
}

interface MachineProps {
  readonly machine: MachineId;
  readonly status: ClusterStatus;
  readonly onChange: () => void;
}

function Machine({ machine, status, onChange }: MachineProps) {
  const [isOpen, setOpen] = useState(false);
  const key = machineKey(machine);
  const isDown = (status.down_machines ?? []).some((each) => machineKey(each) === key);
  const draining = (status.draining_machines ?? []).find(({ id = {} }) => machineKey(id) === key);
  const name = [...new Set([machine.hostname, machine.ip])].filter(Boolean).join(", ");
  const type = isDown ? "STOP_MAINTENANCE" : "START_MAINTENANCE";
  return (
    <li class="machine">
      <span class="machine-name">{name}</span>
      <Badge tone={isDown ? "bad" : "warn"}>{isDown ? "Down" : "Draining"}</Badge>
      <span class="machine-answers">
        {(draining?.statuses ?? []).map(({ framework_id, status: answer = "" }) => (
          <span key={framework_id?.value}>
            <FrameworkLink id={framework_id?.value ?? ""} />{" "}
            <span class="muted">
              {answer === "ACCEPT" ? "leaves" : answer === "DECLINE" ? "stays" : "has not answered"}
            </span>
          </span>
        ))}
      </span>
      <button
        type="button"
        class="button small"
        aria-label={`${isDown ? "Bring up" : "Take down"} ${name}`}
        onClick={() => setOpen(true)}
      >
        {isDown ? "Bring up…" : "Take down…"}
      </button>
      {isOpen && (
        <FormDialog
          title={`${isDown ? "Bring up" : "Take down"} ${name}?`}
          intro={
            isDown
              ? "Its agents may register again, and the machine leaves the schedule."
              : "Its agents are told to end, their tasks count as lost, and it is kept out until it is brought up."
          }
          fields={[]}
          submit={isDown ? "Bring up" : "Take down"}
          isDangerous={!isDown}
          done={isDown ? `${name} is up` : `${name} is down`}
          send={() => ({ type: "ok", value: () => call(type, { machines: [machine] }) })}
          onDone={onChange}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
