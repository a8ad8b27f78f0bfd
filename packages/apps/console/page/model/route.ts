/** What the page shows, as the part of its address after `#`. */

/**
 * `path` is inside the sandbox; it ends with a slash for a folder, and is empty for the sandbox
 * itself.
 */
export type Page =
  | { readonly type: "overview" }
  | { readonly type: "tasks" }
  | { readonly type: "agents" }
  | { readonly type: "frameworks" }
  | { readonly type: "roles" }
  | { readonly type: "offers" }
  | { readonly type: "maintenance" }
  | { readonly type: "log" }
  | { readonly type: "agent"; readonly id: string }
  | { readonly type: "agent-log"; readonly id: string }
  | { readonly type: "framework"; readonly id: string }
  | {
      readonly type: "executor";
      readonly agentId: string;
      readonly frameworkId: string;
      readonly executorId: string;
      readonly path: string;
    }
  | { readonly type: "task"; readonly frameworkId: string; readonly taskId: string }
  | {
      readonly type: "sandbox";
      readonly frameworkId: string;
      readonly taskId: string;
      readonly path: string;
    }
  | { readonly type: "unknown"; readonly hash: string };

/** A page, and how it is looked at: filter, order, tab. */
export interface Route {
  readonly page: Page;
  readonly query: Readonly<Record<string, string>>;
}

const LISTS = ["tasks", "agents", "frameworks", "roles", "offers", "maintenance", "log"] as const;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Reads `location.hash`. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = split(hash.replace(/^#?\/?/, ""));
  const page = parsePage(path.split("/").map(decoded)) ?? { type: "unknown", hash };
  return { page, query: Object.fromEntries(new URLSearchParams(query)) };
}

function split(text: string): [string, string] {
  const mark = text.indexOf("?");
  return mark < 0 ? [text, ""] : [text.slice(0, mark), text.slice(mark + 1)];
}

function parsePage([name = "", ...parts]: readonly string[]): Page | undefined {
  const [first = "", second = "", ...rest] = parts;
  if (name === "") return { type: "overview" };
  const list = LISTS.find((each) => each === name);
  if (first === "" && list !== undefined) return { type: list };
  switch (name) {
    case "slaves":
      return parsePage(["agents", ...parts]);
    case "agents":
      return parseAgent(parts);
    case "frameworks":
      return { type: "framework", id: first };
    case "tasks":
      return second === "" ? undefined : { type: "task", frameworkId: first, taskId: second };
    case "sandbox":
      return first === "" || second === ""
        ? undefined
        : { type: "sandbox", frameworkId: first, taskId: second, path: rest.join("/") };
    default:
      return undefined;
  }
}

/** `frameworks` and `executors` as in Mesos's own addresses. */
function parseAgent(parts: readonly string[]): Page | undefined {
  const [id = "", what = "", frameworkId = "", executors = "", executorId = "", ...rest] = parts;
  if (what === "") return id === "" ? { type: "agents" } : { type: "agent", id };
  if (what === "log") return { type: "agent-log", id };
  if (what !== "frameworks" || frameworkId === "") return undefined;
  if (executors === "") return { type: "agent", id };
  if (executors !== "executors" || executorId === "") return undefined;
  const path = rest.slice(rest[0] === "browse" ? 1 : 0).join("/");
  return { type: "executor", agentId: id, frameworkId, executorId, path };
}

/** The address of a page; begins with `#`. */
export function formatPage(page: Page): string {
  switch (page.type) {
    case "overview":
      return "#/";
    case "tasks":
    case "agents":
    case "frameworks":
    case "roles":
    case "offers":
    case "maintenance":
    case "log":
      return `#/${page.type}`;
    case "agent":
      return join("agents", page.id);
    case "agent-log":
      return join("agents", page.id, "log");
    case "framework":
      return join("frameworks", page.id);
    case "executor": {
      const { agentId, frameworkId, executorId, path } = page;
      const of = ["agents", agentId, "frameworks", frameworkId, "executors", executorId];
      return join(...of, ...(path === "" ? [] : ["browse", ...path.split("/")]));
    }
    case "task":
      return join("tasks", page.frameworkId, page.taskId);
    case "sandbox":
      return join("sandbox", page.frameworkId, page.taskId, ...page.path.split("/"));
    case "unknown":
      return page.hash;
    default:
      return page satisfies never;
  }
}

function join(...parts: readonly string[]): string {
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

/** The address of a page that is looked at in some way; what is empty is left out. */
export function formatRoute({ page, query }: Route): string {
  const entries = Object.entries(query).filter(([, value]) => value !== "");
  const text = new URLSearchParams(entries).toString();
  return formatPage(page) + (text === "" ? "" : `?${text}`);
}

/** The page in the navigation that a page belongs to. */
export function sectionOf(page: Page): string {
  switch (page.type) {
    case "agent":
    case "agent-log":
    case "executor":
      return "agents";
    case "framework":
      return "frameworks";
    case "task":
    case "sandbox":
      return "tasks";
    default:
      return page.type;
  }
}
