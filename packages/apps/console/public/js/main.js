/** The page: joins the stream, the model and the view that the address asks for. */
import { getMaster, getSummary } from "./api.js";
import { h, setText, show } from "./dom.js";
import { Model } from "./model.js";
import { usageOf } from "./overview.js";
import { emptyState, refreshTimes } from "./parts.js";
import { Poller } from "./poller.js";
import { applyEvent, applyMaster, applySummary } from "./reducer.js";
import { parseRoute } from "./route.js";
import { EventStream } from "./stream.js";
import { agentView, frameworkView } from "./views/details.js";
import { agentSection, frameworkSection } from "./views/lists.js";
import { overviewView } from "./views/overview.js";
import { taskView } from "./views/task.js";
import { taskSections } from "./views/tasks.js";

/**
 * What the views need.
 * @typedef {{readonly model: Model, readonly usage: () => ReturnType<typeof usageOf>}} Context
 */

/** Changes are drawn together, at most this often. */
const DRAW_MS = 120;
/** Between draws, this many times as long as the last one took: large clusters are slow to draw. */
const DRAW_REST_FACTOR = 8;
const TICK_MS = 1000;
/** Rows of a page that is one list. */
const LIST_ROWS = 100;

const model = new Model();
/** @type {{revision: number, value: ReturnType<typeof usageOf>} | undefined} */
let usage;
/** @type {Context} */
const context = {
  model,
  usage() {
    if (usage?.revision !== model.revision) {
      usage = { revision: model.revision, value: usageOf(model) };
    }
    return usage.value;
  },
};

/** @param {string} id */
function element(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element '${id}'`);
  return found;
}

const place = element("view");
const notice = element("notice");
const connection = element("connection");

/** @type {import("./dom.js").View & {setPath?: (path: string) => void}} */
let view = { element: h("div"), update() {} };
/** The task whose view is shown, if it is one. */
let shownTask = "";

/**
 * @param {import("./route.js").Route} route
 * @returns {import("./dom.js").View & {setPath?: (path: string) => void}}
 */
function viewOf(route) {
  switch (route.type) {
    case "overview":
      return overviewView(context);
    case "tasks":
      return taskSections(context, { rows: LIST_ROWS, level: "h1" });
    case "agents":
      return agentSection(context, { rows: LIST_ROWS, level: "h1" });
    case "frameworks":
      return frameworkSection(context, { rows: LIST_ROWS, level: "h1" });
    case "agent":
      return agentView(context, route.id);
    case "framework":
      return frameworkView(context, route.id);
    case "task":
      return taskView(context, { ...route, path: "" });
    case "sandbox":
      return taskView(context, route);
    case "unknown": {
      const unknown = emptyState(
        "There is no such page.",
        "The links above lead to those there are.",
      );
      return { element: unknown, update() {} };
    }
    default:
      return /** @type {never} */ (route);
  }
}

function openRoute() {
  const route = parseRoute(location.hash);
  const isTask = route.type === "task" || route.type === "sandbox";
  const task = isTask ? `${route.frameworkId}\n${route.taskId}` : "";
  markNavigation(route.type);
  if (isTask && task === shownTask) {
    view.setPath?.(route.type === "sandbox" ? route.path : "");
    return;
  }
  const isFirst = place.childElementCount === 0;
  shownTask = task;
  view.close?.();
  view = viewOf(route);
  place.replaceChildren(view.element);
  draw();
  if (isFirst) return;
  scrollTo(0, 0);
  place.focus({ preventScroll: true });
}

/** @param {string} type */
function markNavigation(type) {
  /** @type {Record<string, string>} */
  const sections = { task: "tasks", sandbox: "tasks", agent: "agents", framework: "frameworks" };
  const current = sections[type] ?? type;
  for (const link of document.querySelectorAll("[data-page]")) {
    if (link.getAttribute("data-page") === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

let isDrawPlanned = false;
let lastDrawMs = 0;

function planDraw() {
  if (isDrawPlanned) return;
  isDrawPlanned = true;
  setTimeout(
    () => {
      isDrawPlanned = false;
      draw();
    },
    Math.max(DRAW_MS, lastDrawMs * DRAW_REST_FACTOR),
  );
}

function draw() {
  const start = performance.now();
  show(place, model.isLoaded);
  show(element("loading"), !model.isLoaded);
  view.update();
  const { cluster } = model.master;
  const title = place.querySelector("h1")?.textContent ?? "";
  document.title = [title, cluster === title ? "" : cluster, "mesos-ts"]
    .filter(Boolean)
    .join(" · ");
  lastDrawMs = performance.now() - start;
}

/** @param {import("./stream.js").Connection} state */
function showConnection(state) {
  const isLive = state.type === "live";
  connection.dataset["state"] = isLive ? "live" : "waiting";
  setText(connection, isLive ? "Live" : model.isLoaded ? "Reconnecting" : "Connecting");
  if (state.type === "connecting") return;
  show(notice, !isLive);
  if (state.type === "live") {
    notice.replaceChildren();
    return;
  }
  if (state.isElsewhere) {
    notice.replaceChildren("Another master leads. Going there…");
    goToLeader();
    return;
  }
  const then = model.isLoaded ? " What you see is from before." : "";
  notice.replaceChildren(`${state.reason} Reconnecting…${then}`);
}

/** This master names the one that leads; what the address shows after `#` goes along. */
function goToLeader() {
  location.replace(`/redirect${location.hash}`);
}

const timers = {
  setTimer: (/** @type {() => void} */ run, /** @type {number} */ ms) => setTimeout(run, ms),
  clearTimer: (/** @type {any} */ timer) => clearTimeout(timer),
};

const poller = new Poller({
  ...timers,
  ask: async () => {
    if (document.hidden) return;
    applySummary(model, await getSummary());
    planDraw();
  },
  now: () => performance.now(),
});

const stream = new EventStream({
  ...timers,
  fetch: (url, init) => fetch(url, init),
  random: Math.random,
  onConnection: (state) => {
    showConnection(state);
    if (state.type !== "live") return;
    getMaster().then(
      (reply) => {
        applyMaster(model, reply);
        planDraw();
      },
      () => {
        // Only the facts of the header are missing; they come with the next connection.
      },
    );
  },
  onEvents: (events) => {
    for (const event of events) applyEvent(model, event);
    poller.nudge();
    planDraw();
  },
});

/** A slash goes to the filter, as in many pages. @param {KeyboardEvent} event */
function pressed(event) {
  const isTyping = event.target instanceof HTMLInputElement;
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  if (event.key !== "/" || isTyping || hasModifier) return;
  const filter = document.querySelector("input.filter");
  if (!(filter instanceof HTMLInputElement)) return;
  event.preventDefault();
  filter.focus();
}

document.querySelector(".skip")?.addEventListener("click", (event) => {
  // The address after `#` says what is shown, and so the link may not change it.
  event.preventDefault();
  place.focus();
});
addEventListener("hashchange", openRoute);
addEventListener("keydown", pressed);
document.addEventListener("visibilitychange", () => poller.nudge());
setInterval(refreshTimes, TICK_MS);
openRoute();
stream.start();
poller.start();
