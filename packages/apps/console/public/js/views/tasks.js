/** Lists of tasks. */
import { h, setAttribute, setText, show } from "../dom.js";
import { formatCount, formatMebibytes } from "../format.js";
import { selectTasks, taskRoute } from "../overview.js";
import { copyableId, emptyState, helloCommand, stateChip, timeAgo } from "../parts.js";
import { formatRoute } from "../route.js";
import { dataTable, textColumn } from "../table.js";

/**
 * @typedef {import("../model.js").Task} Task
 * @typedef {import("../model.js").TaskGroup} TaskGroup
 * @typedef {import("../main.js").Context} Context
 */

/**
 * The name, and below it the id.
 *
 * @returns {import("../table.js").Column<Task>}
 */
function nameColumn() {
  return {
    title: "Task",
    class: "wide",
    cell: (task) => {
      const link = h("a", { href: taskRoute(task), class: "name" });
      return {
        element: h("div", { class: "stack" }, link, copyableId(task.id, "the task")),
        update: ({ name, id }) => setText(link, name === "" ? id : name),
      };
    },
  };
}

/** @returns {import("../table.js").Column<Task>} */
function stateColumn() {
  return {
    title: "State",
    cell: () => {
      const { element, update } = stateChip();
      return {
        element,
        update: ({ state, statuses }) =>
          update(state, state === "TASK_RUNNING" ? statuses.at(-1)?.healthy : undefined),
      };
    },
  };
}

/**
 * @param {string} title
 * @param {"startedAt" | "endedAt"} field
 * @returns {import("../table.js").Column<Task>}
 */
function timeColumn(title, field) {
  return {
    title,
    class: "number",
    cell: () => {
      const { element, update } = timeAgo();
      return { element, update: (task) => update(task[field]) };
    },
  };
}

/**
 * @param {Context} context
 * @returns {import("../table.js").Column<Task>}
 */
function frameworkColumn({ model }) {
  return {
    title: "Framework",
    cell: ({ frameworkId }) => {
      const element = h("a", { href: formatRoute({ type: "framework", id: frameworkId }) });
      return {
        element,
        update: () => setText(element, model.frameworkName(frameworkId) || frameworkId),
      };
    },
  };
}

/**
 * @param {Context} context
 * @returns {import("../table.js").Column<Task>}
 */
function agentColumn({ model }) {
  return {
    title: "Agent",
    cell: ({ agentId }) => {
      const element = h("a", {});
      return {
        element,
        update: () => {
          setText(element, model.hostOf(agentId) || "gone");
          const isThere = model.agents.has(agentId);
          const href = isThere ? formatRoute({ type: "agent", id: agentId }) : undefined;
          setAttribute(element, "href", href);
        },
      };
    },
  };
}

/** @param {Task} task */
function resourcesText({ resources: { cpus, mem } }) {
  return `${formatCount(cpus)} CPU · ${formatMebibytes(mem)}`;
}

/** @type {readonly {group: TaskGroup, title: string, isOptional: boolean}[]} */
const GROUPS = [
  { group: "active", title: "Active", isOptional: false },
  { group: "unreachable", title: "Unreachable", isOptional: true },
  { group: "completed", title: "Completed", isOptional: true },
];

/**
 * All tasks, or those of an agent or of a framework, with a box to filter them.
 *
 * @param {Context} context
 * @param {{rows: number, agentId?: string, frameworkId?: string, level?: "h1" | "h2"}} options
 * @returns {import("../dom.js").View}
 */
export function taskSections(context, { rows, agentId, frameworkId, level = "h2" }) {
  const { model } = context;
  const filter = h("input", {
    type: "search",
    class: "filter",
    placeholder: "Filter tasks",
    "aria-label": "Filter tasks by name, id, state, host or framework",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    spellcheck: "false",
    oninput: update,
  });
  const scope = {
    ...(agentId === undefined ? {} : { agentId }),
    ...(frameworkId === undefined ? {} : { frameworkId }),
  };
  const sections = GROUPS.map(({ group, title, isOptional }) => {
    const count = h("span", { class: "count" });
    const table = dataTable({
      label: `${title} tasks`,
      columns: [
        nameColumn(),
        stateColumn(),
        ...(frameworkId === undefined ? [frameworkColumn(context)] : []),
        ...(agentId === undefined ? [agentColumn(context)] : []),
        textColumn("Resources", resourcesText, "number"),
        group === "completed" ? timeColumn("Ended", "endedAt") : timeColumn("Started", "startedAt"),
      ],
      key: (/** @type {Task} */ task) => task.key,
      href: taskRoute,
      rows,
      empty: () => nothing(filter.value, context),
    });
    const element = h("section", { class: "group" }, h("h3", {}, title, count), table.element);
    return { group, isOptional, element, table, count };
  });

  function update() {
    for (const { group, isOptional, element, table, count } of sections) {
      const tasks = selectTasks(model, { group, filter: filter.value, ...scope });
      show(element, tasks.length > 0 || !isOptional);
      setText(count, String(tasks.length));
      table.update(tasks);
    }
  }

  const element = h(
    "section",
    { class: "section", "aria-label": "Tasks" },
    h("div", { class: "section-head" }, h(level, {}, "Tasks"), filter),
    ...sections.map((section) => section.element),
  );
  return { element, update };
}

/**
 * @param {string} filter
 * @param {Context} context
 */
function nothing(filter, { model }) {
  if (filter !== "") return emptyState("No task matches.", "Change the filter, or clear it.");
  return model.agents.size === 0
    ? emptyState("No tasks run.", "They need an agent first.")
    : emptyState("No tasks run.", "Start one:", helloCommand());
}
