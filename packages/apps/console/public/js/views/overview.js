/** The first page: the whole cluster. */
import { h, KeyedList, setText, show } from "../dom.js";
import { formatDuration, stateLabel } from "../format.js";
import { TROUBLED_STATES } from "../model.js";
import { countAgents, countStates } from "../overview.js";
import { resourceBars } from "../parts.js";
import { agentSection, frameworkSection } from "./lists.js";
import { taskSections } from "./tasks.js";

/** Rows of each list before one asks for more. */
const ROWS = 10;

/**
 * @param {import("../main.js").Context} context
 * @returns {import("../dom.js").View}
 */
export function overviewView(context) {
  const { model } = context;
  const name = h("h1", { tabindex: -1 });
  const facts = h("p", { class: "muted facts-line" });
  const numbers = h("dl", { class: "numbers" });
  const numberList = new KeyedList(
    numbers,
    (/** @type {NumberShown} */ { label }) => label,
    bigNumber,
  );
  const bars = resourceBars();
  const parts = [
    taskSections(context, { rows: ROWS }),
    agentSection(context, { rows: ROWS }),
    frameworkSection(context, { rows: ROWS }),
  ];
  const resources = h(
    "section",
    { class: "section", "aria-label": "Resources" },
    h("div", { class: "section-head" }, h("h2", {}, "Resources"), legend()),
    bars.element,
  );
  const element = h(
    "div",
    {},
    h("header", { class: "hero" }, h("div", {}, name, facts), numbers),
    resources,
    ...parts.map((part) => part.element),
  );
  return {
    element,
    update() {
      const { cluster, leader, version, startedAt } = model.master;
      setText(name, cluster === "" ? "Cluster" : cluster);
      const now = Date.now() / 1000;
      const up = startedAt === undefined ? "" : `up ${formatDuration(now - startedAt)}`;
      const led = leader === "" ? "" : `led by ${leader}`;
      const told = version === "" ? "" : `Mesos ${version}`;
      setText(facts, [told, led, up].filter(Boolean).join(" · "));
      numberList.set(shownNumbers(model));
      bars.update(context.usage().cluster);
      show(resources, model.agents.size > 0);
      for (const part of parts) part.update();
    },
  };
}

/** @typedef {{label: string, value: number, tone: string}} NumberShown */

/** @param {string} state */
function toneOf(state) {
  if (TROUBLED_STATES.has(state)) return "bad";
  return state === "TASK_UNREACHABLE" ? "warn" : "plain";
}

/**
 * @param {import("../model.js").Model} model
 * @returns {NumberShown[]}
 */
function shownNumbers(model) {
  const { active, inactive } = countAgents(model);
  /** @type {NumberShown[]} */
  const agents = [{ label: active === 1 ? "Agent" : "Agents", value: active, tone: "plain" }];
  if (inactive > 0) agents.push({ label: "Inactive", value: inactive, tone: "warn" });
  const tasks = countStates(model).map(({ state, count }) => ({
    label: stateLabel(state),
    value: count,
    tone: count === 0 ? "plain" : toneOf(state),
  }));
  return [...agents, ...tasks];
}

/** @param {NumberShown} first */
function bigNumber({ label }) {
  const value = h("dd");
  const element = h("div", {}, h("dt", {}, label), value);
  return {
    element,
    /** @param {NumberShown} shown */
    update(shown) {
      setText(value, shown.value.toLocaleString("en"));
      element.dataset["tone"] = shown.tone;
    },
  };
}

function legend() {
  return h(
    "p",
    { class: "legend muted small", "aria-hidden": "true" },
    h("span", { class: "key allocated" }),
    "allocated",
    h("span", { class: "key offered" }),
    "offered",
    h("span", { class: "key idle" }),
    "idle",
  );
}
