import type { HttpRequest, HttpResponse } from "../http-types.ts";
import type { RouteDescription } from "../route-description.ts";
import type { Route, Router } from "../router.ts";
import { helpText, pathsOf } from "./help-text.ts";

/** Processes without help pages, as in Apache Mesos. */
const WITHOUT_HELP = new Set(["help", "__processes__"]);

const PAGE = {
  reply: {
    types: ["text/html", "text/x-markdown"],
    summary: "Markdown for curl and HTTPie, HTML for others.",
  },
};

const DESCRIPTION: RouteDescription = {
  summary: "Describes the endpoints.",
  operations: {
    GET: {
      query: [{ name: "format", summary: "`json`: all help texts, as JSON." }],
      reply: {
        types: ["text/html", "text/x-markdown", "application/json"],
        summary: "Markdown for curl and HTTPie, HTML for others.",
      },
    },
  },
  below: [
    {
      path: "{process}",
      parameters: [{ name: "process", summary: "Whose endpoints.", required: true }],
      operations: { GET: { ...PAGE, statuses: { 200: "The page.", 404: "No such process." } } },
    },
    {
      path: "{process}/{endpoint}",
      parameters: [
        { name: "process", summary: "Whose endpoint.", required: true },
        { name: "endpoint", summary: "Its path below the process.", required: true },
      ],
      operations: { GET: { ...PAGE, statuses: { 200: "The page.", 400: "No such endpoint." } } },
    },
  ],
};

/**
 * `/help`, `/help/<process>` and `/help/<process>/<endpoint>`: Markdown for curl and HTTPie, HTML
 * for browsers; `/help?format=json` for programs. It describes the router's endpoints as they are
 * when asked. `defaultProcess` has its endpoints' short paths shown as well.
 */
export function addHelpEndpoint(router: Router, defaultProcess?: string): void {
  const handler = (request: HttpRequest): HttpResponse => {
    const byProcess = helpByProcess(router.routes());
    const [id = "", ...rest] = request.rest.split("/");
    if (id === "") {
      if (request.query.get("format") === "json") {
        return { status: 200, json: asJson(byProcess, defaultProcess) };
      }
      return page(request, overview(byProcess));
    }
    const routes = byProcess.get(decode(id));
    if (routes === undefined) return { status: 404 };
    if (rest.length === 0) return page(request, processPage(decode(id), routes, defaultProcess));
    const name = `/${rest.join("/")}`;
    const route = routes.find((candidate) => candidate.name === name);
    if (route === undefined) {
      return { status: 400, body: `No help available for '/${decode(id)}${name}'.\n` };
    }
    return page(request, helpText(route, defaultProcess));
  };
  router.route("help", "/", handler, { subtree: true, description: DESCRIPTION });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function helpByProcess(routes: readonly Route[]): Map<string, Route[]> {
  const byProcess = new Map<string, Route[]>();
  for (const route of routes) {
    if (WITHOUT_HELP.has(route.processId)) continue;
    const list = byProcess.get(route.processId) ?? [];
    list.push(route);
    byProcess.set(route.processId, list);
  }
  return byProcess;
}

function asJson(
  byProcess: ReadonlyMap<string, readonly Route[]>,
  defaultProcess: string | undefined,
): unknown {
  const processes = [...byProcess].map(([id, routes]) => ({
    id,
    endpoints: routes.map((route) => ({ name: route.name, text: helpText(route, defaultProcess) })),
  }));
  return { processes };
}

function overview(byProcess: ReadonlyMap<string, unknown>): string {
  const lines = [...byProcess.keys()].map((id) => `> [/${id}](/help/${id})\n`);
  return `## HELP\n${lines.join("")}`;
}

/** The endpoint that is called as the process has no page of its own: it is shown here. */
function processPage(
  id: string,
  routes: readonly Route[],
  defaultProcess: string | undefined,
): string {
  const lines = routes
    .filter(({ name }) => name !== "/")
    .map((route) => {
      const [path] = pathsOf(route, undefined);
      return `> [${path}](/help${path})\n`;
    });
  const own = routes.find(({ name }) => name === "/");
  const shown = own === undefined ? "" : `\n${helpText(own, defaultProcess)}`;
  return `## \`/${id}\` ##\n${lines.join("")}${shown}`;
}

function page(request: HttpRequest, markdown: string): HttpResponse {
  const agent = request.header("user-agent") ?? "";
  if (agent.startsWith("curl") || agent.startsWith("HTTPie")) {
    return { status: 200, headers: { "Content-Type": "text/x-markdown" }, body: markdown };
  }
  const body =
    `<!doctype html><html><head><meta charset="utf-8"><title>Help</title></head>` +
    `<body><main style="font-family:system-ui;max-width:50rem;margin:2rem auto">` +
    `${asHtml(markdown)}</main></body></html>`;
  return { status: 200, headers: { "Content-Type": "text/html" }, body };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** The little Markdown that help texts use: headings, quoted lines, links, code. */
function asHtml(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => {
      const heading = /^(#{1,6}) (.*?) *#*$/.exec(line);
      if (heading !== null) {
        const level = heading[1]?.length ?? 1;
        return `<h${level}>${inline(heading[2] ?? "")}</h${level}>`;
      }
      if (line.startsWith(">")) return `<pre style="margin:0">${inline(line.slice(1))}</pre>`;
      return line === "" ? "<br>" : `${inline(line)}<br>`;
    })
    .join("\n");
}

function inline(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replace(/\[([^\]]+)\]\((\/[^\s]*)\)(?=\s*$)/g, '<a href="$2">$1</a>');
}
