import { readFileSync } from "node:fs";
import type { OperatorEvent, StateSummary } from "#page/wire.js";

/** A recording of what Apache Mesos sent, from the fixtures. */
export function recording<T>(name: string): T {
  const url = new URL(`../../../testing/fixtures/http/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as T;
}

/** The events of the recorded operators' stream. */
export function recordedEvents(): OperatorEvent[] {
  const { events } = recording<{ events: { event: OperatorEvent }[] }>("operator_stream");
  return events.map(({ event }) => event);
}

export function recordedSummary(): StateSummary {
  return recording<{ json: StateSummary }>("master_get_state_summary_running").json;
}
