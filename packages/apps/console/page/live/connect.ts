/** Joins the store to the master: the worker's stream, and what is asked for now and then. */
import type { ReadonlySignal } from "@preact/signals";
import { formatRoute, type Route } from "../model/route.ts";
import { getMaster, getMetrics, getVersion } from "./api.ts";
import type { FeedCommand, FeedMessage } from "./feed.ts";
import { Poller } from "./poller.ts";
import type { Store } from "./store.ts";
import { TIMERS } from "./timers.ts";

export interface Link {
  /** Something was changed from here: what is polled is asked for soon. */
  readonly hurry: () => void;
  /** Does not wait for the next try. */
  readonly retry: () => void;
}

/**
 * The figures of the whole cluster are asked for first, and shown: the state of a large one keeps
 * the master busy for a while. The stream waits for them, but not longer than this.
 */
const HEAD_START_MS = 500;

export function connect(store: Store, route: ReadonlySignal<Route>): Link {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  const tell = (command: FeedCommand): void => worker.postMessage(command);
  let isStarted = false;
  const start = (): void => {
    if (!isStarted) tell("start");
    isStarted = true;
  };
  const poller = new Poller({
    ...TIMERS,
    now: () => performance.now(),
    ask: async () => {
      if (document.hidden) return;
      store.takeMetrics(await getMetrics().finally(start), Date.now() / 1000);
    },
  });
  worker.addEventListener("message", ({ data }: MessageEvent<FeedMessage>) => {
    store.take(data);
    if (data.type !== "connection") return;
    if (data.connection.type === "live") askFacts(store);
    if (data.connection.type === "waiting" && data.connection.isElsewhere) {
      void goToLeader(store, route);
    }
  });
  document.addEventListener("visibilitychange", () => {
    tell(document.hidden ? "hidden" : "visible");
    if (!document.hidden) poller.nudge();
  });
  poller.start();
  askFacts(store);
  setTimeout(start, HEAD_START_MS);
  return {
    hurry: () => {
      tell("hurry");
      poller.hurry();
    },
    retry: () => tell("retry"),
  };
}

/**
 * This master names the one that leads; what the address shows after `#` goes along, and who sent
 * it there, so that the page can say that the leader changed.
 */
async function goToLeader(store: Store, route: ReadonlySignal<Route>): Promise<void> {
  if (!(await isLedFromElsewhere())) return;
  const { page, query } = route.peek();
  const from = store.isLoaded.peek() ? location.host : (query["from"] ?? "");
  location.replace(`/redirect${formatRoute({ page, query: { ...query, from } })}`);
}

/**
 * A master that led and was started again names itself until its old session is over: going there
 * would only show the page anew, again and again. That it names another one can be told only by
 * the page's policy, which does not let the request follow to there.
 */
async function isLedFromElsewhere(): Promise<boolean> {
  try {
    await fetch("/redirect", { cache: "no-store" });
    return false;
  } catch {
    // Or it is gone altogether, and then the page must not go, too.
    const health = await fetch("/health", { cache: "no-store" }).catch(() => undefined);
    return health?.ok === true;
  }
}

function askFacts(store: Store): void {
  Promise.all([getMaster(), getVersion()]).then(
    ([{ get_master }, { version = "", build_date = "" }]) => {
      const info = get_master?.master_info;
      store.facts.value = {
        ...store.facts.peek(),
        id: info?.id ?? "",
        leader: info === undefined ? "" : `${info.hostname ?? ""}:${info.port ?? ""}`,
        version: info?.version ?? version,
        builtAt: build_date,
        startedAt: get_master?.start_time,
        electedAt: get_master?.elected_time,
      };
    },
    () => {
      // Only facts of the overview are missing; they come with the next connection.
    },
  );
}
