/** The address after `#` as a signal, and changes of it. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { formatRoute, parseRoute, type Route } from "../model/route.ts";

export function followAddress(): ReadonlySignal<Route> {
  const route = signal(parseRoute(location.hash));
  addEventListener("hashchange", () => {
    route.value = parseRoute(location.hash);
  });
  return route;
}

export function go(hash: string): void {
  location.hash = hash;
}

/**
 * Changes how a page is looked at, without a step in the history: typing a filter would be many.
 */
export function look(route: Route, query: Readonly<Record<string, string>>): void {
  const next = formatRoute({ page: route.page, query: { ...route.query, ...query } });
  if (next === location.hash) return;
  history.replaceState(null, "", next);
  dispatchEvent(new HashChangeEvent("hashchange"));
}
