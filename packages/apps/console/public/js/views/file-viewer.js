/** The end of a file, followed as it grows. */
import { downloadUrl, RequestError, readFile } from "../api.js";
import { h, setAttribute, setText, show } from "../dom.js";
import { Follower } from "../follow.js";
import { formatBytes } from "../format.js";
import { TailBuffer } from "../tail.js";

/** As near to the end as this counts as being there. */
const END_PIXELS = 24;

/**
 * @param {{agentId: string, path: string, name: string}} file
 * @returns {{element: HTMLElement, close: () => void}}
 */
export function fileViewer({ agentId, path, name }) {
  const size = h("span", { class: "muted number" });
  const status = h("span", { class: "follow-state", role: "status" });
  const toggle = h("button", { type: "button", class: "quiet", onclick: toggleFollowing });
  const wrap = h(
    "button",
    { type: "button", class: "quiet", "aria-pressed": "true", onclick: toggleWrapping },
    "Wrap",
  );
  const skippedNote = h("p", { class: "skipped muted small" });
  skippedNote.hidden = true;
  const text = h("pre", {
    tabindex: 0,
    role: "log",
    "aria-live": "off",
    "aria-label": `Contents of ${name}`,
    class: "wrapped",
    onscroll: scrolled,
  });
  const element = h(
    "div",
    { class: "viewer" },
    h(
      "div",
      { class: "viewer-head" },
      h("strong", { class: "viewer-name" }, name),
      size,
      status,
      h("span", { class: "space" }),
      wrap,
      toggle,
      h("a", { class: "quiet", href: downloadUrl(agentId, path), download: name }, "Download"),
    ),
    skippedNote,
    text,
  );
  const buffer = new TailBuffer();
  let fileSize = 0;
  let lastTop = 0;
  const follower = new Follower({
    read: (offset, length) => readFile(agentId, path, offset, length),
    onEvent: take,
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer),
  });

  /** @param {import("../follow.js").FollowEvent} event */
  function take(event) {
    switch (event.type) {
      case "size":
        fileSize = event.size;
        setText(size, formatBytes(event.size));
        if (follower.isPaused) {
          setStatus(
            "paused",
            event.behind > 0 ? `Paused, ${formatBytes(event.behind)} new` : "Paused",
          );
        } else setStatus("live", "Following");
        break;
      case "text":
        append(event);
        break;
      case "failed":
        setStatus("failed", failureText(event.cause));
        break;
    }
  }

  /** @param {{text: string, isFirst: boolean, skipped: number}} part */
  function append({ text: added, isFirst, skipped }) {
    if (isFirst) {
      buffer.clear();
      text.replaceChildren();
    }
    const change = buffer.append(added);
    for (let i = 0; i < change.dropped; i++) text.firstChild?.remove();
    if (change.grown !== undefined && text.lastChild) text.lastChild.textContent = change.grown;
    text.append(...change.added.map((chunk) => h("span", {}, chunk)));
    if ((isFirst && skipped > 0) || change.dropped > 0) {
      show(skippedNote, true);
      setText(
        skippedNote,
        `The end of ${formatBytes(fileSize)} is shown. Download the file to read all of it.`,
      );
    } else if (isFirst) show(skippedNote, false);
    setAttribute(text, "data-empty", buffer.length === 0 ? "Nothing yet." : undefined);
    text.scrollTop = text.scrollHeight;
    lastTop = text.scrollTop;
  }

  function scrolled() {
    const isUp = text.scrollTop < lastTop - 1;
    lastTop = text.scrollTop;
    const isAtEnd = text.scrollHeight - text.scrollTop - text.clientHeight < END_PIXELS;
    if (isUp && !isAtEnd && !follower.isPaused) pause();
    else if (isAtEnd && !isUp && follower.isPaused) resume();
  }

  function toggleFollowing() {
    if (follower.isPaused) {
      text.scrollTop = text.scrollHeight;
      lastTop = text.scrollTop;
      resume();
    } else pause();
  }

  function pause() {
    follower.pause();
    setStatus("paused", "Paused");
  }

  function resume() {
    follower.resume();
    setStatus("live", "Following");
  }

  function toggleWrapping() {
    const isWrapped = text.classList.toggle("wrapped");
    wrap.setAttribute("aria-pressed", String(isWrapped));
  }

  /**
   * @param {"live" | "paused" | "failed"} state
   * @param {string} words
   */
  function setStatus(state, words) {
    status.dataset["state"] = state;
    setText(status, words);
    setText(toggle, state === "paused" ? "Follow" : "Pause");
  }

  setStatus("live", "Reading");
  follower.start();
  return { element, close: () => follower.stop() };
}

/** @param {unknown} cause */
function failureText(cause) {
  const status = cause instanceof RequestError ? cause.status : 0;
  if (status === 404) return "The file is gone";
  if (status === 400) return "Not a file that can be read";
  if (status === 401 || status === 403) return "Not yours to read";
  return "The agent does not answer. Trying again";
}
