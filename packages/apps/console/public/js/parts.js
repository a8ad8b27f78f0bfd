/** Small pieces that the views share. */
import { h, setAttribute, setText, show } from "./dom.js";
import { formatAgo, formatScalar, shortId, stateLabel } from "./format.js";
import { TROUBLED_STATES } from "./model.js";
import { SCALARS, shares } from "./resources.js";

/**
 * @typedef {import("./resources.js").Scalar} Scalar
 * @typedef {import("./overview.js").Usage} Usage
 */

/** @type {Readonly<Record<Scalar, string>>} */
export const SCALAR_LABELS = { cpus: "CPUs", mem: "Memory", disk: "Disk", gpus: "GPUs" };

/** How long a copied id says so. */
const COPIED_MS = 1200;

/** @param {string} state as in `TASK_RUNNING`, or a state of agents and frameworks */
function tone(state) {
  if (TROUBLED_STATES.has(state)) return "bad";
  switch (state) {
    case "TASK_RUNNING":
    case "active":
      return "good";
    case "TASK_UNREACHABLE":
    case "TASK_UNKNOWN":
    case "inactive":
    case "disconnected":
    case "recovering":
    case "recovered":
    case "deactivated":
    case "drained":
      return "warn";
    case "draining":
      return "moving";
    default:
      return state.startsWith("TASK_") && /(STAGING|STARTING|KILLING)$/.test(state)
        ? "moving"
        : "quiet";
  }
}

/** A state, as a word with a mark. */
export function stateChip() {
  const element = h("span", { class: "chip" });
  return {
    element,
    /**
     * @param {string} state
     * @param {boolean | undefined} [healthy]
     */
    update(state, healthy) {
      setAttribute(element, "data-tone", healthy === false ? "bad" : tone(state));
      const health = healthy === undefined ? "" : healthy ? ", healthy" : ", unhealthy";
      setText(element, stateLabel(state) + health);
    },
  };
}

/**
 * An id, short, that is copied whole by a click.
 *
 * @param {string} id
 * @param {string} what it is the id of
 */
export function copyableId(id, what) {
  return copyButton(id, shortId(id), `Copy the id of ${what}: ${id}`);
}

/**
 * @param {string} text what is copied
 * @param {string} shown
 * @param {string} label
 */
export function copyButton(text, shown, label) {
  const note = h("span", { class: "copied", "aria-live": "polite" });
  const button = h(
    "button",
    {
      type: "button",
      class: "copy",
      title: text,
      "aria-label": label,
      onclick: (/** @type {Event} */ event) => {
        event.stopPropagation();
        copy(text).then((isCopied) => {
          note.textContent = isCopied ? "Copied" : "Not copied";
          setTimeout(() => note.replaceChildren(), COPIED_MS);
        });
      },
    },
    h("code", {}, shown),
  );
  return h("span", { class: "copyable" }, button, note);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Browsers give no clipboard to pages without TLS, but this old way is open to them.
    const field = h("textarea", { class: "offscreen", "aria-hidden": true });
    field.value = text;
    const focused = document.activeElement;
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
    return isCopied;
  }
}

/** A time as seen from now; `refreshTimes` keeps it true. */
export function timeAgo() {
  const element = h("time");
  return {
    element,
    /** @param {number | undefined} at */
    update(at) {
      if (element.dataset["at"] === String(at ?? "")) return;
      element.dataset["at"] = String(at ?? "");
      if (at === undefined) {
        element.removeAttribute("datetime");
        element.removeAttribute("title");
        setText(element, "–");
        return;
      }
      const date = new Date(at * 1000);
      element.dateTime = date.toISOString();
      element.title = date.toLocaleString();
      setText(element, formatAgo(at, Date.now() / 1000));
    },
  };
}

/** Brings all shown times up to date. */
export function refreshTimes() {
  const now = Date.now() / 1000;
  for (const element of document.querySelectorAll("time[data-at]")) {
    const at = Number(element.getAttribute("data-at") || Number.NaN);
    if (!Number.isNaN(at)) setText(element, formatAgo(at, now));
  }
}

