import {
  type OperationDescription,
  type Operations,
  operationsOf,
  type ParameterDescription,
  type RouteDescription,
} from "../route-description.ts";
import type { Route } from "../router.ts";

/** Columns of a parameter's name. */
const NAME_WIDTH = 20;

/** Where an endpoint is; the daemon's own are also there without its name. */
export function pathsOf(route: Route, defaultProcess: string | undefined): string[] {
  const full = route.name === "/" ? `/${route.processId}` : `/${route.processId}${route.name}`;
  return route.processId === defaultProcess ? [route.name, full] : [full];
}

/** The help of one endpoint, in Markdown. */
export function helpText(route: Route, defaultProcess: string | undefined): string {
  const paths = pathsOf(route, defaultProcess);
  const { description } = route.options;
  if (description === undefined) return `## No help page for \`${paths.at(-1)}\`\n`;
  const sections = [
    section("USAGE", paths.map(quoted).join("")),
    section("TL;DR;", `${description.summary}\n`),
    section("DESCRIPTION", details(route, description)),
    section("AUTHENTICATION", authentication(route)),
  ];
  return sections.filter((each) => each !== "").join("\n");
}

function section(title: string, text: string): string {
  return text === "" ? "" : `### ${title} ###\n${text}`;
}

function quoted(text: string): string {
  return `>        ${text}\n`;
}

function details(route: Route, { details, operations, below = [] }: RouteDescription): string {
  const parts = [
    ...(details === undefined ? [] : [`${details.trimEnd()}\n`]),
    ...operationsText(operations, ""),
    ...below.flatMap((each) => [
      ...operationsText(each.operations, `/${each.path}`),
      ...parametersText("Parts of the path:", each.parameters),
    ]),
  ];
  if (route.options.leaderOnly === true) {
    parts.push(
      "Only the leading master answers; others redirect to it (307), or say that there is none, or that it recovers (503).\n",
    );
  }
  return parts.join("\n");
}

function operationsText(operations: Operations, below: string): string[] {
  return operationsOf(operations).flatMap(([method, operation]) => [
    `\`${method}${below === "" ? "" : ` …${below}`}\`${deprecated(operation)}${colon(operation.summary)}\n`,
    ...parametersText("Query parameters:", operation.query ?? []),
    ...contentText("Body", operation.body),
    ...parametersText("Its fields:", operation.body?.fields ?? []),
    ...contentText("Reply", operation.reply),
    ...statusesText(operation),
  ]);
}

function deprecated({ deprecated }: OperationDescription): string {
  return deprecated === true ? " (deprecated)" : "";
}

function colon(text: string | undefined): string {
  return text === undefined ? "" : `: ${text}`;
}

function parametersText(title: string, parameters: readonly ParameterDescription[]): string[] {
  if (parameters.length === 0) return [];
  const lines = parameters.map(({ name, summary, required }) =>
    quoted(
      `${`${name}=VALUE`.padEnd(NAME_WIDTH)}${summary}${required === true ? " Required." : ""}`,
    ),
  );
  return [`${title}\n\n${lines.join("")}`];
}

function contentText(what: string, content: OperationDescription["body"]): string[] {
  if (content === undefined) return [];
  const schema = content.schema === undefined ? "" : ` (${content.schema.name})`;
  return [`${what}: ${content.types.join(" or ")}${schema}${colon(content.summary)}\n`];
}

function statusesText({ statuses }: OperationDescription): string[] {
  if (statuses === undefined) return [];
  const lines = Object.entries(statuses).map(([status, text]) => quoted(`${status}  ${text}`));
  return [`Statuses:\n\n${lines.join("")}`];
}

function authentication({ options: { realm } }: Route): string {
  return realm === undefined
    ? "None is asked for.\n"
    : `Asked for when HTTP authentication is enabled for the realm \`${realm}\`.\n`;
}
