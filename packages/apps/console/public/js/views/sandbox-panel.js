/** The files of a task: a listing, and one of them open. */
import { browseFiles, getAgentState, RequestError } from "../api.js";
import { h, KeyedList, setAttribute, setText, show } from "../dom.js";
import { formatBytes } from "../format.js";
import { copyButton, timeAgo } from "../parts.js";
import { formatRoute } from "../route.js";
import { executorDirectory, innerPath, readListing, sandboxCandidates } from "../sandbox.js";
import { fileViewer } from "./file-viewer.js";

/**
 * @typedef {import("../model.js").Task} Task
 * @typedef {import("../sandbox.js").Entry} Entry
 */

/** Between listings of the folder that is shown. */
const LIST_MS = 3000;
/** The same for a task that is over: its files hardly change. */
const SLOW_LIST_MS = 15_000;
/** Opened when a sandbox is: what a task says. */
const FIRST_FILE = "stdout";

/**
 * @param {import("../main.js").Context} context
 * @param {{frameworkId: string, taskId: string, path: string}} wanted
 */
export function sandboxPanel({ model }, { frameworkId, taskId, path }) {
  const list = h("ul", { class: "files", "aria-label": "Files" });
  const crumbs = h("nav", { class: "crumbs", "aria-label": "Folders of the sandbox" });
  const where = h("span", { class: "where" });
  const state = h("p", { class: "muted", role: "status" }, "Looking for the sandbox…");
  const viewerBox = h("div", { class: "viewer-box" });
  const panes = h(
    "div",
    { class: "panes" },
    h("div", { class: "pane-list" }, crumbs, list),
    viewerBox,
  );
  panes.hidden = true;
  const element = h(
    "section",
    { class: "section sandbox", "aria-label": "Sandbox" },
    h("div", { class: "section-head" }, h("h2", {}, "Sandbox"), where),
    state,
    panes,
  );
  /** @type {{file: string, close: () => void} | undefined} */
  let open;
  /** @type {Task | undefined} */
  let task;
  /** The task's folder on its agent. @type {string | undefined} */
  let root;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isClosed = false;
  let knownState = "";
  let shownPath = path;
  const rows = new KeyedList(
    list,
    (/** @type {Entry} */ { name, isFolder }) => name + (isFolder ? "/" : ""),
    (entry) => fileRow(entry, hrefOf),
  );

  /** @param {string} inner */
  function hrefOf(inner) {
    const at = `${folder()}${inner}`;
    return formatRoute({ type: "sandbox", frameworkId, taskId, path: at });
  }

  /** The shown folder inside of the sandbox: empty, or with a slash at its end. */
  function folder() {
    const inner = innerPath(shownPath.slice(0, shownPath.lastIndexOf("/") + 1));
    return inner === "" ? "" : `${inner}/`;
  }

  async function refresh() {
    clearTimeout(timer);
    if (isClosed || task === undefined) return;
    const of = task;
    try {
      root ??= await locate(of);
      if (root === undefined) throw new RequestError(404, "");
      const entries = readListing(await browseFiles(of.agentId, `${root}/${folder()}`));
      if (isClosed || of !== task) return;
      shown(entries);
    } catch (cause) {
      if (isClosed) return;
      failed(of, cause);
    }
    if (!isClosed) timer = setTimeout(refresh, of.group === "completed" ? SLOW_LIST_MS : LIST_MS);
  }

  /** @param {readonly Entry[]} entries */
  function shown(entries) {
    show(state, entries.length === 0);
    setText(state, entries.length === 0 ? "This folder is empty." : "");
    show(panes, true);
    if (where.childElementCount === 0 && root !== undefined) {
      where.replaceChildren(copyButton(root, "Copy path", `Copy the path of the sandbox: ${root}`));
    }
    drawCrumbs();
    rows.set(entries);
    openFile(entries);
    for (const link of list.querySelectorAll("a")) {
      const isOpen = link.getAttribute("href") === hrefOf(open?.file ?? "");
      setAttribute(link, "aria-current", isOpen && open !== undefined ? "true" : undefined);
    }
  }

  function drawCrumbs() {
    const parts = folder().split("/").filter(Boolean);
    show(crumbs, parts.length > 0);
    const links = parts.map((part, i) => {
      const to = `${parts.slice(0, i + 1).join("/")}/`;
      return h(
        "a",
        { href: formatRoute({ type: "sandbox", frameworkId, taskId, path: to }) },
        part,
      );
    });
    const top = formatRoute({ type: "task", frameworkId, taskId });
    const key = parts.join("/");
    if (crumbs.dataset["path"] === key) return;
    crumbs.dataset["path"] = key;
    crumbs.replaceChildren(h("a", { href: top }, "Sandbox"), ...links);
  }

  /** @param {readonly Entry[]} entries */
  function openFile(entries) {
    const named = shownPath.slice(shownPath.lastIndexOf("/") + 1);
    const first = entries.find(({ name, isFolder }) => name === FIRST_FILE && !isFolder);
    const file = named !== "" ? named : folder() === "" ? (first?.name ?? "") : "";
    const full = `${root}/${folder()}${file}`;
    if (file === open?.file && viewerBox.dataset["path"] === full) return;
    open?.close();
    open = undefined;
    viewerBox.replaceChildren();
    viewerBox.dataset["path"] = full;
    if (file === "" || task === undefined) return;
    const viewer = fileViewer({ agentId: task.agentId, path: full, name: file });
    viewerBox.replaceChildren(viewer.element);
    open = { file, close: viewer.close };
  }

  /**
   * @param {Task} of
   * @param {unknown} cause
   */
  function failed(of, cause) {
    // A file that is open can still be read while its folder cannot be listed.
    show(state, true);
    setText(state, problem(model, of, cause));
  }

  return {
    element,
    /** @param {Task} next */
    update(next) {
      const isOther = task?.key !== next.key;
      const isMoved = knownState !== next.state;
      task = next;
      knownState = next.state;
      if (isOther) root = undefined;
      if (isOther || isMoved) void refresh();
    },
    /** @param {string} next */
    setPath(next) {
      shownPath = next;
      void refresh();
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      open?.close();
    },
  };
}