/** A bar with the allocated and the offered part of a total. The words beside it say the same. */
function shareBar() {
  const allocated = h("span", { class: "allocated" });
  const offered = h("span", { class: "offered" });
  const element = h("div", { class: "bar", "aria-hidden": "true" }, allocated, offered);
  return {
    element,
    /**
     * @param {Usage} usage
     * @param {Scalar} name
     */
    update(usage, name) {
      const parts = shares(usage.total[name], usage.allocated[name], usage.offered[name]);
      // What is there at all is to be seen.
      show(allocated, parts.allocated > 0);
      show(offered, parts.offered > 0);
      allocated.style.width = `${parts.allocated}%`;
      offered.style.width = `${parts.offered}%`;
    },
  };
}

/** The bars of a cluster or of an agent, with all their numbers. */
export function resourceBars() {
  const blocks = SCALARS.map((name) => {
    const value = h("strong");
    const whole = h("span", { class: "muted" });
    const bar = shareBar();
    const detail = h("p", { class: "muted small" });
    const element = h(
      "div",
      { class: "resource", role: "listitem" },
      h(
        "p",
        { class: "resource-head" },
        h("span", {}, SCALAR_LABELS[name]),
        h("span", {}, value, whole, h("span", { class: "offscreen" }, " allocated")),
      ),
      bar.element,
      detail,
    );
    return { name, element, value, whole, bar, detail };
  });
  const element = h(
    "div",
    { class: "resources", role: "list", "aria-label": "Resources" },
    ...blocks.map((block) => block.element),
  );
  return {
    element,
    /** @param {Usage} usage */
    update(usage) {
      for (const { name, element: block, value, whole, bar, detail } of blocks) {
        block.hidden = name === "gpus" && usage.total.gpus === 0;
        const { total, allocated, offered } = usage;
        const idle = Math.max(0, total[name] - allocated[name] - offered[name]);
        setText(value, formatScalar(name, allocated[name]));
        setText(whole, ` of ${formatScalar(name, total[name])}`);
        bar.update(usage, name);
        const rest = `${formatScalar(name, offered[name])} offered · ${formatScalar(name, idle)} idle`;
        setText(detail, rest);
      }
    },
  };
}

/**
 * One bar, small, for a table.
 *
 * @param {Scalar} name
 */
export function resourceCell(name) {
  const text = h("span", { class: "number" });
  const bar = shareBar();
  return {
    element: h("div", { class: "mini" }, text, bar.element),
    /** @param {Usage} usage */
    update(usage) {
      const { total, allocated, offered } = usage;
      setText(text, `${formatScalar(name, allocated[name])} / ${formatScalar(name, total[name])}`);
      setAttribute(
        text,
        "title",
        `${formatScalar(name, allocated[name])} allocated, ${formatScalar(name, offered[name])} ` +
          `offered, ${formatScalar(name, total[name])} in all`,
      );
      bar.update(usage, name);
    },
  };
}

/**
 * What to say, and to do, where there is nothing to show.
 *
 * @param {string} title
 * @param {string} hint
 * @param {string} [command] that can be copied
 */
export function emptyState(title, hint, command) {
  return h(
    "div",
    { class: "empty" },
    h("p", { class: "empty-title" }, title),
    h("p", { class: "muted" }, hint),
    command !== undefined &&
      h("p", { class: "command" }, copyButton(command, command, `Copy the command: ${command}`)),
  );
}

/** The command that starts a first task on this cluster. */
export function helloCommand() {
  return `npx mesos-execute --master=${location.host} --name=hello --command='echo hello'`;
}

/** The command that adds an agent on the machine of the master. */
export function agentCommand() {
  return `npx mesos-agent --master=${location.host} --work_dir=/var/lib/mesos`;
}

/**
 * A list of facts. Each `update` says what is shown; a fact without a value is not.
 */
export function factList() {
  const element = h("dl", { class: "facts" });
  let shown = "";
  return {
    element,
    /** @param {readonly (readonly [string, string, (() => Node)?])[]} facts name, value, look */
    update(facts) {
      const there = facts.filter(([, value]) => value !== "");
      const next = JSON.stringify(there.map(([name, value]) => [name, value]));
      if (next === shown) return;
      shown = next;
      element.replaceChildren(
        ...there.map(([name, value, look]) =>
          h("div", {}, h("dt", {}, name), h("dd", {}, look?.() ?? value)),
        ),
      );
    },
  };
}

/**
 * Only addresses of the web become links: a framework can call anything its address.
 *
 * @param {string} address
 * @returns {Node}
 */
export function webLink(address) {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return h("span", {}, address);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, address);
}
