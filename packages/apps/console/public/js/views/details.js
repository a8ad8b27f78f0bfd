/** One agent, and one framework. */
import { h, setText, show } from "../dom.js";
import { formatCount, formatMebibytes } from "../format.js";
import {
  copyableId,
  emptyState,
  factList,
  resourceBars,
  stateChip,
  timeAgo,
  webLink,
} from "../parts.js";
import { NOTHING } from "../resources.js";
import { taskSections } from "./tasks.js";

/** @typedef {import("../main.js").Context} Context */

/** Rows of each list of tasks. */
const ROWS = 50;

/**
 * @param {number | undefined} at
 * @returns {Node}
 */
function timeNode(at) {
  const { element, update } = timeAgo();
  update(at);
  return element;
}

/** The name, the state and the facts of something, and a line where it is not known. */
function detailHead() {
  const title = h("h1", { tabindex: -1 });
  const chip = stateChip();
  const facts = factList();
  const element = h(
    "header",
    { class: "detail-head" },
    h("div", { class: "title-line" }, title, chip.element),
    facts.element,
  );
  return { element, title, chip, facts };
}

/**
 * @param {Context} context
 * @param {string} id
 * @returns {import("../dom.js").View}
 */
export function agentView(context, id) {
  const { model } = context;
  const head = detailHead();
  const bars = resourceBars();
  const tasks = taskSections(context, { rows: ROWS, agentId: id });
  const resources = h(
    "section",
    { class: "section", "aria-label": "Resources" },
    h("div", { class: "section-head" }, h("h2", {}, "Resources")),
    bars.element,
  );
  const missing = emptyState(
    "This agent is not registered.",
    "It may be starting, unreachable, or gone for good; its tasks are listed below if they are known.",
  );
  const element = h("div", {}, head.element, missing, resources, tasks.element);
  return {
    element,
    update() {
      const agent = model.agents.get(id);
      show(missing, agent === undefined && model.isLoaded);
      show(resources, agent !== undefined);
      show(head.chip.element, agent !== undefined);
      setText(head.title, model.hostOf(id) || id);
      if (agent !== undefined) {
        head.chip.update(agent.state);
        const usage = context.usage().agents.get(id);
        if (usage !== undefined) bars.update(usage);
      }
      head.facts.update([
        ["Id", id, () => copyableId(id, "the agent")],
        ["Port", agent === undefined ? "" : String(agent.port)],
        ["Version", agent?.version ?? ""],
        ["Registered", String(agent?.registeredAt ?? ""), () => timeNode(agent?.registeredAt)],
        ["Ports", agent?.ports ?? ""],
        ...(agent?.attributes ?? []).map(({ name, text }) => /** @type {const} */ ([name, text])),
      ]);
      tasks.update();
    },
  };
}

/**
 * @param {Context} context
 * @param {string} id
 * @returns {import("../dom.js").View}
 */
export function frameworkView(context, id) {
  const { model } = context;
  const head = detailHead();
  const tasks = taskSections(context, { rows: ROWS, frameworkId: id });
  const missing = emptyState(
    "The master does not know this framework.",
    "It keeps completed frameworks for a while only.",
  );
  const element = h("div", {}, head.element, missing, tasks.element);
  return {
    element,
    update() {
      const framework = model.frameworks.get(id) ?? model.completedFrameworks.get(id);
      show(missing, framework === undefined && model.isLoaded);
      show(head.chip.element, framework !== undefined);
      setText(head.title, framework?.name || id);
      if (framework !== undefined) head.chip.update(framework.state);
      const { cpus, mem } = context.usage().frameworks.get(id) ?? NOTHING;
      const uses = framework === undefined || framework.state === "completed";
      head.facts.update([
        ["Id", id, () => copyableId(id, "the framework")],
        ["User", framework?.user ?? ""],
        ["Roles", framework?.roles.join(", ") ?? ""],
        ["Principal", framework?.principal ?? ""],
        ["Host", framework?.hostname ?? ""],
        ["Uses", uses ? "" : `${formatCount(cpus)} CPU · ${formatMebibytes(mem)}`],
        [
          "Registered",
          String(framework?.registeredAt ?? ""),
          () => timeNode(framework?.registeredAt),
        ],
        ["Web page", framework?.webuiUrl ?? "", () => webLink(framework?.webuiUrl ?? "")],
      ]);
      tasks.update();
    },
  };
}