/**
 * @param {Task} task
 * @returns {Promise<string | undefined>} undefined: the agent does not know it
 */
async function locate(task) {
  const directory = executorDirectory(await getAgentState(task.agentId), task);
  if (directory === undefined) return undefined;
  for (const candidate of sandboxCandidates(directory, task)) {
    try {
      await browseFiles(task.agentId, candidate);
      return candidate;
    } catch (cause) {
      if (!(cause instanceof RequestError && cause.status === 404)) throw cause;
    }
  }
  return undefined;
}

/**
 * @param {import("../model.js").Model} model
 * @param {Task} task
 * @param {unknown} cause
 */
function problem(model, task, cause) {
  if (!model.agents.has(task.agentId)) {
    return "The task's agent is not registered, so its files cannot be reached.";
  }
  const status = cause instanceof RequestError ? cause.status : 0;
  if (status === 404 && task.group === "active") return "There is no sandbox yet. Waiting for it…";
  if (status === 404) return "The agent does not have these files any more.";
  if (status === 403 || status === 401) return "These files are not yours to see.";
  return "The agent does not answer. Trying again…";
}

/**
 * @param {Entry} entry
 * @param {(inner: string) => string} hrefOf
 */
function fileRow({ name, isFolder }, hrefOf) {
  const size = h("span", { class: "number muted" });
  const modified = timeAgo();
  modified.element.classList.add("muted");
  const link = h(
    "a",
    { href: hrefOf(isFolder ? `${name}/` : name), class: isFolder ? "folder" : "file" },
    h("span", { class: "file-name" }, isFolder ? `${name}/` : name),
    size,
    modified.element,
  );
  return {
    element: h("li", {}, link),
    /** @param {Entry} next */
    update(next) {
      setText(size, isFolder ? "" : formatBytes(next.size));
      modified.update(next.modifiedAt);
    },
  };
}
