/** What the page shows, as the part of its address after `#`. */

/**
 * `path` is inside the task's sandbox; it ends with a slash for a folder, and is empty for the
 * sandbox itself.
 *
 * @typedef {{type: "overview"} | {type: "tasks"} | {type: "agents"} | {type: "frameworks"}
 *   | {type: "agent", id: string} | {type: "framework", id: string}
 *   | {type: "task", frameworkId: string, taskId: string}
 *   | {type: "sandbox", frameworkId: string, taskId: string, path: string}
 *   | {type: "unknown", hash: string}} Route
 */

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * @param {string} hash as in `location.hash`
 * @returns {Route}
 */
export function parseRoute(hash) {
  const path = hash.replace(/^#?\/?/, "");
  if (path === "") return { type: "overview" };
  const [page = "", first = "", second = "", ...rest] = path.split("/").map(decoded);
  switch (page) {
    case "tasks":
      if (first === "") return { type: "tasks" };
      if (second !== "") return { type: "task", frameworkId: first, taskId: second };
      break;
    case "agents":
      return first === "" ? { type: "agents" } : { type: "agent", id: first };
    case "frameworks":
      return first === "" ? { type: "frameworks" } : { type: "framework", id: first };
    case "sandbox":
      if (first !== "" && second !== "") {
        return { type: "sandbox", frameworkId: first, taskId: second, path: rest.join("/") };
      }
      break;
  }
  return { type: "unknown", hash };
}

/**
 * @param {Route} route
 * @returns {string} begins with `#`
 */
export function formatRoute(route) {
  switch (route.type) {
    case "overview":
      return "#/";
    case "tasks":
    case "agents":
    case "frameworks":
      return `#/${route.type}`;
    case "agent":
      return `#/agents/${encodeURIComponent(route.id)}`;
    case "framework":
      return `#/frameworks/${encodeURIComponent(route.id)}`;
    case "task":
      return `#/tasks/${pair(route)}`;
    case "sandbox":
      return `#/sandbox/${pair(route)}/${route.path.split("/").map(encodeURIComponent).join("/")}`;
    case "unknown":
      return route.hash;
    default:
      return /** @type {never} */ (route);
  }
}

/** @param {{frameworkId: string, taskId: string}} task */
function pair({ frameworkId, taskId }) {
  return `${encodeURIComponent(frameworkId)}/${encodeURIComponent(taskId)}`;
}
