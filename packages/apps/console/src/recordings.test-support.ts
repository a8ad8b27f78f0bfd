import { readFileSync } from "node:fs";
import { Model } from "../page/model/model.ts";
import { applyEvent, applySlice, keepUsage, slicesOf, successorOf } from "../page/model/reducer.ts";
import type { OperatorEvent, StateSummary } from "../page/model/wire.ts";

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

/** A model that has taken these events, as the page's own does. */
export function modelOf(events: readonly OperatorEvent[], before = new Model()): Model {
  let model = before;
  for (const event of events) {
    if (event.subscribed === undefined) {
      applyEvent(model, event);
      continue;
    }
    const next = successorOf(model);
    for (const slice of slicesOf(event.subscribed.get_state ?? {})) applySlice(next, slice);
    keepUsage(next, model);
    model = next;
  }
  return model;
}
