/** Lists of agents and of frameworks. */
import { h, setText, show } from "../dom.js";
import { formatCount, formatMebibytes } from "../format.js";
import { countActive } from "../overview.js";
import {
  agentCommand,
  copyableId,
  emptyState,
  helloCommand,
  resourceCell,
  stateChip,
  timeAgo,
} from "../parts.js";
import { NOTHING } from "../resources.js";
import { formatRoute } from "../route.js";
import { dataTable, textColumn } from "../table.js";

/**
 * @typedef {import("../model.js").Agent} Agent
 * @typedef {import("../model.js").Framework} Framework
 * @typedef {import("../main.js").Context} Context
 */

/** Numbers in names by their value: `node9` before `node10`. */
const { compare } = new Intl.Collator(undefined, { numeric: true });

/** @type {import("../overview.js").Usage} */
const UNUSED = { total: NOTHING, allocated: NOTHING, offered: NOTHING };

/**
 * @template {{state: string}} Item
 * @returns {import("../table.js").Column<Item>}
 */
function stateColumn() {
  return {
    title: "State",
    cell: () => {
      const { element, update } = stateChip();
      return { element, update: ({ state }) => update(state) };
    },
  };
}

/**
 * @template {{registeredAt: number | undefined}} Item
 * @returns {import("../table.js").Column<Item>}
 */
function registeredColumn() {
  return {
    title: "Registered",
    class: "number",
    cell: () => {
      const { element, update } = timeAgo();
      return { element, update: ({ registeredAt }) => update(registeredAt) };
    },
  };
}

/**
 * @param {string} title
 * @param {string} href
 * @param {string} id
 * @param {string} what
 */
function named(title, href, id, what) {
  const link = h("a", { href, class: "name" }, title);
  return { link, element: h("div", { class: "stack" }, link, copyableId(id, what)) };
}

/** @param {{id: string}} agent */
const agentHref = ({ id }) => formatRoute({ type: "agent", id });

/** @param {{id: string}} framework */
const frameworkHref = ({ id }) => formatRoute({ type: "framework", id });

/**
 * @param {Context} context
 * @param {{rows: number, level?: "h1" | "h2"}} options
 * @returns {import("../dom.js").View}
 */
export function agentSection(context, { rows, level = "h2" }) {
  const { model } = context;
  /** @type {Map<string, number>} */
  let active = new Map();
  /** @param {import("../resources.js").Scalar} name */
  const usageColumn = (name, title = "") => ({
    title,
    class: "usage",
    cell: () => {
      const { element, update } = resourceCell(name);
      return {
        element,
        update: (/** @type {Agent} */ { id }) => update(context.usage().agents.get(id) ?? UNUSED),
      };
    },
  });
  const table = dataTable({
    label: "Agents",
    columns: [
      {
        title: "Agent",
        class: "wide",
        cell: (/** @type {Agent} */ agent) => {
          const { link, element } = named("", agentHref(agent), agent.id, "the agent");
          return { element, update: ({ hostname, id }) => setText(link, hostname || id) };
        },
      },
      stateColumn(),
      textColumn("Tasks", ({ id }) => String(active.get(id) ?? 0), "number"),
      usageColumn("cpus", "CPUs"),
      usageColumn("mem", "Memory"),
      usageColumn("disk", "Disk"),
      registeredColumn(),
    ],
    key: (agent) => agent.id,
    href: agentHref,
    rows,
    empty: () => emptyState("No agents.", "An agent runs tasks. Add this machine:", agentCommand()),
  });
  const count = h("span", { class: "count" });
  const element = h(
    "section",
    { class: "section", "aria-label": "Agents" },
    h("div", { class: "section-head" }, h(level, {}, "Agents", count)),
    table.element,
  );
  return {
    element,
    update() {
      active = countActive(model).byAgent;
      const agents = [...model.agents.values()].sort((a, b) => compare(a.hostname, b.hostname));
      setText(count, String(agents.length));
      table.update(agents);
    },
  };
}

/**
 * @param {Context} context
 * @param {{rows: number, level?: "h1" | "h2"}} options
 * @returns {import("../dom.js").View}
 */
export function frameworkSection(context, { rows, level = "h2" }) {
  const { model } = context;
  /** @type {Map<string, number>} */
  let active = new Map();
  /** @param {Framework} framework */
  const usedText = ({ id }) => {
    const { cpus, mem } = context.usage().frameworks.get(id) ?? NOTHING;
    return `${formatCount(cpus)} CPU · ${formatMebibytes(mem)}`;
  };
  /** @param {boolean} isCompleted */
  const list = (isCompleted) =>
    dataTable({
      label: isCompleted ? "Completed frameworks" : "Active frameworks",
      columns: [
        {
          title: "Framework",
          class: "wide",
          cell: (/** @type {Framework} */ framework) => {
            const parts = named("", frameworkHref(framework), framework.id, "the framework");
            return {
              element: parts.element,
              update: ({ name, id }) => setText(parts.link, name || id),
            };
          },
        },
        stateColumn(),
        textColumn("User", ({ user }) => user),
        textColumn("Roles", ({ roles }) => roles.join(", ")),
        ...(isCompleted
          ? []
          : [
              textColumn("Tasks", ({ id }) => String(active.get(id) ?? 0), "number"),
              textColumn("Resources", usedText, "number"),
            ]),
        registeredColumn(),
      ],
      key: (framework) => framework.id,
      href: frameworkHref,
      rows,
      empty: () =>
        emptyState("No frameworks.", "A framework starts tasks. Try the smallest:", helloCommand()),
    });
  const current = list(false);
  const completed = list(true);
  const count = h("span", { class: "count" });
  const completedCount = h("span", { class: "count" });
  const past = h(
    "section",
    { class: "group" },
    h("h3", {}, "Completed", completedCount),
    completed.element,
  );
  const element = h(
    "section",
    { class: "section", "aria-label": "Frameworks" },
    h("div", { class: "section-head" }, h(level, {}, "Frameworks", count)),
    current.element,
    past,
  );
  return {
    element,
    update() {
      active = countActive(model).byFramework;
      const frameworks = [...model.frameworks.values()].sort((a, b) => compare(a.name, b.name));
      setText(count, String(frameworks.length));
      current.update(frameworks);
      const gone = [...model.completedFrameworks.values()].reverse();
      setText(completedCount, String(gone.length));
      show(past, gone.length > 0);
      completed.update(gone);
    },
  };
}
