/** One task: its facts, how it went, and its sandbox. */
import { h, setText, show } from "../dom.js";
import { formatDuration, formatScalar, shortId, stateLabel } from "../format.js";
import { copyableId, emptyState, factList, SCALAR_LABELS, stateChip, timeAgo } from "../parts.js";
import { SCALARS } from "../resources.js";
import { formatRoute } from "../route.js";
import { sandboxPanel } from "./sandbox-panel.js";

/**
 * @typedef {import("../model.js").Task} Task
 * @typedef {import("../main.js").Context} Context
 */

/**
 * @param {Context} context
 * @param {{frameworkId: string, taskId: string, path: string}} wanted
 * @returns {import("../dom.js").View & {setPath: (path: string) => void}}
 */
export function taskView(context, { frameworkId, taskId, path }) {
  const { model } = context;
  const title = h("h1", { tabindex: -1 }, taskId);
  const chip = stateChip();
  const message = h("p", { class: "message" });
  const facts = factList();
  const history = h("ol", { class: "history" });
  const historyBox = h("details", {}, h("summary", {}, "Status updates"), history);
  const missing = emptyState(
    "The master does not know this task.",
    "It keeps completed tasks for a while only. Perhaps it has not started yet.",
  );
  const known = h("div", {}, message, facts.element, historyBox);
  const sandbox = sandboxPanel(context, { frameworkId, taskId, path });
  const element = h(
    "div",
    {},
    h("header", { class: "detail-head" }, h("div", { class: "title-line" }, title, chip.element)),
    known,
    missing,
    sandbox.element,
  );
  let shownStatuses = "";

  return {
    element,
    setPath: sandbox.setPath,
    update() {
      const task = model.findTask(frameworkId, taskId);
      show(missing, task === undefined && model.isLoaded);
      show(known, task !== undefined);
      show(chip.element, task !== undefined);
      if (task === undefined) return;
      const last = task.statuses.at(-1);
      setText(title, task.name === "" ? task.id : task.name);
      chip.update(task.state, task.state === "TASK_RUNNING" ? last?.healthy : undefined);
      setText(message, last?.message ?? "");
      show(message, message.textContent !== "");
      facts.update(taskFacts(context, task));
      const key = `${task.key} ${task.statuses.length}`;
      if (key !== shownStatuses) history.replaceChildren(...task.statuses.map(statusItem));
      shownStatuses = key;
      show(historyBox, task.statuses.length > 0);
      sandbox.update(task);
    },
    close: sandbox.close,
  };
}

/**
 * @param {Context} context
 * @param {Task} task
 * @returns {(readonly [string, string, (() => Node)?])[]}
 */
function taskFacts({ model }, task) {
  const { id, frameworkId, agentId, startedAt, endedAt } = task;
  const isThere = model.agents.has(agentId);
  const host = model.hostOf(agentId) || shortId(agentId);
  const framework = model.frameworkName(frameworkId) || shortId(frameworkId);
  const ran = endedAt === undefined || startedAt === undefined ? undefined : endedAt - startedAt;
  return [
    ["Id", id, () => copyableId(id, "the task")],
    [
      "Framework",
      framework,
      () => link(formatRoute({ type: "framework", id: frameworkId }), framework),
    ],
    [
      "Agent",
      isThere ? host : `${host} (gone)`,
      () =>
        isThere
          ? link(formatRoute({ type: "agent", id: agentId }), host)
          : document.createTextNode(`${host} (gone)`),
    ],
    ["Role", task.role],
    ["Executor", task.executorId, () => copyableId(task.executorId, "the executor")],
    [
      "Container",
      task.containerIds.at(-1) ?? "",
      () => copyableId(task.containerIds.at(-1) ?? "", "the container"),
    ],
    ...SCALARS.filter((name) => task.resources[name] > 0).map(
      (name) =>
        /** @type {const} */ ([SCALAR_LABELS[name], formatScalar(name, task.resources[name])]),
    ),
    ["Ports", task.ports],
    ["Started", String(startedAt ?? ""), () => when(startedAt)],
    ["Ended", String(endedAt ?? ""), () => when(endedAt)],
    ["Ran for", ran === undefined ? "" : formatDuration(ran)],
  ];
}

/**
 * @param {string} href
 * @param {string} text
 */
function link(href, text) {
  return h("a", { href }, text);
}

/** @param {number | undefined} at */
function when(at) {
  const { element, update } = timeAgo();
  update(at);
  return element;
}

/** @param {import("../model.js").Status} status */
function statusItem({ state, message, reason, at }) {
  const why = [message, reason === "" ? "" : stateLabel(reason.replace(/^REASON_/, ""))];
  return h(
    "li",
    {},
    h("span", { class: "history-state" }, stateLabel(state)),
    when(at),
    h("span", { class: "muted" }, why.filter(Boolean).join(" · ")),
  );
}
